"""Counsel's comments: each with the place that it marks, an answer, and whether it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.ui import theme
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.field_box import really_left
from app.ui.kit.notice import Card, Notice
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text
from app.ui.kit.text_field import Frame, Lines
from app.ui.work.tidy import laid_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.views.counsel import ThreadView

_WIDTH = 820
_NONE = (
    "No comments yet. Drop the memo or plan that counsel marked onto this window, or choose it. "
    "Highlights, notes and text on its pages are read, and nothing else."
)


class ThreadCard(Card):
    """One comment."""

    answered = Signal(str, str)
    closed = Signal(str)
    reopened = Signal(str)
    place_wanted = Signal(str)

    def __init__(self, view: ThreadView, *, enabled: bool) -> None:
        super().__init__("card")
        self.view = view
        self.go = Button(
            f"comment.go.{view.key}", "Go to the question", Kind.LINK, icon="corner-down-right"
        )
        self.go.setVisible(bool(view.address))
        words, icon = ("Open again", "rotate-ccw") if view.closed else ("Close", "check")
        verb = "reopen" if view.closed else "close"
        self.turn = Button(f"comment.{verb}.{view.key}", words, Kind.LINK, icon=icon)
        self.turn.setEnabled(enabled and (view.closed or bool(view.answer)))
        self.turn.setAccessibleDescription(view.words)
        self.edit = Lines()
        self._set_up_edit(enabled=enabled)
        self._lay_out()
        self.go.clicked.connect(self._go)
        self.turn.clicked.connect(self._turn)

    def _set_up_edit(self, *, enabled: bool) -> None:
        name = f"comment.answer.{self.view.key}"
        painting.name_widget(self.edit, name, "Answer", self.view.words)
        self.edit.setPlainText(self.view.answer)
        self.edit.setPlaceholderText("Your answer. The next documents print it.")
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(theme.px(56))
        self.edit.setReadOnly(self.view.closed or not enabled)
        self.edit.installEventFilter(self)

    def _lay_out(self) -> None:
        view = self.view
        state = Text(view.state, "small.m", "text.2", wrap=False)
        head = layout.row(Text(view.place, "small.m"), state)
        head.setStretch(0, 1)
        column = layout.column(
            head, Text(view.by, "small", "text.2"), gap=4, margins=(14, 10, 12, 8)
        )
        if view.marked:
            column.addWidget(Text(f"On “{view.marked}”", "small", "text.2"))
        column.fill(Text(view.words, "body"), Frame(self.edit))
        column.addLayout(layout.row(self.go, self.turn, layout.STRETCH))
        self.setLayout(column)

    def _go(self) -> None:
        self.place_wanted.emit(self.view.address)

    def _turn(self) -> None:
        (self.reopened if self.view.closed else self.closed).emit(self.view.key)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Announce an answer when its field is left."""
        if really_left(event) and self.edit.toPlainText().strip() != self.view.answer:
            self.answered.emit(self.view.key, self.edit.toPlainText())
        return False


class CommentsPage(QWidget):
    """Announces the document to take, and what is answered, closed and opened again."""

    back_wanted = Signal()
    take_wanted = Signal()
    answered = Signal(str, str)
    closed = Signal(str)
    reopened = Signal(str)
    place_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("comments.page")
        self.setAccessibleName("Comments of counsel")
        self.back = Button(
            "comments.back", "Review", Kind.QUIET, icon="chevron-left", tip="Back  Esc"
        )
        self.take = Button("comments.take", "Take a marked PDF", Kind.PRIMARY, icon="import")
        self._words = Text("", "body", "text.2")
        self._trouble = Notice("required", "octagon-alert")
        self._trouble.hide()
        self._cards = layout.column(gap=10)
        self.cards: dict[str, ThreadCard] = {}
        self._lay_out()
        self.back.clicked.connect(self.back_wanted)
        self.take.clicked.connect(self.take_wanted)

    def _lay_out(self) -> None:
        bar = layout.row(self.back, layout.STRETCH, self.take, margins=(10, 8, 14, 8))
        head = layout.Pane(layout.column(bar, layout.Line(), gap=0), "chrome")
        title = Text("Comments of counsel", "display")
        column = layout.column(title, self._words, self._trouble, gap=10, margins=(28, 18, 20, 24))
        column.addLayout(self._cards)
        column.addStretch(1)
        self._page = layout.Pane(column)
        middle = layout.row(self._page, layout.STRETCH, gap=0)
        middle.setStretch(0, 20)
        self.area = Scroll(layout.Pane(middle), "page")
        self.setLayout(layout.column(head, self.area, gap=0, grow=self.area))
        self.rescale()

    def rescale(self) -> None:
        """Keep the reading width at another zoom."""
        self._page.setMaximumWidth(theme.px(_WIDTH))

    def show_threads(self, words: str, threads: Sequence[ThreadView], *, enabled: bool) -> None:
        """Show the comments; a card whose comment stands as it was stays."""
        self._words.show_text(words if threads else _NONE)
        self.take.setEnabled(enabled)
        kept = {v.key: self.cards[v.key] for v in threads if self._stands(v)}
        for key, card in self.cards.items():
            if key not in kept:
                self._cards.removeWidget(card)
                card.hide()
                card.deleteLater()
        self.cards = {v.key: kept.get(v.key) or self._card(v, enabled=enabled) for v in threads}
        for card in self.cards.values():
            self._cards.addWidget(card)  # one that stands already moves to its place
            card.show()
        laid_out()

    def _stands(self, view: ThreadView) -> bool:
        return view.key in self.cards and self.cards[view.key].view == view

    def _card(self, view: ThreadView, *, enabled: bool) -> ThreadCard:
        card = ThreadCard(view, enabled=enabled)
        for name in ("answered", "closed", "reopened", "place_wanted"):
            getattr(card, name).connect(getattr(self, name))
        return card

    def show_trouble(self, words: str) -> None:
        """Say why a document could not be taken; nothing takes it away again."""
        self._trouble.show_notice("", words)
        self._trouble.setVisible(bool(words))

    def trouble(self) -> str:
        """Why the last document could not be taken; empty where it could."""
        return self._trouble.words.text() if self._trouble.isVisible() else ""

    def focus(self) -> None:
        """Give the focus to the first open answer, or to the button."""
        first = next((c.edit for c in self.cards.values() if not c.view.closed), None)
        (first or self.take).setFocus(Qt.FocusReason.TabFocusReason)
