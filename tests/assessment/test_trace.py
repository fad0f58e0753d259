"""The why as a tree, distances, calculation sheets and print: what is shown is what decided."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from app.assessment.calculation import calculation, calculations
from app.assessment.determination import determination
from app.assessment.distance import distances
from app.assessment.evaluation import Evaluation, evaluate
from app.assessment.printing import (
    filled,
    member_name,
    printed,
    printed_day,
    printed_number,
    printed_span,
)
from app.assessment.trace import Finding, of_rule, why
from app.assessment.values import Span
from tests.assessment.made import made

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = dt.date(2026, 6, 30)
QUESTIONNAIRE = made(
    """
questions:
  price: {section: items, of: item, kind: money, unit: USD, ask: Which price?, printed: yes}
  share: {section: items, of: item, kind: percentage, ask: Which share?, printed: yes}
  made_on: {section: items, of: item, kind: date, ask: When was it made?}
  uses: {section: items, of: item, kind: some_of, ask: What for?, options: {a: Art, b: Bread},
    none: None of these}
parameters:
  nothing: {title: no power at all, unit: TPP, values: {2020-01-01: 0}, cites: [law/1]}
  some_day: {title: later limit, unit: TPP, values: {2030-01-01: 5}, cites: [law/1]}
figures:
  both_areas: {of: item, unit: mm2, title: both areas, value: (area + area) * 2 - area}
  better: {of: item, unit: mm2, title: the greater, value: "greater(area, smaller(area, area))"}
  chosen: {of: item, unit: mm2, title: the one chosen, value: area if datacenter else 0}
  all_areas: {title: all areas, unit: mm2, value: "sum(items, area)"}
  word: {of: item, title: a word, choose: [{when: datacenter, value: "'x'"}, {value: "'y'"}]}
rules:
  odd:
    of: item
    kind: flag
    title: an odd one
    when:
      - {says: more than nothing, is: power > nothing, cites: [law/odd]}
      - not datacenter and not is_b
      - made_on < day or a in uses or kind == box
      - speed.fp8 > 0 or word == 'x'
    cites: [law/1]
""",
    """
rules:
  inner: {of: item, kind: flag, title: inner, cites: [law/1], when: "any(inside, datacenter)"}
  later: {of: item, kind: flag, title: later, cites: [law/1], when: power > some_day}
  far: {kind: flag, title: far, cites: [law/1], when: "count(items, datacenter) > 0",
    status: [{from: 2031-01-01, is: pending, cites: [law/1], note: not before}]}
determinations:
  odd_one: {of: item, section: items, kind: duty, title: Odd, outcomes: [
    {value: x, says: "Odd: {power}", when: odd or inner or later or far },
    {value: y, says: Even}]}
