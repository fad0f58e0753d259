"""Whatever stands at an address: no exception, never read as no, never towards less control."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assessment.assessment import assess
from app.assessment.confidence import confidence
from app.assessment.determination import determinations
from app.assessment.evaluation import Evaluation, evaluate
from app.assessment.interview import asked, not_counted
from app.assessment.reading import value_of
from app.assessment.review import conflicts, to_dos
from app.assessment.trace import why
from app.assessment.values import Span
from tests.assessment.made import made

QUESTIONNAIRE = made(
    """
questions:
  share: {section: items, of: item, kind: percentage, ask: Which share?, printed: yes}
  price: {section: items, of: item, kind: money, unit: USD, ask: Which price?, printed: yes}
  when: {section: items, of: item, kind: date, ask: When?, printed: yes}
  document: {section: items, of: item, kind: file, ask: Which paper?, printed: yes}
  uses: {section: items, of: item, kind: some_of, ask: For what?, options: {a: A, b: B}, printed: yes}
"""
)
DAY = dt.date(2026, 6, 30)
HEAD: dict[str, Any] = {"items": ("i1", "i2"), "destinations": ("d1",), "parties": ("p1",)}
CONTROLLED: dict[str, Any] = {
    **HEAD,
    "items.i1.kind": "chip",
    "items.i1.speed": {"fp8": 700.0, "fp16": "none"},
    "items.i1.no_other": True,
    "items.i1.area": 300.0,
    "items.i1.datacenter": True,
    "destinations.d1.country": "CN",
}
NO_NUMBER = [math.nan, math.inf, -math.inf, -1.0, 10**400, True, "814", (), ("i1",), {}, object()]
WRONG: dict[str, list[Any]] = {
    "items.i1.area": [*NO_NUMBER, 2000.1],
    "items.i1.kind": [True, 1.0, "cihp", "", ("chip",), {}, "x" * 10_000, "\x00\u202e"],
    "items.i1.datacenter": ["yes", "no", 0.0, 1.0, 0, (), {}],
    "items.i1.speed": [1.0, "none", (), True, {}, {"fp8": None}],
    "destinations.d1.country": ["ZZ", "China", "", True, 3.0, ("CN",), {}],
    "items.i1.item_inside": ["i9", "", 1.0, False, ("i2",), "d1"],
    "parties.p1.party_destinations": ["d1", True, 1.0, ("d9",), {}],
    "items.i1.uses": ["a", True, ("a", "z"), {}, 2.0],
    "items.i1.when": ["2027-02-30", "tomorrow", "", 2027.0, True, ()],
    "items.i1.share": [*NO_NUMBER, 100.1],
    "items.i1.price": NO_NUMBER,
}
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(),
    st.integers(),
    st.text(),
    st.lists(st.sampled_from(["i1", "d1", "d9", "a", "\x00"])).map(tuple),
    st.dictionaries(
        st.sampled_from(["fp8", "fp16", "fp4"]),
        st.one_of(st.none(), st.floats(), st.just("none"), st.text(), st.booleans()),
    ),
)


def values(evaluation: Evaluation) -> dict[tuple[str, tuple[str, ...]], tuple[str, ...]]:
    return {(d.id, d.keys): d.values("text") for d in determinations(evaluation)}


@pytest.mark.parametrize(
    ("address", "answer"), [(at, answer) for at, answers in WRONG.items() for answer in answers]
)
def test_what_is_no_answer_to_the_question_is_read_as_not_known(address: str, answer: Any) -> None:  # noqa: ANN401
    wrong = evaluate(QUESTIONNAIRE, {**CONTROLLED, address: answer}, DAY)
    unknown = evaluate(QUESTIONNAIRE, {**CONTROLLED, address: None}, DAY)
    assert values(wrong) == values(unknown)
    name, key = address.rpartition(".")[2], address.split(".")[1]
    assert wrong.value(name, (key,)) == unknown.value(name, (key,))
    assert wrong.answers[address] is answer


@given(st.dictionaries(st.sampled_from(sorted({*WRONG, *CONTROLLED, "day", "x.y"})), ANYTHING))
def test_no_answer_whatever_raises_anywhere(answers: dict[str, Any]) -> None:
    state = assess(QUESTIONNAIRE, {**HEAD, **answers}, DAY)
    for address, answer in answers.items():
        assert state.given(address, answer).today.values == state.today.values
    asked(state)
    not_counted(state)
    conflicts(state.today)
    to_dos(state.today)
    for found in determinations(state.today):
        confidence(state.today, found)
        why(state.today, found)


@pytest.mark.parametrize("cell", [math.nan, math.inf, -5.0, True, "much", "", (), 10**400])
@pytest.mark.parametrize("row", ["fp8", "fp4"])
def test_a_doubtful_figure_keeps_a_sheet_from_being_whole(row: str, cell: Any) -> None:  # noqa: ANN401
    answers = {**CONTROLLED, "items.i1.speed": {"fp16": 1.0, row: cell}}
    assert values(evaluate(QUESTIONNAIRE, answers, DAY))["class", ("i1",)] == ("A", "B", "neither")
    sound = {**CONTROLLED, "items.i1.speed": {"fp16": 1.0}}
    assert values(evaluate(QUESTIONNAIRE, sound, DAY))["class", ("i1",)] == ("neither",)


@pytest.mark.parametrize("cell", [None, "none"])
def test_a_row_that_is_not_asked_about_and_says_nothing_changes_nothing(cell: str | None) -> None:
    answers = {**CONTROLLED, "items.i1.speed": {"fp16": 1.0, "fp4": cell}}
    assert values(evaluate(QUESTIONNAIRE, answers, DAY))["class", ("i1",)] == ("neither",)


def test_a_date_is_compared_as_the_day_that_it_is() -> None:
    question = QUESTIONNAIRE.questions["when"]
    assert value_of(question, "20270406") == value_of(question, "2027-04-06") == "2027-04-06"


def test_a_removed_destination_leaves_the_others_that_a_party_belongs_to() -> None:
    at = "parties.p1.party_destinations"
    found = evaluate(QUESTIONNAIRE, {**CONTROLLED, at: ("d9", "d1")}, DAY)
    assert found.value("party_destinations", ("p1",)) == ("d1",)


def test_a_party_that_belongs_nowhere_is_not_out_of_every_rule() -> None:
    at = "parties.p1.party_destinations"
    found = evaluate(QUESTIONNAIRE, {**CONTROLLED, at: ()}, DAY)
    assert found.value("party_destinations", ("p1",)) is None


def test_texts_and_papers_are_read_as_they_stand() -> None:
    text = "<b>\x00\u202e" + "x" * 10_000
    answers = {**HEAD, "items.i1.item_name": text, "items.i1.document": ("e1", "e2")}
    found = evaluate(QUESTIONNAIRE, answers, DAY)
    assert found.value("item_name", ("i1",)) == text
    assert found.value("document", ("i1",)) == ("e1", "e2")


def test_a_percentage_not_known_lies_between_nothing_and_all() -> None:
    assert value_of(QUESTIONNAIRE.questions["share"], None) == Span(0.0, 100.0)


@pytest.mark.parametrize("whole", ["yes", 1.0, "true", (True,)])
def test_a_group_is_whole_only_when_a_person_said_yes(whole: Any) -> None:  # noqa: ANN401
    answers = {**CONTROLLED, "destinations.d1.country": "FR", "parties.complete": whole}
    found = evaluate(QUESTIONNAIRE, answers, DAY)
    assert found.value("head_office_there", ("i1", "d1")) is None


@pytest.mark.parametrize("keys", [["i1"], "i1", {"i1": 1}, 3.0, None, True])
def test_what_is_no_tuple_of_keys_names_no_members(keys: Any) -> None:  # noqa: ANN401
    assert evaluate(QUESTIONNAIRE, {"items": keys}, DAY).layout.members["items"] == ()


def test_a_key_counts_once_and_only_if_it_can_stand_in_an_address() -> None:
    keys: Any = ("i1", "i1", "", "i.2", 7, None, ["i3"], "i4")
    assert evaluate(QUESTIONNAIRE, {"items": keys}, DAY).layout.members["items"] == ("i1", "i4")
