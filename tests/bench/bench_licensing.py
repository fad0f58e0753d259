"""One cell of entry and destination; the whole matrix as CSV; a catalogue of 10,000 rows."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from app.assessment.catalogue import Catalogue
from app.data import data_root
from app.operations.catalogue import classify
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
    found = benchmark(licensing.answer, number, "Germany")
    assert (found.number, found.destination) == (number, "Germany")


@pytest.mark.parametrize("number", ["3A090.a", "4A003", "3A991", "3A001"])
def test_one_cell(benchmark: BenchmarkFixture, licensing: Licensing, number: str) -> None:
    code = licensing.code(number)
    found = benchmark(licensing.table.cell, code, "DE")
    assert found == licensing.answer(number, "Germany").cell


def test_the_whole_matrix(benchmark: BenchmarkFixture, licensing: Licensing) -> None:
    def write() -> int:
        anew = Licensing(licensing.questionnaire, DAY)
        out = io.StringIO()
        out.writelines(anew.matrix(anew.codes()))
        return out.tell()

    assert benchmark(write) > 1_000_000


def test_a_catalogue_of_10_000_rows(benchmark: BenchmarkFixture, licensing: Licensing) -> None:
    catalogue = Catalogue(licensing.questionnaire, DAY)
    head = "item,kind,fp8,fp16,fp32,die_area_mm2,non_planar,datacenter\n"
    kinds = ("integrated circuit", "computer", "electronic assembly")
    rows = [
        f"i{n},{kinds[n % 3]},{1 + n * 37 % 2500},{n % 1200},{n % 90 if n % 4 else ''},"
        f"{80 + n % 800 if n % 5 else ''},yes,{('yes', 'no', '')[n % 3]}\n"
        for n in range(10_000)
    ]
    text = head + "".join(rows)

    def run() -> bool:
        return classify(catalogue, text, io.StringIO(), print)

    assert benchmark.pedantic(run, rounds=1, iterations=1)
