"""Final states opened as they were stored, and taken up again as a draft under today's law.

Opening works nothing out again: what is shown is what was decided, proved by its hash.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.operations.carrying import carried_kept, note_carried
from app.operations.states import first_day
from app.store.errors import Refused, StoreError
from app.store.revisions import intact

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from app.assessment.answers import Answer
    from app.assessment.migration import Carried
    from app.operations.desk import Desk
    from app.operations.shelf import Shelf
    from app.operations.sitting import Sitting
    from app.store.library import Library
    from app.store.values import Revision


@dataclass(frozen=True, slots=True)
class StoredRevision:
    """A revision as it was stored; ``troubles`` say what is no longer as it was."""

    revision: Revision
    answers: Mapping[str, Answer]
    erased: tuple[str, ...]
    day: dt.date
    troubles: tuple[str, ...]

    @property
    def determinations(self) -> list[Mapping[str, object]]:
        """What was determined, as it was stored."""
        found = self.revision.conclusions.determinations
        return found if isinstance(found, list) else []


def open_revision(library: Library, assessment: str, number: int) -> StoredRevision:
    """A revision as it was decided, with its hash verified.

    Raises:
        NotFound: there is no such revision.
    """
    revision = library.revisions.read(assessment, number)
    answers = library.people.in_place(assessment, revision.kept)
    troubles = tuple(_troubles(library, assessment, revision))
    return StoredRevision(revision, answers.answers, answers.erased, first_day(revision), troubles)


def _troubles(library: Library, assessment: str, revision: Revision) -> Iterator[str]:
    if not intact(revision):
        yield f"revision {revision.number} is not what its hash says"
    before = [h for h in library.revisions.heads(assessment) if h.number < revision.number]
    if before and before[-1].hash != revision.previous:
        yield f"revision {revision.number} does not follow revision {before[-1].number}"
    for read, mark in [
        (library.laws.get, revision.conclusions.law),
        *((library.evidence.content, each) for each in revision.evidence),
    ]:
        try:
            read(mark)
        except StoreError as error:
            yield str(error)


def verified(library: Library, assessment: str) -> tuple[str, ...]:
    """Everything that is no longer as it was in any revision of an assessment."""
    revisions = library.revisions.all(assessment)
    return tuple(trouble for each in revisions for trouble in _troubles(library, assessment, each))


def revise(desk: Desk, shelf: Shelf, assessment: str, number: int) -> tuple[Sitting, Carried]:
    """Start a draft from a revision, its answers carried over into the law in use.

    The draft that stands is replaced in one step, which can be undone.

    Raises:
        NotFound: there is no such revision.
        Refused: the revision is no longer what its hash says.
    """
    library, moment = desk.library, desk.clock()
    revision = library.revisions.read(assessment, number)
    if not intact(revision):
        raise Refused(f"revision {number} is not what its hash says; look in a backup")
    before = shelf.law(revision.conclusions.law)
    found, kept = carried_kept(desk.questionnaire, revision.kept, before)
    source = {"number": number, "hash": revision.hash, "law": revision.conclusions.law}
    with library.together():
        library.drafts.replace(assessment, kept, moment, desk.who)
        note_carried(library, assessment, found, source, moment, desk.who)
        library.log.add(assessment, moment, desk.who, "revision taken up", source)
    return desk.open(assessment), found
