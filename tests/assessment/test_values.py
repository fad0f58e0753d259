"""Three-valued arithmetic: whatever a number or truth turns out to be, the result held it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assessment.values import (
    Span,
    Value,
    both,
    calculate,
    compare,
    either,
    equal,
    is_settled,
    joined,
    negated,
    span,
    within,
)

TRUTHS = [True, False, None]
exact = st.floats(-1e6, 1e6)
spans = st.tuples(exact, exact).map(lambda pair: Span(min(pair), max(pair)))


@pytest.mark.parametrize("left", TRUTHS)
@pytest.mark.parametrize("right", TRUTHS)
def test_and_is_settled_by_one_no_and_or_by_one_yes(left: bool | None, right: bool | None) -> None:
    assert both(left, right) is (
        False if False in (left, right) else None if None in (left, right) else True
    )
    assert either(left, right) is (
        True if True in (left, right) else None if None in (left, right) else False
    )


def test_not_known_stays_not_known_under_not() -> None:
    assert [negated(truth) for truth in TRUTHS] == [False, True, None]


@given(spans, spans, st.sampled_from("+-*/"), st.floats(0, 1), st.floats(0, 1))
def test_arithmetic_over_intervals_holds_every_result(
    a: Span, b: Span, op: str, at: float, bt: float
) -> None:
    x = min(max(a.low + at * (a.high - a.low), a.low), a.high)
    y = min(max(b.low + bt * (b.high - b.low), b.low), b.high)
    if op == "/" and y == 0:
        return
    low, high = span(calculate(op, a, b))
    result = span(calculate(op, x, y)).low
    slack = 1e-9 * max(1.0, abs(result))
    assert low - slack <= result <= high + slack


@given(spans, spans, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), st.data())
def test_a_settled_comparison_holds_for_every_number_in_the_intervals(
    a: Span, b: Span, op: str, data: st.DataObject
) -> None:
    truth = compare(op, a, b)
    x = data.draw(st.floats(a.low, a.high))
    y = data.draw(st.floats(b.low, b.high))
    assert truth is None or truth is compare(op, x, y)


def test_exactly_the_limit_is_at_or_above_it() -> None:
    assert compare(">=", 4800.0, 4800.0) is True
    assert compare("<", 4800.0, 4800.0) is False


def test_at_least_the_limit_settles_at_or_above() -> None:
    assert compare(">=", Span(4800, math.inf), 4800.0) is True
    assert compare(">=", Span(4799, math.inf), 4800.0) is None
    assert compare("<", Span(4800, math.inf), 4800.0) is False


def test_dividing_by_what_may_be_zero_leaves_the_result_open() -> None:
    assert span(calculate("/", 1936.0, Span(0, math.inf))) == (0, math.inf)
    assert span(calculate("/", 1.0, 0.0)) == (0, math.inf)
    assert span(calculate("/", -1.0, 0.0)) == (-math.inf, math.inf)
    assert span(calculate("/", 1.0, Span(-1, 1))) == (-math.inf, math.inf)


@pytest.mark.parametrize(
    ("word", "truth"),
    [
        ("CN", True),
        ("FR", False),
        (None, None),
        (frozenset({"CN", "MO"}), True),
        (frozenset({"CN", "FR"}), None),
        (frozenset({"FR"}), False),
    ],
)
def test_a_word_is_among_others_if_every_candidate_is(word: Value, truth: bool | None) -> None:
    assert within(word, frozenset({"CN", "MO"})) is truth


def test_candidates_are_equal_only_if_one_is_left() -> None:
    assert equal(frozenset({"a", "b"}), "a") is None
    assert equal(frozenset({"a"}), "a") is True
    assert equal(frozenset({"a", "b"}), "c") is False
    assert compare("!=", frozenset({"a", "b"}), "c") is True


def test_values_join_to_what_is_known_of_all() -> None:
    assert joined([True, True]) is True
    assert joined([True, False]) is None
    assert joined([1.0, Span(2, 3)]) == Span(1, 3)
    assert joined(["a", frozenset({"b"})]) == frozenset({"a", "b"})
    assert joined(["a", None]) is None
    assert joined([1.0, True]) is None


@pytest.mark.parametrize(
    ("value", "settled"),
    [
        (None, False),
        (Span(1, 2), False),
        (1.0, True),
        (False, True),
        ("a", True),
        (frozenset({"a", "b"}), False),
        (frozenset({"a"}), True),
        ({"fp8": 1.0}, True),
        ({"fp8": Span(0, 1)}, False),
        ((), True),
    ],
)
def test_a_value_is_settled_if_one_thing_is_left(value: Value, settled: bool) -> None:
    assert is_settled(value) is settled
