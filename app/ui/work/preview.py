"""A finished document looked at inside the program: pages under each other, contents beside."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui import theme
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.closing import keeps_escape
from app.ui.kit.field_box import FieldBox
from app.ui.kit.jobs import Jobs
from app.ui.kit.pdf_file import Heading, PdfFile
from app.ui.kit.pdf_pages import PdfPages
from app.ui.kit.scroll import Scroll
from app.ui.kit.segmented import Segmented
from app.ui.kit.text import Text
from app.ui.views.words import shortened
from app.ui.work.tidy import emptied

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

_CONTENTS = 232
_LONGEST = 32  # characters
_NUMBERED = re.compile(r"^(\d+|Annex [A-Z])(?=[A-Z])")


def _outline(path: Path) -> tuple[Heading, ...]:
    return PdfFile(path).outline()


class Preview(QWidget):
    """Announces that a person wants back, a copy, or the folder."""

    back_wanted = Signal()
    document_chosen = Signal(str)
    folder_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._jobs = Jobs(self, "outline")
        self._jobs.done.connect(self._outline_came)
        self._path, self._kind = Path(), ""
        self._pages_of: dict[str, int] = {}
        self._switch: Segmented | None = None
        self._make_parts()
        self._lay_out()
        self._connect()

    def _make_parts(self) -> None:
        quiet = Kind.QUIET
        self.back = Button("preview.back", "Review", quiet, icon="chevron-left", tip="Back  Esc")
        self._which = layout.row(gap=0)
        self._page = Text("", "small", "text.2", wrap=False, tabular=True)
        self.smaller = Button("preview.smaller", "", quiet, icon="zoom-out", tip="Smaller")
        self.larger = Button("preview.larger", "", quiet, icon="zoom-in", tip="Larger")
        self.box = FieldBox(width=150)
        painting.name_widget(self.box.edit, "preview.find", "Find in the document")
        self.box.show_placeholder("Find in it")
        self.folder = Button("preview.folder", "Show in folder", icon="folder-open")
        self.copy = Button("preview.copy", "Save a copy", Kind.PRIMARY, icon="download")
        self.pages = PdfPages()
        self._contents = layout.column(gap=0, margins=(12, 12, 10, 12))

    def _lay_out(self) -> None:
        bar = layout.row(
            *(self.back, layout.Line(upright=True), self._which, layout.STRETCH, self._page),
            *(self.smaller, self.larger, self.box, self.folder, self.copy),
            margins=(10, 8, 14, 8),
        )
        head = layout.Pane(layout.column(bar, layout.Line(), gap=0), "chrome")
        self._side = Scroll(layout.Pane(self._contents), "chrome")
        self._side.setFixedWidth(theme.px(_CONTENTS))
        body = layout.row(self._side, layout.Line(upright=True), self.pages, gap=0, grow=self.pages)
        column = layout.column(head, gap=0)
        column.addLayout(body, 1)
        self.setLayout(column)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.folder.clicked.connect(self._folder_pressed)
        self.copy.clicked.connect(self._copy_pressed)
        self.smaller.clicked.connect(self.pages.zoom_out)
        self.larger.clicked.connect(self.pages.zoom_in)
        self.box.typed.connect(self.pages.search)
        self.box.entered.connect(self._find_next)
        self.pages.page_shown.connect(self._page_shown)
        self.pages.failed.connect(self._page.show_text)

    def rescale(self) -> None:
        """Take the width of the present zoom."""
        self._side.setFixedWidth(theme.px(_CONTENTS))

    def show_document(self, kind: str, path: Path, others: tuple[tuple[str, str], ...]) -> None:
        """Show a document, and which others can be looked at."""
        self._kind, self._path = kind, path
        self._show_switch(others)
        emptied(self._contents)
        self.pages.open(path)
        self._jobs.run(path, partial(_outline, path))
        self.pages.setFocus()

    def _show_switch(self, others: tuple[tuple[str, str], ...]) -> None:
        if self._switch is not None:
            self._which.removeWidget(self._switch)
            self._switch.hide()
            self._switch.deleteLater()
        self._switch = Segmented("preview.document", others, self._kind)
        self._switch.view_chosen.connect(self.document_chosen)
        self._which.addWidget(self._switch)

    def _outline_came(self, path: Path, headings: tuple[Heading, ...]) -> None:
        if path != self._path:
            return
        emptied(self._contents)
        self._pages_of = {}
        self._contents.addWidget(Text("Contents", "label", "text.3"))
        for at, heading in enumerate(headings):
            name = f"contents.{at}"
            words = _NUMBERED.sub(r"\1  ", heading.title)
            indent = "    " * heading.depth
            entry = Button(name, indent + shortened(words, _LONGEST - len(indent)), Kind.CITE)
            entry.setAccessibleName(f"{heading.title}, page {heading.page}")
            entry.clicked.connect(self._entry_pressed)
            self._pages_of[name] = heading.page
            self._contents.addWidget(entry)
        self._contents.addStretch(1)

    def _entry_pressed(self) -> None:
        self.pages.go_to(self._pages_of[self.sender().objectName()])

    def _page_shown(self, page: int, count: int) -> None:
        self._page.show_text(f"Page {page} of {count}")

    def _find_next(self) -> None:
        self.pages.find_next()

    def _folder_pressed(self) -> None:
        self.folder_wanted.emit(self._kind)

    def _copy_pressed(self) -> None:
        self.copy_wanted.emit(self._kind)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window."""
        return keeps_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the review."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def wait(self) -> bool:
        """Wait for what is being read; for closing."""
        return self._jobs.wait()
