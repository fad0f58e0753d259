"""What is known of a person can go; what is final keeps its hash, and why it went is logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.operations.erasing import erase, persons
from app.operations.keeping import hold
from app.store.errors import Refused
from app.store.revisions import intact

if TYPE_CHECKING:
    from app.operations.desk import Desk
    from app.operations.sitting import Sitting


@pytest.fixture
def sitting(desk: Desk) -> Sitting:
    sitting = desk.create("With somebody in it")
    sitting.answer("parties", ("p1",))
    sitting.answer("parties.p1.party_name", "Ann Example")
    return sitting


def test_everybody_about_whom_something_is_kept_is_listed(sitting: Sitting) -> None:
    (found,) = persons(sitting.library, sitting.id)
    assert (found.subject, found.revisions) == ("parties.p1", ())
    sitting.save_revision("A. Tester")
    assert persons(sitting.library, sitting.id)[0].revisions == (1,)


def test_what_no_record_needs_goes_at_once_and_is_not_known_from_then_on(sitting: Sitting) -> None:
    assert erase(sitting, "parties.p1") == 1
    assert "parties.p1.party_name" not in sitting.assessment.answers
    assert persons(sitting.library, sitting.id) == ()


def test_what_a_record_rests_on_goes_only_with_a_reason(sitting: Sitting) -> None:
    revision = sitting.save_revision("A. Tester")
    with pytest.raises(Refused, match="revision 1 rests on these answers"):
        erase(sitting, "parties.p1")
    assert erase(sitting, "parties.p1", "request of the person of 2026-11-02") == 1
    after = sitting.library.revisions.read(sitting.id, 1)
    assert intact(after)
    assert after.hash == revision.hash
    said = [entry.what for entry in sitting.library.log.read(sitting.id)]
    assert said[-2:] == ["erasure asked for", "person erased"]


def test_nothing_is_erased_under_a_hold(desk: Desk, sitting: Sitting) -> None:
    hold(desk, sitting.id, "subpoena")
    with pytest.raises(Refused, match="nothing of it may go"):
        erase(sitting, "parties.p1", "asked for")
    assert len(persons(sitting.library, sitting.id)) == 1
