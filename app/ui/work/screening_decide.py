"""Says what a hit is: true, false, or permitted with its basis, always with a reason in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.operations.screening_record import SHORTEST_REASON, State
from app.ui import theme
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.choice import Choice
from app.ui.kit.field_box import FieldBox
from app.ui.kit.group import rove
from app.ui.kit.scroll import ThinBar
from app.ui.kit.text import Text
from app.ui.kit.text_field import Frame
from app.ui.views.screening_hit import consequence_words

if TYPE_CHECKING:
    from app.ui.views.screening_hit import Comparison

_VERDICTS = (
    (State.TRUE, "Yes, the same"),
    (State.FALSE, "No, another party"),
    (State.PERMITTED, "The same, and permitted"),
)
_REASON = "What you compared, and in what it differs or agrees. Counsel will read this."
_LINES = 3


class _Reason(QPlainTextEdit):
    """A few lines; Tab goes on, Ctrl+Enter records the decision."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(ThinBar())
        self.setPlaceholderText(_REASON)
        painting.name_widget(self, "adjudicate.reason", "Reason in words", _REASON)
        self.rescale()

    def rescale(self) -> None:
        """Take font and height of the present zoom."""
        self.setFont(theme.font("body"))
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + theme.px(14))

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from the window, where it means the next section."""
        if event.type() is QEvent.Type.ShortcutOverride and _is_done(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is the button."""
        if _is_done(event):
            self.done.emit()
        else:
            super().keyPressEvent(event)


def _is_done(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(ctrl) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Verdicts(QWidget):
    """The three verdicts, side by side; arrows move between them."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choices = {
            state: Choice(f"adjudicate.{state.value}", words) for state, words in _VERDICTS
        }
        self.setLayout(layout.row(*self.choices.values()))
        for choice in self.choices.values():
            choice.clicked.connect(self._pressed)
        self._rove()

    @property
    def state(self) -> State:
        """What is chosen; open where nothing is."""
        found = (state for state, choice in self.choices.items() if choice.isChecked())
        return next(found, State.OPEN)

    def show_state(self, state: State) -> None:
        """Show another choice, or none."""
        for each, choice in self.choices.items():
            choice.tick(on=each is state)
        self._rove()

    def _rove(self) -> None:
        parts = list(self.choices.values())
        rove(parts, self.choices.get(self.state, parts[0]))

    def _pressed(self) -> None:
        self._rove()
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move and choose."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        parts = list(self.choices.values())
        now = next((n for n, part in enumerate(parts) if part.hasFocus()), None)
        if now is None or key not in step:
            super().keyPressEvent(event)
            return
        part = parts[(now + step[key]) % len(parts)]
        painting.by_keyboard(self)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        part.click()


class Decide(QWidget):
    """Announces what a person says of the hit: state, reason, basis, second person."""

    decided = Signal(object, str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._view: Comparison | None = None
        self._said = Text("", "small")
        self.verdicts = _Verdicts()
        self._leads = Text("", "small", "text.2")
        self.reason = _Reason()
        self.basis = FieldBox()
        self.second = FieldBox()
        words = "The licence, exception or general authorisation that permits it"
        painting.name_widget(self.basis.edit, "adjudicate.basis", "Basis", words)
        self.basis.show_placeholder(words)
        words = "Name of the second person, who looked at it too"
        painting.name_widget(self.second.edit, "adjudicate.second", "Second person", words)
        self.second.show_placeholder(words)
        self._trouble = Text("", "small", "required.text")
        self._who = Text("", "small", "text.2")
        self.save = Button("adjudicate.save", "Record the decision", Kind.PRIMARY, icon="gavel")
        self._lay_out()
        self.verdicts.chosen.connect(self._chosen)
        self.save.clicked.connect(self._record)
        self.reason.done.connect(self._record)

    def _lay_out(self) -> None:
        foot = layout.row(self._who, self.save, gap=12)
        foot.setStretch(0, 1)
        parts = (self._said, self.verdicts, self._leads, self.basis, Frame(self.reason))
        self.setLayout(layout.column(*parts, self.second, self._trouble, foot, gap=8))

    def show_hit(self, view: Comparison, who: str, *, needs_second: bool, enabled: bool) -> None:
        """Show another hit; what was begun for the one before is not taken along."""
        another = self._view is None or view.line != self._view.line
        self._view = view
        self._said.show_text(view.said)
        self._said.setVisible(bool(view.said))
        self.second.setVisible(needs_second and view.strong)
        self._who.show_text(f"You decide as {who or 'somebody unnamed'}.")
        self.save.setEnabled(enabled)
        self.save.show_words("Record another decision" if view.said else "Record the decision")
        if another:
            self.verdicts.show_state(State.OPEN)
            self.reason.setPlainText("")
            self.basis.show_text("")
            self.second.show_text("")
            self.tell("")
            self._chosen()

    def tell(self, trouble: str) -> None:
        """Say what is missing."""
        self._trouble.show_text(trouble)
        self._trouble.setVisible(bool(trouble))

    def focus_first(self) -> None:
        """Give the focus to the verdict where one goes on."""
        state = self.verdicts.state
        part = self.verdicts.choices.get(state, next(iter(self.verdicts.choices.values())))
        painting.by_keyboard(self)
        part.setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen(self) -> None:
        state = self.verdicts.state
        self.basis.setVisible(state is State.PERMITTED)
        words = ""
        if self._view is not None and state is not State.OPEN:
            words = consequence_words(self._view.line, state.value)
        self._leads.show_text(words or f"The reason says it in at least {SHORTEST_REASON} letters.")

    def _record(self) -> None:
        second = self.second.edit.text() if not self.second.isHidden() else ""
        basis = self.basis.edit.text() if not self.basis.isHidden() else ""
        self.decided.emit(self.verdicts.state, self.reason.toPlainText(), basis, second)
