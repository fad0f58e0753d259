from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QDate, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.ui.kit.question_card import QuestionCard
from app.ui.kit.question_view import UNANSWERED, QuestionView
from tests.ui.kit import samples

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.kit.conftest import Show

NO_KEYBOARD_GRAB = pytest.mark.qt_log_ignore("grabbing the keyboard")
W = TypeVar("W", bound=QWidget)


class Owner:
    """Does what the screen does: keeps the answer and shows the card the new view."""

    def __init__(self, card: QuestionCard) -> None:
        self.card, self.heard = card, list[object]()
        card.answer_given.connect(self.take)

    def take(self, answer: object) -> None:
        self.heard.append(answer)
        view = self.card.view
        if answer is None:
            self.card.show_view(replace(view, answer=None, is_unknown=True))
        else:
            self.card.show_view(replace(view, answer=answer, is_unknown=False))  # type: ignore[arg-type]


def owned(view: QuestionView, show: Show) -> tuple[QuestionCard, Owner]:
    card = QuestionCard(view)
    owner = Owner(card)
    show(card)
    return card, owner


def find(card: QWidget, kind: type[W], name: str) -> W:
    found = card.findChild(kind, name)
    assert found is not None, name
    return found


def press(card: QWidget, name: str) -> None:
    find(card, QAbstractButton, name).click()


def keys(qtbot: QtBot, *pressed: Qt.Key) -> None:
    for key in pressed:
        qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key)


@pytest.mark.parametrize("view", samples.EVERY_KIND, ids=lambda view: view.kind.value)
def test_every_control_has_a_name_and_a_description(view: QuestionView, show: Show) -> None:
    card, _ = owned(view, show)
    controls = [
        widget
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit)
        for widget in card.findChildren(kind)
        if widget.isVisibleTo(card)
    ]
    assert controls
    for control in controls:
        assert control.objectName()
        assert control.accessibleName()
        has_note = bool(control.accessibleDescription()) or control.objectName().startswith(
            "choice"
        )
        assert has_note or not view.help, control.objectName()


@pytest.mark.parametrize("view", samples.EVERY_KIND, ids=lambda view: view.kind.value)
def test_every_question_can_be_answered_i_do_not_know_yet(view: QuestionView, show: Show) -> None:
    card, owner = owned(view, show)
    press(card, view.name("unknown"))
    assert owner.heard == [None]
    assert find(card, QAbstractButton, view.name("unknown")).isChecked()


