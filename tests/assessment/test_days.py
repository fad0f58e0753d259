"""The law of a day, the days that matter, and answers that move them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from app.assessment.assessment import Assessment, assess, day_at, days, given_all
from app.assessment.evaluation import evaluate, rebased
from app.assessment.law import NotCovered, boundaries, law_of, read_on, standing
from tests.assessment.made import made

DAY = dt.date(2026, 6, 30)
QUESTIONNAIRE = made(
    """
sets:
  less_listed: {title: less, combine: [near], less: [listed], plus: [FR], minus: [MO]}
questions:
  planned_day: {section: items, kind: date, ask: When?, printed: yes}
  until_day: {section: items, kind: date, ask: Until when?, printed: yes}
rules:
  lift: {of: item x destination, kind: exception, title: lift, cites: [law/1],
    when: everywhere and datacenter}
  lift_unforced: {of: item, kind: exception, title: lift, cites: [law/1], when: datacenter,
    status: [{from: 2020-01-01, is: not_enforced, cites: [law/1]}]}
  soon: {kind: flag, title: soon, cites: [law/1], when: yes,
    status: [{from: 2020-01-01, is: pending, cites: [law/1]},
             {from: 2026-10-01, is: in_force, cites: [law/1]}]}
determinations:
  lifted: {of: item x destination, section: places, kind: exception, title: Lifted, outcomes: [
    {value: x, says: X, when: lift}, {value: y, says: Y}]}
"""
)
FOLDER = {"planned": "planned_day", "until": "until_day"}
HEAD: dict[str, Any] = {
    "items": ("i1",),
    "destinations": ("d1",),
    "items.i1.kind": "chip",
    "items.i1.datacenter": True,
    "items.i1.speed": {"fp8": 1979.0, "fp16": "none"},
    "destinations.d1.country": "NO",
    "parties.complete": True,
}


def planned() -> Any:  # noqa: ANN401
    text = QUESTIONNAIRE.texts["made/about.yaml"].replace(
        "title: Made,", "title: Made, planned: planned_day, until: until_day,"
    )
    from app.questionnaire.loader import load  # noqa: PLC0415 - only here

    return load({**QUESTIONNAIRE.texts, "made/about.yaml": text})


PLANNED = planned()


def state(**answers: Any) -> Assessment:  # noqa: ANN401
    return assess(PLANNED, {**HEAD, **answers}, DAY)


def the_days(assessment: Assessment) -> list[str]:
    return [each.day.isoformat() for each in assessment.evaluations]


def test_a_threshold_exists_from_its_first_day_on() -> None:
    early, late = (law_of(QUESTIONNAIRE, dt.date(y, 1, 1)) for y in (2021, 2022))
    assert (early.parameters["limit_a"], late.parameters["limit_a"]) == (None, 4800.0)


def test_days_between_the_same_changes_share_a_law() -> None:
    assert law_of(QUESTIONNAIRE, DAY) is law_of(QUESTIONNAIRE, dt.date(2026, 8, 31))
    assert law_of(QUESTIONNAIRE, DAY) is not law_of(QUESTIONNAIRE, dt.date(2026, 9, 1))
    assert dt.date(2026, 9, 1) in boundaries(QUESTIONNAIRE)


def test_a_list_is_put_together_taken_apart_and_dated() -> None:
    now = law_of(QUESTIONNAIRE, DAY).sets
    assert now["listed"] == {"CN"}
    assert now["near"] == {"CN", "MO"}
    assert now["less_listed"] == {"FR"}
    assert law_of(QUESTIONNAIRE, dt.date(2026, 9, 1)).sets["near"] == {"CN", "NO", "MO"}


def test_a_day_before_the_law_begins_is_refused_with_its_first_day() -> None:
    with pytest.raises(NotCovered, match="covers 2020-01-01 and later days"):
        law_of(QUESTIONNAIRE, dt.date(2019, 12, 31))
    assert law_of(QUESTIONNAIRE, dt.date(2020, 1, 1)).since == dt.date(2020, 1, 1)
    assert read_on(QUESTIONNAIRE) == DAY


@pytest.mark.parametrize(
    ("day", "state_of_it"),
    [("2025-01-12", None), ("2025-01-13", "in_force"), ("2025-05-12", "in_force"),
     ("2025-05-13", "not_enforced"), ("2030-01-01", "not_enforced")],
)  # fmt: skip
def test_a_standing_holds_from_its_day_to_the_next(day: str, state_of_it: str | None) -> None:
    found = standing(QUESTIONNAIRE.rules["everywhere"], dt.date.fromisoformat(day))
    assert (found.state if found else None) == state_of_it


def test_only_what_rests_on_a_rule_that_counts_in_one_view_is_split() -> None:
    law = law_of(QUESTIONNAIRE, DAY)
    assert {"everywhere", "licence"} <= law.split
    assert not {"is_a", "class", "lift", "lifted", "soon"} & law.split
    assert not law_of(QUESTIONNAIRE, dt.date(2025, 2, 1)).split


def test_what_lowers_control_counts_only_if_it_counts_in_both_views() -> None:
    now = evaluate(QUESTIONNAIRE, HEAD, DAY)
    assert now.value("lift_unforced", ("i1",)) is False
    assert now.value("everywhere", ("i1", "d1"), "text") is True
    assert now.value("everywhere", ("i1", "d1"), "practice") is False
    assert now.value("lift", ("i1", "d1")) is False
    assert rebased(now, dt.date(2025, 2, 1)).value("lift", ("i1", "d1")) is True


def test_a_pending_rule_counts_once_it_is_in_force() -> None:
    assert evaluate(QUESTIONNAIRE, {}, DAY).value("soon") is False
    assert evaluate(QUESTIONNAIRE, {}, dt.date(2026, 10, 1)).value("soon") is True


def test_the_planned_day_is_evaluated_besides_today() -> None:
    assert the_days(state()) == ["2026-06-30"]
    later = state().given("planned_day", "2026-09-15")
    assert the_days(later) == ["2026-06-30", "2026-09-15"]
    keys = ("i1", "d1")
    assert later.today.value("listed_place", keys) is False
    assert later.later[0].value("listed_place", keys) is True
    assert the_days(later.withdrawn("planned_day")) == ["2026-06-30"]


def test_every_change_of_the_law_until_the_end_is_evaluated() -> None:
    found = state(planned_day="2026-07-01", until_day="2026-12-31")
    assert the_days(found) == [
        "2026-06-30", "2026-07-01", "2026-09-01", "2026-10-01", "2026-12-31",
    ]  # fmt: skip
    assert the_days(found.given("until_day", "2026-09-01"))[-1] == "2026-09-01"


@pytest.mark.parametrize("answer", ["soon", "", None, 3.0, "2019-01-01", True, "2026-06-30"])
def test_a_planned_day_that_is_none_or_not_covered_adds_no_day(answer: Any) -> None:  # noqa: ANN401
    assert the_days(state(planned_day=answer)) == ["2026-06-30"]


def test_a_day_at_the_end_of_time_is_a_day() -> None:
    assert days(PLANNED, {"until_day": "9999-12-31"}, DAY)[-1] == dt.date.max
    assert day_at({}, "") is None


def test_several_answers_are_the_same_as_one_after_the_other() -> None:
    more = {"planned_day": "2026-09-15", "destinations.d1.country": "CN"}
    assert the_days(given_all(state(), more)) == the_days(state(**more))
    assert given_all(state(), more).answers == state(**more).answers
