"""Everything in resources/ came from somewhere, and says from where and under which licence."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.house.tree import ROOT, tracked_files

if TYPE_CHECKING:
    from pathlib import Path

RESOURCES = ROOT / "resources"
FOLDERS = sorted(path.parent for path in RESOURCES.rglob("SOURCES.md"))
BRACES = re.compile(r"\{([^}]*)\}")
LICENCES = ("OFL", "ISC", "MIT")
OURS = {
    RESOURCES / "samples",
    RESOURCES / "screening",
}  # written for Clearway; they name their sources

folders = pytest.mark.parametrize(
    "folder", FOLDERS, ids=lambda path: path.relative_to(RESOURCES).as_posix()
)


def _rows(folder: Path) -> list[list[str]]:
    """The rows of the table, each as the names that stand in backticks."""
    lines = (folder / "SOURCES.md").read_text(encoding="utf-8").splitlines()
    return [re.findall(r"`([^`]+)`", line) for line in lines if line.startswith("| `")]


def _patterns(folder: Path) -> list[str]:
    return [pattern for row in _rows(folder) for name in row for pattern in _without_braces(name)]


def _without_braces(name: str) -> list[str]:
    """`a-{b,c}` as `a-b` and `a-c`."""
    pieces = BRACES.split(name)
    choices = [piece.split(",") if at % 2 else [piece] for at, piece in enumerate(pieces)]
    return ["".join(choice) for choice in product(*choices)]


def test_every_folder_of_files_has_its_sources() -> None:
    shipped = [path for path in tracked_files() if path.is_relative_to(RESOURCES)]
    holding = {path.parent for path in shipped if path.parent.name != "licences"}
    assert len(FOLDERS) >= len({"documents", "window", "icons", "map"})
    assert holding - OURS == set(FOLDERS)


@folders
def test_every_file_stands_in_the_sources_of_its_folder(folder: Path) -> None:
    patterns = _patterns(folder)
    files = [path.name for path in folder.iterdir() if path.is_file() and path.suffix != ".md"]
    assert files
    assert not [name for name in files if not any(fnmatch(name, one) for one in patterns)]


@folders
def test_every_row_of_the_sources_names_a_licence_that_lies_beside_it(folder: Path) -> None:
    lying = {path.name for path in (folder / "licences").iterdir()} | {"LICENSE"}
    named = [{name.removeprefix("licences/") for name in row} & lying for row in _rows(folder)]
    assert all(len(licences) == 1 for licences in named)
    assert {name for licences in named for name in licences} | {"LICENSE"} == lying


def test_every_licence_is_a_text_of_the_kind_its_name_says() -> None:
    for path in RESOURCES.rglob("licences/*"):
        text = path.read_text(encoding="utf-8").upper()
        assert any(kind in path.stem for kind in LICENCES)
        assert "PERMISSION" in text
        assert "SIL OPEN FONT LICENSE" in text or "OFL" not in path.stem
