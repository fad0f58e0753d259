"""How one finding is drawn: the lines of its ancestors, its mark, its words, its citation."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from app.ui import theme, tokens
from app.ui.icons import paint_icon
from app.ui.kit import painting
from app.ui.kit.chip import HEIGHT, paint_chip
from app.ui.kit.marks import paint_state
from app.ui.kit.painting import Words
from app.ui.kit.tree_node import TreeNode

NODE = int(Qt.ItemDataRole.UserRole)
_STEP = 26
_CITATION = 172
_MARK = 16
_BEFORE = 4
Index = QModelIndex | QPersistentModelIndex


class TreeDelegate(QStyledItemDelegate):
    """Draws findings; rows are as high as their wrapped sentences need."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of sentence, value and chip."""
        view = cast("QTreeView", self.parent())
        node: TreeNode = index.data(NODE)
        width = self._room(view.viewport().width(), index)
        high = painting.stack_height(_words(node), width) + theme.px(14)
        high += theme.px(HEIGHT + 2) if node.chip else 0
        return QSize(theme.px(300), max(theme.px(40), high))

    @staticmethod
    def _left(index: Index) -> int:
        return theme.px(_BEFORE + _STEP * _depth(index))

    def _room(self, width: int, index: Index) -> int:
        beside = theme.px(_MARK + 10)
        return max(
            theme.px(120), width - self._left(index) - beside - theme.px(_CITATION) - theme.px(12)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        node: TreeNode = index.data(NODE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._lines(painter, rect, index)
        left = rect.left() + self._left(index)
        ground = self._ground(
            painter, QRectF(left - 6, rect.top(), rect.right() - left, rect.height()), state
        )
        mark = QRectF(left, rect.top() + theme.px(7), theme.px(_MARK), theme.px(_MARK))
        paint_state(painter, mark, node.state, ground)
        self._words(
            painter,
            node,
            QRect(
                left + theme.px(_MARK + 10),
                rect.top() + theme.px(6),
                self._room(rect.width(), index),
                rect.height(),
            ),
        )
        self._citation(painter, node, rect)
        if state & QStyle.StateFlag.State_HasFocus and painting.keyboard_focus(
            cast("QTreeView", self.parent())
        ):
            painting.focus_ring(painter, QRectF(rect))
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> str:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        if not chosen and not hover:
            return "page"
        name = "accent.soft" if chosen else "chrome.hover"
        painting.ground(painter, rect, name, theme.px(tokens.RADIUS_ROW))
        return name

    @staticmethod
    def _words(painter: QPainter, node: TreeNode, spot: QRect) -> None:
        words = _words(node)
        painting.draw_stack(painter, words, spot)
        if node.chip:
            top = spot.top() + painting.stack_height(words, spot.width()) + 2
            room = QRectF(spot.left(), top, spot.width(), theme.px(HEIGHT))
            paint_chip(painter, room, *node.chip)

    @staticmethod
    def _citation(painter: QPainter, node: TreeNode, rect: QRect) -> None:
        if not node.citation:
            return
        side = theme.px(15)
        left = rect.right() - theme.px(_CITATION)
        spot = QRectF(left, rect.top() + theme.px(9), side, side)
        paint_icon(painter, "user-check" if node.from_answer else "book-open", spot, "text.2")
        room = QRectF(left + side + 6, rect.top(), theme.px(_CITATION) - side - 8, theme.px(34))
        painting.draw_line(painter, Words(node.citation, "small", "text.2"), room)

    def _lines(self, painter: QPainter, rect: QRect, index: Index) -> None:
        painter.setPen(QPen(theme.colour("line.control"), 1))
        half = theme.px(_MARK) / 2
        middle = rect.top() + theme.px(7) + half
        here, at = index, rect.left() + self._left(index) + half
        if _open(cast("QTreeView", self.parent()), index):
            painter.drawLine(QPointF(at, middle + half + 3), QPointF(at, rect.bottom() + 1))
        for _ in range(_depth(index)):
            at -= theme.px(_STEP)
            last = not here.sibling(here.row() + 1, 0).isValid()
            if here == index:
                painter.drawLine(
                    QPointF(at, middle), QPointF(at + theme.px(_STEP) - half - 4, middle)
                )
            if here == index or not last:
                end = middle if last else rect.bottom() + 1
                painter.drawLine(QPointF(at, rect.top()), QPointF(at, end))
            here = here.parent()


def _words(node: TreeNode) -> tuple[Words, Words]:
    return Words(node.sentence, "medium"), Words(node.value, "small", "text.2", tabular=True)


def _depth(index: Index) -> int:
    depth, above = 0, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return depth


def _plain(index: Index) -> QModelIndex:
    return index if isinstance(index, QModelIndex) else index.model().index(index.row(), 0)


def _open(view: QTreeView, index: Index) -> bool:
    return view.isExpanded(_plain(index)) and index.model().hasChildren(index)
