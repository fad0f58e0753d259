"""Laws of evaluation, held over any answers: order is irrelevant, knowledge never unsettles."""

from __future__ import annotations

import datetime as dt
from functools import reduce
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from app.assessment.assessment import assess
from app.assessment.determination import determinations
from app.assessment.evaluation import Evaluation, evaluate
from app.assessment.interview import asked, not_counted
from app.assessment.law import VIEWS
from app.assessment.values import Span, is_settled, span
from tests.assessment.made import made

if TYPE_CHECKING:
    import random

    from app.assessment.answers import Answer, Answers
    from app.assessment.values import Value

QUESTIONNAIRE = made()
DAY = dt.date(2026, 6, 30)
GROUPS: Answers = {"items": ("i1", "i2"), "destinations": ("d1",), "parties": ("p1", "p2")}
countries = st.sampled_from(["CN", "FR", "MO", "NO"])
cells = st.one_of(st.none(), st.just("none"), st.sampled_from([99.0, 242.0, 600.0, 1979.0]))
CHOICES: dict[str, st.SearchStrategy[Any]] = {
    "item_inside": st.sampled_from(["none", "i1", "i2"]),
    "kind": st.sampled_from(["chip", "box"]),
    "speed": st.fixed_dictionaries({"fp8": cells, "fp16": cells}),
    "no_other": st.booleans(),
    "area": st.sampled_from([0.0, 100.0, 327.0, 814.0]),
    "datacenter": st.booleans(),
    "country": countries,
    "head_office": countries,
    "party_destinations": st.sampled_from([(), ("d1",)]),
}


def addresses() -> dict[str, st.SearchStrategy[Any]]:
    found: dict[str, st.SearchStrategy[Any]] = {}
    for name, answers in CHOICES.items():
        scope = QUESTIONNAIRE.questions[name].of
        for key in GROUPS[QUESTIONNAIRE.groups[scope[0]].plural]:  # type: ignore[union-attr]
            found[QUESTIONNAIRE.address(name, (key,))] = st.one_of(st.none(), answers)
    found |= {f"{plural}.complete": st.booleans() for plural in GROUPS}
    return found


answer_maps = st.fixed_dictionaries({}, optional=addresses())


def start(answers: dict[str, Answer]) -> Evaluation:
    return evaluate(QUESTIONNAIRE, {**GROUPS, **answers}, DAY)


def is_less_known(before: Value, after: Value) -> bool:
    """Whether ``after`` is allowed once ``before`` was known."""
    if is_settled(before):
        return bool(before == after)
    if isinstance(before, Span):
        low, high = span(after)
        return before.low - 1e-9 <= low and high <= before.high + 1e-9
    if isinstance(before, frozenset):
        return after in before or (isinstance(after, frozenset) and after <= before)
    return True


@given(answer_maps, st.randoms(use_true_random=False))
def test_the_order_of_answering_does_not_matter(
    answers: dict[str, Answer], shuffler: random.Random
) -> None:
    entries = list(answers.items())
    shuffler.shuffle(entries)
    stepwise = reduce(lambda state, entry: state.given(*entry), entries, start({}))
    assert stepwise.values == start(answers).values


@given(answer_maps, answer_maps)
def test_an_answer_changed_again_and_taken_back_leaves_no_trace(
    answers: dict[str, Answer], others: dict[str, Answer]
) -> None:
    changed = reduce(lambda state, entry: state.given(*entry), others.items(), start(answers))
    for address in others:
        if address in answers:
            changed = changed.given(address, answers[address])
        else:
            changed = changed.withdrawn(address)
    assert changed.values == start(answers).values
    assert dict(changed.answers) == {**GROUPS, **answers}


@given(answer_maps, answer_maps)
def test_knowledge_never_unsettles_what_is_settled(
    answers: dict[str, Answer], more: dict[str, Answer]
) -> None:
    known: dict[str, Answer] = {at: each for at, each in answers.items() if each is not None}
    known = {a: v for a, v in known.items() if not isinstance(v, dict) or None not in v.values()}
    before = start(known)
    after = start({**more, **known})
    questions = before.questionnaire.questions
    for instance, old, new in zip(
        before.layout.instances, before.values, after.values, strict=True
    ):
        if instance.id not in questions and instance.run is not None:
            assert is_less_known(old, new), (instance.id, instance.keys, old, new)


@given(answer_maps)
def test_every_question_asked_without_an_answer_can_change_something(
    answers: dict[str, Answer],
) -> None:
    state = assess(QUESTIONNAIRE, {**GROUPS, **answers}, DAY)
    for each in asked(state):
        question = each.question
        if each.given or question.kind in ("text", "member", "members"):
            continue
        index = state.today.layout.slots[each.address]
        assert state.today.layout.dependents[index]
        views = [f.values(view) for f in determinations(state.today) for view in VIEWS]
        assert any(len(outcomes) > 1 for outcomes in views), each.address


@given(answer_maps)
def test_an_answer_on_a_closed_branch_is_kept_listed_and_counts_for_nothing(
    answers: dict[str, Answer],
) -> None:
    closed = {**answers, "items.i1.kind": "paper"}
    state = assess(QUESTIONNAIRE, {**GROUPS, **closed}, DAY)
    listed = {each.address for each in not_counted(state)}
    given_there = {at for at in closed if at in ("items.i1.speed", "items.i1.area")}
    assert listed == given_there
    assert given_there <= set(state.answers)
    without = {at: answer for at, answer in closed.items() if at not in given_there}
    views = [
        (found.id, found.keys, found.values(view))
        for found in determinations(state.today)
        for view in VIEWS
    ]
    bare = assess(QUESTIONNAIRE, {**GROUPS, **without}, DAY)
    assert views == [
        (found.id, found.keys, found.values(view))
        for found in determinations(bare.today)
        for view in VIEWS
    ]


@given(answer_maps)
def test_renaming_keys_changes_nothing(answers: dict[str, Answer]) -> None:
    def renamed(text: str) -> str:
        return text.replace("i1", "i7").replace("d1", "d9").replace("p2", "p5")

    def answer_renamed(answer: Answer) -> Answer:
        if isinstance(answer, str):
            return renamed(answer)
        return tuple(map(renamed, answer)) if isinstance(answer, tuple) else answer

    whole: Answers = {**GROUPS, **answers}
    other = {renamed(at): answer_renamed(answer) for at, answer in whole.items()}
    assert evaluate(QUESTIONNAIRE, other, DAY).values[1:] == [
        answer_renamed(value)
        if isinstance(value, (str, tuple)) and not isinstance(value, Span)
        else value
        for value in evaluate(QUESTIONNAIRE, whole, DAY).values[1:]
    ]


@given(answer_maps)
def test_practice_never_asks_for_more_than_the_text(answers: dict[str, Answer]) -> None:
    for found in determinations(start(answers)):
        if found.id == "licence" and "required" in found.values("practice"):
            assert "required" in found.values("text")


@given(answer_maps)
def test_an_answer_counts_once_it_is_known_that_its_branch_is_open(
    answers: dict[str, Answer],
) -> None:
    early = {**answers, "items.i1.speed": {"fp8": 1979.0}, "items.i1.kind": None}
    before = start(early)
    assert before.value("power", ("i1",)) == Span(0.0, float("inf"))
    assert before.given("items.i1.kind", "chip").value("is_a", ("i1",)) is True
    assert before.given("items.i1.kind", "paper").value("is_a", ("i1",)) is False
