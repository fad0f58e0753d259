"""Free text that grows with its lines, up to 100,000 characters.

Nothing is laid out that is not in sight, so a pasted contract does not freeze the window; past
eight lines it scrolls.
"""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.ui import theme, tokens
from app.ui.kit import layout, painting
from app.ui.kit.choice import Unknown
from app.ui.kit.field_box import really_left
from app.ui.kit.question_view import UNANSWERED, QuestionView
from app.ui.kit.scroll import ThinBar
from app.ui.kit.text import Text

MOST_CHARACTERS = 100_000
_MOST_LINES = 8
_INSET = 6


class Lines(QPlainTextEdit):
    """Several lines that leave undo to the window where nothing was typed that could be undone."""

    def event(self, event: QEvent) -> bool:
        """Qt's own field would take the key and do nothing with it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard, document = QKeySequence.StandardKey, self.document()
            undoes = event.matches(standard.Undo) and not document.isUndoAvailable()
            redoes = event.matches(standard.Redo) and not document.isRedoAvailable()
            if undoes or redoes:
                event.ignore()
                return False
        return super().event(event)


class TextField(QWidget):
    """Several lines to write in, with "I don't know yet" below them."""

    answer_given = Signal(object)
    finished = Signal()  # never sent: Enter is a new line here

    def __init__(self, view: QuestionView) -> None:
        super().__init__()
        self._view, self._changed, self._lines = view, False, 0
        self.edit = Lines()
        painting.name_widget(self.edit, view.name("question"), view.title, view.help)
        self.unknown = Unknown(view.name("unknown"))
        self._full = Text("", "small", "required.text")
        self._full.hide()
        self._frame = Frame(self.edit)
        below = layout.row(self.unknown, layout.STRETCH)
        self.setLayout(layout.column(self._frame, self._full, below))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(tokens.TYPING_MS)
        self._set_up_edit()
        self.show_view(view)

    def _set_up_edit(self) -> None:
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setTabChangesFocus(True)
        self.edit.setVerticalScrollBar(ThinBar())
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._changed_text)
        self.unknown.clicked.connect(self._unknown_pressed)
        self._pause.timeout.connect(self._announce)
        self.rescale()

    def focus_target(self) -> QWidget:
        """What takes the focus of the question."""
        return self.edit

    def show_view(self, view: QuestionView) -> None:
        """Show an answer; the cursor stays where the words are the same."""
        self._view = view
        text = view.answer if isinstance(view.answer, str) else ""
        kept = view.is_unknown and not text
        if not kept and text != self.edit.toPlainText() and not self._changed:
            self.edit.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.edit.setPlainText(text)
            self.edit.blockSignals(False)  # noqa: FBT003 - Qt's own signature
            self._grow()
        self.unknown.tick(on=view.is_unknown)
        self._grey(on=view.is_unknown)
        self.edit.setPlaceholderText(view.placeholder)

    def _grey(self, *, on: bool) -> None:
        palette = QPalette()
        if on:
            palette = QPalette(theme.palette())
            palette.setColor(QPalette.ColorRole.Text, theme.colour("text.3"))
        self.edit.setPalette(palette)

    def recolour(self) -> None:
        """Take the colours of the present look."""
        self._grey(on=self._view.is_unknown)

    def rescale(self) -> None:
        """Take the sizes of the present zoom."""
        self.edit.setFont(theme.font("body"))
        self._lines = 0
        self._grow()

    def _grow(self) -> None:
        lines = max(2, min(_MOST_LINES, round(self.edit.document().size().height())))
        if lines != self._lines:
            self._lines = lines
            line = QFontMetrics(theme.font("body")).lineSpacing()
            room = 2 * round(self.edit.document().documentMargin()) + theme.px(4)
            self.edit.setFixedHeight(lines * line + room)

    def _changed_text(self) -> None:
        self._changed = True
        self._grow()
        self._pause.start()

    def _announce(self) -> None:
        self._pause.stop()
        if not self._changed:
            return
        self._changed = False
        text = self.edit.toPlainText()
        too_long = len(text) > MOST_CHARACTERS
        self._full.setVisible(too_long)
        if too_long:
            self._full.show_text(
                f"Kept are the first {MOST_CHARACTERS:,} characters. Attach the rest as a file."
            )
        value = text[:MOST_CHARACTERS] or UNANSWERED
        if self._view.is_unknown or value != self._view.answer:
            self.answer_given.emit(value)

    def _unknown_pressed(self) -> None:
        on = self.unknown.isChecked()
        self._changed = False
        self._pause.stop()
        self._grey(on=on)
        text = self.edit.toPlainText()[:MOST_CHARACTERS]
        self.answer_given.emit(None if on else text or UNANSWERED)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Announce what was written when the field is left."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._frame.update()
        if really_left(event):
            self._announce()
        return False


class Frame(QWidget):
    """The painted edge around the lines."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__()
        self._edit = edit
        self.setLayout(layout.column(edit, margins=(_INSET, 4, _INSET, 4)))
        self.setFocusProxy(edit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge and, after keyboard focus, the ring."""
        painter = painting.start(self)
        ring = painting.keyboard_focus(self._edit) or bool(self.property("show_ring"))
        width = 2.0 if ring else 1.5 if self._edit.hasFocus() else 1.0
        edge = "text" if ring else "accent" if self._edit.hasFocus() else "line.control"
        painter.setPen(QPen(theme.colour(edge), width))
        painter.setBrush(theme.colour("field"))
        inset, radius = width / 2, theme.px(tokens.RADIUS_CONTROL)
        rect = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, radius, radius)
