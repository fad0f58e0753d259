"""Two states of an assessment side by side: answers, facts, conclusions, rules, each apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.assessment.answer_difference import answer_differences, fact_differences
from app.assessment.assessment import assess
from app.assessment.flips import State, flips
from app.assessment.law import read_on
from app.assessment.law_difference import law_differences
from app.assessment.migration import carried, carried_back
from app.assessment.printing import printed_day
from app.operations.states import Point, point

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from app.assessment.answer_difference import AnswerDifference, FactDifference
    from app.assessment.answers import Answers
    from app.assessment.flips import Flip
    from app.assessment.law_difference import LawDifference
    from app.operations.desk import Desk
    from app.operations.shelf import Shelf
    from app.questionnaire.definition import Questionnaire


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two states; ``remarks`` say what could not be compared as wished."""

    before: Point
    after: Point
    answers: tuple[AnswerDifference, ...]
    facts: tuple[FactDifference, ...]
    conclusions: tuple[Flip, ...]
    rules: tuple[LawDifference, ...]
    remarks: tuple[str, ...] = ()


def compare(
    desk: Desk, shelf: Shelf, assessment: str, before: int | None, after: int | None
) -> Comparison:
    """Compare two states of an assessment; None is the draft.

    Raises:
        NotFound: there is no such revision.
    """
    first, last = (point(desk, shelf, assessment, number) for number in (before, after))
    return compared(first, last)


def compared(before: Point, after: Point) -> Comparison:
    """Compare two states, of one assessment or of two."""
    old, new = before.state, after.state
    now = carried(new.questionnaire, old.answers).answers
    sides = assess(old.questionnaire, old.answers, old.day), assess(*_parts(new))
    renamed = sides[0] if now == old.answers else assess(new.questionnaire, now, new.day)
    return Comparison(
        before=before,
        after=after,
        answers=answer_differences(renamed, sides[1], before.erased | after.erased),
        facts=fact_differences(*sides),
        conclusions=_flips(before, after),
        rules=law_differences(old.questionnaire, new.questionnaire),
        remarks=tuple(_remarks(before, after)),
    )


def _parts(state: State) -> tuple[Questionnaire, Answers, dt.date]:
    return state.questionnaire, state.answers, state.day


def _flips(before: Point, after: Point) -> tuple[Flip, ...]:
    """What flipped, from what was stored to what was stored wherever it was."""
    new, old = after.state, before.state
    back = carried_back(new.questionnaire, old.questionnaire, new.answers)
    return flips(old, new, before.stored, answers_before=back, stored_after=after.stored)


def _remarks(before: Point, after: Point) -> Iterator[str]:
    for each in (before, after):
        if each.trouble:
            yield f"{each.name}: {each.trouble}; its conclusions are shown as they were stored"
        if each.erased:
            yield f"{each.name}: answers about persons were erased since"


@dataclass(frozen=True, slots=True)
class AsOf:
    """A state looked at on another day or under another law; never stored, never signed."""

    point: Point
    state: State
    flips: tuple[Flip, ...]
    remark: str = ""


def as_of(found: Point, day: dt.date, questionnaire: Questionnaire | None = None) -> AsOf:
    """What a state would conclude on a day under a law, and what of it flips and why.

    Raises:
        NotCovered: the day is before the law begins.
    """
    law = questionnaire or found.state.questionnaire
    answers = carried(law, found.state.answers).answers
    state = State(law, answers, day)
    before = found.state
    back = carried_back(law, before.questionnaire, answers)
    last = read_on(law)
    remark = f"by the law as read on {printed_day(last)}" if day > last else ""
    return AsOf(found, state, flips(before, state, found.stored, answers_before=back), remark)


def looked_at(found: AsOf) -> Point:
    """The state as of another day, as an end of a comparison of its own."""
    return replace(found.point, name=f"As of {found.state.day}", state=found.state, stored=None)
