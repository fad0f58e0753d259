"""One rendering process seen from the program: it is started, given a job, listened to, ended.

Listening, writing and the time limit have threads of their own, so that no caller ever waits.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

from app.report.errors import ReportError, TooLargeError, TooLongError, WorkerLostError
from app.report.frames import receive, send
from app.report.jobs import Done, Failed, Progress, Ready, Started, Ticket

Sink = Callable[["WorkerProcess", Progress | None], None]

_TO_START = 120.0  # seconds for a process to load everything on a slow disk


def _spawned() -> subprocess.Popen[bytes]:
    """A fresh process. It does not look for modules in the folder somebody happens to stand in."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "app.report.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUTF8": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


class WorkerProcess:
    """A process that renders one job at a time and tells its sink about it; None says it is gone."""

    def __init__(self, sink: Sink) -> None:
        """Start the process and listen to it."""
        self.ticket: Ticket | None = None
        self.was_ready = False
        self.gone = False
        self._sink = sink
        self._seconds = 0.0
        self._why: tuple[Ticket, ReportError] | None = None
        self._timer: threading.Timer | None = None
        self._process = _spawned()
        self._listener = self._thread(self._listen)

    @property
    def pid(self) -> int:
        """The number by which the system knows the process."""
        return self._process.pid

    @property
    def free(self) -> bool:
        """Whether it can take a job."""
        return self.ticket is None and not self.gone

    def give(self, ticket: Ticket, seconds: float, frame: bytes) -> None:
        """Hand over a job; its time runs from the moment the process begins with it."""
        self.ticket, self._seconds = ticket, seconds
        self._limit(_TO_START + seconds)
        self._thread(self._write, frame)

    def end(self, why: ReportError) -> None:
        """Kill the process; a job under way fails with this reason."""
        if self.ticket is not None and self._why is None:
            self._why = (self.ticket, why)
        self._process.kill()

    def join(self) -> None:
        """Wait until all of a process that was ended is gone."""
        self._listener.join()

    def _thread(self, work: Callable[..., None], *arguments: object) -> threading.Thread:
        thread = threading.Thread(target=work, args=arguments, name=f"report {self.pid}")
        thread.daemon = True
        thread.start()
        return thread

    def _limit(self, seconds: float) -> None:
        """End the job if it is not ready in time."""
        self._stop_timer()
        self._timer = threading.Timer(seconds, self._expire, (self.ticket,))
        self._timer.daemon = True
        self._timer.start()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _expire(self, ticket: Ticket) -> None:
        if self.ticket == ticket:
            limit = f"{self._seconds:g} seconds"
            self.end(TooLongError(f"The document was not ready after {limit}; the work was ended."))

    def _write(self, frame: bytes) -> None:
        """Push a job through the pipe; if nobody reads it, the listener tells."""
        stream: Any = self._process.stdin
        try:
            send(stream, frame)
        except (OSError, ValueError):
            self._process.kill()

    def _listen(self) -> None:
        """Pass on every message, and at the end say what became of the job and that all is over."""
        stream: Any = self._process.stdout
        try:
            while True:
                self._heard(receive(stream))
        except (EOFError, OSError):
            self._process.kill()
        self._over(self._process.wait())

    def _heard(self, message: Progress | Ready) -> None:
        """A message; after the last one of a job the process is free, or spent if memory ran out."""
        match message:
            case Ready():
                self.was_ready = True
                return
            case Started():
                self._limit(self._seconds)
            case Done() | Failed():
                self._stop_timer()
                self.gone = isinstance(message, Failed) and isinstance(message.error, TooLargeError)
                self.ticket = None
            case _:
                pass
        self._sink(self, message)

    def _over(self, status: int) -> None:
        """The process is gone: close its pipes, and fail the job it was busy with."""
        self._stop_timer()
        for pipe in (self._process.stdin, self._process.stdout):
            _close(pipe)
        self.gone = True
        if self.ticket is not None:
            self._sink(self, Failed(self.ticket, self._reason(self.ticket, status)))
        self._sink(self, None)

    def _reason(self, ticket: Ticket, status: int) -> ReportError:
        """Why a job was lost: what it was ended for, else that the process fell over."""
        if self._why is not None and self._why[0] == ticket:
            return self._why[1]
        return WorkerLostError(
            f"The rendering process ended by itself (status {status}); it may have run out of "
            "memory. The document was not made."
        )


def _close(pipe: Any) -> None:  # noqa: ANN401  # a stream
    """Close a pipe whose other end is gone; what was still to be written has no reader."""
    try:
        pipe.close()
    except OSError:
        return
