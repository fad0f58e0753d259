"""The pages of a PDF, one below the other: drawn when seen, in a thread of their own.

A file that is moved or overwritten while it is shown changes nothing; one that cannot be opened
is told of in words, and the pages that stood before stay.
"""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame

from app.ui import theme
from app.ui.kit import painting
from app.ui.kit.jobs import Jobs
from app.ui.kit.pdf_file import Box, PageWords, PdfFile, why_not
from app.ui.kit.pdf_find import Hits, Selection
from app.ui.kit.pdf_layout import PageLayout, Pictures
from app.ui.kit.scroll import ThinBar

_STEP = 1.2
_ALL = 10**9
_LEAST, _MOST = 0.25, 4.0


class PdfPages(QAbstractScrollArea):
    """Shows a PDF; announces the page that is looked at, what was found, and what is wrong."""

    page_shown = Signal(int, int)  # page from 1, of how many
    opened = Signal(int)  # how many pages
    failed = Signal(str)
    found = Signal(int, int)  # which, of how many

    def __init__(self, name: str = "pdf_pages") -> None:
        super().__init__()
        painting.name_widget(self, name, "Pages", "Arrow and page keys scroll, Ctrl+C copies.")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinBar())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._file: PdfFile | None = None
        self._layout = PageLayout(())
        self._zoom = 1.0  # 1 means: as wide as the window
        self._pictures = Pictures()
        self._words: dict[int, PageWords] = {}
        self._asked: set[object] = set()
        self._hits = Hits()
        self._selected: Selection | None = None
        self._message = ""
        self._jobs = Jobs(self, "pdf pages")
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    # ---------------------------------------------------------------- opening
    def open(self, path: Path) -> None:
        """Open a file; `opened` or `failed` tells of it."""
        self._jobs.run(("open", path), partial(PdfFile, path))

    def message(self) -> str:
        """What is wrong, in words, or nothing."""
        return self._message

    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._layout.sizes)

    def _opened(self, file: PdfFile) -> None:
        self._file, self._message = file, ""
        self._pictures.clear()
        self._words.clear()
        self._asked.clear()
        self._selected, self._hits = None, Hits()
        self._arrange()
        self.opened.emit(self.pages())
        self._tell_page()

    def _done(self, key: tuple[object, ...], result: object) -> None:
        self._asked.discard(key)
        if isinstance(result, PdfFile):
            self._opened(result)
        elif key[1] is not self._file:
            return  # a page of a file that is no longer shown
        elif isinstance(result, QImage):
            self._pictures.keep(int(str(key[2])), float(str(key[3])), result)
        elif isinstance(result, PageWords):
            self._words[int(str(key[2]))] = result
            self._look_through()
        self.viewport().update()

    def _failed(self, key: tuple[object, ...], error: object) -> None:
        self._asked.discard(key)
        if key[0] != "open":
            return
        self._message = why_not(error)
        self.setAccessibleDescription(self._message)
        self.failed.emit(self._message)
        self.viewport().update()

    # ---------------------------------------------------------------- places and pictures
    def _arrange(self) -> None:
        sizes = self._file.sizes if self._file else ()
        self._layout = PageLayout.fit(sizes, self.viewport().width(), self._zoom, theme.px(14))
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, round(self._layout.height) - self.viewport().height()))
        bar.setValue(round(share * bar.maximum()))
        across.setPageStep(self.viewport().width())
        across.setRange(0, max(0, round(self._layout.width) - self.viewport().width()))
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Show the pages larger or smaller; 1 is as wide as the window."""
        self._zoom = min(_MOST, max(_LEAST, zoom))
        self._arrange()

    def zoom(self) -> float:
        """How large the pages are."""
        return self._zoom

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(self._zoom * _STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(self._zoom / _STEP)

    def go_to(self, page: int) -> None:
        """Go to a page, counted from 1."""
        if 1 <= page <= self.pages():
            self.verticalScrollBar().setValue(round(self._layout.place(page - 1).top()))

    def current_page(self) -> int:
        """The page in the middle of what is seen, counted from 1."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return self._layout.page_at(middle) + 1

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _ask(self, page: int) -> None:
        scale = self._layout.scale * self.devicePixelRatioF()
        have = self._pictures.get(page)
        key = ("picture", self._file, page, scale)
        if self._file is None or key in self._asked or (have and have[0] == scale):
            return
        self._asked.add(key)
        self._jobs.run(key, partial(self._file.picture, page, scale))

    def _ask_words(self, page: int) -> None:
        key = ("words", self._file, page)
        if self._file is not None and page not in self._words and key not in self._asked:
            self._asked.add(key)
            self._jobs.run(key, partial(self._file.words, page))

    # ---------------------------------------------------------------- finding and copying
    def search(self, words: str) -> None:
        """Find words in all pages; `found` tells how many there are as pages are read."""
        self._hits = Hits(words)
        for page in range(self.pages()):
            self._ask_words(page)
        self._look_through()

    def find_next(self, step: int = 1) -> None:
        """Go to the next place, or with -1 to the one before."""
        if self._hits.step(step):
            page, letters = self._hits.current()
            place = self._place(page, self._words[page].boxes[letters[0]])
            self.verticalScrollBar().setValue(round(place.top() - self.viewport().height() / 3))
            self.found.emit(self._hits.at + 1, len(self._hits.places))
            self.viewport().update()

    def _look_through(self) -> None:
        self._hits.look_through(self._words)
        if self._hits.at < 0 and self._hits.places:
            self.find_next()
        elif self._hits.wanted:
            self.found.emit(self._hits.at + 1, len(self._hits.places))

    def selected_text(self) -> str:
        """The words that are selected."""
        chosen = self._selected
        return chosen.text(self._words) if chosen else ""

    def copy(self) -> None:
        """Put the selected words on the clipboard."""
        if self.selected_text():
            QApplication.clipboard().setText(self.selected_text())

    def select_page(self) -> None:
        """Select all words of the page that is looked at."""
        page = self.current_page() - 1
        self._ask_words(page)
        self._selected = Selection(page, 0, _ALL)
        self.viewport().update()

    def _letter(self, event: QMouseEvent) -> tuple[int, int] | None:
        spot = event.position() + self._offset()
        page = self._layout.page_at(spot.y())
        self._ask_words(page)
        if page not in self._words:
            return None
        inside = (spot - self._layout.place(page).topLeft()) / self._layout.scale
        return page, self._words[page].nearest(inside.x(), inside.y())

    # ---------------------------------------------------------------- events
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select; the words of the page are fetched when the mouse comes over it."""
        at = self._letter(event) if self.pages() else None
        self._selected = Selection(*at, at[1]) if at else None
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to the pointer, within one page."""
        at = self._letter(event) if self.pages() else None
        if at and self._selected is None:
            self._selected = Selection(*at, at[1])
        elif at and self._selected and at[0] == self._selected.page:
            self._selected = replace(self._selected, last=at[1])
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, select, zoom; the rest scrolls."""
        standard = QKeySequence.StandardKey
        if event.matches(standard.Copy):
            self.copy()
        elif event.matches(standard.SelectAll):
            self.select_page()
        else:
            super().keyPressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Drop what was to be drawn and is out of sight by now."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()
        self._tell_page()

    def _tell_page(self) -> None:
        if self.pages():
            self.page_shown.emit(self.current_page(), self.pages())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in sight; ask for those that are not drawn yet."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), theme.colour("chrome.chosen"))
        seen = QRectF(self._offset(), self.viewport().size().toSizeF())
        for page in self._layout.seen(seen):
            self._ask(page)
            self._page(painter, page)
        if not self.pages():
            self._tell(painter)

    def _page(self, painter: QPainter, page: int) -> None:
        place = self._layout.place(page).translated(-self._offset())
        painter.fillRect(place, Qt.GlobalColor.white)
        if page in self._pictures:
            painter.drawImage(place, self._pictures[page][1])
        for number, (at, letters) in enumerate(self._hits.places):
            if at == page:
                self._mark(painter, page, letters, strong=number == self._hits.at)
        if self._selected and self._selected.page == page:
            self._mark(painter, page, self._selected.letters(), strong=True)

    def _mark(self, painter: QPainter, page: int, letters: range, *, strong: bool) -> None:
        ink = QColor(theme.colour("accent" if strong else "depends.mark"))
        ink.setAlphaF(0.3)
        boxes = self._words[page].boxes if page in self._words else ()
        for box in boxes[letters.start : letters.stop]:
            painter.fillRect(self._place(page, box).translated(-self._offset()), ink)

    def _place(self, page: int, box: Box) -> QRectF:
        scale, corner = self._layout.scale, self._layout.place(page).topLeft()
        left, top = corner.x() + box.left * scale, corner.y() + box.top * scale
        return QRectF(left, top, (box.right - box.left) * scale, (box.bottom - box.top) * scale)

    def _tell(self, painter: QPainter) -> None:
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text.2"))
        painter.drawText(self.viewport().rect(), painting.CENTRE, self._message or "Opening…")
