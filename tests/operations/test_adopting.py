"""A person may adopt another conclusion; the program's own stays, and changes reopen it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from app.assessment.adoption import Direction
from app.assessment.assessment import assess
from app.operations.adopting import adopt, adopted, take_back
from app.store.errors import Refused
from tests.assessment.another import LIMIT_RAISED, another
from tests.operations.test_sitting import fast_chip

if TYPE_CHECKING:
    from app.assessment.adoption import Standing
    from app.operations.desk import Desk
    from app.operations.sitting import Sitting

DAY = dt.date(2026, 11, 25)


@pytest.fixture
def sitting(desk: Desk) -> Sitting:
    sitting = desk.create("One that counsel sees otherwise")
    fast_chip(sitting)
    return sitting


def lowered(
    sitting: Sitting, second: str = "C. Counsel", expires: dt.date | None = None
) -> Standing:
    return adopt(
        sitting,
        "class",
        ("i1",),
        "neither",
        reason="The formats of the sheet are sparse figures.",
        basis="letter of the maker",
        who="A. Tester",
        second=second,
        expires=expires,
    )


def raised(sitting: Sitting) -> Standing:
    words: Any = {"reason": "To be safe.", "basis": "counsel", "who": "A. Tester"}
    sitting.answer("items.i1.speed", {"fp8": 10.0, "fp16": 10.0})
    return adopt(sitting, "class", ("i1",), "A", **words)


def test_an_adopted_conclusion_stands_beside_the_programs_own(sitting: Sitting) -> None:
    found = lowered(sitting)
    assert found.stands
    assert found.says == "Neither A nor B"
    assert found.own == "Entry A"
    assert sitting.assessment.today.value("class", ("i1",)) == "A"
    assert adopted(sitting) == (found,)


def test_towards_less_control_one_person_is_not_enough(sitting: Sitting) -> None:
    for second in ("", "  ", "a. tester "):
        with pytest.raises(Refused, match="second person"):
            lowered(sitting, second)
    assert adopted(sitting) == ()


def test_towards_more_control_one_person_is_enough(sitting: Sitting) -> None:
    assert raised(sitting).direction is Direction.MORE


def test_what_is_below_an_open_conclusion_leads_towards_less_control(sitting: Sitting) -> None:
    sitting.answer("items.i1.speed", {"fp8": None})
    words: Any = {"reason": "Counted.", "basis": "sheet", "who": "A. Tester"}
    with pytest.raises(Refused, match="second person"):
        adopt(sitting, "class", ("i1",), "B", **words)


@pytest.mark.parametrize("missing", ["reason", "basis", "who"])
def test_reason_basis_and_person_are_needed(sitting: Sitting, missing: str) -> None:
    words: Any = {"reason": "To be safe.", "basis": "counsel", "who": "A. Tester", missing: " "}
    with pytest.raises(Refused, match="say "):
        adopt(sitting, "class", ("i1",), "A", **words)


def test_an_outcome_that_the_conclusion_does_not_have_is_refused(sitting: Sitting) -> None:
    with pytest.raises(Refused, match="no outcome"):
        adopt(sitting, "class", ("i1",), "free", reason="r", basis="b", who="w")


def test_a_changed_answer_under_it_opens_it_again(sitting: Sitting) -> None:
    lowered(sitting)
    sitting.answer("items.i1.speed", {"fp8": 2100.0})
    (found,) = adopted(sitting)
    assert found.reopened == ("answers under it changed: items.i1.speed",)


def test_an_answer_that_it_does_not_rest_on_leaves_it(sitting: Sitting) -> None:
    lowered(sitting)
    sitting.answer("items.i1.item_name", "Card 9")
    assert adopted(sitting)[0].stands


def test_an_answer_given_back_as_it_was_closes_it_again(sitting: Sitting) -> None:
    lowered(sitting)
    sitting.answer("items.i1.speed", {"fp8": 2100.0})
    sitting.undo()
    assert adopted(sitting)[0].stands


def test_a_changed_limit_under_it_opens_it_again(sitting: Sitting) -> None:
    lowered(sitting)
    desk_law = another(LIMIT_RAISED)
    raised_law = assess(desk_law, sitting.assessment.answers, DAY)
    later = replace(sitting, questionnaire=desk_law, assessment=raised_law)
    assert "a rule, limit or list under it changed" in adopted(later)[0].reopened


def test_it_expires_on_its_day(sitting: Sitting) -> None:
    lowered(sitting, expires=DAY + dt.timedelta(days=30))
    assert adopted(sitting)[0].stands
    sitting.assessment = sitting.as_of(DAY + dt.timedelta(days=30))
    assert adopted(sitting)[0].reopened[0] == "it expired on 25 December 2026"


def test_a_day_that_has_passed_is_no_expiry(sitting: Sitting) -> None:
    with pytest.raises(Refused, match="lie ahead"):
        lowered(sitting, expires=DAY)


def test_a_removed_member_opens_it_again(sitting: Sitting) -> None:
    lowered(sitting)
    sitting.remove("items", "i1")
    (found,) = adopted(sitting)
    assert found.reopened == ("what it concludes on is no longer part of the assessment",)


def test_what_is_taken_back_stays_in_the_log(sitting: Sitting) -> None:
    found = lowered(sitting)
    with pytest.raises(Refused, match="say why"):
        take_back(sitting, found.adoption, " ")
    take_back(sitting, found.adoption, "The maker withdrew its letter.")
    assert adopted(sitting) == ()
    said = [entry.what for entry in sitting.library.log.read(sitting.id)]
    assert said[-2:] == ["conclusion adopted", "adopted conclusion taken back"]


def test_the_later_word_on_a_conclusion_takes_the_earlier_ones_place(sitting: Sitting) -> None:
    lowered(sitting)
    adopt(sitting, "class", ("i1",), "A", reason="r", basis="b", who="w")
    (found,) = adopted(sitting)
    assert (found.adoption.value, found.direction) == ("A", Direction.SAME)
