"""The law as shipped: its worked cases hold, and so do the laws of evaluation."""

from __future__ import annotations

from functools import cache, reduce
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from app.assessment.cases import failures
from app.assessment.contradicted import unsettled
from app.assessment.determination import determinations
from app.assessment.evaluation import evaluate
from app.assessment.law import VIEWS, read_on
from app.assessment.settling import representative
from app.assessment.values import is_settled
from tests.shipped import shipped_with_cases as shipped

if TYPE_CHECKING:
    import datetime as dt

    from app.questionnaire.definition import WorkedCase

HEAD: dict[str, Any] = {
    "items": ("i1", "i2"),
    "destinations": ("d1",),
    "parties": ("p1", "p2"),
    "people": ("h1",),
}
SEEDS = range(12)


def day() -> dt.date:
    return read_on(shipped())


@cache
def choices() -> dict[str, list[Any]]:
    """The answers that can be tried at every address."""
    bare, rnd = evaluate(shipped(), HEAD, day()), Random(0)
    slots = [address for address in bare.layout.slots if address != "day"]
    found = {}
    for address in slots:
        tried = list(representative(bare, address))
        found[address] = tried if len(tried) < 30 else rnd.sample(tried, 30)
    return found


def answers(seed: int, share: float) -> dict[str, Any]:
    rnd = Random(seed)
    drawn = {at: rnd.choice(each) for at, each in choices().items() if rnd.random() < share}
    return {**HEAD, **drawn}


def cases() -> list[Any]:
    return [pytest.param(case, id=f"{case.at.file}-{case.name}") for case in shipped().cases]


@pytest.mark.parametrize("case", cases())
def test_a_worked_case_holds(case: WorkedCase) -> None:
    assert list(failures(shipped(), case)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_answers_given_one_by_one_in_any_order_are_the_same_as_all_at_once(seed: int) -> None:
    whole = evaluate(shipped(), answers(seed, 0.5), day())
    entries = [(at, each) for at, each in whole.answers.items() if at not in HEAD]
    Random(seed + 1).shuffle(entries)
    start = evaluate(shipped(), HEAD, day())
    assert reduce(lambda state, entry: state.given(*entry), entries, start).values == whole.values


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
@pytest.mark.parametrize("seed", SEEDS)
def test_knowledge_never_unsettles_what_is_settled(seed: int, share: float) -> None:
    given = answers(seed, share)
    before = evaluate(shipped(), given, day())
    after = evaluate(shipped(), {**answers(seed + 1000, 1.0), **given}, day())
    q = before.questionnaire
    evaluated = {*q.figures, *q.rules, *q.determinations}
    pairs = zip(before.layout.instances, before.values, after.values, strict=True)
    assert [
        (instance.id, instance.keys, old, new)
        for instance, old, new in pairs
        if instance.id in evaluated and is_settled(old) and old != new
    ] == []
    later = {(found.id, found.keys): found for found in determinations(after)}
    for found in determinations(before):
        if unsettled(after, after.layout.index(found.id, "", found.keys)):
            continue  # answers that contradict each other are no knowledge
        other = later.get((found.id, found.keys), found)
        assert all(set(other.values(view)) <= set(found.values(view)) for view in VIEWS)
