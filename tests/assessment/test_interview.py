"""What is asked, in which order, what waits, what counts for nothing; and what is left to do."""

from __future__ import annotations

import datetime as dt
from typing import Any

from app.assessment.assessment import Assessment, assess
from app.assessment.interview import asked, not_counted, parts
from app.assessment.review import conflicts, open_determinations, plan_controls, to_dos
from tests.assessment.made import made

TODAY = dt.date(2026, 6, 30)
QUESTIONNAIRE = made(
    """
sections: {plan: {title: Plan, order: 9}}
questions:
  remark: {section: plan, kind: text, ask: Any remark?, printed: yes}
  lead: {section: plan, kind: text, ask: Who leads?}
  deadline: {section: plan, kind: date, ask: By when?}
  locked: {section: plan, kind: yes_no, ask: Is it locked?}
  lock_state: {section: plan, kind: one_of, ask: How far?, ask_when: locked,
    options: {in_place: In place, planned: Planned, gap: Gap}}
  why_not: {section: plan, kind: yes_no, ask: Can it be locked?}
contradictions:
  paper_speed: {of: item, when: kind == box and not datacenter, says: A box is sold for centers.,
    look_at: [kind, datacenter]}
  state_of_nothing: {when: certain(not locked), answered: [lock_state],
    says: What is not locked has no state., look_at: [locked, kind]}
actions:
  lock: {when: possible(not locked) and why_not, do: "Lock it: {locked}", owner: lead, due: deadline,
    because: "{remark}", cites: [law/1]}
  always: {of: item, when: yes, do: Keep it, owner: the exporter}
controls:
  door: {part: physical, requirement: a lock, what: "Locked: {locked}", when: possible(locked),
    status: lock_state, owner: lead, order: 2}
  each: {of: item, part: inventory, requirement: a list, what: Listed, order: 1}
"""
)
HEAD: dict[str, Any] = {"items": ("i1",), "destinations": ("d1",), "parties": ("p1",)}


def state(**answers: Any) -> Assessment:  # noqa: ANN401
    return assess(QUESTIONNAIRE, {**HEAD, **answers}, TODAY)


def ids(assessment: Assessment) -> list[str]:
    return [each.address for each in asked(assessment)]


def test_a_follow_up_waits_for_the_question_before_it() -> None:
    assert "items.i1.area" not in ids(state())
    assert "items.i1.area" in ids(state(**{"items.i1.kind": None}))
    assert "items.i1.area" in ids(state(**{"items.i1.kind": "chip"}))
    assert "items.i1.area" not in ids(state(**{"items.i1.kind": "paper"}))


def test_what_cannot_change_anything_is_not_asked_but_an_answer_stays_in_view() -> None:
    fast = {"items.i1.kind": "chip", "items.i1.speed": {"fp8": 1979.0, "fp16": 1.0}}
    assert "items.i1.area" not in ids(state(**fast))
    assert "items.i1.area" in ids(state(**fast, **{"items.i1.area": 814.0}))


def test_one_who_belongs_to_another_destination_is_not_asked_about_for_this_one() -> None:
    settled = {"items.i1.kind": "chip", "items.i1.speed": {"fp8": 1979.0, "fp16": 1.0}}
    settled |= {"destinations": ("d1", "d2"), "destinations.d2.country": "CN"}
    here = state(**settled, **{"parties.p1.party_destinations": ("d1",)})
    assert "parties.p1.head_office" in ids(here)
    there = state(**settled, **{"parties.p1.party_destinations": ("d2",)})
    assert "parties.p1.head_office" not in ids(there)


def test_a_printed_question_and_one_that_a_duty_names_are_asked() -> None:
    assert {"remark", "locked"} <= set(ids(state()))
    assert "lead" in ids(state())
    certain = state(locked=True, why_not=False)
    assert "deadline" not in ids(certain)


def test_sections_stand_in_order_and_count_their_answers() -> None:
    found = parts(state(**{"items.i1.kind": "chip", "items.i1.datacenter": None}))
    assert [part.section.id for part in found] == ["items", "places", "who", "plan"]
    assert found[0].keys == ("i1",)
    assert (found[0].answered, found[0].not_known) == (1, 1)
    assert all(each.keys == ("i1",) for each in found[0].asked)


def test_an_answer_of_someone_removed_is_kept_and_listed() -> None:
    before, key = state().with_member("items")
    given = before.given(f"items.{key}.kind", "chip")
    after = given.without_member("items", key)
    (listed,) = not_counted(after)
    assert (listed.address, listed.because) == (
        f"items.{key}.kind",
        "it was given for something that has been removed",
    )
    assert after.with_member("items")[1] != key


def test_an_answer_on_a_closed_branch_says_why_it_does_not_count() -> None:
    closed = state(**{"items.i1.kind": "paper", "items.i1.area": 5.0})
    (listed,) = not_counted(closed)
    assert listed.because == "another answer closed the branch that it stands on"
    assert not_counted(state(**{"items.i1.kind": "chip", "items.i1.area": 5.0})) == ()


def test_an_action_names_owner_and_day_and_says_whether_it_is_certain() -> None:
    answers = {"lead": "A. Lead", "deadline": "2026-09-01", "remark": "urgent"}
    found = {each.id: each for each in to_dos(state(**answers).today)}
    assert not found["lock"].certain
    assert (found["lock"].owner, found["lock"].due) == ("A. Lead", "1 September 2026")
    assert (found["lock"].do, found["lock"].because) == ("Lock it: not known", "urgent")
    assert (found["always"].owner, found["always"].subject) == ("the exporter", "item 1")
    sure = {each.id: each for each in to_dos(state(locked=False, why_not=True).today)}
    assert sure["lock"].certain
    assert "lock" not in {each.id for each in to_dos(state(locked=True).today)}


def test_controls_stand_in_order_with_their_state() -> None:
    found = list(plan_controls(state(locked=True, lock_state="gap", lead="A. Lead").today))
    assert [each.control.id for each in found] == ["each", "door"]
    assert (found[1].status, found[1].owner, found[1].what) == ("gap", "A. Lead", "Locked: Yes")
    assert (found[0].status, found[0].called_for) == ("not known", True)
    assert [each.control.id for each in plan_controls(state(locked=False).today)] == ["each"]
    assert list(plan_controls(state(locked=True).today))[1].status == "not known"


def test_a_contradiction_says_where_to_look() -> None:
    (found,) = conflicts(state(**{"items.i1.kind": "box", "items.i1.datacenter": False}).today)
    assert found.look_at == ("items.i1.kind", "items.i1.datacenter")
    assert conflicts(state(**{"items.i1.kind": "box"}).today) == ()


def test_a_contradiction_sees_an_answer_whose_branch_is_closed() -> None:
    closed = state(locked=False)
    assert conflicts(closed.today) == ()
    (found,) = conflicts(state(locked=False, lock_state="gap").today)
    assert found.says == "What is not locked has no state."
    assert found.look_at == ("locked", "items.i1.kind")
    assert conflicts(state(locked=False, lock_state=None).today) == ()
    assert conflicts(state(locked=True, lock_state="gap").today) == ()


def test_what_is_open_is_listed() -> None:
    assert {each.id for each in open_determinations(state().today)} == {"class", "licence"}
    paper = state(**{"items.i1.kind": "paper"}).today
    assert open_determinations(paper) == ()
