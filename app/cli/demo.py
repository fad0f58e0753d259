"""``clearway demo``: the samples, start to finish: stored, evaluated, rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.determination import determinations
from app.operations.printing import ALL, keep, order_of
from app.operations.samples import samples
from app.report.renderer import Renderer

if TYPE_CHECKING:
    from pathlib import Path

    from app.cli.terminal import Terminal
    from app.operations.desk import Desk
    from app.operations.sitting import Sitting


def demo(terminal: Terminal, folder: Path) -> str:
    """Store every sample and make the documents of the first; the id of the first."""
    desk = terminal.desk()
    with desk.library:
        sittings = [_sitting(desk, sample.name, sample.answers) for sample in samples()]
        terminal.say(f"Library: {desk.library.path}")
        for sitting in sittings:
            _tell(terminal, sitting)
        _print(terminal, sittings[0], folder)
        return sittings[0].id


def _sitting(desk: Desk, name: str, answers: object) -> Sitting:
    """The sample as it stands in the library; it is not stored twice."""
    known = [line for line in desk.lines(name) if line.name == name]
    return desk.open(known[0].id) if known else desk.create(name, answers)  # type: ignore[arg-type]


def _tell(terminal: Terminal, sitting: Sitting) -> None:
    terminal.say(f"\n{sitting.head.name}")
    for found in determinations(sitting.assessment.today):
        if found.kind in ("classification", "licence", "exception", "policy"):
            subject = f" ({found.subject})" if found.subject else ""
            terminal.say(f"  {found.title}{subject}: {found.says}")


def _print(terminal: Terminal, sitting: Sitting, folder: Path) -> None:
    terminal.say("")
    with Renderer(workers=len(ALL)) as renderer:
        tickets = {kind: renderer.start(order_of(sitting, kind).job()) for kind in ALL}
        for kind, ticket in tickets.items():
            made = keep(sitting, kind, renderer.wait(ticket), folder)
            terminal.say(f"{made.path} ({made.pages} pages)")
