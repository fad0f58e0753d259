"""The laws of evaluation, held over questionnaires made at random."""

from __future__ import annotations

import datetime as dt
import math
from functools import reduce
from itertools import product
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.assessment.determination import determination, determinations
from app.assessment.evaluation import Evaluation, evaluate
from app.assessment.law import VIEWS
from app.assessment.settling import open_addresses, representative, settled_by
from app.assessment.values import Span, is_settled
from tests.assessment.random_law import answered, possible_answers, random_law

DAY = dt.date(2026, 6, 30)
KEYS = ("i1", "i2")
seeds = st.integers(0, 100_000)
shares = st.sampled_from([0.0, 0.3, 0.6, 0.9])
few = settings(max_examples=15)


def outcomes(evaluation: Evaluation) -> list[tuple[tuple[str, ...], ...]]:
    return [tuple(d.values(view) for view in VIEWS) for d in determinations(evaluation)]


def state(seed: int, share: float) -> Evaluation:
    law = random_law(seed % 997)
    return evaluate(law, answered(seed, law, KEYS, share), DAY)


@given(seeds, shares)
def test_given_is_the_same_as_evaluating_from_nothing_in_any_order(seed: int, share: float) -> None:
    whole = state(seed, share)
    entries = [(at, each) for at, each in whole.answers.items() if at != "items"]
    Random(seed + 1).shuffle(entries)
    start = evaluate(whole.questionnaire, {"items": KEYS}, DAY)
    assert reduce(lambda e, entry: e.given(*entry), entries, start).values == whole.values


@given(seeds, shares)
def test_knowledge_never_unsettles(seed: int, share: float) -> None:
    before = state(seed, share)
    rnd = Random(seed + 2)
    more = {at: rnd.choice(c) for at, c in possible_answers(before.questionnaire, KEYS).items()}
    after = evaluate(before.questionnaire, {**more, **before.answers}, DAY)
    q = before.questionnaire
    for instance, old, new in zip(
        before.layout.instances, before.values, after.values, strict=True
    ):
        if instance.id in (*q.figures, *q.rules, *q.determinations) and is_settled(old):
            assert old == new, (instance.id, instance.keys, instance.view)
    for old_views, new_views in zip(outcomes(before), outcomes(after), strict=True):
        assert all(set(new) <= set(old) for old, new in zip(old_views, new_views, strict=True))


@given(seeds, shares)
def test_what_is_not_open_cannot_change_a_conclusion(seed: int, share: float) -> None:
    before = state(seed, share)
    rnd = Random(seed + 3)
    for found in determinations(before):
        leaves = open_addresses(before, found)
        closed = {
            at: rnd.choice(choices)
            for at, choices in possible_answers(before.questionnaire, KEYS).items()
            if at not in leaves and at not in before.answers
        }
        after = reduce(lambda e, entry: e.given(*entry), closed.items(), before)
        other = determination(after, found.id, found.keys)
        if not leaves:
            assert (other.text, other.practice) == (found.text, found.practice)


def brute(
    evaluation: Evaluation, addresses: tuple[str, ...], *, fine: bool = False
) -> list[Evaluation]:
    """The evaluation for every combination of answers."""
    known = {} if fine else possible_answers(evaluation.questionnaire, KEYS)
    tried = [known.get(at) or list(representative(evaluation, at, fine=fine)) for at in addresses]
    assume(math.prod(map(len, tried)) <= 3000)
    return [
        reduce(lambda e, entry: e.given(*entry), zip(addresses, each, strict=True), evaluation)
        for each in product(*tried)
    ]


@few
@given(seeds, shares)
def test_a_set_said_to_settle_settles_whatever_the_answers_are(seed: int, share: float) -> None:
    before = state(seed, share)
    for found in determinations(before):
        said = settled_by(before, found)
        if said.addresses:
            for after in brute(before, said.addresses):
                other = determination(after, found.id, found.keys)
                assert len(other.text) == len(other.practice) == 1, (said, after.answers)


@few
@given(seeds, shares)
def test_no_open_question_less_would_settle_as_well(seed: int, share: float) -> None:
    before = state(seed, share)
    for found in determinations(before):
        said = settled_by(before, found)
        if not (said.exact and said.addresses):
            continue
        for left_out in said.addresses:
            fewer = tuple(at for at in said.addresses if at != left_out)
            others = [
                determination(e, found.id, found.keys) for e in brute(before, fewer, fine=True)
            ]
            assert any(len(each.text) > 1 or len(each.practice) > 1 for each in others)


@given(seeds)
def test_an_interval_holds_what_the_number_turns_out_to_be(seed: int) -> None:
    before, law = state(seed, 0.4), random_law(seed % 997)
    rnd = Random(seed + 4)
    more = {at: rnd.choice(c) for at, c in possible_answers(law, KEYS).items()}
    after = evaluate(law, {**more, **before.answers}, DAY)
    for name, figure in law.figures.items():
        for keys in before.layout.keys_of(figure.of):
            old, new = before.value(name, keys), after.value(name, keys)
            low, high = old if isinstance(old, Span) else (old, old)
            least, most = new if isinstance(new, Span) else (new, new)
            assert low <= least  # type: ignore[operator]
            assert most <= high  # type: ignore[operator]
