"""What a revision decided, laid over the evaluation of its answers: the stored conclusions are shown.

An evaluation serves for what was not stored, such as arithmetic and findings. Where it comes to
another conclusion than the one stored, the stored one stands and the difference is said.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.assessment.confidence import Because, Confidence, Reason, confidence
from app.assessment.determination import Determination, determination, determinations
from app.assessment.law import PRACTICE, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.assessment.assessment import Assessment
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Outcome

Key = tuple[str, tuple[str, ...], dt.date]
"""The determination, the keys of its members in the order of its scope, and the day."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One determination as a revision keeps it."""

    id: str
    of: Mapping[str, str]
    day: dt.date
    text: tuple[str, ...]
    practice: tuple[str, ...]
    says: str
    confidence: str
    reasons: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A revision's own statement of itself, and its conclusions by determination, members, day."""

    number: int
    moment: dt.datetime
    author: str
    hash: str
    law: str
    program: str
    conclusions: Mapping[Key, Stored] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()
    """Why the law at hand is not the one it was decided under; empty where it is."""

    def on(self, evaluation: Evaluation) -> Iterator[Determination]:
        """The stored determinations of a day, in the order of the definition."""
        q = evaluation.questionnaire
        for stated in q.determinations.values():
            for keys in evaluation.layout.keys_of(stated.of):
                each = self.conclusions.get((stated.id, keys, evaluation.day))
                if each is not None and _is_known(evaluation, each):
                    yield _shown(evaluation, keys, each)

    def confidence(self, evaluation: Evaluation, found: Determination) -> Confidence:
        """The stored confidence; its reasons in full where the evaluation has the same ones."""
        stored = self.conclusions[found.id, found.keys, found.day]
        now = confidence(evaluation, found)
        if (now.grade, _names(now)) == (stored.confidence, stored.reasons):
            return now
        known = {reason.value: reason for reason in Reason}
        reasons = (Because(known[name]) for name in stored.reasons if name in known)
        return Confidence(stored.confidence, tuple(reasons))


def read_stored(determinations: object) -> Iterator[Stored]:
    """The determinations of a revision's JSON; what cannot be read is left out."""
    for each in determinations if isinstance(determinations, list) else ():
        try:
            yield _read(each)
        except (KeyError, TypeError, ValueError, AttributeError):
            continue  # what cannot be read is not shown as if it had been concluded


def _read(each: Any) -> Stored:  # noqa: ANN401  # JSON of whatever program wrote it
    return Stored(
        id=str(each["id"]),
        of={str(group): str(key) for group, key in each["of"].items()},
        day=dt.date.fromisoformat(each["day"]),
        text=tuple(map(str, each["text"])),
        practice=tuple(map(str, each["practice"])),
        says=str(each.get("says", "")),
        confidence=str(each.get("confidence", "")),
        reasons=tuple(map(str, each.get("reasons", ()))),
        because=str(each.get("because", "")),
    )


def keyed(assessment: Assessment, stored: Iterator[Stored]) -> dict[Key, Stored]:
    """Stored determinations by key; one of a scope that the law at hand has not is left out."""
    stated = assessment.questionnaire.determinations
    return {
        (each.id, tuple(each.of[group] for group in stated[each.id].of), each.day): each
        for each in stored
        if each.id in stated and set(each.of) == set(stated[each.id].of)
    }


def differences(decided: Decided, assessment: Assessment) -> Iterator[str]:
    """What comes out otherwise when it is worked out again, in sentences."""
    for evaluation in assessment.evaluations:
        now = {(each.id, each.keys): each for each in determinations(evaluation)}
        for (name, keys, day), stored in decided.conclusions.items():
            if day == evaluation.day:
                yield from _difference(evaluation, stored, now.pop((name, keys), None))
        for each in now.values():
            yield f"{_of(each)} on {each.day}: not stored; worked out again it is: {each.says}"
    missing = {day for _, _, day in decided.conclusions} - {e.day for e in assessment.evaluations}
    for each_day in sorted(missing):
        yield f"{each_day}: its conclusions are stored, and this day is no longer worked out"


def _difference(evaluation: Evaluation, stored: Stored, now: Determination | None) -> Iterator[str]:
    if now is None:
        yield f"{stored.id} on {stored.day}: stored as “{stored.says}”; it no longer arises"
        return
    again = (now.values(TEXT), now.values(PRACTICE))
    grade = confidence(evaluation, now).grade
    if again != (stored.text, stored.practice):
        yield f"{_of(now)} on {now.day}: stored as “{stored.says}”; worked out again: {now.says}"
    elif grade != stored.confidence:
        yield f"{_of(now)} on {now.day}: stored as {stored.confidence}; worked out again: {grade}"


def _of(found: Determination) -> str:
    return f"{found.title} ({found.subject})" if found.subject else found.title


def _is_known(evaluation: Evaluation, stored: Stored) -> bool:
    known = {
        outcome.value for outcome in evaluation.questionnaire.determinations[stored.id].outcomes
    }
    return bool(stored.text) and known.issuperset((*stored.text, *stored.practice))


def _shown(evaluation: Evaluation, keys: tuple[str, ...], stored: Stored) -> Determination:
    now = determination(evaluation, stored.id, keys)
    outcomes = {o.value: o for o in evaluation.questionnaire.determinations[stored.id].outcomes}

    def those(values: tuple[str, ...]) -> tuple[Outcome, ...]:
        return tuple(outcomes[value] for value in values)

    return replace(
        now,
        text=those(stored.text),
        practice=those(stored.practice),
        says=stored.says,
        because=stored.because,
    )


def _names(found: Confidence) -> tuple[str, ...]:
    return tuple(because.reason.value for because in found.reasons)
