"""Editions and revisions as somebody types them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.cli.terminal import Terminal
from app.operations.desk import Desk
from app.store.library import Library
from tests.assessment.another import texts
from tests.assessment.made import made
from tests.cli.typed import NOW, Typed
from tests.operations.laws import FAST, RAISED, edition

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Commands under the made law as the shipped one."""
    monkeypatch.setattr(Terminal, "shipped", made())
    return Typed(tmp_path)


def fresh(typed: Typed) -> Typed:
    """The next command: a terminal that has read nothing yet."""
    typed.terminal = replace(typed.terminal)
    return typed


@pytest.fixture
def saved(typed: Typed, tmp_path: Path) -> Path:
    """A file of an assessment with one revision, out of the library of the commands."""
    with Library.open(typed.terminal.library, NOW) as library:
        desk = Desk(library, made(), lambda: NOW, "A.", "0")
        sitting = desk.create("Chips", FAST)
        sitting.save_revision("A.")
        desk.export(sitting.id, tmp_path / "chips.clearway")
    return tmp_path / "chips.clearway"


def test_the_list_marks_the_law_in_use(typed: Typed, tmp_path: Path) -> None:
    assert typed("edition", "list") == 0
    assert typed.output.getvalue().startswith("*\tmade-1\tread on 2026-06-30\t")
    path = edition(tmp_path, *RAISED, changed="The limit is raised.")
    assert typed("edition", "import", str(path)) == 0
    assert typed.output.getvalue().startswith("made-2\t")
    assert fresh(typed)("edition", "list") == 0
    first, second = typed.output.getvalue().splitlines()
    assert first.startswith(" \tmade-1\t")
    assert second.startswith("*\tmade-2\tread on 2026-11-01\t")
    assert second.endswith(
        "imported 2026-11-25 by A. Tester from later.edition\tThe limit is raised."
    )
    assert typed("edition", "list", "--json") == 0
    assert [line["used"] for line in json.loads(typed.output.getvalue())] == [False, True]


def test_a_wrong_edition_is_told_line_by_line_and_leaves_nothing(
    typed: Typed, tmp_path: Path
) -> None:
    folder = tmp_path / "laws" / "made"
    folder.mkdir(parents=True)
    wrong = texts(*RAISED)["made/about.yaml"].replace("power >= limit_a", "power >= limit_z")
    (folder / "about.yaml").write_text(wrong, encoding="utf-8")
    assert typed("edition", "pack", str(folder.parent), str(tmp_path / "x.edition")) == 1
    assert typed.errors.getvalue().startswith("made/about.yaml:")
    assert "'limit_z' is not known" in typed.errors.getvalue()
    assert not (tmp_path / "x.edition").exists()


def test_a_packed_folder_is_imported(typed: Typed, tmp_path: Path) -> None:
    folder = tmp_path / "laws" / "made"
    folder.mkdir(parents=True)
    (folder / "about.yaml").write_text(texts(*RAISED)["made/about.yaml"], encoding="utf-8")
    path = str(tmp_path / "x.edition")
    assert typed("edition", "pack", str(folder.parent), path, "--changed", "Raised.") == 0
    assert typed("edition", "import", path) == 0
    assert typed("edition", "import", path) == 0
    assert "stands here already" in typed.errors.getvalue()


def test_the_law_in_use_is_the_one_that_files_are_evaluated_under(
    typed: Typed, saved: Path, tmp_path: Path
) -> None:
    assert typed("evaluate", str(saved), "--json") == 0
    assert json.loads(typed.output.getvalue())["edition"] == ["made-1"]
    typed("edition", "import", str(edition(tmp_path, *RAISED)))
    assert fresh(typed)("evaluate", str(saved), "--json") == 0
    assert json.loads(typed.output.getvalue())["edition"] == ["made-2"]


def test_a_revision_is_evaluated_under_another_edition_and_day_and_says_what_flips(
    typed: Typed, saved: Path, tmp_path: Path
) -> None:
    typed("edition", "import", str(edition(tmp_path, *RAISED)))
    fresh(typed)
    assert typed("evaluate", str(saved), "--revision", "1", "--edition", "made-2", "--json") == 0
    (flip,) = json.loads(typed.output.getvalue())["flips"]
    assert (flip["id"], flip["cause"], flip["before"], flip["after"]) == (
        "class", "law", "Entry A", "Entry B",
    )  # fmt: skip
    assert typed("evaluate", str(saved), "--revision", "1") == 0
    assert "Classification (Nova): Entry A -> Entry B, another law" in typed.output.getvalue()
    early = ("--revision", "1", "--edition", "made-2", "--as-of", "2026-09-10", "--json")
    assert typed("evaluate", str(saved), *early) == 0
    assert "class" not in [flip["id"] for flip in json.loads(typed.output.getvalue())["flips"]]


def test_what_is_not_there_is_said(typed: Typed, saved: Path) -> None:
    assert typed("evaluate", str(saved), "--revision", "7") == 1
    assert "the file holds no revision 7; it holds 1" in typed.errors.getvalue()
    assert typed("evaluate", str(saved), "--edition", "made-9") == 1
    assert "no law at hand holds an edition 'made-9'" in typed.errors.getvalue()


def test_every_assessment_is_evaluated_again_and_the_changed_ones_are_told(
    typed: Typed, saved: Path, tmp_path: Path
) -> None:
    assert saved.exists()
    typed("edition", "import", str(edition(tmp_path, *RAISED)))
    assert fresh(typed)("edition", "reevaluate") == 0
    (line,) = typed.output.getvalue().splitlines()
    assert line.split("\t")[1:3] == ["Chips", "1 changed"]


def test_a_library_that_cannot_be_read_leaves_the_shipped_law_and_says_so(
    typed: Typed, saved: Path
) -> None:
    typed.terminal.library.write_bytes(b"something else entirely" * 200)
    assert typed("evaluate", str(saved), "--json") == 0
    assert json.loads(typed.output.getvalue())["edition"] == ["made-1"]
    assert "the law that ships with the program is used" in typed.errors.getvalue()
