"""An assessment as it is worked on: answers, and their evaluation on each day that matters.

The days are today (or the day asked for), the planned day, and for a continuing
transaction every change of the law up to its end.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING

from app.assessment.answers import Answer, Answers, keys_at, next_key
from app.assessment.evaluation import Evaluation, evaluate
from app.assessment.law import boundaries, covers_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.questionnaire.definition import Questionnaire


@dataclass(frozen=True, slots=True)
class Assessment:
    """Answers evaluated on each day that matters; the first is today."""

    evaluations: tuple[Evaluation, ...]

    @property
    def today(self) -> Evaluation:
        """The evaluation for today, or for the day asked for instead."""
        return self.evaluations[0]

    @property
    def later(self) -> tuple[Evaluation, ...]:
        """The evaluations for the planned day and for changes of the law until the end."""
        return self.evaluations[1:]

    @property
    def questionnaire(self) -> Questionnaire:
        """The definition under which it is evaluated."""
        return self.today.questionnaire

    @property
    def answers(self) -> Answers:
        """What was answered."""
        return self.today.answers

    def given(self, address: str, answer: Answer) -> Assessment:
        """The assessment with one more answer, or another one."""
        return self._redated(tuple(each.given(address, answer) for each in self.evaluations))

    def withdrawn(self, address: str) -> Assessment:
        """The assessment with one answer taken back."""
        return self._redated(tuple(each.withdrawn(address) for each in self.evaluations))

    def with_member(self, plural: str) -> tuple[Assessment, str]:
        """The assessment with one more member of a group, and the member's key."""
        group = self.questionnaire.group_of_plural[plural]
        key = next_key(self.answers, plural, group.key)
        added = {plural: (*keys_at(self.answers, plural), key)}
        return given_all(self, {**added, **reopened(self.questionnaire, self.answers, plural)}), key

    def without_member(self, plural: str, key: str) -> Assessment:
        """The assessment without a member; its answers are kept and count for nothing."""
        kept = tuple(each for each in keys_at(self.answers, plural) if each != key)
        return self.given(plural, kept)

    def _redated(self, evaluations: tuple[Evaluation, ...]) -> Assessment:
        """The same days, or other days where an answer moved them."""
        wanted = days(self.questionnaire, evaluations[0].answers, evaluations[0].day)
        have = {each.day: each for each in evaluations}
        if tuple(have) == wanted:
            return replace(self, evaluations=evaluations)
        answers = evaluations[0].answers
        fresh = (have.get(day) or evaluate(self.questionnaire, answers, day) for day in wanted)
        return Assessment(tuple(fresh))


def assess(questionnaire: Questionnaire, answers: Answers, today: dt.date) -> Assessment:
    """Evaluate answers for today and for every other day that matters.

    Raises:
        NotCovered: today is before the law at hand begins.
    """
    wanted = days(questionnaire, answers, today)
    return Assessment(tuple(evaluate(questionnaire, answers, day) for day in wanted))


def given_all(assessment: Assessment, answers: Answers) -> Assessment:
    """The assessment with several more answers, in their order."""
    return reduce(lambda state, entry: state.given(*entry), answers.items(), assessment)


def reopened(questionnaire: Questionnaire, answers: Answers, plural: str) -> dict[str, Answer]:
    """Where members said that they belong, not known again because one more place is there.

    Whoever was asked before the place was added has not said no to it.
    """
    place = questionnaire.group_of_plural[plural].id
    said = {
        f"{group.plural}.{key}.{group.belongs_to[place]}": None
        for group in questionnaire.groups.values()
        if place in group.belongs_to
        for key in keys_at(answers, group.plural)
    }
    return {address: None for address in said if answers.get(address) is not None}


def days(questionnaire: Questionnaire, answers: Answers, today: dt.date) -> tuple[dt.date, ...]:
    """The days that matter, each once: today first, then the others in order."""
    first = covers_from(questionnaire)
    later = {day for day in _stated(questionnaire, answers, today) if day >= first}
    return (today, *sorted(later - {today}))


def _stated(questionnaire: Questionnaire, answers: Answers, today: dt.date) -> Iterator[dt.date]:
    for folder in questionnaire.folders.values():
        planned, until = day_at(answers, folder.planned), day_at(answers, folder.until)
        if planned:
            yield planned
        if until:
            yield until
            start = planned or today
            yield from (day for day in boundaries(questionnaire) if start < day <= until)


def day_at(answers: Answers, address: str) -> dt.date | None:
    """The date answered at an address, if it is one."""
    answer = answers.get(address) if address else None
    try:
        return dt.date.fromisoformat(answer) if isinstance(answer, str) else None
    except ValueError:
        return None
