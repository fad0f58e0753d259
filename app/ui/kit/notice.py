"""A notice: how a rule stands and whether the result rests on it; or what an open answer costs."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui import theme, tokens
from app.ui.icons import paint_icon
from app.ui.kit import layout, painting
from app.ui.kit.marks import paint_state
from app.ui.kit.text import Text

_TITLE_INK = {"depends": "depends.text", "required": "required.text", "accent": "accent.text"}


class Notice(QWidget):
    """A tinted ground with an icon, an optional title and words; other controls may follow."""

    def __init__(self, family: str, icon: str, title: str = "", words: str = "") -> None:
        super().__init__()
        self.family, self._icon = family, icon
        self.title = Text("", "small.m", _TITLE_INK.get(family, "text"))
        self.words = Text("", "small")
        self._column = layout.column(self.title, self.words, gap=2, margins=(36, 8, 12, 8))
        self.setLayout(self._column)
        self.show_notice(title, words)

    def show_notice(self, title: str, words: str) -> None:
        """Show other words."""
        self.title.show_text(title)
        self.title.setVisible(bool(title))
        self.words.show_text(words)
        self.words.setVisible(bool(words))
        self.setAccessibleName(painting.spoken(title or words))
        self.setAccessibleDescription(painting.spoken(words if title else ""))

    def add(self, part: QWidget) -> None:
        """Put a control below the words, for example the citation."""
        self._column.addLayout(layout.row(part, layout.STRETCH, gap=0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and icon; the icon "unknown" is the dashed ring."""
        painter = painting.start(self)
        soft = f"{self.family}.soft"
        painting.ground(painter, QRectF(self.rect()), soft, theme.px(tokens.RADIUS_CARD))
        side = theme.px(16)
        spot = QRectF(theme.px(11), theme.px(9), side, side)
        if self._icon == "unknown":
            paint_state(painter, spot, "unknown", soft)
        else:
            paint_icon(painter, self._icon, spot, f"{self.family}.text")


class Hint(QWidget):
    """Where an answer is found, with an example; opens below its question."""

    def __init__(self, find: str, example: str) -> None:
        super().__init__()
        parts = [Text(find, "small", "text.2")] if find else []
        if example:
            parts.append(Text(f"For example: {example}", "small", "text.2"))
        self.setLayout(layout.column(*parts, gap=2, margins=(36, 8, 12, 8)))
        self.setAccessibleName(f"{find} {example}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sunken ground and the lamp."""
        painter, rect = painting.start(self), QRectF(self.rect())
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("sunken"))
        radius = theme.px(tokens.RADIUS_CARD)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = theme.px(15)
        paint_icon(painter, "lightbulb", QRectF(theme.px(11), theme.px(8), side, side), "text.2")


class Card(QWidget):
    """A card or sunken block with a thin edge that holds other widgets."""

    def __init__(self, ground: str = "card") -> None:
        super().__init__()
        self._ground = ground

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and edge."""
        painter, rect = painting.start(self), QRectF(self.rect())
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour(self._ground))
        radius = theme.px(tokens.RADIUS_CARD)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
