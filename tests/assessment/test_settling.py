"""What would settle a conclusion: the smallest set, sufficient in the worst case, and it says which."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from app.assessment.determination import determination
from app.assessment.evaluation import Evaluation, evaluate
from app.assessment.settling import Settling, representative, settled_by
from tests.assessment.made import made

DAY = dt.date(2026, 6, 30)
HEAD: dict[str, Any] = {"items": ("i1",), "destinations": ("d1",), "parties": ()}
CHIP = {
    **HEAD,
    "items.i1.kind": "chip",
    "items.i1.speed": {"fp8": 242.0, "fp16": "none"},
    "items.i1.datacenter": True,
}
QUESTIONNAIRE = made(
    """
sections: {more: {title: More, order: 9}}
questions:
  one: {section: more, kind: number, unit: kg, most: 100, ask: One?}
  two: {section: more, kind: number, unit: kg, most: 100, ask: Two?}
  third: {section: more, kind: yes_no, ask: Third?}
  start: {section: more, kind: date, ask: From when?}
  end: {section: more, kind: date, ask: Until when?}
  uses: {section: more, kind: some_of, ask: For what?, options: {a: A, b: B, c: C}}
  at: {section: more, kind: country, ask: Where?}
  holder: {section: more, kind: member, group: item, ask: In which?}
  holders: {section: more, kind: members, group: item, ask: In which ones?}
  share: {section: more, kind: percentage, ask: How much?}
  rough: {section: more, kind: text, ask: In words?, printed: yes}
parameters:
  area_limit: {title: limit, unit: kg*kg, values: {2020-01-01: 1600}, cites: [law/1]}
  narrow: {title: narrow, unit: kg, values: {2020-01-01: 50}, cites: [law/1]}
  wider: {title: wider, unit: kg, values: {2020-01-01: 51}, cites: [law/1]}
  eighty: {title: eighty, values: {2020-01-01: 80}, cites: [law/1]}
determinations:
  product: {section: more, kind: duty, title: Product, outcomes: [
    {value: x, says: X, when: one * two >= area_limit and third}, {value: y, says: Y}]}
  between: {section: more, kind: duty, title: Between, outcomes: [
    {value: x, says: X, when: narrow <= one < wider and third}, {value: y, says: Y}]}
  zero: {section: more, kind: duty, title: Zero, outcomes: [
    {value: x, says: X, when: one == 0 and third}, {value: y, says: Y}]}
  dates: {section: more, kind: duty, title: Dates, outcomes: [
    {value: x, says: X, when: start == end and third}, {value: y, says: Y}]}
  together: {section: more, kind: duty, title: Both, outcomes: [
    {value: x, says: X, when: a in uses and c in uses and third}, {value: y, says: Y}]}
  cell: {of: item, section: items, kind: duty, title: Cell, outcomes: [
    {value: x, says: X, when: speed.fp8 > 0 and third}, {value: y, says: Y}]}
  place: {section: more, kind: duty, title: Place, outcomes: [
    {value: x, says: X, when: at == NO and third}, {value: y, says: Y}]}
  parts: {section: more, kind: duty, title: Parts, outcomes: [
    {value: x, says: X, when: share >= eighty and third}, {value: y, says: Y}]}
  held: {section: more, kind: duty, title: Held, outcomes: [
    {value: x, says: X, when: "holder == 'i1' and 'i1' in holders and third"}, {value: y, says: Y}]}
  never: {section: more, kind: duty, title: Never, outcomes: [
    {value: x, says: X, when: third or not third}, {value: y, says: Y}]}
