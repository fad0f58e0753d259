"""Where a library stands, what endangers it there, and files that may not be written."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.store import place
from app.store.errors import ReadOnly, StoreError
from app.store.library import Library
from tests.store.sample import START, begin, fill

if TYPE_CHECKING:
    from collections.abc import Callable

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/a/disk ext4 rw 0 0
//server/x /mnt/with\\040space cifs rw 0 0
"""


def test_the_users_own_library_stands_in_their_data_folder(tmp_path: Path) -> None:
    assert place.default_path().name == "library.sqlite"
    if sys.platform == "linux":
        assert place.default_path().is_relative_to(tmp_path / "person" / "data")


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        ("/home/a/library.sqlite", "nfs4"),
        ("/home/a/disk/library.sqlite", ""),
        ("/mnt/with space/library.sqlite", "cifs"),
        ("/srv/library.sqlite", ""),
        ("//server/share/library.sqlite", "a share"),
    ],
)
def test_a_network_drive_is_told_by_the_deepest_mount(where: str, kind: str) -> None:
    if not (where.startswith("//") and sys.platform == "win32"):
        assert place.network_of(Path(where), MOUNTS) == kind


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Sample)", "Dropbox"),
        ("OneDrive - Sample GmbH", "OneDrive"),
        ("Nextcloud2", "Nextcloud"),
        ("CloudStorage", "a cloud service"),
        ("Dropbox-old", ""),
        ("documents", ""),
    ],
)
def test_a_synced_folder_is_told_by_its_name(tmp_path: Path, folder: str, service: str) -> None:
    assert place.synced_by(tmp_path / folder / "deep" / "library.sqlite") == service


def test_a_synced_folder_is_told_by_what_lies_in_it(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert place.synced_by(tmp_path / "deep" / "library.sqlite") == "Syncthing"


def test_in_a_synced_folder_the_library_works_as_a_single_file_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "Dropbox" / "library.sqlite"
    with Library.open(path, START) as library:
        begin(library)
        assert "is copied by Dropbox" in library.standing.cautions[0]
        assert {each.name for each in path.parent.iterdir()} == {path.name, path.name + ".lock"}
    with Library.open(path, START) as library:
        assert len(library.assessments.list()) == 1


def test_on_a_network_drive_the_library_works_and_says_what_to_mind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "network_of", lambda _: "nfs4")
    with Library.open(path, START) as library:
        assert "network drive (nfs4)" in library.standing.cautions[0]
        assert library.database.value("PRAGMA journal_mode") == "delete"


def as_a_person_without_power(act: Callable[[], None]) -> None:
    """Run ``act`` as somebody whom permissions bind; root is not bound by any."""
    if sys.platform == "win32":
        pytest.skip("Windows has no such permissions")
    if os.geteuid() != 0:
        act()
        return
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.setgid(65534)
            os.setuid(65534)
            act()
            status = 0
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.fixture
def open_to_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the person without power can reach."""
    folder = tmp_path_factory.mktemp("open")
    for above in (folder, *folder.parents[:2]):
        above.chmod(0o755)
    return folder


def test_a_file_that_may_not_be_written_is_read_and_the_reason_said(open_to_all: Path) -> None:
    path = open_to_all / "library.sqlite"
    with Library.open(path, START) as library:
        key = fill(library)
    path.chmod(0o444)
    path.with_name(path.name + ".lock").chmod(0o666)
    open_to_all.chmod(0o777)

    def act() -> None:
        with Library.open(path, START) as library:
            assert "the file may not be written" in library.standing.why_read_only
            assert library.drafts.read(key).answers
            with pytest.raises(ReadOnly):
                begin(library)

    as_a_person_without_power(act)


def test_a_library_in_a_folder_that_may_not_be_written_is_read(open_to_all: Path) -> None:
    path = open_to_all / "library.sqlite"
    with Library.open(path, START) as library:
        key = fill(library)
    path.chmod(0o444)
    path.with_name(path.name + ".lock").unlink()
    open_to_all.chmod(0o555)

    def act() -> None:
        with Library.open(path, START) as library:
            assert "its folder cannot be written" in library.standing.why_read_only
            assert library.drafts.read(key).answers

    as_a_person_without_power(act)
    open_to_all.chmod(0o755)
    assert [each.name for each in open_to_all.iterdir()] == ["library.sqlite"]


def test_a_file_that_may_not_be_read_is_an_error_that_says_so(open_to_all: Path) -> None:
    path = open_to_all / "library.sqlite"
    Library.open(path, START).close()
    path.chmod(0o000)

    def act() -> None:
        with pytest.raises(StoreError, match="permissions"):
            Library.open(path, START)

    as_a_person_without_power(act)


def test_where_the_user_has_no_name_the_lock_still_works(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nameless() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nameless)
    with Library.open(path, START), Library.open(path, START) as second:
        assert second.standing.why_read_only.startswith("somebody has it open")
