"""Answers and facts of two states side by side, in the words of the questions.

An answer is what somebody said; a fact is an answer that counts, or a figure computed from such.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.answers import COMPANIONS, keys_in
from app.assessment.interview import asked
from app.assessment.law_difference import Change
from app.assessment.printing import NOT_KNOWN, member_name, printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.assessment.answers import Answer
    from app.assessment.assessment import Assessment
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Scope

_COMPANION_WORDS = {"source": "source", "checked_by": "checked by"}
ERASED = "erased"


@dataclass(frozen=True, slots=True)
class AnswerDifference:
    """One answer that was given, taken back or changed, with the words of its question."""

    address: str
    change: Change
    question: str
    subject: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class FactDifference:
    """One fact that came, went or is another."""

    id: str
    change: Change
    fact: str
    subject: str
    before: str = ""
    after: str = ""


def answer_differences(
    before: Assessment, after: Assessment, erased: frozenset[str] = frozenset()
) -> tuple[AnswerDifference, ...]:
    """Every answer that differs; ``erased`` are addresses whose personal answer is gone."""
    old, new = before.answers, after.answers
    return tuple(
        _answer(before, after, address, erased)
        for address in sorted({*old, *new})
        if (address in old) != (address in new) or _differ(old.get(address), new.get(address))
    )


def _differ(old: Answer, new: Answer) -> bool:
    return old != new or isinstance(old, bool) != isinstance(new, bool)


def _answer(
    before: Assessment, after: Assessment, address: str, erased: frozenset[str]
) -> AnswerDifference:
    was, now = (_side(each, address, erased) for each in (before, after))
    in_new = address in after.answers
    speaks = after if in_new or _is_known(after, address) else before
    both = address in before.answers and in_new
    return AnswerDifference(
        address=address,
        change=Change.CHANGED if both else Change.ADDED if in_new else Change.REMOVED,
        question=question_words(speaks.today, address),
        subject=subject_at(speaks.today, address),
        before=was,
        after=now,
    )


def _side(assessment: Assessment, address: str, erased: frozenset[str]) -> str:
    if address in erased:
        return ERASED
    return words_at(assessment.today, address) if address in assessment.answers else ""


def _is_known(assessment: Assessment, address: str) -> bool:
    return address.rpartition(".")[2] in assessment.questionnaire.questions


def question_words(evaluation: Evaluation, address: str) -> str:
    """The question that an address answers, in words; the address itself where none is known."""
    q = evaluation.questionnaire
    head, _, name = address.rpartition(".")
    if name in COMPANIONS and head:
        return f"{question_words(evaluation, head)} ({_COMPANION_WORDS[name]})"
    if name in q.questions:
        return q.questions[name].ask
    if name == "complete" and head in q.group_of_plural:
        return q.group_of_plural[head].complete
    return q.group_of_plural[name].title if name in q.group_of_plural else address


def words_at(evaluation: Evaluation, address: str) -> str:
    """The answer at an address as people read it."""
    q = evaluation.questionnaire
    name = address.rpartition(".")[2]
    answer = evaluation.answers.get(address)
    question = q.questions.get(name)
    group = q.group_of_plural[name].id if name in q.group_of_plural else ""
    group = question.group if question and question.kind in ("member", "members") else group
    if group and isinstance(answer, (str, tuple)):
        keys = (answer,) if isinstance(answer, str) else answer
        return ", ".join(_member(evaluation, group, key) for key in keys) or "None"
    # What is read back from JSON may be a whole number, which the law takes for no number.
    number = isinstance(answer, (int, float)) and not isinstance(answer, bool)
    value = float(answer) if number else answer  # type: ignore[arg-type]  # number says so
    return printed(q, name, value)  # type: ignore[arg-type]  # a table's "none" prints as nothing


def _member(evaluation: Evaluation, group: str, key: str) -> str:
    plural = evaluation.questionnaire.groups[group].plural
    here = key in evaluation.layout.members[plural]
    return member_name(evaluation, group, key) if here else key


def subject_at(evaluation: Evaluation, address: str) -> str:
    """The names of the members that an address is about."""
    head, _, name = address.rpartition(".")
    address = head if name in COMPANIONS else address
    plurals = address.split(".")[0:-1:2]
    groups = evaluation.questionnaire.group_of_plural
    pairs = zip(plurals, keys_in(address), strict=False)
    return ", ".join(_member(evaluation, groups[p].id, k) for p, k in pairs if p in groups)


def fact_differences(before: Assessment, after: Assessment) -> tuple[FactDifference, ...]:
    """Every fact and figure that differs on the first day of the two states."""
    old, new = dict(_facts(before)), dict(_facts(after))
    return tuple(
        _fact(name, old.get(name), new.get(name))
        for name in dict.fromkeys((*old, *new))
        if old.get(name, ("", "", ""))[2] != new.get(name, ("", "", ""))[2]
    )


def _fact(
    name: str, old: tuple[str, str, str] | None, new: tuple[str, str, str] | None
) -> FactDifference:
    fact, subject, _ = new or old or ("", "", "")
    change = Change.CHANGED if old and new else Change.ADDED if new else Change.REMOVED
    return FactDifference(name, change, fact, subject, old[2] if old else "", new[2] if new else "")


def _facts(assessment: Assessment) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Address or figure with its words, whom it is about, and its value as printed."""
    evaluation = assessment.today
    for each in asked(assessment):
        if each.given and not each.not_known:
            subject = subject_at(evaluation, each.address)
            yield each.address, (each.question.short, subject, words_at(evaluation, each.address))
    yield from _figures(evaluation)


def _figures(evaluation: Evaluation) -> Iterator[tuple[str, tuple[str, str, str]]]:
    q = evaluation.questionnaire
    for figure in q.figures.values():
        for keys in evaluation.layout.keys_of(figure.of):
            value = printed(q, figure.id, evaluation.value(figure.id, keys))
            if value != NOT_KNOWN:
                at = q.address_in(figure.of, keys, figure.id)
                yield at, (figure.title, _names(evaluation, figure.of, keys), value)


def _names(evaluation: Evaluation, scope: Scope, keys: tuple[str, ...]) -> str:
    return ", ".join(member_name(evaluation, g, k) for g, k in zip(scope, keys, strict=True))


def changed_addresses(old: Mapping[str, Answer], new: Mapping[str, Answer]) -> frozenset[str]:
    """The addresses at which two sets of answers differ."""
    return frozenset(
        at for at in {*old, *new} if (at in old) != (at in new) or _differ(old.get(at), new.get(at))
    )
