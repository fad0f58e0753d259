"""Two states side by side: answers, facts, conclusions and rules, each apart, each with its why."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.assessment.flips import Cause
from app.assessment.law import NotCovered
from app.assessment.law_difference import Change
from app.operations.compare import as_of, compare, compared, looked_at
from app.operations.editions import bring_edition
from app.operations.samples import samples
from app.operations.shelf import Shelf
from app.operations.states import draft_point, point, revision_point
from app.store.errors import NotFound
from tests.assessment.another import LATER, another
from tests.assessment.made import made
from tests.operations.laws import FAST, RAISED, edition, turned
from tests.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.desk import Desk
    from app.operations.sitting import Sitting

SHIPPED = made()


def saved(desk: Desk) -> Sitting:
    """An assessment with its first revision."""
    sitting = desk.create("Chips", FAST)
    sitting.save_revision("A.")
    return sitting


def shelf(desk: Desk) -> Shelf:
    return Shelf(desk.library, desk.questionnaire)


def later(desk: Desk, tmp_path: Path, *replaced: tuple[str, str]) -> Desk:
    path = edition(tmp_path, *replaced)
    bring_edition(desk.library, SHIPPED, path, desk.clock(), desk.who)
    return turned(desk, SHIPPED)


def test_a_state_beside_itself_differs_in_nothing(desk: Desk) -> None:
    found = compare(desk, shelf(desk), saved(desk).id, 1, 1)
    assert (found.answers, found.facts, found.conclusions, found.rules) == ((), (), (), ())
    assert found.remarks == ()


def test_a_changed_answer_shows_as_answer_fact_and_conclusion(desk: Desk) -> None:
    sitting = saved(desk)
    sitting.answer("items.i1.speed", {"fp8": 100.0})
    sitting.save_revision("A.")
    found = compare(desk, shelf(desk), sitting.id, 1, 2)
    (answer,) = found.answers
    assert (answer.question, answer.subject) == ("How fast is it?", "Nova")
    assert (answer.before, answer.after) == ("FP8 1,979 TFLOPS", "FP8 100 TFLOPS")
    assert ("processing power", "15,832 TPP", "800 TPP") in [
        (fact.fact, fact.before, fact.after) for fact in found.facts
    ]
    flip = next(flip for flip in found.conclusions if flip.id == "class")
    assert (flip.cause, flip.before and flip.before.value, flip.after and flip.after.value) == (
        Cause.ANSWERS,
        "A",
        "neither",
    )
    assert flip.why == ("How fast is it? (Nova)",)
    assert found.rules == ()


def test_the_draft_is_the_end_that_has_no_number(desk: Desk) -> None:
    sitting = saved(desk)
    sitting.withdraw("items.i1.area")
    found = compare(desk, shelf(desk), sitting.id, 1, None)
    assert (found.before.name, found.after.name) == ("Revision 1", "Draft")
    assert [(each.address, each.change) for each in found.answers] == [
        ("items.i1.area", Change.REMOVED)
    ]
    assert found.after.stored is None


def test_revisions_under_two_laws_show_what_the_law_changed(desk: Desk, tmp_path: Path) -> None:
    id_ = saved(desk).id
    desk = later(desk, tmp_path, *RAISED)
    desk.open(id_).save_revision("A.")
    found = compare(desk, shelf(desk), id_, 1, 2)
    assert found.answers == ()
    assert [(rule.kind, rule.id) for rule in found.rules] == [("threshold", "limit_a")]
    (flip,) = found.conclusions
    assert (flip.cause, flip.id) == (Cause.LAW, "class")
    assert flip.why[0].startswith("threshold changed: limit of A")


def test_an_answer_that_only_moved_is_no_difference(desk: Desk, tmp_path: Path) -> None:
    id_ = saved(desk).id
    moved = ("  area:\n", "  die_area:\n"), ("power / area", "power / die_area")
    groups = ("\nsections:\n", "\nmoved: {area: die_area}\nsections:\n")
    desk = later(desk, tmp_path, *LATER, *moved, groups)
    desk.open(id_).save_revision("A.")
    found = compare(desk, shelf(desk), id_, 1, 2)
    assert found.answers == ()
    assert found.conclusions == ()


def test_an_erased_person_shows_as_erased_on_both_sides(desk: Desk) -> None:
    sitting = saved(desk)
    sitting.save_revision("A.")
    desk.library.people.erase(sitting.id, "parties.p1", desk.clock(), "A.")
    found = compare(desk, shelf(desk), sitting.id, 1, 2)
    assert found.answers == ()
    assert found.before.erased == {"parties.p1.party_name"}
    assert "Revision 1: answers about persons were erased since" in found.remarks


def test_a_law_that_cannot_be_read_is_said_and_what_was_stored_is_shown(desk: Desk) -> None:
    id_ = saved(desk).id
    desk = replace(desk, questionnaire=another(*RAISED))
    raw = desk.library.database.raw
    raw.execute("DROP TRIGGER law_is_fixed")
    raw.execute("UPDATE law SET content = x'00'")
    found = compare(desk, Shelf(desk.library), id_, 1, None)
    assert any("its conclusions are shown as they were stored" in each for each in found.remarks)
    flip = next(flip for flip in found.conclusions if flip.id == "class")
    assert flip.before
    assert flip.before.value == "A"


def test_an_unknown_revision_cannot_be_compared(desk: Desk) -> None:
    with pytest.raises(NotFound):
        compare(desk, shelf(desk), saved(desk).id, 1, 9)


def test_two_assessments_are_compared_as_well(desk: Desk) -> None:
    one, other = desk.create("A", FAST), desk.create("B", FAST | {"items.i1.area": 500.0})
    found = compared(draft_point(desk, one.id), draft_point(desk, other.id))
    assert [each.address for each in found.answers] == ["items.i1.area"]


# ---------------------------------------------------------------- as of
def test_a_revision_is_looked_at_on_any_day(desk: Desk) -> None:
    id_ = desk.create(
        "Norway", FAST | {"destinations.d1.country": "NO", "parties.p1.head_office": "NO"}
    )
    id_.save_revision("A.")
    here = revision_point(desk, shelf(desk), id_.id, 1)
    found = as_of(here, dt.date(2026, 6, 1))
    (flip,) = found.flips
    assert (flip.id, flip.cause) == ("licence", Cause.DAY)
    assert flip.why == ("list changed: the listed countries",)
    assert found.remark == ""


def test_a_revision_is_looked_at_under_any_edition(desk: Desk) -> None:
    here = revision_point(desk, shelf(desk), saved(desk).id, 1)
    found = as_of(here, here.state.day, another(*RAISED))
    assert [(flip.id, flip.cause) for flip in found.flips] == [("class", Cause.LAW)]


def test_a_day_after_the_reading_says_by_which_law(desk: Desk) -> None:
    here = draft_point(desk, desk.create("Chips", FAST).id)
    found = as_of(here, dt.date(2027, 3, 1))
    assert found.remark == "by the law as read on 30 June 2026"


def test_a_day_before_the_law_is_refused(desk: Desk) -> None:
    here = draft_point(desk, desk.create("Chips", FAST).id)
    with pytest.raises(NotCovered, match="covers 2020-01-01"):
        as_of(here, dt.date(2019, 1, 1))


def test_what_is_looked_at_can_be_an_end_of_a_comparison(desk: Desk) -> None:
    here = draft_point(desk, desk.create("Chips", FAST).id)
    there = looked_at(as_of(here, here.state.day, another(*RAISED)))
    found = compared(here, there)
    assert there.name == f"As of {here.state.day}"
    assert [flip.id for flip in found.conclusions] == ["class"]


# ---------------------------------------------------------------- the shipped law
@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.id)
def test_a_sample_under_the_shipped_law_gives_what_it_stored(desk: Desk, sample: object) -> None:
    law = shipped()
    desk = replace(desk, questionnaire=law)
    sitting = desk.create(sample.name, sample.answers)  # type: ignore[attr-defined]  # a Sample
    sitting.save_revision("A.")
    shelf_here = Shelf(desk.library, law)
    here = point(desk, shelf_here, sitting.id, 1)
    assert here.stored
    assert as_of(here, here.state.day).flips == ()
    found = compare(desk, shelf_here, sitting.id, 1, None)
    assert (found.answers, found.conclusions, found.rules, found.remarks) == ((), (), (), ())


def test_a_sheet_that_was_taken_back_opens_what_rests_on_it_under_the_shipped_law(
    desk: Desk,
) -> None:
    law = shipped()
    desk = replace(desk, questionnaire=law)
    sample = samples()[0]
    sitting = desk.create(sample.name, sample.answers)
    sitting.save_revision("A.")
    sheet = next(at for at, answer in sample.answers.items() if isinstance(answer, dict))
    sitting.withdraw(sheet)
    found = compare(desk, Shelf(desk.library, law), sitting.id, 1, None)
    assert sheet in [each.address for each in found.answers]
    assert found.facts
    assert found.conclusions
    assert {flip.cause for flip in found.conclusions} == {Cause.ANSWERS}
    asked = law.questions[sheet.rpartition(".")[2]].ask
    assert all(any(asked in why for why in flip.why) for flip in found.conclusions)
