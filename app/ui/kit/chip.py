"""An outcome in a pill: icon, words and ground; icon and words carry it without the colour."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui import theme, tokens
from app.ui.icons import paint_icon
from app.ui.kit import painting
from app.ui.kit.painting import Words

HEIGHT = 24
_BEFORE, _ICON, _GAP, _AFTER = 9, 14, 5, 10


def chip_words(kind: str, words: str) -> Words:
    """The words of a chip; the usual ones of its kind where none are given."""
    outcome = tokens.OUTCOMES[kind]
    return Words(words or outcome.words, "small.m", f"{outcome.family}.text")


def chip_width(kind: str, words: str = "") -> int:
    """How wide a chip is."""
    fixed = theme.px(_BEFORE) + theme.px(_ICON) + theme.px(_GAP) + theme.px(_AFTER)
    return fixed + painting.width_of(chip_words(kind, words))


def paint_chip(painter: QPainter, spot: QRectF, kind: str, words: str = "") -> None:
    """Draw a chip at the left of a spot; for list rows that are not widgets."""
    outcome = tokens.OUTCOMES[kind]
    high = theme.px(HEIGHT) - 2
    top = spot.top() + (spot.height() - high) / 2
    wide = min(spot.width(), chip_width(kind, words))
    painting.ground(
        painter, QRectF(spot.left(), top, wide, high), f"{outcome.family}.soft", high / 2
    )
    side = theme.px(_ICON)
    icon_at = QRectF(spot.left() + theme.px(_BEFORE), top + (high - side) / 2, side, side)
    paint_icon(painter, outcome.icon, icon_at, f"{outcome.family}.text")
    left = icon_at.right() + theme.px(_GAP)
    room = QRectF(left, top, spot.left() + wide - left - theme.px(4), high)
    painting.draw_line(painter, chip_words(kind, words), room)


class Chip(QLabel):
    """One outcome; a QLabel, so that it is read out as the words it shows."""

    def __init__(self, kind: str, words: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_outcome(kind, words)

    def show_outcome(self, kind: str, words: str = "") -> None:
        """Show another outcome."""
        self.kind, self._words = kind, words
        self.setAccessibleName(self.words())
        self.rescale()

    def words(self) -> str:
        """The words that are shown."""
        return chip_words(self.kind, self._words).text

    def rescale(self) -> None:
        """Ask the layout for another size at another zoom."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        return QSize(chip_width(self.kind, self._words), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Nothing legal is ever shortened."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        paint_chip(painting.start(self), QRectF(self.rect()), self.kind, self._words)
