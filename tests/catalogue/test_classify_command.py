"""``clearway classify`` as somebody types it."""

from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.assessment.catalogue import Catalogue
from app.assessment.law import NotCovered
from app.cli.terminal import Terminal
from tests.cli.typed import Typed

if TYPE_CHECKING:
    from pathlib import Path

    from app.questionnaire.definition import Questionnaire

ROWS = "item,kind,fp8\nN1,integrated circuit,600\nN2,integrated circuit,fast\n"


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, law: Questionnaire) -> Typed:
    monkeypatch.setattr(Terminal, "registers", law)
    return Typed(tmp_path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "catalogue.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_good_rows_are_written_and_a_bad_one_names_file_row_and_column(
    typed: Typed, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"
    assert typed("classify", str(file), "-o", str(out)) == 1
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["us_eccn"] for row in rows] == ["3A090.a.1", ""]
    message = "row 3, column fp8: expected a number, not 'fast'"
    assert typed.errors.getvalue() == f"{file}: {message}\n"
    assert typed.output.getvalue() == ""


def test_without_a_file_to_write_it_is_printed(typed: Typed, file: Path) -> None:
    file.write_text(ROWS.rpartition("N2")[0], encoding="utf-8")
    assert typed("classify", str(file)) == 0
    assert typed.output.getvalue().startswith("item,kind,fp8,us_eccn,us_status")


def test_a_catalogue_may_be_written_over_itself(typed: Typed, file: Path) -> None:
    typed("classify", str(file), "-o", str(file))
    first = file.read_text(encoding="utf-8")
    typed("classify", str(file), "-o", str(file))
    assert file.read_text(encoding="utf-8") == first


def test_another_day_is_asked_for(typed: Typed, file: Path) -> None:
    assert typed("classify", str(file), "--as-of", "2025-06-01") == 1
    assert "3A090.a.1" in typed.output.getvalue()


def test_a_day_before_the_law_is_refused(typed: Typed, file: Path, law: Questionnaire) -> None:
    assert typed("classify", str(file), "--as-of", "1999-01-01") == 1
    assert "1999-01-01 is before the law at hand begins" in typed.errors.getvalue()
    with pytest.raises(NotCovered):
        Catalogue(law, dt.date(1999, 1, 1))


def test_a_file_that_is_not_there_is_told(typed: Typed, tmp_path: Path) -> None:
    assert typed("classify", str(tmp_path / "none.csv")) == 1
    assert "none.csv" in typed.errors.getvalue()


def test_what_is_no_catalogue_is_told_with_the_file(typed: Typed, file: Path) -> None:
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    assert typed("classify", str(file)) == 1
    assert typed.errors.getvalue().startswith(f"{file}: row 1: none of its columns is known")
