"""What goes on beside the list: an edition is checked, and every assessment is evaluated again.

Both run in a thread of their own with a reading library of their own; what comes of it is
written here, a few assessments at a time, so that nothing waits and nothing is half done.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.operations.editions import (
    begin_use,
    install,
    law_in_use,
    lines,
    name_of,
    prepared,
)
from app.operations.reevaluation import due, keep, results
from app.operations.troubles import TROUBLES
from app.questionnaire.source import QuestionnaireError
from app.store.library import Library
from app.ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.operations.desk import Desk
    from app.operations.edition_file import EditionFile
    from app.operations.editions import EditionLine
    from app.operations.reevaluation import Result
    from app.questionnaire.definition import Questionnaire

_BATCH = 20
_LATER_MS = 600
_EVALUATING, _CHECKING = "evaluating", "checking"


class Upkeep(QObject):
    """Announces how far it is, that it ended, and that another law is in use."""

    told = Signal(str)
    progressed = Signal(str, int, int)  # what, done, of how many; no whole where it is not known
    ended = Signal()
    desk_changed = Signal(object)
    wrong = Signal(object)  # the lines that say what is wrong with an edition
    _found = Signal(object, int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._jobs = Jobs(self, "upkeep")
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)
        self._found.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        self._stop = Event()
        self._running = False
        self._again = False
        self._closed = False
        self._waiting: list[Result] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LATER_MS)
        self._soon.timeout.connect(self.evaluate)

    def take(self, desk: Desk) -> None:
        """Turn to a library; what is due is evaluated a little later."""
        self._desk, self._closed = desk, False
        self.later()

    @property
    def desk(self) -> Desk:
        """The library that is open."""
        assert self._desk is not None
        return self._desk

    @property
    def running(self) -> bool:
        """Whether assessments are being evaluated again."""
        return self._running

    def later(self) -> None:
        """Evaluate what is due, once the window has come to rest."""
        if self._desk is not None and not self.desk.library.standing.why_read_only:
            self._soon.start()

    def at_hand(self) -> tuple[EditionLine, ...]:
        """The laws at hand."""
        return lines(self.desk.library.editions.read(), self.desk.shipped_law)

    # ---------------------------------------------------------------- editions
    def bring(self, path: Path) -> None:
        """Check an edition, and keep it where it is right."""
        texts = self.desk.questionnaire.texts
        self.progressed.emit("Checking the edition and its worked cases", 0, 0)
        self._jobs.run((_CHECKING, path), partial(prepared, path, texts))

    def _checked(self, checked: tuple[EditionFile, Questionnaire]) -> None:
        desk = self.desk
        try:
            moment = desk.clock()
            found = install(desk.library, desk.shipped_law, *checked, moment, desk.who)
            chosen = law_in_use(desk.library, desk.shipped_law)
            begin_use(desk.library, chosen.questionnaire, desk.clock(), desk.who)
        except TROUBLES as error:
            self.told.emit(str(error))
            return
        name = name_of(found.edition.folders)
        self.told.emit(found.remark or f"The edition {name} is in use now.")
        if chosen.questionnaire.hash != desk.questionnaire.hash:
            self.stop()
            self.desk_changed.emit(
                replace(desk, questionnaire=chosen.questionnaire, shipped=desk.shipped_law)
            )

    # ---------------------------------------------------------------- evaluating again
    def evaluate(self) -> None:
        """Evaluate whatever is due; where that is going on already, once more after it."""
        if self._running:
            self._again = True
            return
        try:
            wanted = len(due(self.desk))
        except TROUBLES as error:
            self.told.emit(str(error))
            return
        if not wanted:
            self.ended.emit()
            return
        self._running, self._stop = True, Event()
        self.progressed.emit("Evaluating again", 0, wanted)
        self._jobs.run(_EVALUATING, partial(_evaluate, self.desk, self._stop, self._found.emit))

    def stop(self) -> None:
        """Stop evaluating; what was found so far is kept."""
        self._soon.stop()
        self._again = False
        self._stop.set()

    def _keep(self, result: Result, done: int, whole: int) -> None:
        if self._closed:
            return
        self._waiting.append(result)
        if len(self._waiting) >= _BATCH or done == whole:
            self._write()
        if not self._stop.is_set():
            self.progressed.emit("Evaluating again", done, whole)

    def _write(self) -> None:
        waiting, self._waiting = self._waiting, []
        if waiting:
            try:
                keep(self.desk.library, waiting)
            except TROUBLES as error:
                self.stop()
                self.told.emit(str(error))

    def _done(self, key: object, result: Any) -> None:  # noqa: ANN401  # what the job gives
        if self._closed:
            return
        if key == _EVALUATING:
            self._write()
            self._running = False
            self.ended.emit()
            if self._again:
                self._again = False
                self.evaluate()
        else:
            self.ended.emit()
            self._checked(result)

    def _failed(self, key: object, error: Exception) -> None:
        if self._closed:
            return
        self._running = False if key == _EVALUATING else self._running
        self.ended.emit()
        if isinstance(error, QuestionnaireError):
            problems = [str(problem) for problem in error.problems]
            self.wrong.emit(problems)
        else:
            self.told.emit(str(error))

    def close(self) -> None:
        """Stop, and wait for what runs; what comes of it later reaches nobody."""
        self.stop()
        self._jobs.wait()
        if not self._closed and self._desk is not None:
            self._write()
        self._closed = True


def _evaluate(desk: Desk, stop: Event, found: Callable[[Result, int, int], None]) -> None:
    """In the thread: a library of its own, opened for reading."""
    with Library.open(desk.library.path, desk.clock(), read_only=True) as library:
        here = replace(desk, library=library)
        wanted = due(here)
        for number, result in enumerate(results(here, wanted, stop.is_set), 1):
            found(result, number, len(wanted))
