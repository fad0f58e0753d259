from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.bar import Bar, ThresholdView
from app.ui.kit.button import Button, Kind
from app.ui.kit.chip import Chip
from app.ui.kit.determination_row import DeterminationRow, DeterminationView
from app.ui.kit.header import Header, HeaderView
from app.ui.kit.law import Law
from app.ui.kit.marks import Ring, Share, State
from app.ui.kit.notice import Notice
from app.ui.kit.plane import Axis, Item, Plane, PlaneView
from app.ui.kit.progress import Progress
from app.ui.kit.rail import Rail, SectionView
from app.ui.kit.row_delegates import LibraryRowDelegate, PartyRowDelegate, columns
from app.ui.kit.rows import LibraryRow, PartyRow, RowList
from app.ui.kit.scroll import Scroll
from app.ui.kit.segmented import Segmented
from app.ui.kit.sheet import Sheet
from app.ui.kit.toast import Toast
from app.ui.kit.tree import TreeView
from app.ui.kit.tree_node import TreeNode
from app.ui.library.nav import NavRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.kit.conftest import Show

SECTIONS = (
    SectionView("transaction", "Exporter and transaction", Share(9, 0, 9)),
    SectionView("worksheet", "Datasheet worksheet", Share(10, 1, 14), depth=1),
    SectionView("people", "People"),
)
TREE = TreeNode(
    "licence",
    "met",
    "A licence is required",
    "one is enough",
    children=(
        TreeNode("chip", "met", "The chip reaches the limit", "15,832", "3A090.a.1"),
        TreeNode("site", "unknown", "The site is a supercomputer"),
    ),
)
AXES = Axis(400, 40000, ((4800, "4,800"),), "TPP"), Axis(0.4, 60, ((5.92, "5.92"),), "density")


def library(many: int) -> list[LibraryRow]:
    return [
        LibraryRow(str(n), f"Item {n}", "to nobody", "cpu", "Vietnam", "open", "", n % 4)
        for n in range(many)
    ]


def test_the_rail_says_how_far_a_section_is(show: Show) -> None:
    rail = Rail()
    rail.show_sections(SECTIONS, "worksheet")
    show(rail)
    assert rail.rows["worksheet"].accessibleName() == "Datasheet worksheet, 10 of 14 · 1 not known"
    assert rail.rows["people"].accessibleName() == "People, not asked so far"


def test_a_section_is_chosen_by_a_press_and_by_arrows(qtbot: QtBot, show: Show) -> None:
    rail = Rail()
    rail.show_sections(SECTIONS, "transaction")
    window = show(rail)
    heard: list[str] = []
    rail.section_chosen.connect(heard.append)
    row = window.findChild(QAbstractButton, "section.worksheet")
    assert row is not None
    row.click()
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert heard == ["worksheet", "people"]
    assert rail.rows["people"].hasFocus()


def test_the_rail_keeps_the_rows_that_stay() -> None:
    rail = Rail()
    rail.show_sections(SECTIONS, "transaction")
    row = rail.rows["transaction"]
    changed = replace(SECTIONS[0], share=Share(8, 1, 9))
    rail.show_sections((changed, SECTIONS[2]), "people")
    assert rail.rows["transaction"] is row
    assert list(rail.rows) == ["transaction", "people"]
    assert "8 of 9" in row.accessibleName()


def test_progress_is_never_said_to_be_whole_while_something_is_not_known() -> None:
    assert Share(7, 1, 8).words() == "7 of 8 · 1 not known"
    assert Ring(Share(8, 0, 8)).accessibleName() == "8 of 8"
    assert "%" not in Share(1, 0, 2).words()


def test_a_determination_reads_out_subject_value_and_state(show: Show) -> None:
    view = DeterminationView("determination.l", "Licence to Malaysia", "Required", "decided")
    row = DeterminationRow(view)
    show(row)
    assert row.objectName() == "determination.l"
    assert row.accessibleName() == "Licence to Malaysia: Required, decided. Show why."
    row.show_view(replace(view, value="Not known", state="unknown"))
    assert row.accessibleName() == "Licence to Malaysia: Not known, not known. Show why."


