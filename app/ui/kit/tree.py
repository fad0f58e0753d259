"""The why as a tree: state, sentence, value, citation, with lines that show what rests on what.

A QTreeView with a delegate, so that Left, Right, type-ahead and the role of a tree come free.
"""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from app.ui import theme
from app.ui.kit import painting
from app.ui.kit.scroll import ThinBar
from app.ui.kit.tree_delegate import NODE, Index, TreeDelegate
from app.ui.kit.tree_node import TreeNode

ROLE_ID = int(Qt.ItemDataRole.UserRole) + 1


class TreeView(QTreeView):
    """Shows a tree of findings; announces the one that a person looks at."""

    finding_chosen = Signal(str)

    def __init__(self, name: str = "why_tree") -> None:
        super().__init__()
        painting.name_widget(self, name, "Why", "What the conclusion rests on, as a tree.")
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(TreeDelegate(self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinBar())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIndentation(0)  # the delegate draws the depth and its lines
        self.setMouseTracking(True)
        self.recolour()

    def show_tree(self, roots: tuple[TreeNode, ...]) -> None:
        """Show other findings, all open, at the same place."""
        place = self.verticalScrollBar().value()
        self._model.clear()
        for root in roots:
            self._model.appendRow(_item(root))
        self.expandAll()
        self.verticalScrollBar().setValue(place)

    def current_id(self) -> str:
        """The finding that is looked at."""
        return str(self.currentIndex().data(ROLE_ID) or "")

    def choose(self, id_: str) -> None:
        """Go to a finding."""
        found = self._model.match(
            self._model.index(0, 0), ROLE_ID, id_, 1, Qt.MatchFlag.MatchRecursive
        )
        if found:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(found[0], flags.ClearAndSelect)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Announce the finding that is looked at now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.finding_chosen.emit(str(current.data(ROLE_ID)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left goes to what rests on this, Right to what this rests on; Qt does the rest."""
        current, key = self.currentIndex(), event.key()
        opened = self.isExpanded(current) and self._model.hasChildren(current)
        if key == Qt.Key.Key_Left and not opened and current.parent().isValid():
            self.setCurrentIndex(current.parent())
        elif key == Qt.Key.Key_Right and opened:
            self.setCurrentIndex(self._model.index(0, 0, current))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the sentences anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def rescale(self) -> None:
        """Wrap the sentences at another zoom."""
        self.scheduleDelayedItemsLayout()

    def recolour(self) -> None:
        """Lie on the page, not on a field."""
        palette = theme.palette()
        palette.setColor(palette.ColorRole.Base, theme.colour("page"))
        self.setPalette(palette)


def _item(node: TreeNode) -> QStandardItem:
    made = QStandardItem(node.sentence)
    made.setData(node, NODE)
    made.setData(node.id, ROLE_ID)
    made.setData(node.spoken(), int(Qt.ItemDataRole.AccessibleTextRole))
    for child in node.children:
        made.appendRow(_item(child))
    return made
