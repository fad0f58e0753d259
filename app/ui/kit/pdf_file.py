"""A PDF for looking at: pages as pictures, words with their places. Knows no widget.

pdfium is not safe across threads, so one lock guards every call. The file is read whole at the
start: what happens to it afterwards cannot disturb a preview that stands.
"""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

_PDFIUM = Lock()


class DamagedPdfError(Exception):
    """The file is there and cannot be read as a PDF."""


def why_not(error: object) -> str:
    """Why a file is not shown, in words."""
    if isinstance(error, DamagedPdfError):
        return "This PDF is damaged. Make it again."
    return "The PDF was moved. Make it again, or look for it."


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the outline: its words, how deep it stands, its page counted from 1."""

    title: str
    depth: int
    page: int


@dataclass(frozen=True, slots=True)
class PageWords:
    """The characters of a page, each with its box."""

    text: str
    boxes: tuple[Box, ...]

    def find(self, wanted: str) -> tuple[range, ...]:
        """Every place where some words stand, whatever their case."""
        text, wanted = self.text.lower(), wanted.lower()
        found, at = [], text.find(wanted) if wanted else -1
        while at >= 0:
            found.append(range(at, at + len(wanted)))
            at = text.find(wanted, at + 1)
        return tuple(found)

    def nearest(self, x: float, y: float) -> int:
        """The character nearest to a place."""
        away = [_distance(box, x, y) for box in self.boxes]
        return away.index(min(away)) if away else 0


def _distance(box: Box, x: float, y: float) -> float:
    across = max(box.left - x, 0, x - box.right)
    down = max(box.top - y, 0, y - box.bottom)
    return across + 4 * down  # the same line is nearer than the next one


class PdfFile:
    """An opened PDF."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        with _PDFIUM:
            try:
                self._document = pypdfium2.PdfDocument(data)
                self.sizes = tuple(
                    self._document.get_page_size(at) for at in range(len(self._document))
                )
            except pypdfium2.PdfiumError as error:
                raise DamagedPdfError(str(error)) from error
        if not self.sizes:
            raise DamagedPdfError("The file has no pages.")

    def picture(self, page: int, scale: float) -> QImage:
        """A page drawn at so many pixels a point."""
        with _PDFIUM:
            drawn = self._document[page].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            width, height, stride = drawn.width, drawn.height, drawn.stride
            raw = bytes(drawn.buffer)
        made = QImage(raw, width, height, stride, QImage.Format.Format_RGBX8888)
        return made.copy()  # the bytes do not outlive this call

    def words(self, page: int) -> PageWords:
        """The characters of a page."""
        with _PDFIUM:
            text_page = self._document[page].get_textpage()
            text = text_page.get_text_range()
            count = min(text_page.count_chars(), len(text))
            height = self.sizes[page][1]
            boxes = tuple(_box(text_page.get_charbox(at), height) for at in range(count))
        return PageWords(text[:count], boxes)

    def outline(self, depth: int = 2) -> tuple[Heading, ...]:
        """The headings that the file names, in their order."""
        with _PDFIUM:
            marks = [
                (mark.get_title(), mark.level, mark.get_dest())
                for mark in self._document.get_toc()
                if mark.level < depth
            ]
            pages = [(title, at, dest.get_index()) for title, at, dest in marks if dest]
        return tuple(Heading(title, at, page + 1) for title, at, page in pages if page is not None)


def _box(corners: tuple[float, float, float, float], height: float) -> Box:
    left, bottom, right, top = corners
    return Box(left, height - top, right, height - bottom)
