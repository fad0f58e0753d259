"""One line at the foot of the page: what was done, and Undo, for ten seconds.

It stays while the pointer or the focus is on it, and it is never the only way back.
"""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui import theme, tokens
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.text import Text


class Toast(QWidget):
    """Announces `undone` when a person takes back what was done."""

    undone = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._words = Text("", "medium", wrap=False)
        self.undo = Button("toast_undo", "Undo", Kind.LINK, tip="Takes it back  Ctrl+Z")
        self.close_button = Button("toast_close", "", Kind.QUIET, icon="x", tip="Close")
        self.setLayout(layout.row(self._words, self.undo, self.close_button, margins=(14, 5, 6, 5)))
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self._time_over)
        self.undo.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.hide)
        self.setObjectName("toast")
        self.hide()

    def tell(self, words: str, *, undo: bool = True, milliseconds: int = tokens.TOAST_MS) -> None:
        """Show a line."""
        self._words.show_text(words)
        self.setAccessibleName(painting.spoken(words))
        self.undo.setVisible(undo)
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._end.start(milliseconds)

    def words(self) -> str:
        """The line that is shown."""
        return self._words.text()

    def place(self) -> None:
        """Stand at the foot of what it lies over; call it when that is resized."""
        over = self._over
        left = (over.width() - self.width()) // 2
        self.move(left, over.height() - self.height() - theme.px(18))

    def _undo(self) -> None:
        self.hide()
        self.undone.emit()

    def _time_over(self) -> None:
        in_use = self.underMouse() or self.undo.hasFocus() or self.close_button.hasFocus()
        if in_use:
            self._end.start(self._end.interval())
        else:
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a card with an edge one can see."""
        painter, rect = painting.start(self), QRectF(self.rect())
        painter.setPen(theme.colour("line.control"))
        painter.setBrush(theme.colour("card"))
        radius = theme.px(tokens.RADIUS_CARD)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
