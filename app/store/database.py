"""A connection to SQLite that speaks in our errors and commits for good.

Every write is one transaction, on disk when ``transaction`` is left
(``synchronous = FULL``). Inside another transaction it is a part of that one.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from app.store import errors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

BUSY_MILLISECONDS = 5_000
_PRIMARY = 0xFF
_ROOM_LEFT = 1 << 20


class Database:
    """One open file; ``why_read_only`` is empty where it may be written."""

    def __init__(self, path: Path, *, why_read_only: str = "") -> None:
        self.path = path
        self.why_read_only = why_read_only
        mode = "ro" if why_read_only else "rw"
        with speaking(path):
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None
            )
        try:
            with speaking(path):
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        for pragma in (
            f"busy_timeout = {BUSY_MILLISECONDS}",
            "synchronous = FULL",
            "fullfsync = ON",  # macOS: without it a sync is only a wish
            "foreign_keys = ON",
            "recursive_triggers = ON",  # otherwise REPLACE deletes past the triggers
            "secure_delete = ON",  # what is erased is overwritten, not only forgotten
            "cell_size_check = ON",
        ):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()

    @property
    def raw(self) -> sqlite3.Connection:
        """The connection itself, for backup and rescue."""
        return self._connection

    def close(self) -> None:
        """Close; the last writer folds the write-ahead log into the file."""
        self._connection.close()

    def rows(self, sql: str, *values: object) -> list[Any]:
        """All rows of a query."""
        with speaking(self.path):
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.OperationalError as error:
                if getattr(error, "sqlite_errorcode", None) is not None:
                    raise
        # Python's own complaint: a text is damaged. Reading with care is slower.
        self._connection.text_factory = text_of
        with speaking(self.path):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> Any:  # noqa: ANN401 (a row is a tuple of anything)
        """The first row of a query, or None."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def value(self, sql: str, *values: object) -> Any:  # noqa: ANN401 (what the column holds)
        """The first column of the first row, or None."""
        found = self.row(sql, *values)
        return found[0] if found else None

    def run(self, sql: str, *values: object) -> int:
        """Execute one statement inside a transaction; the number of rows it changed."""
        with self.transaction(), speaking(self.path):
            return self._connection.execute(sql, values).rowcount

    def run_many(self, sql: str, values: Sequence[Sequence[object]]) -> None:
        """Execute one statement for each tuple of values, inside a transaction."""
        with self.transaction(), speaking(self.path):
            self._connection.executemany(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, and on disk at the end."""
        if self.why_read_only:
            raise errors.ReadOnly(
                f"{self.path}: this library is open for reading only: {self.why_read_only}"
            )
        with self._between("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several queries that see one and the same state."""
        with self._between("BEGIN"):
            yield

    @contextmanager
    def _between(self, begin: str) -> Iterator[None]:
        if self._connection.in_transaction:
            yield
            return
        with speaking(self.path):
            self._connection.execute(begin)
        try:
            yield
            with speaking(self.path):
                self._connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        # A full disk may have done it already.
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def text_of(raw: bytes) -> str:
    """Text that was damaged is read as far as it goes; hashes tell that it was."""
    return raw.decode("utf-8", "replace")


@contextmanager
def speaking(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file into one of our errors."""
    try:
        yield
    except UnicodeDecodeError as error:
        # The message itself quotes a schema that is no text any more.
        damaged = _DAMAGED.format("its tables have no readable names")
        raise errors.DamagedLibrary(f"{path}: {damaged}") from error
    except sqlite3.Error as error:
        spoken = _spoken(error, path)
        if spoken is None:
            raise
        raise spoken from error


def _spoken(error: sqlite3.Error, path: Path) -> errors.StoreError | None:
    code = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        return errors.Final(f"{path}: {error}")
    if code & _PRIMARY == sqlite3.SQLITE_FULL or _is_want_of_room(code, path):
        return errors.DiskFull(
            f"{path}: the disk is full and the last change was not saved; make room and try again"
        )
    kind, message = _MESSAGES.get(code & _PRIMARY, (None, ""))
    return kind(f"{path}: {message.format(error)}") if kind else None


_DAMAGED = "the library is damaged ({}); open it again to see what can be saved"
_BUSY = "another program is using the library; close it there and try again"
_READ_ONLY = "the file or its folder may not be written; look at its permissions"
_MESSAGES: dict[int, tuple[type[errors.StoreError], str]] = {
    sqlite3.SQLITE_IOERR: (
        errors.DiskFailed,
        "the disk refused ({}) and the last change was not saved; look at the disk",
    ),
    sqlite3.SQLITE_BUSY: (errors.Busy, _BUSY),
    sqlite3.SQLITE_LOCKED: (errors.Busy, _BUSY),
    sqlite3.SQLITE_CORRUPT: (errors.DamagedLibrary, _DAMAGED),
    sqlite3.SQLITE_NOTADB: (errors.DamagedLibrary, _DAMAGED),
    sqlite3.SQLITE_READONLY: (errors.ReadOnly, _READ_ONLY),
    sqlite3.SQLITE_PERM: (errors.ReadOnly, _READ_ONLY),
    sqlite3.SQLITE_CANTOPEN: (
        errors.DiskFailed,
        "the file cannot be opened; look at its permissions",
    ),
}


def _is_want_of_room(code: int, path: Path) -> bool:
    return code & _PRIMARY == sqlite3.SQLITE_IOERR and _no_room(path)


def _no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM_LEFT
    except OSError:
        return False
