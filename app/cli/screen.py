"""``clearway screen``: the names of a csv file against all imported lists, a row for each hit."""

from __future__ import annotations

import csv
from contextlib import nullcontext
from typing import TYPE_CHECKING, TextIO

from app.operations.lists import NO_LISTS, Lists, age, is_old, title_of
from app.screening.folding import LONGEST
from app.screening.rows import rows
from app.screening.screen import Name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from app.cli.terminal import Terminal

COLUMNS = ("id", "name", "list", "entry", "matched_name", "score", "band")
_NEEDED = ("id", "name")
_STEP = 50


def screen(terminal: Terminal, names: Path, threshold: float, out: Path | None) -> int:
    """Screen a file of names; 1 if a row could not be read, no list is there, or one is old."""
    with terminal.open_library() as library:
        lists = Lists.of(library)
        if not lists.heads:
            terminal.complain(f"clearway: {NO_LISTS}")
            return 1
        _say_what_is_old(terminal, lists)
        whole = _count(names)
        with names.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
            source = _Source(names, stream, terminal, whole)
            return _screen(terminal, lists, source, threshold, out)


def _count(path: Path) -> int:
    """How many names a file holds, its header apart; what cannot be read counts for nothing."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        return max(0, sum(1 for _ in rows(stream, _ignored)) - 1)


def _ignored(_row: int, _why: str) -> None:
    """The second reading complains."""


def _say_what_is_old(terminal: Terminal, lists: Lists) -> None:
    today = terminal.clock().date()
    for head in lists.heads:
        if is_old(head, today):
            terminal.complain(f"clearway: {head.title}: {age(head, today)}")


class _Source:
    """The rows of the file that can be asked about; it complains of the others."""

    def __init__(self, path: Path, stream: TextIO, terminal: Terminal, whole: int) -> None:
        self._path, self._terminal, self._whole = path, terminal, whole
        self._rows = rows(stream, self._not_read)
        self.wrong = 0

    def header(self) -> list[str] | None:
        _, found = next(self._rows, (1, []))
        header = [cell.strip().casefold() for cell in found]
        missing = [column for column in _NEEDED if column not in header]
        for column in missing:
            self._complain(1, column, "there is no such column")
        return None if missing else header

    def entries(self, header: list[str]) -> Iterator[dict[str, str]]:
        for row, cells in self._rows:
            entry = dict(zip(header, cells, strict=True))
            if not any(map(str.isalnum, entry["name"])):
                self._complain(row, "name", "holds no name; the row was not screened")
                continue
            if len(entry["name"]) > LONGEST:
                why = f"is longer than {LONGEST} letters; only these were screened"
                self._complain(row, "name", why)
            yield entry

    def tell(self, done: int) -> None:
        """Say how far it is."""
        self._terminal.count(f"{done:,} of {self._whole:,} names screened")

    def _not_read(self, row: int, why: str) -> None:
        self._complain(row, "", f"{why}; the row was not screened")

    def _complain(self, row: int, column: str, why: str) -> None:
        self.wrong += 1
        self._terminal.count("")
        where = f"{self._path}:{row}:{column}" if column else f"{self._path}:{row}"
        self._terminal.complain(f"{where}: {why}")


def _screen(
    terminal: Terminal, lists: Lists, source: _Source, threshold: float, out: Path | None
) -> int:
    header = source.header()
    if header is None:
        return 1
    with _target(terminal, out) as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for done, row in enumerate(source.entries(header), 1):
            writer.writerows(_lines(lists, row, threshold))
            if done % _STEP == 0:
                source.tell(done)
        terminal.count("")
    if out:
        terminal.say(str(out))
    return 1 if source.wrong else 0


def _target(terminal: Terminal, out: Path | None) -> AbstractContextManager[TextIO]:
    return out.open("w", encoding="utf-8", newline="") if out else nullcontext(terminal.output)


def _lines(lists: Lists, row: dict[str, str], threshold: float) -> Iterator[tuple[str, ...]]:
    asked = Name(row["name"], row.get("country", "").strip(), row.get("address", ""))
    hits = lists.screen(asked, threshold)
    for hit in hits:
        score = f"{hit.rounded:.2f}"
        found = (title_of(hit.listed.source), hit.listed.name, hit.matched, score, hit.band.value)
        yield row["id"], row["name"], *found
    if not hits:
        yield row["id"], row["name"], "", "", "", "", ""
