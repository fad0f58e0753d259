"""Editions that begin on different days: a later one concludes nothing before its first day."""

from __future__ import annotations

import datetime as dt

import pytest

from app.assessment.determination import determinations
from app.assessment.evaluation import evaluate
from app.assessment.law import NotCovered
from app.questionnaire.loader import load
from tests.assessment.made import made

LATER = """
about:
  title: A later regime
  uses: [made]
  edition: {id: later-1, covers_from: 2026-03-01, read_on: 2026-06-30}
determinations:
  elsewhere:
    of: item
    section: items
    kind: licence
    title: Elsewhere
    outcomes: [{value: nothing, says: Nothing}]
"""
ANSWERS = {"items": ("i1",)}


def ids_on(day: dt.date) -> set[str]:
    questionnaire = load({**made().texts, "later/about.yaml": LATER})
    return {found.id for found in determinations(evaluate(questionnaire, ANSWERS, day))}


def test_a_later_edition_concludes_nothing_before_its_first_day() -> None:
    assert ids_on(dt.date(2026, 2, 28)) == {"class"}
    assert ids_on(dt.date(2026, 3, 1)) == {"class", "elsewhere"}


def test_a_day_before_every_edition_is_refused() -> None:
    with pytest.raises(NotCovered, match="covers 2020-01-01"):
        ids_on(dt.date(2019, 12, 31))
