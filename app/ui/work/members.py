"""The members of the group that a page goes through: which one, one more, one less, all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.choice import Choice
from app.ui.kit.segmented import Segmented
from app.ui.kit.text import Text
from app.ui.views.words import shortened

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.ui.views.pages import GroupView

_ABREAST = 40  # characters in one line
_NAME = 22


class Members(QWidget):
    """The switch between members; announces the key that was chosen."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: GroupView | None = None
        self._row = layout.row(gap=8)
        self.setLayout(self._row)
        self._parts: list[QWidget] = []
        self.switch: Segmented | None = None
        self.menu: QMenu | None = None

    def show_group(self, group: GroupView) -> None:
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
        self._parts = self._which(group)
        for part in self._parts:
            self._row.addWidget(part)
            part.show()
        self._row.addStretch(1)

    def _which(self, group: GroupView) -> list[QWidget]:
        names = {key: shortened(name, _NAME) for key, name in group.members}
        if not names:
            return []
        if len(names) == 1:
            return [Text(group.members[0][1], "medium", wrap=False)]
        if sum(map(len, names.values())) <= _ABREAST:
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


class AddMember(Button):
    """Adds a member to the group of the page."""

    added = Signal(str)

    def __init__(self, group: GroupView) -> None:
        super().__init__(f"add.{group.id}", "", icon="plus")
        self._plural = group.plural
        self.clicked.connect(self._pressed)

    def show_group(self, group: GroupView, *, enabled: bool) -> None:
        """Show what would be added."""
        self.show_words(f"Add {'another' if group.members else 'the first'} {group.one}")
        self.setEnabled(enabled)

    def _pressed(self) -> None:
        self.added.emit(self._plural)


class RemoveMember(Button):
    """Removes the member that the page is of."""

    removed = Signal(str, str)

    def __init__(self, group: GroupView) -> None:
        name = f"remove.{group.id}@{group.current}"
        super().__init__(name, f"Remove this {group.one}", Kind.QUIET, icon="trash-2")
        self._plural, self._key = group.plural, group.current
        self.clicked.connect(self._pressed)

    def _pressed(self) -> None:
        self.removed.emit(self._plural, self._key)


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

    def go(self) -> None:
        """Take the focus."""
        self._choice.setFocus(Qt.FocusReason.TabFocusReason)
        painting.by_keyboard(self)

    def _pressed(self) -> None:
        self.completed.emit(self._plural, self._choice.isChecked())
