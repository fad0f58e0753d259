"""The editions of the law that were imported, and which law was in use since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store import codec
from app.store.records import LIBRARY
from app.store.values import InUse, StoredEdition

if TYPE_CHECKING:
    import datetime as dt

    from app.store.codec import Json
    from app.store.database import Database
    from app.store.records import Laws, Log


class Editions:
    """Both are only ever added to; the texts themselves stand among the laws."""

    def __init__(self, database: Database, laws: Laws, log: Log) -> None:
        self._database = database
        self._laws = laws
        self._log = log

    def add(self, text: str, edition: StoredEdition) -> StoredEdition:
        """Store an edition whose texts are ``text``; one that stands already stays as it is."""
        with self._database.transaction():
            law = self._laws.put(text)
            added = self._database.run(
                "INSERT INTO edition (law, mark, file, changed, folders, moment, who)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                law,
                edition.mark,
                codec.plain(edition.file),
                codec.plain(edition.changed),
                codec.canonical(edition.folders),
                codec.stamp(edition.moment),
                codec.plain(edition.who),
            )
            if added:
                data = {"law": law, "editions": edition.folders}
                self._log.add(LIBRARY, edition.moment, edition.who, "edition imported", data)
        return next(each for each in self.read() if each.law == law)

    def read(self) -> tuple[StoredEdition, ...]:
        """Every edition, in the order of import."""
        found = self._database.rows(
            "SELECT law, mark, file, changed, folders, moment, who FROM edition"
            " ORDER BY moment, rowid"
        )
        return tuple(
            StoredEdition(
                law, mark, file, changed, codec.json_kept(folders), codec.moment_kept(moment), who
            )
            for law, mark, file, changed, folders, moment, who in found
        )

    def use(self, text: str, mark: str, folders: Json, moment: dt.datetime, who: str) -> None:
        """Note that a law is in use from now on, if it is another than the last."""
        last = self._database.value("SELECT mark FROM in_use ORDER BY serial DESC LIMIT 1")
        if last == mark:
            return
        with self._database.transaction():
            law = self._laws.put(text)
            self._database.run(
                "INSERT INTO in_use (law, mark, folders, moment) VALUES (?, ?, ?, ?)",
                law,
                mark,
                codec.canonical(folders),
                codec.stamp(moment),
            )
            if last is not None:
                self._log.add(LIBRARY, moment, who, "law in use", {"law": law})

    def used(self) -> tuple[InUse, ...]:
        """Which law was in use from which moment on, oldest first."""
        found = self._database.rows("SELECT law, mark, folders, moment FROM in_use ORDER BY serial")
        return tuple(
            InUse(law, mark, codec.json_kept(folders), codec.moment_kept(moment))
            for law, mark, folders, moment in found
        )
