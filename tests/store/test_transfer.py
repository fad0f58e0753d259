"""Bringing in what is known already, and taking out what a document shows."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.store import exchange, transfer
from app.store.errors import NotFound, Refused
from app.store.library import Library
from app.store.transfer import IfPresent
from app.store.values import Person
from tests.store.sample import NAME, START, fill, later, save_revision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.store.bundle import Bundle


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "other" / "library.sqlite", START) as opened:
        yield opened


def taken(library: Library, key: str) -> Bundle:
    return transfer.whole(library, key, "0.1.0")


def test_an_assessment_that_is_there_is_refused_unless_asked_for(library: Library) -> None:
    key = fill(library)
    before = taken(library, key)
    with pytest.raises(Refused, match="replace its draft, or bring it in as a copy"):
        transfer.bring(library, before, later(20), "B.", IfPresent.REFUSE)
    assert taken(library, key) == before
    assert len(library.assessments.list()) == 1


def test_a_replaced_draft_can_be_had_back_by_undo(library: Library, other: Library) -> None:
    key = fill(library)
    transfer.bring(other, taken(library, key), later(20), "B.", IfPresent.REFUSE)
    other.drafts.write(key, {"more": 1, NAME: "Bea"}, later(21), "B.", personal={NAME})
    mine = library.drafts.read(key)
    transfer.bring(library, taken(other, key), later(22), "A.", IfPresent.REPLACE)
    assert library.drafts.read(key) == other.drafts.read(key)
    assert library.drafts.undo(key, later(23), "A.") == mine
    assert library.assessments.get(key).revisions == 1


def test_replacing_brings_the_revisions_that_came_later(library: Library, other: Library) -> None:
    key = fill(library)
    transfer.bring(other, taken(library, key), later(20), "B.", IfPresent.REFUSE)
    other.drafts.write(key, {NAME: "Bea"}, later(21), "B.", personal={NAME})
    save_revision(other, key, 22)
    transfer.bring(library, taken(other, key), later(23), "A.", IfPresent.REPLACE)
    assert library.revisions.all(key) == other.revisions.all(key)
    second = library.revisions.read(key, 2)
    assert library.people.in_place(key, second.kept).answers[NAME] == "Bea"


def test_two_histories_of_one_assessment_are_not_mixed(library: Library, other: Library) -> None:
    key = fill(library)
    transfer.bring(other, taken(library, key), later(20), "B.", IfPresent.REFUSE)
    save_revision(other, key, 22)
    save_revision(library, key, 23)
    before = taken(library, key)
    with pytest.raises(Refused, match="other revisions in the file"):
        transfer.bring(library, taken(other, key), later(24), "A.", IfPresent.REPLACE)
    assert taken(library, key) == before
    copy = transfer.bring(library, taken(other, key), later(25), "A.", IfPresent.COPY)
    assert library.revisions.all(copy) == other.revisions.all(key)


def test_a_key_that_stands_for_somebody_else_is_not_mixed_into_revisions(
    library: Library, other: Library
) -> None:
    key = fill(library)
    transfer.bring(other, taken(library, key), later(20), "B.", IfPresent.REFUSE)
    library.drafts.write(key, {NAME: "Mine"}, later(21), "A.", personal={NAME})
    other.drafts.write(key, {NAME: "Theirs"}, later(21), "B.", personal={NAME})
    transfer.bring(library, taken(other, key), later(22), "A.", IfPresent.REPLACE)
    assert library.drafts.read(key).answers[NAME] == "Theirs"
    assert library.people.read(key)[2] == Person("people.p1", "Mine")
    save_revision(other, key, 23)
    with pytest.raises(Refused, match="bring it in as a copy"):
        transfer.bring(library, taken(other, key), later(24), "A.", IfPresent.REPLACE)


def test_a_person_erased_here_does_not_come_back_with_an_old_file(library: Library) -> None:
    key = fill(library)
    old = taken(library, key)
    library.people.erase(key, "people.p1", later(20), "A.")
    transfer.bring(library, old, later(21), "A.", IfPresent.REPLACE)
    assert library.drafts.read(key).erased == (NAME,)


def test_a_copy_keeps_revisions_that_prove_themselves(library: Library) -> None:
    key = fill(library)
    copy = transfer.bring(library, taken(library, key), later(20), "A.", IfPresent.COPY)
    assert library.revisions.all(copy) == library.revisions.all(key)
    assert library.log.read()[-1].data["from"] == key


def test_what_fails_half_way_changes_nothing(library: Library, other: Library) -> None:
    bundle = taken(library, fill(library))
    torn = replace(bundle, documents=bundle.documents, log=bundle.log + bundle.log)
    with pytest.raises(Exception, match="only be continued"):
        transfer.bring(other, torn, later(20), "B.", IfPresent.REFUSE)
    assert other.assessments.list() == []
    assert other.database.value("SELECT count(*) FROM law") == 0


def test_a_printed_revision_holds_no_other_revisions_answers(library: Library) -> None:
    key = fill(library)
    secret = {"later": "SECRET OF REVISION 2", NAME: "Name Later"}
    library.drafts.write(key, secret, later(20), "A.", personal={NAME})
    save_revision(library, key, 21)
    library.drafts.write(key, {"draft": "SECRET OF THE DRAFT"}, later(22), "A.")
    raw = exchange.write(transfer.printed(library, key, "0.1.0", 1))
    assert b"SECRET" not in raw
    assert b"Name Later" not in raw
    told = json.loads(raw)
    assert [head["number"] for head in told["heads"]] == [1, 2]
    assert [each["number"] for each in told["revisions"]] == [1]
    assert not {"value"} & told["heads"][1].keys()
    assert told["log"] == told["history"] == told["notes"] == told["documents"] == []


def test_a_printed_draft_holds_no_revision_and_no_earlier_answer(library: Library) -> None:
    key = fill(library)
    library.drafts.write(key, {"items.i1.area": 100.0}, later(20), "A.")
    told = json.loads(exchange.write(transfer.printed(library, key, "0.1.0", None)))
    assert told["revisions"] == []
    assert told["draft"]["answers"]["items.i1.area"] == 100.0
    assert "814" not in json.dumps(told["draft"])
    assert len(told["heads"]) == 1


def test_a_printed_state_restores_the_assessment_elsewhere(
    library: Library, other: Library
) -> None:
    key = fill(library)
    save_revision(library, key, 20)
    raw = exchange.write(transfer.printed(library, key, "0.1.0", 2))
    here = transfer.bring(other, exchange.read(raw, START), later(30), "B.", IfPresent.REFUSE)
    assert other.drafts.read(here) == library.people.in_place(
        key, library.revisions.read(key, 2).kept
    )
    assert other.revisions.all(here) == library.revisions.all(key)[1:]
    assert [number for number, _ in other.log.read()[-1].data["heads"]] == [1, 2]
    assert save_revision(other, here, 31) == 3


def test_an_older_print_is_not_pushed_under_later_revisions(
    library: Library, other: Library
) -> None:
    key = fill(library)
    save_revision(library, key, 20)
    for number, mode in ((2, IfPresent.REFUSE), (1, IfPresent.REPLACE)):
        printed = transfer.printed(library, key, "0.1.0", number)
        if mode is IfPresent.REPLACE:
            with pytest.raises(Refused, match="as a copy"):
                transfer.bring(other, printed, later(30), "B.", mode)
        else:
            transfer.bring(other, printed, later(30), "B.", mode)


def test_printing_a_revision_that_is_not_there_is_refused(library: Library) -> None:
    with pytest.raises(NotFound, match="no revision 9"):
        transfer.printed(library, fill(library), "0.1.0", 9)
