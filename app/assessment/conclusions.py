"""Conclusions as values that can be laid side by side, whether stored or worked out now.

Each is taken for three roles of days: today, the planned day, and the end of a continuing
transaction. Where a role is not stated the one before stands in, so that stating it later is a
change only if the conclusion is another.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from app.assessment.assessment import day_at
from app.assessment.confidence import confidence
from app.assessment.determination import determinations
from app.assessment.evaluation import evaluate
from app.assessment.law import PRACTICE, TEXT, begins_on, covers_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.assessment.answers import Answers
    from app.assessment.determination import Determination
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Questionnaire


class Role(Enum):
    """Why a day matters; the value is how it is said."""

    TODAY = "today"
    PLANNED = "on the planned day"
    UNTIL = "at the end of the transaction"


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What was concluded for certain members: outcomes by text and practice, and confidence."""

    id: str
    of: tuple[tuple[str, str], ...]
    day: dt.date
    text: tuple[str, ...]
    practice: tuple[str, ...]
    says: str
    confidence: str
    because: str = ""

    @property
    def value(self) -> str | None:
        """The outcome where the text allows one only."""
        return self.text[0] if len(self.text) == 1 else None

    @property
    def settled(self) -> bool:
        """Whether the text of the law allowed one outcome only."""
        return len(self.text) == 1


Key = tuple[str, tuple[tuple[str, str], ...], Role]
"""The determination, its members, and the role of the day."""
Conclusions = dict[Key, Conclusion]


def role_days(
    questionnaire: Questionnaire, answers: Answers, today: dt.date
) -> dict[Role, dt.date]:
    """The day of each role; a role that is not stated has the day of the one before."""
    first = covers_from(questionnaire)
    stated = {Role.TODAY: today, Role.PLANNED: today, Role.UNTIL: today}
    for folder in questionnaire.folders.values():
        planned, until = day_at(answers, folder.planned), day_at(answers, folder.until)
        if planned and planned >= first:
            stated[Role.PLANNED] = stated[Role.UNTIL] = planned
        if until and until >= first:
            stated[Role.UNTIL] = until
    return stated


def concluded(questionnaire: Questionnaire, answers: Answers, today: dt.date) -> Conclusions:
    """Every conclusion for every role, worked out now.

    Raises:
        NotCovered: today is before the law at hand begins.
    """
    roles = role_days(questionnaire, answers, today)
    by_day: dict[dt.date, tuple[Conclusion, ...]] = {}
    seen: list[Evaluation] = []
    for day in dict.fromkeys(roles.values()):
        evaluation = evaluate(questionnaire, answers, day)
        like = next((other for other in seen if _is_alike(evaluation, other)), None)
        if like is None:
            by_day[day] = tuple(conclusions_of(evaluation))
            seen.append(evaluation)
        else:
            by_day[day] = tuple(replace(each, day=day) for each in by_day[like.day])
    return keyed(roles, by_day)


def _is_alike(evaluation: Evaluation, other: Evaluation) -> bool:
    """Whether everything is on one day as on another, and as much is covered."""
    if evaluation.layout is not other.layout:
        return False
    place, begins = evaluation.layout.day_index, evaluation.questionnaire.determinations.values()
    covered = (
        [begins_on(e.questionnaire, d) <= e.day for d in begins] for e in (evaluation, other)
    )
    values = ((*e.values[:place], *e.values[place + 1 :]) for e in (evaluation, other))
    return len(set(map(tuple, covered))) == 1 and next(values) == next(values)


def same_conclusions(one: Conclusions, other: Conclusions) -> bool:
    """Whether all is concluded alike, whatever the days are."""
    return one.keys() == other.keys() and all(
        content(each) == content(other[key]) for key, each in one.items()
    )


def content(each: Conclusion | None) -> tuple[object, ...] | None:
    """What makes a conclusion another: its outcomes by text and practice, and its confidence."""
    return (each.text, each.practice, each.confidence) if each else None


def keyed(
    roles: Mapping[Role, dt.date], by_day: Mapping[dt.date, Iterable[Conclusion]]
) -> Conclusions:
    """Conclusions by what they are of and by the role of their day."""
    return {(each.id, each.of, role): each for role, day in roles.items() for each in by_day[day]}


def conclusions_of(evaluation: Evaluation) -> Iterable[Conclusion]:
    """The conclusions of one day."""
    for found in determinations(evaluation):
        yield conclusion_of(evaluation, found)


def conclusion_of(evaluation: Evaluation, found: Determination) -> Conclusion:
    """A determination as a value that compares."""
    return Conclusion(
        id=found.id,
        of=tuple(sorted(found.of.items())),  # stored JSON is sorted by name as well
        day=found.day,
        text=found.values(TEXT),
        practice=found.values(PRACTICE),
        says=found.says,
        confidence=confidence(evaluation, found).grade,
        because=found.because,
    )


def stored_conclusions(
    questionnaire: Questionnaire, answers: Answers, days: object, stored: object
) -> Conclusions:
    """The conclusions that a revision keeps, by the roles of its days; nothing is worked out.

    ``questionnaire`` only says which answer holds the planned day.
    """
    by_day: dict[dt.date, list[Conclusion]] = {day: [] for day in _days(days)}
    for each in stored if isinstance(stored, list) else ():
        found = _read(each)
        if found:
            by_day.setdefault(found.day, []).append(found)
    if not by_day:
        return {}
    today = next(iter(by_day))
    roles = role_days(questionnaire, answers, today)
    kept = {role: day if day in by_day else today for role, day in roles.items()}
    return keyed(kept, by_day)


def _days(days: object) -> list[dt.date]:
    return [dt.date.fromisoformat(str(day)) for day in (days if isinstance(days, list) else ())]


def _read(each: Any) -> Conclusion | None:  # noqa: ANN401  # JSON of whatever program wrote it
    try:
        return Conclusion(
            id=str(each["id"]),
            of=tuple(sorted((str(group), str(key)) for group, key in each["of"].items())),
            day=dt.date.fromisoformat(each["day"]),
            text=tuple(map(str, each["text"])),
            practice=tuple(map(str, each["practice"])),
            says=str(each.get("says", "")),
            confidence=str(each.get("confidence", "")),
            because=str(each.get("because", "")),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None  # what cannot be read is not shown as if it had been concluded
