"""Parties are screened as they are entered, and every hit is decided by a person with a reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.operations.lists import import_list
from app.operations.screening import standing
from app.operations.screening_answers import new_hits, set_needs_second
from app.operations.screening_record import State
from app.store.library import Library
from app.ui.views.places import REVIEW, SCREENING, Place
from app.ui.work.screening_compare import Compare
from app.ui.work.screening_hits import HitRow
from tests.screening import made
from tests.ui.screens.conftest import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.assessment.answers import Answer
    from app.operations.screening_record import Line
    from app.ui.work.screening_page import ScreeningPage
    from tests.ui.screens.person import Person

REASON = "Another firm: founded later, elsewhere, by other people"
NAME = "parties.p1.party_name"
HIT = "hit.EL:a1@p1"
BEGUN: dict[str, Answer] = {
    "parties": ("p1", "p2"),
    NAME: "Kvantum Photonics",
    "parties.p1.party_country": "RU",
    "parties.p1.party_address": "12 Made Street, Nowhere",
    "parties.p2.party_name": "Maple Bakery",
}


def bring(person: Person, tmp_path: Path, *more: dict[str, str], days: int = 0) -> None:
    path = tmp_path / "consolidated.csv"
    path.write_text(made.csl_csv((*made.ROWS, *more)), encoding="utf-8")
    import_list(person.desk.library, path, NOON - dt.timedelta(days=days), "A. Tester")


def begin(person: Person, answers: dict[str, Answer] | None = None) -> None:
    id_ = person.desk.create("Alpha", answers if answers is not None else BEGUN).id
    person.window.open_assessment(id_)
    screened(person)


def screened(person: Person) -> None:
    """Wait until nothing is being screened, and the window shows what came of it."""
    person.rest()
    watch = person.screen.screening.watch
    person.qtbot.waitUntil(lambda: not watch.due, timeout=20_000)
    person.rest()


@pytest.fixture
def there(person: Person, tmp_path: Path) -> Person:
    """An assessment with a hit, and its screening in front."""
    bring(person, tmp_path)
    begin(person)
    person.screen.screen_parties()
    return person


def page(person: Person) -> ScreeningPage:
    return person.screen.display.middle.screening


def rows(person: Person) -> dict[str, str]:
    return {row.title: getattr(row, "words", "") for row in page(person).parties.rows.rows}


def record_hits(person: Person) -> tuple[Line, ...]:
    return standing(person.desk.library, person.screen.at_work.sitting.id, NOON.date()).hits


def party_lists(person: Person) -> Answer:
    return person.answers["parties.p1.party_lists"]


def decide(person: Person, verdict: str, reason: str = REASON) -> None:
    person.click(f"adjudicate.{verdict}")
    person.see("adjudicate.reason", QPlainTextEdit).setPlainText(reason)
    person.click("adjudicate.save")
    person.rest()


def texts(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def test_a_party_is_screened_a_moment_after_its_name_is_entered(
    person: Person, tmp_path: Path
) -> None:
    bring(person, tmp_path)
    begin(person, {"parties": ("p1",)})
    person.go("parties")
    person.type("question.party_name@p1", "Kvantum Photonics")
    assert person.answers["parties.p1.party_lists"] is None
    screened(person)
    assert [hit.key for hit in record_hits(person)] == ["EL:a1"]
    assert "1 new hit" in person.toast()
    person.click("screening_link")
    assert person.here() == Place(SCREENING)
    assert rows(person) == {"Kvantum Photonics": "1 hit to decide"}


def test_without_a_match_the_words_are_those_and_no_others(there: Person) -> None:
    assert rows(there)["Maple Bakery"] == "No match, 25 Nov 2026"
    page(there).look_at("parties.p2.party_name")
    words = page(there)._result.text()
    assert words.startswith("No match in these lists on this date (25 Nov 2026)")
    assert there.answers["parties.p2.party_lists"] == ()
    assert "cleared" not in texts(page(there)).casefold()


def test_a_hit_stands_side_by_side_with_the_party(there: Person) -> None:
    row = there.see(HIT, HitRow)
    assert row.isChecked()
    assert "Entity List, BIS" in row.view.detail
    (compare,) = [each for each in page(there).findChildren(Compare) if each.isVisible()]
    words = texts(compare)
    for wanted in (
        *("Kvantum Photonics", made.ROWS[0]["name"], "12 Made Street, Nowhere", "Russia"),
        *("Kvantum = kvantum: the same", "4, inferred", made.REQUIREMENT, "Presumption of denial."),
    ):
        assert wanted in words


@pytest.mark.parametrize(
    ("verdict", "lists", "state"),
    [("true", ("entity_list",), State.TRUE), ("false", (), State.FALSE)],
)
def test_a_decision_is_kept_and_reaches_the_conclusions(
    there: Person, verdict: str, lists: tuple[str, ...], state: State
) -> None:
    assert party_lists(there) is None
    decide(there, verdict)
    assert party_lists(there) == lists
    (hit,) = record_hits(there)
    assert hit.state is state
    assert hit.said is not None
    assert (hit.said.reason, hit.said.who) == (REASON, "M. Sample")
    assert rows(there)["Kvantum Photonics"] == "1 hit, decided"
    assert there.saved(lambda answers: answers["parties.p1.party_lists"]) == lists


def test_a_decision_without_a_verdict_or_a_reason_is_refused_in_a_line(there: Person) -> None:
    there.click("adjudicate.save")
    assert "true, false or permitted" in page(there).decide._trouble.text()
    decide(there, "false", "not a match")
    assert "at least 20 letters" in page(there).decide._trouble.text()
    assert there.see("adjudicate.reason", QPlainTextEdit).toPlainText() == "not a match"
    assert record_hits(there)[0].state is State.OPEN


def test_a_permitted_hit_needs_its_basis(there: Person) -> None:
    decide(there, "permitted")
    assert "needs its basis" in page(there).decide._trouble.text()
    there.see("adjudicate.basis", QLineEdit).setText("Made licence 1")
    there.click("adjudicate.save")
    (hit,) = record_hits(there)
    assert hit.said is not None
    assert (hit.state, hit.said.basis) == (State.PERMITTED, "Made licence 1")


def test_a_second_person_is_asked_for_where_the_user_wants_one(
    person: Person, tmp_path: Path
) -> None:
    set_needs_second(person.desk.library, on=True)
    bring(person, tmp_path)
    begin(person)
    person.screen.screen_parties()
    decide(person, "false")
    assert "second person" in page(person).decide._trouble.text()
    person.see("adjudicate.second", QLineEdit).setText("B. Second")
    person.click("adjudicate.save")
    (hit,) = record_hits(person)
    assert hit.said is not None
    assert hit.said.second == "B. Second"


def test_the_screening_is_worked_by_keys_alone(there: Person) -> None:
    parties = page(there).parties
    assert parties.hasFocus()
    there.key(Qt.Key.Key_Down)
    assert parties.current_id() == "parties.p2.party_name"
    there.key(Qt.Key.Key_Up)
    there.key(Qt.Key.Key_Return)
    assert there.see(HIT, HitRow).hasFocus()
    there.key(Qt.Key.Key_Return)
    assert there.see("adjudicate.true", QWidget).hasFocus()
    there.key(Qt.Key.Key_Right)
    assert page(there).decide.verdicts.state is State.FALSE
    there.see("adjudicate.reason", QPlainTextEdit).setFocus()
    there.qtbot.keyClicks(QApplication.focusWidget(), REASON)
    there.key(Qt.Key.Key_Return, ctrl=True)
    assert record_hits(there)[0].state is State.FALSE
    there.key(Qt.Key.Key_Escape)  # the line at the foot
    there.key(Qt.Key.Key_Escape)
    assert there.see(HIT, HitRow).hasFocus()
    there.key(Qt.Key.Key_Escape)
    assert parties.hasFocus()
    there.key(Qt.Key.Key_Escape)
    assert there.here().kind != SCREENING


def test_another_name_opens_the_screening_again_and_undo_brings_it_back(there: Person) -> None:
    decide(there, "false")
    assert party_lists(there) == ()
    there.screen.at_work.answer(NAME, "Brennholt Precision Tooling")
    there.rest()
    assert party_lists(there) is None
    screened(there)
    assert [hit.key for hit in record_hits(there)] == ["DPL:a4"]
    there.key(Qt.Key.Key_Z, ctrl=True)
    assert there.answers[NAME] == "Kvantum Photonics"
    screened(there)
    assert party_lists(there) == ()
    there.key(Qt.Key.Key_Z, ctrl=True, shift=True)
    assert there.answers[NAME] == "Brennholt Precision Tooling"


def test_an_open_hit_is_not_answered_away_and_a_known_list_is_kept(there: Person) -> None:
    there.screen.at_work.answer("parties.p1.party_lists", ())
    there.rest()
    assert party_lists(there) is None
    assert "The screening answers this" in there.toast()
    there.screen.at_work.answer("parties.p1.party_lists", ("sdn",))
    there.rest()
    assert party_lists(there) == ("sdn",)
    decide(there, "true")
    assert party_lists(there) == ("sdn", "entity_list")


def test_an_open_hit_is_listed_in_the_review_and_leads_to_its_decision(there: Person) -> None:
    there.click("review")
    lines = there.screen.display.middle.review._lists["open_points"]._lines
    assert lines is not None
    (line,) = [each for each in lines if each.name.startswith("screening.open")]
    assert (line.title, line.detail) == ("Kvantum Photonics", "Screening: 1 hit to decide")
    assert not [each for each in lines if each.address.endswith(".party_lists")]
    there.click(line.name)
    assert there.here() == Place(SCREENING, NAME)
    decide(there, "false")
    there.screen.go(Place(REVIEW))
    lines = there.screen.display.middle.review._lists["open_points"]._lines
    assert lines is not None
    assert not [each for each in lines if each.name.startswith("screening.open")]


def test_a_list_that_changed_opens_its_hit_again_and_is_searched_by_itself(
    there: Person, tmp_path: Path
) -> None:
    decide(there, "false")
    path = tmp_path / "consolidated.csv"
    changed = {**made.ROWS[0], "license_policy": "Case by case."}
    path.write_text(made.csl_csv((changed, *made.ROWS[1:])), encoding="utf-8")
    there.click("lists")
    assert there.window.lists is not None
    there.window.lists.bring([path])
    there.qtbot.waitUntil(lambda: not there.window.lists.importing.busy, timeout=20_000)  # type: ignore[union-attr]
    id_ = there.screen.at_work.sitting.id
    assert new_hits(there.desk.library) == {id_: 1}
    there.click("lists.back")
    screened(there)
    assert there.answers["parties.p1.party_lists"] is None
    assert "changed since" in page(there).decide._said.text()
    assert record_hits(there)[0].state is State.REOPENED


def test_an_old_list_is_said_to_be_old_and_leaves_everybody_open(
    person: Person, tmp_path: Path
) -> None:
    bring(person, tmp_path, days=9)
    begin(person)
    person.screen.screen_parties()
    assert "OLD: 9 days" in page(person)._caution.words.text()
    assert rows(person)["Maple Bakery"] == "No match, old list"
    assert person.answers["parties.p2.party_lists"] is None


def test_without_a_list_nothing_is_screened_and_the_way_to_them_stands_there(
    person: Person,
) -> None:
    begin(person)
    person.screen.screen_parties()
    assert "No list imported yet" in page(person)._searched.text()
    assert set(rows(person).values()) == {"Not screened"}
    assert "parties.p1.party_lists" not in person.answers
    person.click("lists")
    assert person.window.lists is not None
    assert person.window.lists.isVisible()
    person.click("lists.back")
    assert person.here() == Place(SCREENING)


def test_without_a_party_the_page_leads_to_where_one_is_named(
    person: Person, tmp_path: Path
) -> None:
    bring(person, tmp_path)
    begin(person, {})
    person.screen.screen_parties()
    person.click("screening.parties")
    assert person.here().id == "parties"


def test_a_library_that_is_read_only_shows_its_screening_and_decides_nothing(
    there: Person, qtbot: QtBot
) -> None:
    desk = there.desk
    with Library.open(desk.library.path, NOON, read_only=True) as library:
        there.screen.leave()
        there.window.take(replace(desk, library=library))
        there.window.open_assessment(there.screen.at_work.sitting.id)
        there.screen.screen_parties()
        assert rows(there)["Kvantum Photonics"] == "1 hit to decide"
        assert not there.see("adjudicate.save", QWidget).isEnabled()
        assert not there.see("screen_now", QWidget).isEnabled()
        qtbot.wait(1)
        there.window.take(desk)


def test_a_name_of_ten_thousand_letters_is_screened_and_shown(
    person: Person, tmp_path: Path
) -> None:
    bring(person, tmp_path)
    begin(person, {"parties": ("p1",), NAME: ("Kvantum Photonics " * 600).strip()})
    person.screen.screen_parties()
    assert "Not screened" not in rows(person).values()
    assert page(person)._name.isVisible()
