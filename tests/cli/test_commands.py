"""The commands as somebody types them: results on one stream, complaints on the other."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from app.cli.arguments import parser
from app.cli.terminal import Terminal
from tests.assessment.made import ABOUT, GROUPS, LAW, QUESTIONS, made
from tests.cli.typed import Typed

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS: dict[str, Any] = {
    "items": ["i1"],
    "items.complete": True,
    "items.i1.item_name": "Nova",
    "items.i1.kind": "chip",
    "items.i1.speed": {"fp8": 242.0, "fp16": "none"},
    "items.i1.datacenter": True,
    "destinations": ["d1"],
    "destinations.d1.country": "CN",
    "parties.complete": True,
}


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    monkeypatch.setattr(Terminal, "questionnaire", made())
    return Typed(tmp_path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "nova.clearway"
    whole = {
        "clearway": 1,
        "assessment": {"name": "Nova to China"},
        "draft": {"answers": ANSWERS},
    }
    path.write_text(json.dumps(whole))
    return path


def test_evaluate_prints_what_is_open_and_what_would_settle_it(typed: Typed, file: Path) -> None:
    assert typed("evaluate", str(file), "--json") == 0
    found = json.loads(typed.output.getvalue())
    assert found["as_of"] == "2026-11-25"
    assert found["days"] == ["2026-11-25"]
    assert found["edition"] == ["made-1"]
    licence = next(each for each in found["determinations"] if each["id"] == "licence")
    assert licence["of"] == {"item": "i1", "destination": "d1"}
    assert licence["value"] is None
    assert licence["confidence"] == "undetermined"
    assert licence["settled_by"] == [["items.i1.area"]]
    assert found["open"] == ["items.i1.area"]
    assert found["not_counted"] == []


def test_evaluate_answers_for_another_day(typed: Typed, file: Path) -> None:
    assert typed("evaluate", str(file), "--as-of", "2026-08-01", "--json") == 0
    assert json.loads(typed.output.getvalue())["days"] == ["2026-08-01"]


def test_evaluate_refuses_a_day_before_the_law_begins(typed: Typed, file: Path) -> None:
    assert typed("evaluate", str(file), "--as-of", "2019-12-31") == 1
    assert "covers 2020-01-01 and later" in typed.errors.getvalue()
    assert typed.output.getvalue() == ""


def test_evaluate_prints_a_line_for_each_determination(typed: Typed, file: Path) -> None:
    assert typed("evaluate", str(file)) == 0
    assert "  Classification (Nova): Not determined: Entry B or" in typed.output.getvalue()


def test_a_file_that_is_cut_short_is_one_line_on_the_error_stream(typed: Typed, file: Path) -> None:
    file.write_text(file.read_text()[:60])
    assert typed("evaluate", str(file)) == 1
    assert typed.errors.getvalue().count("\n") == 1
    assert str(file) in typed.errors.getvalue()


def test_the_library_is_listed_exported_imported_and_backed_up(
    typed: Typed, file: Path, tmp_path: Path
) -> None:
    assert typed("library", "import", str(file)) == 0
    key = typed.output.getvalue().strip()
    assert typed("library", "list") == 0
    assert typed.output.getvalue().split("\t")[:3] == [key, "Nova to China", "Nova"]
    out = tmp_path / "out.clearway"
    assert typed("library", "export", key, str(out)) == 0
    assert json.loads(out.read_text())["assessment"]["name"] == "Nova to China"
    assert typed("library", "backup", str(tmp_path / "backup.sqlite")) == 0
    assert (tmp_path / "backup.sqlite").stat().st_size > 0


def test_an_assessment_that_is_not_there_is_told(typed: Typed, file: Path, tmp_path: Path) -> None:
    typed("library", "import", str(file))
    assert typed("library", "export", "nobody", str(tmp_path / "x.clearway")) == 1
    assert typed.errors.getvalue().startswith("clearway: no assessment nobody")


def test_another_library_is_named_before_the_verb(typed: Typed, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    assert typed("--library", str(other), "library", "import", str(file)) == 0
    assert other.exists()


def test_without_a_verb_the_window_opens(typed: Typed, tmp_path: Path) -> None:
    assert typed() == 0
    assert typed.windows == [(tmp_path / "library.sqlite", "")]


def test_where_there_is_no_screen_the_window_is_refused_in_words(typed: Typed) -> None:
    typed.terminal = replace(typed.terminal, screen=False)
    assert typed() == 1
    assert "no screen" in typed.errors.getvalue()
    assert typed.windows == []


def test_check_runs_the_worked_cases_of_a_folder(typed: Typed, tmp_path: Path) -> None:
    folder = tmp_path / "law" / "made"
    folder.mkdir(parents=True)
    (folder / "about.yaml").write_text(ABOUT + GROUPS + QUESTIONS + LAW)
    case = "{case: fast is A, answers: {items.i1: {kind: chip, speed: {fp8: 600}}}, "
    (folder / "made.cases.yaml").write_text(f"- {case}expect: {{items.i1: {{class: A}}}}}}\n")
    assert typed("check", str(folder.parent)) == 0
    assert "1 worked cases, 0 statements" in typed.output.getvalue()
    (folder / "made.cases.yaml").write_text(f"- {case}expect: {{items.i1: {{class: B}}}}}}\n")
    assert typed("check", str(folder.parent)) == 1
    complaint = typed.errors.getvalue()
    assert complaint.startswith("made/made.cases.yaml:1:3: the case 'fast is A' does not hold")
    assert "items.i1.class is [A], not B" in complaint


def test_check_tells_everything_that_is_wrong(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("wrong: 1\nworse: 2\n")
    assert typed("check", str(tmp_path)) == 1
    assert typed.errors.getvalue().count("unknown field") == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["evaluate"],
        ["evaluate", "x", "--as-of", "soon"],
        ["check", "/no/folder"],
        ["library"],
        ["render", "x", "--document", "all-of-them"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parser().parse_args(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err
