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
    from app.assessment.evaluation import Evaluation
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
    found = asked(assessment)
    q = assessment.questionnaire
    sections = sorted(q.sections.values(), key=lambda section: section.order)
    return tuple(
        Part(section, keys, tuple(each for each in found if _belongs(each, section, keys)))
        for section in sections
        for keys in assessment.today.layout.keys_of(section.of)
    )


def _belongs(each: Asked, section: Section, keys: tuple[str, ...]) -> bool:
    """A question of more groups than its section stands with the member that they share."""
    return each.question.section == section.id and set(keys) <= set(each.keys)


def asked(assessment: Assessment) -> tuple[Asked, ...]:
    """Every question asked on any of the days, by order of section, member and question."""
    found: dict[str, Asked] = {}
    for evaluation in assessment.evaluations:
        for each in _asked(evaluation):
            found.setdefault(each.address, each)
    places = _places(assessment.questionnaire)
    return tuple(sorted(found.values(), key=lambda each: (places[each.question.id], each.keys)))


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
    for question in evaluation.questionnaire.questions.values():
        for keys in evaluation.layout.keys_of(question.of):
            index = evaluation.layout.index(question.id, "", keys)
            if not applies(evaluation, index):
                continue
            address = evaluation.questionnaire.address(question.id, keys)
            given = address in evaluation.answers
            slot = evaluation.layout.instances[index].answer
            relevant = question.printed or slot in wanted or question.id in named
            if given or (relevant and not _waits(evaluation, index)):
                answer = evaluation.answers.get(address)
                yield Asked(question, keys, address, answer, given)


def _waits(evaluation: Evaluation, index: int) -> bool:
    """Whether the branch is open only because a question before it has no answer yet."""
    before = gates(evaluation, index)
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
    for kind in (q.contradictions, q.actions, q.controls):
        for name, thing in kind.items():
            yield from (layout.index(name, "", keys) for keys in layout.keys_of(thing.of))
    for question in q.questions.values():
        if question.printed:
            keys_of = layout.keys_of(question.of)
            yield from (layout.index(question.id, "", keys) for keys in keys_of)


def _named(evaluation: Evaluation) -> frozenset[str]:
    """Questions that are printed because what names them is called for."""
    q = evaluation.questionnaire
    found = set(_always_named(q))
    for group in q.groups.values():
        if len(evaluation.layout.members[group.plural]) < _MANY:
            found.discard(group.inside)
    for kind in (q.actions, q.controls):
        for name, thing in kind.items():
            keys = evaluation.layout.keys_of(thing.of)
            if any(evaluation.value(name, each) is not False for each in keys):
                found |= {getattr(thing, "status", ""), thing.owner, getattr(thing, "due", "")}
                found |= {n for text in template_texts(thing) for n in TEMPLATE_NAME.findall(text)}
    return frozenset(found)


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
