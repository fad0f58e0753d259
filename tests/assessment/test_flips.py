"""Each flip is charged to the first cause in the order answers, day, law, and says what is under."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assessment.conclusions import Role, concluded, stored_conclusions
from app.assessment.flips import Cause, Flip, State, flips
from app.assessment.law import NotCovered
from tests.assessment.another import LIMIT_RAISED, another
from tests.assessment.made import made

if TYPE_CHECKING:
    from app.assessment.answers import Answer

OLD, NEW = made(), another(LIMIT_RAISED)
SPRING, AUTUMN = dt.date(2026, 3, 1), dt.date(2026, 11, 25)
FAST: dict[str, Answer] = {
    "items": ("i1",),
    "items.complete": True,
    "items.i1.item_name": "Nova",
    "items.i1.kind": "chip",
    "items.i1.speed": {"fp8": 1979.0, "fp16": "none"},
    "items.i1.area": 814.0,
    "items.i1.datacenter": True,
    "destinations": ("d1",),
    "destinations.complete": True,
    "destinations.d1.destination_name": "Oslo",
    "destinations.d1.country": "NO",
    "parties": (),
    "parties.complete": True,
}
SLOW: dict[str, Answer] = {**FAST, "items.i1.speed": {"fp8": 10.0, "fp16": "none"}}


def by_id(found: tuple[Flip, ...]) -> dict[str, Flip]:
    return {flip.id: flip for flip in found}


def test_nothing_flips_between_a_state_and_itself() -> None:
    state = State(OLD, FAST, SPRING)
    assert flips(state, state) == ()


def test_another_answer_is_the_cause_and_is_named() -> None:
    flip = by_id(flips(State(OLD, FAST, SPRING), State(OLD, SLOW, SPRING)))["class"]
    assert (flip.cause, flip.before and flip.before.value) == (Cause.ANSWERS, "A")
    assert flip.after is not None
    assert flip.after.value == "neither"
    assert (flip.title, flip.subject) == ("Classification", "Nova")
    assert flip.why == ("How fast is it? (Nova)",)


def test_another_day_is_the_cause_and_the_list_that_changed_is_named() -> None:
    found = by_id(flips(State(OLD, FAST, SPRING), State(OLD, FAST, AUTUMN)))
    assert set(found) == {"licence"}
    assert found["licence"].cause is Cause.DAY
    assert found["licence"].differs_in == ("practice", "confidence")
    assert any("the listed countries" in why for why in found["licence"].why)


def test_another_law_is_the_cause_and_the_threshold_that_changed_is_named() -> None:
    found = by_id(flips(State(OLD, FAST, AUTUMN), State(NEW, FAST, AUTUMN)))
    assert found["class"].cause is Cause.LAW
    (why,) = found["class"].why
    assert why.startswith("threshold changed: limit of A: 4,800 TPP")
    assert "20,000 TPP from 1 October 2026" in why


def test_of_two_causes_the_first_is_charged() -> None:
    found = by_id(flips(State(OLD, FAST, SPRING), State(NEW, SLOW, AUTUMN)))
    assert found["class"].cause is Cause.ANSWERS
    later = by_id(flips(State(OLD, FAST, SPRING), State(NEW, FAST, AUTUMN)))
    assert later["licence"].cause is Cause.DAY
    assert later["class"].cause is Cause.LAW


def test_a_stored_conclusion_that_its_own_state_does_not_give_is_said_to_be_untraced() -> None:
    state = State(OLD, FAST, SPRING)
    found = flips(state, state, concluded(OLD, SLOW, SPRING))
    assert {flip.cause for flip in found} == {Cause.UNTRACED}
    assert found[0].why == ()


def test_a_member_that_came_has_no_conclusion_before_and_one_that_went_none_after() -> None:
    more: dict[str, Answer] = {**FAST, "items": ("i1", "i2"), "items.i2.kind": "paper"}
    came = flips(State(OLD, FAST, SPRING), State(OLD, more, SPRING))
    assert all(flip.before is None for flip in came if ("item", "i2") in flip.of)
    went = flips(State(OLD, more, SPRING), State(OLD, FAST, SPRING))
    assert all(flip.after is None for flip in went if ("item", "i2") in flip.of)
    assert {flip.cause for flip in (*came, *went)} == {Cause.ANSWERS}


def test_roles_that_flip_alike_are_told_once() -> None:
    (flip,) = flips(State(OLD, FAST, SPRING), State(OLD, FAST, AUTUMN))
    assert flip.roles == (Role.TODAY, Role.PLANNED, Role.UNTIL)


def test_a_day_before_the_law_begins_is_refused() -> None:
    with pytest.raises(NotCovered, match="2020-01-01"):
        flips(State(OLD, FAST, SPRING), State(OLD, FAST, dt.date(2019, 1, 1)))


def test_a_day_that_only_the_later_law_reaches_is_charged_to_the_law() -> None:
    reaching = another(("covers_from: 2020-01-01", "covers_from: 2015-01-01"))
    found = by_id(flips(State(OLD, FAST, SPRING), State(reaching, FAST, dt.date(2016, 1, 1))))
    assert found["class"].cause is Cause.LAW


choices = st.fixed_dictionaries(
    {},
    optional={
        "items.i1.kind": st.sampled_from(["chip", "box", "paper", None]),
        "items.i1.datacenter": st.sampled_from([True, False, None]),
        "items.i1.area": st.sampled_from([100.0, 800.0, None]),
        "destinations.d1.country": st.sampled_from(["CN", "NO", "FR", None]),
    },
)
days = st.dates(dt.date(2021, 1, 1), dt.date(2027, 1, 1))


@given(choices, choices, days, days, st.booleans())
def test_flips_are_exactly_the_conclusions_that_differ(
    one: dict[str, Answer], two: dict[str, Answer], first: dt.date, last: dt.date, other: bool
) -> None:
    before = State(OLD, {**FAST, **one}, first)
    after = State(NEW if other else OLD, {**FAST, **two}, last)
    ends = [concluded(each.questionnaire, each.answers, each.day) for each in (before, after)]

    def content(end: int, key: Any) -> object:  # noqa: ANN401  # the key of a conclusion
        found = ends[end].get(key)
        return (found.text, found.practice, found.confidence) if found else None

    keys = {*ends[0], *ends[1]}
    wanted = {key for key in keys if content(0, key) != content(1, key)}
    found = flips(before, after)
    assert {(flip.id, flip.of, role) for flip in found for role in flip.roles} == wanted
    causes = {flip.cause for flip in found}
    assert Cause.UNTRACED not in causes
    assert first != last or Cause.DAY not in causes
    assert other or Cause.LAW not in causes


def test_what_was_stored_as_sorted_json_is_recognised_and_what_cannot_be_read_is_left_out() -> None:
    now = concluded(OLD, FAST, SPRING)
    licence = next(each for each in now.values() if each.id == "licence")
    assert licence.of == (("destination", "d1"), ("item", "i1"))
    stored = [
        {
            "id": each.id,
            "of": dict(each.of),
            "day": SPRING.isoformat(),
            "text": list(each.text),
            "practice": list(each.practice),
            "says": each.says,
            "confidence": each.confidence,
            "because": each.because,
        }
        for (_, _, role), each in now.items()
        if role is Role.TODAY
    ]
    read = stored_conclusions(OLD, FAST, [SPRING.isoformat()], [*stored, {"id": "class"}, 7])
    assert read == now
    assert flips(State(OLD, FAST, SPRING), State(OLD, FAST, SPRING), read) == ()