"""
)
MANY = made(
    "sections: {more: {title: More, order: 9}}\nquestions:\n"
    + "".join(f"  n{n}: {{section: more, kind: yes_no, ask: N{n}?}}\n" for n in range(14))
    + "determinations:\n"
    + "".join(
        f"  {name}: {{section: more, kind: duty, title: T, outcomes: "
        f"[{{value: x, says: X, when: '{when}'}}, {{value: y, says: Y}}]}}\n"
        for name, when in {
            "all14": " and ".join(f"n{n}" for n in range(14)),
            "five": " and ".join(f"n{n}" for n in range(5)),
            "one_of_many": "n0 or (n1 and n0 and "
            + " and ".join(f"n{n}" for n in range(2, 14))
            + ")",
        }.items()
    )
)


def state(answers: dict[str, Any]) -> Evaluation:
    return evaluate(QUESTIONNAIRE, answers, DAY)


def settling(evaluation: Evaluation, name: str, keys: tuple[str, ...] = ()) -> Settling:
    return settled_by(evaluation, determination(evaluation, name, keys))


def test_one_answer_that_decides_is_the_set() -> None:
    found = settling(state(CHIP), "class", ("i1",))
    assert found == Settling(("items.i1.area",), exact=True)


def test_a_settled_conclusion_needs_no_answer() -> None:
    whole = state({**CHIP, "items.i1.area": 800.0})
    assert settling(whole, "class", ("i1",)) == Settling(())


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("product", {"one", "two", "third"}),
        ("between", {"one", "third"}),
        ("zero", {"one", "third"}),
        ("dates", {"start", "end", "third"}),
        ("together", {"uses", "third"}),
        ("place", {"at", "third"}),
        ("parts", {"share", "third"}),
        ("held", {"holder", "holders", "third"}),
        ("never", {"third"}),
    ],
)
def test_a_question_that_matters_for_few_answers_only_is_in_the_set(
    name: str, needed: set[str]
) -> None:
    found = settling(state(HEAD), name)
    assert found.exact
    assert set(found.addresses) == needed


def test_a_row_that_a_rule_names_is_tried_alone() -> None:
    chip = state({**HEAD, "items.i1.kind": "chip"})
    found = settling(chip, "cell", ("i1",))
    assert set(found.addresses) == {"items.i1.speed", "third"}


def test_a_question_on_a_closed_branch_is_never_in_the_set() -> None:
    paper = state({**HEAD, "items.i1.kind": "paper"})
    for name in ("class", "cell"):
        assert not {at for at in settling(paper, name, ("i1",)).addresses if at.endswith("speed")}


def test_more_than_four_questions_are_said_not_to_be_proven() -> None:
    evaluation = evaluate(MANY, HEAD, DAY)
    found = settling(evaluation, "five")
    assert set(found.addresses) == {f"n{n}" for n in range(5)}
    assert not found.exact


def test_more_than_twelve_open_questions_are_thinned_and_said_not_to_be_proven() -> None:
    evaluation = evaluate(MANY, HEAD, DAY)
    assert settling(evaluation, "all14") == Settling(tuple(f"n{n}" for n in range(14)), exact=False)
    assert settling(evaluation, "one_of_many") == Settling(("n0",), exact=False)


def test_where_no_answers_settle_it_the_set_is_empty() -> None:
    law = made(
        """
rules:
  open_for_ever: {kind: flag, title: t, cites: [law/1], when: "any(parties, head_office == CN)"}
determinations:
  flag: {section: places, kind: end_user, title: Flag, outcomes: [
    {value: x, says: X, when: open_for_ever}, {value: y, says: Y}]}
"""
    )
    evaluation = evaluate(law, HEAD, DAY)
    found = settled_by(evaluation, determination(evaluation, "flag", ()))
    assert found == Settling(("parties.complete",), exact=True)


@pytest.mark.parametrize(
    ("address", "among"),
    [
        ("items.i1.kind", ["chip", "box", "paper"]),
        ("items.i1.datacenter", [True, False]),
        ("uses", [(), ("a",), ("a", "b", "c")]),
        ("holder", ["none", "i1"]),
        ("holders", [("i1",)]),
        ("rough", ["stated"]),
        ("at", ["CN", "FR", "MO", "NO"]),
        ("items.complete", [True]),
        ("one", [0.0, 50.0, 51.0, 100.0]),
        ("start", ["1900-01-01", "2026-06-30", "2027-03-01"]),
    ],
)
def test_the_answers_tried_stand_for_all_that_can_be_given(address: str, among: list[Any]) -> None:
    evaluation = state({**HEAD, "end": "2027-03-01"})
    tried = list(representative(evaluation, address))
    assert all(each in tried for each in among if address != "at")
    if address == "at":  # of those on the same lists one is tried, and each that is named
        assert {"CN", "MO", "NO"} <= set(tried)


def test_a_day_at_the_end_of_time_is_tried_without_going_beyond() -> None:
    tried = list(representative(state({**HEAD, "end": "9999-12-31"}), "start"))
    assert "2026-06-30" in tried
