"""The way from a path to an open file.

It ends with a file that may be written, with one that may be read and says why, or
with an error and everything untouched; never half-way.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.store import backup, lock, migrations, place, rescue
from app.store.database import Database, speaking
from app.store.errors import DamagedLibrary, NoLibrary, ReadOnly, StoreError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_QUICK_CHECK_UP_TO = 16 << 20
"""Bytes; reading a larger file through would hold up the first window.

It is read through all the same when the caller asks for it.
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a library is open; ``why_read_only`` is empty where it may be written."""

    why_read_only: str = ""
    cautions: tuple[str, ...] = ()
    saved: tuple[rescue.Saved, ...] = ()

    @property
    def writable(self) -> bool:
        """Whether anything can be changed."""
        return not self.why_read_only

    @property
    def damaged(self) -> bool:
        """Whether this is what could be saved of a damaged library."""
        return bool(self.saved)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file and what has to be given back with it."""

    database: Database
    standing: Standing
    held: lock.WriterLock | None = None
    aside: tempfile.TemporaryDirectory[str] | None = None

    def close(self) -> None:
        """Close the file first: its last words belong under the lock."""
        self.database.close()
        if self.held:
            self.held.release()
        if self.aside:
            self.aside.cleanup()


@dataclass(frozen=True, slots=True)
class Opening:
    """One attempt to open ``path``; ``steps`` lead from nothing to today's schema."""

    path: Path
    moment: dt.datetime
    steps: Sequence[str]
    thorough: bool = False

    def open(self, *, read_only: bool) -> Opened:
        """Open the file as well as it can be."""
        if place.look(self.path) is place.Found.CUT:
            raise DamagedLibrary(
                f"{self.path}: the library is cut short and nothing in it can be read;"
                " put the newest backup in its place"
            )
        return self._to_read("only reading was asked for") if read_only else self._to_write()

    def _to_write(self) -> Opened:
        place.make_folder(self.path.parent)
        held = lock.acquire(self.path, self.moment)
        if isinstance(held, str):
            return self._to_read(held)
        try:
            database = self._writable()
        except ReadOnly:
            held.release()
            return self._to_read("the file may not be written")
        except DamagedLibrary as error:
            held.release()
            return self._rescued(str(error))
        except BaseException:
            held.release()
            raise
        return Opened(database, Standing("", place.cautions(self.path)), held)

    def _writable(self) -> Database:
        if place.look(self.path) is place.Found.NOTHING:
            self._make()
        if not os.access(self.path, os.W_OK):
            raise ReadOnly(f"{self.path}: the file may not be written")  # SQLite would not say so
        place.keep_private(self.path)
        database = Database(self.path)
        try:
            self._bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return database

    def _bring_up_to_date(self, database: Database) -> None:
        if not self._sound_and_current(database):
            self._keep_the_old(database)
            migrations.migrate(database.raw, self.path, self.steps)
        # A write-ahead log needs memory shared by all; a network has none, and a
        # service that copies files copies it apart from its library.
        mode = "DELETE" if place.cautions(self.path) else "WAL"
        database.value(f"PRAGMA journal_mode = {mode}")

    def _sound_and_current(self, database: Database) -> bool:
        with speaking(self.path):
            current = migrations.is_current(database.raw, self.path, len(self.steps))
            trouble = backup.damage(database.raw) if self._worth_a_check() else ""
        if trouble:
            raise DamagedLibrary(f"{self.path}: the library is damaged ({trouble})")
        return current

    def _worth_a_check(self) -> bool:
        return self.thorough or self.path.stat().st_size <= _QUICK_CHECK_UP_TO

    def _keep_the_old(self, database: Database) -> None:
        version = migrations.version_of(database.raw)
        old = self.path.with_name(f"{self.path.stem}.version-{version}.sqlite")
        if not old.exists():
            backup.backup(database, old)

    def _make(self) -> None:
        """Build it under another name: at its own, a library is whole or not there."""
        part = self.path.with_name(self.path.name + ".new")
        try:
            place.make_private_file(part)
            migrations.create(part, self.steps)
            part.replace(self.path)
            place.sync_folder(self.path.parent)
        except OSError as error:
            raise NoLibrary(
                f"{self.path}: no library can be made here ({error.strerror}); name another place"
            ) from error
        finally:
            part.unlink(missing_ok=True)

    def _to_read(self, why: str) -> Opened:
        if place.look(self.path) is place.Found.NOTHING:
            raise NoLibrary(f"{self.path}: there is no library here, and none was made: {why}")
        try:
            database = self._readable(why)
        except DamagedLibrary as error:
            return self._rescued(str(error))
        if database is None:
            return self._copied(why)
        return Opened(database, Standing(why, place.cautions(self.path)))

    def _readable(self, why: str) -> Database | None:
        """The file itself, or None where only a copy can be read.

        That is so for an older version, which must be brought up to date, and in a
        folder that refuses the memory file which even reading shares.
        """
        try:
            database = Database(self.path, why_read_only=why)
        except DamagedLibrary:
            raise
        except StoreError:
            return None
        try:
            current = self._sound_and_current(database)
        except BaseException:
            database.close()
            raise
        if not current:
            database.close()
        return database if current else None

    def _copied(self, why: str) -> Opened:
        aside = _folder_aside()
        try:
            copy = rescue.copy_aside(self.path, Path(aside.name))
            with closing(Database(copy)) as database:
                if not self._sound_and_current(database):
                    migrations.migrate(database.raw, copy, self.steps)
            return Opened(Database(copy, why_read_only=why), Standing(why), None, aside)
        except BaseException:
            aside.cleanup()
            raise

    def _rescued(self, trouble: str) -> Opened:
        why = f"{trouble}; this is what could be saved: make a backup of it, and open that"
        aside = _folder_aside()
        try:
            copy = rescue.copy_aside(self.path, Path(aside.name))
            sound = copy.with_name("rescued.sqlite")
            saved = rescue.rescue(copy, sound, self.steps)
            database = Database(sound, why_read_only=why)
        except BaseException:
            aside.cleanup()
            raise
        return Opened(database, Standing(why, (), saved), None, aside)


def _folder_aside() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="clearway-", ignore_cleanup_errors=True)
