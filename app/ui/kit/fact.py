"""A fact in two columns: its label, as wide in every line, and the words beside it."""

from PySide6.QtCore import Qt

from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.text import Text

_WIDTH = 116


class Label(Text):
    """The label before a fact; its width follows the zoom."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "small", "text.2")
        self.rescale()

    def rescale(self) -> None:
        """Take font and width of the present zoom."""
        super().rescale()
        self.setFixedWidth(theme.px(_WIDTH))


def selectable(text: Text) -> Text:
    """Words that can be taken along with the mouse: what stands there is looked up elsewhere."""
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return text


def fact(label: str, words: str) -> layout.Box:
    """A line of label and words."""
    row = layout.row(gap=12)
    row.addWidget(Label(label), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(selectable(Text(words, "small", tabular=True)), 1)
    return row
