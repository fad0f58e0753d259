"""The actions on the review page: each can be given, done and taken up; one's own can be added.

One form is open at a time. While it is, other states do not take away what is typed in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.marks import State
from app.ui.kit.text import Text
from app.ui.views.tasks import who_and_when
from app.ui.work.task_form import TaskForm
from app.ui.work.tidy import emptied, laid_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.views.tasks import TaskRow

_EMPTY = "Nothing is left to do."


class _Line(QWidget):
    """One action with its verbs; the form opens below it."""

    pressed = Signal(str, str)

    def __init__(self, row: TaskRow, *, enabled: bool) -> None:
        super().__init__()
        self.row = row
        self.setObjectName(f"action.{row.key}")
        self.setAccessibleName(f"{row.title}. {row.done or who_and_when(row)}")
        said = layout.column(Text(row.title, "medium"), gap=0)
        if row.detail:
            said.fill(Text(row.detail, "small", "text.2"))
        said.fill(_standing(row), self._verbs(enabled=enabled))
        mark = layout.column(State(row.state), layout.STRETCH, margins=(0, 2, 0, 0))
        line = layout.row(mark, said, gap=10, margins=(0, 5, 0, 5))
        line.setStretch(1, 1)
        self._below = layout.column(gap=0)
        column = layout.column(gap=0)
        column.fill(line, self._below)
        self.setLayout(column)

    def _verbs(self, *, enabled: bool) -> layout.Box:
        verbs = layout.row(gap=12, margins=(0, 1, 0, 0))
        for verb, words in _verbs_of(self.row) if enabled else ():
            link = Button(f"{verb}.{self.row.key}", words, Kind.LINK)
            link.setAccessibleName(f"{words}: {self.row.title}")
            link.clicked.connect(self._pressed)
            verbs.fill(link)
        return verbs.fill(layout.STRETCH)

    def _pressed(self) -> None:
        self.pressed.emit(self.sender().objectName().partition(".")[0], self.row.key)

    def open(self, form: TaskForm) -> None:
        """Show the form below the line."""
        self._below.addWidget(form)


def _standing(row: TaskRow) -> Text:
    if row.done:
        return Text(row.done, "small", "text.2")
    return Text(who_and_when(row), "small", "required.text" if row.overdue else "text.2")


def _verbs_of(row: TaskRow) -> list[tuple[str, str]]:
    if row.done:
        return [("take_up", "Take up again")]
    verbs = [("assign", "Owner and day"), ("finish", "Done")]
    return [*verbs, ("drop", "Drop")] if row.own else verbs


class TasksList(QWidget):
    """Announces what a person says of an action: the verb, its key, and the words by field."""

    said = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[TaskRow, ...] | None = None
        self._enabled = True
        self._form: TaskForm | None = None
        self._open = ("", "")
        self.count = Text("", "small", "text.2", tabular=True)
        self._empty = Text(_EMPTY, "small", "text.2")
        self._lines = layout.column(gap=0)
        self._new = layout.column(gap=0)
        self._add = Button("add_action", "Add an action", Kind.LINK, icon="plus")
        adding = (layout.row(self._add, layout.STRETCH), self._new)
        column = layout.column(self._empty, *adding, self._lines, gap=4)
        self.setLayout(column)
        self._add.clicked.connect(self._adding)

    def show_rows(self, rows: Sequence[TaskRow], *, enabled: bool) -> None:
        """Show other actions; an open form stays where its action stays."""
        if (tuple(rows), enabled) == (self._rows, self._enabled):
            return
        kept = self._typed()
        self._rows, self._enabled = tuple(rows), enabled
        self._close()
        emptied(self._lines)
        for row in rows:
            line = _Line(row, enabled=enabled)
            line.pressed.connect(self._pressed)
            self._lines.addWidget(line)
            line.show()
        self.count.show_text(str(len(rows)) if rows else "")
        self._empty.setVisible(not rows)
        self._add.setVisible(enabled)
        if kept is not None:
            self._show_form(*kept)

    def _typed(self) -> tuple[str, str, dict[str, str]] | None:
        """The form that is open, with what is typed in it."""
        if self._form is None:
            return None
        return (*self._open, {name: box.text() for name, box in self._form.boxes.items()})

    def _adding(self) -> None:
        self._show_form("add", "", {})
        self._focus()

    def _pressed(self, verb: str, key: str) -> None:
        if verb in {"take_up", "drop"}:
            self.said.emit(verb, key, {})
            return
        row = next(row for row in self._rows or () if row.key == key)
        self._show_form(verb, key, {"owner": row.owner, "day": row.day})
        self._focus()

    def _show_form(self, verb: str, key: str, given: dict[str, str]) -> None:
        self._close()
        lines = [line for line in self.findChildren(_Line) if line.isVisibleTo(self)]
        line = next((line for line in lines if line.row.key == key), None)
        if line is None and verb != "add":
            return
        form = self._form = TaskForm(verb, given)
        self._open = (verb, key)
        form.saved.connect(self._saved)
        form.cancelled.connect(self._close)
        if line is not None:
            line.open(form)
        else:
            self._new.addWidget(form)
        form.show()
        laid_out()

    def _focus(self) -> None:
        if self._form is not None:
            self._form.focus()

    def _saved(self, words: dict[str, object]) -> None:
        self.said.emit(*self._open, words)

    def show_trouble(self, words: str) -> None:
        """Say why it was not saved, where it was to be."""
        if self._form is not None:
            self._form.show_doubt(words)

    def close_form(self) -> None:
        """What was in the form is saved."""
        self._close()

    def focus_line(self, key: str) -> None:
        """Go on at an action where there are still verbs, else at adding one."""
        lines = [line for line in self.findChildren(_Line) if line.isVisibleTo(self)]
        line = next((line for line in lines if line.row.key == key), None)
        found = line.findChildren(Button) if line else []
        (found[0] if found else self._add).setFocus()

    def _close(self) -> None:
        form, self._form, self._open = self._form, None, ("", "")
        if form is not None:
            form.hide()
            form.deleteLater()
