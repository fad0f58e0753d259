"""One window writes; a second one reads, sees changes, and is told by whom."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.errors import ReadOnly
from app.store.library import Library
from app.store.lock import lock_path
from tests.store.sample import START, begin

CHECKOUT = Path(__file__).parents[2]
HOLD = """
import datetime as dt, pathlib, sys
from app.store.library import Library
library = Library.open(pathlib.Path(sys.argv[1]), dt.datetime(2026, 3, 4, 5, 6, tzinfo=dt.UTC))
library.assessments.create("held", dt.datetime(2026, 3, 4, tzinfo=dt.UTC), "other")
print("ready", flush=True)
sys.stdin.read()
"""


def test_the_second_window_may_read_and_is_told_who_writes(library: Library, path: Path) -> None:
    key = begin(library)
    with Library.open(path, START) as second:
        assert f"process {os.getpid()}" in second.standing.why_read_only
        assert "since 2026-01-05 09:30 UTC" in second.standing.why_read_only
        assert second.assessments.get(key).name == "Server for Penang"
        with pytest.raises(ReadOnly, match="close it there to write here"):
            begin(second)


def test_the_second_window_sees_that_and_what_the_first_has_written(
    library: Library, path: Path
) -> None:
    key = begin(library)
    with Library.open(path, START) as second:
        before = second.data_version()
        assert second.data_version() == before
        library.drafts.write(key, {"a": 1}, START, "A.")
        assert second.data_version() != before
        assert second.drafts.read(key).answers == {"a": 1}


def test_a_closed_window_lets_the_next_one_write(library: Library, path: Path) -> None:
    library.close()
    with Library.open(path, START) as next_one:
        assert next_one.standing.writable


def test_closing_the_reader_leaves_the_writer_its_lock(library: Library, path: Path) -> None:
    Library.open(path, START).close()
    with Library.open(path, START) as second:
        assert not second.standing.writable
    assert begin(library)


def test_a_window_of_another_process_is_named_and_its_death_frees_the_lock(path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        with Library.open(path, START) as second:
            assert f"process {other.pid}" in second.standing.why_read_only
            assert [head.name for head in second.assessments.list()] == ["held"]
        other.kill()
        other.wait()
    with Library.open(path, START) as third:
        assert third.standing.writable
        assert [head.name for head in third.assessments.list()] == ["held"]


def test_on_a_full_disk_the_lock_holds_without_a_name(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with Library.open(path, START), Library.open(path, START) as second:
        assert second.standing.why_read_only.startswith("another window has it open")


def test_three_windows_can_be_open_and_the_next_to_open_after_the_writer_may_write(
    library: Library, path: Path
) -> None:
    key = begin(library)
    with Library.open(path, START) as second:
        library.close()
        with Library.open(path, START) as third:
            third.drafts.write(key, {"a": 1}, START, "C.")
            assert second.drafts.read(key).answers == {"a": 1}
            assert not second.standing.writable


def test_a_reader_sees_one_state_throughout_a_snapshot(library: Library, path: Path) -> None:
    key = begin(library)
    with Library.open(path, START) as second, second.database.snapshot():
        assert second.drafts.read(key).answers == {}
        library.drafts.write(key, {"a": 1}, START, "A.")
        assert second.drafts.read(key).answers == {}


def test_a_lock_whose_text_is_unreadable_still_locks(library: Library, path: Path) -> None:
    lock_path(path).write_text("{}")
    with Library.open(path, START) as second:
        assert second.standing.why_read_only == (
            "another window has it open; close it there to write here"
        )
    assert begin(library)
