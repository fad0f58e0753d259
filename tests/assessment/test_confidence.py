"""Confidence is computed: each reason appears where taking it otherwise changes the result."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from app.assessment.confidence import Reason, confidence
from app.assessment.determination import determination
from app.assessment.evaluation import evaluate
from tests.assessment.made import made

DAY = dt.date(2026, 6, 30)
HEAD: dict[str, Any] = {"items": ("i1", "i2"), "items.complete": True}
FAST = {"items.i1.kind": "chip", "items.i1.speed": {"fp8": 1979.0, "fp16": "none"}}


def law(first: str, second: str = "", kind: str = "flag", against: str = "") -> str:
    rest = (
        f"  two: {{kind: flag, title: Two, cites: [law/2], when: go, {second}}}\n" if second else ""
    )
    when = "one or two" if second else against or "one"
    return (
        "sections: {more: {title: More, order: 9}}\n"
        "questions: {go: {section: more, kind: yes_no, ask: Go?}}\n"
        f"rules:\n  one: {{kind: {kind}, title: One, cites: [law/1], when: go, {first}}}\n{rest}"
        "determinations:\n  end: {section: more, kind: duty, title: End, outcomes: [\n"
        f"    {{value: x, says: X, when: {when}}}, {{value: y, says: Y}}]}}\n"
    )


def reasons(text: str, **answers: Any) -> tuple[str, list[Reason]]:  # noqa: ANN401
    evaluation = evaluate(made(text), {**HEAD, **answers}, DAY)
    found = confidence(evaluation, determination(evaluation, "end", ()))
    return found.grade, [each.reason for each in found.reasons]


NOT_CONFIRMED = "status: [{from: 2020-01-01, is: not_confirmed, cites: [law/1], note: unclear}]"
NOT_ENFORCED = "status: [{from: 2020-01-01, is: not_enforced, cites: [law/1]}]"
MARKS = [
    (NOT_CONFIRMED, Reason.NOT_CONFIRMED),
    ("reading: read so", Reason.READING),
    ("unverified: from memory", Reason.UNVERIFIED),
    (NOT_ENFORCED, Reason.PRACTICE),
]


@pytest.mark.parametrize(("mark", "reason"), MARKS)
def test_a_conclusion_that_rests_on_a_marked_rule_alone_is_arguable(
    mark: str, reason: Reason
) -> None:
    assert reasons(law(mark), go=True) == ("arguable", [reason])


@pytest.mark.parametrize(("mark", "_"), MARKS)
def test_a_marked_rule_that_does_not_hold_is_no_reason(mark: str, _: Reason) -> None:
    assert reasons(law(mark), go=False) == ("firm", [])


@pytest.mark.parametrize(("mark", "_"), MARKS)
def test_a_sound_rule_beside_a_marked_one_makes_it_firm(mark: str, _: Reason) -> None:
    assert reasons(law(mark, "entry: sound"), go=True) == ("firm", [])


def test_two_marked_rules_do_not_vouch_for_each_other() -> None:
    found = reasons(law(NOT_CONFIRMED, "unverified: from memory"), go=True)
    assert found == ("arguable", [Reason.NOT_CONFIRMED, Reason.UNVERIFIED])


def test_an_exception_that_rests_on_a_reading_makes_its_benefit_arguable() -> None:
    text = law("reading: read so", kind="exclusion", against="go and not one")
    assert reasons(text, go=True) == ("arguable", [Reason.READING])


def test_what_is_open_is_undetermined_whatever_it_rests_on() -> None:
    assert reasons(law("reading: read so")) == ("undetermined", [Reason.OPEN])


def second(when: str) -> str:
    return (
        "determinations:\n  end: {section: items, kind: duty, title: End, outcomes: [\n"
        f'    {{value: x, says: X, when: "{when}"}}, {{value: y, says: Y}}]}}\n'
    )


def test_a_second_reading_counts_where_it_gives_another_result() -> None:
    two = {"items.i1.kind": "chip", "items.i1.speed": {"fp8": 400.0, "fp16": 150.0}}
    text = second("any(items, power >= limit_a)")
    whole = {**two, "items.i2.kind": "chip", "items.i2.speed": {"fp8": 1.0, "fp16": 1.0}}
    assert reasons(text, **whole) == ("arguable", [Reason.SECOND_READING])
    assert reasons(text, **{**whole, "items.i1.speed": {"fp8": 9999.0, "fp16": 1.0}})[0] == "firm"


def test_a_second_reading_is_taken_for_all_members_at_once() -> None:
    speed = {"fp8": 200.0, "fp16": 100.0}  # 1,600 each; 3,200 each if all paths are summed
    both: dict[str, Any] = {"items.i1.kind": "chip", "items.i2.kind": "chip"}
    both |= {"items.i1.speed": speed, "items.i2.speed": speed}
    assert reasons(second("sum(items, power) >= limit_a"), **both)[0] == "arguable"
    less = {"fp8": 190.0, "fp16": 95.0}  # 1,520; 3,040: one alone changed gives 4,560
    both |= {"items.i1.speed": less, "items.i2.speed": less}
    assert reasons(second("sum(items, power) >= limit_a"), **both) == (
        "arguable",
        [Reason.SECOND_READING],
    )
