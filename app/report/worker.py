"""The rendering process: takes a job, says how far it is, gives back a PDF; one after the other.

It is started as `python -m app.report.worker` and ends when its input does. It keeps its output
for messages and sends everything that libraries print to standard error.
"""

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, BinaryIO

from app.report.errors import (
    AccessRefusedError,
    LibraryMissingError,
    ReportError,
    TemplateError,
    TooLargeError,
)
from app.report.frames import framed, receive, send
from app.report.jobs import (
    OWN_BROKEN,
    Done,
    Failed,
    LaidOut,
    Limits,
    Ready,
    Rendered,
    RenderJob,
    Started,
    Ticket,
    Writing,
)

Say = Callable[[Any], None]

_ORPHANED_AFTER = 30.0  # seconds beyond a job's limit in which the parent should have ended us

PANGO_MISSING = (
    "The library Pango, which sets the type of documents, is not installed or cannot be loaded. "
    "Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. "
    "Fedora: dnf install pango. macOS: brew install pango. "
    "Windows: install MSYS2, run pacman -S mingw-w64-ucrt-x86_64-pango, and set "
    "WEASYPRINT_DLL_DIRECTORIES to C:\\msys64\\ucrt64\\bin. Then start Clearway again."
)


def _limit_memory(limits: Limits) -> None:
    """Hold the process to its address space, on systems that can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  # Windows does not have it

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = limits.megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))


def _rendered(job: RenderJob, ticket: Ticket, say: Say) -> Rendered:
    """The document of a job."""
    from app.report.pdf import Sheets, make  # noqa: PLC0415  # a missing Pango must be tellable
    from app.report.templates import stylesheets, to_html  # noqa: PLC0415

    began = time.monotonic()
    html, problems = to_html(job)
    css = stylesheets(job)
    sheets = Sheets(html, css, job.attachment, job.moment, job.logo, job.fillable)

    def laid_out(pages: int) -> None:
        say(LaidOut(ticket, pages))
        say(Writing(ticket))

    pdf, pages, remarks = make(sheets, laid_out)
    return Rendered(pdf, pages, time.monotonic() - began, problems, remarks)


def _with_own_or_shipped(job: RenderJob, ticket: Ticket, say: Say) -> Rendered:
    """The document by the firm's own templates; where these are broken by the shipped ones, told."""
    try:
        return _rendered(job, ticket, say)
    except (TemplateError, AccessRefusedError) as broken:
        from app.report.templates import there_is  # noqa: PLC0415  # loaded by now

        shipped = replace(job, folders=())
        if not job.folders or not there_is(shipped):
            raise
        made = _rendered(shipped, ticket, say)
        own = ", ".join(map(str, job.folders))
        said = f"{OWN_BROKEN} {own}: {broken} The shipped templates were used instead."
        return replace(made, remarks=(said, *made.remarks))


def _outcome(job: RenderJob, ticket: Ticket, say: Say) -> Done | Failed:
    """The document, or what prevented it as an error of ours."""
    try:
        return Done(ticket, _with_own_or_shipped(job, ticket, say))
    except ReportError as error:
        return Failed(ticket, error)
    except MemoryError:
        limit = f"{job.limits.megabytes} MB of memory"
        return Failed(
            ticket, TooLargeError(f"The document needs more than the {limit} it may use.")
        )
    except RecursionError:
        return Failed(ticket, TooLargeError("The document nests its parts too deeply."))
    except OSError as error:
        return Failed(ticket, _missing(error))
    except Exception as error:  # noqa: BLE001  # the type-setter's own fault, told and survived
        return Failed(ticket, ReportError(f"The document could not be set: {error!r}"))


def _missing(error: OSError) -> ReportError:
    """An OSError that comes from loading Pango, in words; any other as it is."""
    loading = "cannot load library" in str(error) or "dlopen" in str(error)
    return LibraryMissingError(PANGO_MISSING) if loading else ReportError(f"System error: {error}")


def _warm() -> None:
    """Load what every job needs, before the first one asks."""
    with contextlib.suppress(OSError):  # told with the first job, in words
        from app.report import pdf, templates  # noqa: F401, PLC0415
        from app.report.fonts import covered, font_bytes, font_names  # noqa: PLC0415

        covered()
        for name in font_names():
            font_bytes(name)


def _end_if_orphaned(limits: Limits) -> threading.Timer:
    """A timer that ends this process if nobody has done so long after a job's limit."""
    timer = threading.Timer(limits.seconds + _ORPHANED_AFTER, os._exit, (3,))
    timer.daemon = True
    timer.start()
    return timer


def serve(jobs: BinaryIO, messages: BinaryIO) -> None:
    """Work until the input ends."""

    def say(message: Any) -> None:  # noqa: ANN401  # any progress
        send(messages, framed(message))

    _warm()
    say(Ready())
    while True:
        try:
            ticket, job = receive(jobs)
        except EOFError:
            return
        say(Started(ticket))
        orphan = _end_if_orphaned(job.limits)
        _limit_memory(job.limits)
        outcome = _outcome(job, ticket, say)
        orphan.cancel()
        say(outcome)
        if isinstance(outcome, Failed) and isinstance(outcome.error, TooLargeError):
            return  # a process that ran out of memory is not trusted with another document


def main() -> None:
    """Keep the pipe for messages, point everything else that prints at standard error."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as messages:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        serve(sys.stdin.buffer, messages)


if __name__ == "__main__":
    main()
