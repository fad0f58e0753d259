"""From which day what is concluded, and what is said of days before."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.assessment.determination import determinations
from app.assessment.evaluation import evaluate
from app.assessment.law import NotCovered, coverage, law_of
from app.assessment.review import conflicts
from app.questionnaire.loader import load

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire

ABOUT = """\
about:
  title: Made
  regime: Made land
  planned: planned
  edition:
    {id: made-1, covers_from: 2020-01-01, concludes_from: 2022-01-01, read_on: 2026-06-30}
  coverage:
    - {from: 2020-01-01, says: The class alone.}
    - {from: 2022-01-01, says: Everything.}
"""
LAW = """\
sections:
  all: {title: All, order: 1}
questions:
  planned: {section: all, kind: date, ask: When?, printed: yes}
  weight: {section: all, kind: number, ask: How heavy?}
  country: {section: all, kind: country, ask: Where to?}
countries:
  AA: {name: Aland}
  BB: {name: Beland}
sets:
  far:
    title: far places
    values: {2023-01-01: [AA]}
  farther:
    title: farther places
    combine: [far]
sources:
  act: {title: The act}
rules:
  old:
    kind: classification
    title: Old
    when: weight > 1
    status: [{from: 2020-01-01, is: in_force}, {from: 2021-01-01, is: ended}]
    cites: [act/1]
  new:
    kind: classification
    title: New
    when: weight > 2
    status: [{from: 2021-01-01, is: in_force}]
    cites: [act/2]
determinations:
  class:
    section: all
    kind: classification
    title: Class
    from: 2020-01-01
    outcomes:
      - {value: listed, says: Listed, when: old or new}
      - {value: free, says: Free}
  licence:
    section: all
    kind: licence
    title: Licence
    outcomes:
      - {value: required, says: Required, when: country in farther}
      - {value: free_of, says: None}
"""
DAY = dt.date(2026, 1, 1)


@pytest.fixture(scope="module")
def made() -> Questionnaire:
    return load({"made/about.yaml": ABOUT, "made/law.yaml": LAW})


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (dt.date(2020, 6, 1), ["class"]),
        (dt.date(2021, 12, 31), ["class"]),
        (dt.date(2022, 1, 1), ["class", "licence"]),
    ],
)
def test_a_conclusion_arises_from_its_own_day_or_from_that_of_the_edition(
    made: Questionnaire, day: dt.date, found: list[str]
) -> None:
    assert [each.id for each in determinations(evaluate(made, {}, day))] == found


def test_before_the_edition_nothing_is_concluded(made: Questionnaire) -> None:
    with pytest.raises(NotCovered, match="2020-01-01"):
        law_of(made, dt.date(2019, 12, 31))


@pytest.mark.parametrize(
    ("day", "old", "new"),
    [(dt.date(2020, 12, 31), True, False), (dt.date(2021, 1, 1), False, False)],
)
def test_a_rule_that_ended_counts_on_its_days_only(
    made: Questionnaire,
    day: dt.date,
    old: bool,
    new: bool,
) -> None:
    evaluation = evaluate(made, {"weight": 1.5}, day)
    assert (evaluation.value("old", ()), evaluation.value("new", ())) == (old, new)


@pytest.mark.parametrize(
    ("day", "values"),
    [(dt.date(2022, 6, 1), ("required", "free_of")), (dt.date(2023, 1, 1), ("free_of",))],
)
def test_a_list_before_its_first_day_is_not_known_and_never_empty(
    made: Questionnaire, day: dt.date, values: tuple[str, ...]
) -> None:
    found = {each.id: each for each in determinations(evaluate(made, {"country": "BB"}, day))}
    assert found["licence"].values("text") == values


@pytest.mark.parametrize(
    ("day", "says"),
    [(dt.date(2021, 6, 1), "The class alone."), (dt.date(2022, 1, 1), "Everything.")],
)
def test_what_is_covered_is_said_by_period(made: Questionnaire, day: dt.date, says: str) -> None:
    assert [words for _, words in coverage(made, day)] == [says]


def test_a_planned_day_before_the_law_is_said_and_not_dropped_in_silence(
    made: Questionnaire,
) -> None:
    (found,) = conflicts(evaluate(made, {"planned": "2019-05-01"}, DAY))
    assert found.says == (
        "The law at hand begins on 2020-01-01. Nothing is concluded for 2019-05-01, which is "
        "earlier"
    )
    assert found.look_at == ("planned",)


def test_a_planned_day_that_is_covered_is_no_contradiction(made: Questionnaire) -> None:
    assert conflicts(evaluate(made, {"planned": "2020-01-01"}, DAY)) == ()
