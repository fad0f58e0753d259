"""How long the library takes: open, list, search, save one answer; at 10 to 10,000 assessments."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.store.library import Library
from app.store.values import AssessmentHead, Conclusions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

START = dt.datetime(2026, 1, 5, tzinfo=dt.UTC)
SIZES = [10, 1_000, 10_000]
ANSWERS = {f"items.i1.question_{number}": f"answer {number}" for number in range(120)}


def fill(library: Library, size: int) -> None:
    law = library.laws.put("law\n" * 10_000)
    concluded = Conclusions(law, ["2026-01-05"], [{"id": "a", "value": "met"}] * 20, "0.1.0")
    with library.together():
        for number in range(size):
            summary = {
                "item": f"Accelerator {number % 97}",
                "destination": ["Malaysia", "Vietnam", "Germany"][number % 3],
                "outcome": "licence required",
                "open": number % 12,
            }
            moment = START + dt.timedelta(minutes=number)
            key = f"a-{number}"
            library.assessments.put(
                AssessmentHead(key, f"Shipment {number}", START, moment, summary=summary)
            )
            library.drafts.put_sides(
                key, {at: f'"{text}"' for at, text in ANSWERS.items()}, moment, "A."
            )
            if number % 2:
                library.revisions.save(key, library.drafts.kept(key), concluded, moment, "A.")


@pytest.fixture(scope="module", params=SIZES)
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("bench") / "library.sqlite"
    with Library.open(place, START) as library:
        fill(library, request.param)
    return place


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path, START) as opened:
        yield opened


def bench_open_and_close(benchmark: BenchmarkFixture, path: Path) -> None:
    def opened() -> bool:
        with Library.open(path, START) as library:
            return library.assessments.has("a-4")

    assert benchmark(opened)


def bench_list(benchmark: BenchmarkFixture, library: Library) -> None:
    assert benchmark(library.assessments.list)


def bench_search(benchmark: BenchmarkFixture, library: Library) -> None:
    assert benchmark(library.assessments.list, "vietnam accelerator 4")


def bench_read_a_draft(benchmark: BenchmarkFixture, library: Library) -> None:
    assert benchmark(library.drafts.read, "a-4").answers


def bench_save_one_answer(benchmark: BenchmarkFixture, library: Library) -> None:
    count = iter(range(1_000_000))

    def save() -> None:
        library.drafts.write("a-4", {"items.i1.question_7": f"text {next(count)}"}, START, "A.")

    benchmark(save)
    last = next(count) - 1
    assert library.drafts.read("a-4").answers["items.i1.question_7"] == f"text {last}"


def bench_undo_and_redo(benchmark: BenchmarkFixture, library: Library) -> None:
    library.drafts.write("a-5", {"items.i1.question_7": "other"}, START, "A.")

    def there_and_back() -> None:
        library.drafts.undo("a-5", START, "A.")
        library.drafts.redo("a-5", START, "A.")

    benchmark(there_and_back)
    assert library.drafts.read("a-5").answers["items.i1.question_7"] == "other"
