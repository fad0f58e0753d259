"""Renders documents in processes of their own, so that no document can hang or bring down the program.

A process that is ended or lost is replaced at once; other jobs do not notice. Nothing here imports
WeasyPrint or Qt.
"""

import threading
from collections import deque
from types import TracebackType
from typing import Self

from app.report.errors import CancelledError, ReportError
from app.report.frames import framed
from app.report.jobs import Done, Failed, Progress, Rendered, RenderJob, Ticket
from app.report.process import WorkerProcess


class Renderer:
    """Some warm rendering processes and a queue of jobs. Use it as a context manager."""

    def __init__(self, workers: int = 2) -> None:
        """Start the processes; they load what they need while the program goes on."""
        self._changed = threading.Condition()
        self._next = 1
        self._closing = False
        self._queue: deque[tuple[Ticket, float, bytes]] = deque()
        self._inbox: list[Progress] = []
        self._open: set[Ticket] = set()  # whose end nobody has been told yet
        self._awaited: set[Ticket] = set()
        self._workers = [WorkerProcess(self._hear) for _ in range(workers)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers by which the system knows the processes."""
        with self._changed:
            return tuple(worker.pid for worker in self._workers)

    def start(self, job: RenderJob) -> Ticket:
        """Begin with a job, or queue it while all processes are busy."""
        with self._changed:
            return self._queued(job)

    def poll(self) -> list[Progress]:
        """What happened since the last look, in order; never waits."""
        with self._changed:
            mine = [p for p in self._inbox if p.ticket not in self._awaited]
            self._inbox = [p for p in self._inbox if p.ticket in self._awaited]
            self._open -= {p.ticket for p in mine if isinstance(p, Done | Failed)}
            return mine

    def render(self, job: RenderJob) -> Rendered:
        """The finished document; waits for it. Raises the ReportError that prevented it."""
        with self._changed:
            ticket = self._queued(job)
            self._awaited.add(ticket)
        return self.wait(ticket)

    def wait(self, ticket: Ticket) -> Rendered:
        """The finished document of a job that was started; its progress no longer goes to poll."""
        with self._changed:
            if ticket not in self._open:
                raise ReportError("The end of this job was told already.")
            self._awaited.add(ticket)
            self._changed.wait_for(lambda: self._ending(ticket) is not None)
            ending = self._ending(ticket)
            self._awaited.discard(ticket)
            self._inbox = [p for p in self._inbox if p.ticket != ticket]
            self._open.discard(ticket)
        if isinstance(ending, Failed):
            raise ending.error
        assert ending is not None  # that is what was waited for
        return ending.rendered

    def cancel(self, ticket: Ticket) -> None:
        """Call a job off. Its last message is a Failed with CancelledError; a finished job stays so."""
        with self._changed:
            waiting = [queued for queued in self._queue if queued[0] == ticket]
            for queued in waiting:
                self._queue.remove(queued)
                self._put(Failed(ticket, _cancelled()))
            for worker in self._workers:
                if worker.ticket == ticket:
                    worker.end(_cancelled())

    def close(self) -> None:
        """End all processes; jobs under way and in the queue are called off."""
        with self._changed:
            self._closing = True
            workers = list(self._workers)
            while self._queue:
                self._put(Failed(self._queue.popleft()[0], _cancelled()))
            for worker in workers:
                worker.end(_cancelled())
        for worker in workers:
            worker.join()

    def _queued(self, job: RenderJob) -> Ticket:
        """A ticket for a job that now stands in the queue."""
        if self._closing:
            raise ReportError("The renderer is closed.")
        ticket = Ticket(self._next)
        self._next += 1
        self._queue.append((ticket, job.limits.seconds, framed((ticket, job))))
        self._open.add(ticket)
        self._hand_out()
        return ticket

    def _hand_out(self) -> None:
        """Give waiting jobs to free processes, and successors to processes that are gone."""
        for at, worker in enumerate(self._workers):
            if self._queue and worker.gone:
                self._workers[at] = WorkerProcess(self._hear)
            if self._queue and self._workers[at].free:
                self._workers[at].give(*self._queue.popleft())

    def _ending(self, ticket: Ticket) -> Done | Failed | None:
        """How a job ended, if it has."""
        endings = (p for p in self._inbox if isinstance(p, Done | Failed) and p.ticket == ticket)
        return next(endings, None)

    def _put(self, progress: Progress) -> None:
        self._inbox.append(progress)
        self._changed.notify_all()

    def _hear(self, worker: WorkerProcess, message: Progress | None) -> None:
        """From a listener's thread: a message, or that the process is gone.

        One that had been ready gets a successor at once, to be warm for the next job; one that
        never was would only fall over again, and waits for the next job.
        """
        with self._changed:
            if message is not None:
                self._put(message)
            elif worker in self._workers and worker.was_ready and not self._closing:
                self._workers[self._workers.index(worker)] = WorkerProcess(self._hear)
            if not self._closing:
                self._hand_out()


def _cancelled() -> CancelledError:
    """The reason of a job that somebody called off."""
    return CancelledError("The document was called off.")
