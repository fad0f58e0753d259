"""One assessment beside the list: what it is, what came out, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.chip import Chip
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.ui.views.library import Inspected

_WIDTH = 300
_LAW_PARTS = 3


class Inspector(layout.Pane):
    """Announces the verb that a person chose: open, duplicate, rename, export, delete, restore."""

    chosen = Signal(str)

    def __init__(self) -> None:
        self._title = Text("", "title")
        self._detail = Text("", "body", "text.2")
        self._chip = Chip("open")
        self._says = Text("", "body")
        self._points = Text("", "medium")
        self._labels = [Text("", "label", "text.3") for _ in range(2)]
        self._facts = [Text("", "small", tabular=True) for _ in range(2)]
        self._law_titles = [Text("", "small.m") for _ in range(_LAW_PARTS)]
        self._law_lines = [Text("", "small", "text.2") for _ in range(_LAW_PARTS)]
        self.open_button = Button("open_assessment", "Open", Kind.PRIMARY, icon="arrow-right")
        self.duplicate = Button("duplicate", "Duplicate", icon="copy")
        self.more = Button("more", "", Kind.QUIET, icon="ellipsis", tip="More")
        self.restore = Button("restore", "Take out of the bin", icon="undo-2")
        self.menu = QMenu()
        super().__init__(self._lay_out(), "chrome")
        self.rescale()
        self._fill_menu()
        self.open_button.clicked.connect(self._open)
        self.duplicate.clicked.connect(self._duplicate)
        self.restore.clicked.connect(self._restore)
        self.more.clicked.connect(self._open_menu)

    def _lay_out(self) -> layout.Box:
        chip = layout.row(self._chip, layout.STRETCH)
        inner = layout.column(self._title, self._detail, chip, self._says, gap=8)
        inner.fill(layout.Line(), self._points, layout.Line())
        for title, words in zip(self._law_titles, self._law_lines, strict=True):
            inner.fill(layout.column(title, words, gap=2))
        for label, fact in zip(self._labels, self._facts, strict=True):
            inner.fill(layout.column(label, fact, gap=1))
        inner.addStretch(1)
        inner.set_margins((18, 18, 16, 12))
        area = Scroll(layout.Pane(inner), "chrome")
        buttons = layout.row(
            *(self.open_button, self.duplicate, self.restore, layout.STRETCH, self.more),
            margins=(16, 10, 10, 12),
        )
        column = layout.column(area, layout.Line(), buttons, gap=0, grow=area)
        whole = layout.row(layout.Line(upright=True), gap=0)
        whole.addLayout(column, 1)
        return whole

    def _fill_menu(self) -> None:
        entries = (("rename", "Rename…  F2"), ("export", "Export…"), ("delete", "Delete  Del"))
        for verb, words in entries:
            action = self.menu.addAction(words)
            action.setObjectName(verb)
            action.setData(verb)
        self.menu.triggered.connect(self._picked)

    def rescale(self) -> None:
        """Take the width of the present zoom."""
        self.setFixedWidth(theme.px(_WIDTH))

    def show_assessment(self, view: Inspected | None) -> None:
        """Show another assessment; nothing where none is chosen."""
        self.setVisible(view is not None)
        if view is None:
            return
        self._title.show_text(view.title)
        self._detail.show_text(view.detail)
        self._chip.show_outcome(*view.outcome)
        self._says.show_text(view.says)
        self._points.show_text(view.points)
        for at, (name, words) in enumerate(view.facts):
            self._labels[at].show_text(name)
            self._facts[at].show_text(words)
        for at, (head, lines) in enumerate(zip(self._law_titles, self._law_lines, strict=True)):
            told = view.law[at] if at < len(view.law) else ("", ())
            head.show_text(told[0])
            lines.show_text("\n".join(told[1]))
            head.setVisible(bool(told[0]))
            lines.setVisible(bool(told[1]))
        self.restore.setVisible(view.deleted)
        for button in (self.open_button, self.duplicate, self.more):
            button.setVisible(not view.deleted)
        for action in self.menu.actions():
            if action.data() == "delete":
                action.setEnabled(view.can_delete)

    def law_words(self) -> str:
        """What the law in use has to say, as it is shown."""
        shown = (*self._law_titles, *self._law_lines)
        return "\n".join(text.text() for text in shown if text.isVisibleTo(self))

    def _open(self) -> None:
        self.chosen.emit("open")

    def _duplicate(self) -> None:
        self.chosen.emit("duplicate")

    def _restore(self) -> None:
        self.chosen.emit("restore")

    def _open_menu(self) -> None:
        above = QPoint(0, -self.menu.sizeHint().height())
        self.menu.popup(self.more.mapToGlobal(above))

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
