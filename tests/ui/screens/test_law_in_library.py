"""Editions in the window, and what the law in use says of each line of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from app.operations.desk import Desk
from app.operations.editions import begin_use
from app.operations.law import library_at
from app.operations.press import Press
from app.operations.reevaluation import reevaluate
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
    """A library under the made law, with a final assessment and a draft."""
    with library_at(tmp_path / "library.sqlite", NOON) as library:
        begin_use(library, SHIPPED, NOON, "M.")
        found = Desk(library, SHIPPED, lambda: NOON, "M. Sample", "0")
        found.create("Final", FAST).save_revision("M.")
        found.create("Draft", FAST)
        reevaluate(found)
        yield found


@pytest.fixture
def person(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[Person]:
    theme.load_fonts()
    window = MainWindow(Press(), WindowSettings())
    theme.apply(qapp, theme.Look(motion=False))
    window.take(desk)
    window.show()
    yield Person(qtbot, window, desk)
    window.close()
    window.deleteLater()


def choose_edition(person: Person, path: Path) -> None:
    """By the sheet and the dialog, as a person does."""
    person.click("editions")
    person.click("edition.import")
    dialog = person.window.findChild(QFileDialog, "edition_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()


def counts(person: Person) -> dict[str, str]:
    rows = person.library.nav.rows
    return {id_: row.accessibleName().rpartition(", ")[2] for id_, row in rows.items()}


def settled(person: Person) -> None:
    person.qtbot.waitUntil(lambda: not person.library.law.upkeep.running, timeout=20_000)


def test_an_imported_edition_is_in_use_at_once_and_every_line_says_what_changed(
    person: Person, tmp_path: Path
) -> None:
    choose_edition(person, edition(tmp_path, *RAISED, changed="The limit of A is raised."))
    person.qtbot.waitUntil(lambda: counts(person)["law_changed"] == "2", timeout=20_000)
    settled(person)
    rows = person.library.listing.list.rows.rows
    assert all(row.detail.startswith("1 conclusion changed") for row in rows)
    person.click("editions_sheet.close")
    person.click("view.law_changed")
    person.library.listing.list.choose(person.desk.lines("Final")[0].id)
    view = person.library.inspector
    assert "Classification (Nova): Entry A → Entry B" in view.law_words()
    assert "limit of A" in view.law_words()


def test_what_is_wrong_with_an_edition_stands_in_the_sheet_line_by_line(
    person: Person, tmp_path: Path
) -> None:
    path = edition(tmp_path, *RAISED)
    path.write_text(path.read_text().replace("power >= limit_a", "power >= limit_z"))
    choose_edition(person, path)
    person.qtbot.waitUntil(lambda: "is damaged" in person.toast(), timeout=20_000)
    assert person.desk.library.editions.read() == ()


def test_the_sheet_lists_the_laws_at_hand_and_marks_the_one_in_use(
    person: Person, tmp_path: Path
) -> None:
    person.click("editions")
    marked = f"edition.{SHIPPED.hash[:12]}"
    assert person.see(marked, QWidget).accessibleName() == "made-1, in use"
    person.click("editions_sheet.close")
    choose_edition(person, edition(tmp_path, *RAISED))
    person.qtbot.waitUntil(
        lambda: person.see(marked, QWidget).accessibleName() == "made-1, not in use",
        timeout=20_000,
    )
    settled(person)


def test_an_edition_that_is_older_is_said_to_be_kept_and_not_used(
    person: Person, tmp_path: Path
) -> None:
    older = ("made-1", "made-0"), ("read_on: 2026-06-30", "read_on: 2026-01-31")
    choose_edition(person, edition(tmp_path, *older))
    person.qtbot.waitUntil(lambda: "is kept and not used" in person.toast(), timeout=20_000)


def test_evaluating_again_is_offered_and_ends(person: Person) -> None:
    person.desk.library.database.run("DELETE FROM outlook")
    person.click("reevaluate")
    settled(person)
    person.qtbot.waitUntil(lambda: not person.sees("reevaluate.cancel"))
    assert len(person.desk.library.database.rows("SELECT * FROM outlook")) == 2


def test_evaluating_again_can_be_cancelled_and_keeps_what_was_done(person: Person) -> None:
    with person.desk.library.together():
        for number in range(400):
            person.desk.create(f"More {number}", FAST)
    person.click("reevaluate")
    person.click("reevaluate.cancel")
    settled(person)
    kept = person.desk.library.database.value("SELECT count(*) FROM outlook")
    assert 2 <= kept < 402


def test_the_sheet_says_what_the_law_in_use_leaves_out(person: Person) -> None:
    person.click("editions")
    stated = (("Boycotts", "One question asks."), ("Others", "Not looked at."))
    person.library.law.editions.show_limits(stated)
    limits = person.library.law.editions.limits
    assert "Boycotts. One question asks." in limits.text()
    person.library.law.editions.show_limits(())
    assert not limits.isVisible()
    person.click("editions_sheet.close")
