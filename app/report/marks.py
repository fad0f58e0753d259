"""Where things stand on the pages of a document of ours: its sections, and the numbers it prints.

Sections come from the outline; reference and paragraph numbers are found as printed at the left
edge, since many programs that save a PDF again lose its named places.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf
    import pypdfium2

_HEADED = re.compile(r"^(?:Annex )?(\d{1,2}|[A-Z])(?=[A-Z][a-z]|[ :]|$)")
_NUMBER = re.compile(r"(?m)^(?:[A-Z]-\d{2,4}|(?:\d{1,2}|[A-Z])\.\d{1,3})(?![\w.])")
_LEFT_EDGE = 80.0
_SLACK = 3.0  # a mark may begin a little above the line that it marks
_DEEPEST = 4
_MOST = 5000


@dataclass(frozen=True, slots=True)
class Anchors:
    """Names by page and height, in reading order."""

    places: tuple[tuple[int, float, str], ...]

    def before(self, page: int, top: float) -> tuple[str, tuple[int, float]]:
        """The last name at or above a height, and where it stands; empty where none is."""
        at = bisect_right(self.places, (page, _SLACK - top, "\uffff"))
        if at == 0:
            return "", (-1, 0.0)
        found = self.places[at - 1]
        return found[2], (found[0], found[1])


def sections_of(file: pikepdf.Pdf) -> Anchors:
    """The sections and annexes of a document by the numbers that they print."""
    pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
    return Anchors(tuple(sorted(_headings(file, pages))[:_MOST]))


def _headings(file: pikepdf.Pdf, pages: dict[Any, int]) -> Iterator[tuple[int, float, str]]:
    with file.open_outline(max_depth=_DEEPEST) as outline:
        for top in outline.root:
            for item in top.children[:_MOST]:
                headed = _HEADED.match(str(item.title))
                place = _place(item.destination, pages)
                if headed and place:
                    yield (*place, headed[1])


def _place(destination: Any, pages: dict[Any, int]) -> tuple[int, float] | None:  # noqa: ANN401  # pikepdf's
    try:
        return pages[destination[0].objgen], -float(destination[3])
    except (TypeError, ValueError, KeyError, IndexError, AttributeError):
        return None


def anchors_on(text: pypdfium2.PdfTextPage, page: int) -> Anchors:
    """The reference and paragraph numbers at the left edge of a page."""
    words = text.get_text_range()
    found = []
    for hit in list(_NUMBER.finditer(words))[:_MOST]:
        left, _, _, top = text.get_charbox(hit.start())
        if left < _LEFT_EDGE:
            found.append((page, -top, hit[0]))
    return Anchors(tuple(sorted(found)))
