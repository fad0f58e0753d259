"""Which documents are made: a check mark for each kind, memo and plan marked at the start."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.operations.printing import KINDS, MAIN
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.choice import Choice
from app.ui.kit.text import Text

if TYPE_CHECKING:
    from app.report.kinds import DocumentKind


def _family(kind: DocumentKind) -> str:
    return kind.family.value


def _mark(kind: DocumentKind) -> Choice:
    """A line of the list; what the document is for is said on hovering, and to a reader."""
    mark = Choice(f"document.{kind.id}", kind.title, many=True)
    mark.setAccessibleDescription(kind.says)
    mark.setToolTip(painting.tip(kind.says))
    return mark


class Choosing(QWidget):
    """The list of kinds, shut at the start; announces that another set is chosen."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Documents to make")
        self.marks = {kind.id: _mark(kind) for kind in KINDS}
        self.toggle = Button("documents.more", "Choose documents", Kind.LINK, icon="list-checks")
        self._list = layout.Pane(self._rows())
        self.setLayout(layout.column(layout.row(self.toggle, layout.STRETCH), self._list, gap=4))
        self._list.hide()
        for kind in MAIN:
            self.marks[kind].tick(on=True)
        for mark in self.marks.values():
            mark.clicked.connect(self.chosen_changed)
        self.toggle.clicked.connect(self.open_or_shut)

    def _rows(self) -> layout.Box:
        column = layout.column(gap=4)
        for title, kinds in groupby(KINDS, key=_family):
            column.fill(Text(title, "label", "text.3"), *(self.marks[kind.id] for kind in kinds))
        return column

    def open_or_shut(self) -> None:
        """Show the list, or hide it; what is marked stays marked."""
        self._list.setVisible(self._list.isHidden())

    def chosen(self) -> tuple[str, ...]:
        """The kinds that are marked, in the order of the list."""
        return tuple(kind for kind, mark in self.marks.items() if mark.isChecked())
