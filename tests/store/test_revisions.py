"""A revision is final, and says so of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store.errors import Final, NotFound
from app.store.revisions import hash_of, intact
from app.store.values import Conclusions, KeptAnswers
from tests.store.sample import (
    START,
    addresses,
    answers,
    begin,
    conclusions,
    fill,
    json_values,
    later,
    save_revision,
)

if TYPE_CHECKING:
    from app.store.codec import Answer, Json
    from app.store.library import Library


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kept=st.dictionaries(addresses, answers, max_size=4),
    days=json_values,
    determined=json_values,
    details=json_values,
)
def test_a_revision_saved_is_the_revision_read(
    library: Library, kept: dict[str, Answer], days: Json, determined: Json, details: Json
) -> None:
    key = begin(library)
    concluded = Conclusions(library.laws.put("law"), days, determined, "0.1.0", details)
    saved = library.revisions.save(key, KeptAnswers(kept), concluded, START, "A.")
    read = library.revisions.read(key, saved.number)
    assert read == saved
    assert read.conclusions == concluded
    assert read.kept.answers == kept
    assert intact(read)


@pytest.mark.parametrize(
    "change",
    [
        "answers = '{}'",
        "determinations = '[]'",
        "author = 'Eve'",
        "hash = 'x'",
        "number = 9",
        "assessment = 'x'",
    ],
)
def test_a_final_revision_refuses_to_change(library: Library, change: str) -> None:
    key = fill(library)
    before = library.revisions.all(key)
    with pytest.raises(Final, match="a revision is final and cannot be changed"):
        library.database.run(f"UPDATE revision SET {change}")
    assert library.revisions.all(key) == before


def test_a_final_revision_refuses_to_be_deleted_alone_or_with_its_assessment(
    library: Library,
) -> None:
    key = fill(library)
    with pytest.raises(Final, match="cannot be deleted"):
        library.database.run("DELETE FROM revision")
    with pytest.raises(Final, match="cannot be deleted"):
        library.database.run("DELETE FROM assessment")
    assert library.assessments.get(key).revisions == 1


def test_a_final_revision_refuses_to_be_written_over(library: Library) -> None:
    key = fill(library)
    before = library.revisions.read(key, 1)
    with pytest.raises(Final, match="only follow"):
        library.revisions.put(key, replace(before, author="Eve"))
    with pytest.raises(Final, match="only follow"):
        library.database.run("INSERT OR REPLACE INTO revision SELECT * FROM revision")
    assert library.revisions.read(key, 1) == before


def test_the_law_of_a_revision_refuses_to_change_or_go(library: Library) -> None:
    fill(library)
    for sql in ("UPDATE law SET content = x'00'", "DELETE FROM law"):
        with pytest.raises(Final, match="law"):
            library.database.run(sql)


def test_revisions_are_numbered_and_each_names_the_hash_before(library: Library) -> None:
    key = fill(library)
    assert save_revision(library, key, 10) == 2
    first, second = library.revisions.all(key)
    assert (first.previous, second.previous) == ("", first.hash)
    assert [head.number for head in library.revisions.heads(key)] == [1, 2]
    assert library.revisions.heads(key)[1] == second.head


def test_a_revision_names_the_evidence_of_its_moment(library: Library) -> None:
    key = fill(library)
    (exhibit,) = library.evidence.read(key)
    assert library.revisions.read(key, 1).evidence == (exhibit.hash,)


@pytest.mark.parametrize(
    "changed",
    [
        {"author": "Eve"},
        {"number": 2},
        {"moment": later(99)},
        {"evidence": ()},
        {"previous": "x"},
        {"kept": KeptAnswers()},
    ],
)
def test_the_hash_covers_every_part(library: Library, changed: dict[str, object]) -> None:
    revision = library.revisions.read(fill(library), 1)
    assert not intact(replace(revision, **changed))  # type: ignore[arg-type]  # parts of many types


@pytest.mark.parametrize("part", ["law", "days", "determinations", "program", "details"])
def test_the_hash_covers_every_part_of_the_conclusions(library: Library, part: str) -> None:
    revision = library.revisions.read(fill(library), 1)
    concluded = replace(revision.conclusions, **{part: "other"})
    assert hash_of(replace(revision, conclusions=concluded)) != revision.hash


def test_a_revision_whose_row_was_damaged_is_not_intact(library: Library) -> None:
    key = fill(library)
    library.database.run("DROP TRIGGER revision_is_final")
    library.database.run("UPDATE revision SET determinations = '[]'")
    assert not intact(library.revisions.read(key, 1))


def test_saving_a_revision_is_logged_with_its_hash(library: Library) -> None:
    key = fill(library)
    revision = library.revisions.read(key, 1)
    said = [entry.data for entry in library.log.read(key) if entry.what == "revision saved"]
    assert said == [{"number": 1, "hash": revision.hash}]


def test_a_law_that_is_not_stored_cannot_be_named(library: Library) -> None:
    key = begin(library)
    concluded = replace(conclusions(library), law="0" * 64)
    with pytest.raises(NotFound, match="law 000000000000"):
        library.revisions.save(key, KeptAnswers(), concluded, START, "A.")
    assert library.revisions.all(key) == ()


def test_a_revision_that_is_not_there_is_said_to_be_missing(library: Library) -> None:
    with pytest.raises(NotFound, match="no revision 7"):
        library.revisions.read(fill(library), 7)
