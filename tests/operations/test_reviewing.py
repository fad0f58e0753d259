"""A section is accepted or returned as it was answered; a later answer makes it wait again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.operations.reviewing import Reviewed, Verdict, accept, give_back, reviews
from app.store.errors import NotFound, Refused
from tests.operations.test_sitting import fast_chip

if TYPE_CHECKING:
    from app.operations.desk import Desk
    from app.operations.sitting import Sitting


@pytest.fixture
def sitting(desk: Desk) -> Sitting:
    sitting = desk.create("To be reviewed")
    fast_chip(sitting)
    return sitting


def items(sitting: Sitting) -> Reviewed:
    return next(each for each in reviews(sitting) if each.section == "items")


def test_every_section_that_asks_waits_at_first(sitting: Sitting) -> None:
    found = items(sitting)
    assert (found.keys, found.verdict) == (("i1",), Verdict.WAITING)
    assert found.open > 0


def test_an_accepted_section_stays_so_while_its_answers_stand(sitting: Sitting) -> None:
    accept(sitting, "items", ("i1",), "checked against the sheet")
    found = items(sitting)
    assert (found.verdict, found.comment, found.who) == (
        Verdict.ACCEPTED, "checked against the sheet", "A. Tester",
    )  # fmt: skip


def test_an_answer_given_anew_makes_it_wait_again(sitting: Sitting) -> None:
    accept(sitting, "items", ("i1",))
    sitting.answer("items.i1.speed", {"fp8": 12.0})
    assert items(sitting).verdict is Verdict.CHANGED


def test_an_answer_that_was_added_makes_it_wait_again(sitting: Sitting) -> None:
    accept(sitting, "items", ("i1",))
    sitting.answer("items.i1.area", 800.0)
    assert items(sitting).verdict is Verdict.CHANGED


def test_a_section_is_returned_with_a_comment_only(sitting: Sitting) -> None:
    with pytest.raises(Refused, match="say what is wrong"):
        give_back(sitting, "items", ("i1",), " ")
    give_back(sitting, "items", ("i1",), "The figure is with sparsity.")
    assert items(sitting).verdict is Verdict.RETURNED
    sitting.answer("items.i1.speed", {"fp8": 12.0})
    assert items(sitting).verdict is Verdict.ANSWERED
    assert items(sitting).comment == "The figure is with sparsity."


def test_a_section_that_asks_nothing_cannot_be_accepted(sitting: Sitting) -> None:
    with pytest.raises(NotFound, match="asks nothing"):
        accept(sitting, "items", ("i9",))


def test_every_verdict_is_in_the_log(sitting: Sitting) -> None:
    accept(sitting, "items", ("i1",))
    give_back(sitting, "items", ("i1",), "Look again.")
    said = [entry.what for entry in sitting.library.log.read(sitting.id)]
    assert said[-2:] == ["section accepted", "section returned"]
