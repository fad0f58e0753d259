"""With counsel: two states compared on screen, comments taken from a dropped PDF, answered, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.operations.comments import threads
from app.operations.printing import order_of
from app.report.renderer import Renderer
from app.ui.views.places import REVIEW, Place
from tests.documents.annotated import annotation, box_of, with_marks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.assessment.answers import Answer
    from app.operations.sitting import Sitting
    from tests.ui.screens.person import Person

ANSWERS: Mapping[str, Answer] = {
    "exporter_name": "Example Exporter",
    "items": ("i1",),
    "items.i1.item_name": "Example card",
    "items.complete": True,
}


def opened(person: Person, *, revisions: int = 0) -> Sitting:
    sitting = person.desk.create("Example", ANSWERS)
    for number in range(revisions):
        sitting.answer("exporter_name", f"Exporter {number}")
        sitting.save_revision("M. Sample")
    person.window.open_assessment(sitting.id)
    person.screen.go(Place(REVIEW))
    person.rest()
    return person.screen.at_work.sitting


@pytest.fixture(scope="module")
def counsels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("counsel") / "memo.pdf"


def marked(sitting: Sitting, path: Path) -> Path:
    with Renderer(workers=1) as renderer:
        raw = renderer.render(order_of(sitting, "memo").job()).pdf
    page, box = box_of(raw, "Example Exporter", after=1)
    path.write_bytes(with_marks(raw, (page, annotation("Highlight", box, "Full name?"))))
    return path


def drop(person: Person, path: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    parts = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    more = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(9, 9).toPoint(), *parts, more)
    entering.ignore()
    QApplication.sendEvent(person.screen, entering)
    if entering.isAccepted():
        QApplication.sendEvent(person.screen, QDropEvent(QPointF(9, 9), *parts, more))
    return entering.isAccepted()


def test_one_state_alone_is_said_to_be_so(person: Person) -> None:
    opened(person)
    person.click("compare")
    assert "There is one state only" in person.screen.counsel.redline.words()
    assert not person.sees("compare.before")
    assert not person.sees("compare.pdf")


def test_two_states_are_chosen_by_keys_and_their_changes_shown_with_signs(person: Person) -> None:
    opened(person, revisions=2)
    person.click("compare")
    page = person.screen.counsel.redline
    assert page.ends() == ("2", "draft")
    person.qtbot.waitUntil(lambda: "Nothing changed." in page.words(), timeout=60_000)
    person.key(Qt.Key.Key_Left)
    assert page.ends() == ("1", "draft")
    person.qtbot.waitUntil(lambda: "Changed: facts 1, answers 1" in page.words(), timeout=60_000)
    assert "Exporter [−0−] [+1+]" in page.words()
    assert "The same." in page.words()


def test_a_revision_can_be_printed_from_there(person: Person) -> None:
    opened(person, revisions=2)
    person.click("compare")
    assert not person.sees("compare.documents")
    person.click("compare.after.1")
    assert person.sees("compare.documents")


def test_escape_leads_back_to_the_review(person: Person) -> None:
    opened(person, revisions=1)
    person.click("compare")
    assert person.screen.counsel.in_front
    person.key(Qt.Key.Key_Escape)
    assert not person.screen.counsel.in_front


def test_without_comments_the_page_says_how_they_come(person: Person) -> None:
    opened(person)
    person.click("comments")
    assert person.sees("comments.take")
    person.click("comments.back")
    assert not person.sees("comments.take")


def test_a_dropped_document_shows_its_comments_which_are_answered_and_closed(
    person: Person, counsels: Path
) -> None:
    sitting = opened(person)
    assert drop(person, marked(sitting, counsels))
    person.qtbot.waitUntil(lambda: len(person.screen.counsel.comments.cards) == 1, timeout=60_000)
    (key,) = person.screen.counsel.comments.cards
    person.window.activateWindow()  # what drops leaves the window behind
    person.qtbot.waitUntil(person.window.isActiveWindow)
    person.type(f"comment.answer.{key}", "Example Exporter Ltd.")
    person.qtbot.waitUntil(
        lambda: threads(sitting)[0].answer == "Example Exporter Ltd.", timeout=30_000
    )
    person.click(f"comment.close.{key}")
    assert threads(sitting)[0].closed
    assert person.see(f"comment.answer.{key}", QPlainTextEdit).isReadOnly()
    person.click(f"comment.reopen.{key}")
    assert not threads(sitting)[0].closed


def test_a_comment_leads_to_the_question_that_it_marks(person: Person, counsels: Path) -> None:
    sitting = opened(person)
    person.screen.counsel.take(str(marked(sitting, counsels)))
    person.qtbot.waitUntil(lambda: len(person.screen.counsel.comments.cards) == 1, timeout=60_000)
    card = next(iter(person.screen.counsel.comments.cards.values()))
    assert card.view.address == "exporter_name"
    card.go.click()
    person.qtbot.waitUntil(lambda: "exporter_name" in person.page.blocks)
    assert not person.screen.counsel.in_front


def test_a_foreign_pdf_is_refused_on_the_page_and_other_files_are_not_let_in(
    person: Person, tmp_path: Path
) -> None:
    opened(person)
    (tmp_path / "a.txt").write_text("x")
    assert not drop(person, tmp_path / "a.txt")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 no more")
    assert drop(person, tmp_path / "a.pdf")
    page = person.screen.counsel.comments
    person.qtbot.waitUntil(lambda: page.isVisible() and "damaged" in page.trouble(), timeout=60_000)
