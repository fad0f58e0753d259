"""One answer, everything re-evaluated: at 50, 200 and 1,000 questions, and down a chain of 1,000."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

import pytest

from app.assessment.evaluation import evaluate
from tests.bench.synthetic import chain, wide

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from app.assessment.evaluation import Evaluation

DAY = dt.date(2026, 1, 1)


@pytest.mark.parametrize("questions", [50, 200, 1000])
def test_one_answer(benchmark: BenchmarkFixture, questions: int) -> None:
    answers = {f"q{n}": 70.0 if n % 2 else True for n in range(questions)}
    evaluation = evaluate(wide(questions), answers, DAY)
    assert evaluation.value("d0") == "required"
    turns = itertools.cycle(range(questions))

    def answer() -> Evaluation:
        n = next(turns)
        return evaluation.given(f"q{n}", 10.0 if n % 2 else False)

    last = benchmark.pedantic(answer, rounds=questions, iterations=1)
    assert last.values != evaluation.values


def test_one_answer_that_decides_a_chain_of_1000(benchmark: BenchmarkFixture) -> None:
    evaluation = evaluate(chain(1000), {"q0": True}, DAY)
    assert evaluation.value("d") == "required"
    assert benchmark(evaluation.given, "q0", False).value("d") == "not_required"
