"""Where a library stands: its folder, who may read it, and what the place endangers.

A file is looked at before it is opened for good, because opening can already write.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from contextlib import closing
from enum import Enum
from pathlib import Path

import platformdirs

from app.store.errors import DiskFailed, NoLibrary, NotALibrary
from app.store.migrations import APPLICATION_ID

FILE_NAME = "library.sqlite"
_MAGIC = b"SQLite format 3\0"
_SMALLEST = 512
_MARK = slice(68, 72)
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|9p|afs|ncpfs|davfs\d?|ceph|glusterfs|fuse\.(sshfs|\w*dav)"
)
_SYNCED = {
    "Dropbox": re.compile(r"^Dropbox( \(.*\))?$"),
    "OneDrive": re.compile(r"^OneDrive( - .*)?$"),
    "Google Drive": re.compile(r"^(Google ?Drive|My Drive)$"),
    "iCloud": re.compile(r"^(Mobile Documents|iCloud ?Drive)$"),
    "a cloud service": re.compile(r"^CloudStorage$"),
    "Nextcloud": re.compile(r"^(Nextcloud|ownCloud)\d*$", re.IGNORECASE),
}
_SYNC_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
}


class Found(Enum):
    """What stands at a path, by its first bytes."""

    NOTHING = "nothing"
    OURS = "ours"
    CUT = "cut short"


def default_path() -> Path:
    """The user's own library."""
    return Path(platformdirs.user_data_dir("Clearway", appauthor=False)) / FILE_NAME


def look(path: Path) -> Found:
    """Say what stands at ``path`` without touching it; what is not ours is refused."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return Found.NOTHING
    except OSError as error:
        raise DiskFailed(f"{path}: the file cannot be read ({error.strerror})") from error
    if path.is_dir():
        raise NotALibrary(f"{path}: this is a folder; name the library file in it")
    if size == 0:
        return Found.NOTHING
    return _stump(path) if size < _SMALLEST else _marked(path)


def _stump(path: Path) -> Found:
    """No database is so small; it may be the beginning of one."""
    if path.read_bytes().startswith(_MAGIC):
        return Found.CUT
    raise NotALibrary(_foreign(path, "not a library"))


def _marked(path: Path) -> Found:
    """Look for our mark.

    SQLite does the reading, told that the file never changes, so that it locks and
    writes nothing. Closing the file ourselves would drop the locks of a library that
    this same process has open.
    """
    try:
        with closing(connect_immutable(path)) as connection:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.DatabaseError as error:
        mark = _mark_despite(error, path)
    if mark != APPLICATION_ID:
        raise NotALibrary(_foreign(path, "another program's database"))
    return Found.OURS


def _mark_despite(error: sqlite3.DatabaseError, path: Path) -> int:
    """The mark of a file that SQLite will not read: one cut short still has its head."""
    match getattr(error, "sqlite_errorcode", 0):
        case sqlite3.SQLITE_CORRUPT:
            with path.open("rb") as file:
                return int.from_bytes(file.read(_SMALLEST)[_MARK])
        case sqlite3.SQLITE_CANTOPEN:
            raise DiskFailed(f"{path}: the file cannot be read; look at its permissions") from error
        case _:
            raise NotALibrary(_foreign(path, "not a library")) from error


def connect_immutable(path: Path) -> sqlite3.Connection:
    """A connection that reads the file as it stands, without its write-ahead log."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def _foreign(path: Path, whose: str) -> str:
    return f"{path}: this file is {whose}; it was left untouched; name another file"


def make_folder(folder: Path) -> None:
    """Make the folder for its owner alone; one that stands already is left as it is."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NoLibrary(f"{folder}: the folder cannot be made ({error.strerror})") from error


def keep_private(path: Path) -> None:
    """Let only the owner read and write the file, where the system can say so."""
    try:
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError:
        # Somebody else's file, or a file system without owners: reading it still works.
        return


def make_private_file(path: Path) -> None:
    """Make an empty file that was never readable by others, or empty the one that is there."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600))


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to disk, where the system lets us."""
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def cautions(path: Path) -> tuple[str, ...]:
    """What speaks against this place, as far as it can be seen; empty is no promise."""
    whole = path.absolute()
    found = []
    if network := network_of(whole):
        found.append(
            f"{path.parent} is on a network drive ({network}): open the library on one machine"
            " at a time, and keep a backup elsewhere"
        )
    if service := synced_by(whole):
        found.append(
            f"{path.parent} is copied by {service}: close the program and wait for the copy"
            " before you open the library on another machine"
        )
    return tuple(found)


def synced_by(path: Path) -> str:
    """The service that seems to copy the folder, by the names of folders and its marks."""
    for service, name in _SYNCED.items():
        if any(name.match(part) for part in path.parts[:-1]):
            return service
    for mark, service in _SYNC_MARKS.items():
        if any((folder / mark).exists() for folder in path.parents):
            return service
    return ""


def network_of(path: Path, mounts: str | None = None) -> str:
    """The kind of network drive that holds ``path``; ``mounts`` is what /proc/mounts says."""
    if str(path).startswith(("\\\\", "//")):
        return "a share"
    kind = _kind_of(path, _mounts() if mounts is None else mounts)
    return kind if _NETWORK.fullmatch(kind) else ""


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""  # not Linux: only shares by name are seen


def _kind_of(path: Path, mounts: str) -> str:
    """The file system of the deepest mount above ``path``."""
    best = (0, "")
    for line in mounts.splitlines():
        _, point, kind, *_ = [*line.split(" "), "", ""]
        folder = Path(point.replace("\\040", " "))
        if folder.is_absolute() and path.is_relative_to(folder):
            best = max(best, (len(folder.parts), kind))
    return best[1]
