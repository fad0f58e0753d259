"""``clearway lists``: take in lists of restricted parties, and say which stand and how old they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.operations.lists import KEEPING, PREPARING, READING, WHERE, age, import_list
from app.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.cli.terminal import Terminal
    from app.operations.lists import Imported


_STEPS = {READING: "reading", PREPARING: "preparing the search", KEEPING: "writing"}


def bring(terminal: Terminal, files: Sequence[Path]) -> int:
    """Take in each file whole or not at all; 1 if a file, or a row of one, could not be read."""
    wrong = 0
    told = partial(_tell_progress, terminal)
    with terminal.open_library() as library:
        for path in files:
            try:
                imported = import_list(library, path, terminal.clock(), terminal.who, told)
            except StoreError as error:
                terminal.count("")
                terminal.complain(f"clearway: {error}")
                wrong += 1
                continue
            terminal.count("")
            wrong += len(imported.head.omissions)
            _tell(terminal, path, imported)
    return 1 if wrong else 0


def _tell_progress(terminal: Terminal, what: str, done: int, whole: int) -> None:
    terminal.count(f"{_STEPS[what]} {done / whole:.0%}" if whole else f"{_STEPS[what]} ...")


def _tell(terminal: Terminal, path: Path, imported: Imported) -> None:
    head, changes = imported.head, imported.changes
    for row, column, why in head.omissions:
        where = f"{path}:{row}:{column}" if column else f"{path}:{row}"
        terminal.complain(f"{where}: {why}; the row was left out")
    for source in imported.unknown_sources:
        terminal.complain(f"{path}: unknown source {source!r}; its parties are kept and searched")
    terminal.say(
        f"{head.title}: {head.parties} parties, {age(head, terminal.clock().date())},"
        f" sha256 {head.hash}"
    )
    terminal.say(
        f"  {len(changes.added)} added, {len(changes.changed)} changed,"
        f" {len(changes.removed)} removed, {len(head.omissions)} rows left out"
    )


def show(terminal: Terminal) -> int:
    """A line for each list that is searched; where to get them if there is none."""
    with terminal.open_library() as library:
        heads = library.lists.standing()
    today = terminal.clock().date()
    for head in heads:
        parts = (head.title, f"{head.parties} parties", age(head, today), head.file, head.hash)
        terminal.say("\t".join(parts))
    if not heads:
        terminal.say(
            "No list has been imported; none comes with the program. They are to be had at:"
        )
        for title, address in WHERE:
            terminal.say(f"  {title}: {address}")
    return 0
