"""Imports lists and screens every assessment again, beside the window, with progress and cancel.

The thread opens the library once more under the right to write that the window holds; what it
tells goes through signals, and a cancel reaches it at the next thing it tells.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.operations.lists import Lists, Stopped, import_list
from app.operations.screening_answers import rescreen_all
from app.operations.troubles import TROUBLES
from app.ui.kit.jobs import Jobs
from app.ui.views.lists import failed, news_of, progress_words, refused, rescreened_words, stopped

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from app.operations.desk import Desk
    from app.operations.lists import Imported
    from app.operations.screening import Screened
    from app.ui.views.lists import News

_AGAIN = "screened again"


@dataclass(frozen=True, slots=True)
class _Import:
    """One file on its way in."""

    path: Path


class _Teller(QObject):
    """Carries progress out of the thread, and the wish to stop into it."""

    progressed = Signal(str, int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stop = Event()

    def tell(self, words: str, done: int, whole: int) -> None:
        """Tell how far it is; called in the thread.

        Raises:
            Stopped: a person wants no more of it.
        """
        if self.stop.is_set():
            raise Stopped
        self.progressed.emit(words, done, whole)


def _import(desk: Desk, path: Path, moment: dt.datetime, teller: _Teller) -> Imported:
    """Take a file in; in a thread."""
    told = _Sparing(teller, path.name)
    with desk.library.beside() as mine:
        return import_list(mine, path, moment, desk.who, told)


class _Sparing:
    """Tells only where the words are others: a list is read in thousands of steps."""

    def __init__(self, teller: _Teller, file: str) -> None:
        self._teller, self._file, self._last = teller, file, ""

    def __call__(self, what: str, done: int, whole: int) -> None:
        if self._teller.stop.is_set():
            raise Stopped
        words = progress_words(what, self._file, done, whole)
        if words != self._last:
            self._last = words
            self._teller.tell(words, done, whole)


def _again(desk: Desk, teller: _Teller) -> Mapping[str, Screened]:
    """Screen every assessment again; in a thread."""
    with desk.library.beside() as mine:
        return rescreen_all(replace(desk, library=mine), Lists.of(mine), partial(_told, teller))


def _told(teller: _Teller, done: int, whole: int) -> None:
    teller.tell(f"Screening assessment {done + 1} of {whole} again", done, whole)


class Importing(QObject):
    """Announces how far it is, what a file brought, and that it is idle again."""

    progressed = Signal(str, int, int)
    told = Signal(object)  # News
    changed = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._waiting: list[Path] = []
        self._brought = False
        self.busy = False
        self._jobs = Jobs(self, "lists_jobs")
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)
        self._teller = _Teller(self)
        queued = Qt.ConnectionType.QueuedConnection
        self._teller.progressed.connect(self._progressed, queued)

    def take(self, desk: Desk) -> None:
        """Turn to a library."""
        self._desk = desk

    def bring(self, paths: list[Path]) -> None:
        """Import files, one after the other, and screen every assessment again."""
        self._waiting += paths
        if not self.busy:
            self._next()

    def stop(self) -> None:
        """Stop what is under way; what is in already stays."""
        self._waiting = []
        self._teller.stop.set()

    def _next(self) -> None:
        assert self._desk is not None
        self._teller.stop.clear()
        self.busy = True
        if self._waiting:
            path = self._waiting.pop(0)
            job = partial(_import, self._desk, path, self._desk.clock(), self._teller)
            self._jobs.run(_Import(path), job)
        elif self._brought:
            self._brought = False
            self._jobs.run(_AGAIN, partial(_again, self._desk, self._teller))
        else:
            self.busy = False
            self.ended.emit()

    def _progressed(self, words: str, done: int, whole: int) -> None:
        if self.busy:
            self.progressed.emit(words, done, whole)

    def _done(self, key: object, result: object) -> None:
        if isinstance(key, _Import):
            self._brought = True
            self.told.emit(news_of(result))  # type: ignore[arg-type]  # what `_import` returns
            self.changed.emit()
        else:
            self.told.emit(self._news_again(result))  # type: ignore[arg-type]  # of `_again`
        self._next()

    def _news_again(self, found: Mapping[str, Screened]) -> News:
        assert self._desk is not None
        names = {line.id: line.name for line in self._desk.lines()}
        return rescreened_words(
            [(names[at], len(each.new)) for at, each in found.items() if at in names]
        )

    def _failed(self, key: object, error: Exception) -> None:
        self.told.emit(_trouble(key, error))
        self._next()

    def wait(self) -> bool:
        """Stop, and wait for what runs; for closing."""
        self.stop()
        return self._jobs.wait()


def _trouble(key: object, error: Exception) -> News:
    if isinstance(error, Stopped):
        return stopped(key.path.name if isinstance(key, _Import) else "")
    if isinstance(key, _Import) and isinstance(error, TROUBLES):
        return refused(key.path, error)
    what = f"{key.path.name} was not imported" if isinstance(key, _Import) else "Not screened again"
    return failed(what, error)
