"""Hands what a person says of an action to the library, and shows how it stands then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.operations import tasks as verbs
from app.operations.troubles import TROUBLES
from app.ui.views.tasks import task_row
from app.ui.views.words import capital

if TYPE_CHECKING:
    from app.operations.sitting import Sitting
    from app.ui.work.tasks_list import TasksList
    from app.ui.work.work import Work

_TOLD = {
    "assign": "Owner and day are kept.",
    "finish": "Done. “Take up again” takes it back.",
    "take_up": "Taken up again.",
    "add": "Added. “Drop” takes it back.",
    "drop": "Dropped; the log keeps that it was there.",
}


class TaskDesk(QObject):
    """Announces what is to be told."""

    told = Signal(str)

    def __init__(self, shown: TasksList) -> None:
        super().__init__(shown)
        self._shown = shown
        self._work: Work | None = None
        shown.said.connect(self._said)

    def take(self, work: Work) -> None:
        """Turn to another assessment."""
        self._work = work
        self._shown.close_form()

    def show(self) -> None:
        """Show the actions as they stand."""
        if self._work is not None:
            work = self._work
            rows = [task_row(each, work.today) for each in verbs.tasks(work.sitting)]
            self._shown.show_rows(rows, enabled=work.enabled)

    def _said(self, verb: str, key: str, words: dict[str, object]) -> None:
        assert self._work is not None
        try:
            _do(self._work.sitting, verb, key, words)
        except TROUBLES as error:
            self._shown.show_trouble(capital(f"{error}."))
            return
        self._shown.close_form()
        self.show()
        self._shown.focus_line(key)
        self.told.emit(_TOLD[verb])


def _do(sitting: Sitting, verb: str, key: str, words: dict[str, object]) -> None:
    owner, day = str(words.get("owner") or ""), words.get("day")
    if verb == "assign":
        verbs.assign(sitting, key, owner, day)  # type: ignore[arg-type]  # a date or None
    elif verb == "finish":
        verbs.finish(sitting, key, str(words["how"]))
    elif verb == "add":
        verbs.add(sitting, str(words["does"]), owner, day)  # type: ignore[arg-type]  # the same
    elif verb == "take_up":
        verbs.take_up(sitting, key)
    else:
        verbs.drop(sitting, key)
