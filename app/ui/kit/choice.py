"""One answer to choose: a mark, words that wrap, a note; the whole row can be pressed."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from app.ui import theme, tokens
from app.ui.icons import paint_icon
from app.ui.kit import painting
from app.ui.kit.marks import paint_state
from app.ui.kit.painting import Words
from app.ui.kit.pressable import Pressable


class Choice(Pressable):
    """A radio button, or a tick box where many may be chosen."""

    def __init__(self, name: str, title: str, note: str = "", *, many: bool = False) -> None:
        super().__init__()
        self.title, self.note, self.many = title, note, many
        self.setCheckable(True)
        self.setAutoExclusive(not many)
        self.grow_sideways()
        painting.name_widget(self, name, title, note)

    def tick(self, *, on: bool) -> None:
        """Show the choice as chosen or not, without announcing anything."""
        if on != self.isChecked():
            self.setAutoExclusive(False)  # Qt refuses to leave an exclusive group without a choice
            self.setChecked(on)
            self.setAutoExclusive(not self.many)

    def _words(self) -> tuple[Words, ...]:
        role = "medium" if self.isChecked() else "body"
        ink = "text" if self.isEnabled() else "text.3"
        note_ink = "text.2" if self.isEnabled() else "text.3"
        return Words(self.title, role, ink), Words(self.note, "small", note_ink)

    def _room(self, width: int) -> int:
        return max(theme.px(40), width - theme.px(50))

    def wanted_height(self, width: int) -> int:
        """The words, in the wider weight they have when chosen, and room around them."""
        words = Words(self.title, "medium"), Words(self.note, "small")
        return max(theme.px(34), painting.stack_height(words, self._room(width)) + 2 * theme.px(8))

    def sizeHint(self) -> QSize:
        """As wide as the words on one line."""
        width = painting.width_of(Words(self.title, "medium")) + theme.px(56)
        at = self.width() if self.width() > theme.px(100) else theme.px(300)
        return QSize(width, self.wanted_height(at))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to stand beside others; the height follows from the width."""
        return QSize(theme.px(90), theme.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, mark, words and ring."""
        painter, full = painting.start(self), QRectF(self.rect())
        hover = "chrome.hover" if self.underMouse() and self.isEnabled() else "card"
        fill = "accent.soft" if self.isChecked() else hover
        painting.edged(painter, full, fill, "accent" if self.isChecked() else "line.control")
        room, top = self._room(self.width()), self._top()
        self._mark(painter, top)
        painting.draw_stack(painter, self._words(), QRect(theme.px(38), top, room, self.height()))
        if painting.keyboard_focus(self):
            painting.focus_ring(painter, full)

    def _top(self) -> int:
        """A single line stands in the middle; more begin at the top, where the mark is."""
        words = self._words()
        high = painting.stack_height(words, self._room(self.width()))
        single = not self.note and high < 2 * painting.height_of(Words("x"), 1)
        return (self.height() - high) // 2 if single else theme.px(8)

    def _mark(self, painter: QPainter, top: int) -> None:
        side, on = theme.px(15), self.isChecked()
        line = painting.height_of(Words("x"), 1)
        box = QRectF(theme.px(12) + 0.5, top + (line - side) / 2 + 0.5, side, side)
        painter.setPen(QPen(theme.colour("accent" if on else "line.control"), 1.3))
        painter.setBrush(theme.colour("accent" if on else "field"))
        if self.many:
            painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        else:
            painter.drawEllipse(box)
        if on:
            self._chosen(painter, box)

    def _chosen(self, painter: QPainter, box: QRectF) -> None:
        if self.many:
            paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), "accent.on")
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent.on"))
        inset = box.width() * 0.31
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


class Unknown(Pressable):
    """The answer "I don't know yet": as large as the other answers, dashed because it is kept open."""

    def __init__(self, name: str, words: str = "I don’t know yet") -> None:
        super().__init__()
        self.words = words
        self.many = True
        self.setCheckable(True)
        painting.name_widget(self, name, words, "Keeps the question open. It is never read as no.")
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Fixed)
        policy.setVerticalPolicy(policy.Policy.Preferred)
        self.setSizePolicy(policy)

    def join(self) -> None:
        """Become one of the answers of an exclusive group."""
        self.many = False
        self.setAutoExclusive(True)

    def tick(self, *, on: bool) -> None:
        """Show it as ticked or not, without announcing anything."""
        if on != self.isChecked():
            self.setAutoExclusive(False)
            self.setChecked(on)
            self.setAutoExclusive(not self.many)

    def sizeHint(self) -> QSize:
        """As wide as its words in the heavier weight."""
        width = painting.width_of(Words(self.words, "medium"))
        return QSize(width + theme.px(52), theme.px(tokens.CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed edge, the mark, the words and the ring."""
        painter, full = painting.start(self), QRectF(self.rect())
        self._edge(painter, full)
        self._mark(painter)
        words = Words(
            self.words,
            "medium" if self.isChecked() else "body",
            "depends.text" if self.isChecked() else "text" if self.isEnabled() else "text.3",
        )
        left = theme.px(36)
        painting.draw_line(painter, words, QRectF(left, 0, self.width() - left, self.height()))
        if painting.keyboard_focus(self):
            painting.focus_ring(painter, full)

    def _edge(self, painter: QPainter, full: QRectF) -> None:
        pen = QPen(theme.colour("depends.mark" if self.isChecked() else "line.control"), 1.2)
        pen.setDashPattern([3, 2.4])
        hover = self.underMouse() and self.isEnabled()
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked() or hover:
            painter.setBrush(theme.colour("depends.soft" if self.isChecked() else "chrome.hover"))
        radius = theme.px(tokens.RADIUS_CONTROL)
        painter.drawRoundedRect(full.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)

    def _mark(self, painter: QPainter) -> None:
        side = theme.px(16)
        spot = QRectF(theme.px(12), (self.height() - side) / 2, side, side)
        if self.isChecked():
            paint_state(painter, spot, "unknown")
        else:
            paint_icon(painter, "circle-help", spot, "text.2")
