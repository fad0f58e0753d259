"""``clearway license`` as somebody types it."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from app.cli.terminal import Terminal
from tests.cli.typed import Typed

if TYPE_CHECKING:
    from pathlib import Path

    from app.questionnaire.definition import Questionnaire


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, law: Questionnaire) -> Typed:
    monkeypatch.setattr(Terminal, "registers", law)
    return Typed(tmp_path)


def test_a_cell_is_printed_with_its_reason_and_where_it_stands(typed: Typed) -> None:
    assert typed("license", "4A003.b", "Germany") == 0
    first, because, see = typed.output.getvalue().splitlines()
    assert first == "4A003.b to Germany: required"
    assert because.startswith("  because: for paragraph .b: NS column 1")
    assert see == "  see: cfr/742.4, cfr/738/Supp1"
    assert typed.errors.getvalue() == ""


def test_json_gives_the_columns_of_the_matrix_and_the_citations(typed: Typed) -> None:
    assert typed("license", "3A090.b", "UAE", "--json") == 0
    found = json.loads(typed.output.getvalue())
    assert list(found)[:5] == ["eccn", "destination", "requirement", "because", "citations"]
    assert found["requirement"] == "required"
    assert "cfr/740/Supp8" in found["citations"]
    assert found["as_of"] == "2026-11-25"


def test_another_day_is_asked_for(typed: Typed) -> None:
    assert typed("license", "3A090.a", "DE", "--as-of", "2025-02-01") == 0
    assert "not enforced" not in typed.output.getvalue()
    assert typed("license", "3A090.a", "DE", "--as-of", "2020-02-01") == 1
    assert "covers 2025-01-01 to 2026-09-24" in typed.errors.getvalue()


@pytest.mark.parametrize(
    ("number", "destination"), [("3A090.d", "China"), ("9Z999", "China"), ("3A991", "Congo")]
)
def test_what_does_not_exist_is_one_line_on_the_error_stream(
    typed: Typed, number: str, destination: str
) -> None:
    assert typed("license", number, destination) == 1
    assert typed.output.getvalue() == ""
    assert typed.errors.getvalue().startswith("clearway license: ")
    assert typed.errors.getvalue().count("\n") == 1


def test_the_matrix_of_named_entries_is_written(typed: Typed, tmp_path: Path) -> None:
    out = tmp_path / "matrix.csv"
    assert typed("license", "--matrix", str(out), "--eccn", "3A090.b", "EAR99") == 0
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 400
    assert {row["eccn"] for row in rows} == {"3A090.b", "EAR99"}


def test_a_wrong_number_stops_no_other_in_the_matrix(typed: Typed, tmp_path: Path) -> None:
    out = tmp_path / "matrix.csv"
    arguments = ("--matrix", str(out), "--eccn", "3A090.x", "--eccn", "3A991")
    assert typed("license", *arguments) == 1
    assert "3A090.x does not exist" in typed.errors.getvalue()
    assert out.read_text(encoding="utf-8").count("\n3A991,") == 200


def test_a_matrix_that_cannot_be_written_is_told(typed: Typed, tmp_path: Path) -> None:
    assert typed("license", "--matrix", str(tmp_path / "no" / "folder.csv")) == 1
    assert "folder.csv" in typed.errors.getvalue()


@pytest.mark.parametrize(
    "arguments",
    [
        ["3A090"],
        [],
        ["--eccn", "3A090"],
        ["3A090", "China", "--matrix", "x.csv"],
        ["--matrix", "x.csv", "--json"],
        ["3A090", "China", "--as-of", "soon"],
    ],
)
def test_half_a_question_is_wrong_usage(
    typed: Typed, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        typed("license", *arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err
