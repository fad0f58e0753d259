from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.ui.kit.choice import Choice
from app.ui.kit.question_view import UNANSWERED
from app.ui.kit.text import Text
from app.ui.views.places import REVIEW, WHY, Place

if TYPE_CHECKING:
    from tests.ui.screens.person import Person


def test_a_new_assessment_opens_at_its_first_question_with_the_focus_on_it(person: Person) -> None:
    person.new()
    assert person.here() == Place(id="exporter")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "question.exporter_name"


def test_an_answer_is_on_disk_as_soon_as_it_is_given(person: Person) -> None:
    person.new()
    person.click("choice.exporter_role.reexporter")
    assert person.saved(lambda answers: answers["exporter_role"]) == "reexporter"


def test_typed_words_are_given_when_the_field_is_left(person: Person) -> None:
    person.new()
    person.type("question.exporter_name", "Example Robotics Inc.")
    assert person.saved(lambda answers: answers["exporter_name"]) == "Example Robotics Inc."


def test_html_in_an_answer_is_shown_as_it_was_typed(person: Person) -> None:
    person.new()
    person.go("items")
    person.click("add.item")
    person.type("question.item_name@i1", "<b>NX</b>")
    person.go("jurisdiction")
    texts = [each for each in person.page.findChildren(Text) if each.isVisible()]
    assert "<b>NX</b>" in [each.text() for each in texts]


def test_i_dont_know_yet_is_an_answer_and_counts_as_not_known(person: Person) -> None:
    person.new()
    person.click("unknown.exporter_name")
    assert person.answers["exporter_name"] is None
    person.rest()
    assert "1 not known" in person.rail("exporter").view.words()


def test_a_typed_value_stays_beside_i_dont_know_yet_and_comes_back(person: Person) -> None:
    person.new()
    person.type("question.transaction_value", "1") if person.sees(
        "question.transaction_value"
    ) else person.go("transaction")
    person.type("question.transaction_value", "12,500")
    person.click("unknown.transaction_value")
    assert person.answers["transaction_value"] is None
    assert person.see("question.transaction_value", QLineEdit).text() == "12,500"
    person.click("unknown.transaction_value")
    assert person.answers["transaction_value"] == 12_500.0


def test_an_answer_can_be_taken_back_by_emptying_its_field(person: Person) -> None:
    person.new()
    person.go("transaction")
    person.type("question.transaction_value", "5")
    person.type("question.transaction_value", "")
    assert "transaction_value" not in person.answers


def test_undo_takes_the_last_answer_back_and_goes_to_its_question(person: Person) -> None:
    person.new()
    person.click("choice.exporter_role.reexporter")
    person.rest()
    person.go("transaction")
    undo = person.see("undo", QWidget)
    assert "foreign country" in undo.toolTip()
    person.click("undo")
    assert "exporter_role" not in person.answers
    assert person.here() == Place(id="exporter")
    person.click("redo")
    assert person.answers["exporter_role"] == "reexporter"


def test_undo_by_key_reaches_back_over_a_reopened_assessment(person: Person) -> None:
    person.new()
    person.click("choice.exporter_role.reexporter")
    person.click("back_to_library")
    person.click("open_assessment")
    person.key(Qt.Key.Key_Z, ctrl=True)
    assert "exporter_role" not in person.answers


def test_the_first_answer_of_a_question_makes_its_follow_up_appear(person: Person) -> None:
    person.new()
    person.go("transaction")
    assert not person.sees("question.temporary_until")
    person.click("choice.transfer_kind.loan")
    person.qtbot.waitUntil(lambda: person.sees("question.temporary_until"))
    person.click("choice.transfer_kind.sale")
    person.qtbot.waitUntil(lambda: not person.sees("question.temporary_until"))


def test_the_answers_that_cannot_both_be_true_say_so_at_both_questions(person: Person) -> None:
    person.new()
    person.go("transaction")
    person.type("question.planned_day", "2027-03-01")
    person.type("question.planned_until", "2027-02-01")
    block = person.page.blocks["planned_day"]
    assert "cannot leave before" in block.card.view.contradiction


def test_where_a_fact_stands_is_written_beside_its_answer(person: Person) -> None:
    person.new()
    person.click("choice.exporter_role.reexporter")
    person.rest()
    person.click("open.exporter_role.source")
    person.type("exporter_role.source", "Letter of 3 March, page 2")
    assert person.answers["exporter_role.source"] == "Letter of 3 March, page 2"
    assert person.sees("open.exporter_role.source")


def test_digits_choose_an_answer_of_the_question_with_the_focus(person: Person) -> None:
    person.new()
    person.page.go_to("exporter_role")
    person.key(Qt.Key.Key_2)
    assert person.answers["exporter_role"] == "reexporter"
    person.key(Qt.Key.Key_0)
    assert person.answers["exporter_role"] is None