""",
)
ANSWERS: dict[str, Any] = {
    "items": ("i1", "i2"),
    "destinations": ("d1",),
    "parties": ("p1",),
    "items.i1.item_name": "Chip",
    "items.i1.kind": "chip",
    "items.i1.speed": {"fp8": 242.0, "fp16": "none"},
    "items.i1.area": 300.0,
    "items.i1.datacenter": True,
    "destinations.d1.country": "CN",
}


def state(**more: Any) -> Evaluation:  # noqa: ANN401
    return evaluate(QUESTIONNAIRE, {**ANSWERS, **more}, DAY)


def flat(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    for each in findings:
        yield each
        yield from flat(each.children)


def tree(evaluation: Evaluation, name: str, *keys: str, view: str = "text") -> tuple[Finding, ...]:
    return why(evaluation, determination(evaluation, name, keys), view)


def test_the_why_names_each_outcome_considered_until_one_holds() -> None:
    found = tree(state(), "class", "i1")
    assert [(each.name, each.truth) for each in found] == [("A", False), ("B", True)]


def test_an_outcome_behind_an_open_one_is_open() -> None:
    found = tree(state(**{"items.i1.area": None}), "class", "i1")
    assert [each.truth for each in found] == [False, None, None]


def test_a_rule_says_its_elements_in_the_words_of_its_author() -> None:
    rule = of_rule(state(), "is_a", ("i1",))
    assert [each.says for each in rule.children] == ["it is a chip or holds one", "fast enough"]
    assert [each.truth for each in rule.children] == [True, False]
    assert rule.detail == "1,936 TPP is below 4,800 TPP."


def test_an_exclusion_says_whether_it_applies() -> None:
    says = [each.says for each in of_rule(state(), "is_b", ("i1",)).children]
    assert "not sold for data centers: does not apply" in says
    other = of_rule(state(**{"items.i1.datacenter": False}), "is_b", ("i1",))
    assert other.children[-1].says.endswith(": applies")
    open_ = of_rule(state(**{"items.i1.datacenter": None}), "is_b", ("i1",))
    assert open_.children[-1].says.endswith(": may apply")


def test_a_rule_shows_its_standing_and_one_that_has_none_yet_says_so() -> None:
    rule = of_rule(state(), "everywhere", ("i1", "d1"))
    assert (rule.state, rule.state_note) == ("not_enforced", "announced")
    assert of_rule(state(), "far", ()).state == "not_yet"


def test_a_number_is_settled_or_not_and_has_no_truth() -> None:
    power = next(each for each in flat(tree(state(), "class", "i1")) if each.kind == "figure")
    assert (power.name, power.truth, power.settled) == ("power", None, True)
    open_ = list(flat(tree(state(**{"items.i1.area": None}), "class", "i1")))
    area = next(each for each in open_ if each.name == "area")
    assert (area.truth, area.settled, area.address) == (None, False, "items.i1.area")


def test_a_group_shows_its_members_by_name_and_whether_they_are_all() -> None:
    answers = {"parties.p1.party_name": "Acme", "parties.p1.head_office": "MO"}
    says = [each.says for each in flat(tree(state(**answers), "licence", "i1", "d1"))]
    assert any(each.startswith("Acme: ") for each in says)
    assert "The parties entered are not stated to be all" in says
    whole = state(**answers, **{"parties.complete": True})
    says = [each.says for each in flat(tree(whole, "licence", "i1", "d1"))]
    assert "The parties entered are stated to be all" in says


def test_each_form_of_a_condition_is_told_in_words() -> None:
    found = list(flat((of_rule(state(), "odd", ("i1",)), *tree(state(), "odd_one", "i1"))))
    says = {each.says for each in found}
    assert "more than nothing" in says
    assert "Not: Is it sold for data centers?" in says
    assert "throughput, FP8 is more than 0" in says
    assert "a word is x" in says
    assert "kind of thing is A box" in says
    assert any(each.startswith("For at least one of the things inside it") for each in says)
    assert "When was it made? is less than 30 June 2026" in says


def test_a_word_that_two_questions_offer_is_told_in_the_words_of_the_one_compared() -> None:
    law = made(
        """
questions:
  first: {section: items, kind: one_of, ask: First?, options: {gap: Nobody asks}, printed: yes}
  second: {section: items, kind: one_of, ask: Second?, options: {gap: Nobody keeps it}}
  third: {section: items, kind: some_of, ask: Third?, options: {gap: A hole, b: Bread}}
rules:
  asked:
    kind: flag
    title: asked
    cites: [law/1]
    when: second == gap or second in [gap] or gap in third or concluded == gap
determinations:
  concluded: {section: items, kind: duty, title: End, outcomes: [{value: gap, says: A way out}]}
