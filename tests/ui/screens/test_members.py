from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.kit.choice import Choice
from app.ui.views.places import Place

if TYPE_CHECKING:
    from tests.ui.screens.person import Person


def test_a_member_is_added_named_and_gets_pages_of_its_own(person: Person) -> None:
    person.new()
    person.go("items")
    person.click("add.item")
    assert person.here() == Place(id="items", keys=("i1",))
    person.type("question.item_name@i1", "NX-8 server")
    assert person.answers["items.i1.item_name"] == "NX-8 server"
    person.go("jurisdiction")
    assert person.here() == Place(id="jurisdiction", keys=("i1",))


def test_two_members_are_switched_in_the_page_and_in_the_rail(person: Person) -> None:
    person.new()
    person.go("items")
    person.click("add.item")
    person.click("add.item")
    assert person.here().keys == ("i2",)
    person.click("member.i1")
    assert person.here().keys == ("i1",)
    person.click("section.items@i2")
    assert person.here().keys == ("i2",)


def test_a_removed_member_keeps_its_answers_and_undo_brings_it_back(person: Person) -> None:
    person.new()
    person.go("items")
    person.click("add.item")
    person.type("question.item_name@i1", "Spare board")
    person.click("remove.item@i1")
    assert not person.answers["items"]
    assert person.answers["items.i1.item_name"] == "Spare board"
    assert person.here() == Place(id="items")
    person.click("toast_undo")
    assert person.answers["items"] == ("i1",)


def test_a_key_is_not_given_again_after_its_member_was_removed(person: Person) -> None:
    person.new()
    person.go("items")
    person.click("add.item")
    person.click("remove.item@i1")
    person.click("add.item")
    assert person.answers["items"] == ("i2",)


def test_a_group_is_whole_only_when_a_person_says_so(person: Person) -> None:
    person.new()
    person.go("items")
    assert not person.sees("complete.item")
    person.click("add.item")
    person.click("complete.item")
    assert person.answers["items.complete"] is True
    person.click("complete.item")
    assert "items.complete" not in person.answers


def test_a_page_without_questions_gives_the_focus_to_adding_the_first(person: Person) -> None:
    person.new()
    person.go("items")
    assert person.focus() == "add.item"
    person.key(Qt.Key.Key_Return)
    assert person.here().keys == ("i1",)


def test_whether_these_are_all_takes_the_focus_when_one_goes_there(person: Person) -> None:
    person.new()
    person.screen.go_to("items.complete")
    assert person.focus() == "add.item"
    person.key(Qt.Key.Key_Return)
    person.go("exporter")
    person.screen.go_to("items.complete")
    assert person.focus() == "complete.item"
    person.key(Qt.Key.Key_Space)
    assert person.answers["items.complete"] is True


def test_a_section_of_a_group_without_members_offers_to_add_one(person: Person) -> None:
    person.new()
    person.go("worksheet")
    assert "No item yet" in person.page.view.empty
    person.click("add.item")
    assert person.here() == Place(id="worksheet", keys=("i1",))


def test_the_parties_of_a_delivery_can_be_ticked_by_name(person: Person) -> None:
    person.open_sample()
    person.go("parties")
    person.click("member.p1") if person.sees("member.p1") else None
    key = person.here().keys[0]
    assert person.see(f"choice.party_destinations.d1@{key}", Choice).isChecked()
