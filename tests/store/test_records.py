"""The log, laws, evidence, documents, notes and settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.store import evidence
from app.store.errors import Final, NotFound, Refused
from app.store.records import broken_link
from app.store.values import Document, Exhibit, Note
from tests.store.sample import LAW, START, begin, fill, later, save_revision

if TYPE_CHECKING:
    from app.store.library import Library

SHEET = Exhibit("", "sheet.pdf", "application/pdf", 0, START, "/home/a/sheet.pdf", {"page": 3})


def test_each_entry_of_the_log_carries_the_hash_of_the_one_before(library: Library) -> None:
    entries = library.log.read(fill(library))
    assert len(entries) > 4
    assert [entry.previous for entry in entries[1:]] == [entry.hash for entry in entries[:-1]]
    assert broken_link(entries) is None


def test_an_entry_changed_left_out_or_moved_breaks_the_chain(library: Library) -> None:
    entries = library.log.read(fill(library))
    changed = (*entries[:1], replace(entries[1], who="Eve"), *entries[2:])
    assert broken_link(changed) == entries[1].serial
    assert broken_link(entries[:1] + entries[2:]) == entries[2].serial
    assert broken_link(entries[1:]) == entries[1].serial


def test_the_log_can_only_be_continued(library: Library) -> None:
    key = fill(library)
    first = library.log.read(key)[0]
    for sql in ("UPDATE log SET who = 'x'", "DELETE FROM log"):
        with pytest.raises(Final, match="the log cannot"):
            library.database.run(sql)
    with pytest.raises(Final, match="only be continued"):
        library.log.put(key, first)


def test_a_law_is_stored_once_and_comes_back_word_for_word(library: Library) -> None:
    marks = {library.laws.put(LAW) for _ in range(3)}
    assert len(marks) == 1
    assert library.database.value("SELECT count(*) FROM law") == 1
    assert library.laws.get(marks.pop()) == LAW


@pytest.mark.parametrize("content", [b"rubbish", b""])
def test_a_law_that_was_damaged_is_not_given_out(library: Library, content: bytes) -> None:
    mark = library.laws.put(LAW)
    library.database.run("DROP TRIGGER law_is_fixed")
    library.database.run("UPDATE law SET content = ?", content)
    with pytest.raises(NotFound, match="damaged in this library; look in a backup"):
        library.laws.get(mark)


def test_an_unknown_law_is_said_to_be_unknown(library: Library) -> None:
    with pytest.raises(NotFound, match="no law abc"):
        library.laws.get("abc")


def test_evidence_is_a_copy_known_by_its_hash(library: Library) -> None:
    key = begin(library)
    exhibit = library.evidence.attach(key, SHEET, b"bytes \0", later(1), "A.")
    assert library.evidence.read(key) == (exhibit,)
    assert (exhibit.size, exhibit.added, exhibit.details) == (7, later(1), {"page": 3})
    assert library.evidence.content(exhibit.hash) == b"bytes \0"


def test_the_same_bytes_are_kept_once_for_all_assessments(library: Library) -> None:
    keys = [begin(library), begin(library)]
    marks = {library.evidence.attach(key, SHEET, b"same", START, "A.").hash for key in keys}
    assert library.database.value("SELECT count(*) FROM evidence") == 1
    library.evidence.detach(keys[0], marks.copy().pop(), START, "A.")
    assert library.evidence.content(marks.pop()) == b"same"


def test_evidence_goes_with_its_last_exhibit(library: Library) -> None:
    key = begin(library)
    mark = library.evidence.attach(key, SHEET, b"gone", START, "A.").hash
    library.evidence.detach(key, mark, START, "A.")
    assert library.evidence.read(key) == ()
    with pytest.raises(NotFound, match="no evidence"):
        library.evidence.content(mark)


def test_evidence_that_a_revision_names_stays(library: Library) -> None:
    key = fill(library)
    (exhibit,) = library.evidence.read(key)
    with pytest.raises(Final, match="evidence that a revision names"):
        library.evidence.detach(key, exhibit.hash, START, "A.")
    with pytest.raises(Final, match="stored evidence cannot be changed"):
        library.database.run("UPDATE evidence SET content = x'00'")


def test_evidence_that_was_damaged_is_not_given_out(library: Library) -> None:
    key = fill(library)
    library.database.run("DROP TRIGGER evidence_is_fixed")
    library.database.run("UPDATE evidence SET content = x'00'")
    with pytest.raises(NotFound, match="is damaged"):
        library.evidence.content(library.evidence.read(key)[0].hash)


def test_a_file_too_large_for_evidence_is_refused_with_the_limit(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "LARGEST", 1 << 20)
    key = begin(library)
    with pytest.raises(Refused, match=r"sheet\.pdf: 2 MB is more than the 1 MB"):
        library.evidence.attach(key, SHEET, b"x" * (2 << 20), START, "A.")
    assert library.evidence.read(key) == ()


def test_documents_are_listed_in_the_order_they_were_made(library: Library) -> None:
    key = fill(library)
    plan = Document("tcp", later(40), "cd" * 32, "/home/a/plan.pdf")
    library.documents.add(key, plan, "A.")
    assert [each.kind for each in library.documents.read(key)] == ["memo", "tcp"]
    assert library.documents.read(key)[1] == plan
    assert library.log.read(key)[-1].what == "document made"


def test_the_latest_note_on_a_matter_stands_and_the_earlier_remain(library: Library) -> None:
    key = begin(library)
    ask = Note("action", "a1", {"text": "ask the maker"}, "A.", START, "2026-03-01")
    done = replace(ask, data={"text": "ask the maker", "done": True}, moment=later(5))
    for note in (ask, replace(ask, key="a2", due=None), done):
        library.notes.put(key, note)
    assert [note for _, note in library.notes.standing("action")] == [
        done,
        replace(ask, key="a2", due=None),
    ]
    assert len(library.notes.read(key)) == 3
    with pytest.raises(Final, match="note"):
        library.database.run("UPDATE note SET who = 'x'")


def test_actions_of_all_assessments_are_listed_by_their_day(library: Library) -> None:
    keys = [begin(library), begin(library), begin(library)]
    for key, due in zip(keys, ("2026-05-01", "2026-03-01", "2026-04-01"), strict=True):
        library.notes.put(key, Note("action", "a1", None, "A.", START, due))
    library.assessments.delete(keys[2], START, "A.")
    assert [key for key, _ in library.notes.standing("action")] == [keys[1], keys[0]]
    assert [key for key, _ in library.notes.standing("action", keys[0])] == [keys[0]]
    assert library.notes.standing("review") == ()


def test_a_setting_is_what_was_set_last(library: Library) -> None:
    library.settings.put("exporter", {"name": "Old"})
    library.settings.put("exporter", {"name": "Sample GmbH"})
    assert library.settings.read() == {"exporter": {"name": "Sample GmbH"}}


def test_an_assessment_with_all_its_parts_survives_a_second_revision(library: Library) -> None:
    key = fill(library)
    save_revision(library, key, 50)
    assert library.assessments.get(key).revisions == 2
    assert broken_link(library.log.read(key)) is None
