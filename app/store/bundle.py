"""One assessment with all that belongs to it, as a value on its way between libraries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.store import codec
from app.store.drafts import stacks
from app.store.errors import UnreadableFile
from app.store.revisions import intact
from app.store.values import KeptAnswers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from app.store.values import (
        AssessmentHead,
        Batch,
        Document,
        Exhibit,
        LogEntry,
        Note,
        Person,
        Revision,
        RevisionHead,
    )


@dataclass(frozen=True, slots=True)
class Bundle:
    """An assessment outside a library; ``printed`` if it is the state that a document shows.

    A printed one holds the heads of all revisions and never another revision's answers.
    """

    head: AssessmentHead
    program: str = ""
    printed: bool = False
    draft: KeptAnswers = field(default_factory=KeptAnswers)
    moments: Mapping[str, dt.datetime] = field(default_factory=dict)
    history: tuple[Batch, ...] = ()
    revisions: tuple[Revision, ...] = ()
    heads: tuple[RevisionHead, ...] = ()
    laws: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[int, Person] = field(default_factory=dict)
    exhibits: tuple[Exhibit, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    notes: tuple[Note, ...] = ()
    log: tuple[LogEntry, ...] = ()


def check(bundle: Bundle) -> None:
    """Refuse a bundle whose parts do not hold together."""
    for trouble in _troubles(bundle):
        raise UnreadableFile(trouble)


def _troubles(bundle: Bundle) -> Iterator[str]:
    yield from _of_laws(bundle)
    yield from _of_revisions(bundle)
    yield from _of_people(bundle)
    yield from _of_history(bundle)
    yield from _of_evidence(bundle)


def _of_laws(bundle: Bundle) -> Iterator[str]:
    for mark, text in bundle.laws.items():
        if codec.digest_of_text(text) != mark:
            yield f"law {mark[:12]} is not what its hash says"


def _of_revisions(bundle: Bundle) -> Iterator[str]:
    last = 0
    for revision in bundle.revisions:
        if revision.number <= last:
            yield f"revision {revision.number} stands in the wrong place"
        if not intact(revision):
            yield f"revision {revision.number} is not what its hash says"
        if revision.conclusions.law not in bundle.laws:
            yield f"the law of revision {revision.number} is missing"
        last = revision.number


def _of_people(bundle: Bundle) -> Iterator[str]:
    used = set(bundle.draft.people.values())
    used.update(key for each in bundle.revisions for key in each.kept.people.values())
    used.update(
        side
        for batch in bundle.history
        for change in batch.changes
        for side in (change.old, change.new)
        if isinstance(side, int)
    )
    for key in sorted(used - bundle.people.keys()):
        yield f"person {key} is named and missing"
    if both := bundle.draft.answers.keys() & bundle.draft.people.keys():
        yield f"{min(both)} has two answers"


def _of_history(bundle: Bundle) -> Iterator[str]:
    numbers = [batch.number for batch in bundle.history]
    if numbers != sorted(set(numbers)):
        yield "the steps of the history stand in the wrong order"
    try:
        stacks((batch.number, batch.kind, batch.of) for batch in bundle.history)
    except ValueError as error:
        yield f"history: {error}"


def _of_evidence(bundle: Bundle) -> Iterator[str]:
    marks = [exhibit.hash for exhibit in bundle.exhibits]
    if len(marks) > len(set(marks)):
        yield "a file of evidence stands twice"
    for mark, content in bundle.contents.items():
        if codec.digest(content) != mark:
            yield f"evidence {mark[:12]} is not what its hash says"
    for exhibit in bundle.exhibits:
        if len(bundle.contents.get(exhibit.hash, b"")) not in {0, exhibit.size}:
            yield f"evidence {exhibit.hash[:12]} is not as long as it says"
