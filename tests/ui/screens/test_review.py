from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.kit import painting
from app.ui.views.places import REVIEW, WHY, Place

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.ui.screens.person import Person


def test_the_review_lists_what_is_open_and_leads_there(person: Person) -> None:
    person.open_sample()
    person.click("review")
    assert person.here() == Place(REVIEW)
    review = person.screen.display.middle.review
    lines = review._lists["open_points"]._lines
    assert lines
    leading = next(line for line in lines if line.address)
    person.click(leading.name)
    assert person.here().kind == "section"
    assert person.page.focused_address() == leading.address


def test_an_open_conclusion_leads_to_its_why(person: Person) -> None:
    person.open_sample()
    person.click("review")
    lines = person.screen.display.middle.review._lists["open_points"]._lines
    assert lines
    leading = next(line for line in lines if line.name.startswith("determination."))
    person.click(leading.name)
    assert person.here().kind == WHY


def test_answers_that_count_no_longer_are_listed_with_their_reason(person: Person) -> None:
    person.new()
    person.go("transaction")
    person.click("choice.transfer_kind.loan")
    person.type("question.temporary_until", "2027-05-01")
    person.click("choice.transfer_kind.sale")
    person.click("review")
    lines = person.screen.display.middle.review._lists["not_counted"]._lines
    assert lines
    assert "Day of return" in lines[0].title
    assert "temporary_until" in person.answers


def test_a_revision_asks_once_and_is_final(person: Person) -> None:
    person.open_sample()
    person.key(Qt.Key.Key_S, ctrl=True)
    assert not person.screen.at_work.sitting.revisions()
    person.click("save.no")
    person.click("save")
    person.click("save.yes")
    assert [head.number for head in person.screen.at_work.sitting.revisions()] == [1]
    assert "Revision 1 is final" in person.toast()
    person.go("transaction")
    assert "after revision 1" in person.screen.display.header._draft.text()


def test_both_documents_are_made_and_looked_at_inside_the_window(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.open_sample()
    making = person.screen.making
    monkeypatch.setattr(making, "folder", lambda: tmp_path / "made")
    person.click("review")
    person.click("generate")
    assert not person.see("generate", QWidget).isEnabled()
    person.qtbot.waitUntil(lambda: not making.busy, timeout=240_000)
    assert {stage.state for stage in making.stages.values()} == {"done"}
    assert len(list((tmp_path / "made").glob("*.pdf"))) == 2
    person.click("preview.memo")
    pages = person.screen.preview.pages
    person.qtbot.waitUntil(lambda: pages.pages() > 1, timeout=20_000)
    person.click("preview.back")
    assert person.sees("generate")


def test_what_is_being_made_can_be_stopped(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.open_sample()
    making = person.screen.making
    monkeypatch.setattr(making, "folder", lambda: tmp_path / "made")
    person.click("review")
    person.click("generate")
    person.click("stop")
    person.qtbot.waitUntil(lambda: not making.busy, timeout=30_000)
    assert not list(tmp_path.glob("made/*.pdf"))
    assert person.see("generate", QWidget).isEnabled()


def test_another_day_is_shown_and_never_stored(person: Person) -> None:
    person.open_sample()
    before = dict(person.answers)
    person.click("as_of")
    person.type("as_of.day", "1 Feb 2027")
    assert person.sees("as_of.today")
    assert dict(person.answers) == before
    person.click("as_of.today")
    assert not person.sees("as_of.today")


def test_a_day_before_the_law_begins_is_refused_with_the_range(person: Person) -> None:
    person.open_sample()
    person.click("as_of")
    person.type("as_of.day", "1 Jan 1990")
    assert "covers" in person.screen.display.side.panel.as_of._doubt.text()


def test_the_answers_that_would_settle_the_rest_come_from_beside(person: Person) -> None:
    person.open_sample()
    rows = person.screen.display.side.panel.settling.rows
    person.qtbot.waitUntil(lambda: bool(rows), timeout=60_000)
    name = next(name for name in rows if not name.startswith("go.complete."))
    person.go("exporter")
    person.qtbot.waitUntil(lambda: name in rows, timeout=60_000)
    person.click(name)
    assert person.page.focused_address()
    assert "Exporter" in person.screen.display.middle.way_back.words
    person.click("return")
    assert person.here() == Place(id="exporter")


def test_coming_to_the_review_gives_the_focus_to_its_first_open_point(person: Person) -> None:
    person.new()
    person.key(Qt.Key.Key_R, ctrl=True)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert person.screen.display.middle.isAncestorOf(focus)
    assert person.focus().startswith("determination.")
    assert painting.keyboard_focus(focus)
