"""``clearway render``: the documents of an assessment file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.operations.printing import ALL, write
from app.operations.reading import open_file, subject_of
from app.report.documents import job_for
from app.report.jobs import Paper
from app.report.renderer import Renderer
from app.store import exchange

if TYPE_CHECKING:
    from pathlib import Path

    from app.cli.terminal import Terminal


def render(terminal: Terminal, path: Path, document: str, folder: Path) -> int:
    """Make the documents; each is named with its pages when it is done."""
    now = terminal.clock()
    opened = open_file(terminal.questionnaire, path, now.date(), now)
    subject = subject_of(opened, now, terminal.who, terminal.program)
    attachment = exchange.write(opened.bundle)
    kinds = ALL if document == "all" else (document,)
    with Renderer(workers=len(kinds)) as renderer:
        jobs = {kind: job_for(kind, subject, attachment, Paper.LETTER) for kind in kinds}
        tickets = {kind: renderer.start(job) for kind, job in jobs.items()}
        for kind, ticket in tickets.items():
            made = write(kind, subject.name, renderer.wait(ticket), folder)
            terminal.say(f"{made.path} ({made.pages} pages)")
    return 0