"""
    )
    found = flat((of_rule(evaluate(law, {}, DAY), "asked", ()),))
    says = {each.says for each in found}
    assert {"Second? is Nobody keeps it", "A hole is among Third?", "End is A way out"} <= says
    assert "Second? is among Nobody keeps it" in says
    assert not any("Nobody asks" in each for each in says)


def test_practice_is_explained_as_practice() -> None:
    france = state(**{"destinations.d1.country": "FR", "parties.complete": True})
    text = tree(france, "licence", "i1", "d1")
    practice = tree(france, "licence", "i1", "d1", view="practice")
    assert text[0].truth is True
    assert practice[0].truth is not True


def test_a_distance_says_how_far_a_figure_is_from_its_limit() -> None:
    found = {rule: each for keys, rule, each in distances(state()) if keys == ("i1",)}
    assert found["is_a"].words == "1,936 TPP, 2,864 below 4,800"
    assert found["is_a"].ratio == pytest.approx(1936 / 4800)
    assert found["odd"].ratio is None
    at = state(**{"items.i1.speed": {"fp8": 600.0, "fp16": "none"}})
    words = {rule: each.words for keys, rule, each in distances(at) if keys == ("i1",)}
    assert words["is_a"] == "4,800 TPP, exactly at the limit"
    open_ = state(**{"items.i1.speed": {"fp8": 242.0}})
    words = {rule: each.words for keys, rule, each in distances(open_) if keys == ("i1",)}
    assert words["is_a"] == "at least 1,936 TPP, against 4,800"


def test_a_limit_that_does_not_exist_yet_has_no_distance() -> None:
    assert "later" not in {rule for _, rule, _ in distances(state())}
    assert state().value("later", ("i1",)) is None


def test_a_sheet_shows_the_arithmetic_in_numbers_that_add_up() -> None:
    sheet = calculation(state(), "power", ("i1",))
    assert [(s.quantity, s.arithmetic, s.result) for s in sheet.steps] == [
        ("FP8", "242 × 8", "1,936"),
        ("The highest of these", "", "1,936"),
    ]
    assert sheet.result == "1,936 TPP"
    assert (sheet.second_name, sheet.second_result) == ("all paths summed", "1,936 TPP")
    density = calculation(state(), "density", ("i1",))
    assert density.steps[-1].arithmetic == "1,936 ÷ 300"
    assert density.result == "6.45 TPP/mm²"
    (step,) = calculation(state(), "both_areas", ("i1",)).steps
    assert (step.arithmetic, step.result) == ("(300 + 300) × 2 − 300", "900")


def test_what_is_not_known_stands_in_the_sheet_as_not_known() -> None:
    sheet = calculation(state(**{"items.i1.speed": {"fp8": 242.0}}), "power", ("i1",))
    assert ("FP16", "not known", "not known") in [
        (s.quantity, s.arithmetic, s.result) for s in sheet.steps
    ]
    assert sheet.result == "at least 1,936 TPP"


def test_every_numeric_figure_has_a_sheet() -> None:
    found = {(each.id, each.keys) for each in calculations(state())}
    assert {("all_areas", ()), ("better", ("i1",)), ("chosen", ("i2",))} <= found
    assert calculation(state(), "better", ("i1",)).steps[-1].quantity == "The greater of these"
    assert calculation(state(), "chosen", ("i1",)).steps[-1].quantity == "The one that applies"


@pytest.mark.parametrize(
    ("value", "digits", "unit", "text"),
    [
        (15832.0, 0, "TPP", "15,832 TPP"),
        (5.92, 2, "TPP/mm2", "5.92 TPP/mm²"),
        (-3.5, 2, "", "−3.5"),
        (12.5, 2, "percent", "12.5%"),
        (1e26, 0, "", "10^26"),
        (2.5e25, 0, "operations", "2.5 × 10^25 operations"),
        (-1e16, 0, "", "−1 × 10^16"),
        (0.00004, 2, "", "4 × 10^-5"),
        (0.0, 2, "mm2", "0 mm²"),
        (-0.0, 2, "", "0"),
        (float("inf"), 2, "", "not known"),
        (float("nan"), 2, "", "not known"),
    ],
)
def test_a_number_is_printed_as_people_read_it(
    value: float, digits: int, unit: str, text: str
) -> None:
    assert printed_number(value, digits, unit) == text


def test_a_span_is_printed_by_what_is_known_of_it() -> None:
    inf = float("inf")
    assert printed_span(Span(1.0, 5.0), 0, "mm2") == "1 to 5 mm²"
    assert printed_span(Span(3.0, inf)) == "at least 3"
    assert printed_span(Span(-inf, 3.0)) == "at most 3"
    assert printed_span(Span(0.0, inf)) == printed_span(Span(-inf, inf)) == "not known"


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("share", 12.5, "12.5%"),
        ("price", 1000.0, "1,000 USD"),
        ("made_on", "2026-11-25", "25 November 2026"),
        ("made_on", "soon", "soon"),
        ("country", "MO", "Macau"),
        ("country", "XX", "XX"),
        ("kind", "chip", "A chip"),
        ("kind", frozenset({"chip", "box"}), "A box or A chip"),
        ("uses", (), "None of these"),
        ("uses", ("a", "b"), "Art, Bread"),
        ("party_destinations", (), "None"),
        ("speed", {"fp8": 242.0, "fp16": Span(0.0, 9.0)}, "FP8 242 TFLOPS"),
        ("speed", {"fp8": Span(0.0, 9.0)}, "not known"),
        ("speed", {}, "None"),
        ("power", {}, "not known"),
        ("datacenter", False, "No"),
        ("datacenter", None, "not known"),
        ("class", "A", "Entry A"),
        ("limit_a", 4800.0, "4,800 TPP"),
        ("item_name", "x" * 10_000, "x" * 10_000),
    ],
)
def test_a_value_is_printed_in_the_words_of_its_question(name: str, value: Any, text: str) -> None:  # noqa: ANN401
    assert printed(QUESTIONNAIRE, name, value) == text


def test_a_template_is_filled_once_and_what_an_answer_says_is_text() -> None:
    named = state(**{"items.i1.item_name": "{power}\x00 <b>{0}"})
    text = filled(named, "{item_name}: {power} of {limit_a}, {some_day}", ("item",), ("i1",))
    assert text == "{power}\x00 <b>{0}: 1,936 TPP of 4,800 TPP, not known"
    assert filled(named, "plain", (), ()) == "plain"


def test_a_member_is_called_by_its_name_on_one_line_or_by_its_number() -> None:
    assert member_name(state(**{"items.i1.item_name": " A\n B\t"}), "item", "i1") == "A B"
    assert member_name(state(**{"items.i1.item_name": "  "}), "item", "i1") == "item 1"
    assert printed_day(DAY) == "30 June 2026"
