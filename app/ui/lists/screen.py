"""The screen of the lists: import them, see what stands and how old it is, and where each is to be had."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy

from app.operations.screening_answers import needs_second, set_needs_second
from app.operations.troubles import TROUBLES
from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.choice import Choice
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text
from app.ui.lists.importing import Importing
from app.ui.lists.parts import DropPlace, ListCard, NewsNotice, SourceLine
from app.ui.views import lists as view
from app.ui.work.tidy import emptied, laid_out

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from app.operations.desk import Desk
    from app.ui.views.lists import News

_WIDTH = 820
_SHIPS_NONE = (
    "Clearway ships no list and fetches none. You import the files that the authorities publish; "
    "they are searched on this computer and leave it nowhere."
)
_FORMATS = "Consolidated Screening List (csv, json), EU (csv, xml), UN (xml), OFAC SDN (csv)."
_SECOND = "Strong hits need a second person"
_SECOND_NOTE = "Then a strong hit is decided only with the name of somebody else who looked at it."
_HELD = "A newer file of the same list takes its place; what differs is said, and everybody is screened again."


class ListsScreen(layout.Pane):
    """Announces that a person wants back, and that other lists stand now."""

    back_wanted = Signal()
    lists_changed = Signal()

    def __init__(self) -> None:
        self.back = Button("lists.back", "Back", Kind.QUIET, icon="chevron-left", tip="Back  Esc")
        self.drop = DropPlace()
        self.drop.show_formats(_FORMATS)
        self._news = layout.column(gap=8)
        self._lists = layout.column(gap=10)
        self._none = Text(view.NONE_YET, "heading")
        self.second = Choice("lists.second_person", _SECOND, _SECOND_NOTE, many=True)
        super().__init__(self._lay_out(), "page")
        self.setObjectName("lists_screen")
        self.setAccessibleName("Lists of restricted parties")
        self.setAcceptDrops(True)
        self._desk: Desk | None = None
        self.importing = Importing(self)
        self._connect()

    def _lay_out(self) -> layout.Box:
        bar = layout.row(self.back, layout.Line(upright=True), gap=7, margins=(10, 8, 14, 8))
        bar.fill(Text("Lists of restricted parties", "medium", wrap=False), layout.STRETCH)
        head = layout.Pane(layout.column(bar, layout.Line(), gap=0), "chrome")
        column = layout.column(gap=14, margins=(32, 20, 28, 32))
        title = Text("Lists of restricted parties", "display")
        column.fill(layout.column(title, Text(_SHIPS_NONE, "body", "text.2"), gap=2))
        column.fill(self.drop, self._news, self._none, self._lists)
        column.fill(Text(_HELD, "small", "text.2"), layout.Line())
        where = layout.column(Text("Where each list is to be had", "heading"), gap=4)
        for at, (name, address) in enumerate(view.WHERE):
            where.addWidget(SourceLine(at, name, address))
        column.fill(where, layout.Line(), self.second)
        column.addStretch(1)
        page = layout.Pane(column)
        page.setMaximumWidth(theme.px(_WIDTH))
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._page = page
        around = layout.row(layout.STRETCH, page, layout.STRETCH, gap=0)
        around.setStretch(1, 1000)  # the page takes what it may, the rest is margin
        self.area = Scroll(layout.Pane(around))
        return layout.column(head, self.area, gap=0, grow=self.area)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.drop.import_wanted.connect(self.ask)
        self.drop.stop_wanted.connect(self.importing.stop)
        self.second.clicked.connect(self._second_pressed)
        self.importing.progressed.connect(self.drop.show_progress)
        self.importing.told.connect(self.show_news)
        self.importing.changed.connect(self.refresh)
        self.importing.ended.connect(self._ended)

    def rescale(self) -> None:
        """Keep the reading width at another zoom."""
        self._page.setMaximumWidth(theme.px(_WIDTH))

    # ---------------------------------------------------------------- showing
    def take(self, desk: Desk) -> None:
        """Turn to a library."""
        self._desk = desk
        self.importing.take(desk)
        writable = desk.library.standing.writable
        self.drop.choose.setEnabled(writable)
        self.second.setEnabled(writable)
        self.second.tick(on=needs_second(desk.library))
        emptied(self._news)
        self.refresh()

    def show_back(self, words: str) -> None:
        """Say where Back leads to."""
        self.back.show_words(words)
        self.drop.choose.setFocus()
        self._to_top()

    def _to_top(self) -> None:
        """What is under way and what came of it stands at the top."""
        laid_out()
        self.area.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show the lists as they stand."""
        assert self._desk is not None
        heads = self._desk.library.lists.standing()
        now = self._desk.clock()
        emptied(self._lists)
        for head in heads:
            card = ListCard(view.list_view(head, now))
            self._lists.addWidget(card)
            card.show()
        self._none.setVisible(not heads)
        laid_out()

    def show_news(self, news: News) -> None:
        """Show what an import brought, below what the ones before it brought."""
        notice = NewsNotice(news)
        self._news.addWidget(notice)
        notice.show()
        self._to_top()

    def _ended(self) -> None:
        self.drop.show_progress("", 0, 0)
        self.drop.choose.setFocus()
        self._to_top()  # the button that went handed its focus to one far below
        self.lists_changed.emit()

    # ---------------------------------------------------------------- what a person does
    def ask(self) -> None:
        """Ask for files; the window stays alive behind the question."""
        if self.importing.busy or not self.drop.choose.isEnabled():
            return
        dialog = QFileDialog(self, "Import lists", "", "Lists (*.csv *.json *.xml);;All files (*)")
        dialog.setObjectName("lists_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, paths: list[str]) -> None:
        self.bring([Path(path) for path in paths])

    def bring(self, paths: list[Path]) -> None:
        """Import files."""
        if not self.importing.busy:
            emptied(self._news)
        first = paths[0].name if paths else ""
        self.drop.show_progress(f"Reading {first}", 0, 0)
        self.drop.stop.setFocus()
        self._to_top()
        self.importing.bring(paths)

    def _second_pressed(self) -> None:
        assert self._desk is not None
        try:
            set_needs_second(self._desk.library, on=self.second.isChecked())
        except TROUBLES as error:
            self.show_news(view.failed("The setting was not kept", error))

    def _takes(self, event: QDragEnterEvent | QDropEvent) -> bool:
        urls = event.mimeData().urls()
        local = bool(urls) and all(url.isLocalFile() for url in urls)
        return local and self.drop.choose.isEnabled()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take local files, whatever they are called: a list is told by how it begins."""
        if self._takes(event):
            self.drop.show_dropping(on=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show that nothing will be dropped."""
        self.drop.show_dropping(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        self.drop.show_dropping(on=False)
        if self._takes(event):
            event.acceptProposedAction()
            self.bring([Path(url.toLocalFile()) for url in event.mimeData().urls()])
