"""Another conclusion that a person adopts beside the program's own, and whether it still stands.

The program's own conclusion is never replaced. An adopted one rests on the ground it was
adopted on: the program's own outcomes, the answers and the rules under it. Where any of that is
another, it is open again until a person has looked.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from app.assessment.determination import arises, determination
from app.assessment.evaluation import addresses_of
from app.assessment.law import PRACTICE, TEXT
from app.assessment.law_difference import content
from app.assessment.openness import upstream
from app.assessment.printing import printed_day
from app.questionnaire.names import formulas, names_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from app.assessment.answers import Answer
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Questionnaire


class Direction(Enum):
    """Where an adopted conclusion leads from the program's own; the value is how it is said."""

    MORE = "towards more control"
    SAME = "as the program concludes"
    LESS = "towards less control"


@dataclass(frozen=True, slots=True)
class Ground:
    """What an adopted conclusion rests on: own outcomes in both views, answers, and rules.

    ``answers`` leaves out answers about persons, of which only the addresses stand in
    ``personal``: they can be erased, and nothing else may then still tell them.
    """

    text: tuple[str, ...]
    practice: tuple[str, ...]
    answers: Mapping[str, Answer]
    personal: tuple[str, ...]
    rules: str


@dataclass(frozen=True, slots=True)
class Adoption:
    """An adopted conclusion: for which determination and members, which outcome, who, and why.

    ``second`` is the second person, without whom nothing is adopted towards less control.
    ``expires`` is the first day on which it no longer stands; None where none was given.
    """

    determination: str
    keys: tuple[str, ...]
    value: str
    reason: str
    basis: str
    who: str
    moment: dt.datetime
    ground: Ground
    second: str = ""
    expires: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """An adopted conclusion as it stands: where it leads, and why it is open again, if it is."""

    adoption: Adoption
    title: str
    says: str
    own: str
    direction: Direction
    reopened: tuple[str, ...] = field(default=())

    @property
    def stands(self) -> bool:
        """Whether nothing under it has changed since it was adopted."""
        return not self.reopened


def ground(evaluation: Evaluation, name: str, keys: tuple[str, ...]) -> Ground:
    """What a determination rests on as it stands now."""
    found = determination(evaluation, name, keys)
    questions, answers = evaluation.questionnaire.questions, evaluation.answers
    under = [at for at in _addresses(evaluation, name, keys) if at in answers]
    personal = {at for at in under if _is_personal(questions.get(at.rpartition(".")[2]))}
    return Ground(
        text=found.values(TEXT),
        practice=found.values(PRACTICE),
        answers={at: answers[at] for at in under if at not in personal},
        personal=tuple(at for at in under if at in personal),
        rules=_rules(evaluation, name, keys),
    )


def _is_personal(question: object) -> bool:
    return bool(getattr(question, "personal", False))


def _under(evaluation: Evaluation, name: str, keys: tuple[str, ...]) -> frozenset[int]:
    index = evaluation.layout.index
    sides = (upstream(evaluation, index(name, view, keys)) for view in (TEXT, PRACTICE))
    return frozenset().union(*sides)


def _addresses(evaluation: Evaluation, name: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(addresses_of(evaluation, _under(evaluation, name, keys))))


def _rules(evaluation: Evaluation, name: str, keys: tuple[str, ...]) -> str:
    """The hash of every entry of the law under a determination, and how it stands on the day."""
    instances = evaluation.layout.instances
    names = {instances[at].id for at in _under(evaluation, name, keys)}
    return _digest(evaluation, frozenset(names))


