"""One cell of entry and destination; every entry and every destination, written as CSV."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from app.data import data_root
from app.operations.licensing import Licensing
from app.questionnaire.loader import load, texts_below

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

DAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def licensing() -> Licensing:
    law = load(texts_below(data_root() / "questionnaires"), with_registers=True)
    return Licensing(law, DAY)


@pytest.mark.parametrize("number", ["3A090.a", "4A003", "3A991", "3A001"])
def test_one_cell_asked_anew(
    benchmark: BenchmarkFixture, licensing: Licensing, number: str
) -> None:
    benchmark(licensing.answer, number, "Germany")


@pytest.mark.parametrize("number", ["3A090.a", "4A003", "3A991", "3A001"])
def test_one_cell(benchmark: BenchmarkFixture, licensing: Licensing, number: str) -> None:
    code = licensing.code(number)
    benchmark(licensing.table.cell, code, "DE")


def test_the_whole_matrix(benchmark: BenchmarkFixture, licensing: Licensing) -> None:
    def write() -> int:
        anew = Licensing(licensing.questionnaire, DAY)
        out = io.StringIO()
        out.writelines(anew.matrix(anew.codes()))
        return out.tell()

    assert benchmark(write) > 1_000_000
