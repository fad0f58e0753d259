"""What app/ imports is what pyproject.toml declares, no more and no less."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING

from tests.house.tree import ROOT, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = re.compile(r"[a-z0-9-]+")


def _declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = [NAME.match(requirement) for requirement in project["dependencies"]]
    return {match.group() for match in found if match}


def _imported() -> set[str]:
    """The distributions behind the imports of app/."""
    homes = packages_distributions()
    outside = {name for name in _imported_names() if name not in sys.stdlib_module_names}
    return {homes[name][0].lower().replace("_", "-") for name in outside - {"app"}}


def _imported_names() -> Iterator[str]:
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.split(".")[0]


def test_every_import_is_a_declared_dependency() -> None:
    assert not _imported() - _declared()


def test_every_declared_dependency_is_imported() -> None:
    assert not _declared() - _imported()
