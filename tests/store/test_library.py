"""A library is made, recognised, opened and refused."""

from __future__ import annotations

import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.store import migrations, place
from app.store.database import Database, speaking
from app.store.errors import (
    Busy,
    DamagedLibrary,
    DiskFailed,
    DiskFull,
    NewerLibrary,
    NoLibrary,
    NotALibrary,
    ReadOnly,
    StoreError,
)
from app.store.library import Library
from tests.store.sample import LAW, START, begin, fill

STORED = Path(__file__).parent / "stored"
NOW = len(migrations.steps())
FURTHER = "ALTER TABLE setting ADD COLUMN since TEXT;"


def tables(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()
        for (name,) in names
    }


def test_a_new_library_is_marked_as_ours_and_numbered(path: Path) -> None:
    Library.open(path, START).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x436C5779,)
        assert connection.execute("PRAGMA user_version").fetchone() == (NOW,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_every_table_is_strict(library: Library) -> None:
    loose = library.database.rows("SELECT name FROM pragma_table_list WHERE NOT strict")
    assert {name for (name,) in loose} == {"sqlite_schema", "sqlite_temp_schema"}


def test_what_is_committed_is_synced(library: Library) -> None:
    assert library.database.value("PRAGMA synchronous") == 2
    assert library.database.value("PRAGMA foreign_keys") == 1
    assert library.database.value("PRAGMA busy_timeout") == 5000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_the_owner_can_read_the_file_and_its_folder(path: Path) -> None:
    with Library.open(path, START) as library:
        begin(library)
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    assert set(modes.values()) == {0o600}
    assert {"library.sqlite", "library.sqlite-wal"} <= modes.keys()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_library_that_others_could_read_is_closed_to_them(path: Path) -> None:
    Library.open(path, START).close()
    path.chmod(0o644)
    Library.open(path, START).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_library_opened_again_holds_what_was_written(path: Path) -> None:
    with Library.open(path, START) as library:
        key = fill(library)
        before = tables(library.database.raw)
    with Library.open(path, START) as library:
        assert tables(library.database.raw) == before
        assert library.assessments.get(key).revisions == 1


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with Library.open(path, START) as library:
        assert library.standing.writable
        assert library.assessments.list() == []


def test_another_programs_database_is_refused_and_left_untouched(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(NotALibrary, match="another program's database; it was left untouched"):
        Library.open(path, START)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("content", [b"hello", b"x" * 5000, b"%PDF-1.7\n" * 200])
def test_a_file_of_another_kind_is_refused_and_left_untouched(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(NotALibrary, match="not a library"):
        Library.open(path, START)
    assert path.read_bytes() == content


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(NotALibrary, match="folder"):
        Library.open(tmp_path, START)


def test_a_library_of_a_newer_program_is_refused_and_left_untouched(path: Path) -> None:
    Library.open(path, START, steps=(*migrations.steps(), FURTHER)).close()
    before = path.read_bytes()
    with pytest.raises(
        NewerLibrary, match=rf"version {NOW + 1} and this program knows {NOW}.*newer program"
    ):
        Library.open(path, START)
    with pytest.raises(NewerLibrary):
        Library.open(path, START, read_only=True)
    assert path.read_bytes() == before


def test_an_older_library_is_brought_up_to_date_and_its_old_state_is_kept(path: Path) -> None:
    with Library.open(path, START) as library:
        fill(library)
        before = tables(library.database.raw)
    with Library.open(path, START, steps=(*migrations.steps(), FURTHER)) as library:
        after = tables(library.database.raw)
        assert migrations.version_of(library.database.raw) == NOW + 1
    assert {**after, "setting": []} == {**before, "setting": []}
    with Library.open(path.with_name(f"library.version-{NOW}.sqlite"), START) as old:
        assert tables(old.database.raw) == before


def test_a_step_that_fails_leaves_the_library_as_it_was(path: Path) -> None:
    with Library.open(path, START) as library:
        key = fill(library)
    broken = (*migrations.steps(), FURTHER + "INSERT INTO nowhere VALUES (1);")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        Library.open(path, START, steps=broken)
    with Library.open(path, START) as library:
        assert library.assessments.has(key)
        assert migrations.version_of(library.database.raw) == NOW


def test_an_older_library_that_may_only_be_read_is_read_from_a_copy(path: Path) -> None:
    with Library.open(path, START) as library:
        key = fill(library)
    before = path.read_bytes()
    steps = (*migrations.steps(), FURTHER)
    with Library.open(path, START, read_only=True, steps=steps) as library:
        assert library.assessments.has(key)
        assert library.database.rows("SELECT since FROM setting") == []
        assert library.path == path
    assert path.read_bytes() == before


def test_the_stored_library_of_version_1_opens_with_all_it_holds(path: Path) -> None:
    path.parent.mkdir()
    script = (STORED / "library_version_1.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    with Library.open(path, START) as library:
        (head,) = library.assessments.list()
        assert (head.name, head.revisions) == ("Server for Penang", 1)
        assert library.drafts.read(head.id).answers["people.p1.name"] == "Ann Example"
        assert library.laws.get(library.revisions.heads(head.id)[0].law) == LAW
        assert library.standing.writable


def test_a_library_asked_for_reading_refuses_every_write(path: Path) -> None:
    with Library.open(path, START) as library:
        key = fill(library)
    with Library.open(path, START, read_only=True) as library:
        assert not library.standing.writable
        assert library.drafts.read(key).answers
        with pytest.raises(ReadOnly, match="only reading was asked for"):
            library.drafts.write(key, {"x": 1}, START, "A.")


def test_reading_makes_no_library_where_there_is_none(path: Path) -> None:
    with pytest.raises(NoLibrary, match="no library here"):
        Library.open(path, START, read_only=True)
    assert not path.parent.exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="file"):
        Library.open(tmp_path / "file" / "library.sqlite", START)


def test_what_was_begun_and_could_not_be_made_is_cleared_away(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(place, "make_private_file", refuse)
    with pytest.raises(NoLibrary, match=r"no library can be made here \(Read-only file system\)"):
        Library.open(path, START)
    assert not path.exists()
    monkeypatch.undo()
    with Library.open(path, START) as library:
        assert library.standing.writable


def test_a_disk_that_is_full_from_the_start_leaves_no_half_library(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = "PRAGMA max_page_count = 5;\n" + migrations.steps()[0]
    monkeypatch.setattr(migrations, "steps", lambda: (step,))
    with pytest.raises(DiskFull):
        Library.open(path, START)
    assert [each.name for each in path.parent.iterdir()] == ["library.sqlite.lock"]


@pytest.mark.parametrize(
    ("code", "free", "kind"),
    [
        (sqlite3.SQLITE_IOERR_WRITE, 0, DiskFull),
        (sqlite3.SQLITE_IOERR_WRITE, 1 << 30, DiskFailed),
        (sqlite3.SQLITE_READONLY_DBMOVED, 1 << 30, ReadOnly),
        (sqlite3.SQLITE_CORRUPT_VTAB, 1 << 30, DamagedLibrary),
    ],
)
def test_what_the_disk_refuses_is_told_apart_by_the_room_left(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int, free: int, kind: type[StoreError]
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    with pytest.raises(kind) as said, speaking(path):
        raise error
    assert str(said.value).startswith(f"{path}: ")
    assert "\n" not in str(said.value)


def test_an_error_of_our_own_making_is_not_dressed_as_the_disks(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), speaking(path):
        raise sqlite3.OperationalError("no such table: nowhere")


def test_a_full_disk_loses_only_the_change_that_did_not_fit(library: Library) -> None:
    key = begin(library)
    library.drafts.write(key, {"a": "first"}, START, "A.")
    pages = library.database.value("PRAGMA page_count")
    library.database.raw.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull, match="the disk is full and the last change was not saved"):
        library.drafts.write(key, {"b": "x" * 1_000_000}, START, "A.")
    assert library.drafts.read(key).answers == {"a": "first"}
    library.database.raw.execute("PRAGMA max_page_count = 1000000")
    assert library.drafts.write(key, {"b": "y"}, START, "A.").answers == {"a": "first", "b": "y"}


def test_another_program_that_holds_the_file_is_said(library: Library, path: Path) -> None:
    key = begin(library)
    library.database.raw.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="another program is using the library"):
            library.drafts.write(key, {"a": 1}, START, "A.")
        other.execute("ROLLBACK")
    assert library.drafts.write(key, {"a": 1}, START, "A.").answers == {"a": 1}


def test_a_transaction_that_fails_leaves_nothing_behind(library: Library) -> None:
    key = begin(library)

    def fail_in_the_middle() -> None:
        with library.together():
            library.drafts.write(key, {"a": 1}, START, "A.")
            library.assessments.rename(key, "Other", START, "A.")
            raise KeyError(key)

    with pytest.raises(KeyError):
        fail_in_the_middle()
    assert library.drafts.read(key).answers == {}
    assert library.assessments.get(key).name == "Server for Penang"


def test_a_missing_file_is_said_by_the_connection_itself(tmp_path: Path) -> None:
    with pytest.raises(DiskFailed, match="cannot be opened"):
        Database(tmp_path / "nothing.sqlite")


@pytest.mark.parametrize("size", [16, 100, 511])
def test_the_stump_of_a_library_is_called_damaged(path: Path, size: int) -> None:
    Library.open(path, START).close()
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(DamagedLibrary, match=r"cut short.*newest backup"):
        Library.open(path, START)
