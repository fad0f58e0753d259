"""Lists of assessments and parties: one delegate each, so ten thousand rows are no widgets.

Only the second line is ever shortened, and the whole stands in the tooltip.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate

from app.ui import theme
from app.ui.kit import painting
from app.ui.kit.marks import STATES
from app.ui.kit.scroll import ThinBar

VALUE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_TOP: Index = QModelIndex()


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One assessment in the library."""

    id: str
    title: str
    detail: str
    icon: str
    destination: str
    outcome: str  # a kind of tokens.OUTCOMES
    outcome_words: str = ""
    open_points: int = 0
    changed: str = ""
    revision: str = ""

    def spoken(self) -> str:
        """The row as it is read out."""
        points = f"{self.open_points} open points" if self.open_points else "no open points"
        parts = (self.title, self.detail, self.destination, self.outcome_words, points)
        return ", ".join(part for part in (*parts, self.changed, self.revision) if part)


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One party with its roles, country and how its screening stands."""

    id: str
    title: str
    detail: str
    country: str
    state: str
    words: str

    def spoken(self) -> str:
        """The row as it is read out."""
        parts = (self.title, self.detail, self.country, self.words, STATES[self.state])
        return ", ".join(part for part in parts if part)


ListRow = LibraryRow | PartyRow


class RowsModel(QAbstractListModel):
    """The rows as a model; every row is a frozen value."""

    def __init__(self, rows: Sequence[ListRow] = ()) -> None:
        super().__init__()
        self.rows: Sequence[ListRow] = rows

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows; where only contents differ the place is kept."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The row as a value, as words, and as it is read out."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken()
            case Qt.ItemDataRole.ToolTipRole:
                return painting.tip(f"{row.title}\n{row.detail}")
            case _:
                return None


class RowList(QListView):
    """A list of rows; announces the one looked at and the one opened."""

    row_chosen = Signal(str)
    row_opened = Signal(str)

    def __init__(self, name: str, words: str, delegate: QStyledItemDelegate) -> None:
        super().__init__()
        painting.name_widget(self, name, words, "Arrow keys move, Enter opens.")
        self.rows = RowsModel()
        self.setModel(self.rows)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._opened)
        self.recolour()

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows, and stay at the one that was looked at if it is still there."""
        current = self.current_id()
        self.rows.show_rows(rows)
        self.choose(current)

    def current_id(self) -> str:
        """The row that is looked at, or nothing."""
        row = self.currentIndex().data(VALUE)
        return row.id if isinstance(row, (LibraryRow, PartyRow)) else ""

    def choose(self, id_: str) -> None:
        """Go to a row."""
        at = next((n for n, row in enumerate(self.rows.rows) if row.id == id_), None)
        if at is not None:
            flags = QItemSelectionModel.SelectionFlag
            index = self.rows.index(at)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Announce the row that is looked at now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.row_chosen.emit(self.current_id())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_id():
            self.row_opened.emit(self.current_id())
        else:
            super().keyPressEvent(event)

    def _opened(self) -> None:
        self.row_opened.emit(self.current_id())

    def rescale(self) -> None:
        """Measure the rows at another zoom."""
        self.scheduleDelayedItemsLayout()

    def recolour(self) -> None:
        """Lie on the page, not on a field."""
        palette = theme.palette()
        palette.setColor(palette.ColorRole.Base, theme.colour("page"))
        self.setPalette(palette)
