"""The pieces of the screen of lists: a place to drop files on, a list, an import's news, a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPen
from PySide6.QtWidgets import QWidget

from app.ui import theme, tokens
from app.ui.icons import paint_icon
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.chip import Chip
from app.ui.kit.fact import fact, selectable
from app.ui.kit.notice import Card, Notice
from app.ui.kit.progress import Progress
from app.ui.kit.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.ui.views.lists import ListView, News


class DropPlace(QWidget):
    """Where files are dropped or chosen; while an import runs, how far it is."""

    import_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.dropping = False
        self._words = Text("Drop the files here, or choose them.", "medium")
        self._formats = Text("", "small", "text.2")
        self.choose = Button("import_lists", "Import lists", Kind.PRIMARY, icon="upload")
        self._doing = Text("", "medium", tabular=True)
        self._bar = Progress()
        self.stop = Button("import_lists.stop", "Cancel", icon="x")
        said = layout.column(self._words, self._formats, self._doing, self._bar, gap=4)
        row = layout.row(said, self.choose, self.stop, gap=16, margins=(48, 14, 16, 14))
        row.setStretch(0, 1)
        self.setLayout(row)
        self.choose.clicked.connect(self.import_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self.show_progress("", 0, 0)

    def show_formats(self, words: str) -> None:
        """Say which files are read."""
        self._formats.show_text(words)

    def show_progress(self, words: str, done: int, whole: int) -> None:
        """Show how far an import is; no words where none runs."""
        running = bool(words)
        self._doing.show_text(words)
        self._bar.show_progress(done, whole, "parts")
        for part, on in (
            *((self._words, not running), (self._formats, not running), (self.choose, not running)),
            *((self._doing, running), (self._bar, running and whole > 0), (self.stop, running)),
        ):
            painting.set_shown(part, on=on)

    def show_dropping(self, *, on: bool) -> None:
        """Show that what is held over it would be taken."""
        self.dropping = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed edge and the icon."""
        painter, rect = painting.start(self), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(theme.colour("accent" if self.dropping else "line.control"), 1)
        if not self.dropping:
            pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.setBrush(theme.colour("accent.soft" if self.dropping else "field"))
        radius = theme.px(tokens.RADIUS_CARD)
        painter.drawRoundedRect(rect, radius, radius)
        side = theme.px(18)
        spot = QRectF(theme.px(16), (self.height() - side) / 2, side, side)
        paint_icon(painter, "upload", spot, "text.2")


class ListCard(Card):
    """One list that is searched: title, whether it is old, and all that is kept of its import."""

    def __init__(self, view: ListView) -> None:
        super().__init__()
        head = layout.row(Text(view.title, "heading"), gap=10)
        head.setStretch(0, 1)
        if view.old:
            head.addWidget(Chip("depends", view.age), 0, Qt.AlignmentFlag.AlignTop)
        column = layout.column(head, gap=5, margins=(18, 12, 16, 14))
        for label, words in view.facts:
            column.addLayout(fact(label, _broken(words)))
        if view.old:
            column.addWidget(Text("Get a new one, and import it: see below.", "small", "text.2"))
        self.setLayout(column)
        self.setObjectName(f"list.{view.title}")
        self.setAccessibleName(f"{view.title} {view.age}".strip())


_LONG, _PIECE = 40, 8


def _broken(words: str) -> str:
    """A hash may break anywhere: invisible places to break, every few letters."""
    if len(words) <= _LONG or " " in words:
        return words
    pieces = (words[at : at + _PIECE] for at in range(0, len(words), _PIECE))
    return "\u200b".join(pieces)


class NewsNotice(Notice):
    """What an import brought."""

    def __init__(self, news: News) -> None:
        family, icon = ("required", "octagon-alert") if news.bad else ("accent", "file-check")
        super().__init__(family, icon, news.title, news.words)
        self.setObjectName("import_news")


class SourceLine(QWidget):
    """Where a list is to be had, with its address to take along."""

    def __init__(self, at: int, title: str, address: str) -> None:
        super().__init__()
        self._address = address
        words = selectable(Text(address.replace("/", "/\u200b"), "small", "text.2"))
        said = layout.column(Text(title, "medium"), words, gap=0)
        copy = Button(f"list_source.{at}", "Copy address", Kind.LINK, icon="copy")
        copy.setAccessibleName(f"Copy the address of {title}")
        copy.clicked.connect(self._copy)
        row = layout.row(said, copy, gap=12, margins=(0, 4, 0, 4))
        row.setStretch(0, 1)
        self.setLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
