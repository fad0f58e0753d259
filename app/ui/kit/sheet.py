"""A sheet: a panel that lies over the right side of the window where there is no room beside it.

Escape or the button closes it; the focus goes back to where it was.
"""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import theme, tokens
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.closing import keeps_escape
from app.ui.kit.text import Text

_WIDTH = 340


class Sheet(QWidget):
    """Holds one widget; announces `closed`."""

    closed = Signal()

    def __init__(self, over: QWidget, name: str, title: str, inner: QWidget) -> None:
        super().__init__(over)
        self._over = over
        painting.name_widget(self, name, title, "Escape closes it.")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(theme.GROUNDS["chrome"])
        self.close_button = Button(f"{name}.close", "", Kind.QUIET, icon="x", tip="Close  Esc")
        head = layout.row(Text(title, "heading"), self.close_button, margins=(16, 8, 8, 4))
        body = layout.column(head, inner, gap=0, grow=inner)
        self.setLayout(layout.row(layout.Line(upright=True), body, gap=0))
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(tokens.OPEN_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._before: QWidget | None = None
        self.close_button.clicked.connect(self.close_sheet)
        over.installEventFilter(self)
        self.hide()

    def open_sheet(self) -> None:
        """Come in from the right; at once where motion is unwanted."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if theme.look().motion:
            end = self.pos()
            self._slide.setStartValue(end + QPoint(theme.px(40), 0))
            self._slide.setEndValue(end)
            self._slide.start()

    def close_sheet(self) -> None:
        """Go away and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _place(self) -> None:
        over = self._over
        width = min(theme.px(_WIDTH), over.width())
        self.setGeometry(over.width() - width, 0, width, over.height())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._slide.stop()
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window."""
        return keeps_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)
