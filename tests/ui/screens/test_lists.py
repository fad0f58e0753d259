"""Lists come in by dialog and by dropping, whole or not at all, and the window says what they are."""

from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel

from app.operations.lists import import_list
from app.operations.screening_answers import needs_second
from app.screening.formats.csl import COLUMNS
from app.ui.lists.parts import ListCard, NewsNotice
from tests.screening import made
from tests.ui.screens.conftest import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.lists.screen import ListsScreen
    from tests.ui.screens.person import Person


@pytest.fixture
def at_lists(person: Person) -> Person:
    person.desk.create("Alpha")
    person.library.refresh()
    person.click("lists")
    return person


def screen(person: Person) -> ListsScreen:
    assert person.window.lists is not None
    return person.window.lists


def written(folder: Path, text: str, name: str = "consolidated.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def choose(person: Person, *paths: Path) -> None:
    """A person chooses files in the system's dialog, and waits until all is done."""
    person.click("import_lists")
    dialog = person.window.findChild(QFileDialog, "lists_dialog")
    assert dialog is not None
    dialog.filesSelected.emit([str(path) for path in paths])
    dialog.close()
    idle(person)


def idle(person: Person) -> None:
    person.qtbot.waitUntil(lambda: not screen(person).importing.busy, timeout=30_000)


def news(person: Person) -> list[tuple[str, str]]:
    found = person.all(NewsNotice, "import_news")
    return [(each.title.text(), each.words.text()) for each in found]


def facts(person: Person) -> str:
    (card,) = [each for each in screen(person).findChildren(ListCard) if each.isVisible()]
    labels = card.findChildren(QLabel)
    return "\n".join(each.text() for each in labels).replace("\u200b", "")


def test_without_a_list_the_screen_says_that_nobody_can_be_screened(at_lists: Person) -> None:
    shown = screen(at_lists)
    assert shown._none.isVisible()
    assert "cannot be screened" in shown._none.text()
    at_lists.click("list_source.0")
    assert QGuiApplication.clipboard().text().startswith("https://")


def test_a_list_chosen_in_the_dialog_is_shown_with_date_count_and_hash(
    at_lists: Person, tmp_path: Path
) -> None:
    path = written(tmp_path, made.csl_csv())
    choose(at_lists, path)
    (head,) = at_lists.desk.library.lists.standing()
    words = facts(at_lists)
    for wanted in ("Consolidated Screening List", "25 Nov 2026, 11:42", head.hash, path.name):
        assert wanted in words
    assert "states none" in words
    assert "Entity List" in words
    assert news(at_lists)[0][0] == "Consolidated Screening List was imported"
    at_lists.click("lists.back")
    assert at_lists.library.isVisible()
    assert at_lists.library.nav._lists_state.text() == "1 list"


def test_a_list_with_a_date_of_its_own_shows_it(at_lists: Person, tmp_path: Path) -> None:
    choose(at_lists, written(tmp_path, made.UN_XML, "un.xml"))
    assert "21 Nov 2026" in facts(at_lists)


def test_files_that_are_dropped_are_imported(at_lists: Person, tmp_path: Path) -> None:
    paths = [written(tmp_path, made.csl_csv()), written(tmp_path, made.eu_csv(), "eu.csv")]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, none)
    screen(at_lists).dropEvent(event)
    idle(at_lists)
    assert len(at_lists.desk.library.lists.standing()) == 2


def test_a_list_brought_again_says_what_is_new_other_and_gone(
    at_lists: Person, tmp_path: Path
) -> None:
    choose(at_lists, written(tmp_path, made.csl_csv()))
    new = {"_id": "n", "source": made.EL, "name": "Fresh Name Works"}
    changed = {**made.ROWS[0], "license_policy": "Case by case."}
    choose(at_lists, written(tmp_path, made.csl_csv((changed, *made.ROWS[1:3], new))))
    words = news(at_lists)[0][1]
    assert "1 added, 1 changed, 1 removed" in words
    assert "Added: Fresh Name Works" in words
    assert f"Removed: {made.ROWS[3]['name']}" in words


def test_an_unknown_source_is_warned_of_and_kept(at_lists: Person, tmp_path: Path) -> None:
    row = {"_id": "u", "source": "List of Nobody Knows What (XYZ)", "name": "Odd Works"}
    choose(at_lists, written(tmp_path, made.csl_csv((*made.ROWS, row))))
    assert "Unknown source List of Nobody Knows What (XYZ)" in news(at_lists)[0][1]
    assert at_lists.desk.library.lists.standing()[0].parties == 5


def bomb() -> str:
    entities = "".join(
        f'<!ENTITY e{at} "{f"&e{at - 1};" * 10 if at else "lol"}">' for at in range(9)
    )
    return (
        f"<?xml version='1.0'?><!DOCTYPE x [{entities}]><CONSOLIDATED_LIST>&e8;</CONSOLIDATED_LIST>"
    )


