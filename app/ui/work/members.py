"""The members of the group that a page goes through: which one, one more, one less, all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.choice import Choice
from app.ui.kit.segmented import Segmented
from app.ui.kit.text import Text
from app.ui.views.words import shortened

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.ui.views.pages import GroupView

_ABREAST = 4
_NAME = 22


class Members(QWidget):
    """The switch between members; announces the key that was chosen."""

    chosen = Signal(str)
    added = Signal(str)
    removed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: GroupView | None = None
        self._row = layout.row(gap=8)
        self.setLayout(self._row)
        self._parts: list[QWidget] = []
        self.switch: Segmented | None = None
        self.menu: QMenu | None = None

    def show_group(self, group: GroupView, *, enabled: bool) -> None:
        """Show the members; what is the same is left alone."""
        if group == self._shown:
            return
        self._shown = group
        for part in self._parts:
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        self.switch = None
        self._parts = [*self._which(group), *self._more_or_less(group, enabled=enabled)]
        for part in self._parts:
            self._row.addWidget(part)
        self._row.addStretch(1)

    def _which(self, group: GroupView) -> list[QWidget]:
        names = {key: shortened(name, _NAME) for key, name in group.members}
        if not names:
            return []
        if len(names) == 1:
            return [Text(group.members[0][1], "medium", wrap=False)]
        if len(names) <= _ABREAST:
            self.switch = Segmented("member", tuple(names.items()), group.current)
            self.switch.setAccessibleName(f"Which {group.one}")
            self.switch.view_chosen.connect(self.chosen)
            return [self.switch]
        return [Text(names[group.current], "medium", wrap=False), self._menu_button(group)]

    def _menu_button(self, group: GroupView) -> QWidget:
        button = Button("member", f"Other {group.one}", Kind.LINK, icon="chevron-down")
        self.menu = QMenu(button)
        for key, name in group.members:
            action = self.menu.addAction(shortened(name))
            action.setData(key)
        self.menu.triggered.connect(self._picked)
        button.clicked.connect(self._open_menu)
        return button

    def _open_menu(self) -> None:
        button = self.sender()
        if self.menu is not None and isinstance(button, QWidget):
            self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))

    def _more_or_less(self, group: GroupView, *, enabled: bool) -> list[QWidget]:
        if not group.is_home:
            return []
        another = "another" if group.members else "the first"
        add = Button(f"add.{group.id}", f"Add {another} {group.one}", icon="plus")
        add.setEnabled(enabled)
        add.clicked.connect(self._add)
        if not group.current:
            return [add]
        name = f"remove.{group.id}@{group.current}"
        remove = Button(name, f"Remove this {group.one}", Kind.QUIET, icon="trash-2")
        remove.setEnabled(enabled)
        remove.clicked.connect(self._remove)
        return [add, remove]

    def _add(self) -> None:
        assert self._shown is not None
        self.added.emit(self._shown.plural)

    def _remove(self) -> None:
        assert self._shown is not None
        self.removed.emit(self._shown.plural, self._shown.current)


class Complete(QWidget):
    """“Are these all?”: silence is never read as yes."""

    completed = Signal(str, bool)

    def __init__(self, group: GroupView) -> None:
        super().__init__()
        self._plural = group.plural
        self._choice = Choice(
            f"complete.{group.id}",
            "Yes, these are all",
            "Until you say so, conclusions reckon with more.",
            many=True,
        )
        self._choice.setAccessibleName(f"{group.ask_complete} Yes, these are all")
        parts = (layout.Line(), Text(group.ask_complete, "heading"), self._choice)
        column = layout.column(*parts, gap=8)
        column.addSpacing(8)
        self.setLayout(column)
        self._choice.clicked.connect(self._pressed)

    def show_group(self, group: GroupView, *, enabled: bool) -> None:
        """Show whether it was said."""
        self._choice.tick(on=group.complete)
        self._choice.setEnabled(enabled)
        self.setVisible(group.is_home and bool(group.members))

    def _pressed(self) -> None:
        self.completed.emit(self._plural, self._choice.isChecked())
