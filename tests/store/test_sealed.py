"""A passphrase locks exports and backups; without it they tell nothing."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from app.store import backup, transfer
from app.store.errors import DamagedLibrary, Locked, Refused, UnreadableFile
from app.store.library import Library
from app.store.sealed import is_sealed, sealed, unsealed
from tests.store.sample import START, fill

if TYPE_CHECKING:
    from pathlib import Path

PHRASE = "correct horse battery"


@pytest.fixture(scope="module")
def locked() -> bytes:
    return sealed(b"the content of a file", PHRASE)


def test_what_is_locked_comes_back_with_the_passphrase(locked: bytes) -> None:
    assert unsealed(locked, PHRASE) == b"the content of a file"
    assert b"content" not in locked


def test_what_is_not_locked_is_read_as_it_is() -> None:
    assert not is_sealed(b"{}")
    assert unsealed(b"{}", PHRASE) == b"{}"


def test_a_wrong_passphrase_and_a_damaged_file_tell_the_same(locked: bytes) -> None:
    said = set()
    for raw, phrase in ((locked, "correct horse batterx"), (locked[:-3], PHRASE)):
        with pytest.raises(Locked) as caught:
            unsealed(raw, phrase)
        said.add(str(caught.value))
    assert said == {"the passphrase does not open it, or the file is damaged"}


@pytest.mark.parametrize("at", [-1, -20, 60])
def test_a_flipped_bit_is_noticed(locked: bytes, at: int) -> None:
    raw = bytearray(locked)
    raw[at] ^= 1
    with pytest.raises(Locked):
        unsealed(bytes(raw), PHRASE)


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(Refused, match="at least 8"):
        sealed(b"x", "1234567")


def test_a_locked_export_is_read_with_its_passphrase_only(library: Library, tmp_path: Path) -> None:
    bundle = transfer.whole(library, fill(library), "0.1.0")
    path = tmp_path / "a.clearway"
    transfer.write_file(bundle, path, PHRASE)
    assert is_sealed(path.read_bytes())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(Locked, match=r"a\.clearway: it is locked"):
        transfer.read_file(path, START)
    assert transfer.read_file(path, START, PHRASE) == bundle


def test_a_locked_backup_becomes_a_library_again(library: Library, tmp_path: Path) -> None:
    key = fill(library)
    locked, clear = tmp_path / "backup.age", tmp_path / "again.sqlite"
    library.backup(locked, PHRASE)
    assert b"SQLite" not in locked.read_bytes()
    backup.unlock(locked, clear, PHRASE)
    assert stat.S_IMODE(clear.stat().st_mode) == 0o600
    with Library.open(clear, START) as again:
        assert again.assessments.get(key) == library.assessments.get(key)


def test_nothing_is_overwritten_and_nothing_else_is_unlocked(
    library: Library, tmp_path: Path
) -> None:
    there = tmp_path / "there"
    there.write_text("mine")
    with pytest.raises(Refused, match="exists"):
        library.backup(there, PHRASE)
    with pytest.raises(Refused, match="exists"):
        backup.unlock(there, there, PHRASE)
    with pytest.raises(UnreadableFile, match="no locked backup"):
        backup.unlock(there, tmp_path / "new", PHRASE)
    assert there.read_text() == "mine"


def test_what_is_locked_but_no_library_is_refused(tmp_path: Path) -> None:
    locked = tmp_path / "other.age"
    locked.write_bytes(sealed(b"a letter", PHRASE))
    with pytest.raises(DamagedLibrary, match="not whole"):
        backup.unlock(locked, tmp_path / "new.sqlite", PHRASE)
    assert not (tmp_path / "new.sqlite").exists()
