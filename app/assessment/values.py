"""Values of three-valued evaluation: truths, numbers as intervals, words as candidates.

``None`` is *not known* everywhere.  A number that is not known is a ``Span`` that holds
it; a word that is one of several is the frozenset of its candidates.  So "not known" says
how much is known, and a comparison is settled as soon as only one result is left.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple

Truth = bool | None
"""Yes, no or not known (Kleene's strong three values)."""


class Span(NamedTuple):
    """A number known to lie between ``low`` and ``high``, both included."""

    low: float
    high: float


Number = float | Span
Table = Mapping[str, Number]
Value = bool | float | Span | str | frozenset[str] | tuple[str, ...] | Table | None

ANY_NUMBER = Span(-math.inf, math.inf)
_LARGEST = sys.float_info.max


def both(left: Truth, right: Truth) -> Truth:
    """Kleene's and."""
    if left is False or right is False:
        return False
    return True if left and right else None


def either(left: Truth, right: Truth) -> Truth:
    """Kleene's or."""
    if left or right:
        return True
    return False if left is False and right is False else None


def all_of(truths: Iterable[Value]) -> Truth:
    """Kleene's and over several."""
    result: Truth = True
    for truth in truths:
        result = both(result, truth)  # type: ignore[arg-type]  # the checker knows truths
    return result


def any_of(truths: Iterable[Value]) -> Truth:
    """Kleene's or over several."""
    result: Truth = False
    for truth in truths:
        result = either(result, truth)  # type: ignore[arg-type]  # the checker knows truths
    return result


def negated(truth: Truth) -> Truth:
    """Kleene's not."""
    return None if truth is None else not truth


def is_settled(value: Value) -> bool:
    """Whether further answers cannot change the value."""
    if value is None or isinstance(value, Span):
        return False
    if isinstance(value, frozenset):
        return len(value) == 1
    if isinstance(value, Mapping):
        return not any(isinstance(cell, Span) for cell in value.values())
    return True


def span(value: Value) -> Span:
    """A number as the interval that holds it; anything else may be any number."""
    if isinstance(value, Span):
        return value
    if type(value) is float:
        return Span(value, value)
    return ANY_NUMBER


def number(low: float, high: float) -> Number:
    """The number that lies between these: exact where they are one."""
    if math.isnan(low) or math.isnan(high):
        return ANY_NUMBER
    # What grew beyond a number's range is beyond it, and not known any better.
    low, high = min(low, _LARGEST), max(high, -_LARGEST)
    return low if low == high and math.isfinite(low) else Span(low, high)


def calculate(op: str, left: Value, right: Value) -> Number:
    """``left op right`` over intervals; division by an interval around zero is not known."""
    if type(left) is float and type(right) is float and not (op == "/" and right == 0):
        exact = _exactly(op, left, right)
        if math.isfinite(exact):
            return exact
    a, b = span(left), span(right)
    if op == "+":
        return number(a.low + b.low, a.high + b.high)
    if op == "-":
        return number(a.low - b.high, a.high - b.low)
    if op == "*":
        corners = [_times(x, y) for x in a for y in b]
        return number(min(corners), max(corners))
    return _divided(a, b)


def _exactly(op: str, left: float, right: float) -> float:
    match op:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right


def _times(x: float, y: float) -> float:
    return 0.0 if 0.0 in (x, y) else x * y


def _divided(a: Span, b: Span) -> Number:
    if b.low < 0 < b.high:
        return ANY_NUMBER
    if b.low == b.high == 0:
        return Span(0.0, math.inf) if a.low >= 0 else ANY_NUMBER
    corners = [_quotient(x, y) for x in a for y in b]
    if any(map(math.isnan, corners)):
        return Span(0.0, math.inf) if a.low >= 0 and b.low >= 0 else ANY_NUMBER
    return number(min(corners), max(corners))


def _quotient(x: float, y: float) -> float:
    if math.isinf(y):
        return math.nan if math.isinf(x) else 0.0
    if y == 0:
        return math.nan if x == 0 else math.copysign(math.inf, x)
    return x / y


def compare(op: str, left: Value, right: Value) -> Truth:
    """A comparison of numbers, words, dates or candidates."""
    if type(left) is float and type(right) is float:
        return _ordered(op, left, right)
    if isinstance(left, (float, Span)) or isinstance(right, (float, Span)):
        return _compare_spans(op, span(left), span(right))
    if left is None or right is None:
        return None
    if op in ("==", "!="):
        return equal(left, right) if op == "==" else negated(equal(left, right))
    return _ordered(op, left, right) if isinstance(left, str) and isinstance(right, str) else None


def _ordered(op: str, left: float | str, right: float | str) -> bool:
    match op:
        case ">=":
            return bool(left >= right)  # type: ignore[operator]  # two numbers or two dates
        case ">":
            return bool(left > right)  # type: ignore[operator]
        case "<=":
            return bool(left <= right)  # type: ignore[operator]
        case "<":
            return bool(left < right)  # type: ignore[operator]
        case "==":
            return left == right
        case _:
            return left != right


def _compare_spans(op: str, a: Span, b: Span) -> Truth:
    match op:
        case ">=":
            return True if a.low >= b.high else False if a.high < b.low else None
        case ">":
            return True if a.low > b.high else False if a.high <= b.low else None
        case "<=":
            return _compare_spans(">=", b, a)
        case "<":
            return _compare_spans(">", b, a)
        case "==":
            if a.high < b.low or b.high < a.low:
                return False
            return True if a.low == a.high == b.low == b.high else None
        case _:
            return negated(_compare_spans("==", a, b))


def equal(left: Value, right: Value) -> Truth:
    """Whether two words are the same; candidates make it not known while both are possible."""
    if isinstance(left, frozenset) or isinstance(right, frozenset):
        a = left if isinstance(left, frozenset) else frozenset({left})
        b = right if isinstance(right, frozenset) else frozenset({right})
        if not a & b:
            return False
        return True if len(a) == len(b) == 1 else None
    return left == right


def within(word: Value, words: frozenset[str] | tuple[str, ...] | None) -> Truth:
    """Whether a word (or every candidate for it) is among the words."""
    if word is None or words is None:
        return None
    if isinstance(word, frozenset):
        inside = sum(candidate in words for candidate in word)
        return True if inside == len(word) else None if inside else False
    return word in words


def joined(values: list[Value]) -> Value:
    """What is known where any of these values is possible."""
    first = values[0]
    if all(value == first and type(value) is type(first) for value in values):
        return first
    if all(isinstance(value, (float, Span)) for value in values):
        spans = [span(value) for value in values]
        return number(min(s.low for s in spans), max(s.high for s in spans))
    words: set[str] = set()
    for value in values:
        if isinstance(value, str):
            words.add(value)
        elif isinstance(value, frozenset):
            words |= value
        else:
            return None
    return frozenset(words)
