"""The right column: the panel, the law or the documents; over the page where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui import theme
from app.ui.kit import layout
from app.ui.work.documents import DocumentsPanel
from app.ui.work.panel import SoFarPanel
from app.ui.work.reader import LawReader

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WIDE, NARROW = 312, 264
BESIDE_FROM = 1000
RAIL_FROM = 760
WIDE_FROM = 1100


class Side(layout.Pane):
    """Holds the three; what is below the reader comes back at the same place."""

    closed = Signal()

    def __init__(self) -> None:
        self.panel, self.reader, self.documents = SoFarPanel(), LawReader(), DocumentsPanel()
        self._stack = QStackedWidget()
        for part in (self.panel, self.reader, self.documents):
            self._stack.addWidget(part)
        self._below: QWidget = self.panel
        line = layout.Line(upright=True)
        super().__init__(layout.row(line, self._stack, gap=0, grow=self._stack), "chrome")
        self.setObjectName("side")

    def show_below(self, part: QWidget) -> None:
        """Show the panel or the documents; an open law reader goes."""
        self._below = part
        self._stack.setCurrentWidget(part)

    def show_reader(self) -> None:
        """Put the reader in front."""
        self._stack.setCurrentWidget(self.reader)

    def close_reader(self) -> bool:
        """Bring back what was there before; whether there was anything to close."""
        reading = self._stack.currentWidget() is self.reader
        self._stack.setCurrentWidget(self._below)
        return reading

    def reading(self) -> bool:
        """Whether the reader is in front."""
        return self._stack.currentWidget() is self.reader


class Columns(QWidget):
    """Rail, middle and side; the side lies over the middle where the window is narrow."""

    def __init__(self, rail: QWidget, middle: QWidget, side: Side) -> None:
        super().__init__()
        self._rail, self._middle, self.side = rail, middle, side
        self.side_open = self.rail_open = False
        for part in (middle, rail, side):
            part.setParent(self)

    @property
    def beside(self) -> bool:
        """Whether the side has a column of its own."""
        return self.width() >= theme.px(BESIDE_FROM)

    @property
    def with_rail(self) -> bool:
        """Whether the rail has a column of its own."""
        return self.width() >= theme.px(RAIL_FROM)

    def open_rail(self, *, on: bool) -> None:
        """Open or close the rail where it lies over the middle."""
        self.rail_open = on
        self.place()

    def open_side(self, *, on: bool) -> None:
        """Open or close the side where it lies over the middle."""
        self.side_open = on
        self.place()

    def place(self) -> None:
        """Give each its place."""
        wide = self.width() >= theme.px(WIDE_FROM)
        rail = theme.px(232 if wide else 200)
        side = theme.px(WIDE if wide else NARROW)
        if not self.beside:
            side = min(theme.px(WIDE), self.width())
        high = self.height()
        self._rail.setGeometry(0, 0, rail, high)
        right = side if self.beside else 0
        left = rail if self.with_rail else 0
        self._middle.setGeometry(left, 0, max(0, self.width() - left - right), high)
        self.side.setGeometry(self.width() - side, 0, side, high)
        self.side.setVisible(self.beside or self.side_open)
        self._rail.setVisible(self.with_rail or self.rail_open)
        self._rail.raise_()
        self.side.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.place()

    def rescale(self) -> None:
        """Follow the zoom."""
        self.place()
