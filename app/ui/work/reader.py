"""The law reader: the words of a place, where they can be read, and what rests on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.ui.kit import layout
from app.ui.kit.bar import Bar
from app.ui.kit.button import Button, Kind
from app.ui.kit.law import Law
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text
from app.ui.views.law import has_words

if TYPE_CHECKING:
    from app.ui.kit.bar import ThresholdView
    from app.ui.views.law import LawView

_MOST_RULES = 6


class LawReader(QWidget):
    """Shows a place in the law; announces that it was closed, or that the answer is wanted."""

    closed = Signal()
    answer_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reader")
        self.setAccessibleName("The law")
        self._url, self._address = "", ""
        self.close_button = Button("reader.close", "", Kind.QUIET, icon="x", tip="Close  Esc")
        self._place = Text("", "title")
        self._source = Text("", "small", "text.2")
        self._label = Text("The words of the law", "label", "text.3")
        self.law = Law("")
        self._missing = Text("", "small", "text.2")
        self._read = Button(
            "reader.open", "Read it where it stands", Kind.LINK, icon="external-link"
        )
        self._edition = Text("", "small", "text.2")
        self._note = Text("", "small", "text.2")
        self._bar_label = Text("Your figures", "label", "text.3")
        self._bar: Bar | None = None
        self._bar_spot = layout.column(gap=4)
        self._go = Button("reader.answer", "Go to the answer", Kind.LINK, icon="corner-down-right")
        self._standing = Text("", "small", "text")
        self._rules_label = Text("Also rests on this", "label", "text.3")
        self._rules = Text("", "small", "text.2")
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self._read.clicked.connect(self._open)
        self._go.clicked.connect(self._wanted)

    def _lay_out(self) -> None:
        head = layout.row(self._place, self.close_button, gap=4, grow=self._place)
        parts = (self._source, self._label, self.law, self._missing, self._read)
        inner = layout.column(*parts, gap=6)
        inner.addLayout(self._bar_spot)
        after = (self._go, layout.Line(), Text("How it stands", "label", "text.3"))
        inner.fill(*after, self._standing, self._edition, self._note)
        self._rules_line = layout.Line()
        inner.fill(self._rules_line, self._rules_label, self._rules, layout.STRETCH)
        column = layout.column(head, inner, gap=4, margins=(18, 12, 16, 20))
        self.setLayout(layout.column(Scroll(layout.Pane(column), "chrome"), gap=0))

    def show_law(self, view: LawView) -> None:
        """Show a place in the law by itself."""
        self._url = view.url
        self._place.show_text(view.place)
        self._source.show_text(view.source)
        self._show_words(view)
        self._read.setVisible(bool(view.url))
        self._edition.show_text(view.edition)
        self._note.show_text(view.note)
        self._note.setVisible(bool(view.note))
        rules = view.rules[:_MOST_RULES]
        self._rules.show_text("\n".join(f"· {rule}" for rule in rules))
        for part in (self._rules_line, self._rules_label, self._rules):
            part.setVisible(bool(rules))
        self.show_beside("", None, "")

    def _show_words(self, view: LawView) -> None:
        there = has_words(view)
        self.law.show_passage(view.words if there else "")
        self.law.setVisible(there)
        self._label.setVisible(there)
        self._missing.show_text("" if there else view.words)
        self._missing.setVisible(not there)

    def show_beside(self, address: str, bar: ThresholdView | None, standing: str) -> None:
        """Show what a finding makes of it: its answer, its figure, how the rule stands."""
        self._address = address
        self._go.setVisible(bool(address))
        self._standing.show_text(standing)
        self._standing.setVisible(bool(standing))
        if bar is not None and self._bar is None:
            self._bar = Bar(bar)
            self._bar_spot.addWidget(self._bar_label)
            self._bar_spot.addWidget(self._bar)
        if self._bar is not None:
            self._bar.setVisible(bar is not None)
            self._bar_label.setVisible(bar is not None)
            if bar is not None:
                self._bar.show_view(bar)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._url))

    def _wanted(self) -> None:
        self.answer_wanted.emit(self._address)
