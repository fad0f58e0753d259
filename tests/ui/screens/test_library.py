from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.screens.person import Person


def names(person: Person) -> list[str]:
    return [row.title for row in person.library.listing.list.rows.rows]


def begun(person: Person, *wanted: str) -> None:
    for name in wanted:
        person.desk.create(name)
    person.library.refresh()


def test_an_empty_library_offers_three_ways_to_start(person: Person) -> None:
    for name in ("start.new", "start.sample", "start.import"):
        assert person.sees(name)
    assert not person.sees("assessments")


def test_the_sample_opens_with_its_conclusions(person: Person) -> None:
    person.open_sample()
    assert person.conclusion("licence@i1.d1") == "A licence is required"


def test_enter_opens_the_assessment_that_is_looked_at(person: Person) -> None:
    begun(person, "Alpha", "Beta")
    person.library.focus_list()
    person.key(Qt.Key.Key_Return)
    assert person.screen.isVisible()


def test_the_line_of_an_assessment_is_brought_up_to_date_on_the_way_back(person: Person) -> None:
    person.open_sample()
    person.click("back_to_library")
    row = person.library.listing.list.rows.rows[0]
    assert row.outcome == "required"  # type: ignore[union-attr]
    assert row.open_points > 0  # type: ignore[union-attr]


def test_search_shows_only_what_fits(person: Person) -> None:
    begun(person, "Alpha", "Beta")
    person.qtbot.keyClicks(person.see("search", QLineEdit), "alp")
    person.qtbot.waitUntil(lambda: names(person) == ["Alpha"])
    person.qtbot.keyClicks(person.see("search", QLineEdit), "zzz")
    person.qtbot.waitUntil(lambda: not names(person))


def test_the_list_is_sorted_by_name_when_asked(person: Person) -> None:
    begun(person, "Beta", "Alpha")
    person.click("sort.name")
    assert names(person) == ["Alpha", "Beta"]


def test_delete_asks_nothing_and_undo_brings_it_back(person: Person) -> None:
    begun(person, "Alpha", "Beta")
    person.library.listing.list.choose(person.desk.lines("Alpha")[0].id)
    person.library.focus_list()
    person.key(Qt.Key.Key_Delete)
    assert names(person) == ["Beta"]
    assert "Alpha" in person.toast()
    person.click("toast_undo")
    assert set(names(person)) == {"Alpha", "Beta"}


def test_what_was_deleted_stands_in_the_bin_and_can_be_taken_out(person: Person) -> None:
    begun(person, "Alpha", "Beta")
    person.library.listing.list.choose(person.desk.lines("Alpha")[0].id)
    person.library.do("delete")
    person.click("view.deleted")
    assert names(person) == ["Alpha"]
    person.click("restore")
    person.click("view.all")
    assert set(names(person)) == {"Alpha", "Beta"}


def test_an_assessment_with_a_revision_is_not_deleted_and_says_why(person: Person) -> None:
    person.open_sample()
    person.screen.at_work.sitting.save_revision("M. Sample")
    person.click("back_to_library")
    person.library.do("delete")
    assert len(names(person)) == 1
    assert "revision" in person.toast()


def test_a_duplicate_has_the_answers_of_the_first(person: Person) -> None:
    person.open_sample()
    before = person.answers
    person.click("back_to_library")
    person.click("duplicate")
    person.click("open_assessment")
    assert dict(person.answers) == dict(before)


def test_an_assessment_is_renamed(person: Person) -> None:
    begun(person, "Alpha")
    person.library.focus_list()
    person.key(Qt.Key.Key_F2)
    dialog = person.window.findChild(QInputDialog, "rename_dialog")
    assert dialog is not None
    dialog.setTextValue("Alpha two")
    dialog.accept()
    assert names(person) == ["Alpha two"]


def chosen(person: Person, dialog_name: str, path: Path) -> None:
    """A person chooses a file in the system's dialog."""
    dialog = person.window.findChild(QFileDialog, dialog_name)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_export_and_import_bring_an_assessment_to_another_library(
    person: Person, tmp_path: Path
) -> None:
    begun(person, "Alpha")
    target = tmp_path / "alpha.clearway"
    person.library.do("export")
    chosen(person, "export_dialog", target)
    assert target.exists()
    person.library.do("delete")
    person.desk.library.assessments.purge(
        person.desk.clock().replace(year=2030), person.desk.clock(), ""
    )
    person.library.refresh()
    person.click("start.import" if person.sees("start.import") else "import")
    chosen(person, "import_dialog", target)
    assert names(person) == ["Alpha"]


def test_a_file_dropped_on_the_list_is_imported(person: Person, tmp_path: Path) -> None:
    begun(person, "Alpha")
    target = tmp_path / "alpha.clearway"
    person.desk.export(person.library.current(), target)
    person.library.do("delete")
    person.desk.library.assessments.purge(
        person.desk.clock().replace(year=2030), person.desk.clock(), ""
    )
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(target))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    person.library.dropEvent(event)
    assert names(person) == ["Alpha"]


def test_a_file_that_is_no_assessment_is_told_of_and_changes_nothing(
    person: Person, tmp_path: Path
) -> None:
    begun(person, "Alpha")
    broken = tmp_path / "broken.clearway"
    broken.write_text("{", encoding="utf-8")
    person.library.import_file(broken)
    assert "broken.clearway" in person.toast()
    assert names(person) == ["Alpha"]


def test_the_library_says_where_it_is_and_is_backed_up(person: Person, tmp_path: Path) -> None:
    begun(person, "Alpha")
    assert "library.sqlite" in person.library.nav._file.text()
    person.click("library.backup")
    target = tmp_path / "copy.sqlite"
    chosen(person, "backup_dialog", target)
    assert target.exists()


def test_ten_thousand_rows_are_no_widgets(person: Person) -> None:
    begun(person, "Alpha")
    before = len(person.library.listing.list.findChildren(QObject))
    rows = list(person.library.listing.list.rows.rows) * 10_000
    person.library.listing.list.rows.rows = rows
    person.library.listing.list.rows.layoutChanged.emit()
    assert len(person.library.listing.list.findChildren(QObject)) <= before + 4
