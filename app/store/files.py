"""Files written whole or not at all: what stood under the name stays until the new one is on disk."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from app.store import place
from app.store.errors import DiskFailed, DiskFull

if TYPE_CHECKING:
    from pathlib import Path


def write_private(path: Path, raw: bytes) -> None:
    """Write a file that only its owner can read, into a folder that is there.

    Raises:
        DiskFull, DiskFailed: it cannot be written; names the file and what to do.
    """
    try:
        _write(path, raw, private=True)
    except OSError as error:
        raise _failed(path, error, "place") from error


def write_into(folder: Path, name: str, raw: bytes, *, private: bool = False) -> Path:
    """Write a file into a folder, which is made if it is missing; where the file stands.

    Raises:
        DiskFull, DiskFailed: it cannot be written; names the file and what to do.
    """
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(path, raw, private=private)
    except OSError as error:
        raise _failed(path, error, "folder") from error
    return path


def _failed(path: Path, error: OSError, where: str) -> DiskFailed | DiskFull:
    kind = DiskFull if error.errno == errno.ENOSPC else DiskFailed
    return kind(f"{path}: not written ({error.strerror}); choose another {where}")


def _write(path: Path, raw: bytes, *, private: bool) -> None:
    part = path.with_name(path.name + ".part")
    try:
        if private:
            place.make_private_file(part)
        part.write_bytes(raw)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
        place.sync_folder(path.parent)
    finally:
        _drop(part)


def _drop(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # its folder is none, or is gone; the failure itself is told already
