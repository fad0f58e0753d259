"""What docs/screening.md promises of the search, held on the real list where it is at hand."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from app.screening.reading import read_list
from app.screening.screen import THRESHOLD
from app.screening.search import search, search_all
from tests.screening import quality

if TYPE_CHECKING:
    from pathlib import Path

    from app.screening.index import Index
    from app.screening.listed import Listed

SAMPLE = 250


@pytest.fixture(scope="module")
def real(request: pytest.FixtureRequest) -> tuple[tuple[Listed, ...], Index]:
    path = request.config.rootpath.parent / "shared" / "lists" / "consolidated.csv"
    if not path.is_file():
        pytest.skip("there is no consolidated list beside the checkout")
    parties = read_list(path).parties
    return parties, quality.index_of(parties)


def test_names_are_found_as_often_as_promised(real: tuple[tuple[Listed, ...], Index]) -> None:
    parties, index = real
    found = quality.recall(index, parties, SAMPLE)

    def share(*kinds: str) -> float:
        scores = [score for kind in kinds for score in found[kind]]
        return sum(score >= THRESHOLD for score in scores) / len(scores)

    assert share("as listed", "case", "accents") == 1.0
    assert share("order", "legal form") >= 0.99
    assert share(*quality.ONE_LETTER) >= 0.96  # a sample of 250 wavers by a point
    hard = ("words joined", "word split", "extra word", "initial", "acronym", "numeral")
    for kind in (*hard, "written by ear", "person in Cyrillic", "person in Greek"):
        assert share(kind) >= 0.88, kind
    assert share("two letters wrong of ten or more") >= 0.92
    assert share("two letters wrong") >= 0.84


def test_ordinary_names_seldom_alert(real: tuple[tuple[Listed, ...], Index]) -> None:
    _, index = real
    scores = quality.alerts(index, quality.ordinary_names(1_000))
    assert sum(score >= THRESHOLD for score in scores) / len(scores) <= 0.02


def test_the_index_leaves_out_nothing_of_the_real_list(
    real: tuple[tuple[Listed, ...], Index],
) -> None:
    parties, index = real
    chance = random.Random(5)
    changes = list(quality.CHANGES.values())
    for party in chance.sample(parties, 6):
        name = chance.choice(changes)(chance, party.name)
        assert search(index, name, THRESHOLD) == search_all(index, name, THRESHOLD)


def test_every_row_of_the_real_list_is_read(shared: Path) -> None:
    found = read_list(shared / "lists" / "consolidated.csv")
    assert len(found.parties) == 25_921
    assert found.omissions == ()
    assert found.unknown_sources == ()
    assert {party.footnote for party in found.parties} == {"", "1", "3", "4", "5"}
