"""What every typed answer shares: a field box, "I don't know yet" beside it, a doubtful line below.

Subclasses read words into a value and write a value as words; everything about keeping, greying
and announcing stands here once.
"""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit import layout, painting
from app.ui.kit.choice import Unknown
from app.ui.kit.field_box import FieldBox
from app.ui.kit.numbers import Reading
from app.ui.kit.question_view import UNANSWERED, GivenAnswer, QuestionView
from app.ui.kit.text import Text

_NOT_KNOWN_KEYS = {"0", "?"}


class Entry(QWidget):
    """A typed answer; it is given when left, on Enter, or 400 ms after the last key."""

    answer_given = Signal(object)
    finished = Signal()  # Enter: go on

    box_width: ClassVar[int] = 148
    right: ClassVar[bool] = False

    def __init__(self, view: QuestionView) -> None:
        super().__init__()
        self._view, self._own_doubt = view, ""
        self.box = FieldBox(view.unit, width=self.box_width, right=self.right)
        painting.name_widget(self.box.edit, view.name("question"), view.title, view.help)
        self.unknown = Unknown(view.name("unknown"))
        self._line = layout.row(self.box, *self.extras(), self.unknown, layout.STRETCH)
        self._column = layout.column(self._line, gap=4)
        self.setLayout(self._column)
        self._doubt: Text | None = None
        self.box.typed.connect(self._typed)
        self.box.left.connect(self._left)
        self.box.entered.connect(self.finished)
        self.unknown.clicked.connect(self._unknown_pressed)
        self.show_view(view)

    def extras(self) -> tuple[QWidget, ...]:
        """Further controls between the box and "I don't know yet"."""
        return ()

    def read(self, text: str) -> tuple[GivenAnswer, str]:
        """The value of typed words (`UNANSWERED` where they have none), and a doubt about them."""
        raise NotImplementedError

    def write(self, value: GivenAnswer) -> str:
        """A value as the words that stand for it."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """What takes the focus of the question."""
        return self.box.edit

    def show_view(self, view: QuestionView) -> None:
        """Show an answer; words that already mean it stay as they were typed."""
        self._view = view
        self._show_value(view)
        self.unknown.tick(on=view.is_unknown)
        self.box.grey(on=view.is_unknown)
        self.box.show_placeholder(view.placeholder)
        self._show_doubt()

    def _show_value(self, view: QuestionView) -> None:
        """Keep what is being typed, what is kept beside "I don't know yet", and what is unreadable."""
        value, _ = self.read(self.box.text())
        if view.is_unknown and view.answer in {None, UNANSWERED}:
            return
        same = value == view.answer
        if same and self.box.being_typed():
            return
        if not same:
            self._own_doubt = ""
        if not same or value is not UNANSWERED:
            self.box.show_text(self.write(view.answer))

    def _show_doubt(self) -> None:
        doubt = " ".join(text for text in (self._own_doubt, self._view.doubt) if text)
        if self._doubt is None and doubt:
            self._doubt = Text("", "small", "required.text")
            self._column.addWidget(self._doubt)
        if self._doubt is not None:
            self._doubt.show_text(doubt)
            self._doubt.setVisible(bool(doubt))
        self.box.mark_doubtful(on=bool(doubt))
        self.box.edit.setAccessibleDescription(painting.spoken(doubt or self._view.help))

    def _typed(self, text: str) -> None:
        """After a pause only what can be read is announced: the rest may not be whole yet."""
        value, doubt = self.read(text)
        if value is not UNANSWERED or not text.strip():
            self._own_doubt = doubt
            self._announce(value)

    def _left(self, text: str) -> None:
        value, self._own_doubt = self.read(text)
        if value is not UNANSWERED:
            self.box.show_text(self.write(value))
        self._show_doubt()
        self._announce(value)

    def _announce(self, value: GivenAnswer) -> None:
        if self._view.is_unknown or value != self._view.answer:
            self.answer_given.emit(value)

    def _unknown_pressed(self) -> None:
        if self.unknown.isChecked():
            self.box.grey(on=True)
            self.answer_given.emit(None)
            return
        self.box.grey(on=False)
        self.answer_given.emit(self.read(self.box.text())[0])


def value_of(reading: Reading) -> tuple[GivenAnswer, str]:
    """A number that was read, as an answer."""
    return (UNANSWERED if reading.value is None else reading.value), reading.doubt
