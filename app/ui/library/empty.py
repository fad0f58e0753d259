"""The library before anything stands in it: three ways to start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QSizePolicy

from app.ui import theme
from app.ui.icons import paint_icon
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.notice import Card
from app.ui.kit.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_WIDTH = 600
_BUTTON = 140
_SAYS = (
    "Clearway asks what you know about an item and where it goes. It applies the export rules "
    "as dated data and writes a memo that your lawyer can check."
)
_STAYS = (
    "Nothing leaves this computer. Clearway works without a network and keeps one file, which "
    "you can see, copy and back up."
)


class _Way(Card):
    """One way to start: icon, words, button."""

    def __init__(self, icon: str, title: str, words: str, button: Button) -> None:
        super().__init__("card")
        self._icon = icon
        button.setMinimumWidth(theme.px(_BUTTON))
        said = layout.column(Text(title, "heading"), Text(words, "body", "text.2"), gap=1)
        row = layout.row(said, button, gap=16, margins=(52, 14, 14, 14))
        row.setStretch(0, 1)
        self.setLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and its icon."""
        super().paintEvent(event)
        side = theme.px(20)
        spot = QRectF(theme.px(18), (self.height() - side) / 2, side, side)
        paint_icon(painting.start(self), self._icon, spot, "accent.text")


class _Remark(layout.Pane):
    """A quiet line with an icon."""

    def __init__(self, icon: str, words: str) -> None:
        self._icon = icon
        self.words = Text(words, "small", "text.2")
        super().__init__(layout.row(self.words, margins=(23, 0, 0, 0), grow=self.words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        side = theme.px(15)
        paint_icon(painting.start(self), self._icon, QRectF(0, 1, side, side), "text.2")


class EmptyLibrary(layout.Pane):
    """Announces the way that a person chose: new, sample or import."""

    chosen = Signal(str)

    def __init__(self) -> None:
        self.new = Button("start.new", "New assessment", Kind.PRIMARY)
        self.sample = Button("start.sample", "Open sample")
        self.bring = Button("start.import", "Import")
        self._knows = _Remark("scale", "")
        self._column = layout.column(
            Text("May you export this?", "display"),
            Text(_SAYS, "body", "text.2"),
            layout.row(margins=(0, 6, 0, 0)),
            _Way("plus", "Start with your own item", _NEW, self.new),
            _Way("server", "Look at a finished sample", _SAMPLE, self.sample),
            _Way("file-check", "Go on with one you were sent", _BRING, self.bring),
            layout.row(margins=(0, 6, 0, 0)),
            _Remark("lock", _STAYS),
            self._knows,
            gap=8,
        )
        page = layout.Pane(self._column)
        page.setMaximumWidth(theme.px(_WIDTH))
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._page = page
        middle = layout.row(layout.STRETCH, page, layout.STRETCH, margins=(24, 0, 24, 0))
        middle.setStretch(1, 20)
        column = layout.column(gap=0)
        column.addStretch(2)
        column.addLayout(middle)
        column.addStretch(3)
        super().__init__(column, "page")
        for button in (self.new, self.sample, self.bring):
            button.clicked.connect(self._pressed)

    def show_edition(self, words: str) -> None:
        """Say how old the rules are."""
        self._knows.words.show_text(words)

    def rescale(self) -> None:
        """Keep the reading width at another zoom."""
        self._page.setMaximumWidth(theme.px(_WIDTH))

    def _pressed(self) -> None:
        self.chosen.emit(self.sender().objectName().removeprefix("start."))


_NEW = "Have its datasheet at hand. 15 to 40 minutes; stop whenever you like."
_SAMPLE = "Fictitious parties, real product figures, every answer given."
_BRING = "A .clearway file, or a PDF that Clearway made."
