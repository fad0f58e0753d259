"""One determination in the panel: subject small, value strong; pressing it opens the why."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QVariantAnimation
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent

from app.ui import theme, tokens
from app.ui.icons import paint_icon
from app.ui.kit import painting
from app.ui.kit.marks import STATES, paint_state
from app.ui.kit.painting import Words
from app.ui.kit.pressable import Pressable


@dataclass(frozen=True, slots=True)
class DeterminationView:
    """One conclusion as the panel shows it; the name is `determination.<id>` or `go.<id>`."""

    name: str
    subject: str
    value: str
    state: str
    note: str = ""
    action: str = "Show why."  # what pressing does, read out


class DeterminationRow(Pressable):
    """A conclusion; the subject first because screen readers need it, the value larger."""

    def __init__(self, view: DeterminationView) -> None:
        super().__init__()
        self.view = view
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(tokens.FADE_MS)
        self._fade.valueChanged.connect(self.update)
        self.grow_sideways()
        self._name()

    def _name(self) -> None:
        view = self.view
        words = f"{view.subject}: {view.value}, {STATES[view.state]}. {view.action}"
        painting.name_widget(self, view.name, words, view.note or view.action)

    def show_view(self, view: DeterminationView) -> None:
        """Show another conclusion: the new words fade in once, and are announced."""
        if view == self.view:
            return
        told = (view.value, view.state) != (self.view.value, self.view.state)
        self.view = view
        self._name()
        self.updateGeometry()
        self.update()
        if told:
            self._tell()

    def _tell(self) -> None:
        if theme.look().motion and self.isVisible():
            self._fade.start()
        if QAccessible.isActive():
            words = f"{self.view.subject} is now: {self.view.value}."
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _words(self) -> tuple[Words, ...]:
        view = self.view
        return (
            Words(view.subject, "small", "text.2"),
            Words(view.value, "strong"),
            Words(view.note, "small", "text.2"),
        )

    def _spot(self, width: int) -> QRect:
        return QRect(theme.px(38), theme.px(7), width - theme.px(64), theme.px(2000))

    def wanted_height(self, width: int) -> int:
        """Three pieces of words, wrapped; nothing legal is shortened."""
        words = painting.stack_height(self._words(), self._spot(width).width())
        return max(theme.px(44), words + theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw state, words and the chevron."""
        painter, full = painting.start(self), QRectF(self.rect())
        ground = "chrome"
        if self.underMouse():
            ground = "chrome.hover"
            painting.ground(painter, full, ground, theme.px(tokens.RADIUS_ROW))
        mark = QRectF(theme.px(11), theme.px(9), theme.px(16), theme.px(16))
        paint_state(painter, mark, self.view.state, ground)
        side = theme.px(14)
        spot = QRectF(self.width() - theme.px(22), (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-right", spot, "text.3")
        if self._fade.state() is QVariantAnimation.State.Running:
            painter.setOpacity(float(self._fade.currentValue()))
        painting.draw_stack(painter, self._words(), self._spot(self.width()))
        painter.setOpacity(1)
        if painting.keyboard_focus(self):
            painting.focus_ring(painter, full)
