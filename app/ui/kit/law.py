"""The words of the law: serif, with a line at the left; never our own paraphrase."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui import theme
from app.ui.kit import layout, painting
from app.ui.kit.text import Text

_LINE = 2


class Law(QWidget):
    """A passage quoted word for word."""

    def __init__(self, passage: str = "") -> None:
        super().__init__()
        self._words = Text(passage, "law")
        self._words.setTextInteractionFlags(
            self._words.textInteractionFlags().TextSelectableByMouse
        )
        self.setLayout(layout.column(self._words, margins=(16, 2, 0, 2)))
        self.setAccessibleName("The words of the law")
        self.setAccessibleDescription(passage)

    def show_passage(self, passage: str) -> None:
        """Show another passage."""
        self._words.show_text(passage)
        self.setAccessibleDescription(passage)

    def passage(self) -> str:
        """The passage that is shown."""
        return self._words.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line that says: quoted."""
        painter = painting.start(self)
        rect = QRectF(0, 0, theme.px(_LINE), self.height())
        painter.fillRect(rect, theme.colour("line.control"))
