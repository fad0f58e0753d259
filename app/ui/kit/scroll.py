"""A page that scrolls: a mouse wheel glides, a touchpad stays under the finger.

A second notch starts from where the first one is going, not from where the page is by then. It
takes no focus of its own, or it would be a Tab stop.
"""

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from app.ui import theme, tokens
from app.ui.kit import painting

_STEP = 24


class ThinBar(QScrollBar):
    """A scroll bar of which only the handle is drawn."""

    def __init__(self, direction: Qt.Orientation = Qt.Orientation.Vertical) -> None:
        super().__init__(direction)
        self.setSingleStep(_STEP)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        self.rescale()

    def rescale(self) -> None:
        """Take the width of the present zoom."""
        if self.orientation() is Qt.Orientation.Vertical:
            self.setFixedWidth(theme.px(11))
        else:
            self.setFixedHeight(theme.px(11))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the handle on the colour of what is scrolled."""
        painter = painting.start(self)
        painter.fillRect(self.rect(), self.palette().color(self.backgroundRole()))
        span = self.maximum() - self.minimum()
        if span <= 0:
            return
        upright = self.orientation() is Qt.Orientation.Vertical
        long = (self.height() if upright else self.width()) - 6
        share = self.pageStep() / (span + self.pageStep())
        size = max(theme.px(36), long * share)
        start = 3 + (long - size) * (self.value() - self.minimum()) / span
        wide = theme.px(6)
        handle = QRectF(2, start, wide, size) if upright else QRectF(start, 2, size, wide)
        shade = "line.control" if self.underMouse() else "scroll"
        painting.ground(painter, handle, shade, wide / 2)


class Scroll(QScrollArea):
    """A gliding area around one widget."""

    def __init__(self, inner: QWidget, ground: str = "page") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        role = theme.GROUNDS[ground]
        for part in (self.viewport(), inner, self.verticalScrollBar()):
            part.setBackgroundRole(role)
            part.setAutoFillBackground(True)
        self.setWidget(inner)
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.setDuration(tokens.SCROLL_MS)

    def _target(self) -> int:
        running = self._glide.state() is QPropertyAnimation.State.Running
        return int(self._glide.endValue()) if running else self.verticalScrollBar().value()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Glide by notches; follow the finger on a touchpad, or where motion is unwanted."""
        follows = not event.pixelDelta().isNull() or not theme.look().motion
        if follows or event.modifiers() is not Qt.KeyboardModifier.NoModifier:
            super().wheelEvent(event)
            return
        self.glide_to(self._target() - event.angleDelta().y())
        event.accept()

    def glide_to(self, value: int) -> None:
        """Go to a place, gliding where motion is wanted."""
        bar = self.verticalScrollBar()
        value = max(bar.minimum(), min(bar.maximum(), value))
        self._glide.stop()
        if not theme.look().motion:
            bar.setValue(value)
            return
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(value)
        self._glide.start()
