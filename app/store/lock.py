"""One writer at a time: a lock that the system itself lets go when its holder dies.

Beside the library lies a small file; who holds the system's lock on it may write,
and it says who that is. The text is only for people, the lock is what counts.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from typing import TYPE_CHECKING

from app.store import codec

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_FAR = 1 << 30
"""Windows locks bytes and hides them from readers: the one locked lies behind the text."""


class WriterLock:
    """The right to write; given back by ``release``, or by the system at the end."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let another window write; a second time it does nothing."""
        if self._descriptor is not None:
            os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
        self._descriptor = None


def lock_path(library: Path) -> Path:
    """The file beside the library."""
    return library.with_name(library.name + ".lock")


def acquire(library: Path, moment: dt.datetime) -> WriterLock | str:
    """The lock, or who holds it in words, or why there can be none."""
    path = lock_path(library)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        return f"its folder cannot be written ({error.strerror})"
    try:
        _lock(descriptor)
    except OSError:
        os.close(descriptor)
        return _holder(path)
    _say_who(descriptor, moment)
    return WriterLock(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _say_who(descriptor: int, moment: dt.datetime) -> None:
    who = {"user": _user(), "host": socket.gethostname(), "pid": os.getpid()}
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, codec.canonical({**who, "since": codec.stamp(moment)}).encode())
    except OSError:
        # A full disk: the lock holds all the same, it is only nameless.
        return


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no name for this user id
        return "somebody"


def _holder(path: Path) -> str:
    try:
        who = json.loads(path.read_bytes())
        since = codec.moment_of(who["since"]).strftime("%Y-%m-%d %H:%M UTC")
        return (
            f"{who['user']} has it open on {who['host']} (process {who['pid']}) since {since};"
            " close it there to write here"
        )
    except (OSError, ValueError, KeyError, TypeError):
        return "another window has it open; close it there to write here"
