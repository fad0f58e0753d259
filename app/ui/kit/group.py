"""A group of answers: one Tab stop, arrows inside it, digits that choose.

Qt stops at the first of a group, not at the chosen one, until the group once had the focus; so
the focus policies are set by hand.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.ui import theme
from app.ui.kit import painting
from app.ui.kit.choice import Choice, Unknown
from app.ui.kit.layout import Box

_FORWARD = {Qt.Key.Key_Down, Qt.Key.Key_Right}
_BACK = {Qt.Key.Key_Up, Qt.Key.Key_Left}
_NOT_KNOWN = {"0", "?"}
_THREE_LINES = 84
_NARROWEST = 120
_MOST_ABREAST = 4

Part = Choice | Unknown


def rove(parts: Sequence[QWidget], chosen: QWidget) -> None:
    """Let Tab stop once at a group: at the chosen one."""
    for part in parts:
        strong = part is chosen
        part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)


class ChoiceGroup(QWidget):
    """Answers side by side where each fits in three lines, else one below the other."""

    arrows_choose = True

    def __init__(self, choices: Sequence[Choice], unknown: Unknown) -> None:
        super().__init__()
        self.choices, self.unknown = tuple(choices), unknown
        self.parts: tuple[Part, ...] = (*self.choices, unknown)
        self._box = Box(QBoxLayout.Direction.LeftToRight)
        self.setLayout(self._box)
        for part in self.parts:
            self._box.addWidget(part, 1 if part is not unknown else 0)
            part.clicked.connect(self._pressed)
        self.settle_focus()

    def take(self, part: Part) -> None:
        """A person chose a part; subclasses say what that means."""
        raise NotImplementedError

    def settle_focus(self) -> None:
        """Make the first chosen part the one that Tab stops at."""
        chosen = next((part for part in self.parts if part.isChecked()), self.parts[0])
        rove(self.parts, chosen)

    def focus_target(self) -> QWidget:
        """The part that takes the focus of the question."""
        return next((part for part in self.parts if part.isChecked()), self.parts[0])

    def _pressed(self) -> None:
        sender = self.sender()
        part = next(part for part in self.parts if part is sender)
        self.take(part)
        rove(self.parts, part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, digits choose, 0 and ? say "I don't know yet"."""
        key = Qt.Key(event.key())
        if key in _FORWARD | _BACK:
            self._move(1 if key in _FORWARD else -1)
        elif not self._choose(event.text()):
            super().keyPressEvent(event)

    def _choose(self, text: str) -> bool:
        if text in _NOT_KNOWN:
            self._focus(self.unknown)
            self.unknown.click()
            return True
        number = int(text) if text.isdecimal() else 0
        if not 1 <= number <= len(self.choices):
            return False
        self._focus(self.choices[number - 1])
        self.choices[number - 1].click()
        return True

    def _move(self, step: int) -> None:
        now = next((n for n, part in enumerate(self.parts) if part.hasFocus()), 0)
        part = self.parts[(now + step) % len(self.parts)]
        self._focus(part)
        if self.arrows_choose:
            part.click()

    def _focus(self, part: Part) -> None:
        rove(self.parts, part)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        painting.by_keyboard(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side or one below the other, as the width allows."""
        super().resizeEvent(event)
        abreast = self._fits(event.size().width())
        ways = QBoxLayout.Direction
        wanted = ways.LeftToRight if abreast else ways.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            policies = QSizePolicy.Policy
            across = policies.Fixed if abreast else policies.Expanding
            self.unknown.setSizePolicy(across, policies.Preferred)

    def _fits(self, width: int) -> bool:
        if len(self.choices) > _MOST_ABREAST:
            return False
        gap = theme.px(8)
        rest = width - self.unknown.sizeHint().width() - gap
        share = rest // max(1, len(self.choices)) - gap
        tall = theme.px(_THREE_LINES)
        return share > theme.px(_NARROWEST) and all(
            choice.wanted_height(share) <= tall for choice in self.choices
        )