def test_enter_presses_a_button(qtbot: QtBot, show: Show) -> None:
    button = Button("review", "Review", Kind.PRIMARY)
    show(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_views_are_chosen_by_press_and_by_arrows(qtbot: QtBot, show: Show) -> None:
    views = Segmented("views", (("all", "Everything"), ("why", "Why"), ("open", "Open")), "all")
    show(views)
    heard: list[str] = []
    views.view_chosen.connect(heard.append)
    views.parts["open"].click()
    qtbot.keyClick(views.parts["open"], Qt.Key.Key_Right)
    assert heard == ["open", "all"]


def test_rows_around_views_leave_them_their_tab_stop_and_their_mark(show: Show) -> None:
    views = Segmented("views", (("all", "Everything"), ("open", "Open")), "open")
    row = NavRow("final", "Final", "archive")
    show(layout.Pane(layout.column(row, views)))
    row.setFocus(Qt.FocusReason.TabFocusReason)
    row.click()
    assert views.parts["open"].isChecked()
    assert views.parts["open"].focusPolicy() == Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("name", ["back_to_library", "undo", "find", "review"])
def test_the_header_announces_what_was_pressed(name: str, qtbot: QtBot, show: Show) -> None:
    header = Header(HeaderView("NX-8", saved="Saved 11:42", undo="Undo: Die area, 814 mm²"))
    window = show(header)
    button = window.findChild(QAbstractButton, name)
    assert button is not None
    with qtbot.waitSignal(header.pressed) as heard:
        button.click()
    assert heard.args == [name]


def test_the_header_names_what_undo_takes_back_and_what_was_not_saved(show: Show) -> None:
    header = Header(HeaderView("NX-8", undo="Undo: Die area, 814 mm²"))
    window = show(header)
    assert header.undo.accessibleName() == "Undo: Die area, 814 mm²"
    assert not header.redo.isEnabled()
    header.show_view(HeaderView("NX-8", saved="Not saved: the disk is full", saved_badly=True))
    names = [label.accessibleName() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Not saved" in names
    assert "Not saved: the disk is full" in names


def test_a_chip_says_an_outcome_in_words() -> None:
    assert Chip("lists").accessibleName() == "No licence by the lists"
    assert Chip("exception", "Exception NAC").words() == "Exception NAC"


@pytest.mark.parametrize("value", [None, 15832.0, 100.0, 4800.0, 0.0, 480000.0])
def test_a_bar_can_be_drawn_for_any_value(value: float | None, show: Show) -> None:
    bar = Bar(ThresholdView("TPP", "in words", 4800, value))
    show(bar)
    assert not bar.grab().isNull()
    assert bar.accessibleName() == "Nearest threshold. TPP: in words"


@pytest.mark.parametrize("y", [19.45, None, 1e9, 1e-9])
def test_an_item_stays_inside_the_plane(y: float | None, show: Show) -> None:
    plane = Plane(PlaneView(*AXES, (), (Item("NX-8", 1e7, y),), "a sentence"))
    show(plane)
    assert not plane.grab().isNull()
    assert plane.accessibleName() == "a sentence"
    assert plane.area().contains(plane.at(399, y or 1.0)) or y != 19.45


def test_a_tree_opens_whole_and_announces_the_finding_looked_at(qtbot: QtBot, show: Show) -> None:
    tree = TreeView()
    show(tree)
    tree.show_tree((TREE,))
    heard: list[str] = []
    tree.finding_chosen.connect(heard.append)
    tree.choose("licence")
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert heard == ["licence", "chip", "licence"]
    assert not tree.grab().isNull()


def test_a_finding_is_read_out_with_its_state() -> None:
    assert TREE.children[1].spoken() == "The site is a supercomputer, not known"


def test_ten_thousand_assessments_are_no_widgets(qtbot: QtBot, show: Show) -> None:
    listed = RowList("library", "Assessments", LibraryRowDelegate())
    show(listed)
    widgets = len(listed.findChildren(QWidget))
    listed.show_rows(library(10_000))
    listed.choose("9999")
    assert not listed.grab().isNull()
    assert len(listed.findChildren(QWidget)) == widgets
    with qtbot.waitSignal(listed.row_opened) as heard:
        qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert heard.args == ["9999"]


def test_a_list_stays_at_the_row_looked_at_when_rows_change(show: Show) -> None:
    listed = RowList("library", "Assessments", LibraryRowDelegate())
    show(listed)
    listed.show_rows(library(10))
    listed.choose("7")
    listed.show_rows(library(10)[5:])
    assert listed.current_id() == "7"


def test_a_party_is_read_out_with_how_its_screening_stands() -> None:
    listed = RowList("parties", "Parties", PartyRowDelegate())
    listed.show_rows([PartyRow("1", "Selat", "Buyer", "Malaysia", "open", "1 hit to decide")])
    words = listed.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Selat, Buyer, Malaysia, 1 hit to decide, open"


@pytest.mark.parametrize("width", [380, 500, 640, 720, 1200])
def test_columns_of_the_library_never_overlap_and_the_outcome_stays(width: int) -> None:
    at = columns(width, 56)
    places = [at.title, *at.others.values()]
    assert "outcome" in at.others
    assert all(a.right() < b.left() for a, b in pairwise(places))
    assert places[-1].right() <= width


def notch(scroll: Scroll) -> None:
    event = QWheelEvent(
        *(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(scroll.viewport(), event)


def tall(show: Show) -> Scroll:
    inner = QWidget()
    inner.setFixedHeight(3000)
    scroll = Scroll(inner)
    show(scroll)
    scroll.setFixedHeight(300)
    return scroll


def test_a_second_notch_goes_on_from_where_the_first_is_going(
    qapp: QApplication, qtbot: QtBot, show: Show
) -> None:
    theme.apply(qapp, theme.Look(motion=True))
    scroll = tall(show)
    notch(scroll)
    notch(scroll)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().value() == 240)


def test_nothing_glides_where_motion_is_unwanted(show: Show) -> None:
    scroll = tall(show)
    scroll.glide_to(500)
    assert scroll.verticalScrollBar().value() == 500


def test_a_scrolling_page_is_no_tab_stop(show: Show) -> None:
    assert tall(show).focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_toast_takes_back_and_goes(qtbot: QtBot, show: Show) -> None:
    window = show(QLabel("page"))
    toast = Toast(window)
    toast.tell("Deleted ‘NX-8’.")
    assert toast.isVisible()
    with qtbot.waitSignal(toast.undone):
        toast.undo.click()
    assert toast.isHidden()


def test_a_toast_stays_while_it_has_the_focus(qtbot: QtBot, show: Show) -> None:
    window = show(QLabel("page"))
    toast = Toast(window)
    toast.tell("Deleted ‘NX-8’.", milliseconds=20)
    toast.undo.setFocus()
    with qtbot.waitSignal(toast._end.timeout):
        pass
    assert toast.isVisible()
    toast.undo.clearFocus()
    qtbot.waitUntil(toast.isHidden)


def test_escape_closes_a_sheet_and_the_focus_goes_back(qtbot: QtBot, show: Show) -> None:
    button = QPushButton("before")
    window = show(button)
    button.setFocus()
    sheet = Sheet(window, "sheet.panel", "So far", QLabel("inside"))
    sheet.open_sheet()
    assert sheet.close_button.hasFocus()
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(sheet.close_button, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert button.hasFocus()


def test_progress_without_a_known_whole_shows_no_bar() -> None:
    bar = Progress()
    assert "not known" in bar.accessibleName()
    bar.show_progress(18, 31)
    assert bar.accessibleName() == "18 of 31 pages"


def test_law_and_notice_are_read_out() -> None:
    law = Law("Integrated circuits")
    assert law.accessibleDescription() == law.passage() == "Integrated circuits"
    notice = Notice("depends", "scale", "Text and practice differ", "It does not rest on it.")
    assert notice.accessibleName() == "Text and practice differ"
    assert notice.accessibleDescription() == "It does not rest on it."


@pytest.mark.parametrize("state", ["decided", "met", "not_met", "open", "unknown"])
def test_each_state_is_drawn_with_a_shape_of_its_own(state: str) -> None:
    def drawn(name: str) -> QImage:
        return State(name).grab().toImage()

    alike = {"decided": "met", "met": "decided"}.get(state)
    others = {"decided", "met", "not_met", "open", "unknown"} - {state, alike}
    assert all(drawn(state) != drawn(other) for other in others)


def test_the_ring_shows_only_when_the_focus_came_by_key(qtbot: QtBot, show: Show) -> None:
    first, second = Button("first", "First"), Button("second", "Second")
    holder = QWidget()
    holder.setLayout(layout.row(first, second))
    show(holder)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert second.hasFocus()
    clicked = second.grab().toImage()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.grab().toImage() != clicked
