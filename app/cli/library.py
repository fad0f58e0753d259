"""``clearway library``: what the window does to files, without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.operations.calendar import save_calendar
from app.operations.chain import write_log
from app.operations.tasks import tasks_of_all
from app.store.backup import unlock as unlock_backup
from app.store.errors import Locked

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


def export(terminal: Terminal, assessment: str, path: Path, *, locked: bool = False) -> int:
    """Write one assessment into a ``.clearway`` file."""
    desk = terminal.desk(read_only=True)
    with desk.library:
        desk.export(assessment, path, terminal.new_phrase() if locked else "")
    terminal.say(str(path))
    return 0


def bring(terminal: Terminal, path: Path) -> int:
    """Take in a ``.clearway`` file or a PDF that carries an assessment; prints its id."""
    desk = terminal.desk()
    with desk.library:
        try:
            here = desk.bring(path)
        except Locked:
            here = desk.bring(path, phrase=terminal.secret("Passphrase: "))
        desk.open(here).summarise()
    terminal.say(here)
    return 0


def backup(terminal: Terminal, path: Path, *, locked: bool = False) -> int:
    """Copy the library into one file and open the copy to see that it is whole."""
    desk = terminal.desk(read_only=True)
    with desk.library:
        desk.backup(path, terminal.new_phrase() if locked else "")
    terminal.say(str(path))
    return 0


def unlock(terminal: Terminal, path: Path, target: Path) -> int:
    """Write the library of a locked backup in clear into a new file."""
    unlock_backup(path, target, terminal.secret("Passphrase: "))
    terminal.say(str(target))
    return 0


def log(terminal: Terminal, assessment: str, path: Path) -> int:
    """Write the log of an assessment into a file; 1 where its chain is broken."""
    with terminal.open_library(read_only=True) as library:
        found = write_log(library, assessment, path)
    terminal.say(str(path))
    if found.broken_at is None:
        return 0
    terminal.complain(f"clearway: entry {found.broken_at} does not follow from the one before it")
    return 1


def actions(terminal: Terminal, calendar: Path | None) -> int:
    """A line for each action that is not done: day, owner, assessment, what; or a calendar."""
    with terminal.open_library(read_only=True) as library:
        found = [each for each in tasks_of_all(library) if not each.done]
    if calendar:
        save_calendar(found, terminal.clock(), calendar)
        terminal.say(str(calendar))
        return 0
    for each in found:
        day = each.due.isoformat() if each.due else each.due_words
        parts = (day, each.owner or "no owner", each.name, each.does)
        terminal.say("\t".join(" ".join(part.split()) for part in parts))
    return 0
