"""What the figures of a data sheet come to: two numbers with their arithmetic, and the plane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout

from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.notice import Card
from app.ui.kit.plane import Plane
from app.ui.kit.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.ui.kit.plane import PlaneView
    from app.ui.views.figures import FigureView

_NARROW = 520


class FigureColumn(layout.Pane):
    """One figure: its name, the number large, how it comes about, how far the limit is."""

    def __init__(self, view: FigureView) -> None:
        self._title = Text("", "small", "text.2")
        self._value = Text("", "figure", tabular=True)
        self._sum = Text("", "small", "text.2", tabular=True)
        self._distance = Text("", "small.m", tabular=True)
        self._second = Text("", "small", "depends.text")
        parts = (self._title, self._value, self._sum, self._distance, self._second)
        super().__init__(layout.column(*parts, gap=2))
        self.show_figure(view)

    def show_figure(self, view: FigureView) -> None:
        """Show another value."""
        self._title.show_text(view.title)
        long = len(view.value) > 14  # noqa: PLR2004 - "15,832 TPP" is large, a span of two is not
        self._value.setFont(theme.font("strong" if long else "figure", tabular=True))
        self._value.show_text(view.value)
        for text, words in (
            (self._sum, view.arithmetic),
            (self._distance, view.distance),
            (self._second, view.second),
        ):
            text.show_text(words)
            text.setVisible(bool(words))
        self._distance.set_ink("required.text" if view.reached else "text.2")


class Computed(Card):
    """The block below the throughput table; announces that somebody wants the why."""

    why_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("sunken")
        why = Button("why.figures", "Show the why", Kind.LINK, icon="list-tree")
        why.clicked.connect(self.why_wanted)
        head = layout.row(Text("What your figures come to", "heading"), layout.STRETCH, why)
        head.setStretch(0, 1)
        self._figures = layout.column(gap=14)
        self._columns: list[FigureColumn] = []
        self._plane: Plane | None = None
        self._body = layout.row(gap=16)
        self._body.addLayout(self._figures, 2)
        self._figures.addStretch(1)
        self.setLayout(layout.column(head, self._body, gap=8, margins=(16, 10, 16, 14)))

    def show_figures(self, figures: tuple[FigureView, ...], plane: PlaneView | None) -> None:
        """Show other values."""
        while len(self._columns) < len(figures):
            column = FigureColumn(figures[len(self._columns)])
            self._figures.insertWidget(len(self._columns), column)
            self._columns.append(column)
        for at, column in enumerate(self._columns):
            column.setVisible(at < len(figures))
            if at < len(figures):
                column.show_figure(figures[at])
        self._show_plane(plane)
        self.setVisible(bool(figures))

    def _show_plane(self, view: PlaneView | None) -> None:
        if view is None:
            if self._plane is not None:
                self._plane.hide()
            return
        if self._plane is None:
            self._plane = Plane(view)
            self._body.addWidget(self._plane, 5, Qt.AlignmentFlag(0))
        self._plane.show_view(view)
        self._plane.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the plane below the figures where there is no room beside them."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = event.size().width() < theme.px(_NARROW)
        self._body.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
