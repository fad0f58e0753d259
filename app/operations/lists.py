"""The verbs of restricted-party lists: import one, say how old it is, search all of them.

A list goes from its file into the library whole or not at all, its index with it; the index
is made again whenever it is found missing.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from app.screening.index import FORMAT, build, from_bytes, to_bytes
from app.screening.listed import NotAList
from app.screening.reading import read_list
from app.screening.screen import THRESHOLD, screen
from app.screening.sources import SOURCES
from app.screening.telling import heard, told
from app.store.errors import UnreadableFile
from app.store.list_values import ListHead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from app.screening.index import Index
    from app.screening.listed import Listed, ListFile
    from app.screening.screen import Hit, Name
    from app.store.library import Library
    from app.store.list_values import Changes

    Progress = Callable[[str, int, int], None]

OLD_AFTER = dt.timedelta(days=7)
NO_LISTS = "no list has been imported; see `clearway lists import`"
WHERE = (
    ("Consolidated Screening List (csv, json)", "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv"),
    ("EU financial sanctions (csv, xml)", "https://webgate.ec.europa.eu/fsd/fsf"),
    ("UN Security Council list (xml)", "https://scsanctions.un.org/resources/xml/en/consolidated.xml"),
    ("OFAC SDN list (csv)", "https://sanctionslist.ofac.treas.gov/Home/SdnList"),
)  # fmt: skip
"""Where each list is to be had; none is shipped with the program."""


READING, PREPARING, KEEPING = "reading", "preparing", "keeping"
"""What an import does one after the other; each is told with how much of how much is done."""


class Stopped(Exception):
    """A person stopped it; raised by the progress that is handed in, and nothing is changed."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A list that was taken in, and what it holds that the one before it did not.

    ``names`` says what each entry is called that was added, changed or removed.
    """

    head: ListHead
    changes: Changes
    unknown_sources: tuple[str, ...]
    first: bool = False
    names: Mapping[str, str] = field(default_factory=dict)


def import_list(
    library: Library, path: Path, moment: dt.datetime, who: str, progress: Progress | None = None
) -> Imported:
    """Take in a list; it replaces the one of the same title. Until all is ready nothing is changed.

    Raises:
        StoreError: the file is no list that is read, or the library cannot be written.
    """
    file = _read(path, _part(progress, READING))
    head = _head_of(file, path, moment, who)
    before = library.lists.names(head.title)
    index = build(_names_with(library, file), _part(progress, PREPARING))
    if progress:
        progress(KEEPING, 0, 0)
    with library.together():
        kept, changes = library.lists.put(head, ((each.key, told(each)) for each in file.parties))
        library.lists.put_index(_index_name(library.lists.standing()), to_bytes(index))
    now = {each.key: each.name for each in file.parties}
    touched = (*changes.added, *changes.changed, *changes.removed) if before else ()
    names = {key: now.get(key) or before[key] for key in touched}
    return Imported(kept, changes, file.unknown_sources, not before, names)


def _part(progress: Progress | None, what: str) -> Callable[[int, int], None] | None:
    return partial(progress, what) if progress else None


def _read(path: Path, progress: Callable[[int, int], None] | None) -> ListFile:
    try:
        return read_list(path, progress)
    except NotAList as error:
        message = f"{path}: {error}"
        raise UnreadableFile(message) from error
    except OSError as error:
        message = f"{path}: the file cannot be read ({error.strerror})"
        raise UnreadableFile(message) from error


def _head_of(file: ListFile, path: Path, moment: dt.datetime, who: str) -> ListHead:
    return ListHead(
        title=file.title,
        format=file.format,
        file=path.name,
        hash=file.hash,
        dated=file.dated,
        imported=moment,
        who=who,
        sources=tuple(dict.fromkeys(party.source for party in file.parties)),
        omissions=tuple((each.row, each.column, each.why) for each in file.omissions),
    )


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
        name = _index_name(heads)
        stored = library.lists.index(name)
        index = from_bytes(stored) if stored is not None else None
        if index is None:
            index = build(_names(library.lists.all_data()), _part(progress, PREPARING))
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


def _index_name(heads: Iterable[ListHead]) -> str:
    return f"{FORMAT}:{','.join(str(head.id) for head in sorted(heads, key=_by_id))}"


def _names(data: Iterable[dict[str, Any]]) -> list[tuple[int, str]]:
    return _names_of(heard(each) for each in data)


def _names_of(parties: Iterable[Listed]) -> list[tuple[int, str]]:
    return [(place, name) for place, party in enumerate(parties) for name in party.names]


def _names_with(library: Library, file: ListFile) -> list[tuple[int, str]]:
    """All names as they will be once the file is taken in: it becomes the last of the lists."""
    others = map(heard, library.lists.all_data(besides=file.title))
    return _names_of(chain(others, file.parties))


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


def days_old(head: ListHead, today: dt.date) -> int:
    """How many days old a list is."""
    return (today - _date_of(head)[1]).days


def _date_of(head: ListHead) -> tuple[bool, dt.date]:
    try:
        return True, dt.date.fromisoformat(head.dated)
    except ValueError:
        return False, head.imported.date()


def title_of(source: str) -> str:
    """What a source is called; a source that nobody knows keeps its own words."""
    return SOURCES[source].title if source in SOURCES else source
