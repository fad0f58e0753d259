"""Copies of a library that were opened before they count as copies.

A backup is one file: its write-ahead log is folded in, so it can be carried away alone.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from app.store import place
from app.store.database import speaking
from app.store.errors import DamagedLibrary, NoLibrary, Refused

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from app.store.database import Database

_DATED = re.compile(r"library-\d{4}-\d{2}-\d{2}\.sqlite")


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
