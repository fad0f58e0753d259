"""The left column: the rail in a gliding area, and below it how far the whole is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.kit import layout
from app.ui.kit.rail import Rail
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text

if TYPE_CHECKING:
    from app.ui.kit.rail import SectionView
    from app.ui.views.sections import Progress


class RailColumn(layout.Pane):
    """Shows every section and the honest total."""

    def __init__(self) -> None:
        self.rail = Rail()
        inner = layout.column(self.rail, layout.STRETCH, gap=0, margins=(8, 10, 2, 10))
        self._area = Scroll(layout.Pane(inner), "chrome")
        self._total = Text("", "small.m", "text.2", tabular=True)
        self._grows = Text("An answer can add or remove questions.", "small", "text.3")
        self._age = Text("", "small", "depends.text")
        foot = layout.column(self._total, self._grows, self._age, gap=2, margins=(22, 8, 12, 12))
        column = layout.column(self._area, layout.Line(), foot, gap=0, grow=self._area)
        whole = layout.row(gap=0)
        whole.addLayout(column, 1)
        whole.addWidget(layout.Line(upright=True))
        super().__init__(whole, "chrome")

    def show_sections(
        self, rows: tuple[SectionView, ...], current: str, progress: Progress
    ) -> None:
        """Show how far each section and the whole is."""
        self.rail.show_sections(rows, current)
        self._total.show_text(progress.words())
        row = self.rail.rows.get(current)
        if row is not None:
            self._area.ensureWidgetVisible(row, 0, 40)

    def show_age(self, words: str) -> None:
        """Show how old the rules are, where that matters."""
        self._age.show_text(words)
        self._age.setVisible(bool(words))

    def focus(self) -> None:
        """Give the focus to the current section."""
        row = next((row for row in self.rail.rows.values() if row.isChecked()), None)
        if row is not None:
            row.setFocus()
