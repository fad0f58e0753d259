from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.kit.dates import parse_date, show_date

THE_DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-11-24", "24 Nov 2026", "24 november 2026", "Nov 24, 2026", "24.11.2026"),
        *("11/24/2026", "24/11/2026", " 24  Nov.  2026 "),
    ],
)
def test_a_day_is_understood_as_people_write_it(text: str) -> None:
    assert parse_date(text) == (THE_DAY, "")


def test_a_date_that_can_be_two_days_is_not_read() -> None:
    day, why = parse_date("3/4/2026")
    assert day is None
    assert "two dates" in why


@pytest.mark.parametrize("text", ["30 Feb 2026", "2026-13-01", "tomorrow", "Ju 3 2026", "24 Nov"])
def test_what_is_no_day_says_why(text: str) -> None:
    day, why = parse_date(text)
    assert day is None
    assert why


def test_months_are_known_in_the_language_of_the_system_too() -> None:
    assert parse_date("24 novembre 2026", {"novembre": 11}) == (THE_DAY, "")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_that_is_shown_reads_back_as_itself(day: date) -> None:
    assert parse_date(show_date(day))[0] == day
    assert parse_date(day.isoformat())[0] == day
