"""The hits of one name, band by band; arrow keys move between them, Enter goes to the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui import theme, tokens
from app.ui.kit import layout, painting
from app.ui.kit.group import rove
from app.ui.kit.marks import STATES, paint_state
from app.ui.kit.painting import Words
from app.ui.kit.pressable import Pressable
from app.ui.kit.text import Text
from app.ui.work.tidy import emptied

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from app.ui.views.screening import BandView, HitView

_RIGHT = 150


class HitRow(Pressable):
    """One hit; the whole row can be pressed."""

    def __init__(self, view: HitView) -> None:
        super().__init__()
        self.view = view
        self.setCheckable(True)
        self.grow_sideways()
        spoken = f"{view.title}, {view.fits}, {view.words}, {STATES[view.state]}"
        painting.name_widget(self, view.name, spoken, view.detail)

    def _left(self) -> tuple[Words, ...]:
        return Words(self.view.title, "medium"), Words(self.view.detail, "small", "text.2")

    def _right(self) -> tuple[Words, ...]:
        return (
            Words(self.view.fits, "medium", tabular=True),
            Words(self.view.words, "small", "text.2"),
        )

    def _room(self, width: int) -> int:
        return max(theme.px(80), width - theme.px(_RIGHT + 52))

    def wanted_height(self, width: int) -> int:
        """The wrapped words; nothing of a listed name is shortened."""
        left = painting.stack_height(self._left(), self._room(width))
        right = painting.stack_height(self._right(), theme.px(_RIGHT))
        return max(theme.px(46), max(left, right) + theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, mark and words."""
        painter, full = painting.start(self), QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            ground = "accent.soft" if self.isChecked() else "chrome.hover"
            painting.ground(painter, full, ground, theme.px(tokens.RADIUS_ROW))
        mark = QRectF(theme.px(12), theme.px(9), theme.px(16), theme.px(16))
        paint_state(painter, mark, self.view.state)
        top, high = theme.px(7), self.height()
        room = self._room(self.width())
        painting.draw_stack(painter, self._left(), QRect(theme.px(38), top, room, high))
        right = QRect(self.width() - theme.px(_RIGHT), top, theme.px(_RIGHT - 8), high)
        painting.draw_stack(painter, self._right(), right)
        if painting.keyboard_focus(self):
            painting.focus_ring(painter, full)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the list, which goes on to the decision."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)


class HitList(QWidget):
    """Announces the hit that is looked at, and the one that somebody wants to decide."""

    hit_chosen = Signal(str)
    hit_entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, HitRow] = {}
        self._bands: tuple[BandView, ...] = ()
        self._column = layout.column(gap=2)
        self.setLayout(self._column)
        self.setAccessibleName("Hits")

    def show_bands(self, bands: tuple[BandView, ...]) -> None:
        """Show other hits; the same cost nothing."""
        if bands == self._bands:
            return
        chosen = self.current()
        self._bands = bands
        emptied(self._column)
        self.rows = {}
        for band in bands:
            self._column.addWidget(Text(band.title, "label", "text.3"))
            for view in band.hits:
                row = self.rows[view.name] = HitRow(view)
                row.clicked.connect(self._pressed)
                self._column.addWidget(row)
                row.show()
        self.choose(chosen)

    def current(self) -> str:
        """The name of the hit that is looked at."""
        return next((name for name, row in self.rows.items() if row.isChecked()), "")

    def first_open(self) -> str:
        """The first hit that is to be decided, else the first."""
        opened = (name for name, row in self.rows.items() if row.view.state == "open")
        return next(opened, next(iter(self.rows), ""))

    def choose(self, name: str) -> None:
        """Show which hit is looked at."""
        if name not in self.rows:
            return
        for each, row in self.rows.items():
            row.setChecked(each == name)
        rove(list(self.rows.values()), self.rows[name])

    def focus_current(self) -> None:
        """Give the focus to the hit that is looked at."""
        row = self.rows.get(self.current())
        if row is not None:
            painting.by_keyboard(self)
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def _pressed(self) -> None:
        name = self.sender().objectName()
        self.choose(name)
        self.hit_chosen.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the neighbouring hit, Enter to its decision."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key, 0)
        names = list(self.rows)
        now = next((n for n, name in enumerate(names) if self.rows[name].hasFocus()), None)
        if now is not None and step:
            name = names[max(0, min(len(names) - 1, now + step))]
            self.choose(name)
            self.focus_current()
            self.hit_chosen.emit(name)
        elif now is not None and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.hit_entered.emit(names[now])
        else:
            super().keyPressEvent(event)
