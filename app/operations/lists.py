"""The verbs of restricted-party lists: import one, say how old it is, search all of them.

A list goes from its file into the library whole or not at all; its index is made right
after, and again whenever it is found missing.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from app.screening.index import FORMAT, build, from_bytes, to_bytes
from app.screening.listed import NotAList
from app.screening.reading import read_list
from app.screening.screen import ENGINE, THRESHOLD, screen
from app.screening.sources import SOURCES
from app.screening.telling import heard, told
from app.store.errors import UnreadableFile
from app.store.list_values import ListHead

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.screening.index import Index
    from app.screening.listed import Listed, ListFile
    from app.screening.screen import Hit, Name
    from app.store.library import Library
    from app.store.list_values import Changes

    Progress = Callable[[int, int], None]

OLD_AFTER = dt.timedelta(days=7)
NO_LISTS = "no list has been imported; see `clearway lists import`"
WHERE = (
    ("Consolidated Screening List (csv, json)", "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv"),
    ("EU financial sanctions (csv, xml)", "https://webgate.ec.europa.eu/fsd/fsf"),
    ("UN Security Council list (xml)", "https://scsanctions.un.org/resources/xml/en/consolidated.xml"),
    ("OFAC SDN list (csv)", "https://sanctionslist.ofac.treas.gov/Home/SdnList"),
)  # fmt: skip
"""Where each list is to be had; none is shipped with the program."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A list that was taken in, and what it holds that the one before it did not."""

    head: ListHead
    changes: Changes
    unknown_sources: tuple[str, ...]


def import_list(
    library: Library, path: Path, moment: dt.datetime, who: str, progress: Progress | None = None
) -> Imported:
    """Take in a list; it replaces the one of the same title.

    Raises:
        StoreError: the file is no list that is read, or the library cannot be written.
    """
    file = _read(path, progress)
    sources = tuple(dict.fromkeys(party.source for party in file.parties))
    head = ListHead(
        title=file.title,
        format=file.format,
        file=path.name,
        hash=file.hash,
        dated=file.dated,
        imported=moment,
        who=who,
        sources=sources,
        omissions=tuple((each.row, each.column, each.why) for each in file.omissions),
    )
    kept, changes = library.lists.put(head, ((each.key, told(each)) for each in file.parties))
    Lists.of(library, progress)
    return Imported(kept, changes, file.unknown_sources)


def _read(path: Path, progress: Progress | None) -> ListFile:
    try:
        return read_list(path, progress)
    except NotAList as error:
        message = f"{path}: {error}"
        raise UnreadableFile(message) from error
    except OSError as error:
        message = f"{path}: the file cannot be read ({error.strerror})"
        raise UnreadableFile(message) from error


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists of a library, ready to be searched."""

    library: Library
    heads: tuple[ListHead, ...]
    index: Index
    ends: tuple[int, ...]

    @classmethod
    def of(cls, library: Library, progress: Progress | None = None) -> Lists:
        """Read the stored index, or make it where it is missing or of an older program."""
        heads = tuple(sorted(library.lists.standing(), key=_by_id))
        ends = tuple(accumulate(head.parties for head in heads))
        name = f"{FORMAT}:{','.join(str(head.id) for head in heads)}"
        stored = library.lists.index(name)
        index = from_bytes(stored) if stored is not None else None
        if index is None:
            index = build(_names(library), progress)
            if library.standing.writable:
                library.lists.put_index(name, to_bytes(index))
        return cls(library, heads, index, ends)

    def screen(self, asked: Name, threshold: float = THRESHOLD) -> tuple[Hit, ...]:
        """The hits of one name in all lists."""
        return screen(self.index, self._party_at, asked, threshold)

    def head_of(self, place: int) -> ListHead:
        """The list that holds the party at a place of the index."""
        return self.heads[bisect_right(self.ends, place)]

    def version_of(self, place: int) -> tuple[str, str]:
        """Key and version of the entry at a place of the index."""
        key, version, _ = self._kept(place)
        return key, version

    def _party_at(self, place: int) -> Listed:
        return heard(self._kept(place)[2])

    def _kept(self, place: int) -> tuple[str, str, dict[str, object]]:
        number = bisect_right(self.ends, place)
        begins = self.ends[number - 1] if number else 0
        return self.library.lists.party(self.heads[number].id, place - begins)


def _by_id(head: ListHead) -> int:
    return head.id


def _names(library: Library) -> list[tuple[int, str]]:
    parties = (heard(data) for data in library.lists.all_data())
    return [(place, name) for place, party in enumerate(parties) for name in party.names]


def age(head: ListHead, today: dt.date) -> str:
    """How old a list is, by its own date or else by its import; says so from a week on."""
    stated, since = _date_of(head)
    days = (today - since).days
    told_by = "dated" if stated else "imported"
    when = f"{told_by} {since.isoformat()}"
    return f"{when}, OLD: {days} days; get a new one" if is_old(head, today) else when


def is_old(head: ListHead, today: dt.date) -> bool:
    """Whether a list is older than a week."""
    return today - _date_of(head)[1] > OLD_AFTER


def _date_of(head: ListHead) -> tuple[bool, dt.date]:
    try:
        return True, dt.date.fromisoformat(head.dated)
    except ValueError:
        return False, head.imported.date()


def title_of(source: str) -> str:
    """What a source is called; a source that nobody knows keeps its own words."""
    return SOURCES[source].title if source in SOURCES else source


__all__ = ["ENGINE", "THRESHOLD", "WHERE", "Imported", "Lists", "age", "import_list", "is_old"]
