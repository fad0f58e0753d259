"""Buttons: one primary in a window, plain, quiet, and links that open a hint or the law."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.ui import theme, tokens
from app.ui.icons import paint_icon
from app.ui.kit import painting
from app.ui.kit.painting import Words
from app.ui.kit.pressable import Pressable


class Kind(Enum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    LINK = "link"
    CITE = "cite"


_INK = {
    Kind.PRIMARY: "accent.on",
    Kind.PLAIN: "text",
    Kind.QUIET: "text.2",
    Kind.LINK: "accent.text",
    Kind.CITE: "text.2",
}
_LEAST_LINK = 96
_LINKS = {Kind.LINK, Kind.CITE}


class Button(Pressable):
    """Words with an icon before them; only the icon where the tooltip says the words."""

    def __init__(
        self, name: str, words: str, kind: Kind = Kind.PLAIN, *, icon: str = "", tip: str = ""
    ) -> None:
        super().__init__()
        self.kind, self._icon, self.words = kind, icon, words
        painting.name_widget(self, name, words or tip, tip)
        self.setToolTip(painting.tip(tip))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if kind in _LINKS:  # several stand in a row, and give way where there is little room
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, words: str, icon: str | None = None) -> None:
        """Show other words, and another icon if one is given; the same cost nothing."""
        if words == self.words and icon in {None, self._icon}:
            return
        self.words = words
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(painting.spoken(words))
        self.rescale()

    def _role(self) -> str:
        if self.kind in _LINKS:
            return "small.m" if self.kind is Kind.LINK else "small"
        return "strong" if self.kind is Kind.PRIMARY else "medium"

    def _padding(self) -> int:
        return theme.px({Kind.PRIMARY: 15, Kind.PLAIN: 13, Kind.QUIET: 9}.get(self.kind, 2))

    def _icon_side(self) -> int:
        return theme.px(15 if self.kind in _LINKS else 16) if self._icon else 0

    def _content_width(self) -> int:
        gap = theme.px(6) if self._icon and self.words else 0
        return self._icon_side() + gap + painting.width_of(Words(self.words, self._role()))

    def sizeHint(self) -> QSize:
        """As wide as the words, as high as every button."""
        high = theme.px(tokens.HIT if self.kind in _LINKS else tokens.CONTROL)
        trailing = theme.px(6) if self.kind in _LINKS else self._padding()
        return QSize(max(high, self._content_width() + self._padding() + trailing), high)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words; a link may be cut, and says all in its tooltip."""
        hint = self.sizeHint()
        return (
            QSize(min(hint.width(), theme.px(_LEAST_LINK)), hint.height())
            if self.kind in _LINKS
            else hint
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, words and ring."""
        painter = painting.start(self)
        self._ground(painter)
        self._content(painter)
        if painting.keyboard_focus(self):
            painting.focus_ring(painter, QRectF(self.rect()))

    def _ground(self, painter: QPainter) -> None:
        full, radius = QRectF(self.rect()), theme.px(tokens.RADIUS_CONTROL)
        hover = self.underMouse() and self.isEnabled()
        if self.kind is Kind.PRIMARY:
            on = "accent.hover" if hover or self.isDown() else "accent"
            painting.ground(painter, full, on if self.isEnabled() else "chrome.chosen", radius)
        elif self.kind is Kind.PLAIN:
            fill = "chrome.chosen" if self.isDown() else "chrome.hover" if hover else "card"
            edge = "line.control" if self.isEnabled() else "line"
            painting.edged(painter, full, fill, edge)
        elif hover or self.isChecked():
            soft = "accent.soft" if self.kind in _LINKS else "chrome.hover"
            painting.ground(painter, full, soft, radius)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "text.2" if self.kind is Kind.PRIMARY else "text.3"
        return _INK[self.kind]

    def _content(self, painter: QPainter) -> None:
        left = float(self._padding())
        if self.kind not in _LINKS:
            left = (self.width() - self._content_width()) / 2
        side = self._icon_side()
        if self._icon:
            spot = QRectF(left, (self.height() - side) / 2, side, side)
            ink = "text.2" if self.kind is Kind.PLAIN and self.isEnabled() else self._ink()
            paint_icon(painter, self._icon, spot, ink)
            left += side + theme.px(6)
        room = QRectF(left, 0, self.width() - left, self.height())
        painting.draw_line(painter, Words(self.words, self._role(), self._ink()), room)
