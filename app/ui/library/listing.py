"""The middle of the library: search, the head of the columns, the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal

from app.ui import theme
from app.ui.icons import paint_icon
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.field_box import FieldBox
from app.ui.kit.painting import Words
from app.ui.kit.row_delegates import LibraryRowDelegate, columns
from app.ui.kit.rows import RowList
from app.ui.kit.segmented import Segmented
from app.ui.kit.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from app.ui.kit.rows import LibraryRow

_SORTS = (("changed", "Changed"), ("name", "Name"), ("created", "Begun"))
_HEADS = (
    ("title", "Assessment"),
    ("destination", "Destination"),
    ("outcome", "Outcome"),
    ("open", "Open"),
    ("changed", "Changed"),
    ("revision", "Revision"),
)
_SEARCH_MS = 120
_TITLE_FROM, _COUNT_FROM = 480, 620


class _Heads(layout.Pane):
    """The heads of the columns, at the places where the rows have theirs."""

    def __init__(self, rows: RowList) -> None:
        self._rows = rows
        super().__init__()
        self.rescale()

    def rescale(self) -> None:
        """Take the height of the present zoom."""
        self.setFixedHeight(theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        # The bar beside the rows is wider in one style than in another: their view knows.
        painter, at = painting.start(self), columns(self._rows.viewport().width(), self.height())
        spots = {"title": at.title.adjusted(theme.px(14) - at.title.left(), 0, 0, 0), **at.others}
        for name, words in _HEADS:
            if name in spots:
                painting.draw_line(painter, Words(words, "label", "text.3"), QRectF(spots[name]))


class SearchBox(FieldBox):
    """A field with a glass before its words."""

    def __init__(self) -> None:
        super().__init__()
        self.layout().setContentsMargins(theme.px(32), 2, 9, 2)  # type: ignore[union-attr]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and the glass."""
        super().paintEvent(event)
        side = theme.px(15)
        spot = QRectF(theme.px(10), (self.height() - side) / 2, side, side)
        paint_icon(painting.start(self), "search", spot, "text.2")


class Listing(layout.Pane):
    """Announces what is sought, and the row that is looked at or opened."""

    sought = Signal(str)
    sort_chosen = Signal(str)
    import_wanted = Signal()
    new_wanted = Signal()
    row_chosen = Signal(str)
    row_opened = Signal(str)

    def __init__(self) -> None:
        self.search = SearchBox()
        painting.name_widget(
            self.search.edit, "search", "Search assessments", "Items, parties, countries, names"
        )
        self.search.show_placeholder("Search names, answers, countries")
        self.bring = Button("import", "Import", icon="import")
        self.new = Button("new_assessment", "New assessment", Kind.PRIMARY, icon="plus")
        self._title = Text("All assessments", "title", wrap=False)
        self._count = Text("", "small", "text.2", wrap=False, tabular=True)
        self.sort = Segmented("sort", _SORTS, "changed")
        self.list = RowList("assessments", "Assessments", LibraryRowDelegate())
        self._nothing = Text("", "body", "text.2")
        super().__init__(self._lay_out(), "page")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_MS)
        self._pause.timeout.connect(self._seek)
        self.search.edit.textChanged.connect(self._changed)
        self.sort.view_chosen.connect(self.sort_chosen)
        self.bring.clicked.connect(self.import_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.list.row_chosen.connect(self.row_chosen)
        self.list.row_opened.connect(self.row_opened)

    def _lay_out(self) -> layout.Box:
        bar = layout.row(
            self.search, self.bring, self.new, margins=(20, 12, 20, 12), grow=self.search
        )
        head = layout.row(
            self._title, self._count, layout.STRETCH, self.sort, margins=(24, 12, 20, 6)
        )
        heads = layout.row(_Heads(self.list), margins=(14, 0, 10, 0))
        line = layout.row(layout.Line(), margins=(24, 0, 20, 0))
        rows = layout.row(self.list, margins=(14, 4, 10, 8), grow=self.list)
        self._nothing_there = layout.Pane(layout.row(self._nothing, margins=(28, 16, 24, 0)))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        column = layout.column(bar, layout.Line(), head, heads, line, self._nothing_there, gap=0)
        column.addLayout(rows, 1)
        return column

    def show_rows(self, title: str, words: str, rows: Sequence[LibraryRow], nothing: str) -> None:
        """Show other rows."""
        self._title.show_text(title)
        self._count.show_text(words)
        self.list.show_rows(rows)
        self._nothing.show_text("" if rows else nothing)
        self._nothing_there.setVisible(not rows)
        if rows and not self.list.current_id():
            self.list.choose(rows[0].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the left column says too, where there is little room."""
        super().resizeEvent(event)
        width = event.size().width()
        self._title.setVisible(width >= theme.px(_TITLE_FROM))
        self._count.setVisible(width >= theme.px(_COUNT_FROM))

    def _changed(self) -> None:
        self._pause.start()

    def _seek(self) -> None:
        self.sought.emit(self.search.text())
