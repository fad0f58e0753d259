"""How long screening takes on the real list: ready, one name, a file of names; and how much memory.

The list is not the project's to ship; without it beside the checkout these are skipped.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from app.operations.lists import Lists, import_list
from app.screening.reading import read_list
from app.screening.screen import THRESHOLD, Name
from app.store.library import Library
from tests.conftest import CHECKOUT
from tests.screening import quality

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

START = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
CONSOLIDATED = CHECKOUT.parent / "shared" / "lists" / "consolidated.csv"
NINETY_FIVE = 0.95
SAMPLE = 200


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not CONSOLIDATED.is_file():
        pytest.skip("there is no consolidated list beside the checkout")
    path = tmp_path_factory.mktemp("bench") / "library.sqlite"
    with Library.open(path, START) as library:
        import_list(library, CONSOLIDATED, START, "A.")
    return path


@pytest.fixture
def lists(place: Path) -> Iterator[Lists]:
    with Library.open(place, START) as library:
        yield Lists.of(library)


def _asked(lists: Lists, count: int = 1_000) -> list[str]:
    """Listed names with a slip, and ordinary ones, half of each."""
    chance = random.Random(3)
    drawn = chance.sample(lists.index.names, count // 2)
    changes = [quality.CHANGES[kind] for kind in quality.ONE_LETTER]
    slipped = [chance.choice(changes)(chance, name) for name in drawn]
    return [*slipped, *quality.ordinary_names(count - len(slipped))]


def test_lists_ready(benchmark: BenchmarkFixture, place: Path) -> None:
    with Library.open(place, START) as library:
        assert benchmark(lambda: Lists.of(library).index.words)


def test_one_name(benchmark: BenchmarkFixture, lists: Lists) -> None:
    names = _asked(lists)
    turn = itertools.cycle(names)
    benchmark(lambda: lists.screen(Name(next(turn))))
    assert lists.screen(Name(lists.index.names[0]))
    times = sorted(_time(lists, name) for name in names)
    benchmark.extra_info["p50 ms"] = round(times[len(times) // 2], 2)
    benchmark.extra_info["p95 ms"] = round(times[int(len(times) * NINETY_FIVE)], 2)


def _time(lists: Lists, name: str) -> float:
    began = time.process_time()  # of this process alone, whatever else the machine does
    lists.screen(Name(name))
    return 1_000 * (time.process_time() - began)


def test_memory_of_the_lists(benchmark: BenchmarkFixture, place: Path) -> None:
    def searched() -> float:
        with Library.open(place, START) as library:
            tracemalloc.start()
            lists = Lists.of(library)
            for name in _asked(lists, 100):
                lists.screen(Name(name))
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            return most / 1e6

    most: float = benchmark.pedantic(searched, rounds=1)
    assert most > 0
    benchmark.extra_info["MB at most"] = round(most, 1)


def test_quality(benchmark: BenchmarkFixture, lists: Lists) -> None:
    """What share of changed names is found at the threshold, and how many ordinary ones alert."""
    parties = read_list(CONSOLIDATED).parties
    found = benchmark.pedantic(quality.recall, (lists.index, parties, SAMPLE), rounds=1)
    assert found
    found["alerts on ordinary names"] = quality.alerts(lists.index, quality.ordinary_names(SAMPLE))
    for kind, scores in found.items():
        share = sum(score >= THRESHOLD for score in scores) / len(scores)
        benchmark.extra_info[f"% {kind}"] = round(100 * share, 1)
