"""Revisions as values that the window shows: their list, one as it was stored, two side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.answer_difference import question_words, subject_at, words_at
from app.assessment.assessment import assess
from app.operations.looking import flip_words
from app.ui.kit.dates import show_date
from app.ui.views.words import count_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from app.operations.compare import Comparison
    from app.operations.revising import StoredRevision
    from app.questionnaire.definition import Questionnaire
    from app.store.values import RevisionHead

Part = tuple[str, tuple[str, ...]]
"""A heading with its lines."""


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One line of the list."""

    number: int
    title: str
    words: str
    status: str
    trouble: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands below the list: a title, what is to be known first, headings with lines."""

    title: str
    words: str
    troubles: tuple[str, ...]
    parts: tuple[Part, ...]


def revision_row(head: RevisionHead, troubles: tuple[str, ...], now: dt.datetime) -> RevisionRow:
    """A revision as a line: when, by whom, its hash, and whether it is as it was."""
    moment = head.moment.astimezone(now.tzinfo)
    return RevisionRow(
        number=head.number,
        title=f"Revision {head.number}",
        words=f"{show_date(moment.date())}, {moment:%H:%M}, by {head.author or 'nobody named'}",
        status=troubles[0] if troubles else f"As it was stored. Hash {head.hash[:12]}",
        trouble=bool(troubles),
    )


def stored_view(found: StoredRevision, law: Questionnaire | None) -> Shown:
    """A revision as it was stored; its law only lends the words of questions."""
    revision = found.revision
    parts = (*_concluded(found, law), _answered(found, law))
    words = (
        f"Read only, as it was decided on {show_date(found.day)} by {revision.author or '–'}"
        f" with program {revision.conclusions.program}. Nothing of it is worked out again."
    )
    return Shown(f"Revision {revision.number}", words, found.troubles, parts)


def _concluded(found: StoredRevision, law: Questionnaire | None) -> Iterator[Part]:
    days: dict[str, list[str]] = {}
    for each in found.determinations:
        stated = law.determinations.get(str(each.get("id"))) if law else None
        title = stated.title if stated else str(each.get("id"))
        of = each.get("of")
        subject = ", ".join(_members(found, law, of if isinstance(of, dict) else {}))
        says = f"{each.get('says')} ({each.get('confidence')})"
        line = f"{title}{f', {subject}' if subject else ''}: {says}"
        days.setdefault(str(each.get("day")), []).append(line)
    for day, lines in days.items():
        yield f"Concluded for {day}", tuple(lines)


def _members(
    found: StoredRevision, law: Questionnaire | None, of: Mapping[str, str]
) -> Iterator[str]:
    for group, key in of.items():
        known = law.groups.get(group) if law else None
        name = found.answers.get(f"{known.plural}.{key}.{known.name}") if known else None
        yield name if isinstance(name, str) and name else key


def _answered(found: StoredRevision, law: Questionnaire | None) -> Part:
    title = count_words(len(found.answers), "answer", "answers")
    if law is None:
        return title, tuple(f"{at}: {answer}" for at, answer in sorted(found.answers.items()))
    evaluation = assess(law, found.answers, found.day).today
    lines = []
    for address in sorted(found.answers):
        subject = subject_at(evaluation, address)
        asked = question_words(evaluation, address)
        lines.append(f"{asked}{f' ({subject})' if subject else ''} {words_at(evaluation, address)}")
    return title, tuple(lines)


def compared_view(found: Comparison) -> Shown:
    """Two states side by side: conclusions, answers, facts and rules, each apart."""
    answers = [
        _changed(f"{a.question}{f' ({a.subject})' if a.subject else ''}", a.before, a.after)
        for a in found.answers
    ]
    facts = [
        _changed(f"{f.fact}{f', {f.subject}' if f.subject else ''}", f.before, f.after)
        for f in found.facts
    ]
    rules = [_changed(f"{r.kind} {r.title}", r.before, r.after) for r in found.rules]
    parts = (
        ("Conclusions", tuple(map(flip_words, found.conclusions))),
        ("Answers", tuple(answers)),
        ("Facts", tuple(facts)),
        ("Rules", tuple(rules)),
    )
    told = ", ".join(f"{title.lower()} {len(lines)}" for title, lines in parts)
    title = f"{found.before.name} and {found.after.name}"
    return Shown(title, f"What differs: {told}.", found.remarks, tuple(p for p in parts if p[1]))


def _changed(what: str, before: str, after: str) -> str:
    return f"{what}: {before or '–'} → {after or '–'}"
