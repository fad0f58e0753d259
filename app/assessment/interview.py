"""The interview: which questions are asked now, in which order, and how far it has come.

A question is asked while its branch applies and it is answered already, can still change
something that is wanted, or is printed.  An answer on a closed branch counts for nothing;
it is kept and listed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.assessment.answers import Answer, addresses, keys_in
from app.assessment.determination import arises
from app.assessment.evaluation import addresses_of
from app.assessment.law import VIEWS
from app.assessment.openness import applies, gates, open_slots, open_slots_of
from app.questionnaire.checker import TEMPLATE_NAME, template_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.assessment import Assessment
    from app.assessment.code import Run
    from app.assessment.evaluation import Evaluation
    from app.assessment.layout import Layout
    from app.questionnaire.definition import Question, Questionnaire, Section


_MANY = 2
"""Members from which on one can stand inside another."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is asked of certain members, and what was answered."""

    question: Question
    keys: tuple[str, ...]
    address: str
    answer: Answer
    given: bool

    @property
    def not_known(self) -> bool:
        """Whether the person said "I don't know yet"."""
        return self.given and self.answer is None


@dataclass(frozen=True, slots=True)
class Part:
    """A section, for one member where it goes through a group, with the questions asked."""

    section: Section
    keys: tuple[str, ...]
    asked: tuple[Asked, ...]

    @property
    def answered(self) -> int:
        """How many of the questions asked have an answer that is not "I don't know yet"."""
        return sum(each.given and not each.not_known for each in self.asked)

    @property
    def not_known(self) -> int:
        """How many are answered "I don't know yet"."""
        return sum(each.not_known for each in self.asked)


def parts(assessment: Assessment) -> tuple[Part, ...]:
    """Every section in order, member by member, with the questions that are asked now."""
    found: dict[str, list[Asked]] = {}
    for each in asked(assessment):
        found.setdefault(each.question.section, []).append(each)
    sections = sorted(assessment.questionnaire.sections.values(), key=lambda s: s.order)
    return tuple(
        Part(section, keys, _of_members(found.get(section.id, []), keys))
        for section in sections
        for keys in assessment.today.layout.keys_of(section.of)
    )


def _of_members(found: list[Asked], keys: tuple[str, ...]) -> tuple[Asked, ...]:
    """A question of more groups than its section stands with the member that they share."""
    return tuple(each for each in found if set(keys) <= set(each.keys))


def asked(assessment: Assessment) -> tuple[Asked, ...]:
    """Every question asked on any of the days, by order of section, member and question."""
    found: dict[str, Asked] = {}
    for evaluation in _different(assessment.evaluations):
        for each in _asked(evaluation):
            found.setdefault(each.address, each)
    places = _places(assessment.questionnaire)
    return tuple(sorted(found.values(), key=lambda each: (places[each.question.id], each.keys)))


def _different(evaluations: tuple[Evaluation, ...]) -> Iterator[Evaluation]:
    """The evaluations, without a day on which everything is as on one before."""
    seen: list[Evaluation] = []
    for evaluation in evaluations:
        if not any(_is_alike(evaluation, other) for other in seen):
            seen.append(evaluation)
            yield evaluation


def _is_alike(evaluation: Evaluation, other: Evaluation) -> bool:
    after = evaluation.layout.day_index + 1
    return evaluation.layout is other.layout and evaluation.values[after:] == other.values[after:]


@lru_cache(maxsize=8)
def _places(questionnaire: Questionnaire) -> dict[str, tuple[float, float, int]]:
    sections = questionnaire.sections
    return {
        question.id: (sections[question.section].order, question.order, number)
        for number, question in enumerate(questionnaire.questions.values())
    }


def _asked(evaluation: Evaluation) -> Iterator[Asked]:
    wanted = open_slots(evaluation, _wanted(evaluation))
    named = _named(evaluation)
    answers = evaluation.answers
    values = evaluation.values
    for question, keys, address, index, slot, before in _questions(evaluation.layout):
        given = address in answers
        relevant = question.printed or slot in wanted or question.id in named
        if not (given or relevant) or all(gate(values) is False for gate in before):
            continue
        if given or not _waits(evaluation, index):
            yield Asked(question, keys, address, answers.get(address), given)


