"""Evidence is kept by copy; a file that changed or vanished since is said to have."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from app.operations.exhibits import Condition, copy_out, describe, exhibits
from app.store.errors import DiskFailed, NotFound, Refused

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.desk import Desk
    from app.operations.sitting import Sitting


@pytest.fixture
def sitting(desk: Desk) -> Sitting:
    return desk.create("With papers")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"%PDF-1.7 figures")
    return path


def condition(sitting: Sitting) -> Condition:
    (found,) = exhibits(sitting)
    return found.condition


def test_a_file_that_stands_where_it_stood_is_as_attached(sitting: Sitting, sheet: Path) -> None:
    sitting.attach(sheet)
    assert condition(sitting) is Condition.AS_ATTACHED


def test_a_file_that_changed_is_said_to_have_and_its_copy_stays(
    sitting: Sitting, sheet: Path, tmp_path: Path
) -> None:
    mark = sitting.attach(sheet).hash
    sheet.write_bytes(b"%PDF-1.7 other figures")
    assert condition(sitting) is Condition.CHANGED
    assert copy_out(sitting, mark, tmp_path / "out").read_bytes() == b"%PDF-1.7 figures"


def test_a_file_that_vanished_is_said_to_have(sitting: Sitting, sheet: Path) -> None:
    sitting.attach(sheet)
    sheet.unlink()
    assert condition(sitting) is Condition.VANISHED


def test_a_file_that_cannot_be_read_any_more_is_said_to_be_so(
    sitting: Sitting, sheet: Path
) -> None:
    sitting.attach(sheet)
    sheet.unlink()
    sheet.mkdir()
    assert condition(sitting) is Condition.UNREADABLE


def test_a_file_that_was_only_named_by_an_import_is_said_to_be(
    desk: Desk, sitting: Sitting, sheet: Path
) -> None:
    exhibit = sitting.attach(sheet)
    other = desk.create("Elsewhere")
    desk.library.evidence.detach(sitting.id, exhibit.hash, desk.clock(), "A. Tester")
    desk.library.evidence.put(other.id, exhibit, None)
    assert condition(other) is Condition.NOT_BROUGHT
    with pytest.raises(NotFound, match="only its name"):
        copy_out(other, exhibit.hash, sheet.parent)


def test_a_copy_that_was_tampered_with_is_damaged(sitting: Sitting, sheet: Path) -> None:
    sitting.attach(sheet)
    raw = sitting.library.database.raw
    raw.execute("DROP TRIGGER evidence_is_fixed")
    raw.execute("UPDATE evidence SET content = x'00'")
    assert condition(sitting) is Condition.DAMAGED


def test_revision_date_and_pages_are_kept_and_logged(sitting: Sitting, sheet: Path) -> None:
    mark = sitting.attach(sheet).hash
    describe(sitting, mark, revision="v1.2 ", date="2026-03", pages="4, 7")
    (found,) = exhibits(sitting)
    assert (found.paper_revision, found.paper_date, found.pages) == ("v1.2", "2026-03", "4, 7")
    assert found.condition is Condition.AS_ATTACHED
    assert sitting.library.log.read(sitting.id)[-1].what == "evidence described"


def test_what_is_not_attached_cannot_be_described(sitting: Sitting) -> None:
    with pytest.raises(NotFound, match="no exhibit"):
        describe(sitting, "0" * 64, revision="", date="", pages="")


def test_a_copy_is_its_owners_alone_and_stays_in_its_folder(
    sitting: Sitting, sheet: Path, tmp_path: Path
) -> None:
    exhibit = sitting.attach(sheet)
    odd = type(exhibit)(exhibit.hash, "../../evil", "x/y", exhibit.size, exhibit.added)
    sitting.library.evidence.put(sitting.id, odd, None)
    path = copy_out(sitting, exhibit.hash, tmp_path / "out")
    assert path.parent == tmp_path / "out"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_is_said_so(sitting: Sitting, sheet: Path) -> None:
    mark = sitting.attach(sheet).hash
    with pytest.raises(DiskFailed, match="choose another folder"):
        copy_out(sitting, mark, sheet)


def test_a_pipe_is_refused_and_never_waited_for(sitting: Sitting, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(Refused, match="no file"):
        sitting.attach(pipe)


def test_a_folder_is_no_evidence(sitting: Sitting, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no file"):
        sitting.attach(tmp_path)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    sitting: Sitting, tmp_path: Path
) -> None:
    huge = tmp_path / "huge.bin"
    with huge.open("wb") as file:
        file.truncate(300 << 20)
    with pytest.raises(Refused, match="300 MB is more than the 100 MB"):
        sitting.attach(huge)
    assert exhibits(sitting) == ()