@lru_cache(maxsize=16)
def _digest(evaluation: Evaluation, names: frozenset[str]) -> str:
    q, law = evaluation.questionnaire, evaluation.law
    told: list[object] = []
    for each in sorted(names | _named(q, names)):
        kinds = (q.questions, q.figures, q.rules, q.determinations, q.parameters, q.sets)
        told += [(each, content(kind[each])) for kind in kinds if each in kind]
        if each in law.standings:
            told.append((each, content(law.standings[each])))
        if each in law.parameters:
            told.append((each, law.parameters[each]))
        if each in q.sets:
            told.append((each, sorted(law.sets[each])))
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _named(questionnaire: Questionnaire, names: frozenset[str]) -> frozenset[str]:
    """The limits and lists that stand in the expressions of these entries."""
    return frozenset(
        other
        for name in names
        for formula in formulas(questionnaire, name)
        for other in names_in(questionnaire, formula.tree)
    )


def direction(evaluation: Evaluation, name: str, keys: tuple[str, ...], value: str) -> Direction:
    """Where an outcome leads from the strictest that the program still holds possible.

    The outcomes of a determination are listed most control first; that order is the measure.
    """
    order = [outcome.value for outcome in evaluation.questionnaire.determinations[name].outcomes]
    found = determination(evaluation, name, keys)
    own = [order.index(each) for each in (*found.values(TEXT), *found.values(PRACTICE))]
    at = order.index(value)
    if at > min(own):
        return Direction.LESS
    return Direction.SAME if set(own) == {at} else Direction.MORE


def standing(
    evaluation: Evaluation, adoption: Adoption, given_at: Mapping[str, dt.datetime]
) -> Standing:
    """An adopted conclusion under the answers, the law and the day at hand.

    ``given_at`` says when each answer was given, which is all that is kept of personal ones.
    """
    name, keys = adoption.determination, adoption.keys
    stated = evaluation.questionnaire.determinations.get(name)
    if stated is None or keys not in evaluation.layout.keys_of(stated.of):
        why = "what it concludes on is no longer part of the assessment"
        return Standing(adoption, name, adoption.value, "", Direction.LESS, (why,))
    says = {outcome.value: outcome.says for outcome in stated.outcomes}
    own = determination(evaluation, name, keys)
    known = adoption.value in says
    return Standing(
        adoption=adoption,
        title=f"{own.title}, {own.subject}" if own.subject else own.title,
        says=says.get(adoption.value, adoption.value),
        own=own.says,
        direction=direction(evaluation, name, keys, adoption.value) if known else Direction.LESS,
        reopened=tuple(_reopened(evaluation, adoption, given_at)),
    )


def _reopened(
    evaluation: Evaluation, adoption: Adoption, given_at: Mapping[str, dt.datetime]
) -> Iterator[str]:
    name, keys = adoption.determination, adoption.keys
    stated = evaluation.questionnaire.determinations[name]
    if adoption.expires and evaluation.day >= adoption.expires:
        yield f"it expired on {printed_day(adoption.expires)}"
    if adoption.value not in {outcome.value for outcome in stated.outcomes}:
        yield "the law no longer knows the outcome that was adopted"
    if not arises(evaluation, stated, keys):
        yield "the conclusion does not arise any more"
    now, then = ground(evaluation, name, keys), adoption.ground
    if (now.text, now.practice) != (then.text, then.practice):
        yield "the program’s own conclusion is another"
    changed = _changed(now, then, given_at, adoption.moment)
    if changed:
        yield f"answers under it changed: {', '.join(changed)}"
    if now.rules != then.rules:
        yield "a rule, limit or list under it changed"


def _changed(
    now: Ground, then: Ground, given_at: Mapping[str, dt.datetime], since: dt.datetime
) -> list[str]:
    """The addresses whose answer is another, came, or went."""
    addresses = {**then.answers, **now.answers}
    plain = [
        at
        for at in addresses
        if (at in then.answers, then.answers.get(at)) != (at in now.answers, now.answers.get(at))
    ]
    personal = [
        at
        for at in dict.fromkeys((*then.personal, *now.personal))
        if at not in now.personal or at not in then.personal or given_at.get(at, since) > since
    ]
    return sorted((*plain, *personal))
