"""The actions of every assessment on one screen: whose, until when, overdue first; as a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy

from app.operations.calendar import save_calendar
from app.operations.tasks import tasks_of_all
from app.operations.troubles import TROUBLES
from app.ui import theme
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.field_box import FieldBox
from app.ui.kit.marks import State
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text
from app.ui.kit.toast import Toast
from app.ui.views.tasks import MOST, summary, task_row, who_and_when, with_words
from app.ui.work.tidy import emptied, laid_out

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.operations.desk import Desk
    from app.operations.tasks import Task
    from app.ui.views.tasks import TaskRow

_WIDTH = 820
_ABOUT = (
    "What every assessment calls for, as it was worked out last. An assessment opens to say whose "
    "an action is, until when, and how it was done."
)
_CALENDAR = "Actions that have a day and are not done, for any calendar program"


class _Line(layout.Pane):
    """One action, with the way to its assessment."""

    opened = Signal(str)

    def __init__(self, row: TaskRow) -> None:
        self._row = row
        standing = row.done or who_and_when(row)
        ink = "required.text" if row.overdue else "text.2"
        said = layout.column(Text(row.title, "medium"), gap=0)
        if row.detail:
            said.fill(Text(row.detail, "small", "text.2"))
        said.fill(Text(standing, "small", ink))
        link = Button(f"action.{row.key}", row.name, Kind.LINK)
        link.setAccessibleName(f"Open {row.name}: {row.title}. {standing}")
        link.clicked.connect(self._pressed)
        said.fill(layout.row(link, layout.STRETCH))
        mark = layout.column(State(row.state), layout.STRETCH, margins=(0, 2, 0, 0))
        line = layout.row(mark, said, gap=10, margins=(0, 6, 0, 6))
        line.setStretch(1, 1)
        super().__init__(line)

    def _pressed(self) -> None:
        self.opened.emit(self._row.assessment)


class ActionsScreen(layout.Pane):
    """Announces that a person wants back, or an assessment."""

    back_wanted = Signal()
    opened = Signal(str)

    def __init__(self) -> None:
        tip = "Back  Esc"
        self.back = Button("actions.back", "Library", Kind.QUIET, icon="chevron-left", tip=tip)
        self.save = Button("save_calendar", "Save calendar…", icon="calendar", tip=_CALENDAR)
        self.search = FieldBox(width=320)
        painting.name_widget(self.search.edit, "actions.search", "Words in actions", "Narrows them")
        self.search.show_placeholder("Action, owner or assessment")
        self._count = Text("", "small", "text.2", tabular=True)
        self._lines = layout.column(gap=0)
        super().__init__(self._lay_out(), "page")
        self.setObjectName("actions_screen")
        self.setAccessibleName("Actions")
        self.toast = Toast(self)
        self._desk: Desk | None = None
        self._tasks: tuple[Task, ...] = ()
        self._rows: tuple[TaskRow, ...] = ()
        self.back.clicked.connect(self.back_wanted)
        self.save.clicked.connect(self._ask)
        self.search.typed.connect(self.show_words)
        self.search.left.connect(self.show_words)

    def _lay_out(self) -> layout.Box:
        bar = layout.row(self.back, layout.Line(upright=True), gap=7, margins=(10, 8, 14, 8))
        bar.fill(Text("Actions", "medium", wrap=False), layout.STRETCH, self.save)
        head = layout.Pane(layout.column(bar, layout.Line(), gap=0), "chrome")
        title = layout.column(Text("Actions", "display"), Text(_ABOUT, "body", "text.2"), gap=2)
        column = layout.column(title, gap=14, margins=(32, 20, 28, 32))
        column.fill(layout.row(self.search, layout.STRETCH), self._count, self._lines)
        column.addStretch(1)
        page = self._page = layout.Pane(column)
        page.setMaximumWidth(theme.px(_WIDTH))
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        around = layout.row(layout.STRETCH, page, layout.STRETCH, gap=0)
        around.setStretch(1, 1000)  # the page takes what it may, the rest is margin
        self.area = Scroll(layout.Pane(around))
        return layout.column(head, self.area, gap=0, grow=self.area)

    def rescale(self) -> None:
        """Keep the reading width at another zoom."""
        self._page.setMaximumWidth(theme.px(_WIDTH))

    def take(self, desk: Desk) -> None:
        """Read the actions of a library."""
        self._desk = desk
        today = desk.clock().date()
        self._tasks = tasks_of_all(desk.library)
        self._rows = tuple(task_row(each, today) for each in self._tasks)
        self.save.setEnabled(any(each.due and not each.done for each in self._tasks))
        self.show_words(self.search.text())

    def show_words(self, words: str) -> None:
        """Show those in which these words stand."""
        shown = with_words(self._rows, words)
        self._count.show_text(summary(shown) if self._rows else "Nothing is left to do.")
        emptied(self._lines)
        for row in shown[:MOST]:
            line = _Line(row)
            line.opened.connect(self.opened)
            self._lines.addWidget(line)
            line.show()
        laid_out()

    def _ask(self) -> None:
        dialog = QFileDialog(self, "Save calendar", "", "Calendar (*.ics)")
        dialog.setObjectName("calendar_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile("Clearway actions.ics")
        dialog.fileSelected.connect(self._save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_to(self, path: str) -> None:
        assert self._desk is not None
        try:
            save_calendar(self._tasks, self._desk.clock(), Path(path))
        except TROUBLES as error:
            self.toast.tell(f"Not saved: {error}", undo=False)
            return
        self.toast.tell(f"Saved to {path}", undo=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line at the foot."""
        super().resizeEvent(event)
        self.toast.place()
