"""What persons adopted, assigned and reviewed stands in the memo; the program's own stays first."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from app.operations.adopting import adopt
from app.operations.printing import order_of
from app.operations.reviewing import accept, give_back
from app.operations.tasks import add, finish
from tests.documents.papers import DELIVERY, said, section_of
from tests.documents.revised import desk_at

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.sitting import Sitting

RECORD = "Decision record"
DAY = dt.date(2026, 12, 1)


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return desk_at(tmp_path).create("Example", DELIVERY)


def lowered(sitting: Sitting) -> None:
    adopt(
        sitting,
        "class",
        ("i1",),
        "neither",
        reason="The figures are sparse ones",
        basis="letter of the maker",
        who="P. Sample",
        second="C. Counsel",
    )


def memo(sitting: Sitting, revision: int | None = None) -> Any:  # noqa: ANN401  # a context
    return order_of(sitting, "memo", revision=revision).job().context


def test_page_one_says_what_was_adopted_towards_less_control(sitting: Sitting) -> None:
    assert memo(sitting).bottom.adopted == ""
    lowered(sitting)
    bottom = memo(sitting).bottom
    assert bottom.adopted_head == "Adopted towards less control."
    assert "P. Sample adopted “Neither A nor B”, towards less control" in bottom.adopted
    assert "own conclusion is “Entry A”" in bottom.adopted
    assert "Entry A" in bottom.say


def test_the_decision_record_names_both_persons_and_the_basis(sitting: Sitting) -> None:
    lowered(sitting)
    told = said(section_of(memo(sitting), RECORD))
    for words in ("Entry A", "Neither A nor B", "Second person: C. Counsel", "Letter of the maker"):
        assert words in told


def test_one_that_was_opened_again_is_said_not_to_stand(sitting: Sitting) -> None:
    lowered(sitting)
    sitting.answer("items.i1.speed", {"fp8": 2100.0})
    bottom = memo(sitting).bottom
    assert bottom.adopted_head == "Adopted by a person."
    assert "does not stand any more: answers under it changed" in bottom.adopted
    assert "Does not stand" in said(section_of(memo(sitting), RECORD))


def test_a_revision_prints_what_was_adopted_before_it(sitting: Sitting) -> None:
    sitting.save_revision("P. Sample")
    lowered(sitting)
    sitting.save_revision("P. Sample")
    assert memo(sitting, 1).bottom.adopted == ""
    assert "Neither A nor B" in memo(sitting, 2).bottom.adopted


def test_owner_day_and_end_of_an_action_are_printed(sitting: Sitting) -> None:
    key = add(sitting, "Call the forwarder", "B. Packer", DAY)
    finish(sitting, key, "called")
    told = said(section_of(memo(sitting), "Conditions while points are open, and actions"))
    for words in ("Call the forwarder.", "Done: Called.", "B. Packer", "2026-12-01"):
        assert words in told


def test_the_review_of_the_sections_is_printed_or_said_to_be_missing(sitting: Sitting) -> None:
    assert "No section has been reviewed" in said(section_of(memo(sitting), RECORD))
    accept(sitting, "items", ("i1",))
    give_back(sitting, "places", ("d1",), "Which address?")
    told = said(section_of(memo(sitting), RECORD))
    assert "accepted" in told
    assert "Which address?" in told


def test_the_last_entry_of_the_log_is_printed_and_stays_when_a_document_is_made(
    sitting: Sitting,
) -> None:
    order = order_of(sitting, "memo")
    assert order.subject.log == sitting.library.log.read(sitting.id)[-1].hash
    sitting.library.log.add(sitting.id, sitting.clock(), "P. Sample", "document made")
    assert order_of(sitting, "memo").subject.log == order.subject.log
