"""The press: documents of a sitting made in the background, told of as stages.

Nothing here waits: a skin starts it, looks at it now and then, and may stop it.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from app.operations.printing import Made, keep, order_of
from app.report.documents import DOCUMENTS
from app.report.errors import CancelledError, ReportError
from app.report.jobs import Done, Failed, LaidOut, Started, Writing
from app.report.renderer import Renderer
from app.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from app.operations.sitting import Sitting
    from app.report.jobs import Progress, RenderJob, Ticket

WAITING, LAYING_OUT, WRITING, DONE, FAILED, STOPPED = (
    "waiting",
    "laying out",
    "writing",
    "done",
    "failed",
    "stopped",
)
UNDER_WAY = frozenset({WAITING, LAYING_OUT, WRITING})


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a document is; ``trouble`` says in words why there is none."""

    kind: str
    state: str
    pages: int = 0
    made: Made | None = None
    trouble: str = ""

    @property
    def title(self) -> str:
        """The document's title."""
        return DOCUMENTS[self.kind].title


class Press:
    """One sitting's documents at a time; the processes start with the first."""

    def __init__(self, renderer: Callable[[], Renderer] = Renderer) -> None:
        self._make = renderer
        self._renderer: Renderer | None = None
        self._tickets: dict[Ticket, Stage] = {}
        self._preparing: list[tuple[Stage, Future[RenderJob]]] = []
        self._threads = ThreadPoolExecutor(1, "document")
        self._sitting: Sitting | None = None
        self._folder: Path | None = None

    def warm(self) -> Renderer:
        """Start the processes, so that they are warm when a document is wanted."""
        if self._renderer is None:
            self._renderer = self._make()
        return self._renderer

    def start(self, sitting: Sitting, kind: str, folder: Path) -> Stage:
        """Begin with a document."""
        self._sitting, self._folder = sitting, folder
        try:
            order = order_of(sitting, kind)
        except (StoreError, ReportError) as error:
            return Stage(kind, FAILED, trouble=str(error))
        stage = Stage(kind, WAITING)
        self._preparing.append((stage, self._threads.submit(order.job)))
        return stage

    @property
    def busy(self) -> bool:
        """Whether a document is being made."""
        under_way = any(stage.state in UNDER_WAY for stage in self._tickets.values())
        return bool(self._preparing) or under_way

    def poll(self) -> tuple[Stage, ...]:
        """The documents about which there is news."""
        failed = tuple(self._handed_over())
        if self._renderer is None:
            return failed
        news = {}
        for message in self._renderer.poll():
            stage = self._tickets.get(message.ticket)
            if stage is not None:
                self._tickets[message.ticket] = news[message.ticket] = self._after(stage, message)
        return (*failed, *news.values())

    def _handed_over(self) -> Iterator[Stage]:
        """Give the renderer what is prepared; what could not be prepared is told."""
        ready = [each for each in self._preparing if each[1].done()]
        self._preparing = [each for each in self._preparing if not each[1].done()]
        for stage, future in ready:
            try:
                self._tickets[self.warm().start(future.result())] = stage
            except (ReportError, ValueError, LookupError, TypeError) as error:
                yield replace(stage, state=FAILED, trouble=f"It could not be prepared: {error}")

    def _after(self, stage: Stage, message: Progress) -> Stage:
        match message:
            case Started():
                return replace(stage, state=LAYING_OUT)
            case LaidOut(pages=pages):
                return replace(stage, state=WRITING, pages=pages)
            case Writing():
                return replace(stage, state=WRITING)
            case Failed(error=error):
                stopped = isinstance(error, CancelledError)
                return replace(stage, state=STOPPED if stopped else FAILED, trouble=str(error))
            case Done():
                return self._kept(stage, message)
            case _:
                assert_never(message)

    def _kept(self, stage: Stage, message: Done) -> Stage:
        assert self._sitting is not None
        assert self._folder is not None
        try:
            made = keep(self._sitting, stage.kind, message.rendered, self._folder)
        except StoreError as error:
            return replace(stage, state=FAILED, trouble=str(error))
        return replace(stage, state=DONE, pages=made.pages, made=made)

    def stop(self) -> tuple[Stage, ...]:
        """Call off what is under way; a finished document stays. What had not begun is told."""
        for _, future in self._preparing:
            future.cancel()
        stopped = tuple(replace(stage, state=STOPPED) for stage, _ in self._preparing)
        self._preparing = []
        for ticket, stage in self._tickets.items():
            if stage.state in UNDER_WAY and self._renderer is not None:
                self._renderer.cancel(ticket)
        return stopped

    def close(self) -> None:
        """End the processes."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        if self._renderer is not None:
            self._renderer.close()
        self._renderer = None
