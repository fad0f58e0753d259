"""Words in one role of the type scale, always plain.

An answer that contains HTML is shown as it was typed: Qt would otherwise guess and render it.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui import theme
from app.ui.kit.painting import spoken

_LEAST_WIDTH = 40


class Text(QLabel):
    """Words that wrap unless told not to; the ink is a palette role."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        ink: str = "text",
        *,
        wrap: bool = True,
        tabular: bool = False,
    ) -> None:
        super().__init__()
        self._role, self._tabular = role, tabular
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role, tabular=tabular))
        self.setForegroundRole(theme.INKS[ink])
        if wrap:
            self.setWordWrap(True)
            self.setMinimumWidth(_LEAST_WIDTH)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show other words; the same words cost nothing."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(spoken(text))

    def set_ink(self, ink: str) -> None:
        """Change the ink by its name."""
        self.setForegroundRole(theme.INKS[ink])

    def rescale(self) -> None:
        """Take the font of the present zoom."""
        self.setFont(theme.font(self._role, tabular=self._tabular))
