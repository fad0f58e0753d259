"""Where a value stands against the nearest threshold; the words above carry it, the bar shows it.

Once the ratio passes ten the scale is logarithmic, or the mark would stick to the edge.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui import theme
from app.ui.kit import layout, painting
from app.ui.kit.text import Text

_FAR = 10
_ROOM = 1.14  # how far beyond the larger of the two the line goes


@dataclass(frozen=True, slots=True)
class ThresholdView:
    """A value, a limit, and the words for both; without a value it is not known."""

    name: str  # "TPP 15,832"
    words: str  # "11,032 above 4,800"
    limit: float
    value: float | None = None


class _Track(QLabel):
    """The painted line; a QLabel, so that its name is read out."""

    def __init__(self) -> None:
        super().__init__()
        self.view = ThresholdView("", "", 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rescale()

    def rescale(self) -> None:
        """Take the height of the present zoom."""
        self.setFixedHeight(theme.px(16))

    def _share(self, number: float) -> float:
        limit, value = self.view.limit, self.view.value or 0
        top = max(limit, value) * _ROOM or 1
        low = min(limit, value)
        if low > 0 and max(limit, value) / low > _FAR:
            bottom = low / 2
            return math.log(number / bottom) / math.log(top / bottom) if number > 0 else 0
        return max(0.0, number / top)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the limit and the value; a dashed line where it is not known."""
        painter, width, middle = painting.start(self), self.width(), self.height() / 2
        if self.view.value is None:
            pen = QPen(theme.colour("depends.mark"), theme.px(2))
            pen.setDashPattern([3, 2.4])
            painter.setPen(pen)
            painter.drawLine(QPointF(0, middle), QPointF(width, middle))
        else:
            self._line(painter, middle)
        at = width * self._share(self.view.limit)
        high = theme.px(7)
        painter.setPen(QPen(theme.colour("text"), 1.6))
        painter.drawLine(QPointF(at, middle - high), QPointF(at, middle + high))
        if self.view.value is not None:
            self._dot(painter, middle)

    def _colour(self) -> str:
        value = self.view.value
        return "required.mark" if value is not None and value >= self.view.limit else "open.mark"

    def _line(self, painter: QPainter, middle: float) -> None:
        thick = theme.px(4)
        line = QRectF(0, middle - thick / 2, self.width(), thick)
        painting.ground(painter, line, "line", thick / 2)
        line.setWidth(self.width() * self._share(self.view.value or 0))
        painting.ground(painter, line, self._colour(), thick / 2)

    def _dot(self, painter: QPainter, middle: float) -> None:
        at = self.width() * self._share(self.view.value or 0)
        radius = theme.px(5)
        at = min(max(at, radius), self.width() - radius)
        painter.setPen(QPen(theme.colour("chrome"), 2))
        painter.setBrush(theme.colour(self._colour()))
        painter.drawEllipse(QPointF(at, middle), radius, radius)


class Bar(QWidget):
    """The nearest threshold: name and distance in words, and the line."""

    def __init__(self, view: ThresholdView) -> None:
        super().__init__()
        self._name = Text("", "strong", wrap=False, tabular=True)
        self._words = Text("", "small", "text.2", tabular=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._track = _Track()
        head = layout.row(self._name, self._words, gap=6, grow=self._words)
        self.setLayout(layout.column(head, self._track, gap=3))
        self.show_view(view)

    def show_view(self, view: ThresholdView) -> None:
        """Show another value."""
        self._name.show_text(view.name)
        self._words.show_text(view.words)
        self._track.view = view
        self._track.setAccessibleName(f"{view.name}: {view.words}")
        self.setAccessibleName(f"Nearest threshold. {view.name}: {view.words}")
        self._track.update()
