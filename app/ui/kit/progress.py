"""Progress of a document: words first, pages once their number is known.

A bar that is not honest is worse than none, so without a known end there is none.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui import theme
from app.ui.kit import painting


class Progress(QLabel):
    """A thin bar: done of a known whole."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._whole = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rescale()
        self.show_progress(0, 0)

    def rescale(self) -> None:
        """Take the height of the present zoom."""
        self.setFixedHeight(theme.px(6))

    def show_progress(self, done: int, whole: int, what: str = "pages") -> None:
        """Show how much is done; a whole of nought means that it is not known yet."""
        self._done, self._whole = done, whole
        words = f"{done} of {whole} {what}" if whole else "The number of pages is not known yet"
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter, rect = painting.start(self), QRectF(self.rect())
        radius = rect.height() / 2
        painting.ground(painter, rect, "line", radius)
        if self._whole and self._done:
            rect.setWidth(max(rect.height(), rect.width() * min(1, self._done / self._whole)))
            painting.ground(painter, rect, "accent", radius)
