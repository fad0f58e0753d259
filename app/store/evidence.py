"""Evidence: files attached by copy, known by the hash of their bytes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.store import codec
from app.store.errors import DiskFailed, NotFound, Refused
from app.store.values import Exhibit

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from app.store.database import Database
    from app.store.records import Log

LARGEST = 100 << 20
"""Bytes of one file; larger ones belong beside the library, named by an answer."""


def read_evidence(path: Path) -> bytes:
    """The bytes of a file that is to be attached; its size is looked at before it is read.

    Raises:
        Refused: it is no plain file (reading a pipe would never end), or too large.
        DiskFailed: it cannot be read.
    """
    try:
        if path.exists() and not path.is_file():
            raise Refused(f"{path}: this is no file; attach a document")
        if path.stat().st_size > LARGEST:
            raise _too_large(path.name, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise DiskFailed(f"{path}: the file cannot be read ({error.strerror})") from error


def _too_large(name: str, size: int) -> Refused:
    return Refused(
        f"{name}: {size >> 20} MB is more than the {LARGEST >> 20} MB"
        " that one file of evidence may have; attach the pages that matter"
    )


class Evidence:
    """The exhibits of all assessments, and their bytes, each once."""

    def __init__(self, database: Database, log: Log) -> None:
        self._database = database
        self._log = log

    def attach(
        self, assessment: str, exhibit: Exhibit, content: bytes, moment: dt.datetime, who: str
    ) -> Exhibit:
        """Copy a file into the library; hash, size and moment of ``exhibit`` are set here."""
        if len(content) > LARGEST:
            raise _too_large(exhibit.name, len(content))
        mark = codec.digest(content)
        known = replace(exhibit, hash=mark, size=len(content), added=moment)
        with self._database.transaction():
            self.put(assessment, known, content)
            self._log.add(
                assessment, moment, who, "evidence attached", {"name": known.name, "hash": mark}
            )
        return known

    def put(self, assessment: str, exhibit: Exhibit, content: bytes | None) -> None:
        """Write an exhibit as it is; without its bytes it is only named."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO evidence (hash, size, content) VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET content = excluded.content"
                " WHERE content IS NULL AND excluded.content IS NOT NULL",
                exhibit.hash,
                exhibit.size,
                content,
            )
            self._database.run(
                "INSERT INTO exhibit (assessment, hash, name, media_type, added, origin, details)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name,"
                " media_type = excluded.media_type, origin = excluded.origin,"
                " details = excluded.details",
                assessment,
                exhibit.hash,
                codec.plain(exhibit.name),
                exhibit.media_type,
                codec.stamp(exhibit.added),
                codec.plain(exhibit.origin),
                codec.canonical(exhibit.details),
            )

    def detach(self, assessment: str, mark: str, moment: dt.datetime, who: str) -> None:
        """Remove an exhibit that no revision names; its bytes go with the last one."""
        with self._database.transaction():
            self._database.run(
                "DELETE FROM exhibit WHERE assessment = ? AND hash = ?", assessment, mark
            )
            self._log.add(assessment, moment, who, "evidence removed", {"hash": mark})

    def read(self, assessment: str) -> tuple[Exhibit, ...]:
        """The exhibits of an assessment, in the order they came."""
        found = self._database.rows(
            "SELECT hash, name, media_type, size, added, origin, details"
            " FROM exhibit JOIN evidence USING (hash) WHERE assessment = ? ORDER BY added, hash",
            assessment,
        )
        return tuple(
            Exhibit(
                mark, name, kind, size, codec.moment_kept(added), origin, codec.json_kept(details)
            )
            for mark, name, kind, size, added, origin, details in found
        )

    def content(self, mark: str) -> bytes | None:
        """The bytes, None where only the name was brought; refused if they have changed."""
        found = self._database.row("SELECT content FROM evidence WHERE hash = ?", mark)
        if found is None:
            raise NotFound(f"no evidence {mark[:12]} stands in this library")
        content: bytes | None = found[0]
        if content is not None and codec.digest(content) != mark:
            raise NotFound(f"evidence {mark[:12]} is damaged in this library; look in a backup")
        return content