@pytest.mark.parametrize("view", samples.EVERY_KIND, ids=lambda view: view.kind.value)
def test_no_control_is_too_small_to_press(view: QuestionView, show: Show) -> None:
    card, _ = owned(view, show)
    for button in card.findChildren(QAbstractButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= 28, button.objectName()


def test_yes_is_an_answer_and_pressing_it_again_says_nothing_new(show: Show) -> None:
    card, owner = owned(samples.YES_NO, show)
    press(card, "choice.datacenter.yes")
    press(card, "choice.datacenter.yes")
    press(card, "choice.datacenter.no")
    assert owner.heard == [True, False]


def test_a_choice_inside_a_group_carries_the_key(show: Show) -> None:
    card, owner = owned(samples.ONE_OF, show)
    press(card, "choice.figures.sparse@i2")
    assert owner.heard == ["sparse"]


def test_arrows_move_and_choose_and_the_last_is_i_do_not_know(qtbot: QtBot, show: Show) -> None:
    card, owner = owned(samples.YES_NO, show)
    card.go()
    keys(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert owner.heard == [False, None, False]


def test_digits_choose_and_nought_keeps_it_open(qtbot: QtBot, show: Show) -> None:
    card, owner = owned(samples.YES_NO, show)
    card.go()
    keys(qtbot, Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_0)
    assert owner.heard == [False, True, None]


def test_a_group_is_one_tab_stop_at_the_chosen_one(qtbot: QtBot, show: Show) -> None:
    card, _ = owned(replace(samples.YES_NO, answer=False), show)
    card.go()
    no = find(card, QAbstractButton, "choice.datacenter.no")
    assert no.hasFocus()
    keys(qtbot, Qt.Key.Key_Tab)
    assert find(card, QAbstractButton, "where.datacenter").hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert no.hasFocus()


def test_an_answer_that_is_taken_back_leaves_no_choice_ticked(show: Show) -> None:
    card, _ = owned(replace(samples.YES_NO, answer=True), show)
    card.show_view(samples.YES_NO)
    buttons = card.control.findChildren(QAbstractButton)
    assert not any(button.isChecked() for button in buttons)


def test_some_of_announces_all_that_is_ticked(show: Show) -> None:
    card, owner = owned(samples.SOME_OF, show)
    press(card, "choice.flags.route")
    press(card, "choice.flags.cash")
    press(card, "choice.flags.none")
    press(card, "choice.flags.none")
    assert owner.heard == [("route",), ("cash", "route"), (), UNANSWERED]


def test_ticks_come_back_when_i_do_not_know_is_unticked(show: Show) -> None:
    card, owner = owned(replace(samples.SOME_OF, answer=("cash",)), show)
    press(card, "unknown.flags")
    assert not find(card, QAbstractButton, "choice.flags.cash").isChecked()
    press(card, "unknown.flags")
    assert owner.heard == [None, ("cash",)]


def test_a_typed_number_is_announced_on_enter_and_shown_as_printed(
    qtbot: QtBot, show: Show
) -> None:
    card, owner = owned(samples.DIE_AREA, show)
    edit = find(card, QLineEdit, "question.die_area@i2")
    edit.setFocus()
    qtbot.keyClicks(edit, "1979")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert owner.heard == [1979.0]
    assert edit.text() == "1,979"


def test_a_typed_number_is_announced_when_the_typing_pauses(qtbot: QtBot, show: Show) -> None:
    card, owner = owned(samples.DIE_AREA, show)
    edit = find(card, QLineEdit, "question.die_area@i2")
    edit.setFocus()
    qtbot.keyClicks(edit, "814")
    with qtbot.waitSignal(card.answer_given):
        pass
    assert owner.heard == [814.0]
    assert edit.text() == "814"


def test_a_typed_number_is_announced_when_the_field_is_left(qtbot: QtBot, show: Show) -> None:
    card, owner = owned(samples.DIE_AREA, show)
    edit = find(card, QLineEdit, "question.die_area@i2")
    edit.setFocus()
    qtbot.keyClicks(edit, "814")
    keys(qtbot, Qt.Key.Key_Tab)
    assert owner.heard == [814.0]


def test_a_typed_value_stays_grey_and_comes_back(show: Show) -> None:
    card, owner = owned(replace(samples.DIE_AREA, answer=814.0), show)
    edit = find(card, QLineEdit, "question.die_area@i2")
    black = edit.palette().text().color()
    press(card, "unknown.die_area@i2")
    assert edit.text() == "814"
    assert edit.palette().text().color() != black
    press(card, "unknown.die_area@i2")
    assert owner.heard == [None, 814.0]
    assert edit.palette().text().color() == black


def test_typing_beside_i_do_not_know_is_an_answer(qtbot: QtBot, show: Show) -> None:
    card, owner = owned(replace(samples.DIE_AREA, answer=None, is_unknown=True), show)
    edit = find(card, QLineEdit, "question.die_area@i2")
    edit.setFocus()
    qtbot.keyClicks(edit, "600")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert owner.heard == [600.0]
    assert not find(card, QAbstractButton, "unknown.die_area@i2").isChecked()


def test_what_cannot_be_read_is_kept_and_no_earlier_value_counts(qtbot: QtBot, show: Show) -> None:
    card, owner = owned(replace(samples.DIE_AREA, answer=814.0), show)
    edit = find(card, QLineEdit, "question.die_area@i2")
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "large")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert owner.heard == [UNANSWERED]
    assert edit.text() == "large"
    assert "Not read as a number" in edit.accessibleDescription()


def test_a_number_read_in_one_of_two_ways_says_so_below(qtbot: QtBot, show: Show) -> None:
    card, owner = owned(samples.DIE_AREA, show)
    edit = find(card, QLineEdit, "question.die_area@i2")
    edit.setFocus()
    qtbot.keyClicks(edit, "1.979")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert owner.heard == [1979.0]
    assert "Read as 1,979" in edit.accessibleDescription()


def test_an_emptied_field_is_no_answer(qtbot: QtBot, show: Show) -> None:
    card, owner = owned(replace(samples.DIE_AREA, answer=814.0), show)
    edit = find(card, QLineEdit, "question.die_area@i2")
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert owner.heard == [UNANSWERED]


def test_a_date_is_announced_as_iso_and_shown_with_its_month_in_words(
    qtbot: QtBot, show: Show
) -> None:
    card, owner = owned(samples.DATE, show)
    edit = find(card, QLineEdit, "question.planned_day")
    edit.setFocus()
    qtbot.keyClicks(edit, "24.11.2026")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert owner.heard == ["2026-11-24"]
    assert edit.text() == "24 Nov 2026"


@NO_KEYBOARD_GRAB
def test_a_country_is_found_without_its_accents(qtbot: QtBot, show: Show) -> None:
    card, owner = owned(samples.COUNTRY, show)
    edit = find(card, QLineEdit, "question.country")
    edit.setFocus()
    qtbot.keyClicks(edit, "turkiye")
    keys(qtbot, Qt.Key.Key_Tab)
    assert owner.heard == ["TR"]
    assert edit.text() == "Turkey"


@NO_KEYBOARD_GRAB
def test_a_name_that_fits_two_countries_names_both(qtbot: QtBot, show: Show) -> None:
    card, owner = owned(samples.COUNTRY, show)
    edit = find(card, QLineEdit, "question.country")
    edit.setFocus()
    qtbot.keyClicks(edit, "nige")
    keys(qtbot, Qt.Key.Key_Tab)
    assert owner.heard == []
    assert "Niger, Nigeria" in edit.accessibleDescription()


def test_text_is_kept_as_typed_however_it_looks(show: Show) -> None:
    card, owner = owned(samples.TEXT, show)
    edit = find(card, QPlainTextEdit, "question.why")
    edit.setFocus()
    edit.insertPlainText("<b>bold</b> & سلام 🙂")
    edit.clearFocus()
    assert owner.heard == ["<b>bold</b> & سلام 🙂"]


def test_a_text_of_100000_characters_is_taken_whole(show: Show) -> None:
    card, owner = owned(samples.TEXT, show)
    edit = find(card, QPlainTextEdit, "question.why")
    edit.setFocus()
    edit.insertPlainText("word " * 20_000)
    edit.clearFocus()
    assert owner.heard == ["word " * 20_000]
    assert edit.height() < 300


def test_a_dropped_file_is_announced_by_its_path(show: Show, tmp_path: Path) -> None:
    card, owner = owned(samples.FILE, show)
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"%PDF")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        *(QPointF(5, 5), Qt.DropAction.CopyAction, data),
        *(Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    card.control.dropEvent(event)
    assert owner.heard == [str(path)]


def test_a_cell_has_a_name_and_the_key_of_its_item(show: Show) -> None:
    card, _ = owned(samples.TABLE, show)
    cell = find(card, QLineEdit, "question.throughput.fp8@i2")
    assert cell.accessibleName() == "FP8, dense throughput"


def table(card: QuestionCard, owner: Owner) -> dict[str, object]:
    del card
    last = owner.heard[-1]
    return dict(last) if last is not UNANSWERED else {}  # type: ignore[call-overload]


class TableOwner(Owner):
    """Puts the rows of an answer back into the view."""

    def take(self, answer: object) -> None:
        self.heard.append(answer)
        cells = {} if answer is None or answer is UNANSWERED else dict(answer)  # type: ignore[call-overload]
        rows = tuple(
            replace(row, answer=cells.get(row.id, UNANSWERED)) for row in self.card.view.rows
        )
        view = replace(self.card.view, is_unknown=answer is None)
        self.card.show_view(view if answer is None else replace(view, rows=rows))


def owned_table(show: Show, view: QuestionView = samples.TABLE) -> tuple[QuestionCard, TableOwner]:
    card = QuestionCard(view)
    owner = TableOwner(card)
    show(card)
    return card, owner


def test_a_pasted_column_fills_downwards_and_is_one_answer(qtbot: QtBot, show: Show) -> None:
    card, owner = owned_table(show)
    edit = find(card, QLineEdit, "question.throughput.int8@i2")
    edit.setFocus()
    QGuiApplication.clipboard().setText("1,979\n989.4\n-\n")
    qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(owner.heard) == 1
    assert table(card, owner) == {"int8": 1979.0, "fp16": 989.4, "fp4": "none"}


def test_none_and_a_question_mark_are_said_in_words(qtbot: QtBot, show: Show) -> None:
    card, owner = owned_table(show)
    for name, typed in (("fp8", "none"), ("int8", "?")):
        edit = find(card, QLineEdit, f"question.throughput.{name}@i2")
        edit.setFocus()
        qtbot.keyClicks(edit, typed)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert table(card, owner) == {"fp8": "none", "int8": None}
    cell = find(card, QLineEdit, "question.throughput.fp8@i2")
    assert (cell.text(), cell.placeholderText()) == ("", "not offered")


def test_enter_goes_down_the_rows_of_a_table(qtbot: QtBot, show: Show) -> None:
    card, _ = owned_table(show)
    edit = find(card, QLineEdit, "question.throughput.fp8@i2")
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert find(card, QLineEdit, "question.throughput.int8@i2").hasFocus()
    keys(qtbot, Qt.Key.Key_Up)
    assert edit.hasFocus()


def test_the_empty_rows_can_be_said_not_to_be_offered(qtbot: QtBot, show: Show) -> None:
    card, owner = owned_table(show)
    edit = find(card, QLineEdit, "question.throughput.fp8@i2")
    edit.setFocus()
    qtbot.keyClicks(edit, "1979")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    press(card, "rest.throughput@i2")
    wanted = {"fp8": 1979.0, "int8": "none", "fp16": "none", "fp4": "none"}
    assert table(card, owner) == wanted


def test_typed_cells_come_back_when_i_do_not_know_is_unticked(show: Show) -> None:
    card, owner = owned_table(show, replace(samples.TABLE, rows=samples.FULL_ROWS))
    press(card, "unknown.throughput@i2")
    press(card, "unknown.throughput@i2")
    assert owner.heard[0] is None
    assert table(card, owner) == {"fp8": 1979.0, "int8": 1979.0, "fp16": 989.4, "fp4": "none"}


def test_a_new_view_keeps_the_widgets_and_changes_what_differs(show: Show) -> None:
    card, _ = owned(samples.DIE_AREA, show)
    before = set(card.findChildren(QWidget))
    card.show_view(replace(samples.DIE_AREA, answer=814.0))
    assert before == set(card.findChildren(QWidget))
    assert find(card, QLineEdit, "question.die_area@i2").text() == "814"


def test_other_options_make_another_control_and_keep_the_card(show: Show) -> None:
    card, owner = owned(samples.ONE_OF, show)
    fewer = replace(samples.ONE_OF, options=samples.ONE_OF.options[:1])
    card.show_view(fewer)
    press(card, "choice.figures.dense@i2")
    assert owner.heard == ["dense"]
    assert len(card.control.findChildren(QAbstractButton)) == 2


def test_where_to_find_it_opens_one_hint_and_closes_it(qtbot: QtBot, show: Show) -> None:
    card, _ = owned(samples.YES_NO, show)
    with qtbot.waitSignal(card.hint_opened):
        press(card, "where.datacenter")
    names = [part.accessibleName() for part in card.findChildren(QWidget)]
    assert "Product page, heading “Applications”. “For cloud and enterprise”" in names
    press(card, "where.datacenter")
    qtbot.waitUntil(
        lambda: not any("Applications" in p.accessibleName() for p in card.findChildren(QWidget))
    )


def test_a_citation_announces_its_id(qtbot: QtBot, show: Show) -> None:
    card, _ = owned(samples.DIE_AREA, show)
    with qtbot.waitSignal(card.citation_chosen) as heard:
        press(card, "cite.die_area.2@i2")
    assert heard.args == ["3a090.note3"]


def test_a_card_that_is_switched_off_takes_no_answer(show: Show) -> None:
    card, owner = owned(replace(samples.YES_NO, enabled=False), show)
    press(card, "choice.datacenter.yes")
    assert owner.heard == []


@NO_KEYBOARD_GRAB
def test_a_country_can_be_chosen_from_the_list_that_opens(qtbot: QtBot, show: Show) -> None:
    card, owner = owned(samples.COUNTRY, show)
    edit = find(card, QLineEdit, "question.country")
    edit.setFocus()
    qtbot.keyClicks(edit, "nig")
    keys(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert owner.heard == ["NG"]
    assert edit.text() == "Nigeria"


@NO_KEYBOARD_GRAB
def test_a_day_can_be_picked_from_the_calendar(show: Show) -> None:
    card, owner = owned(replace(samples.DATE, answer="2026-11-24"), show)
    press(card, "calendar.planned_day")
    calendar = find(card, QCalendarWidget, "calendar")
    assert calendar.selectedDate() == QDate(2026, 11, 24)
    calendar.activated.emit(QDate(2026, 12, 1))
    assert owner.heard == ["2026-12-01"]
    assert find(card, QLineEdit, "question.planned_day").text() == "1 Dec 2026"


@pytest.mark.parametrize("view", samples.EVERY_KIND, ids=lambda view: view.kind.value)
def test_making_a_card_opens_no_window(view: QuestionView) -> None:
    card = QuestionCard(replace(view, doubt="doubtful", note="open", is_unknown=True, answer=None))
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert shown == []
    assert card.isHidden()
