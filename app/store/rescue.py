"""What can still be read of a damaged library, copied row by row into a sound one.

Each table is read from both ends towards the damage. The damaged file itself is
only copied, never opened for writing.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.store import migrations
from app.store.database import text_of
from app.store.errors import DamagedLibrary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_UNNAMED = "rescued"
_ORPHANS = (
    *("answer", "person", "batch", "revision", "exhibit", "document", "note"),
    *("screening", "adjudication"),
)


@dataclass(frozen=True, slots=True)
class Saved:
    """How many rows of a table came through, and whether reading met damage."""

    table: str
    rows: int
    damaged: bool


def copy_aside(path: Path, folder: Path) -> Path:
    """Copy the library and its write-ahead log into ``folder``."""
    target = folder / path.name
    shutil.copyfile(path, target)
    log = path.with_name(path.name + "-wal")
    if log.exists():
        shutil.copyfile(log, target.with_name(target.name + "-wal"))
    return target


def rescue(damaged: Path, target: Path, steps: Sequence[str]) -> tuple[Saved, ...]:
    """Make a library at ``target`` from what ``damaged`` still tells; it is a copy already."""
    migrations.create(target, steps)
    with (
        closing(sqlite3.connect(damaged, isolation_level=None)) as source,
        closing(sqlite3.connect(target, isolation_level=None)) as sound,
    ):
        source.text_factory = text_of
        source.execute("PRAGMA writable_schema = ON")  # or a file cut short would not open
        sound.execute("BEGIN")
        triggers = _without_triggers(sound)
        saved = tuple(_save(source, sound, table) for table in _tables(sound))
        _give_orphans_a_home(sound)
        _drop_the_unattached(sound)
        for trigger in triggers:
            sound.execute(trigger)
        sound.execute("COMMIT")
    if not any(each.rows for each in saved):
        raise DamagedLibrary(
            f"{damaged.name}: the library is damaged and nothing in it can be read;"
            " put the newest backup in its place"
        )
    return saved


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found.fetchall() if not name.startswith("sqlite_")]


def _without_triggers(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = found.fetchall()
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    return [sql for _, sql in triggers]


def _save(source: sqlite3.Connection, sound: sqlite3.Connection, table: str) -> Saved:
    columns = [row[1] for row in sound.execute(f'PRAGMA table_info("{table}")')]
    reading = _Reading(source, table, columns)
    rows = sum(_put(sound, table, columns, row) for row in reading.rows())
    return Saved(table, rows, reading.damaged)


def _put(
    sound: sqlite3.Connection, table: str, columns: Sequence[str], row: Sequence[object]
) -> int:
    names = ", ".join(["rowid", *columns])
    marks = ", ".join("?" for _ in row)
    sql = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 (our names)
    try:
        return sound.execute(sql, row).rowcount
    except sqlite3.Error:
        return 0  # a row whose damage breaks the schema's promises is not a row


class _Reading:
    """The readable rows of one table; ``damaged`` is known when they are exhausted."""

    def __init__(self, source: sqlite3.Connection, table: str, columns: Sequence[str]) -> None:
        self._source = source
        names = ", ".join(["rowid", *columns])
        self._select = f'SELECT {names} FROM "{table}"'  # noqa: S608 (our own names)
        self.damaged = False

    def rows(self) -> Iterator[Sequence[object]]:
        last = -1
        for row in self._walk("ORDER BY rowid"):
            last = int(row[0])  # type: ignore[call-overload]  # a rowid is an integer
            yield row
        if self.damaged:
            yield from self._walk(f"WHERE rowid > {last} ORDER BY rowid DESC")

    def _walk(self, how: str) -> Iterator[Sequence[object]]:
        try:
            cursor = self._source.execute(f"{self._select} {how}")
            while (row := cursor.fetchone()) is not None:
                yield row
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            self.damaged = True


def _give_orphans_a_home(sound: sqlite3.Connection) -> None:
    """An assessment whose own row was lost gets a new one, so that the rest is seen."""
    for table in _ORPHANS:
        sound.execute(
            "INSERT OR IGNORE INTO assessment (id, name, created, changed, summary, sought)"  # noqa: S608
            f" SELECT DISTINCT assessment, '{_UNNAMED} ' || assessment, '0001-01-01T00:00:00+00:00',"
            f" '0001-01-01T00:00:00+00:00', 'null', '{_UNNAMED} ' || assessment FROM {table}"
        )


def _drop_the_unattached(sound: sqlite3.Connection) -> None:
    """What refers to a lost row of another kind cannot stand; revisions keep standing."""
    for sql in _UNATTACHED:
        sound.execute(sql)


_UNATTACHED = (
    """
    DELETE FROM answer WHERE person IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM person
        WHERE person.assessment = answer.assessment AND person.key = answer.person)
    """,
    """
    DELETE FROM answer_history WHERE NOT EXISTS (
        SELECT 1 FROM batch
        WHERE batch.assessment = answer_history.assessment
        AND batch.number = answer_history.batch)
    """,
    "DELETE FROM hit WHERE screening NOT IN (SELECT serial FROM screening)",
    "DELETE FROM listed WHERE list NOT IN (SELECT id FROM list)",
    "DELETE FROM edition WHERE law NOT IN (SELECT hash FROM law)",
    "DELETE FROM in_use WHERE law NOT IN (SELECT hash FROM law)",
    "DELETE FROM outlook",  # it is worked out again, and so are the words
    "DELETE FROM words",
    "DELETE FROM list_index",  # it is made anew from the parties that are left
    "INSERT OR IGNORE INTO evidence (hash, size, content) SELECT hash, 0, NULL FROM exhibit",
)
