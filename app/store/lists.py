"""Lists of restricted parties as they stand in the library, and what was found in them.

An import is whole or not at all: the parties of the list before it go, those of the new
one come, and the head of every import stays. The store keeps parties as JSON and knows
them by the hash of it, their version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store import codec
from app.store.errors import Refused
from app.store.list_values import Changes, ListHead

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.store.codec import Json
    from app.store.database import Database
    from app.store.records import Log

_HEAD = "id, title, format, file, hash, dated, imported, who, parties, sources, omissions"
_STANDING = "SELECT max(id) FROM list GROUP BY title"


def version_of(data: Json) -> str:
    """The version of an entry: the hash of all that the list says."""
    return codec.digest_of(data)


class Lists:
    """The lists of the library."""

    def __init__(self, database: Database, log: Log) -> None:
        self._database = database
        self._log = log

    def put(self, head: ListHead, parties: Iterable[tuple[str, Json]]) -> tuple[ListHead, Changes]:
        """Put a list in the place of the one of its title; what differs between them."""
        rows = [(key, codec.canonical(data)) for key, data in parties]
        if not rows:
            raise Refused("a list without a single party is not taken in")
        with self._database.transaction():
            old = self._versions_of_title(head.title)
            self._database.run(
                "DELETE FROM listed WHERE list IN (SELECT id FROM list WHERE title = ?)", head.title
            )
            number = self._put_head(head, len(rows))
            told = [
                (number, place, key, codec.digest_of_text(data), data)
                for place, (key, data) in enumerate(rows)
            ]
            self._database.run_many(
                "INSERT INTO listed (list, place, key, version, data) VALUES (?, ?, ?, ?, ?)", told
            )
            self._database.run("DELETE FROM list_index")
            changes = _changes(old, {key: version for _, _, key, version, _ in told})
            data = {"title": head.title, "hash": head.hash, "parties": len(rows)}
            self._log.add("", head.imported, head.who, "list imported", data)
        return self.heads_by_id()[number], changes

    def _versions_of_title(self, title: str) -> Mapping[str, str]:
        found = self._database.rows(
            "SELECT key, version FROM listed WHERE list = (SELECT max(id) FROM list WHERE title = ?)",
            title,
        )
        return dict(found)

    def _put_head(self, head: ListHead, parties: int) -> int:
        self._database.run(
            "INSERT INTO list (title, format, file, hash, dated, imported, who, parties, sources,"
            " omissions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            head.title,
            head.format,
            codec.plain(head.file),
            head.hash,
            head.dated,
            codec.stamp(head.imported),
            codec.plain(head.who),
            parties,
            codec.canonical(list(head.sources)),
            codec.canonical([list(each) for each in head.omissions]),
        )
        return int(self._database.value("SELECT max(id) FROM list"))

    def standing(self) -> tuple[ListHead, ...]:
        """The lists that are searched now, by title."""
        return self._heads(f"WHERE id IN ({_STANDING}) ORDER BY title")

    def heads_by_id(self) -> Mapping[int, ListHead]:
        """Every import ever made."""
        return {head.id: head for head in self._heads("ORDER BY id")}

    def _heads(self, how: str) -> tuple[ListHead, ...]:
        return tuple(_head(row) for row in self._database.rows(f"SELECT {_HEAD} FROM list {how}"))  # noqa: S608 (our own words)

    def all_data(self, besides: str = "") -> list[Json]:
        """Every party that is searched, in the order of lists and places, but those of one list."""
        found = self._database.rows(
            "SELECT data FROM listed WHERE list IN"
            " (SELECT max(id) FROM list WHERE title <> ? GROUP BY title) ORDER BY list, place",
            besides,
        )
        return [codec.json_kept(data) for (data,) in found]

    def names(self, title: str) -> Mapping[str, str]:
        """What each entry of a list is called, by its key."""
        found = self._database.rows(
            "SELECT key, json_extract(data, '$.name') FROM listed"
            " WHERE list = (SELECT max(id) FROM list WHERE title = ?)",
            title,
        )
        return dict(found)

    def party(self, number: int, place: int) -> tuple[str, str, Json]:
        """Key, version and data of one party."""
        key, version, data = self._database.row(
            "SELECT key, version, data FROM listed WHERE list = ? AND place = ?", number, place
        )
        return key, version, codec.json_kept(data)

    def versions(self, keys: Iterable[str]) -> frozenset[tuple[str, str]]:
        """Key and version of those entries that stand now; two lists may hold the same key."""
        found = self._database.rows(
            f"SELECT key, version FROM listed WHERE list IN ({_STANDING})"  # noqa: S608
            " AND key IN (SELECT value FROM json_each(?))",
            codec.canonical(sorted(set(keys))),
        )
        return frozenset(found)

    def index(self, lists: str) -> bytes | None:
        """The stored index of exactly these lists."""
        content = self._database.value("SELECT content FROM list_index WHERE lists = ?", lists)
        return bytes(content) if content is not None else None

    def put_index(self, lists: str, content: bytes) -> None:
        """Keep an index in the place of any other."""
        with self._database.transaction():
            self._database.run("DELETE FROM list_index")
            self._database.run(
                "INSERT INTO list_index (lists, content) VALUES (?, ?)", lists, content
            )


def _head(row: Sequence[object]) -> ListHead:
    number, title, form, file, mark, dated, imported, who, parties, sources, omissions = row
    return ListHead(
        title=str(title),
        format=str(form),
        file=str(file),
        hash=str(mark),
        dated=str(dated),
        imported=codec.moment_kept(str(imported)),
        who=str(who),
        parties=int(str(parties)),
        sources=tuple(codec.json_kept(str(sources))),
        omissions=tuple(tuple(each) for each in codec.json_kept(str(omissions))),
        id=int(str(number)),
    )


def _changes(old: Mapping[str, str], new: Mapping[str, str]) -> Changes:
    both = old.keys() & new.keys()
    return Changes(
        added=tuple(key for key in new if key not in old),
        changed=tuple(key for key in new if key in both and old[key] != new[key]),
        removed=tuple(key for key in old if key not in new),
    )
