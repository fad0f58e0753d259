"""Rows, columns and grounds whose gaps follow the zoom.

A layout remembers the lengths of the design, not pixels; `rescale` makes them pixels again.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QWidget

from app.ui import theme

Margins = tuple[float, float, float, float]
NO_MARGINS: Final[Margins] = (0, 0, 0, 0)
STRETCH: Final = None  # among the parts of a row or column: the free room goes here
Part = QWidget | QLayout | None


class Box(QBoxLayout):
    """A row or a column with a gap and margins in lengths of the design."""

    def __init__(
        self, direction: QBoxLayout.Direction, *, gap: float = 8, margins: Margins = NO_MARGINS
    ) -> None:
        super().__init__(direction)
        self._gap, self._margins = gap, margins
        self.rescale()

    def rescale(self) -> None:
        """Turn the lengths into pixels of the present zoom."""
        self.setSpacing(theme.px(self._gap))
        left, top, right, bottom = (theme.px(length) for length in self._margins)
        self.setContentsMargins(left, top, right, bottom)

    def set_margins(self, margins: Margins) -> None:
        """Change the margins, in lengths of the design."""
        self._margins = margins
        self.rescale()

    def fill(self, *parts: Part, grow: QWidget | None = None) -> "Box":
        """Add widgets and layouts in order; the one that grows takes the free room."""
        for part in parts:
            if part is STRETCH:
                self.addStretch(1)
            elif isinstance(part, QWidget):
                self.addWidget(part, 1 if part is grow else 0)
            else:
                self.addLayout(part)
        return self


def row(
    *parts: Part, gap: float = 8, margins: Margins = NO_MARGINS, grow: QWidget | None = None
) -> Box:
    """Parts side by side."""
    made = Box(QBoxLayout.Direction.LeftToRight, gap=gap, margins=margins)
    return made.fill(*parts, grow=grow)


def column(
    *parts: Part, gap: float = 8, margins: Margins = NO_MARGINS, grow: QWidget | None = None
) -> Box:
    """Parts one below the other."""
    made = Box(QBoxLayout.Direction.TopToBottom, gap=gap, margins=margins)
    return made.fill(*parts, grow=grow)


class Pane(QWidget):
    """An area with one of the grounds: page, chrome, card, sunken; or none."""

    def __init__(self, layout: QLayout | None = None, ground: str = "") -> None:
        super().__init__()
        if layout is not None:
            self.setLayout(layout)
        if ground:
            self.setAutoFillBackground(True)
            self.setBackgroundRole(theme.GROUNDS[ground])


class Line(QWidget):
    """A line that separates; it carries no meaning and no name."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Mid)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        fixed, growing = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if upright:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, growing)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(growing, fixed)