def other_year() -> str:
    columns = tuple(each for each in COLUMNS if each != "ids")
    return made.csl_csv(columns=(*columns, "a_column_of_another_year", "and_another"))


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("semicolons.csv", made.csl_csv().replace(",", ";"), "separates its columns by"),
        ("cut.xml", made.UN_XML[:-60], "is no whole"),
        ("cut.json", made.csl_json()[:-20], "is no whole"),
        ("bomb.xml", bomb(), "document type"),
        ("year.csv", other_year(), "row 1"),
        ("prose.txt", "Dear Sir or Madam", "no list in a format that is read"),
        ("empty.csv", "", "no list in a format that is read"),
    ],
)
def test_what_is_no_list_is_refused_in_a_line_and_changes_nothing(
    at_lists: Person, tmp_path: Path, name: str, text: str, says: str
) -> None:
    choose(at_lists, written(tmp_path, made.csl_csv()))
    before = at_lists.desk.library.lists.standing()
    choose(at_lists, written(tmp_path, text, name))
    ((title, words),) = news(at_lists)
    assert title == f"{name} was not imported"
    assert says in words
    assert "\n" not in words
    assert at_lists.desk.library.lists.standing() == before


def test_a_file_that_is_not_there_is_told_of(at_lists: Person, tmp_path: Path) -> None:
    choose(at_lists, tmp_path / "gone.csv")
    assert "cannot be read" in news(at_lists)[0][1]


def test_rows_that_cannot_be_read_are_counted_and_shown(at_lists: Person, tmp_path: Path) -> None:
    text = made.csl_csv()
    lines = text.splitlines()
    lines.insert(2, "only,three,cells")
    choose(at_lists, written(tmp_path, "\n".join(lines) + "\n"))
    assert "1 row that could not be read" in facts(at_lists)
    assert "row 3" in facts(at_lists)
    assert at_lists.desk.library.lists.standing()[0].parties == 4


def test_a_name_of_ten_thousand_letters_is_taken_in(at_lists: Person, tmp_path: Path) -> None:
    row = {"_id": "l", "source": made.EL, "name": "Lengthy " * 1_250}
    choose(at_lists, written(tmp_path, made.csl_csv((*made.ROWS, row))))
    assert at_lists.desk.library.lists.standing()[0].parties == 5


def test_an_import_can_be_cancelled_and_leaves_the_lists_as_they_were(
    at_lists: Person, tmp_path: Path
) -> None:
    rows = tuple(
        {"_id": f"r{at}", "source": made.EL, "name": f"Made Works {at} of Nowhere"}
        for at in range(20_000)
    )
    path = written(tmp_path, made.csl_csv(rows))
    shown = screen(at_lists)
    shown.bring([path])
    at_lists.qtbot.waitUntil(lambda: "%" in shown.drop._doing.text(), timeout=30_000)
    assert not at_lists.see("import_lists.stop", QAbstractButton).isHidden()
    at_lists.click("import_lists.stop")
    idle(at_lists)
    assert news(at_lists)[0][1].startswith("You cancelled it")
    assert not at_lists.desk.library.lists.standing()
    assert at_lists.sees("import_lists")


def test_an_old_list_is_said_to_be_old_here_and_in_the_library(
    person: Person, tmp_path: Path
) -> None:
    person.desk.create("Alpha")
    path = written(tmp_path, made.csl_csv())
    import_list(person.desk.library, path, NOON - dt.timedelta(days=9), "A. Tester")
    person.library.refresh()
    assert person.library.nav._lists_state.text() == "1 list, 1 old"
    person.click("lists")
    (card,) = [each for each in screen(person).findChildren(ListCard) if each.isVisible()]
    assert card.accessibleName() == "Consolidated Screening List Old: 9 days"


def test_a_new_list_screens_every_assessment_and_the_library_marks_what_is_new(
    person: Person, tmp_path: Path
) -> None:
    answers = {"parties": ("p1",), "parties.p1.party_name": "Kvantum Photonics"}
    person.desk.create("Alpha", answers)  # type: ignore[arg-type]  # answers are invariant
    person.desk.create("Beta")
    person.library.refresh()
    person.click("lists")
    choose(person, written(tmp_path, made.csl_csv()))
    assert news(person)[-1] == ("Every assessment was screened again", "Alpha: 1 new hit")
    person.click("lists.back")
    rows = {row.title: row.detail for row in person.library.listing.list.rows.rows}
    assert rows["Alpha"].startswith("1 new hit in a list")
    assert "new hit" not in rows["Beta"]


def test_the_wish_for_a_second_person_is_kept(at_lists: Person) -> None:
    at_lists.click("lists.second_person")
    assert needs_second(at_lists.desk.library)


def test_escape_leads_back(at_lists: Person) -> None:
    at_lists.key(Qt.Key.Key_Escape)
    assert at_lists.library.isVisible()


def test_the_real_list_is_read_whole(at_lists: Person, shared: Path) -> None:
    path = shared / "lists" / "consolidated.csv"
    if not path.is_file():
        pytest.skip("the real list is not at hand")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = sum(1 for _ in csv.reader(stream)) - 1
    at_lists.click("import_lists")
    dialog = at_lists.window.findChild(QFileDialog, "lists_dialog")
    assert dialog is not None
    dialog.filesSelected.emit([str(path)])
    dialog.close()
    at_lists.qtbot.waitUntil(lambda: not screen(at_lists).importing.busy, timeout=180_000)
    assert at_lists.desk.library.lists.standing()[0].parties == rows
