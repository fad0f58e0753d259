"""A damaged library is opened for reading with what can be saved, and left as it is."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from app.store import opening
from app.store.errors import DamagedLibrary, NotALibrary, ReadOnly, StoreError
from app.store.library import Library
from tests.store.sample import NAME, START, begin, fill, later

if TYPE_CHECKING:
    from pathlib import Path

PAGE = 4096


@pytest.fixture
def written(path: Path) -> Path:
    """A closed library of forty assessments."""
    with Library.open(path, START) as library, library.together():
        fill(library)
        for number in range(40):
            key = begin(library, f"Number {number}")
            told = {f"q{each}": "text " * 20 for each in range(10)}
            library.drafts.write(key, told, later(number), "A.")
    return path


def spoil(path: Path, offset: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(content)


def test_a_sound_library_is_found_sound(library: Library) -> None:
    fill(library)
    assert library.check() == ""


def test_a_library_with_a_torn_page_is_read_as_far_as_it_can_be(written: Path) -> None:
    pages = written.stat().st_size // PAGE
    spoil(written, (pages - 6) * PAGE, b"\xff" * PAGE)
    before = written.read_bytes()
    with Library.open(written, START) as library:
        assert library.standing.damaged
        assert not library.standing.writable
        assert "make a backup of it, and open that" in library.standing.why_read_only
        heads = library.assessments.list()
        assert len(heads) >= 30
        assert sum(bool(library.drafts.read(head.id).answers) for head in heads) >= 20
        with pytest.raises(ReadOnly):
            begin(library)
    assert written.read_bytes() == before


def test_a_large_library_is_searched_for_damage_when_asked(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_QUICK_CHECK_UP_TO", 0)
    spoil(written, (written.stat().st_size // PAGE - 6) * PAGE, b"\xff" * PAGE)
    with Library.open(written, START) as library:
        assert not library.standing.damaged
        assert library.check()
    with Library.open(written, START, thorough=True) as library:
        assert library.standing.damaged


def test_a_text_that_was_damaged_is_read_and_its_neighbours_too(library: Library) -> None:
    key = begin(library, "first")
    begin(library, "second")
    library.database.raw.execute(
        "UPDATE assessment SET name = CAST(x'61ff62' AS TEXT), changed = 'never' WHERE id = ?",
        (key,),
    )
    names = {head.name: head.changed.year for head in library.assessments.list()}
    assert names == {"a\ufffdb": 1, "second": 2026}


def test_a_value_that_was_damaged_is_said_and_its_summary_left_out(library: Library) -> None:
    key = begin(library)
    library.drafts.write(key, {"a": "x"}, later(1), "A.")
    library.database.raw.execute("PRAGMA ignore_check_constraints = ON")
    for sql in ("UPDATE assessment SET summary = ?", "UPDATE answer SET value = ?"):
        library.database.run(sql, '{"a')
    assert [head.summary for head in library.assessments.list()] == [None]
    with pytest.raises(DamagedLibrary, match="look for it in a backup"):
        library.drafts.read(key)


def test_what_was_saved_becomes_a_library_again(written: Path) -> None:
    spoil(written, 40 * PAGE, b"\0" * PAGE)
    saved = written.with_name("saved.sqlite")
    with Library.open(written, START) as library:
        library.backup(saved)
        heads = library.assessments.list()
    with Library.open(saved, START) as library:
        assert library.standing.writable
        assert library.assessments.list() == heads
        assert library.check() == ""
        assert library.database.rows("PRAGMA foreign_key_check") == []
        with pytest.raises(StoreError, match="final"):
            library.database.run("DELETE FROM revision")


def test_a_library_cut_in_half_gives_what_its_first_half_holds(written: Path) -> None:
    size = written.stat().st_size
    with written.open("r+b") as file:
        file.truncate(size // 2 // PAGE * PAGE)
    with Library.open(written, START) as library:
        assert library.standing.damaged
        assert library.assessments.list()
        assert any(saved.damaged for saved in library.standing.saved)


def test_a_library_with_nothing_left_to_read_names_the_way_back(written: Path) -> None:
    spoil(written, 100, b"\xff" * (written.stat().st_size - 100))
    with pytest.raises(DamagedLibrary, match="put the newest backup in its place"):
        Library.open(written, START)


def test_an_assessment_whose_row_was_lost_is_listed_by_its_id(written: Path) -> None:
    with Library.open(written, START) as library:
        key = next(head.id for head in library.assessments.list() if head.revisions)
        library.database.raw.execute("PRAGMA foreign_keys = OFF")
        library.database.run("DROP TRIGGER assessment_with_revision_stays")
        library.database.run("DELETE FROM assessment WHERE id = ?", key)
    spoil(written, written.stat().st_size - PAGE, b"\xff" * PAGE)
    with Library.open(written, START) as library:
        assert library.assessments.get(key).name == f"rescued {key}"
        assert library.drafts.read(key).answers[NAME] == "Ann Example"


@pytest.mark.parametrize("seed", range(25))
def test_bits_flipped_anywhere_never_crash_and_never_harm_the_file(
    written: Path, seed: int
) -> None:
    chance = random.Random(seed)
    raw = bytearray(written.read_bytes())
    for _ in range(chance.choice([1, 20, 500])):
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    if chance.random() < 0.3:
        del raw[chance.randrange(600, len(raw)) :]
    written.write_bytes(raw)
    try:
        with Library.open(written, START, read_only=True) as library:
            read_all(library)
    except (DamagedLibrary, NotALibrary) as refused:
        assert str(written) in str(refused) or written.name in str(refused)  # noqa: PT017
    assert written.read_bytes() == raw


def read_all(library: Library) -> None:
    """Read everything; a value that is no longer what it was is for its reader to refuse."""
    for head in library.assessments.list():
        try:
            library.drafts.read(head.id)
            library.revisions.all(head.id)
        except StoreError as refused:
            assert "\n" not in str(refused)  # noqa: PT017 - either way is right