@lru_cache(maxsize=32)
def _questions(
    layout: Layout,
) -> tuple[tuple[Question, tuple[str, ...], str, int, int | None, tuple[Run, ...]], ...]:
    """Every question for every member: keys, address, place, its answer's place, its gates."""
    q = layout.law.questionnaire
    return tuple(
        (
            question,
            keys,
            q.address(question.id, keys),
            index,
            layout.instances[index].answer,
            tuple(gate.run for gate in gates(layout, index)),
        )
        for question in q.questions.values()
        for keys in layout.keys_of(question.of)
        for index in (layout.index(question.id, "", keys),)
    )


def _waits(evaluation: Evaluation, index: int) -> bool:
    """Whether the branch is open only because a question before it has no answer yet."""
    before = gates(evaluation.layout, index)
    if any(gate.run(evaluation.values) is True for gate in before):
        return False
    leaves = open_slots_of(evaluation, before)
    return any(at not in evaluation.answers for at in addresses_of(evaluation, leaves))


def _wanted(evaluation: Evaluation) -> Iterator[int]:
    """Every conclusion, contradiction, action and control that can still come out otherwise."""
    layout, q = evaluation.layout, evaluation.questionnaire
    for stated in q.determinations.values():
        for keys in layout.keys_of(stated.of):
            if arises(evaluation, stated, keys):
                yield from (layout.index(stated.id, view, keys) for view in VIEWS)
    yield from _always_wanted(layout)


@lru_cache(maxsize=32)
def _always_wanted(layout: Layout) -> tuple[int, ...]:
    q = layout.law.questionnaire
    printed = {name: question for name, question in q.questions.items() if question.printed}
    kinds = (q.contradictions, q.actions, q.controls, printed)
    return tuple(
        layout.index(name, "", keys)
        for kind in kinds
        for name, thing in kind.items()
        for keys in layout.keys_of(thing.of)
    )


def _named(evaluation: Evaluation) -> frozenset[str]:
    """Questions that are printed because what names them is called for."""
    q = evaluation.questionnaire
    found = set(_always_named(q))
    for group in q.groups.values():
        if len(evaluation.layout.members[group.plural]) < _MANY:
            found.discard(group.inside)
    for indexes, names in _naming(evaluation.layout):
        if any(evaluation.values[index] is not False for index in indexes):
            found |= names
    return frozenset(found)


@lru_cache(maxsize=32)
def _naming(layout: Layout) -> tuple[tuple[tuple[int, ...], frozenset[str]], ...]:
    """Every action and control: where its values stand, and the questions that it names."""
    q = layout.law.questionnaire
    found = []
    for kind in (q.actions, q.controls):
        for name, thing in kind.items():
            names = {getattr(thing, "status", ""), thing.owner, getattr(thing, "due", "")}
            names |= {n for text in template_texts(thing) for n in TEMPLATE_NAME.findall(text)}
            indexes = (layout.index(name, "", keys) for keys in layout.keys_of(thing.of))
            found.append((tuple(indexes), frozenset(names)))
    return tuple(found)


@lru_cache(maxsize=8)
def _always_named(questionnaire: Questionnaire) -> frozenset[str]:
    groups = questionnaire.groups.values()
    return frozenset(
        name for group in groups for name in (group.name, group.inside, *group.belongs_to.values())
    )


@dataclass(frozen=True, slots=True)
class NotCounted:
    """An answer that is kept and counts for nothing, and why."""

    address: str
    answer: Answer
    question: Question
    because: str


def not_counted(assessment: Assessment) -> tuple[NotCounted, ...]:
    """The answers whose branch is closed on every day, or whose member was removed."""
    q, answers = assessment.questionnaire, assessment.answers
    found = []
    for address, name in addresses(q, answers):
        because = _why_not(assessment, q.questions[name], keys_in(address))
        if because:
            found.append(NotCounted(address, answers[address], q.questions[name], because))
    return tuple(found)


def _why_not(assessment: Assessment, question: Question, keys: tuple[str, ...]) -> str:
    layout = assessment.today.layout
    if keys not in layout.keys_of(question.of):
        return "it was given for something that has been removed"
    indexes = ((each, each.layout.index(question.id, "", keys)) for each in assessment.evaluations)
    if any(applies(evaluation, index) for evaluation, index in indexes):
        return ""
    return "another answer closed the branch that it stands on"
