"""Assessment files read for a command: evaluated as they are, without a library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.assessment import Assessment, assess
from app.assessment.migration import carried
from app.operations.decided import (
    answers_hash,
    erased_in,
    exhibit_line,
    history_line,
    revision_subject,
    state_of,
)
from app.operations.desk import read_bundle
from app.operations.states import bundle_answers
from app.operations.threads import comment_lines
from app.report.subject import Subject

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from app.assessment.answers import Answers
    from app.questionnaire.definition import Questionnaire
    from app.store.bundle import Bundle


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
    answers = carried(questionnaire, answers_of(bundle)).answers
    return Opened(assess(questionnaire, answers, today), bundle)


def answers_of(bundle: Bundle) -> Answers:
    """The draft's answers with those about persons in their places; erased ones are not known."""
    return bundle_answers(bundle, bundle.draft)


def subject_of(opened: Opened, now: dt.datetime, author: str, program: str) -> Subject:
    """What the documents of an assessment file are made from: its revision, if it is in one."""
    bundle, at_hand = opened.bundle, opened.assessment.questionnaire
    if revision := state_of(bundle):
        return revision_subject(bundle, revision, at_hand, now, author, program)
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
        erased=erased_in(bundle, bundle.draft),
        digest=answers_hash(bundle.draft),
        comments=comment_lines(bundle.notes),
    )


__all__ = ["Opened", "answers_of", "exhibit_line", "history_line", "open_file", "subject_of"]
