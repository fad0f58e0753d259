"""Revisions in the window: listed, opened as stored, taken up, compared, looked at as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.operations.desk import Desk
from app.operations.editions import begin_use, bring_edition
from app.operations.law import library_at
from app.operations.press import Press
from app.ui import theme
from app.ui.settings import WindowSettings
from app.ui.window import MainWindow
from tests.assessment.made import made
from tests.operations.laws import FAST, RAISED, edition
from tests.ui.screens.conftest import NOON
from tests.ui.screens.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SHIPPED = made()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with library_at(tmp_path / "library.sqlite", NOON) as library:
        begin_use(library, SHIPPED, NOON, "M.")
        found = Desk(library, SHIPPED, lambda: NOON, "M. Sample", "0")
        sitting = found.create("Chips", FAST)
        sitting.save_revision("M. Sample")
        sitting.answer("items.i1.speed", {"fp8": 100.0})
        sitting.save_revision("N. Other")
        yield found


@pytest.fixture
def person(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[Person]:
    """At the revisions of the one assessment."""
    theme.load_fonts()
    window = MainWindow(Press(), WindowSettings())
    theme.apply(qapp, theme.Look(motion=False))
    window.take(desk)
    window.show()
    window.open_assessment(desk.lines()[0].id)
    found = Person(qtbot, window, desk)
    found.click("review")
    found.click("revisions")
    yield found
    window.close()
    window.deleteLater()


def page_words(person: Person) -> str:
    return person.screen.display.middle.revisions.words()


def test_the_way_to_the_revisions_says_how_many_there_are(person: Person) -> None:
    person.click("revisions.back")
    assert person.see("revisions", QAbstractButton).accessibleName() == "2 revisions"


def test_a_revision_opens_as_it_was_stored(person: Person) -> None:
    person.click("revision.1")
    words = page_words(person)
    assert "Read only, as it was decided on 25 Nov 2026 by M. Sample" in words
    assert "Classification, Nova: Entry A (" in words
    assert "How fast is it? (Nova) FP8 1,979 TFLOPS" in words


def test_revise_goes_on_from_a_revision_and_undo_takes_it_back(person: Person) -> None:
    person.click("revision.1")
    person.click("revise")
    assert person.answers["items.i1.speed"] == {"fp8": 1979.0}
    assert "The draft goes on from revision 1" in person.toast()
    person.click("undo")
    assert person.answers["items.i1.speed"] == {"fp8": 100.0}


def test_two_revisions_are_compared_whichever_is_open(person: Person) -> None:
    for opened, other in (("1", "2"), ("2", "1")):
        person.click(f"revision.{opened}")
        person.click(f"compare.{other}")
        words = page_words(person)
        assert "Revision 1 and Revision 2" in words
        assert "Classification (Nova): Entry A → Neither A nor B. How fast is it? (Nova)" in words
        assert "processing power, Nova: 15,832 TPP → 800 TPP" in words


def test_the_open_revision_is_compared_with_the_draft(person: Person) -> None:
    person.click("revision.2")
    person.click("compare.draft")
    assert "Revision 2 and Draft" in page_words(person)
    assert "conclusions 0, answers 0, facts 0, rules 0" in page_words(person)


def test_a_revision_that_was_changed_says_so_and_is_not_taken_up(person: Person) -> None:
    raw = person.desk.library.database.raw
    raw.execute("DROP TRIGGER revision_is_final")
    raw.execute("UPDATE revision SET author = 'X' WHERE number = 1")
    person.click("revision.1")
    assert "revision 1 is not what its hash says" in page_words(person)
    person.click("revise")
    assert "look in a backup" in person.toast()


def test_a_revision_is_looked_at_on_another_day_and_under_another_edition(
    person: Person, tmp_path: Path
) -> None:
    desk = person.desk
    found = bring_edition(desk.library, SHIPPED, edition(tmp_path, *RAISED), NOON, "M.")
    person.click("revision.1")
    person.click(f"revision.as_of.edition.{found.edition.mark[:12]}")
    look = person.screen.display.middle.revisions.look
    assert "As of 25 Nov 2026 by made-2" in look.words()
    assert "Classification (Nova): Entry A → Entry B. Threshold changed: limit of A" in look.words()
    person.type("revision.as_of.day", "1 Sep 2026")
    assert "As of 1 Sep 2026 by made-2" in look.words()
    assert "Entry B" not in look.words()


def test_a_day_before_the_law_is_refused_in_words(person: Person) -> None:
    person.click("revision.1")
    person.type("revision.as_of.day", "1 Jan 2019")
    assert "before the law at hand begins" in person.screen.display.middle.revisions.look.doubt()


def test_the_draft_is_looked_at_under_another_edition_and_what_flips_is_said(
    person: Person, tmp_path: Path
) -> None:
    found = bring_edition(person.desk.library, SHIPPED, edition(tmp_path, *RAISED), NOON, "M.")
    person.click("revision.1")
    person.click("revise")
    person.click("as_of")
    person.click(f"as_of.edition.{found.edition.mark[:12]}")
    as_of = person.screen.display.side.panel.as_of
    assert "Classification (Nova): Entry A → Entry B" in as_of.flip_words()
    assert person.screen.at_work.is_as_of
    person.click("as_of.today")
    assert as_of.flip_words() == ""
    assert not person.screen.at_work.is_as_of
