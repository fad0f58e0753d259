"""A question on a page: its card, where its fact stands, and the line that parts it from the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.field_box import FieldBox
from app.ui.kit.question_card import QuestionCard
from app.ui.views.words import shortened

if TYPE_CHECKING:
    from app.ui.views.questions import Shown

_SOURCE = 46  # characters; the whole stands in the tooltip


class QuestionBlock(QWidget):
    """Announces answers and sources together with the address they belong to."""

    answer_given = Signal(str, object)
    source_given = Signal(str, str)
    citation_chosen = Signal(str)
    hint_opened = Signal(str)
    finished = Signal(str)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.address = shown.address
        self.card = QuestionCard(shown.view)
        self._source: SourceLine | None = None
        self._column = layout.column(layout.Line(), self.card, gap=0)
        self._column.insertSpacing(1, 14)
        self._column.addSpacing(10)
        self.setLayout(self._column)
        self.card.answer_given.connect(self._answered)
        self.card.citation_chosen.connect(self.citation_chosen)
        self.card.hint_opened.connect(self._hinted)
        self.card.finished.connect(self._finished)
        self._show_source(shown)

    def show_question(self, shown: Shown) -> None:
        """Show another state of the same question."""
        self.card.show_view(shown.view)
        self._show_source(shown)

    def _show_source(self, shown: Shown) -> None:
        if self._source is None and shown.takes_source:
            self._source = SourceLine(shown)
            self._source.given.connect(self._sourced)
            self._column.insertWidget(self._column.count() - 1, self._source)
        if self._source is not None:
            self._source.show_source(shown.source)
            self._source.setVisible(shown.takes_source)
            self._source.setEnabled(shown.view.enabled)

    def _answered(self, answer: object) -> None:
        self.answer_given.emit(self.address, answer)

    def _sourced(self, source: str) -> None:
        self.source_given.emit(self.address, source)

    def _hinted(self) -> None:
        self.hint_opened.emit(self.address)

    def _finished(self) -> None:
        self.finished.emit(self.address)


class SourceLine(QWidget):
    """Where a fact stands: a link until somebody wants to write it, then a field."""

    given = Signal(str)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        name = f"{shown.address}.source"
        self._open = Button(f"open.{name}", "", Kind.CITE, icon="quote")
        self._open.setAccessibleDescription(f"Document and page for: {shown.view.title}")
        self.box = FieldBox(width=320)
        words = f"Where it stands: {shown.view.title}"
        painting.name_widget(self.box.edit, name, words, "Document and page")
        self.box.show_placeholder("Document and page")
        self.box.hide()
        self.setLayout(layout.row(self._open, self.box, layout.STRETCH, gap=0))
        self._open.clicked.connect(self._write)
        self.box.left.connect(self._left)

    def show_source(self, source: str) -> None:
        """Show what was written."""
        if not self.box.being_typed():
            self.box.show_text(source)
        words = f"Stands in {shortened(source, _SOURCE)}" if source else "Say where it stands"
        self._open.show_words(words)
        self._open.setToolTip(painting.tip(source))

    def _write(self) -> None:
        self._open.hide()
        self.box.show()
        self.box.edit.setFocus()

    def _left(self, text: str) -> None:
        self.box.hide()
        self._open.show()
        self.given.emit(text.strip())
