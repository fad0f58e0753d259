"""How a row of the library and a row of the parties are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui import theme, tokens
from app.ui.icons import paint_icon
from app.ui.kit import painting
from app.ui.kit.chip import paint_chip
from app.ui.kit.marks import paint_state
from app.ui.kit.painting import Words
from app.ui.kit.rows import VALUE, Index, LibraryRow, PartyRow

_RIGHT_COLUMNS = {"destination": 112, "outcome": 192, "open": 44, "changed": 84, "revision": 72}
_DROPPED_FIRST = ("revision", "changed", "open", "destination")  # the outcome always stays
_TITLE_AT, _TITLE_LEAST = 58, 150


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of the library lie, for a width; the head above the list uses it too."""

    title: QRect
    others: Mapping[str, QRect]  # those there is room for


def columns(width: int, height: int) -> Columns:
    """The places of the columns: the title takes what is left, the least needed give way."""
    wide = dict(_RIGHT_COLUMNS)
    for name in _DROPPED_FIRST:
        if theme.px(_TITLE_AT + _TITLE_LEAST + sum(wide.values())) > width:
            del wide[name]
    left = width - theme.px(sum(wide.values()))
    title = QRect(theme.px(_TITLE_AT), 0, left - theme.px(_TITLE_AT + 12), height)
    places = {}
    for name, length in wide.items():
        places[name] = QRect(left, 0, theme.px(length - 6), height)
        left += theme.px(length)
    return Columns(title, places)


class _RowDelegate(QStyledItemDelegate):
    """What both have in common: height, ground and ring."""

    height = 56

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(theme.px(300), theme.px(self.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, QRectF(rect), state)
        painter.translate(rect.topLeft())
        self.draw(painter, rect.size(), index)
        painter.restore()
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if focused and painting.keyboard_focus(cast("QWidget", self.parent())):
            painting.focus_ring(painter, QRectF(rect))

    @staticmethod
    def _ground(painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        radius = theme.px(tokens.RADIUS_ROW)
        if state & QStyle.StateFlag.State_Selected:
            painting.ground(painter, rect, "accent.soft", radius)
        elif state & QStyle.StateFlag.State_MouseOver:
            painting.ground(painter, rect, "chrome.hover", radius)

    def draw(self, painter: QPainter, size: QSize, index: Index) -> None:
        """Draw the contents; the origin is the row's corner."""
        raise NotImplementedError


def _two_lines(painter: QPainter, room: QRectF, title: str, detail: str) -> None:
    middle = room.center().y()
    high = theme.px(18)
    upper = QRectF(room.left(), middle - high, room.width(), high)
    lower = QRectF(room.left(), middle, room.width(), high)
    painting.draw_line(painter, Words(title, "medium"), upper)
    painting.draw_line(painter, Words(detail, "small", "text.2"), lower)


class LibraryRowDelegate(_RowDelegate):
    """Icon, title and detail, destination, outcome, open points, last change, revision."""

    def draw(self, painter: QPainter, size: QSize, index: Index) -> None:
        """Draw one assessment."""
        row: LibraryRow = index.data(VALUE)
        at = columns(size.width(), size.height())
        self._icon(painter, row.icon, size)
        _two_lines(painter, QRectF(at.title), row.title, row.detail)
        for name, place in at.others.items():
            if name == "outcome":
                paint_chip(painter, QRectF(place), row.outcome, row.outcome_words)
            else:
                painting.draw_line(painter, _cell(row, name), QRectF(place))

    @staticmethod
    def _icon(painter: QPainter, name: str, size: QSize) -> None:
        side = theme.px(32)
        box = QRectF(theme.px(14), (size.height() - side) / 2, side, side)
        painting.ground(painter, box, "sunken", theme.px(tokens.RADIUS_CONTROL))
        inset = theme.px(8)
        paint_icon(painter, name, box.adjusted(inset, inset, -inset, -inset), "text.2")


def _cell(row: LibraryRow, name: str) -> Words:
    if name == "open":
        return Words(str(row.open_points or "–"), "medium", tabular=True)
    if name == "destination":
        return Words(row.destination)
    return Words(
        row.changed if name == "changed" else row.revision, "small", "text.2", tabular=True
    )


class PartyRowDelegate(_RowDelegate):
    """Name and roles, country, and the state of the screening in words."""

    height = 46

    def draw(self, painter: QPainter, size: QSize, index: Index) -> None:
        """Draw one party."""
        row: PartyRow = index.data(VALUE)
        state_at = size.width() - theme.px(194)
        country_at = state_at - theme.px(100)
        left = theme.px(14)
        room = QRectF(left, 0, country_at - left - theme.px(12), size.height())
        _two_lines(painter, room, row.title, row.detail)
        country = QRectF(country_at, 0, theme.px(94), size.height())
        painting.draw_line(painter, Words(row.country), country)
        side = theme.px(16)
        mark = QRectF(state_at, (size.height() - side) / 2, side, side)
        paint_state(painter, mark, row.state)
        words = QRectF(state_at + side + theme.px(8), 0, theme.px(166), size.height())
        painting.draw_line(painter, Words(row.words), words)
