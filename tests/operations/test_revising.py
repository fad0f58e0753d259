"""A revision opens as it was stored, proved by its hash, and is taken up under today's law."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.operations.editions import bring_edition
from app.operations.revising import open_revision, revise, verified
from app.operations.shelf import Shelf
from app.store.errors import NotFound, Refused
from tests.assessment.another import LATER
from tests.assessment.made import made
from tests.operations.laws import FAST, RAISED, edition, turned

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.desk import Desk
    from app.operations.sitting import Sitting

SHIPPED = made()
MOVED = (
    *LATER,
    ("  area:\n", "  die_area:\n"),
    ("power / area", "power / die_area"),
    ("\nsections:\n", "\nmoved: {area: die_area}\nsections:\n"),
)


def saved(desk: Desk) -> Sitting:
    sitting = desk.create("Chips", FAST)
    sitting.save_revision("A.")
    return sitting


def later(desk: Desk, tmp_path: Path, *replaced: tuple[str, str]) -> Desk:
    path = edition(tmp_path, *replaced)
    bring_edition(desk.library, SHIPPED, path, desk.clock(), desk.who)
    return turned(desk, SHIPPED)


def tamper(desk: Desk, sql: str) -> None:
    raw = desk.library.database.raw
    names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute(sql)


def test_a_revision_opens_as_it_was_stored_whatever_the_law_says_now(
    desk: Desk, tmp_path: Path
) -> None:
    id_ = saved(desk).id
    before = open_revision(desk.library, id_, 1)
    desk = later(desk, tmp_path, *RAISED)
    found = open_revision(desk.library, id_, 1)
    assert found == before
    assert found.answers == FAST
    assert found.troubles == ()
    told = [each["value"] for each in found.determinations if each["id"] == "class"]
    assert told == ["A"]


def test_what_is_not_there_cannot_be_opened(desk: Desk) -> None:
    id_ = saved(desk).id
    with pytest.raises(NotFound):
        open_revision(desk.library, id_, 2)


def test_a_revision_that_was_changed_is_said_to_be(desk: Desk) -> None:
    id_ = saved(desk).id
    assert verified(desk.library, id_) == ()
    tamper(desk, "UPDATE revision SET author = 'B.'")
    found = open_revision(desk.library, id_, 1)
    assert found.troubles == ("revision 1 is not what its hash says",)
    assert verified(desk.library, id_) == found.troubles


def test_a_revision_that_was_changed_is_not_taken_up(desk: Desk) -> None:
    id_ = saved(desk).id
    tamper(desk, "UPDATE revision SET author = 'B.'")
    with pytest.raises(Refused, match="revision 1 is not what its hash says; look in a backup"):
        revise(desk, Shelf(desk.library, SHIPPED), id_, 1)


def test_a_revision_that_was_taken_out_between_two_is_missed(desk: Desk) -> None:
    sitting = saved(desk)
    for area in (700.0, 600.0):
        sitting.answer("items.i1.area", area)
        sitting.save_revision("A.")
    tamper(desk, "DELETE FROM revision WHERE number = 2")
    assert verified(desk.library, sitting.id) == ("revision 3 does not follow revision 1",)


def test_a_law_that_was_lost_is_said_to_be(desk: Desk) -> None:
    id_ = saved(desk).id
    tamper(desk, "UPDATE law SET content = x'00'")
    (trouble,) = open_revision(desk.library, id_, 1).troubles
    assert "is damaged in this library; look in a backup" in trouble


def test_revise_starts_a_draft_from_the_revision_and_can_be_undone(desk: Desk) -> None:
    sitting = saved(desk)
    sitting.answer("items.i1.area", 700.0)
    taken, found = revise(desk, Shelf(desk.library, SHIPPED), sitting.id, 1)
    assert taken.assessment.answers["items.i1.area"] == 814.0
    assert found.moves == ()
    assert found.same == len(FAST)
    taken.undo()
    assert taken.assessment.answers["items.i1.area"] == 700.0
    assert [head.number for head in taken.revisions()] == [1]


def test_what_became_of_each_answer_stands_in_the_next_revision(desk: Desk, tmp_path: Path) -> None:
    id_ = saved(desk).id
    desk = later(desk, tmp_path, *MOVED)
    sitting, found = revise(desk, Shelf(desk.library, desk.questionnaire), id_, 1)
    assert sitting.assessment.answers["items.i1.die_area"] == 814.0
    assert "items.i1.area" not in sitting.assessment.answers
    assert [(move.address, move.to) for move in found.moves] == [
        ("items.i1.area", "items.i1.die_area")
    ]
    details = sitting.save_revision("A.").conclusions.details
    (step,) = details["carried"]
    assert step["from"]["number"] == 1
    assert step["answers"][0]["because"] == "area is die_area now"
    assert sitting.save_revision("A.").conclusions.details is None


def test_a_draft_is_carried_when_it_is_opened_and_that_can_be_undone(
    desk: Desk, tmp_path: Path
) -> None:
    id_ = desk.create("Draft", FAST).id
    desk = later(desk, tmp_path, *MOVED)
    sitting = desk.open(id_)
    assert sitting.assessment.answers["items.i1.die_area"] == 814.0
    assert desk.library.drafts.history(id_)[-1].changes
    assert "draft carried" in [entry.what for entry in desk.library.log.read(id_)]


def test_a_personal_answer_is_taken_up_by_its_key_and_an_erased_one_stays_erased(
    desk: Desk,
) -> None:
    sitting = saved(desk)
    desk.library.people.erase(sitting.id, "parties.p1", desk.clock(), "A.")
    revise(desk, Shelf(desk.library, SHIPPED), sitting.id, 1)
    kept = desk.library.drafts.kept(sitting.id)
    assert "parties.p1.party_name" in kept.people
    assert desk.library.drafts.read(sitting.id).erased == ("parties.p1.party_name",)


def test_taking_up_is_logged_with_the_hash_it_began_from(desk: Desk) -> None:
    id_ = saved(desk).id
    revise(desk, Shelf(desk.library, SHIPPED), id_, 1)
    entry = desk.library.log.read(id_)[-1]
    assert entry.what == "revision taken up"
    assert entry.data["hash"] == desk.library.revisions.heads(id_)[0].hash
