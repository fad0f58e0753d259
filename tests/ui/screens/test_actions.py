"""Actions in the window: given to somebody, done, taken up, one's own; and those of all at once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from app.operations.tasks import Task, add, assign, finish, tasks
from app.ui.kit.text import Text
from app.ui.views import tasks as view
from tests.ui.screens.conftest import NOON

if TYPE_CHECKING:
    from tests.ui.screens.person import Person

TODAY = NOON.date()


def at_review(person: Person) -> str:
    """The sample at its review; the key of its first action."""
    person.open_sample()
    person.click("review")
    return tasks(person.screen.at_work.sitting)[0].key


def said(person: Person, name: str) -> str:
    """Every word that stands in a line."""
    return "\n".join(text.text() for text in person.see(name, QWidget).findChildren(Text))


def task(person: Person, key: str) -> Task:
    return next(each for each in tasks(person.screen.at_work.sitting) if each.key == key)


def test_an_action_is_given_to_somebody_until_a_day(person: Person) -> None:
    key = at_review(person)
    person.click(f"assign.{key}")
    person.type("assign.owner", "A. Keeper")
    person.type("assign.day", "1 Dec 2026")
    person.click("assign.save")
    found = task(person, key)
    assert (found.owner, found.due) == ("A. Keeper", dt.date(2026, 12, 1))
    assert "A. Keeper · by 1 Dec 2026" in said(person, f"action.{key}")
    assert not person.sees("assign.form")


def test_a_day_that_cannot_be_read_is_said_and_nothing_is_lost(person: Person) -> None:
    key = at_review(person)
    person.click(f"assign.{key}")
    person.type("assign.owner", "A. Keeper")
    person.type("assign.day", "3/4/2027")
    person.click("assign.save")
    assert "two dates" in said(person, "assign.form")
    assert person.see("assign.owner", QLineEdit).text() == "A. Keeper"
    assert task(person, key).due is None


def test_a_day_that_has_passed_is_overdue_in_words(person: Person) -> None:
    key = at_review(person)
    person.click(f"assign.{key}")
    person.type("assign.day", "24 Nov 2026")
    person.click("assign.save")
    assert "overdue by 1 day, was due 24 Nov 2026" in said(person, f"action.{key}")


def test_an_action_is_done_with_how_and_taken_up_again(person: Person) -> None:
    key = at_review(person)
    person.click(f"finish.{key}")
    person.click("finish.save")
    assert "Say what was done" in said(person, "finish.form")
    person.type("finish.how", "Letter of 24 November sent")
    person.click("finish.save")
    assert "Done 25 Nov 2026: Letter of 24 November sent" in said(person, f"action.{key}")
    assert not person.sees(f"assign.{key}")
    person.click(f"take_up.{key}")
    assert not task(person, key).done
    assert person.sees(f"finish.{key}")


def test_an_action_of_ones_own_is_added_and_dropped(person: Person) -> None:
    at_review(person)
    person.click("add_action")
    person.click("add.save")
    assert "Say what is to be done" in said(person, "add.form")
    person.type("add.does", "Ask the maker for the data sheet")
    person.click("add.save")
    assert "Ask the maker" in said(person, "action.own.1")
    person.click("drop.own.1")
    assert not person.sees("action.own.1")


def test_what_the_rules_call_for_cannot_be_dropped(person: Person) -> None:
    key = at_review(person)
    assert not person.sees(f"drop.{key}")


def test_a_form_is_left_without_saving(person: Person) -> None:
    key = at_review(person)
    person.click(f"assign.{key}")
    person.type("assign.owner", "Nobody")
    person.click("assign.cancel")
    assert task(person, key).owner != "Nobody"
    assert not person.sees("assign.form")


def test_every_verb_of_an_action_names_the_action(person: Person) -> None:
    key = at_review(person)
    for verb in ("assign", "finish"):
        name = person.see(f"{verb}.{key}", QAbstractButton).accessibleName()
        assert task(person, key).does in name


def test_a_library_that_can_only_be_read_shows_actions_and_offers_no_verb(person: Person) -> None:
    key = at_review(person)
    shown = person.screen.display.middle.review.tasks
    rows = tuple(view.task_row(each, TODAY) for each in tasks(person.screen.at_work.sitting))
    shown.show_rows(rows, enabled=False)
    assert person.sees(f"action.{key}")
    assert not person.sees(f"assign.{key}")
    assert not person.sees("add_action")


def test_words_narrow_actions_wherever_they_stand(person: Person) -> None:
    sitting = person.desk.create("Alpha")
    add(sitting, "Ask for the letter", "A. Keeper", TODAY)
    add(sitting, "Count the chips")
    rows = [view.task_row(each, TODAY) for each in tasks(sitting)]
    assert [row.title for row in view.with_words(rows, "keeper LETTER")] == ["Ask for the letter"]
    assert [row.key for row in view.with_words(rows, "alpha")] == [row.key for row in rows]
    assert view.with_words(rows, "nowhere") == ()


def test_the_summary_counts_what_is_overdue_and_what_is_done(person: Person) -> None:
    sitting = person.desk.create("Alpha")
    late = add(sitting, "Late", "", TODAY - dt.timedelta(days=3))
    done = add(sitting, "Done")
    assign(sitting, late, "M.", TODAY - dt.timedelta(days=3))
    finish(sitting, done, "so")
    rows = [view.task_row(each, TODAY) for each in tasks(sitting) if each.own]
    assert view.summary(rows) == "2 actions, 1 overdue, 1 done."
    assert view.summary([]) == "No action fits."
