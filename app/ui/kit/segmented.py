"""A few views of one thing, side by side; arrow keys move between them.

They are one of several by a group of their own: Qt's auto-exclusion reaches down from every widget
around them, and rows beside them would take away their Tab stop.
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from app.ui import theme, tokens
from app.ui.kit import layout, painting
from app.ui.kit.group import rove
from app.ui.kit.painting import Words
from app.ui.kit.pressable import Pressable


class _Part(Pressable):
    """One of the views."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.words = words
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        painting.name_widget(self, name, words, "Shows this view")

    def sizeHint(self) -> QSize:
        """As wide as the words when chosen."""
        wide = painting.width_of(Words(self.words, "small.m")) + theme.px(26)
        return QSize(wide, theme.px(tokens.HIT))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the raised ground of the chosen one, and the words."""
        painter, full = painting.start(self), QRectF(self.rect())
        on = self.isChecked()
        if on or self.underMouse():
            raised = "chrome.chosen" if theme.look().dark else "card"
            painting.ground(painter, full, raised if on else "chrome.hover", theme.px(5))
        words = Words(self.words, "small.m", "text" if on else "text.2")
        painting.draw_line(painter, words, full, painting.CENTRE)
        if painting.keyboard_focus(self):
            painting.focus_ring(painter, full)


class Segmented(QWidget):
    """Two to four views; announces the id of the one chosen."""

    view_chosen = Signal(str)

    def __init__(self, name: str, views: tuple[tuple[str, str], ...], current: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName("Views")
        self.parts = {id_: _Part(f"{name}.{id_}", words) for id_, words in views}
        self.setLayout(layout.row(*self.parts.values(), gap=2, margins=(3, 3, 3, 3)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        group = QButtonGroup(self)
        for part in self.parts.values():
            group.addButton(part)
            part.clicked.connect(self._pressed)
        self.show_current(current)

    def show_current(self, current: str) -> None:
        """Show which view is chosen."""
        self.parts[current].setChecked(True)
        rove(list(self.parts.values()), self.parts[current])

    def _pressed(self) -> None:
        current = next(id_ for id_, part in self.parts.items() if part.isChecked())
        rove(list(self.parts.values()), self.parts[current])
        self.view_chosen.emit(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move and choose."""
        forward, back = {Qt.Key.Key_Right, Qt.Key.Key_Down}, {Qt.Key.Key_Left, Qt.Key.Key_Up}
        key = Qt.Key(event.key())
        if key not in forward | back:
            super().keyPressEvent(event)
            return
        parts = list(self.parts.values())
        now = next(n for n, part in enumerate(parts) if part.isChecked())
        part = parts[(now + (1 if key in forward else -1)) % len(parts)]
        painting.by_keyboard(self)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        part.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the trough."""
        trough = "sunken" if theme.look().dark else "chrome.chosen"
        radius = theme.px(tokens.RADIUS_ROW)
        painting.ground(painting.start(self), QRectF(self.rect()), trough, radius)
