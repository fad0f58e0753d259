"""The steps that lead a library from each version to the next, one SQL text each.

``PRAGMA user_version`` says how many were taken. A step and its number are one
transaction, so that a library stands before it or behind it, never within.
"""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from typing import TYPE_CHECKING

from app.store.database import speaking
from app.store.errors import NewerLibrary

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

APPLICATION_ID = 0x436C5779  # "ClWy", where SQLite keeps room for a program's mark
_NAMES = ("1.sql", "2.sql", "3.sql", "4.sql")


def steps() -> tuple[str, ...]:
    """Every step as it is shipped; the first makes a library out of an empty file."""
    folder = files("app.store") / "schema"
    return tuple((folder / name).read_text(encoding="utf-8") for name in _NAMES)


def version_of(connection: sqlite3.Connection) -> int:
    """The number of steps that the library has behind it."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_current(connection: sqlite3.Connection, path: Path, wanted: int) -> bool:
    """Whether nothing is left to do; a library that is ahead of us is refused."""
    version = version_of(connection)
    if version > wanted:
        raise NewerLibrary(
            f"{path}: this library is of version {version} and this program knows {wanted};"
            " install the newer program to open it; nothing was changed"
        )
    return version == wanted


def migrate(connection: sqlite3.Connection, path: Path, taken: Sequence[str]) -> None:
    """Take every step that is missing."""
    for number in range(version_of(connection), len(taken)):
        with speaking(path):
            _take(connection, taken[number], number + 1)


def _take(connection: sqlite3.Connection, step: str, number: int) -> None:
    text = f"BEGIN IMMEDIATE;\n{step}\nPRAGMA user_version = {number};\nCOMMIT;"
    try:
        connection.executescript(text)
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def create(path: Path, taken: Sequence[str]) -> None:
    """Make a library at ``path``, which is still empty; only the last act names it ours."""
    with speaking(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(connection, path, taken)
        finally:
            connection.close()
