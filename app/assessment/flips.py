"""Why a conclusion is another: each flip is charged to the first cause that brings it about.

From the earlier state to the later one leads a short way: other answers, another day, another
law, in this order. The cause is the first step at which the conclusion was no longer what it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from app.assessment.answer_difference import changed_addresses, question_words, subject_at
from app.assessment.answers import keys_in
from app.assessment.conclusions import Conclusion, Conclusions, Key, Role, concluded, content
from app.assessment.evaluation import evaluate
from app.assessment.law import NotCovered
from app.assessment.law_difference import LawDifference, changes_between, law_differences
from app.assessment.printing import member_name
from app.assessment.reach import reach

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from app.assessment.answers import Answers
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Questionnaire


class Cause(Enum):
    """What brought a flip about; the value is how it is said."""

    UNTRACED = "its own answers, day and law do not give what was stored"
    ANSWERS = "other answers"
    DAY = "another day"
    LAW = "another law"


@dataclass(frozen=True, slots=True)
class State:
    """Answers, the day on which they are looked at, and the law; one end of a comparison."""

    questionnaire: Questionnaire
    answers: Answers
    day: dt.date


@dataclass(frozen=True, slots=True)
class Flip:
    """A conclusion that is another: how it was and is, since which cause, and what is under it."""

    id: str
    of: tuple[tuple[str, str], ...]
    title: str
    subject: str
    roles: tuple[Role, ...]
    before: Conclusion | None
    after: Conclusion | None
    cause: Cause
    why: tuple[str, ...] = ()

    @property
    def differs_in(self) -> tuple[str, ...]:
        """Which of text, practice and confidence are others."""
        parts = ("text", "practice", "confidence")
        if self.before is None or self.after is None:
            return parts
        return tuple(p for p in parts if getattr(self.before, p) != getattr(self.after, p))


def flips(
    before: State,
    after: State,
    stored: Conclusions | None = None,
    *,
    stored_after: Conclusions | None = None,
    answers_before: Answers | None = None,
) -> tuple[Flip, ...]:
    """What is concluded otherwise in the later state, each with its cause.

    ``stored`` and ``stored_after`` are the conclusions that the states are known to have had;
    without them they are worked out.  ``answers_before`` are the later answers in the ids of
    the earlier law, where ids moved between the two.

    Raises:
        NotCovered: the later day is before the later law begins.
    """
    way = list(_way(before, after, answers_before or after.answers))
    if stored_after is not None and stored_after != way[-1][1]:
        way.append((Cause.UNTRACED, stored_after))
    start = stored if stored is not None else way[0][1]
    ends, found = _Ends(before, after), dict[tuple[object, ...], Flip]()
    for key, cause in _charged(start, way):
        flip = _flip(ends, key, start.get(key), way[-1][1].get(key), cause)
        same = (flip.id, flip.of, content(flip.before), content(flip.after), cause)
        known = found.get(same)
        found[same] = replace(known, roles=(*known.roles, *flip.roles)) if known else flip
    return tuple(found.values())


def _way(before: State, after: State, answers: Answers) -> Iterator[tuple[Cause, Conclusions]]:
    """The conclusions at each step; a step that changes nothing is not evaluated again."""
    steps = (
        (Cause.UNTRACED, before),
        (Cause.ANSWERS, replace(before, answers=answers)),
        (Cause.DAY, replace(before, answers=answers, day=after.day)),
        (Cause.LAW, after),
    )
    last: tuple[State, Conclusions] | None = None
    for cause, state in steps:
        if last is None or not _alike(last[0], state):
            try:
                last = state, concluded(*_parts(state))
            except NotCovered:
                if state is after:
                    raise
                continue  # the earlier law does not reach that day: the later law answers for it
        yield cause, last[1]


def _parts(state: State) -> tuple[Questionnaire, Answers, dt.date]:
    return state.questionnaire, state.answers, state.day


def _alike(one: State, other: State) -> bool:
    return (
        one.questionnaire.hash == other.questionnaire.hash
        and one.day == other.day
        and (one.answers is other.answers or not changed_addresses(one.answers, other.answers))
    )


def _charged(
    start: Conclusions, way: list[tuple[Cause, Conclusions]]
) -> Iterator[tuple[Key, Cause]]:
    end = way[-1][1]
    for key in dict.fromkeys((*start, *end)):
        was = content(start.get(key))
        if was != content(end.get(key)):
            yield key, next(cause for cause, at in way if content(at.get(key)) != was)


class _Ends:
    """Both ends of the way, evaluated once for all flips."""

    def __init__(self, before: State, after: State) -> None:
        self.before = before
        self.after = after

    @cached_property
    def old(self) -> Evaluation:
        return evaluate(*_parts(self.before))

    @cached_property
    def new(self) -> Evaluation:
        return evaluate(*_parts(self.after))

    @cached_property
    def changed(self) -> tuple[str, ...]:
        return tuple(sorted(changed_addresses(self.before.answers, self.after.answers)))

    def speaking(self, address: str) -> Evaluation:
        """The end that knows the words of an address: the later one wherever it can."""
        name = address.rpartition(".")[2]
        gone = address not in self.after.answers
        return self.old if gone and name not in self.new.questionnaire.questions else self.new


def _flip(
    ends: _Ends, key: Key, was: Conclusion | None, now: Conclusion | None, cause: Cause
) -> Flip:
    name, of, role = key
    new, old = ends.after.questionnaire, ends.before.questionnaire
    stated = new.determinations.get(name) or old.determinations.get(name)
    return Flip(
        id=name,
        of=of,
        title=stated.title if stated else name,
        subject=", ".join(_name(ends.new if now else ends.old, *member) for member in of),
        roles=(role,),
        before=was,
        after=now,
        cause=cause,
        why=tuple(_why(ends, key, (was, now), cause)),
    )


def _name(evaluation: Evaluation, group: str, key: str) -> str:
    known = evaluation.questionnaire.groups.get(group)
    here = known and key in evaluation.layout.members[known.plural]
    return member_name(evaluation, group, key) if here else key


def _why(
    ends: _Ends, key: Key, sides: tuple[Conclusion | None, Conclusion | None], cause: Cause
) -> Iterator[str]:
    old, new = ends.before.questionnaire, ends.after.questionnaire
    below = reach(old, key[0]) | reach(new, key[0])
    match cause:
        case Cause.ANSWERS:
            yield from _answers_under(ends, below, dict(key[1]))
        case Cause.DAY:
            first, last = (each.day if each else None for each in sides)
            first, last = first or ends.before.day, last or ends.after.day
            yield from _said(changes_between(old, first, last), below)
        case Cause.LAW:
            yield from _said(law_differences(old, new), below)
        case Cause.UNTRACED:
            return


def _said(differences: tuple[LawDifference, ...], below: frozenset[str]) -> Iterator[str]:
    for each in differences:
        if each.id in below:
            words = f": {each.after}" if each.kind in ("standing", "threshold") else ""
            yield f"{each.kind} {each.change.value}: {each.title}{words}"


def _answers_under(ends: _Ends, below: frozenset[str], of: dict[str, str]) -> Iterator[str]:
    """The changed answers that the conclusion can depend on, its own members' alone if any."""
    under = [at for at in ends.changed if _is_under(ends.speaking(at), at, below)]
    own = [at for at in under if _is_of(ends.speaking(at), at, of)]
    for at in own or under:
        words, subject = (say(ends.speaking(at), at) for say in (question_words, subject_at))
        yield f"{words} ({subject})" if subject else words


def _is_under(evaluation: Evaluation, address: str, below: frozenset[str]) -> bool:
    head, _, name = address.rpartition(".")
    groups = evaluation.questionnaire.group_of_plural
    return name in below or name in groups or (name == "complete" and head in groups)


def _is_of(evaluation: Evaluation, address: str, of: dict[str, str]) -> bool:
    groups = evaluation.questionnaire.group_of_plural
    named = zip(address.split(".")[0:-1:2], keys_in(address), strict=False)
    return all(of.get(groups[p].id, key) == key for p, key in named if p in groups)
