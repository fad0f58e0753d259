"""One hit side by side with the party, with the score word by word and what the list does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.ui import theme
from app.ui.icons import paint_icon
from app.ui.kit import layout, painting
from app.ui.kit.fact import Label, fact, selectable
from app.ui.kit.text import Text
from app.ui.views.screening_hit import CLOSE, NOT_KNOWN, OTHER, SAME

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.ui.views.screening_hit import Compared, Comparison

_ICONS = {SAME: "equal", CLOSE: "equal-approximately", OTHER: "x", NOT_KNOWN: "minus"}
_MARK = 96


class _Mark(QLabel):
    """How two values stand to each other: an icon and its word."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark
        self.setAccessibleName(mark)
        self.rescale()

    def rescale(self) -> None:
        """Take the width of the present zoom."""
        self.setFixedWidth(theme.px(_MARK))
        self.setMinimumHeight(theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon and the word."""
        if not self._mark:
            return
        painter, side = painting.start(self), theme.px(14)
        ink = "text.2" if self._mark == NOT_KNOWN else "text"
        paint_icon(painter, _ICONS[self._mark], QRectF(0, theme.px(2), side, side), ink)
        room = QRectF(side + theme.px(6), 0, self.width() - side - theme.px(6), theme.px(18))
        painting.draw_line(painter, painting.Words(self._mark, "small.m", ink), room)


class Compare(QWidget):
    """Made anew for each hit: a dozen labels."""

    def __init__(self, view: Comparison) -> None:
        super().__init__()
        self.view = view
        head = layout.row(Text(view.title, "heading"), gap=12)
        fits = Text(view.fits, "small.m", "text.2", wrap=False, tabular=True)
        head.addWidget(fits, 0, Qt.AlignmentFlag.AlignTop)
        head.setStretch(0, 1)
        column = layout.column(head, Text(view.where, "small", "text.2"), gap=6)
        column.addLayout(self._grid(view.lines))
        column.fill(layout.Line(), *self._why(view), *self._effects(view))
        self.setLayout(column)
        self.setAccessibleName(view.title)

    @staticmethod
    def _grid(lines: tuple[Compared, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(7))
        grid.addWidget(Text("Your party", "label", "text.3"), 0, 1)
        grid.addWidget(Text("List entry", "label", "text.3"), 0, 3)
        top = Qt.AlignmentFlag.AlignTop
        for at, line in enumerate(lines, 1):
            grid.addWidget(Label(line.label), at, 0, top)
            grid.addWidget(selectable(Text(line.asked)), at, 1, top)
            grid.addWidget(_Mark(line.mark), at, 2, top)
            grid.addWidget(selectable(Text(line.listed)), at, 3, top)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    @staticmethod
    def _why(view: Comparison) -> list[QWidget]:
        title = Text("Why it was found", "label", "text.3")
        return [title, *(Text(each, "small", "text.2", tabular=True) for each in view.because)]

    @staticmethod
    def _effects(view: Comparison) -> list[QWidget]:
        return [layout.Line(), *(layout.Pane(fact(*each)) for each in view.effects)]
