"""The smallest set of unanswered questions that would settle a conclusion in the worst case.

A set is enough if, whatever its answers are, one outcome is left.  Numbers are tried at
points spread over their range, closely enough for the thresholds of the law; exact for up
to twelve open questions, beyond that by leaving out what is not needed, and it says which.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.assessment.determination import possible
from app.assessment.evaluation import addresses_of
from app.assessment.law import VIEWS
from app.assessment.openness import open_slots, upstream
from app.questionnaire.definition import NUMERIC_KINDS, Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.assessment.answers import Answer
    from app.assessment.determination import Determination
    from app.assessment.evaluation import Evaluation
    from app.assessment.values import Value

_EXACT_UP_TO = 12
_LARGEST_SET = 4
_MOST_TRIES = 4000
_SAMPLES = 3
_STRIDE = 7  # coprime to most counts of answers, so that the samples spread
_HIGHEST = 1_000_000.0


@dataclass(frozen=True, slots=True)
class Settling:
    """The addresses to answer; ``exact`` if no smaller set is enough; empty if none is."""

    addresses: tuple[str, ...]
    exact: bool = True


def settled_by(evaluation: Evaluation, found: Determination) -> Settling:
    """The smallest set of open questions that settles the determination, whatever they say."""
    leaves = _numbers_last(evaluation, open_addresses(evaluation, found))
    search = _Search(found)
    if not leaves or search.settled(evaluation):
        return Settling(())
    if len(leaves) <= _EXACT_UP_TO:
        for size in range(1, min(len(leaves), _LARGEST_SET) + 1):
            for chosen in combinations(leaves, size):
                if search.enough(evaluation, chosen):
                    return Settling(chosen, exact=search.tries < _MOST_TRIES)
    search.tries = 0
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
    def __init__(self, found: Determination) -> None:
        self.found = found
        self.tries = 0

    def settled(self, evaluation: Evaluation) -> bool:
        """Whether one outcome is left in each view."""
        stated = evaluation.questionnaire.determinations[self.found.id]
        keys = self.found.keys
        return all(len(possible(evaluation, stated, keys, view)) == 1 for view in VIEWS)

    def enough(self, evaluation: Evaluation, chosen: tuple[str, ...]) -> bool:
        """Whether every combination of answers to the chosen questions settles it."""
        if self.settled(evaluation):
            return True
        if not chosen or self.tries >= _MOST_TRIES:
            return False
        first, rest = chosen[0], chosen[1:]
        each = self.told_apart(evaluation, first) if rest else self._every(evaluation, first)
        return all(self.enough(answered, rest) for answered in each)

    def _every(self, evaluation: Evaluation, address: str) -> Iterator[Evaluation]:
        for answer in representative(evaluation, address, fine=True):
            self.tries += 1
            yield evaluation.given(address, answer)

    def told_apart(self, evaluation: Evaluation, address: str) -> Iterator[Evaluation]:
        """One evaluation for each answer that the conclusion's conditions tell apart."""
        indexes = {evaluation.layout.index(self.found.id, v, self.found.keys) for v in VIEWS}
        watched = sorted(frozenset().union(*(upstream(evaluation, each) for each in indexes)))
        seen: set[object] = set()
        for answered in self._every(evaluation, address):
            mark = tuple(_mark(answered.values[index]) for index in watched)
            if mark not in seen:
                seen.add(mark)
                yield answered

    def thinned(self, evaluation: Evaluation, leaves: tuple[str, ...]) -> tuple[str, ...]:
        """All leaves, less each one that several different sets of answers do without."""
        if not self._settles_typically(evaluation, leaves):
            return ()
        kept = leaves
        for leaf in leaves:
            fewer = tuple(each for each in kept if each != leaf)
            if self._settles_typically(evaluation, fewer):
                kept = fewer
        return kept

    def _settles_typically(self, evaluation: Evaluation, chosen: tuple[str, ...]) -> bool:
        """Whether it settles for some spread of answers, and for each with any one changed."""
        choices = {
            address: [each.answers[address] for each in self.told_apart(evaluation, address)]
            for address in chosen
        }
        for sample in range(_SAMPLES):
            answered = evaluation
            for place, (address, answers) in enumerate(choices.items()):
                pick = (sample * _STRIDE + sample * place + place) % len(answers)
                answered = answered.given(address, answers[pick])
            if not self._settles_around(answered, choices):
                return False
        return True

    def _settles_around(self, answered: Evaluation, choices: Mapping[str, list[Answer]]) -> bool:
        for address, answers in choices.items():
            for answer in answers:
                self.tries += 1
                over = self.tries > _MOST_TRIES * 2
                if over or not self.settled(answered.given(address, answer)):
                    return False
        return self.settled(answered)


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
        yield ()
        yield from ((option.id,) for option in question.options)
    elif question.kind in NUMERIC_KINDS:
        yield from _numbers(question, fine=fine)
    elif question.kind == "country":
        yield from _countries(evaluation)
    elif question.kind == "table":
        yield from _tables(question, fine=fine)
    elif question.kind in ("member", "members"):
        yield from _members(evaluation, question)
    else:
        yield from ("2000-01-01", "2100-01-01") if question.kind == "date" else ("stated",)


def _numbers(question: Question, *, fine: bool) -> Iterator[float]:
    top = 100.0 if question.kind == "percentage" else question.most or _HIGHEST
    if question.least > 0:
        yield question.least
    step = 1.08 if fine else 3.0
    point = max(question.least, top / 1e5)
    while point < top:
        yield point
        point *= step
    yield top


def _tables(question: Question, *, fine: bool) -> Iterator[Answer]:
    row = question.rows[len(question.rows) // 2].id
    for number in _numbers(question, fine=fine):
        others = {each.id: "none" for each in question.rows if each.id != row}
        yield MappingProxyType({**others, row: number})


def _countries(evaluation: Evaluation) -> Iterator[str]:
    """One country for each combination of lists that countries are on."""
    seen: set[frozenset[str]] = set()
    sets = evaluation.law.sets
    for code in evaluation.questionnaire.countries:
        lists = frozenset(name for name, words in sets.items() if code in words)
        if lists not in seen:
            seen.add(lists)
            yield code


def _members(evaluation: Evaluation, question: Question) -> Iterator[Answer]:
    plural = evaluation.questionnaire.groups[question.group].plural
    keys = evaluation.layout.members[plural]
    if question.kind == "member":
        yield "none"
        yield from keys
    else:
        yield ()
        yield from ((key,) for key in keys)
        yield keys
