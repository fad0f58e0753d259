"""The head of a page: where it belongs, its title and intro, and which member it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.ui.kit import layout
from app.ui.kit.text import Text
from app.ui.work.members import AddMember, Members

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.views.pages import PageView


class PageHead(layout.Pane):
    """Announces the member that was chosen, and that one is to be added."""

    member_chosen = Signal(str)
    member_added = Signal(str)

    def __init__(self) -> None:
        self._eyebrow = Text("", "small", "text.2")
        self._title = Text("", "display")
        self._intro = Text("", "body", "text.2")
        self._members = Members()
        self._add: AddMember | None = None
        self._row = layout.row(self._title, grow=self._title)
        column = layout.column(self._eyebrow, self._row, gap=4, margins=(0, 0, 0, 14))
        super().__init__(column.fill(self._intro, self._members))
        self._members.chosen.connect(self.member_chosen)

    def show_page(self, view: PageView) -> None:
        """Show the head of a page."""
        for text, words in (
            (self._eyebrow, view.eyebrow),
            (self._title, view.title),
            (self._intro, view.intro),
        ):
            text.show_text(words)
            text.setVisible(bool(words))
        self._members.setVisible(view.group is not None)
        if view.group is not None:
            self._members.show_group(view.group)
        self._show_add(view)

    def adding(self) -> QWidget | None:
        """What adds a member, where one can be added here."""
        return None if self._add is None or self._add.isHidden() else self._add

    def _show_add(self, view: PageView) -> None:
        wanted = view.group is not None and (view.group.is_home or not view.group.members)
        if self._add is not None:
            self._add.setVisible(wanted)
        if view.group is None or not wanted:
            return
        if self._add is None:
            self._add = AddMember(view.group)
            self._add.added.connect(self.member_added)
            self._row.addWidget(self._add)
            self._add.show()
        self._add.show_group(view.group, enabled=view.enabled)
