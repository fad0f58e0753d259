"""Assessment files read for a command: evaluated as they are, without a library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.assessment import Assessment, assess
from app.operations.desk import read_bundle
from app.report.subject import ExhibitLine, HistoryLine, Subject

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from app.assessment.answers import Answer
    from app.questionnaire.definition import Questionnaire
    from app.store.bundle import Bundle
    from app.store.values import Exhibit, RevisionHead


@dataclass(frozen=True, slots=True)
class Opened:
    """An assessment from a file: its answers evaluated, and the bundle that it came in."""

    assessment: Assessment
    bundle: Bundle


def open_file(questionnaire: Questionnaire, path: Path, today: dt.date, now: dt.datetime) -> Opened:
    """Read and evaluate an assessment file, or the assessment that a PDF carries.

    Raises:
        UnreadableFile: the file is neither, or damaged.
        NotCovered: the day is before the law at hand begins.
    """
    bundle = read_bundle(path, now)
    return Opened(assess(questionnaire, answers_of(bundle), today), bundle)


def answers_of(bundle: Bundle) -> dict[str, Answer]:
    """The draft's answers with those about persons in their places; erased ones are not known."""
    found: dict[str, Answer] = dict(bundle.draft.answers)
    for address, key in bundle.draft.people.items():
        person = bundle.people.get(key)
        found[address] = person.data if person else None
    return found


def subject_of(opened: Opened, now: dt.datetime, author: str, program: str) -> Subject:
    """What the documents of an assessment file are made from."""
    bundle = opened.bundle
    heads = bundle.heads or tuple(revision.head for revision in bundle.revisions)
    return Subject(
        assessment=opened.assessment,
        name=bundle.head.name,
        moment=now,
        author=author,
        program=program,
        history=tuple(map(history_line, heads)),
        exhibits=tuple(map(exhibit_line, bundle.exhibits)),
        given_at=bundle.moments,
        erased=frozenset(_erased(bundle)),
    )


def _erased(bundle: Bundle) -> Iterator[str]:
    """The addresses whose personal answer was erased."""
    for address, key in bundle.draft.people.items():
        person = bundle.people.get(key)
        if person and person.erased:
            yield address


def history_line(head: RevisionHead) -> HistoryLine:
    """A revision as documents print it."""
    return HistoryLine(head.number, head.moment, head.author, head.hash)


def exhibit_line(exhibit: Exhibit) -> ExhibitLine:
    """An evidence file as documents print it."""
    return ExhibitLine(exhibit.name, exhibit.hash, exhibit.size, exhibit.added)
