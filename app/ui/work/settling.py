"""Which few answers would settle the rest: sought in a thread of its own, after a pause.

One conclusion is one job, so a new answer drops all that has not begun.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.assessment.settling import Settling, settled_by
from app.ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from app.assessment.determination import Determination
    from app.assessment.evaluation import Evaluation

_PAUSE_MS = 350
_MOST = 6
_FIRST = ("licence", "classification", "jurisdiction")


class Settler(QObject):
    """Announces addresses, those that settle most first."""

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self, "settling")
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._asked: tuple[Evaluation, tuple[Determination, ...]] | None = None
        self._round = 0
        self._sets: dict[int, tuple[str, ...]] = {}

    def ask(self, evaluation: Evaluation, found: tuple[Determination, ...]) -> None:
        """Seek for these conclusions; what was sought before is forgotten."""
        opened = sorted((each for each in found if not each.settled), key=_rank)
        self._round += 1
        self._jobs.forget_waiting()
        self._asked = (evaluation, tuple(opened[:_MOST]))
        self._sets = {}
        if opened:
            self._pause.start()
        else:
            self._pause.stop()
            self.found.emit(())

    def wait(self) -> bool:
        """Wait for what runs; for closing."""
        self._pause.stop()
        self._jobs.forget_waiting()
        return self._jobs.wait()

    def _begin(self) -> None:
        assert self._asked is not None
        evaluation, opened = self._asked
        for at, each in enumerate(opened):
            self._jobs.run((self._round, at), partial(settled_by, evaluation, each))

    def _done(self, key: tuple[int, int], result: Settling) -> None:
        if key[0] == self._round:
            self._sets[key[1]] = result.addresses
            self.found.emit(_ranked(self._sets))

    def _failed(self, key: tuple[int, int], _error: Exception) -> None:
        """A search that fails settles nothing; the conclusion itself stays as it is."""
        self._done(key, Settling(()))


def _rank(found: Determination) -> int:
    return _FIRST.index(found.kind) if found.kind in _FIRST else len(_FIRST)


def _ranked(sets: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """Addresses by how many conclusions they help to settle, then by the order of these."""
    counts: dict[str, int] = {}
    for at in sorted(sets):
        for address in sets[at]:
            counts[address] = counts.get(address, 0) + 1
    return tuple(sorted(counts, key=lambda address: -counts[address]))
