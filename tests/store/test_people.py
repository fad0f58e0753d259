"""A person can be erased, and nothing final changes by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.store import transfer
from app.store.errors import Final
from app.store.people import subject_of
from app.store.revisions import intact
from tests.store.sample import NAME, START, begin, fill, later, save_revision

if TYPE_CHECKING:
    from pathlib import Path

    from app.store.library import Library


def test_a_person_is_told_by_the_member_of_the_group_or_the_question_alone() -> None:
    assert subject_of("people.p1.name") == "people.p1"
    assert subject_of("items.i1.destinations.d1.contact") == "items.i1.destinations.d1"
    assert subject_of("signatory") == "signatory"


def test_only_the_key_of_a_personal_answer_stands_outside_person(library: Library) -> None:
    key = fill(library)
    revision = library.revisions.read(key, 1)
    assert revision.kept.people == {NAME: 1}
    assert NAME not in revision.kept.answers
    for table in ("answer", "answer_history", "revision", "log", "assessment"):
        told = str(library.database.rows(f"SELECT * FROM {table}"))
        assert "Ann Example" not in told
    assert "Ann Example" in str(library.database.rows("SELECT * FROM person"))


def test_a_revision_shows_what_was_said_when_it_was_saved(library: Library) -> None:
    key = fill(library)
    library.drafts.write(key, {NAME: "Anne Married"}, later(20), "A.", personal={NAME})
    then = library.people.in_place(key, library.revisions.read(key, 1).kept)
    assert then.answers[NAME] == "Ann Example"
    assert library.drafts.read(key).answers[NAME] == "Anne Married"


def test_erasing_a_person_leaves_revision_and_hash_as_they_are(library: Library) -> None:
    key = fill(library)
    before = library.revisions.read(key, 1)
    assert library.people.erase(key, "people.p1", later(20), "A.") == 1
    after = library.revisions.read(key, 1)
    assert after == before
    assert intact(after)
    shown = library.people.in_place(key, after.kept)
    assert shown.erased == (NAME,)
    assert NAME not in shown.answers
    assert library.drafts.read(key).erased == (NAME,)


def test_an_erased_name_is_in_none_of_the_librarys_files(library: Library, path: Path) -> None:
    key = fill(library)
    assert b"Ann Example" in path.with_name(path.name + "-wal").read_bytes()
    library.people.erase(key, "people.p1", later(20), "A.")
    left = [each.name for each in path.parent.iterdir() if b"Ann Example" in each.read_bytes()]
    assert left == []


def test_erasing_takes_every_answer_about_the_person_and_no_other(library: Library) -> None:
    key = begin(library)
    told = {"people.p1.name": "Ann", "people.p1.visits.v1.host": "Bo", "people.p10.name": "Cy"}
    library.drafts.write(key, told, START, "A.", personal=told.keys())
    library.drafts.write(key, {"people.p1.name": "Anne"}, START, "A.", personal=told.keys())
    assert library.people.erase(key, "people.p1", later(1), "A.") == 3
    assert library.drafts.read(key).answers == {"people.p10.name": "Cy"}
    assert library.drafts.undo(key, later(2), "A.").answers == {"people.p10.name": "Cy"}


def test_erasure_is_logged_without_the_name(library: Library) -> None:
    key = fill(library)
    library.people.erase(key, "people.p1", later(20), "B. Sample")
    entry = library.log.read(key)[-1]
    assert (entry.what, entry.who) == ("person erased", "B. Sample")
    assert entry.data == {"subject": "people.p1", "answers": 1}


def test_an_erased_person_can_be_answered_anew_under_a_new_key(library: Library) -> None:
    key = fill(library)
    library.people.erase(key, "people.p1", later(20), "A.")
    library.drafts.write(key, {NAME: "Bea"}, later(21), "A.", personal={NAME})
    assert library.drafts.read(key).answers[NAME] == "Bea"
    assert library.drafts.kept(key).people == {NAME: 2}
    save_revision(library, key, 22)
    assert library.people.in_place(key, library.revisions.read(key, 1).kept).erased == (NAME,)


def test_an_export_after_erasure_does_not_tell_the_name(library: Library, tmp_path: Path) -> None:
    key = fill(library)
    library.people.erase(key, "people.p1", later(20), "A.")
    transfer.write_file(transfer.whole(library, key, "0.1.0"), tmp_path / "a.clearway")
    assert b"Ann Example" not in (tmp_path / "a.clearway").read_bytes()


@pytest.mark.parametrize(
    "change", ["data = '\"Eve\"'", "subject = 'x', data = NULL, erased = 'now'", "key = 9"]
)
def test_a_personal_answer_can_be_erased_and_not_changed(library: Library, change: str) -> None:
    fill(library)
    with pytest.raises(Final, match="erased, not changed"):
        library.database.run(f"UPDATE person SET {change}")
