"""What is loaded when: the costly libraries only where they are used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.tree import ROOT, modules

COSTLY = ("PySide6", "weasyprint", "pikepdf", "pypdfium2", "jinja2", "fontTools")
PACKAGES = ("data", "questionnaire", "assessment", "store", "screening", "operations", "cli")


def _loaded_by(statement: str) -> set[str]:
    """The costly libraries that a fresh interpreter holds after a statement."""
    report = f"{statement}\nimport sys\nprint(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", report],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split()) & set(COSTLY)


@pytest.mark.parametrize("package", PACKAGES)
def test_below_the_window_no_package_loads_qt_or_the_renderer(package: str) -> None:
    names = [
        name for module in modules() if (name := _dotted(module.name)).startswith(f"app.{package}")
    ]
    assert names
    assert not _loaded_by("\n".join(f"import {name}" for name in names))


def test_the_window_does_not_load_the_renderer() -> None:
    assert "weasyprint" not in _loaded_by("import app.ui")


def test_the_command_line_loads_no_qt() -> None:
    assert not _loaded_by("import app.__main__")


def test_opening_the_window_waits_for_no_command() -> None:
    report = "import app.__main__, sys\nprint(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", report], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert not {each for each in loaded if each.startswith(("app.cli", "app.report", "icalendar"))}


def _dotted(name: str) -> str:
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
