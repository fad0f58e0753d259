"""The library as a person meets it, at 10, 1,000 and 10,000 assessments: list, search, views, again.

The answers are those of the samples; names and countries differ from one to the next.
"""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

import pytest

from app.operations.concern import concerns
from app.operations.desk import Desk
from app.operations.editions import begin_use
from app.operations.law import read_law
from app.operations.periods import period
from app.operations.reevaluation import due, keep, reevaluate, results
from app.operations.samples import samples
from app.operations.search_words import search_words
from app.store.library import Library
from app.store.values import AssessmentHead, Outlook, SortBy
from app.ui.views import library as view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

    from app.questionnaire.definition import Questionnaire

START = dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)
SIZES = [10, 1_000, 10_000]


@pytest.fixture(scope="module")
def law() -> Questionnaire:
    return read_law()


def fill(library: Library, law: Questionnaire, size: int) -> None:
    """Heads, words and outlooks as the program writes them; drafts for the first of them only."""
    sample = samples()[0]
    personal = {q.id for q in law.questions.values() if q.personal}
    answers = {at: a for at, a in sample.answers.items() if at.rpartition(".")[2] not in personal}
    words = search_words(law, answers)
    since = period(law, START.date()).isoformat()
    with library.together():
        begin_use(library, law, START, "A.")
        for number in range(size):
            moment, key = START + dt.timedelta(seconds=number), f"a-{number}"
            where = ["Malaysia", "Vietnam", "Germany"][number % 3]
            summary = {"item": f"NX-{number % 97}", "destination": where, "outcome": "Licence"}
            head = AssessmentHead(key, f"Shipment {number}", START, moment, summary=summary)
            library.assessments.put(head)
            library.outlooks.put_words({key: (*words, where, f"3A090.{number % 9}")})
            if number < 200:
                library.drafts.write(key, answers, moment, "A.")
        heads = {head.id: head for head in library.assessments.list()}
        library.outlooks.put(
            [
                Outlook(
                    key,
                    law.hash,
                    since,
                    head.changed.isoformat(timespec="microseconds"),
                    int(key[-1] == "7"),
                    0,
                    ("2027-01-01",),
                    {"flips": []},
                )
                for key, head in heads.items()
            ]
        )


@pytest.fixture(scope="module", params=SIZES)
def desk(
    request: pytest.FixtureRequest, law: Questionnaire, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    place = tmp_path_factory.mktemp("bench") / "library.sqlite"
    with Library.open(place, START) as library:
        fill(library, law, request.param)
        yield Desk(library, law, lambda: START, "A.", "0")


def bench_open(benchmark: BenchmarkFixture, desk: Desk) -> None:
    def opened() -> bool:
        with Library.open(desk.library.path, START, read_only=True) as library:
            return bool(library.standing.why_read_only)

    assert benchmark(opened)


@pytest.mark.parametrize("by", list(SortBy))
def bench_list_sorted(benchmark: BenchmarkFixture, desk: Desk, by: SortBy) -> None:
    assert benchmark(desk.lines, "", by)


@pytest.mark.parametrize("words", ["shipment 1", "nx-8", "3a090.4", "vietnam", "zebra"])
def bench_search(benchmark: BenchmarkFixture, desk: Desk, words: str) -> None:
    found = benchmark(desk.lines, words)
    assert bool(found) == (words != "zebra") or len(desk.lines()) == SIZES[0]


def bench_views_counted_and_rows_made(benchmark: BenchmarkFixture, desk: Desk) -> None:
    lines = desk.lines()

    def shown() -> list[object]:
        view.counts(lines, 0)
        return [view.row_of(line, START) for line in lines]

    assert benchmark(shown)


def bench_concerns(benchmark: BenchmarkFixture, desk: Desk) -> None:
    assert benchmark(concerns, desk.library, desk.questionnaire, START.date())


def bench_what_is_due(benchmark: BenchmarkFixture, desk: Desk) -> None:
    assert benchmark(due, desk) == []


def bench_evaluate_one_again(benchmark: BenchmarkFixture, desk: Desk) -> None:
    """One draft with the answers of a whole sample, in use: 10,000 take 10,000 times as long."""
    desk.library.database.run("UPDATE outlook SET of = '' WHERE assessment = 'a-1'")
    (wanted,) = due(desk)
    found = benchmark(lambda: list(results(desk, [wanted], lambda: False)))
    keep(desk.library, found)


def bench_evaluate_two_hundred_again(benchmark: BenchmarkFixture, desk: Desk) -> None:
    places = itertools.count()

    def again() -> int:
        desk.library.database.run(
            "UPDATE outlook SET since = ? WHERE CAST(substr(assessment, 3) AS INTEGER) < 200",
            f"1000-01-{next(places)}",
        )
        return reevaluate(desk)

    assert benchmark.pedantic(again, rounds=2) > 0
