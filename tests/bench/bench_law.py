"""The law as shipped: reading it, an assessment of one and of many, one answer, what would settle it."""

from __future__ import annotations

import itertools
import statistics
from typing import TYPE_CHECKING, Any

import pytest

from app.assessment.assessment import Assessment
from app.assessment.determination import determinations
from app.assessment.evaluation import Evaluation, evaluate
from app.assessment.interview import asked
from app.assessment.law import law_of, read_on
from app.assessment.layout import layout_of
from app.assessment.settling import open_addresses, representative, settled_by
from app.assessment.trace import why
from app.data import data_root
from app.questionnaire.loader import load, texts_below

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_benchmark.fixture import BenchmarkFixture

    from app.questionnaire.definition import Questionnaire

SIZES = {"one": (1, 1, 1), "5x5": (5, 5, 3)}


@pytest.fixture(scope="module")
def law() -> Questionnaire:
    return load(texts_below(data_root() / "questionnaires"))


def members(items: int, destinations: int, parties: int) -> Mapping[str, Any]:
    return {
        "items": tuple(f"i{n + 1}" for n in range(items)),
        "destinations": tuple(f"d{n + 1}" for n in range(destinations)),
        "parties": tuple(f"p{n + 1}" for n in range(parties)),
    }


def filled(law: Questionnaire, size: str) -> Evaluation:
    """An assessment in which every other question is answered."""
    bare = evaluate(law, members(*SIZES[size]), read_on(law))
    answers = dict(bare.answers)
    for number, address in enumerate(bare.layout.slots):
        if number % 2 and address != "day":
            answers[address] = next(iter(representative(bare, address)))
    return evaluate(law, answers, read_on(law))


def heaviest(evaluation: Evaluation) -> Any:  # noqa: ANN401 - a determination
    found = [each for each in determinations(evaluation) if not each.settled]
    return max(found, key=lambda each: len(open_addresses(evaluation, each)))


def test_reading_the_law(benchmark: BenchmarkFixture) -> None:
    texts = texts_below(data_root() / "questionnaires")
    found = benchmark.pedantic(load, (texts,), rounds=5)
    assert found.hash == load(texts).hash


@pytest.mark.parametrize("size", SIZES)
def test_laying_out(benchmark: BenchmarkFixture, law: Questionnaire, size: str) -> None:
    answers = members(*SIZES[size])
    plurals = [group.plural for group in law.groups.values()]
    keys = tuple((plural, answers.get(plural, ())) for plural in plurals)
    day = law_of(law, read_on(law))
    found = benchmark.pedantic(layout_of.__wrapped__, (day, keys), rounds=3, warmup_rounds=1)
    assert found.members["items"] == answers["items"]
    assert len(found.instances) > len(law.questions)


@pytest.mark.parametrize("size", SIZES)
def test_evaluating_from_nothing(
    benchmark: BenchmarkFixture, law: Questionnaire, size: str
) -> None:
    evaluation = filled(law, size)
    again = benchmark.pedantic(evaluate, (law, evaluation.answers, evaluation.day), rounds=10)
    assert again.values == evaluation.values
    benchmark.extra_info["values"] = len(evaluation.values)


@pytest.mark.parametrize("size", SIZES)
def test_one_answer_of_the_shipped_law(
    benchmark: BenchmarkFixture, law: Questionnaire, size: str
) -> None:
    evaluation = filled(law, size)
    addresses = [address for address in evaluation.layout.slots if address != "day"]
    last = {at: list(representative(evaluation, at))[-1] for at in addresses}
    turns = itertools.cycle(addresses)

    def answer() -> None:
        address = next(turns)
        evaluation.given(address, last[address])

    benchmark.pedantic(answer, rounds=len(addresses), iterations=1)
    assert benchmark.stats is not None
    data = sorted(benchmark.stats.stats.data)
    benchmark.extra_info["median_ms"] = 1e3 * statistics.median(data)
    benchmark.extra_info["p95_ms"] = 1e3 * data[int(len(data) * 0.95)]


@pytest.mark.parametrize("size", SIZES)
def test_what_is_asked(benchmark: BenchmarkFixture, law: Questionnaire, size: str) -> None:
    found = benchmark.pedantic(asked, (Assessment((filled(law, size),)),), rounds=5)
    assert any(not each.given for each in found)


@pytest.mark.parametrize("size", SIZES)
def test_what_settles_the_heaviest(
    benchmark: BenchmarkFixture, law: Questionnaire, size: str
) -> None:
    evaluation = filled(law, size)
    found = heaviest(evaluation)
    still_open = open_addresses(evaluation, found)
    benchmark.extra_info["open"] = len(still_open)
    settling = benchmark.pedantic(settled_by, (evaluation, found), rounds=2)
    assert set(settling.addresses) <= set(still_open)


@pytest.mark.parametrize("size", SIZES)
def test_why_of_the_heaviest(benchmark: BenchmarkFixture, law: Questionnaire, size: str) -> None:
    evaluation = filled(law, size)
    assert benchmark.pedantic(why, (evaluation, heaviest(evaluation)), rounds=5)
