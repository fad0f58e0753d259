"""Whoever was asked before a destination was added has not said no to it."""

from __future__ import annotations

import datetime as dt

from app.assessment.assessment import Assessment, assess, reopened
from app.assessment.interview import asked
from tests.assessment.made import made

LAW = made()
DAY = dt.date(2026, 6, 30)
ONE_PLACE = {
    "items": ("i1",),
    "destinations": ("d1",),
    "parties": ("p1", "p2", "p3"),
    "parties.p1.party_destinations": ("d1",),
    "parties.p2.party_destinations": None,
    "items.complete": True,
    "destinations.complete": True,
    "parties.complete": True,
}


def before() -> Assessment:
    return assess(LAW, ONE_PLACE, DAY)


def test_a_place_added_later_makes_membership_not_known_again() -> None:
    after, key = before().with_member("destinations")
    assert key == "d2"
    assert after.answers["parties.p1.party_destinations"] is None
    assert after.today.value("party_destinations", ("p1",), "") is None


def test_only_what_was_said_is_taken_back_and_only_for_those_who_belong_there() -> None:
    assert reopened(LAW, ONE_PLACE, "destinations") == {"parties.p1.party_destinations": None}
    assert reopened(LAW, ONE_PLACE, "items") == {}
    assert reopened(LAW, ONE_PLACE, "parties") == {}


def test_a_membership_that_was_taken_back_is_asked() -> None:
    after, _ = before().with_member("destinations")
    (found,) = (each for each in asked(after) if each.address == "parties.p1.party_destinations")
    assert found.not_known
