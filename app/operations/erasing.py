"""Erasing what an assessment knows of a person; what is final keeps its hash.

Answers about persons stand outside revisions under a key, so nothing final changes.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.assessment import assess
from app.store.errors import Refused
from app.store.people import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.operations.sitting import Sitting
    from app.store.library import Library
    from app.store.values import Revision


@dataclass(frozen=True, slots=True)
class PersonKept:
    """What an assessment keeps about one person: whose, where, and which revisions rest on it."""

    subject: str
    answers: int
    revisions: tuple[int, ...]


def persons(library: Library, assessment: str) -> tuple[PersonKept, ...]:
    """Everybody about whom answers are kept, with the revisions that still need them."""
    revisions = library.revisions.all(assessment)
    kept: dict[str, int] = {}
    for person in library.people.read(assessment).values():
        if person.erased is None:
            kept[person.subject] = kept.get(person.subject, 0) + 1
    return tuple(
        PersonKept(subject, count, tuple(_needing(revisions, subject)))
        for subject, count in kept.items()
    )


def _needing(revisions: tuple[Revision, ...], subject: str) -> Iterator[int]:
    for revision in revisions:
        if any(subject_of(address) == subject for address in revision.kept.people):
            yield revision.number


def erase(sitting: Sitting, subject: str, reason: str = "") -> int:
    """Erase every answer about a person; how many there were. What is final keeps its hash.

    Copies made earlier, backups and exported files, still hold them.

    Raises:
        Refused: the assessment is held, or a record that must still be kept rests on the
            answers and no reason was given.
    """
    library, head = sitting.library, sitting.head
    sitting.save()
    if head.hold:
        raise Refused(f"“{head.name}” is held and nothing of it may go: {head.hold}")
    needed = {each.subject: each.revisions for each in persons(library, sitting.id)}
    if needed.get(subject) and _runs(head.keep_until, sitting) and not reason.strip():
        told = ", ".join(map(str, needed[subject]))
        raise Refused(f"revision {told} rests on these answers and must be kept; {_SAY_ERASE}")
    moment = sitting.clock()
    if reason.strip():
        data = {"subject": subject, "reason": reason}
        library.log.add(sitting.id, moment, sitting.who, "erasure asked for", dict(data))
    count = library.people.erase(sitting.id, subject, moment, sitting.who)
    answers = library.drafts.read(sitting.id).answers
    sitting.assessment = assess(sitting.questionnaire, answers, sitting.assessment.today.day)
    return count


_SAY_ERASE = "to erase them all the same, say why"


def _runs(keep_until: str | None, sitting: Sitting) -> bool:
    return keep_until is None or dt.date.fromisoformat(keep_until) >= sitting.clock().date()
