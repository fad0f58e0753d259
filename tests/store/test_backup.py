"""A backup counts as one only after it was opened."""

from __future__ import annotations

import datetime as dt
import sqlite3
from typing import TYPE_CHECKING

import pytest

from app.store import backup, transfer
from app.store.errors import DamagedLibrary, NoLibrary, Refused
from app.store.library import Library
from tests.store.sample import START, begin, fill

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2026, 1, 5)


def test_a_backup_is_one_private_file_that_opens_with_everything(
    library: Library, tmp_path: Path
) -> None:
    key = fill(library)
    target = tmp_path / "carried" / "away.sqlite"
    target.parent.mkdir()
    library.backup(target)
    assert [each.name for each in target.parent.iterdir()] == ["away.sqlite"]
    assert target.stat().st_mode & 0o077 == 0
    with Library.open(target, START) as copy:
        assert copy.standing.writable
        assert transfer.whole(copy, key, "") == transfer.whole(library, key, "")


def test_a_read_only_library_can_be_backed_up(library: Library, path: Path) -> None:
    fill(library)
    with Library.open(path, START, read_only=True) as reader:
        reader.backup(path.with_name("b.sqlite"))
    with Library.open(path.with_name("b.sqlite"), START) as copy:
        assert len(copy.assessments.list()) == 1


def test_a_backup_never_replaces_a_file(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "letter.odt"
    target.write_text("dear")
    with pytest.raises(Refused, match="this file exists; name a new one"):
        library.backup(target)
    assert target.read_text() == "dear"


def test_a_backup_into_no_folder_says_so(library: Library, tmp_path: Path) -> None:
    with pytest.raises(NoLibrary, match="no file can be written here"):
        library.backup(tmp_path / "nowhere" / "b.sqlite")


def test_a_copy_that_is_not_whole_is_no_backup(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "damage", lambda _: "page 3 is torn")
    with pytest.raises(DamagedLibrary, match=r"page 3 is torn.*no backup was made"):
        library.backup(tmp_path / "b.sqlite")
    assert list(tmp_path.glob("b.*")) == []


def test_one_dated_backup_a_day_is_made_and_the_newest_are_kept(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    begin(library)
    for number in range(5):
        assert library.dated_backup(folder, DAY + dt.timedelta(number), keep=3)
    assert library.dated_backup(folder, DAY + dt.timedelta(4), keep=3) is None
    assert [each.name for each in backup.dated_backups(folder)] == [
        "library-2026-01-09.sqlite",
        "library-2026-01-08.sqlite",
        "library-2026-01-07.sqlite",
    ]


def test_files_of_other_names_are_no_backups_of_ours_and_stay(
    library: Library, tmp_path: Path
) -> None:
    mine = tmp_path / "library-holiday.sqlite"
    mine.write_text("mine")
    library.dated_backup(tmp_path, DAY, keep=1)
    library.dated_backup(tmp_path, DAY + dt.timedelta(1), keep=1)
    assert mine.read_text() == "mine"
    assert len(backup.dated_backups(tmp_path)) == 1
    assert backup.dated_backups(tmp_path / "nowhere") == []


def test_a_check_that_cannot_be_made_is_an_error_and_no_finding(library: Library) -> None:
    library.database.raw.close()
    with pytest.raises(sqlite3.ProgrammingError):
        library.check()
