"""The list of assessments, and what may go from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.store.errors import Final, NotFound, Refused
from app.store.values import Exhibit, SortBy
from tests.store.sample import NAME, START, begin, fill, later, save_revision

if TYPE_CHECKING:
    from app.store.library import Library


def names(library: Library, text: str = "") -> list[str]:
    return [head.name for head in library.assessments.list(text)]


def test_the_list_shows_the_last_change_first(library: Library) -> None:
    keys = [begin(library, name) for name in ("one", "two", "three")]
    library.drafts.write(keys[1], {"a": 1}, later(1), "A.")
    library.drafts.write(keys[0], {"a": 1}, later(2), "A.")
    assert names(library) == ["one", "two", "three"]


def test_the_list_can_be_sorted_by_name_whatever_the_case(library: Library) -> None:
    for name in ("beta", "Alpha", "ÉCHO", "delta"):
        begin(library, name)
    heads = library.assessments.list(by=SortBy.NAME)
    assert [head.name for head in heads] == ["Alpha", "beta", "delta", "ÉCHO"]


def test_the_list_is_searched_by_every_word_in_name_and_summary(library: Library) -> None:
    begin(library, "Straße nach Penang")
    other = begin(library, "Card")
    library.assessments.summarise(other, {"item": "Graphics card", "to": ["Malaysia"]})
    assert names(library, "STRASSE penang") == ["Straße nach Penang"]
    assert names(library, "malaysia card") == ["Card"]
    assert names(library, "penang malaysia") == []
    assert names(library, "% _") == []


def test_a_summary_comes_back_as_it_was_given(library: Library) -> None:
    key = begin(library)
    summary = {"item": "x", "open": 3, "outcome": None, "ü": ["😀"]}
    library.assessments.summarise(key, summary)
    assert library.assessments.get(key).summary == summary
    assert library.assessments.get(key).changed == START


def test_a_renamed_assessment_is_found_under_its_new_name(library: Library) -> None:
    key = begin(library)
    library.assessments.rename(key, "Rack for Johor", later(1), "A.")
    assert names(library, "johor") == ["Rack for Johor"]
    assert names(library, "penang") == []
    assert names(library, "server") == ["Rack for Johor"]  # the summary still says so


def test_a_name_may_be_any_text_and_what_is_no_character_is_replaced(library: Library) -> None:
    for name in ("", "\0\x01", "שלום עולם", "x" * 100_000, "😀\ud800"):
        head = library.assessments.get(begin(library, name))
        assert head.name == name.replace("\ud800", "\ufffd")


def test_a_duplicate_has_answers_people_and_exhibits_and_no_past(library: Library) -> None:
    key = fill(library)
    copy = library.assessments.duplicate(key, "Copy", later(20), "B.")
    assert library.drafts.read(copy.id) == library.drafts.read(key)
    assert [each.hash for each in library.evidence.read(copy.id)] == [
        each.hash for each in library.evidence.read(key)
    ]
    assert (copy.revisions, copy.created) == (0, later(20))
    assert library.drafts.history(copy.id) == ()


def test_a_person_erased_in_one_assessment_stays_in_its_duplicate(library: Library) -> None:
    key = fill(library)
    copy = library.assessments.duplicate(key, "Copy", later(20), "B.")
    library.people.erase(key, "people.p1", later(21), "B.")
    assert library.drafts.read(copy.id).answers[NAME] == "Ann Example"


def test_a_deleted_draft_lies_in_the_bin_and_can_be_restored(library: Library) -> None:
    key = begin(library)
    library.drafts.write(key, {"a": 1}, later(1), "A.")
    library.assessments.delete(key, later(2), "A.")
    assert names(library) == []
    assert [head.id for head in library.assessments.list(deleted=True)] == [key]
    library.assessments.restore(key, later(3), "A.")
    assert names(library) == ["Server for Penang"]
    assert library.drafts.read(key).answers == {"a": 1}


def test_an_assessment_with_a_revision_is_not_deleted_and_the_reason_is_said(
    library: Library,
) -> None:
    key = fill(library)
    with pytest.raises(Refused, match="1 final revision"):
        library.assessments.delete(key, later(20), "A.")
    assert names(library) == ["Server for Penang"]


def test_a_held_assessment_is_not_deleted(library: Library) -> None:
    key = begin(library)
    library.assessments.keep(key, None, "subpoena", later(1), "A.")
    with pytest.raises(Refused, match="subpoena"):
        library.assessments.delete(key, later(2), "A.")
    with pytest.raises(Final, match="under a hold"):
        library.database.run("DELETE FROM assessment")


def test_only_what_lay_in_the_bin_long_enough_is_purged(library: Library) -> None:
    old, fresh, kept = (begin(library, name) for name in ("old", "fresh", "kept"))
    content = b"only here"
    exhibit = library.evidence.attach(old, Exhibit("", "a", "b", 0, START), content, START, "A.")
    library.drafts.write(old, {NAME: "Ann", "b": 1}, START, "A.", personal={NAME})
    library.assessments.delete(old, later(1), "A.")
    library.assessments.delete(fresh, later(60), "A.")
    assert library.assessments.purge(later(30), later(90), "A.") == 1
    assert not library.assessments.has(old)
    assert library.assessments.has(fresh)
    assert library.assessments.has(kept)
    assert library.log.read(old) == ()
    assert library.log.read()[-1].data == {"assessment": old}
    for table in ("answer", "person", "batch", "answer_history", "exhibit"):
        assert library.database.value(f"SELECT count(*) FROM {table}") == 0
    with pytest.raises(NotFound):
        library.evidence.content(exhibit.hash)


def test_a_deleted_draft_cannot_get_a_revision(library: Library) -> None:
    key = begin(library)
    library.assessments.delete(key, later(1), "A.")
    with pytest.raises(Refused, match="restore it"):
        save_revision(library, key)


def test_an_unknown_assessment_is_said_to_be_unknown(library: Library) -> None:
    with pytest.raises(NotFound, match="no assessment nowhere"):
        library.assessments.get("nowhere")
    with pytest.raises(NotFound):
        library.drafts.read("nowhere")
    with pytest.raises(NotFound):
        save_revision(library, "nowhere")


def test_until_when_a_record_is_kept_stands_in_its_head(library: Library) -> None:
    head = library.assessments.get(fill(library))
    assert (head.keep_until, head.hold) == ("2031-12-31", None)


@pytest.mark.parametrize("column", ["id", "created"])
def test_what_an_assessment_is_can_never_change(library: Library, column: str) -> None:
    begin(library)
    with pytest.raises(Final, match="keeps its id"):
        library.database.run(f"UPDATE assessment SET {column} = 'x'")
