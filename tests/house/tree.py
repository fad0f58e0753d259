"""The project's own files, read as text and as syntax trees."""

from __future__ import annotations

import ast
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
MADE_HERE = {".git", ".venv", ".tools", "dist", "out", "__pycache__", "_data"}

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


class Module(NamedTuple):
    """One file of Python: its name in the project, its text and its tree."""

    name: str
    text: str
    tree: ast.Module


@cache
def tracked_files() -> tuple[Path, ...]:
    """The files of the project; in a tree without git, all that nobody made by running it."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        command = [git, "-c", "safe.directory=*", "ls-files", "-z"]
        names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        return tuple(path for name in names.split("\0")[:-1] if (path := ROOT / name).is_file())
    return tuple(path for path in sorted(ROOT.rglob("*")) if path.is_file() and not _made(path))


def _made(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return any(part in MADE_HERE or part.endswith(("_cache", ".hypothesis")) for part in parts)


@cache
def modules(folder: str = "app") -> tuple[Module, ...]:
    """Every module below a folder."""
    found = []
    for path in tracked_files():
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(f"{folder}/") and path.suffix == ".py":
            text = path.read_text(encoding="utf-8")
            found.append(Module(name, text, ast.parse(text, name)))
    return tuple(found)


def functions(module: Module) -> Iterator[Function]:
    """Every function and method, the nested ones too."""
    for node in ast.walk(module.tree):
        if isinstance(node, Function):
            yield node


def span(node: Function) -> int:
    """How many lines a function takes, its docstring among them."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


@cache
def docstring_nodes(module: Module) -> set[int]:
    """The identities of the string nodes that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(module.tree)
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }
