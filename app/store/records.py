"""What is written beside assessments: the log, laws, documents, notes, settings."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from app.store import codec
from app.store.errors import NotFound
from app.store.values import Document, LogEntry, Note

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.store.codec import Json
    from app.store.database import Database

LIBRARY = ""
"""The name of the library's own chain in the log."""


class Log:
    """Who did what when, chained by hashes.

    The chain shows that entries were not changed one by one. It cannot show that
    a name is true, nor that nobody wrote the whole chain anew.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self, assessment: str, moment: dt.datetime, who: str, what: str, data: Json = None
    ) -> None:
        """Add an entry to the chain of an assessment, or of the library."""
        with self._database.transaction():
            last = self._database.row(
                "SELECT serial, hash FROM log WHERE assessment = ? ORDER BY serial DESC LIMIT 1",
                assessment,
            )
            serial, previous = last or (0, "")
            entry = link(serial + 1, moment, codec.plain(who), what, data, previous)
            self.put(assessment, entry)

    def put(self, assessment: str, entry: LogEntry) -> None:
        """Write an entry as it is."""
        self._database.run(
            "INSERT INTO log (assessment, serial, moment, who, what, data, previous, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            assessment,
            entry.serial,
            codec.stamp(entry.moment),
            entry.who,
            entry.what,
            codec.canonical(entry.data),
            entry.previous,
            entry.hash,
        )

    def read(self, assessment: str = LIBRARY) -> tuple[LogEntry, ...]:
        """The chain, oldest first."""
        found = self._database.rows(
            "SELECT serial, moment, who, what, data, previous, hash FROM log"
            " WHERE assessment = ? ORDER BY serial",
            assessment,
        )
        return tuple(
            LogEntry(
                serial, codec.moment_kept(moment), who, what, codec.json_kept(data), previous, mark
            )
            for serial, moment, who, what, data, previous, mark in found
        )


def link(  # noqa: PLR0913, PLR0917 (an entry has six parts)
    serial: int, moment: dt.datetime, who: str, what: str, data: Json, previous: str
) -> LogEntry:
    """An entry with its hash."""
    told = {
        "serial": serial,
        "moment": codec.stamp(moment),
        "who": who,
        "what": what,
        "data": data,
        "previous": previous,
    }
    return LogEntry(serial, moment, who, what, data, previous, codec.digest_of(told))


def broken_link(entries: tuple[LogEntry, ...]) -> int | None:
    """The serial of the first entry that does not follow from the one before."""
    previous = ""
    for entry in entries:
        whole = link(entry.serial, entry.moment, entry.who, entry.what, entry.data, previous)
        if whole != entry:
            return entry.serial
        previous = entry.hash
    return None


class Laws:
    """The law of revisions, each text once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, content: str) -> str:
        """Store a law's text, if it is new; its hash."""
        raw = codec.plain(content).encode()
        mark = codec.digest(raw)
        self._database.run(
            "INSERT INTO law (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
            mark,
            zlib.compress(raw),
        )
        return mark

    def get(self, mark: str) -> str:
        """The text of a law; refused if it is no longer what its hash says."""
        content = self._database.value("SELECT content FROM law WHERE hash = ?", mark)
        if content is None:
            raise NotFound(f"no law {mark[:12]} stands in this library")
        try:
            raw = zlib.decompress(content)
        except zlib.error:
            raw = b""
        if codec.digest(raw) != mark:
            raise NotFound(f"law {mark[:12]} is damaged in this library; look in a backup")
        return raw.decode()


class Documents:
    """The documents that were made, by hash and place; the files stand where they were put."""

    def __init__(self, database: Database, log: Log) -> None:
        self._database = database
        self._log = log

    def add(self, assessment: str, document: Document, who: str) -> None:
        """Note that a document was made."""
        with self._database.transaction():
            self.put(assessment, document)
            data = {"kind": document.kind, "sha256": document.sha256, "of": document.revision}
            self._log.add(assessment, document.moment, who, "document made", data)

    def put(self, assessment: str, document: Document) -> None:
        """Write one without a word in the log."""
        self._database.run(
            "INSERT INTO document (assessment, revision, kind, moment, sha256, path)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            assessment,
            document.revision,
            document.kind,
            codec.stamp(document.moment),
            document.sha256,
            codec.plain(document.path),
        )

    def read(self, assessment: str) -> tuple[Document, ...]:
        """All documents of an assessment, oldest first."""
        found = self._database.rows(
            "SELECT kind, moment, sha256, path, revision FROM document"
            " WHERE assessment = ? ORDER BY serial",
            assessment,
        )
        return tuple(
            Document(kind, codec.moment_kept(moment), mark, path, revision)
            for kind, moment, mark, path, revision in found
        )


class Notes:
    """Actions, reviews, adopted conclusions: appended, and the latest of a key stands."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, assessment: str, note: Note) -> None:
        """Add the next word on a matter."""
        self._database.run(
            "INSERT INTO note (assessment, kind, key, data, due, who, moment)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            assessment,
            note.kind,
            note.key,
            codec.canonical(note.data),
            note.due,
            codec.plain(note.who),
            codec.stamp(note.moment),
        )

    def read(self, assessment: str) -> tuple[Note, ...]:
        """Every word ever said, oldest first."""
        return tuple(
            note for _, note in self._notes("WHERE assessment = ? ORDER BY serial", assessment)
        )

    def standing(self, kind: str, assessment: str | None = None) -> tuple[tuple[str, Note], ...]:
        """The latest notes of a kind with their assessments, soonest due first."""
        return self._notes(
            "WHERE kind = ?1 AND (?2 IS NULL OR assessment = ?2) AND serial IN"
            " (SELECT max(serial) FROM note WHERE kind = ?1 GROUP BY assessment, key)"
            " AND (SELECT deleted_at FROM assessment WHERE id = note.assessment) IS NULL"
            " ORDER BY due IS NULL, due, serial",
            kind,
            assessment,
        )

    def _notes(self, how: str, *values: object) -> tuple[tuple[str, Note], ...]:
        found = self._database.rows(
            f"SELECT assessment, kind, key, data, who, moment, due FROM note {how}",  # noqa: S608
            *values,
        )
        return tuple(
            (whose, Note(kind, key, codec.json_kept(data), who, codec.moment_kept(moment), due))
            for whose, kind, key, data, who, moment, due in found
        )


class Settings:
    """What a person sets once for all assessments, such as their own name and firm."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, key: str, value: Json) -> None:
        """Set one."""
        self._database.run(
            "INSERT INTO setting (key, value) VALUES (?1, ?2)"
            " ON CONFLICT DO UPDATE SET value = excluded.value",
            key,
            codec.canonical(value),
        )

    def read(self) -> Mapping[str, Json]:
        """All of them."""
        found = self._database.rows("SELECT key, value FROM setting")
        return {key: codec.json_kept(value) for key, value in found}
