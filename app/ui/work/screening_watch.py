"""Screens the parties of the open assessment beside the work, a moment after they are entered.

The search runs in a thread with a library of its own and writes nothing; what it found is
kept here, in the thread of the window.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.operations.lists import Lists
from app.operations.screening import find, keep, names_of
from app.operations.screening_answers import followed
from app.operations.troubles import TROUBLES
from app.ui.kit.jobs import Jobs
from app.ui.views.words import count_words

if TYPE_CHECKING:
    import datetime as dt

    from app.operations.screening import Asked
    from app.store.library import Library
    from app.store.list_values import KeptScreening
    from app.ui.work.work import Work

_PAUSE_MS = 900


def _search(library: Library, asked: tuple[Asked, ...], moment: dt.datetime, who: str) -> object:
    """Search the names; in a thread."""
    with library.beside() as mine:
        return find(Lists.of(mine), asked, moment, who)


class Watch(QObject):
    """One per window; the work it is about changes with the assessment that is open."""

    changed = Signal()
    told = Signal(str)
    found = Signal(str)  # new hits, in words

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Work | None = None
        self._names: tuple[Asked, ...] | None = None
        self._failed = False
        self.searching = False
        self._jobs = Jobs(self, "screening_jobs")
        self._jobs.done.connect(self._found)
        self._jobs.failed.connect(self._search_failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.search)

    def take(self, work: Work) -> None:
        """Turn to another assessment."""
        self._pause.stop()
        self._jobs.forget_waiting()
        self._work, self._names, self.searching = work, None, False
        work.asked_anew.connect(self.look)
        self.look()

    def look(self) -> None:
        """Look whether a name, its country or its address is another; then screen after a pause."""
        work = self._work
        if work is None:
            return
        names = names_of(work.assessment.answers)
        if names == self._names:
            self._hold(work)
            return
        self._names = names
        self._failed = False
        self.refresh()

    def _hold(self, work: Work) -> None:
        """What a screening answers is not answered otherwise, unless by a list that it adds."""
        if (
            work.record is None
            or not work.enabled
            or not any(followed(work.assessment.answers, work.record))
        ):
            return
        self.refresh()
        self.told.emit("The screening answers this. Decide its hits, or screen in a new list.")

    def refresh(self) -> None:
        """Let the answers say what the record says, and see whether anybody is to be screened."""
        work = self._work
        if work is None:
            return
        try:
            work.follow_screening()
        except TROUBLES as error:
            self.told.emit(str(error))
            return
        record = work.record
        self.changed.emit()
        due = record is not None and (record.unscreened or (record.names and record.replaced_lists))
        if due and record is not None and record.searchable and work.enabled and not self._failed:
            self._pause.start()

    @property
    def due(self) -> bool:
        """Whether a search waits or runs."""
        return self.searching or self._pause.isActive()

    def search(self) -> None:
        """Search now, in a thread."""
        work = self._work
        self._pause.stop()
        if work is None or self.searching or not work.enabled:
            return
        sitting = work.sitting
        asked = names_of(work.assessment.answers)
        self.searching = True
        moment = sitting.clock()
        job = partial(_search, sitting.library, asked, moment, sitting.who)
        self._jobs.run(sitting.id, job)
        self.changed.emit()

    def _found(self, assessment: str, found: KeptScreening) -> None:
        work = self._work
        if work is None or work.sitting.id != assessment:
            return
        self.searching = False
        try:
            screened = keep(work.sitting.library, assessment, found)
        except TROUBLES as error:
            self.told.emit(str(error))
            return
        if screened.new:
            words = count_words(len(screened.new), "new hit", "new hits")
            self.found.emit(f"Screened: {words} to decide, under Screening.")
        self.refresh()

    def _search_failed(self, assessment: str, error: Exception) -> None:
        if self._work is None or self._work.sitting.id != assessment:
            return
        self.searching, self._failed = False, True
        self.told.emit(f"Not screened: {error}")
        self.changed.emit()

    def wait(self) -> bool:
        """Wait for what runs; for closing and for tests."""
        return self._jobs.wait()
