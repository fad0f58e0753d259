"""The plane of processing performance against performance density, with the items in it.

The axes are logarithmic, and regions, ticks and limits are handed in: no threshold stands in
Python. An item whose density is not known is a dashed line: it can be anywhere on it.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui import theme
from app.ui.kit import painting
from app.ui.kit.painting import Words

_HATCH = 6
_DOT = 6.5
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the plane in which a paragraph is met; boxes are x0, y0, x1, y1."""

    name: str
    family: str
    boxes: tuple[tuple[float, float, float, float], ...]
    label_at: tuple[float, float]
    hatch: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An item in the plane; without y its density is not known."""

    name: str
    x: float
    y: float | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """One logarithmic axis: its ends, its ticks, its name."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    name: str

    def share(self, value: float) -> float:
        """Where a value lies, from 0 to 1; beyond the ends it stays at the edge."""
        kept = min(max(value, self.low), self.high)
        return math.log(kept / self.low) / math.log(self.high / self.low)


@dataclass(frozen=True, slots=True)
class PlaneView:
    """Everything the plane shows, and the sentence that says the same."""

    x: Axis
    y: Axis
    regions: tuple[Region, ...]
    items: tuple[Item, ...]
    sentence: str
    outside: tuple[str, tuple[float, float]] | None = None  # "neither", and where it stands


class Plane(QLabel):
    """The picture; one element for a screen reader, with one sentence."""

    def __init__(self, view: PlaneView) -> None:
        super().__init__()
        self.view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(view.sentence)
        self.rescale()

    def show_view(self, view: PlaneView) -> None:
        """Show other regions or items."""
        self.view = view
        self.setAccessibleName(view.sentence)
        self.update()

    def rescale(self) -> None:
        """Take the least size of the present zoom."""
        self.setMinimumSize(theme.px(260), theme.px(210))

    def sizeHint(self) -> QSize:
        """A little wider than high."""
        return QSize(theme.px(320), theme.px(230))

    def area(self) -> QRectF:
        """The part inside the axes."""
        left, top = theme.px(44), theme.px(10)
        return QRectF(
            left, top, self.width() - left - theme.px(12), self.height() - top - theme.px(42)
        )

    def at(self, x: float, y: float) -> QPointF:
        """Where a pair of values lies."""
        area = self.area()
        across = area.left() + self.view.x.share(x) * area.width()
        return QPointF(across, area.bottom() - self.view.y.share(y) * area.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, regions, axes and items."""
        painter, area = painting.start(self), self.area()
        radius = theme.px(6)
        painting.ground(painter, area, "card", radius)
        clip = QPainterPath()
        clip.addRoundedRect(area, radius, radius)
        painter.setClipPath(clip)
        for region in self.view.regions:
            self._region(painter, region)
        if self.view.outside:
            self._label(painter, self.view.outside[0], "text.3", self.at(*self.view.outside[1]))
        painter.setClipping(False)
        self._axes(painter, area)
        for item in self.view.items:
            self._item(painter, area, item)

    def _shape(self, region: Region) -> QPainterPath:
        shape = QPainterPath()
        for x0, y0, x1, y1 in region.boxes:
            part = QPainterPath()
            part.addRect(QRectF(self.at(x0, y1), self.at(x1, y0)))
            shape = shape.united(part)
        return shape.simplified()

    def _region(self, painter: QPainter, region: Region) -> None:
        shape = self._shape(region)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{region.family}.soft"))
        painter.drawPath(shape)
        mark = QColor(theme.colour(f"{region.family}.mark"))
        if region.hatch:
            self._hatch(painter, shape, mark)
        mark.setAlphaF(0.75)
        painter.setPen(QPen(mark, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        spot = self.at(*region.label_at)
        if region.hatch:  # words on hatching need a ground of their own
            width = painting.width_of(Words(region.name, "label"))
            behind = QRectF(spot.x() - 3, spot.y() - theme.px(12), width + 6, theme.px(15))
            painting.ground(painter, behind, f"{region.family}.soft", 3)
        self._label(painter, region.name, f"{region.family}.text", spot)

    @staticmethod
    def _hatch(painter: QPainter, shape: QPainterPath, mark: QColor) -> None:
        faint = QColor(mark)
        faint.setAlphaF(0.38)
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(faint, 1))
        for line in _diagonals(shape.boundingRect()):
            painter.drawLine(*line)
        painter.restore()

    @staticmethod
    def _label(painter: QPainter, words: str, ink: str, spot: QPointF) -> None:
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour(ink))
        painter.drawText(spot, words)

    def _axes(self, painter: QPainter, area: QRectF) -> None:
        edge = QPen(theme.colour("line.control"), 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(edge)
        painter.drawRoundedRect(area, theme.px(6), theme.px(6))
        for value, words in self.view.x.ticks:
            x = self.at(value, self.view.y.low).x()
            painter.setPen(edge)
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4))
            below = QRectF(x - theme.px(40), area.bottom() + 5, theme.px(80), theme.px(16))
            self._tick(painter, words, below, painting.CENTRE)
        for value, words in self.view.y.ticks:
            y = self.at(self.view.x.low, value).y()
            painter.setPen(edge)
            painter.drawLine(QPointF(area.left() - 4, y), QPointF(area.left(), y))
            beside = QRectF(0, y - theme.px(8), area.left() - theme.px(7), theme.px(16))
            self._tick(painter, words, beside, _RIGHT)
        under = QRectF(area.left(), area.bottom() + theme.px(20), area.width(), theme.px(17))
        self._tick(painter, f"{self.view.x.name} →", under, _RIGHT)
        inside = QRectF(area.left() + theme.px(7), area.top() + theme.px(4), 200, theme.px(16))
        self._tick(painter, f"↑ {self.view.y.name}", inside, painting.LEFT | painting.MIDDLE)

    @staticmethod
    def _tick(painter: QPainter, words: str, spot: QRectF, align: int) -> None:
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(theme.colour("text.2"))
        painter.drawText(spot, align, words)

    def _item(self, painter: QPainter, area: QRectF, item: Item) -> None:
        known = item.y is not None
        spot = self.at(item.x, self.view.y.high if item.y is None else item.y)
        pen = QPen(theme.colour("text.2" if known else "depends.mark"), 1 if known else 2)
        pen.setDashPattern([2, 3])
        painter.setPen(pen)
        painter.drawLine(spot, QPointF(spot.x(), area.bottom()))
        if known:
            painter.drawLine(spot, QPointF(area.left(), spot.y()))
            painter.setPen(QPen(theme.colour("card"), 2.5))
            painter.setBrush(theme.colour("text"))
            painter.drawEllipse(spot, theme.px(_DOT), theme.px(_DOT))
        self._item_name(painter, area, item, spot)

    def _item_name(self, painter: QPainter, area: QRectF, item: Item, spot: QPointF) -> None:
        name = item.name if item.y is not None else f"{item.name}, density not known"
        if item.x > self.view.x.high:
            name = f"{name} →"
        width = painting.width_of(Words(name, "label"))
        left = min(max(spot.x() - width / 2, area.left() + 6), area.right() - width - 8)
        top = spot.y() - theme.px(12)
        if top < area.top() + theme.px(20):
            top = spot.y() + theme.px(36 if item.y is None else 20)
        self._label(painter, name, "text", QPointF(left, top))


def _diagonals(box: QRectF) -> Iterator[tuple[QPointF, QPointF]]:
    left = box.left() - box.height()
    while left < box.right():
        yield QPointF(left, box.bottom()), QPointF(left + box.height(), box.top())
        left += _HATCH