def test_enter_in_a_field_goes_on_to_the_next_question(person: Person) -> None:
    person.new()
    person.go("transaction")
    field = person.see("question.transaction_value", QLineEdit)
    field.setFocus()
    person.key(Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "question.planned_day"


def test_next_and_back_go_through_the_sections(person: Person) -> None:
    person.new()
    person.click("next")
    assert person.here() == Place(id="transaction")
    person.click("next")
    assert person.here() == Place(id="items")
    person.click("back")
    assert person.here() == Place(id="transaction")


def test_alt_left_and_right_go_through_the_places_seen(person: Person) -> None:
    person.new()
    person.go("transaction")
    person.key(Qt.Key.Key_R, ctrl=True)
    assert person.here().kind == REVIEW
    person.key(Qt.Key.Key_Left, alt=True)
    assert person.here() == Place(id="transaction")
    person.key(Qt.Key.Key_Right, alt=True)
    assert person.here().kind == REVIEW


def test_ctrl_shift_return_goes_to_the_next_open_question(person: Person) -> None:
    person.new()
    person.click("choice.exporter_role.reexporter")
    person.key(Qt.Key.Key_Return, ctrl=True, shift=True)
    address = person.page.focused_address()
    block = person.page.blocks[address]
    assert block.card.view.answer is UNANSWERED


def test_a_hint_opens_below_its_question_and_only_one_is_open(person: Person) -> None:
    person.open_sample()
    person.go("worksheet")
    hinted = [b for b in person.page.blocks.values() if b.card.where is not None][:2]
    for block in hinted:
        assert block.card.where is not None
        block.card.where.click()
    assert [b.card.where.isChecked() for b in hinted if b.card.where] == [False, True]


def test_the_law_reader_takes_the_place_of_the_panel_and_escape_brings_it_back(
    person: Person,
) -> None:
    person.open_sample()
    person.go("worksheet")
    person.click("cite.figures_dense@i1")
    assert person.sees("reader")
    person.key(Qt.Key.Key_Escape)
    assert not person.sees("reader")
    assert person.sees("as_of")


def test_a_determination_opens_its_why_and_the_way_back_is_named(person: Person) -> None:
    person.open_sample()
    person.go("worksheet")
    person.click("determination.licence@i1.d1")
    assert person.here() == Place(WHY, "licence", ("i1", "d1"))
    assert "Back to Datasheet worksheet" in person.screen.display.middle.why.back.words
    person.click("why.back")
    assert person.here() == Place(id="worksheet", keys=("i1",))


def test_the_why_can_be_filtered_and_copied(person: Person) -> None:
    person.open_sample()
    person.screen.go(Place(WHY, "licence", ("i1", "d1")))
    everything = person.screen.display.middle.why.tree._model.rowCount()
    person.click("why.decided")
    decided = person.screen.display.middle.why.tree._model.rowCount()
    assert 0 < decided < everything
    person.click("why.copy")
    assert "A licence is required" in QApplication.clipboard().text()


def test_ctrl_k_finds_a_question_and_goes_there(person: Person) -> None:
    person.new()
    person.key(Qt.Key.Key_K, ctrl=True)
    text = person.see("finder.text", QLineEdit)
    person.qtbot.keyClicks(text, "which day will leave")
    person.key(Qt.Key.Key_Return)
    person.qtbot.waitUntil(lambda: person.here() == Place(id="transaction"))
    assert person.page.focused_address() == "planned_day"


def test_escape_closes_the_finder_and_the_focus_is_where_it_was(person: Person) -> None:
    person.new()
    person.see("question.exporter_country", QWidget).setFocus()
    person.key(Qt.Key.Key_K, ctrl=True)
    assert person.focus() == "finder.text"
    person.key(Qt.Key.Key_Escape)
    assert not person.sees("finder")
    assert person.focus() == "question.exporter_country"


def test_escape_shuts_where_to_find_it(person: Person) -> None:
    person.new()
    person.see("question.exporter_name", QWidget).setFocus()
    person.key(Qt.Key.Key_F1)
    card = person.page.blocks["exporter_name"].card
    assert card.where is not None
    assert card.where.isChecked()
    person.key(Qt.Key.Key_Escape)
    assert not card.where.isChecked()


def test_the_sums_of_the_throughput_table_stand_beside_their_rows(person: Person) -> None:
    person.open_sample()
    person.go("worksheet")
    rows = {row.id: row for row in person.page.blocks["items.i1.throughput"].card.view.rows}
    assert rows["fp8"].total == "= 15,832"
    assert rows["fp8"].chip
    assert not rows["fp16"].chip


def test_every_control_of_a_page_has_a_name_that_is_read_out(person: Person) -> None:
    person.open_sample()
    person.go("worksheet")
    nameless = [
        each.objectName() or type(each).__name__
        for each in person.window.findChildren(Choice)
        if each.isVisible() and not each.accessibleName()
    ]
    assert not nameless


def test_tab_goes_as_one_reads_through_what_was_made_late_too(person: Person) -> None:
    person.new()
    person.go("exporter")
    person.type("question.exporter_name", "Example Works")
    person.see("question.exporter_name", QWidget).setFocus()
    passed = [person.tab() for _ in range(4)]
    assert passed == [
        "unknown.exporter_name",
        "where.exporter_name",
        "open.exporter_name.source",
        "question.exporter_country",
    ]
    assert person.tab(back=True) == "open.exporter_name.source"


def test_tab_comes_from_the_last_question_to_the_way_on(person: Person) -> None:
    person.new()
    person.go("items")
    person.click("add.item")
    person.see("complete.item", QWidget).setFocus()
    assert [person.tab(), person.tab()] == ["back", "next"]
