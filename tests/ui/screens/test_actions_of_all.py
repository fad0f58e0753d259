"""The actions of every assessment in the window: sought by words, led from, saved as a calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget

from app.operations.tasks import add, finish
from app.ui.kit.text import Text
from app.ui.views.places import REVIEW, Place
from tests.ui.screens.conftest import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.screens.person import Person

TODAY = NOON.date()


@pytest.fixture
def at_actions(person: Person) -> Person:
    """Two assessments with one action each of one's own, one of them overdue."""
    for name, does, due in (("Alpha", "Ask the maker", -3), ("Beta", "Count the chips", 3)):
        add(person.desk.create(name), does, "A. Keeper", TODAY + dt.timedelta(days=due))
    person.library.take(person.desk)
    person.click("actions")
    return person


def words(person: Person) -> str:
    shown = person.see("actions_screen", QWidget)
    return "\n".join(text.text() for text in shown.findChildren(Text) if text.isVisibleTo(shown))


def save_to(person: Person, path: Path) -> None:
    person.click("save_calendar")
    dialog = person.window.findChild(QFileDialog, "calendar_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_the_actions_of_all_stand_in_one_list_with_owner_and_day(at_actions: Person) -> None:
    said = words(at_actions)
    assert "A. Keeper · overdue by 3 days, was due 22 Nov 2026" in said
    assert "A. Keeper · by 28 Nov 2026" in said
    assert said.index("Ask the maker") < said.index("Count the chips")


def test_words_narrow_the_list(at_actions: Person) -> None:
    at_actions.type("actions.search", "keeper count")
    assert "1 action." in words(at_actions)
    assert "Ask the maker" not in words(at_actions)
    at_actions.type("actions.search", "nothing like it")
    assert "No action fits." in words(at_actions)


def test_an_action_leads_to_the_review_of_its_assessment(at_actions: Person) -> None:
    at_actions.type("actions.search", "beta chips")
    button = at_actions.see("action.own.1", QAbstractButton)
    assert "Open Beta: Count the chips" in button.accessibleName()
    at_actions.click("action.own.1")
    assert at_actions.screen.at_work.sitting.head.name == "Beta"
    assert at_actions.here() == Place(REVIEW)


def test_the_days_are_saved_as_a_calendar(at_actions: Person, tmp_path: Path) -> None:
    target = tmp_path / "actions.ics"
    save_to(at_actions, target)
    text = target.read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 2
    assert "Alpha: Ask the maker" in text


def test_a_calendar_that_cannot_be_saved_is_told_of_in_one_line(
    at_actions: Person, tmp_path: Path
) -> None:
    save_to(at_actions, tmp_path / "no folder" / "actions.ics")
    screen = at_actions.window.actions_of_all
    assert screen is not None
    assert screen.toast.words().startswith("Not saved:")


def test_nothing_to_be_done_is_no_calendar(person: Person) -> None:
    sitting = person.desk.create("Alpha")
    finish(sitting, add(sitting, "Ask", "", TODAY), "asked")
    person.library.take(person.desk)
    person.click("actions")
    assert "Done 25 Nov 2026: asked" in words(person)
    assert not person.see("save_calendar", QAbstractButton).isEnabled()


def test_escape_leads_back_to_the_library(at_actions: Person) -> None:
    at_actions.key(Qt.Key.Key_Escape)
    assert at_actions.library.isVisible()
    assert not at_actions.sees("actions_screen")
