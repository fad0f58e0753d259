"""The base of every painted control that is pressed.

It still is a QAbstractButton: a key, `click()` or a screen reader meets a button, not a picture,
and the whole rectangle can be hit. Its words are never Qt's button text: an ampersand in them
would become a shortcut.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui import theme, tokens

_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
_NARROWEST = 120
_GUESS = 300  # the width to think of before a layout has spoken


class Pressable(QAbstractButton):
    """A painted button; subclasses say `wanted_height` for a width and paint themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def grow_sideways(self) -> None:
        """Take the width there is, and the height that the wrapped words then need."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def wanted_height(self, _width: int) -> int:
        """The height for a width."""
        return theme.px(tokens.CONTROL)

    def heightForWidth(self, width: int) -> int:
        """Qt's question for the height."""
        return self.wanted_height(width)

    def hasHeightForWidth(self) -> bool:
        """Whether the height depends on the width."""
        return self.sizePolicy().hasHeightForWidth()

    def sizeHint(self) -> QSize:
        """A usual width and the height it needs."""
        width = self.width() if self.width() > _NARROWEST else theme.px(_GUESS)
        return QSize(theme.px(_GUESS), self.wanted_height(width))

    def minimumSizeHint(self) -> QSize:
        """The narrowest that still can be read."""
        least = theme.px(_NARROWEST)
        return QSize(least, self.wanted_height(max(self.width(), least)))

    def rescale(self) -> None:
        """Ask the layout for another size at another zoom."""
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the group, which moves and chooses in its own order."""
        if Qt.Key(event.key()) in _ARROWS:
            event.ignore()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.isCheckable():
            self.click()
            return
        super().keyPressEvent(event)
