"""Any, all, count, sum, highest and lowest over groups that may not be whole, and ``inside``."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from app.assessment.evaluation import Evaluation, evaluate
from app.assessment.review import conflicts
from app.assessment.values import ANY_NUMBER, Span
from tests.assessment.made import made

DAY = dt.date(2026, 6, 30)
INF = float("inf")
QUESTIONNAIRE = made(
    """
figures:
  any_center: {title: any, value: "any(items, datacenter)"}
  all_center: {title: all, value: "all(items, datacenter)"}
  count_center: {title: count, value: "count(items, datacenter)"}
  sum_area: {title: sum, unit: mm2, value: "sum(items, area)"}
  highest_area: {title: highest, unit: mm2, value: "highest(items, area)"}
  lowest_area: {title: lowest, unit: mm2, value: "lowest(items, area)"}
  any_here: {of: destination, title: here, value: "any(parties, head_office == CN)"}
  all_here: {of: destination, title: here, value: "all(parties, head_office == CN)"}
  count_here: {of: destination, title: here, value: "count(parties, head_office == CN)"}
  any_inside: {of: item, title: inside, value: "any(inside, datacenter)"}
  area_inside: {of: item, title: inside, unit: mm2, value: "sum(inside, area)"}
  highest_inside: {of: item, title: inside, unit: mm2, value: "highest(inside, area)"}
  lowest_inside: {of: item, title: inside, unit: mm2, value: "lowest(inside, area)"}
  rows: {of: item, title: rows, value: "count(speed, each > 0)"}
  slowest: {of: item, title: slowest, unit: TFLOPS, value: "lowest(speed, each)"}
