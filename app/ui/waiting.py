"""What stands in the window before the law is read, and where the library cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_WIDTH = 560


class Waiting(layout.Pane):
    """A few words in the middle."""

    other_wanted = Signal()
    painted = Signal()  # once, when the window has been drawn for the first time

    def __init__(self) -> None:
        self._title = Text("Reading the law…", "title")
        self._words = Text("", "body", "text.2")
        self.other = Button("library.other", "Choose another library", Kind.PRIMARY, icon="folder")
        self.other.hide()
        box = layout.Pane(
            layout.column(self._title, self._words, layout.row(self.other, layout.STRETCH), gap=8)
        )
        box.setFixedWidth(theme.px(_WIDTH))
        self._box: QWidget = box
        column = layout.column(gap=0)
        column.addStretch(2)
        column.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        super().__init__(column, "page")
        self.setObjectName("waiting")
        self._was_painted = False
        self.other.clicked.connect(self.other_wanted)

    def show_words(self, title: str, words: str, *, choice: bool = False) -> None:
        """Say what is being waited for, or what is wrong."""
        self._title.show_text(title)
        self._words.show_text(words)
        self.other.setVisible(choice)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first frame once it is out."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def rescale(self) -> None:
        """Keep the reading width at another zoom."""
        self._box.setFixedWidth(theme.px(_WIDTH))
