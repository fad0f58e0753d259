"""Actions have an owner, a day and an end; all of them are seen at once and go into a calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from app.operations.calendar import calendar_of
from app.operations.tasks import add, assign, drop, finish, take_up, tasks, tasks_of_all
from app.store.errors import NotFound, Refused
from tests.assessment.another import another
from tests.operations.conftest import NOON
from tests.operations.test_sitting import fast_chip

if TYPE_CHECKING:
    from app.operations.desk import Desk
    from app.operations.sitting import Sitting

ACTIONS = """
actions:
  mark_box: {of: item, when: is_a, do: "Mark the box of {item_name}.", due: before it leaves}
  ask_maker: {when: "possible(any(items, is_a))", do: Ask the maker., owner: the engineer}
"""
DAY = dt.date(2026, 12, 1)


@pytest.fixture
def working(desk: Desk) -> Desk:
    return replace(desk, questionnaire=another(more=ACTIONS))


@pytest.fixture
def sitting(working: Desk) -> Sitting:
    sitting = working.create("With work to do")
    sitting.answer(f"items.{fast_chip(sitting)}.item_name", "Card, 80 GB; \\ odd\nname")
    sitting.summarise()
    return sitting


def test_what_the_law_calls_for_is_listed_with_its_words(sitting: Sitting) -> None:
    found = {each.key: each for each in tasks(sitting)}
    assert set(found) == {"mark_box.i1", "ask_maker"}
    assert found["mark_box.i1"].due_words == "before it leaves"
    assert found["mark_box.i1"].due is None
    assert found["ask_maker"].owner == "the engineer"


def test_owner_and_day_are_a_persons_and_the_latest_word_stands(sitting: Sitting) -> None:
    assign(sitting, "mark_box.i1", "B. Packer", DAY)
    assign(sitting, "mark_box.i1", "C. Packer", DAY + dt.timedelta(days=1))
    first = tasks(sitting)[0]
    assert (first.owner, first.due) == ("C. Packer", dt.date(2026, 12, 2))
    assert first.overdue(dt.date(2026, 12, 3))
    assert not first.overdue(dt.date(2026, 12, 2))


def test_done_needs_a_how_and_can_be_taken_up_again(sitting: Sitting) -> None:
    assign(sitting, "mark_box.i1", "B. Packer", DAY)
    with pytest.raises(Refused, match="say what was done"):
        finish(sitting, "mark_box.i1", "  ")
    finish(sitting, "mark_box.i1", "label printed")
    last = tasks(sitting)[-1]
    assert (last.key, last.done, last.owner, last.due) == (
        "mark_box.i1", "label printed", "B. Packer", DAY,
    )  # fmt: skip
    assert not last.overdue(DAY + dt.timedelta(days=9))
    take_up(sitting, "mark_box.i1")
    assert not tasks(sitting)[0].done


def test_an_action_that_is_not_called_for_cannot_be_assigned(sitting: Sitting) -> None:
    with pytest.raises(NotFound, match=r"no action mark_box\.i9"):
        assign(sitting, "mark_box.i9", "B. Packer", DAY)


def test_an_action_goes_with_the_answer_that_called_for_it(sitting: Sitting) -> None:
    assign(sitting, "mark_box.i1", "B. Packer", DAY)
    sitting.answer("items.i1.speed", {"fp8": 1.0, "fp16": 1.0})
    assert "mark_box.i1" not in {each.key for each in tasks(sitting)}


def test_actions_of_ones_own_are_added_and_dropped_and_no_others(sitting: Sitting) -> None:
    key = add(sitting, "Call the forwarder", "B. Packer", DAY)
    assert tasks(sitting)[0].own
    with pytest.raises(Refused, match="say what"):
        add(sitting, " ")
    drop(sitting, key)
    assert key not in {each.key for each in tasks(sitting)}
    assert add(sitting, "Call again") != key
    with pytest.raises(Refused, match="not by hand"):
        drop(sitting, "ask_maker")


def test_the_actions_of_all_assessments_are_seen_at_once(working: Desk, sitting: Sitting) -> None:
    other = working.create("Another")
    other.answer(f"items.{fast_chip(other)}.item_name", "Board")
    other.summarise()
    assign(other, "mark_box.i1", "B. Packer", DAY)
    add(sitting, "Call the forwarder", due=DAY + dt.timedelta(days=3))
    found = tasks_of_all(working.library)
    assert [(each.name, each.does) for each in found][:2] == [
        ("Another", "Mark the box of Board."),
        ("With work to do", "Call the forwarder"),
    ]
    assert len(found) == 5
    working.delete(other.id)
    assert {each.name for each in tasks_of_all(working.library)} == {"With work to do"}


def test_the_calendar_holds_what_has_a_day_and_is_not_done(sitting: Sitting) -> None:
    assign(sitting, "mark_box.i1", "B. Packer", DAY)
    key = add(sitting, "Call the forwarder", due=DAY)
    finish(sitting, key, "called")
    raw = calendar_of(tasks(sitting), NOON)
    (event,) = Calendar.from_ical(raw).events
    assert event["summary"] == "With work to do: Mark the box of Card, 80 GB; \\ odd\nname."
    assert event.decoded("dtstart") == DAY
    assert "B. Packer" in str(event["description"])
    assert calendar_of(tasks(sitting), NOON) == raw


def test_every_word_on_an_action_is_in_the_log(sitting: Sitting) -> None:
    assign(sitting, "mark_box.i1", "B. Packer", DAY)
    finish(sitting, "mark_box.i1", "label printed")
    said = [entry.what for entry in sitting.library.log.read(sitting.id)]
    assert said[-2:] == ["action assigned", "action done"]
