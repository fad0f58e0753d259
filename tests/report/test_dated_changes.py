"""What lapses or starts soon is announced, also where only an expression dates it."""

from __future__ import annotations

import datetime as dt

from app.report.content.edition import changes
from tests.assessment.made import made

DATED = made(
    """
rules:
  until_spring: {kind: flag, title: until spring, cites: [law/1], when: "day < date(2027, 4, 6)"}
"""
)


def named(after: dt.date, until: dt.date) -> list[tuple[dt.date, str]]:
    return [(each.day, each.what) for each in changes(DATED, after, until)]


def test_a_rule_that_names_a_date_is_announced_before_that_date() -> None:
    spring = dt.date(2027, 4, 6)
    assert (spring, "until spring") in named(dt.date(2026, 11, 25), dt.date(2027, 5, 24))
    assert (spring, "until spring") not in named(spring, dt.date(2027, 10, 3))
