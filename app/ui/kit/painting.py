"""What painted controls share: wrapped words, rounded grounds, the focus ring.

Words are measured with the very font they are drawn with: tabular figures are wider, and a line
measured with another font is cut.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.ui import theme, tokens

WRAP = int(Qt.TextFlag.TextWordWrap)
LEFT = int(Qt.AlignmentFlag.AlignLeft)
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_ENDLESS = 100_000  # a height no words reach
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Words:
    """Some words in one role of the type scale and one ink."""

    text: str
    role: str = "body"
    ink: str = "text"
    tabular: bool = False


def height_of(words: Words, width: int) -> int:
    """How high the words are when wrapped to a width."""
    if not words.text:
        return 0
    return _height(words.text, words.role, words.tabular, max(1, width), theme.look().zoom)


@lru_cache(maxsize=8192)
def _height(text: str, role: str, tabular: bool, width: int, _zoom: float) -> int:  # noqa: FBT001
    metrics = QFontMetrics(theme.font(role, tabular=tabular))
    return metrics.boundingRect(QRect(0, 0, width, _ENDLESS), WRAP, text).height()


def width_of(words: Words) -> int:
    """How wide the words are on one line."""
    return _width(words.text, words.role, words.tabular, theme.look().zoom)


@lru_cache(maxsize=4096)
def _width(text: str, role: str, tabular: bool, _zoom: float) -> int:  # noqa: FBT001 - cache key
    return QFontMetrics(theme.font(role, tabular=tabular)).horizontalAdvance(text)


def stack_height(stack: Iterable[Words], width: int) -> int:
    """How high several words are, one below the other."""
    return sum(height_of(words, width) for words in stack)


def draw_words(painter: QPainter, words: Words, spot: QRect) -> int:
    """Draw wrapped words at the top of a spot; returns their height."""
    high = height_of(words, spot.width())
    if high:
        painter.setFont(theme.font(words.role, tabular=words.tabular))
        painter.setPen(theme.colour(words.ink))
        painter.drawText(
            QRect(spot.left(), spot.top(), spot.width(), high), WRAP | LEFT, words.text
        )
    return high


def draw_stack(painter: QPainter, stack: Iterable[Words], spot: QRect) -> None:
    """Draw several words, one below the other."""
    top = spot.top()
    for words in stack:
        top += draw_words(painter, words, QRect(spot.left(), top, spot.width(), spot.height()))


def draw_line(painter: QPainter, words: Words, spot: QRectF, align: int = LEFT | MIDDLE) -> None:
    """Draw words on one line, shortened with dots only where the spot is too narrow."""
    font = theme.font(words.role, tabular=words.tabular)
    text = words.text
    if QFontMetrics(font).horizontalAdvance(text) > spot.width():
        text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, round(spot.width()))
    painter.setFont(font)
    painter.setPen(theme.colour(words.ink))
    painter.drawText(spot, align, text)


def start(widget: QWidget) -> QPainter:
    """A painter with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def ground(painter: QPainter, rect: QRectF, name: str, radius: float) -> None:
    """Fill a rounded ground without an edge."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(name))
    painter.drawRoundedRect(rect, radius, radius)


def edged(painter: QPainter, rect: QRectF, fill: str, edge: str) -> None:
    """Fill a rounded ground with a one-pixel edge in the radius of a control."""
    radius = theme.px(tokens.RADIUS_CONTROL)
    painter.setPen(QPen(theme.colour(edge), 1))
    painter.setBrush(theme.colour(fill))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def keyboard_focus(widget: QWidget) -> bool:
    """Whether the ring is wanted: focus came by key, not by click."""
    if widget.property("show_ring"):  # for pictures of every state
        return True
    by_key = Qt.WidgetAttribute.WA_KeyboardFocusChange
    return widget.hasFocus() and widget.window().testAttribute(by_key)


def by_keyboard(widget: QWidget) -> None:
    """Say that the focus is now moved by key; Qt says so for Tab but not for arrows."""
    widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def focus_ring(painter: QPainter, rect: QRectF) -> None:
    """Two pixels of ink with a gap, so that it shows on a chosen thing too."""
    radius = theme.px(tokens.RADIUS_ROW)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("page"), 2))
    painter.drawRoundedRect(rect.adjusted(2.6, 2.6, -2.6, -2.6), radius - 1.6, radius - 1.6)
    painter.setPen(QPen(theme.colour("text"), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


def set_shown(widget: QWidget, *, on: bool) -> None:
    """Show or hide a part; one without a parent yet would become a window of its own."""
    if not on or widget.parentWidget() is not None:
        widget.setVisible(on)


def spoken(text: str) -> str:
    """The words without the soft hyphens that only the screen needs."""
    return text.replace(_SOFT_HYPHEN, "")


def tip(text: str) -> str:
    """A tooltip that shows the words as they are, even where they look like HTML."""
    return f"<p>{escape(text)}</p>" if "<" in text or "&" in text else text


def name_widget(widget: QWidget, object_name: str, name: str, description: str = "") -> None:
    """Give a control the name tests find it by and the words that are read out."""
    widget.setObjectName(object_name)
    widget.setAccessibleName(spoken(name))
    widget.setAccessibleDescription(spoken(description))
