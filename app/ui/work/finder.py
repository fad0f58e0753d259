"""Find anything: a line to type in and what fits, over the middle of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QWidget,
)

from app.ui import theme
from app.ui.kit import layout, painting
from app.ui.kit.notice import Card
from app.ui.kit.scroll import ThinBar
from app.ui.kit.text import Text
from app.ui.views.finding import Hit, found

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WIDTH, _HEIGHT = 560, 380


class Finder(Card):
    """Announces the hit that was chosen; Escape closes it."""

    chosen = Signal(object)

    def __init__(self, over: QWidget) -> None:
        super().__init__("card")
        self.setParent(over)
        self._over = over
        self._hits: tuple[Hit, ...] = ()
        self._all: tuple[Hit, ...] = ()
        self._before: QWidget | None = None
        painting.name_widget(self, "finder", "Find anything", "Escape closes it.")
        self.edit = QLineEdit()
        painting.name_widget(self.edit, "finder.text", "Find a question, member, rule or page")
        self.edit.setPlaceholderText("Find a question, an item, a party, a rule")
        self.edit.setFrame(False)
        self.edit.setFont(theme.font("heading"))
        self.list = QListWidget()
        painting.name_widget(self.list, "finder.list", "What fits", "Enter goes there.")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollBar(ThinBar())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._none = Text("", "small", "text.2")
        line = layout.Line()
        parts = (self.edit, line, self._none, self.list)
        self.setLayout(layout.column(*parts, gap=8, margins=(14, 12, 14, 12), grow=self.list))
        self.edit.textChanged.connect(self._search)
        self.edit.installEventFilter(self)
        self.list.itemActivated.connect(self._activated)
        self.list.itemClicked.connect(self._activated)
        over.installEventFilter(self)
        self.hide()

    def open_with(self, hits: tuple[Hit, ...]) -> None:
        """Open it over everything that can be found."""
        self._all = hits
        self._before = QApplication.focusWidget()
        self.edit.clear()
        self._search("")
        self.place()
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close without going anywhere: the focus is again where it was."""
        self.hide()
        before, self._before = self._before, None
        alive = (each for each in self._over.findChildren(QWidget) if each is before)
        for each in alive:
            each.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Stand in the upper middle."""
        over = self._over
        width = min(theme.px(_WIDTH), over.width() - 40)
        height = min(theme.px(_HEIGHT), over.height() - 80)
        self.setGeometry((over.width() - width) // 2, theme.px(60), width, height)

    def _search(self, text: str) -> None:
        self._hits = found(self._all, text)
        self.list.clear()
        self.list.addItems([f"{hit.title}\n{hit.kind}" for hit in self._hits])
        if self._hits:
            self.list.setCurrentRow(0)
        nothing = text.strip() and not self._hits
        words = f"Nothing found for “{text.strip()}”." if nothing else ""
        hint = "Questions, sections, items, parties, conclusions and rules."
        self._none.show_text(words or ("" if self._hits else hint))
        self._none.setVisible(not self._hits)

    def _activated(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._hits):
            hit = self._hits[at]
            self.hide()
            # The key that chose it must not reach what now takes the focus.
            QTimer.singleShot(0, self, lambda: self.chosen.emit(hit))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while one types; follow the window's size."""
        if watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self.place()
        if watched is self.edit and event.type() is QEvent.Type.KeyPress:
            return self._typed_key(event)  # type: ignore[arg-type]  # a key press
        return False

    def _typed_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key), 0)
        if step:
            last = self.list.count() - 1
            self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activated()
        else:
            return False
        return True
