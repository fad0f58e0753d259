"""Copies of a library that were opened before they count as copies.

A backup is one file: its write-ahead log is folded in, so it can be carried away alone.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from app.store import files, place, sealed
from app.store.database import speaking
from app.store.errors import (
    DamagedLibrary,
    Locked,
    NoLibrary,
    Refused,
    UnreadableFile,
)

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from app.store.database import Database

_DATED = re.compile(r"library-\d{4}-\d{2}-\d{2}\.sqlite")

_FORMAT = slice(18, 20)


def backup(database: Database, target: Path) -> None:
    """Copy the library to ``target``, which must be new, and open the copy to see it is whole."""
    if target.exists():
        raise Refused(f"{target}: this file exists; name a new one for the backup")
    part = target.with_name(target.name + ".part")
    try:
        _fill(database, part)
        part.rename(target)
        place.sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)


def _fill(database: Database, part: Path) -> None:
    try:
        place.make_private_file(part)
    except OSError as error:
        raise NoLibrary(f"{part.parent}: no file can be written here ({error.strerror})") from error
    with speaking(part), closing(sqlite3.connect(part, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous = FULL")
        database.raw.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        trouble = damage(copy)
    if trouble or place.look(part) is not place.Found.OURS:
        raise DamagedLibrary(f"{part}: the copy is not whole ({trouble}); no backup was made")


def locked_backup(database: Database, target: Path, phrase: str) -> None:
    """Copy the library to ``target`` locked with a passphrase; nothing in clear touches the disk.

    The copy is opened with the passphrase before it counts.
    """
    if target.exists():
        raise Refused(f"{target}: this file exists; name a new one for the backup")
    with closing(sqlite3.connect(":memory:")) as copy:
        database.raw.backup(copy)
        clear = bytearray(copy.serialize())
    # Bytes 18 and 19 say that a write-ahead log stands beside the file; beside a copy there is
    # none (https://www.sqlite.org/fileformat.html, 1.3.3).
    clear[_FORMAT] = b"\x01\x01"
    raw = sealed.sealed(bytes(clear), phrase)
    _write(target, raw, _trouble_of(sealed.unsealed(raw, phrase)))


def unlock(source: Path, target: Path, phrase: str) -> None:
    """Write the library of a locked backup in clear to ``target``, which must be new.

    Raises:
        Locked: the passphrase is missing or another, or the file is damaged.
        UnreadableFile: it is no locked backup.
    """
    if target.exists():
        raise Refused(f"{target}: this file exists; name a new one for the library")
    try:
        raw = source.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{source}: the file cannot be read ({error.strerror})") from error
    if not sealed.is_sealed(raw):
        raise UnreadableFile(f"{source}: this is no locked backup; open it as it is")
    try:
        clear = sealed.unsealed(raw, phrase)
    except Locked as error:
        raise Locked(f"{source}: {error}") from error
    _write(target, clear, _trouble_of(clear))


def _trouble_of(raw: bytes) -> str:
    """What is wrong with the bytes of a library, or nothing."""
    with closing(sqlite3.connect(":memory:")) as copy:
        try:
            copy.deserialize(raw)
        except sqlite3.Error as error:
            return str(error)
        return damage(copy)


def _write(target: Path, raw: bytes, trouble: str) -> None:
    if trouble:
        raise DamagedLibrary(f"{target}: the copy is not whole ({trouble}); nothing was written")
    files.write_private(target, raw)


def damage(connection: sqlite3.Connection) -> str:
    """What SQLite finds wrong with the file, or nothing."""
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise
        return str(error)
    return "" if found == "ok" else str(found)


def dated_backup(database: Database, folder: Path, day: dt.date, keep: int) -> Path | None:
    """Make the backup of ``day`` if there is none yet; of all of them ``keep`` remain."""
    place.make_folder(folder)
    target = folder / f"library-{day.isoformat()}.sqlite"
    made = None if target.exists() else target
    if made:
        backup(database, made)
    for old in dated_backups(folder)[keep:]:
        old.unlink()
    return made


def dated_backups(folder: Path) -> list[Path]:
    """The dated backups in a folder, newest first."""
    if not folder.is_dir():
        return []
    ours = [path for path in folder.iterdir() if _DATED.fullmatch(path.name)]
    return sorted(ours, key=lambda path: path.name, reverse=True)
