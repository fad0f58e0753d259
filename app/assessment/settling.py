"""The smallest set of unanswered questions that would settle a conclusion in the worst case.

A set is enough if, whatever its answers are, one outcome is left.  Numbers are tried at
points spread over their range and at the thresholds of the law; exact for up to twelve open
questions.  Beyond that, what is proven not to be needed is left out one after the other:
the set is enough, a smaller one may be as well, and it says so (``exact`` is no).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.assessment.answers import NOT_OFFERED
from app.assessment.determination import possible
from app.assessment.evaluation import addresses_of
from app.assessment.law import VIEWS
from app.assessment.openness import open_slots, upstream
from app.assessment.values import is_settled
from app.questionnaire.definition import NUMERIC_KINDS, Question, Questionnaire
from app.questionnaire.names import evaluated_ids, formulas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.answers import Answer
    from app.assessment.determination import Determination
    from app.assessment.evaluation import Evaluation
    from app.assessment.values import Truth, Value

_EXACT_UP_TO = 12
_LARGEST_SET = 4
_MOST_TRIES = 4000
_TRIES_EACH = 400
_HIGHEST = 1_000_000.0
_NEAR = 1e-6
_WORD = re.compile(r"[A-Za-z][\w-]*")


@dataclass(frozen=True, slots=True)
class Settling:
    """The addresses to answer; ``exact`` if no smaller set is enough; empty if none is."""

    addresses: tuple[str, ...]
    exact: bool = True


def settled_by(evaluation: Evaluation, found: Determination) -> Settling:
    """The smallest set of open questions that settles the determination, whatever they say."""
    leaves = _numbers_last(evaluation, open_addresses(evaluation, found))
    search = _Search(evaluation, found)
    if not leaves or search.settled(evaluation):
        return Settling(())
    if len(leaves) <= _EXACT_UP_TO:
        for size in range(1, min(len(leaves), _LARGEST_SET) + 1):
            for chosen in combinations(leaves, size):
                if search.enough(evaluation, chosen):
                    return Settling(chosen, exact=search.tries < _MOST_TRIES)
    return Settling(search.thinned(evaluation, leaves), exact=False)


def _numbers_last(evaluation: Evaluation, leaves: tuple[str, ...]) -> tuple[str, ...]:
    """A number is tried finest where it is tried last, when all else is answered."""
    questions = evaluation.questionnaire.questions

    def is_number(address: str) -> bool:
        question = questions.get(address.rpartition(".")[2])
        return question is not None and question.kind in (*NUMERIC_KINDS, "table")

    return tuple(sorted(leaves, key=is_number))


def open_addresses(evaluation: Evaluation, found: Determination) -> tuple[str, ...]:
    """The addresses whose answers can still change the determination, in order."""
    indexes = {evaluation.layout.index(found.id, view, found.keys) for view in VIEWS}
    return addresses_of(evaluation, sorted(open_slots(evaluation, indexes)))


class _Search:
    def __init__(self, evaluation: Evaluation, found: Determination) -> None:
        self.found = found
        indexes = {evaluation.layout.index(found.id, view, found.keys) for view in VIEWS}
        self.watched = frozenset().union(*(upstream(evaluation, each) for each in indexes))
        self.tries, self.most, self.fine = 0, _MOST_TRIES, True

    def settled(self, evaluation: Evaluation) -> bool:
        """Whether one outcome is left in each view."""
        stated = evaluation.questionnaire.determinations[self.found.id]
        keys = self.found.keys
        return all(len(possible(evaluation, stated, keys, view)) == 1 for view in VIEWS)

    def enough(self, evaluation: Evaluation, chosen: tuple[str, ...]) -> bool:
        """Whether every combination of answers to the chosen questions settles it."""
        if self.settled(evaluation):
            return True
        if not chosen or self.tries >= self.most:
            return False
        first, rest = chosen[0], chosen[1:]
        each = self.told_apart(evaluation, first) if rest else self._every(evaluation, first)
        return all(self.enough(answered, rest) for answered in each)

    def _every(self, evaluation: Evaluation, address: str) -> Iterator[Evaluation]:
        for answer in representative(evaluation, address, fine=self.fine):
            self.tries += 1
            yield evaluation.tried(address, answer, self.watched)

    def told_apart(self, evaluation: Evaluation, address: str) -> Iterator[Evaluation]:
        """The answers that the conclusion's conditions tell apart, of each the first and last.

        Two numbers that do the same alone may do otherwise together with a third.
        """
        values = evaluation.values
        watched = [index for index in self.watched if not is_settled(values[index])]
        last: dict[object, Evaluation | None] = {}
        for answered in self._every(evaluation, address):
            mark = tuple(_mark(answered.values[index]) for index in watched)
            if mark not in last:
                last[mark] = None
                yield answered
            else:
                last[mark] = answered
        yield from (each for each in last.values() if each)

    def thinned(self, evaluation: Evaluation, leaves: tuple[str, ...]) -> tuple[str, ...]:
        """All leaves, less each one that is proven not to be needed beside the others."""
        proven = self._is_enough(evaluation, leaves)
        if not proven:
            return () if proven is False else leaves
        kept = leaves
        for leaf in leaves:
            fewer = tuple(each for each in kept if each != leaf)
            if self._is_enough(evaluation, fewer):
                kept = fewer
        return kept

    def _is_enough(self, evaluation: Evaluation, chosen: tuple[str, ...]) -> Truth:
        """Whether it settles; None where that takes more answers than are tried."""
        self.tries, self.most, self.fine = 0, _TRIES_EACH, False
        if self.enough(evaluation, chosen):
            return True
        return None if self.tries >= self.most else False


def _mark(value: Value) -> object:
    """What of a value tells two evaluations apart: truths and words, not every number."""
    return value if value is None or isinstance(value, (bool, str, frozenset)) else ""


def representative(evaluation: Evaluation, address: str, *, fine: bool = False) -> Iterator[Answer]:
    """Answers that stand for all that a person could give."""
    name = address.rpartition(".")[2]
    question = evaluation.questionnaire.questions.get(name)
    if question is None:
        yield True
        return
    yield from _answers(evaluation, question, fine=fine)


def _answers(evaluation: Evaluation, question: Question, *, fine: bool) -> Iterator[Answer]:
    if question.kind == "yes_no":
        yield from (True, False)
    elif question.kind == "one_of":
        yield from (option.id for option in question.options)
    elif question.kind == "some_of":
        yield from _choices(tuple(option.id for option in question.options))
    elif question.kind in NUMERIC_KINDS:
        yield from _numbers(evaluation, question, fine=fine)
    elif question.kind == "country":
        yield from _countries(evaluation)
    elif question.kind == "table":
        yield from _tables(evaluation, question, fine=fine)
    elif question.kind in ("member", "members"):
        yield from _members(evaluation, question)
    elif question.kind == "date":
        yield from _dates(evaluation)
    else:
        yield "stated"


def _choices(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """None, each alone, and all."""
    yield ()
    yield from ((word,) for word in words)
    if len(words) > 1:
        yield words


def _dates(evaluation: Evaluation) -> Iterator[str]:
    """Long before, long after, and about every day that it can be compared with."""
    yield from ("1900-01-01", "2200-01-01")
    near = {evaluation.day}
    near |= {day for answer in evaluation.answers.values() if (day := _as_day(answer))}
    for day in sorted(near):
        yield from ((day + dt.timedelta(days=apart)).isoformat() for apart in (-1, 0, 1))


def _as_day(answer: Answer) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(answer) if isinstance(answer, str) else None
    except ValueError:
        return None
    return day if day and dt.date.min < day < dt.date.max else None


def _numbers(evaluation: Evaluation, question: Question, *, fine: bool) -> Iterator[float]:
    top = 100.0 if question.kind == "percentage" else question.most or _HIGHEST
    yield question.least
    step = 1.08 if fine else 3.0
    point = max(question.least, top / 1e5)
    while point < top:
        yield point
        point *= step
    yield top
    limits = evaluation.questionnaire.parameters
    for name, limit in evaluation.law.parameters.items():
        if limit and limits[name].unit == question.unit:
            yield from (limit * (1 - _NEAR), limit, limit * (1 + _NEAR))


def _tables(evaluation: Evaluation, question: Question, *, fine: bool) -> Iterator[Answer]:
    """One row after the other alone, one of them finely, and all rows alike."""
    middle = question.rows[len(question.rows) // 2].id
    nothing = {row.id: NOT_OFFERED for row in question.rows}
    for row in question.rows:
        for number in _numbers(evaluation, question, fine=fine and row.id == middle):
            yield MappingProxyType({**nothing, row.id: number})
    for number in _numbers(evaluation, question, fine=False):
        yield MappingProxyType(dict.fromkeys(nothing, number))


def _countries(evaluation: Evaluation) -> Iterator[str]:
    """One country for each combination of lists that countries are on, and each one named."""
    seen: set[frozenset[str]] = set()
    sets, named = evaluation.law.sets, _named(evaluation.questionnaire)
    for code in evaluation.questionnaire.countries:
        lists = frozenset(name for name, words in sets.items() if code in words)
        if lists not in seen or code in named:
            yield code
        if code not in named:
            seen.add(lists)


@lru_cache(maxsize=8)
def _named(questionnaire: Questionnaire) -> frozenset[str]:
    """The countries that a condition names by themselves."""
    ids = evaluated_ids(questionnaire)
    texts = (formula.text for name in ids for formula in formulas(questionnaire, name))
    return frozenset(word for text in texts for word in _WORD.findall(text)) & frozenset(
        questionnaire.countries
    )


def _members(evaluation: Evaluation, question: Question) -> Iterator[Answer]:
    plural = evaluation.questionnaire.groups[question.group].plural
    keys = evaluation.layout.members[plural]
    if question.kind == "member":
        yield NOT_OFFERED
        yield from keys
    else:
        yield from (chosen for chosen in _choices(keys) if chosen)  # nowhere is not known
