"""The laws at hand in a sheet: which is in use, when each was read, what changed; and the import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.chip import Chip
from app.ui.kit.notice import Card, Notice
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.ui.views.editions import EditionView

_SAYS = (
    "The law that was read last is used. An edition is a file; it is checked with all its worked "
    "cases before it is taken in, and taken in whole or not at all."
)
_LIMITS = "What the law in use works out in outline only, or leaves out:"
_MOST = 12


class _Law(Card):
    """One law at hand."""

    def __init__(self, view: EditionView) -> None:
        super().__init__("card")
        self.setObjectName(f"edition.{view.id}")
        self.setAccessibleName(f"{view.title}, {'in use' if view.used else 'not in use'}")
        column = layout.column(Text(view.title, "medium"), gap=3, margins=(12, 10, 12, 10))
        if view.used:
            chip = Chip("lists")
            chip.show_outcome("lists", "In use")
            column.addLayout(layout.row(chip, layout.STRETCH))
        for words in filter(None, view.words):
            column.addWidget(Text(words, "small", "text.2"))
        if view.changed:
            column.addWidget(Text(view.changed, "small"))
        self.setLayout(column)


class Editions(layout.Pane):
    """Announces that an edition is to be imported."""

    import_wanted = Signal()

    def __init__(self) -> None:
        self.bring = Button("edition.import", "Import an edition", Kind.PRIMARY, icon="import")
        self._wrong = Notice("required", "octagon-alert")
        self._laws = layout.column(gap=8)
        self.limits = Text("", "small", "text.2")
        self.limits.setObjectName("edition.limits")
        inner = layout.column(
            *(Text(_SAYS, "small", "text.2"), layout.row(self.bring, layout.STRETCH)),
            self._wrong,
            gap=10,
            margins=(16, 4, 12, 16),
        )
        inner.addLayout(self._laws)
        inner.addWidget(self.limits)
        inner.addStretch(1)
        area = Scroll(layout.Pane(inner), "chrome")
        super().__init__(layout.column(area, gap=0))
        self._wrong.hide()
        self.bring.clicked.connect(self.import_wanted)

    def show_limits(self, stated: Sequence[tuple[str, str]]) -> None:
        """Say what the law in use works out in outline only, or leaves out."""
        lines = [f"{title}. {says}" for title, says in stated]
        self.limits.setText("\n\n".join((_LIMITS, *lines)) if lines else "")
        self.limits.setVisible(bool(lines))

    def show_laws(self, laws: Sequence[EditionView], *, enabled: bool) -> None:
        """Show the laws at hand."""
        while (item := self._laws.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for law in laws:
            self._laws.addWidget(_Law(law))
        self.bring.setEnabled(enabled)

    def show_wrong(self, problems: Sequence[str]) -> None:
        """Say what is wrong with an edition, file, line and column first; nothing hides it."""
        few = [*problems[:_MOST]]
        if len(problems) > _MOST:
            few.append(f"and {len(problems) - _MOST} more; clearway edition import says all")
        title = f"The edition was not taken in: {len(problems)} things are wrong"
        self._wrong.show_notice(title if problems else "", "\n".join(few))
        self._wrong.setVisible(bool(problems))
