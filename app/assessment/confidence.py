"""How far a conclusion can be relied on: computed, never written.

Undetermined; else arguable where something stated in the law gives another result if it is
taken otherwise; else firm.  Each reason is found by evaluating without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from app.assessment.determination import Determination, determination
from app.assessment.law import VIEWS
from app.assessment.openness import upstream

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from app.assessment.evaluation import Evaluation
    from app.assessment.values import Value
    from app.questionnaire.definition import Rule


class Reason(Enum):
    """Why a conclusion is not firm; the value is what documents print."""

    OPEN = "an answer it needs is not known"
    PRACTICE = "the text of the law and the agency's stated practice differ"
    NOT_CONFIRMED = "it rests on a rule whose status could not be confirmed"
    SECOND_READING = "another stated reading gives another result"
    READING = "it rests on a reading of the text, not on its own words"
    UNVERIFIED = "it rests on a rule that could not be verified in the text"


@dataclass(frozen=True, slots=True)
class Because:
    """A reason, and the rule or figure that it is about."""

    reason: Reason
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Confidence:
    """``firm``, ``arguable`` or ``undetermined``, and why it is not firm."""

    grade: str
    reasons: tuple[Because, ...] = ()


def confidence(evaluation: Evaluation, found: Determination) -> Confidence:
    """The confidence of a determination under the evaluation it was made from."""
    if not found.settled:
        return Confidence("undetermined", (Because(Reason.OPEN),))
    reasons = tuple(_reasons(evaluation, found))
    return Confidence("arguable" if reasons else "firm", reasons)


def _reasons(evaluation: Evaluation, found: Determination) -> Iterator[Because]:
    if found.differs:
        yield Because(Reason.PRACTICE)
    basis = _basis(evaluation, found)
    yield from _resting_on(evaluation, found, basis)
    yield from _second_readings(evaluation, found, basis)


def _basis(evaluation: Evaluation, found: Determination) -> frozenset[int]:
    indexes = {evaluation.layout.index(found.id, view, found.keys) for view in VIEWS}
    return frozenset().union(*(upstream(evaluation, index) for index in indexes))


def _not_confirmed(evaluation: Evaluation) -> Callable[[Rule], str]:
    def mark(rule: Rule) -> str:
        stands = evaluation.law.standings.get(rule.id)
        if stands is None or stands.state != "not_confirmed":
            return ""
        return stands.note or "not confirmed"

    return mark


def _resting_on(
    evaluation: Evaluation, found: Determination, basis: frozenset[int]
) -> Iterator[Because]:
    """The marked rules that hold, if the conclusion is another without them.

    Where none of the marks changes it alone but all of them do, each covers for the other:
    the conclusion rests on marked rules only.
    """
    marks: tuple[tuple[Reason, Callable[[Rule], str]], ...] = (
        (Reason.NOT_CONFIRMED, _not_confirmed(evaluation)),
        (Reason.READING, lambda rule: rule.reading),
        (Reason.UNVERIFIED, lambda rule: rule.unverified),
    )
    marked = {reason: _marked(evaluation, basis, mark) for reason, mark in marks}
    telling = [reason for reason, rules in marked.items() if _falls(evaluation, found, rules)]
    everything = {index for rules in marked.values() for index in rules}
    if not telling and _falls(evaluation, found, everything):
        telling = list(marked)
    for reason in telling:
        for name, note in sorted(set(marked[reason].values())):
            yield Because(reason, name, note)


def _marked(
    evaluation: Evaluation, basis: frozenset[int], mark: Callable[[Rule], str]
) -> Mapping[int, tuple[str, str]]:
    """The rules that hold, or may, and bear the mark: place to name and note."""
    rules = evaluation.questionnaire.rules
    marked: dict[int, tuple[str, str]] = {}
    for index in basis:
        rule = rules.get(evaluation.layout.instances[index].id)
        if rule and evaluation.values[index] is not False and (note := mark(rule)):
            marked[index] = (rule.name, note)
    return marked


def _falls(evaluation: Evaluation, found: Determination, rules: Iterable[int]) -> bool:
    without = dict.fromkeys(rules, False)
    return bool(without) and _changes(evaluation, found, without)


def _second_readings(
    evaluation: Evaluation, found: Determination, basis: frozenset[int]
) -> Iterator[Because]:
    """Each second reading that gives another result; it is read so for all members at once."""
    layout = evaluation.layout
    readings: dict[str, dict[int, Value]] = {}
    for index in sorted(basis & layout.second.keys()):
        other = layout.second[index].run(evaluation.values)
        readings.setdefault(layout.instances[index].id, {})[index] = other
    for name, pins in readings.items():
        figure = evaluation.questionnaire.figures[name]
        if figure.second_reading and _changes(evaluation, found, pins):
            yield Because(Reason.SECOND_READING, figure.title, figure.second_reading.name)


def _changes(evaluation: Evaluation, found: Determination, pins: Mapping[int, Value]) -> bool:
    other = determination(evaluation.pinned(pins), found.id, found.keys)
    return any(other.values(view) != found.values(view) for view in VIEWS)
