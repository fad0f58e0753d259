"""``clearway render``: the documents of an assessment file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.operations.decided import printed_of
from app.operations.desk import read_bundle
from app.operations.house import house_of
from app.operations.law import library_at
from app.operations.printing import ALL, revised, write
from app.operations.reading import open_file, subject_of
from app.operations.redline import DRAFT, of_file, redline_job, usual_ends
from app.operations.word import write_word
from app.report.documents import job_for
from app.report.house import House
from app.report.renderer import Renderer
from app.store import exchange

if TYPE_CHECKING:
    from pathlib import Path

    from app.cli.terminal import Terminal

REDLINE, WORD = "redline", "memo-docx"
MORE = (REDLINE, WORD)
"""What is no document of one assessment's state as a PDF: the redline, and the memo for Word."""


def render(  # noqa: PLR0913, PLR0917  # one for each argument of the command
    terminal: Terminal,
    path: Path,
    document: str,
    folder: Path,
    before: str = "",
    after: str = "",
    *,
    templates: Path | None = None,
) -> int:
    """Make the documents; each is named with its pages when it is done."""
    if document == REDLINE:
        return _redline(terminal, path, folder, before, after)
    now = terminal.clock()
    opened = open_file(terminal.questionnaire, path, now.date(), now)
    subject = subject_of(opened, now, terminal.who, terminal.program)
    subject = replace(subject, house=own_house(terminal, templates))
    name = revised(subject.name, subject.revision)
    if document == WORD:
        terminal.say(str(write_word(subject, name, folder)))
        return 0
    attachment = exchange.write(printed_of(opened.bundle))
    kinds = ALL if document == "all" else (document,)
    with Renderer(workers=len(kinds)) as renderer:
        jobs = {kind: job_for(kind, subject, attachment, subject.house.paper) for kind in kinds}
        tickets = {kind: renderer.start(job) for kind, job in jobs.items()}
        for kind, ticket in tickets.items():
            made = write(kind, name, renderer.wait(ticket), folder)
            terminal.say(f"{made.path} ({made.pages} pages)")
            if made.broken:
                terminal.complain(made.broken)
    return 0


def own_house(terminal: Terminal, templates: Path | None = None) -> House:
    """The firm's own as set in the library, if there is one; other templates if they are named."""
    house = House()
    if terminal.library.exists():
        with library_at(terminal.library, terminal.clock()) as library:
            house = house_of(library)
    return replace(house, templates=(templates,)) if templates else house


def _redline(terminal: Terminal, path: Path, folder: Path, before: str, after: str) -> int:
    """The redline of two states of a file: those asked for, or the last two."""
    now = terminal.clock()
    bundle = read_bundle(path, now)
    first, last = (_end(before), _end(after)) if before and after else usual_ends(bundle)
    first = _end(before) if before else first
    last = _end(after) if after else last
    found = of_file(bundle, first, last, terminal.questionnaire, now.date())
    job = redline_job(found, now, terminal.who, terminal.program)
    with Renderer(workers=1) as renderer:
        made = write(REDLINE, bundle.head.name, renderer.render(job), folder)
    terminal.say(f"{made.path} ({made.pages} pages)")
    return 0


def _end(state: str) -> int | None:
    return None if state == DRAFT else int(state)