"""
)
ITEMS = ("i1", "i2", "i3")


def state(**answers: Any) -> Evaluation:  # noqa: ANN401
    head = {"items": ITEMS, "destinations": ("d1",), "parties": ("p1", "p2")}
    return evaluate(QUESTIONNAIRE, {**head, **answers}, DAY)


def centers(*answers: bool | None) -> dict[str, Any]:
    return {f"items.i{n}.datacenter": each for n, each in enumerate(answers, 1)}


def areas(*numbers: float | None) -> dict[str, Any]:
    found: dict[str, Any] = {f"items.{key}.kind": "chip" for key in ITEMS}
    return found | {f"items.i{n}.area": each for n, each in enumerate(numbers, 1)}


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(
    ("answers", "any_whole", "all_whole"),
    [
        ((True, True, True), True, True),
        ((False, False, False), False, False),
        ((True, False, None), True, False),
        ((False, None, False), None, False),
        ((True, None, True), True, None),
    ],
)
def test_any_is_at_best_yes_and_all_at_best_no_until_a_group_is_whole(
    answers: tuple[bool | None, ...], any_whole: bool | None, all_whole: bool | None, *, whole: bool
) -> None:
    found = state(**centers(*answers), **{"items.complete": whole})
    assert found.value("any_center") is (any_whole if whole or any_whole else None)
    assert found.value("all_center") is (all_whole if whole or all_whole is False else None)


def test_count_and_sum_are_at_least_until_a_group_is_whole() -> None:
    answers = {**centers(True, None, True), **areas(100.0, None, 50.0)}
    part, whole = state(**answers), state(**answers, **{"items.complete": True})
    assert part.value("count_center") == Span(2.0, INF)
    assert whole.value("count_center") == Span(2.0, 3.0)
    assert part.value("sum_area") == whole.value("sum_area") == Span(151.0, INF)
    known = state(**areas(100.0, 10.0, 50.0), **{"items.complete": True})
    assert known.value("sum_area") == 160.0
    assert state(**areas(100.0, 10.0, 50.0)).value("sum_area") == Span(160.0, INF)


def test_highest_is_at_least_and_lowest_at_most_until_a_group_is_whole() -> None:
    part = state(**areas(100.0, 10.0, 50.0))
    whole = part.given("items.complete", answer=True)
    assert (part.value("highest_area"), part.value("lowest_area")) == (
        Span(100.0, INF),
        Span(-INF, 10.0),
    )
    assert (whole.value("highest_area"), whole.value("lowest_area")) == (100.0, 10.0)


def test_of_no_members_the_sum_and_the_highest_are_nothing_and_the_lowest_is_not_known() -> None:
    empty = evaluate(QUESTIONNAIRE, {"items.complete": True}, DAY)
    assert (empty.value("sum_area"), empty.value("highest_area")) == (0.0, 0.0)
    assert empty.value("lowest_area") == ANY_NUMBER
    assert evaluate(QUESTIONNAIRE, {}, DAY).value("lowest_area") == ANY_NUMBER
    assert (empty.value("any_center"), empty.value("all_center")) == (False, True)


def test_where_membership_is_not_known_both_are_possible() -> None:
    offices = {"parties.p1.head_office": "CN", "parties.p2.head_office": "FR"}
    open_ = state(**offices, **{"parties.complete": True})
    assert open_.value("any_here", ("d1",)) is None
    assert open_.value("all_here", ("d1",)) is None
    assert open_.value("count_here", ("d1",)) == Span(0.0, 1.0)
    there = open_.given("parties.p1.party_destinations", ("d1",))
    assert there.value("any_here", ("d1",)) is True
    nowhere = there.given("parties.p2.party_destinations", ())
    assert nowhere.value("all_here", ("d1",)) is None
    assert nowhere.value("count_here", ("d1",)) == 1.0


def test_things_stand_inside_at_any_depth() -> None:
    nested = state(
        **areas(1.0, 20.0, 300.0),
        **centers(False, False, True),
        **{"items.i3.item_inside": "i2", "items.i2.item_inside": "i1"},
        **{"items.i1.item_inside": "none", "items.complete": True},
    )
    inside = [nested.value("area_inside", (key,)) for key in ITEMS]
    assert inside == [320.0, 300.0, 0.0]
    assert [nested.value("any_inside", (key,)) for key in ITEMS] == [True, True, False]
    assert nested.value("highest_inside", ("i1",)) == 300.0
    assert nested.value("lowest_inside", ("i1",)) == 20.0
    assert nested.value("lowest_inside", ("i3",)) == ANY_NUMBER


def test_where_a_thing_stands_may_not_be_known() -> None:
    open_ = state(
        **areas(5.0, 20.0, 300.0),
        **{"items.i2.item_inside": "i1", "items.i1.item_inside": "none", "items.complete": True},
    )
    assert open_.value("area_inside", ("i1",)) == Span(20.0, 320.0)
    assert open_.value("highest_inside", ("i1",)) == Span(20.0, 300.0)
    assert open_.value("lowest_inside", ("i1",)) == 20.0
    assert open_.value("highest_inside", ("i2",)) == Span(0.0, 300.0)
    assert open_.value("any_inside", ("i1",)) is None


def test_a_circle_ends_and_is_a_contradiction() -> None:
    circle = state(
        **areas(1.0, 20.0, 300.0),
        **{"items.i1.item_inside": "i2", "items.i2.item_inside": "i1"},
        **{"items.i3.item_inside": "i1", "items.complete": True},
        **{"items.i1.item_name": "Chip", "items.i2.item_name": "Board"},
    )
    assert circle.value("area_inside", ("i1",)) == 320.0
    (conflict,) = conflicts(circle)
    assert conflict.subject == "Chip, Board"
    assert conflict.look_at == ("items.i1.item_inside", "items.i2.item_inside")
    assert conflicts(circle.given("items.i1.item_inside", "none")) == ()


def test_a_thing_that_stands_in_itself_is_a_circle() -> None:
    (conflict,) = conflicts(state(**{"items.i3.item_inside": "i3"}))
    assert conflict.subject == "item 3"


def test_rows_that_are_not_offered_do_not_count() -> None:
    table = {"items.i1.kind": "chip", "items.i1.speed": {"fp8": 3.0, "fp16": "none"}}
    assert state(**table).value("rows", ("i1",)) == 1.0
    assert state(**table).value("slowest", ("i1",)) == 3.0
    partly = {**table, "items.i1.speed": {"fp8": 3.0}}
    assert state(**partly).value("rows", ("i1",)) == Span(1.0, 2.0)
    assert (
        state(**{**table, "items.i1.speed": {"fp8": "none", "fp16": "none"}}).value(
            "power", ("i1",)
        )
        == 0.0
    )


def test_a_member_of_two_groups_belongs_where_both_are_named() -> None:
    law = made(
        """
groups:
  permit: {plural: permits, key: m, title: Permits, one: permit, name: permit_name,
    complete: All?, belongs_to: {item: permit_items, destination: permit_places}}
questions:
  permit_name: {section: items, of: permit, kind: text, ask: Which?, printed: yes}
  permit_items: {section: items, of: permit, kind: members, group: item, ask: For what?}
  permit_places: {section: items, of: permit, kind: members, group: destination, ask: Where?}
  permit_runs: {section: items, of: permit, kind: yes_no, ask: Does it run?}
rules:
  both: {of: item x destination, kind: flag, title: both, cites: [law/1],
    when: "any(permits, permit_runs)"}
  one: {of: item, kind: flag, title: one, cites: [law/1], when: "any(permits, permit_runs)"}
"""
    )
    answers: dict[str, Any] = {
        "items": ("i1", "i2"),
        "destinations": ("d1", "d2"),
        "permits": ("m1",),
        "permits.complete": True,
        "permits.m1.permit_runs": True,
        "permits.m1.permit_items": ("i1",),
    }
    found = evaluate(law, {**answers, "permits.m1.permit_places": ("d1",)}, DAY)
    at = [("i1", "d1"), ("i1", "d2"), ("i2", "d1"), ("i2", "d2")]
    assert [found.value("both", keys) for keys in at] == [True, False, False, False]
    assert [found.value("one", (key,)) for key in ("i1", "i2")] == [True, False]
    unknown = evaluate(law, answers, DAY)
    assert [unknown.value("both", keys) for keys in at] == [None, None, False, False]
