"""The four states of a finding and the ring of progress: shape first, colour second.

Dashed means "kept open" everywhere. A met condition is ink, never green: here "met" is often the
bad news.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel

from app.ui import theme
from app.ui.kit import painting

STATES: dict[str, str] = {  # state: how it is read out
    "decided": "decided",
    "met": "met",
    "not_met": "not met",
    "open": "open",
    "unknown": "not known",
}
_TURN = 360 * 16
_TOP = 90 * 16
_TICK = ((0.28, 0.52), (0.44, 0.68), (0.73, 0.35))


@dataclass(frozen=True, slots=True)
class Share:
    """How far a section is: answered, said not to be known, asked so far."""

    answered: int = 0
    unknown: int = 0
    asked: int = 0

    def words(self) -> str:
        """The progress in words; never a percentage, for the total can grow."""
        if not self.asked:
            return "not asked so far"
        text = f"{self.answered} of {self.asked}"
        return f"{text} · {self.unknown} not known" if self.unknown else text


def _pen(name: str, width: float) -> QPen:
    round_ends = (Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    return QPen(theme.colour(name), width, Qt.PenStyle.SolidLine, *round_ends)


def paint_state(painter: QPainter, spot: QRectF, state: str, ground: str = "page") -> None:
    """Draw the mark of a state; the tick is cut out in the colour of the ground."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    circle = spot.adjusted(1, 1, -1, -1)
    if state in {"decided", "met"}:
        _disc(painter, circle, ground)
    elif state == "unknown":
        _question(painter, circle)
    else:
        _ring(painter, circle, crossed=state == "not_met")
    painter.restore()


def _disc(painter: QPainter, circle: QRectF, ground: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text"))
    painter.drawEllipse(circle)
    painter.setPen(_pen(ground, 0.12 * circle.width()))
    side, origin = circle.width(), circle.topLeft()
    painter.drawPolyline([origin + QPointF(side * x, side * y) for x, y in _TICK])


def _ring(painter: QPainter, circle: QRectF, *, crossed: bool) -> None:
    painter.setPen(_pen("open.mark", 0.12 * circle.width()))
    painter.drawEllipse(circle)
    if crossed:
        inset = circle.width() * 0.33
        cross = circle.adjusted(inset, inset, -inset, -inset)
        painter.drawLine(cross.topLeft(), cross.bottomRight())
        painter.drawLine(cross.topRight(), cross.bottomLeft())


def _question(painter: QPainter, circle: QRectF) -> None:
    pen = QPen(theme.colour("depends.mark"), 0.12 * circle.width())
    pen.setDashPattern([1.6, 1.5])
    painter.setPen(pen)
    painter.drawEllipse(circle)
    font = QFont(theme.font("label"))
    font.setPixelSize(max(9, int(circle.height() * 0.72)))
    painter.setFont(font)
    painter.setPen(theme.colour("depends.text"))
    painter.drawText(circle, painting.CENTRE, "?")


def paint_share(painter: QPainter, spot: QRectF, share: Share, ground: str = "chrome") -> None:
    """Draw the ring of progress; a tick only when all is answered and nothing is not known."""
    if share.asked and share.answered == share.asked:
        paint_state(painter, spot, "decided", ground)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    circle = spot.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(theme.colour("line.control"), 1.2))
    painter.drawEllipse(circle)
    if share.asked:
        _arcs(painter, circle, share)


def _arcs(painter: QPainter, circle: QRectF, share: Share) -> None:
    answered = int(_TURN * share.answered / share.asked)
    pen = QPen(theme.colour("text"), 0.18 * circle.width())
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawArc(circle, _TOP, -answered)
    if share.unknown:
        pen.setColor(theme.colour("depends.mark"))
        pen.setDashPattern([0.55, 0.4])
        painter.setPen(pen)
        painter.drawArc(circle, _TOP - answered, -int(_TURN * share.unknown / share.asked))


class State(QLabel):
    """The mark of one state, with its word for those who do not see it."""

    def __init__(self, state: str, size: int = 16, ground: str = "page") -> None:
        super().__init__()
        self._size, self._ground = size, ground
        self.state = ""
        self.show_state(state)
        self.rescale()

    def show_state(self, state: str) -> None:
        """Show another state."""
        self.state = state
        self.setAccessibleName(STATES[state])
        self.update()

    def rescale(self) -> None:
        """Take the size of the present zoom."""
        self.setFixedSize(QSize(theme.px(self._size), theme.px(self._size)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        paint_state(painting.start(self), QRectF(self.rect()), self.state, self._ground)


class Ring(QLabel):
    """Honest progress as three kinds of arc: answered, not known, still to come."""

    def __init__(self, share: Share, size: int = 18, ground: str = "page") -> None:
        super().__init__()
        self._size, self._ground, self._share = size, ground, share
        self.rescale()
        self.show_share(share)

    def show_share(self, share: Share) -> None:
        """Show another progress."""
        self._share = share
        self.setAccessibleName(share.words())
        self.update()

    def rescale(self) -> None:
        """Take the size of the present zoom."""
        self.setFixedSize(QSize(theme.px(self._size), theme.px(self._size)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        paint_share(painting.start(self), QRectF(self.rect()), self._share, self._ground)
