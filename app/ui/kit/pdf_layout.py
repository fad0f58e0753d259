"""Where the pages of a PDF lie below each other, for a width and a zoom. Plain arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

_KEPT = 12  # pictures of pages; the window needs two or three


class Pictures(dict[int, tuple[float, QImage]]):
    """The pictures drawn last, each with the scale it was drawn at."""

    def keep(self, page: int, scale: float, picture: QImage) -> None:
        """Keep a picture, and let go of the oldest beyond a dozen."""
        self.pop(page, None)
        self[page] = (scale, picture)
        while len(self) > _KEPT:
            del self[next(iter(self))]


@dataclass(frozen=True)
class PageLayout:
    """Page sizes in points, pixels a point, the gap, and the width there is."""

    sizes: tuple[tuple[float, float], ...]
    scale: float = 1.0
    gap: float = 14.0
    room: float = 0.0

    @staticmethod
    def fit(
        sizes: tuple[tuple[float, float], ...], room: float, zoom: float, gap: float
    ) -> "PageLayout":
        """Pages so large that the widest fills the room at zoom 1."""
        widest = max((width for width, _ in sizes), default=1.0)
        scale = max(0.01, (room - 2 * gap) / widest * zoom)
        return PageLayout(sizes, scale, gap, room)

    @property
    def height(self) -> float:
        """The height of all pages and gaps."""
        return self.gap + sum(high * self.scale + self.gap for _, high in self.sizes)

    @property
    def width(self) -> float:
        """The width of the widest page and its margins."""
        return max((wide for wide, _ in self.sizes), default=0) * self.scale + 2 * self.gap

    def place(self, page: int) -> QRectF:
        """Where a page lies."""
        top = self.gap + sum(high * self.scale + self.gap for _, high in self.sizes[:page])
        wide, high = (length * self.scale for length in self.sizes[page])
        left = (max(self.room, self.width) - wide) / 2
        return QRectF(left, top, wide, high)

    def page_at(self, y: float) -> int:
        """The page at a height; the nearest one between two."""
        top = self.gap
        for page, (_, high) in enumerate(self.sizes):
            top += high * self.scale + self.gap
            if y < top:
                return page
        return max(0, len(self.sizes) - 1)

    def seen(self, area: QRectF) -> Iterator[int]:
        """The pages that an area touches."""
        return (page for page in range(len(self.sizes)) if self.place(page).intersects(area))
