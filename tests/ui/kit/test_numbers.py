from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.kit.numbers import parse, show, shown_text


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1.979", "TFLOPS", 1979),
        ("1,979", "TFLOPS", 1979),
        ("1979", "TFLOPS", 1979),
        ("1 979", "", 1979),
        ("1.234,5", "", 1234.5),
        ("1,234.5", "", 1234.5),
        ("0.625", "", 0.625),
        ("989.4 TFLOPS", "TFLOPS", 989.4),
        ("814 mm2", "mm²", 814),
        ("12,5 %", "%", 12.5),
        ("$1,200.50", "USD", 1200.5),
        ("1200 usd", "USD", 1200),
        ("1.2×10^26", "", 1.2e26),
        ("10^26", "", 1e26),
        ("-3", "", -3),
        (".5", "", 0.5),
        ("10", "", 10),
    ],
)
def test_a_number_is_understood_as_people_write_it(text: str, unit: str, value: float) -> None:
    assert parse(text, unit).value == value


@pytest.mark.parametrize("text", ["abc", "1.2.3", "1,2,3", "-", "1e999", "", "<b>1</b>"])
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    assert parse(text).value is None
    assert parse(text).doubt


def test_a_number_that_can_be_read_in_two_ways_says_how_it_was_read() -> None:
    assert "1,979" in parse("1.979").doubt
    assert parse("1.9790").value == 1.979
    assert not parse("1,979").doubt


def test_a_percentage_has_no_thousands() -> None:
    assert parse("1.979 %", "%", may_group=False).value == 1.979


def test_another_unit_is_not_taken_for_the_one_asked_for() -> None:
    assert parse("1,979 TOPS", "TFLOPS").value is None
    assert "TFLOPS" in parse("1,979 TOPS", "TFLOPS").doubt


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=0, max_value=1e30))
def test_what_stands_in_a_field_reads_back_as_itself(value: float) -> None:
    if "e" not in shown_text(value):
        assert parse(shown_text(value)).value == value


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    parse(text, "TFLOPS")


def test_a_number_is_shown_in_groups_and_without_noise() -> None:
    assert show(123456789.1) == "123,456,789.1"
    assert show(0.1) == "0.1"
    assert show(-0.0) == "0"
    assert show(1e26) == "1e+26"
