"""A date that stands in an expression is a day on which the law changes."""

from __future__ import annotations

import datetime as dt

import pytest

from app.assessment.law import boundaries, law_of
from app.questionnaire.names import days_in, turning_days
from app.questionnaire.parser import parse
from tests.assessment.made import made

DATED = made(
    """
rules:
  until_spring: {kind: flag, title: until spring, cites: [law/1], when: "day < date(2027, 4, 6)"}
"""
)
SPRING = dt.date(2027, 4, 6)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("day < date(2027, 4, 6)", [6]),
        ("day >= date(2027, 4, 6)", [6]),
        ("day <= date(2027, 4, 6)", [7]),
        ("day > date(2027, 4, 6)", [7]),
        ("date(2027, 4, 6) > day", [6]),
        ("date(2027, 4, 6) >= day", [7]),
        ("day == date(2027, 4, 6)", [6, 7]),
        ("not (yes and day < date(2027, 4, 6))", [6]),
        ("(1 if day < date(2027, 4, 6) else 2) + 1 > 2", [6]),
        ("planned < date(2027, 4, 6)", []),
        ("any(items, day > date(2027, 4, 6) or no)", [7]),
    ],
)
def test_an_expression_turns_on_the_days_that_its_comparison_names(
    text: str, days: list[int]
) -> None:
    assert list(days_in(parse(text))) == [dt.date(2027, 4, day) for day in days]


def test_a_date_in_a_rule_is_a_boundary_of_the_law() -> None:
    assert SPRING in boundaries(DATED)
    assert (SPRING, "until_spring") in turning_days(DATED)
    assert law_of(DATED, SPRING).since == SPRING
    assert law_of(DATED, SPRING - dt.timedelta(days=1)).since < SPRING
