"""``clearway library``: list, export, import and back up without the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from app.cli.terminal import Terminal


def list_library(terminal: Terminal) -> int:
    """A line for each assessment: id, name, item, destination, outcome, open points, changed."""
    desk = terminal.desk(read_only=True)
    with desk.library:
        for line in desk.lines():
            summary = line.summary
            parts = (
                line.id,
                line.name,
                summary.item,
                summary.destination,
                summary.outcome,
                f"{summary.open_points} open",
                f"{line.changed:%Y-%m-%d %H:%M}",
            )
            terminal.say("\t".join(" ".join(part.split()) for part in parts))
    return 0


def export(terminal: Terminal, assessment: str, path: Path) -> int:
    """Write one assessment into a ``.clearway`` file."""
    desk = terminal.desk(read_only=True)
    with desk.library:
        desk.export(assessment, path)
    terminal.say(str(path))
    return 0


def bring(terminal: Terminal, path: Path) -> int:
    """Take in a ``.clearway`` file or a PDF that carries an assessment; prints its id."""
    desk = terminal.desk()
    with desk.library:
        here = desk.bring(path)
        desk.open(here).summarise()
    terminal.say(here)
    return 0


def backup(terminal: Terminal, path: Path) -> int:
    """Copy the library into one file and open the copy to see that it is whole."""
    desk = terminal.desk(read_only=True)
    with desk.library:
        desk.backup(path)
    terminal.say(str(path))
    return 0
