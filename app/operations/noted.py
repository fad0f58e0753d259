"""What persons wrote beside an assessment, as its documents print it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.operations.adopting import adopted_in
from app.operations.reviewing import Verdict, reviews_in
from app.operations.tasks import own_words, words_on
from app.report.subject import Assigned, OwnAction, ReviewLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.assessment.decided import Decided
    from app.operations.reviewing import Reviewed
    from app.report.subject import Subject
    from app.store.values import LogEntry, Note

KINDS = frozenset({"adopted", "action", "review"})
"""The kinds of notes that are printed."""


def with_notes(subject: Subject, notes: Iterable[Note]) -> Subject:
    """A subject with adopted conclusions, words on actions and reviews out of its notes."""
    told = tuple(note for note in notes if note.kind in KINDS)
    assessment = subject.assessment
    return replace(
        subject,
        adopted=adopted_in(told, assessment.today, subject.given_at),
        assigned={key: Assigned(*words) for key, words in words_on(told).items()},
        own_actions=tuple(OwnAction(does, Assigned(*words)) for does, words in own_words(told)),
        reviewed=tuple(_line(each) for each in reviews_in(told, assessment, subject.given_at)
                       if each.verdict is not Verdict.WAITING),
    )  # fmt: skip


def _line(each: Reviewed) -> ReviewLine:
    assert each.moment is not None  # somebody said it
    return ReviewLine(each.title, each.verdict.value, each.comment, each.who, each.moment)


def last_entry(log: Iterable[LogEntry], decided: Decided | None) -> str:
    """The hash of the last entry of a log that a document rests on; empty without one.

    Of a revision it is the last up to the moment at which it became final. That a document was
    made is no part of what it rests on, or the same state would never print the same twice.
    """
    found = [
        entry.hash
        for entry in log
        if entry.what != "document made" and (decided is None or entry.moment <= decided.moment)
    ]
    return found[-1] if found else ""
