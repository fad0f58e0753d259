"""A line to type in, with its unit inside the same painted edge.

Words are announced 400 ms after the last key, on Enter and on leaving. A validator that refuses
keys would be wrong: whatever a person types is kept.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QFrame, QLineEdit

from app.ui import theme, tokens
from app.ui.kit import layout, painting
from app.ui.kit.text import Text


def really_left(event: QEvent) -> bool:
    """Whether the focus went: a list or a menu that opens over a field takes it only to lend it."""
    if not isinstance(event, QFocusEvent) or event.type() is not QEvent.Type.FocusOut:
        return False
    return event.reason() is not Qt.FocusReason.PopupFocusReason


_LEAST_WIDTH = 104


class LineEdit(QLineEdit):
    """A line edit without an edge of its own that tells a pasted column from pasted words."""

    column_pasted = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window where nothing was typed here that could be undone."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard = QKeySequence.StandardKey
            undoes = event.matches(standard.Undo) and not self.isUndoAvailable()
            redoes = event.matches(standard.Redo) and not self.isRedoAvailable()
            if undoes or redoes:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on a pasted column whole; leave everything else to Qt."""
        pasted = QGuiApplication.clipboard().text() if self._pastes(event) else ""
        if "\n" in pasted.strip() or "\t" in pasted.strip():
            self.column_pasted.emit(pasted)
            return
        super().keyPressEvent(event)

    @staticmethod
    def _pastes(event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Paste)


class FieldBox(QFrame):
    """The frame, the line edit and the unit; knows words only, not what they mean."""

    typed = Signal(str)  # a pause in typing
    left = Signal(str)  # Enter or leaving, after a change
    entered = Signal()  # Enter, for going on to the next question
    column_pasted = Signal(str)

    def __init__(self, unit: str = "", *, width: int = 0, right: bool = False) -> None:
        super().__init__()
        self._width, self._greyed, self.doubtful = width, False, False
        self._changed = False
        self.edit = LineEdit()
        self.edit.setFrame(False)
        self.edit.setFont(theme.font("body", tabular=True))
        if right:
            self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.unit = Text(unit, "small", "text.3", wrap=False)
        painting.set_shown(self.unit, on=bool(unit))
        parts = layout.row(self.edit, self.unit, gap=4, margins=(8, 2, 9, 2), grow=self.edit)
        self.setLayout(parts)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(tokens.TYPING_MS)
        self._connect()
        self.rescale()

    def _connect(self) -> None:
        self._pause.timeout.connect(self._paused)
        self.edit.textEdited.connect(self._edited)
        self.edit.returnPressed.connect(self._returned)
        self.edit.column_pasted.connect(self.column_pasted)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """What stands in the line."""
        return self.edit.text()

    def being_typed(self) -> bool:
        """Whether a person is in the middle of changing the words."""
        return self._changed and self.edit.hasFocus()

    def show_text(self, text: str) -> None:
        """Show other words, without announcing anything."""
        if text != self.edit.text():
            self.edit.setText(text)
            self._changed = False

    def show_placeholder(self, text: str) -> None:
        """Say what an empty line means."""
        if text != self.edit.placeholderText():
            self.edit.setPlaceholderText(text)

    def show_unit(self, *, visible: bool) -> None:
        """Show the unit, or hide it where it would cut the placeholder."""
        self.unit.setVisible(visible and bool(self.unit.text()))

    def grey(self, *, on: bool) -> None:
        """Show the words as kept but not counting."""
        if on != self._greyed:
            self._greyed = on
            self.recolour()

    def mark_doubtful(self, *, on: bool) -> None:
        """Draw the edge of a doubtful value."""
        if on != self.doubtful:
            self.doubtful = on
            self.update()

    def recolour(self) -> None:
        """Take the colours of the present look."""
        if self._greyed:
            palette = QPalette(theme.palette())
            palette.setColor(QPalette.ColorRole.Text, theme.colour("text.3"))
            self.edit.setPalette(palette)
        else:
            self.edit.setPalette(QPalette())

    def rescale(self) -> None:
        """Take the sizes of the present zoom."""
        self.edit.setFont(theme.font("body", tabular=True))
        self.setFixedHeight(theme.px(tokens.CONTROL))
        if self._width:
            self.setMinimumWidth(theme.px(min(self._width, _LEAST_WIDTH)))
            self.setMaximumWidth(theme.px(self._width))

    def sizeHint(self) -> QSize:
        """The width asked for; where there is less room, a wide box gives way."""
        hint = super().sizeHint()
        return QSize(theme.px(self._width), hint.height()) if self._width else hint

    def _edited(self) -> None:
        self._changed = True
        self._pause.start()

    def _paused(self) -> None:
        self.typed.emit(self.edit.text())

    def _returned(self) -> None:
        self._leave()
        self.entered.emit()

    def _leave(self) -> None:
        self._pause.stop()
        if self._changed:
            self._changed = False
            self.left.emit(self.edit.text())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Repaint the edge when the focus comes or goes, and announce what was typed."""
        if really_left(event):
            self._leave()
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the edge and, after keyboard focus, the ring."""
        painter = painting.start(self)
        ring = painting.keyboard_focus(self.edit) or bool(self.property("show_ring"))
        width = 2.0 if ring else 1.5 if self.edit.hasFocus() else 1.0
        painter.setPen(QPen(theme.colour(self._edge(ring=ring)), width))
        painter.setBrush(theme.colour("field" if self.isEnabled() else "sunken"))
        inset, radius = width / 2, theme.px(tokens.RADIUS_CONTROL)
        rect = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, radius, radius)

    def _edge(self, *, ring: bool) -> str:
        if ring:
            return "text"
        if self.doubtful:
            return "required.mark"
        if self.edit.hasFocus():
            return "accent"
        return "line.control" if self.isEnabled() else "line"
