"""The log of who did what when, read, checked and written out.

Each entry carries the hash of the one before. That shows that no entry was changed, taken out
or put in between. It cannot show that a name is true, nor that nobody wrote the whole chain
anew; against that stands the last hash in every document that left the machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.store import codec
from app.store.files import write_private
from app.store.records import broken_link

if TYPE_CHECKING:
    from pathlib import Path

    from app.store.codec import Json
    from app.store.library import Library
    from app.store.values import LogEntry

SHOWS = (
    "Each entry carries the hash of the entry before it, so that an entry changed, removed or "
    "put in between is seen."
)
SHOWS_NOT = (
    "Names are as stated at the machine and are not verified. The chain does not show that a "
    "name is true, nor that nobody wrote all of it anew; compare the last hash with the one "
    "printed in documents that were sent."
)


@dataclass(frozen=True, slots=True)
class Chain:
    """The log of an assessment, and the serial of the first entry that does not follow."""

    entries: tuple[LogEntry, ...]
    broken_at: int | None

    @property
    def last(self) -> str:
        """The hash of the last entry, which stands for all before it; empty without entries."""
        return self.entries[-1].hash if self.entries else ""


def chain(library: Library, assessment: str) -> Chain:
    """The log of an assessment, checked from its first entry on."""
    entries = library.log.read(assessment)
    return Chain(entries, broken_link(entries))


def write_log(library: Library, assessment: str, path: Path) -> Chain:
    """Write the log into a JSON file that says what it shows and what it does not.

    Raises:
        NotFound: there is no such assessment.
        DiskFailed: the file cannot be written.
    """
    name = library.assessments.get(assessment).name
    found = chain(library, assessment)
    told: Json = {
        "assessment": assessment,
        "name": name,
        "shows": SHOWS,
        "does_not_show": SHOWS_NOT,
        "unbroken": found.broken_at is None,
        "broken_at": found.broken_at,
        "last": found.last,
        "entries": [_told(entry) for entry in found.entries],
    }
    write_private(path, codec.readable(told).encode())
    return found


def _told(entry: LogEntry) -> Json:
    return {
        "serial": entry.serial,
        "moment": codec.stamp(entry.moment),
        "who": entry.who,
        "what": entry.what,
        "data": entry.data,
        "previous": entry.previous,
        "hash": entry.hash,
    }
