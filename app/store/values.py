"""The values that go into a library and come out of it: frozen, and free of SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.store.codec import Answer, Json


@dataclass(frozen=True, slots=True)
class AssessmentHead:
    """One line of the list; ``summary`` is what the caller last said about it."""

    id: str
    name: str
    created: dt.datetime
    changed: dt.datetime
    revisions: int = 0
    summary: Json = None
    deleted_at: dt.datetime | None = None
    keep_until: str | None = None
    hold: str | None = None


class SortBy(Enum):
    """The orders in which the library can be listed."""

    CHANGED = "changed DESC, id"
    CREATED = "created DESC, id"
    NAME = "sought, id"  # what is sought begins with the name


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers with those about persons in their places, and where such were erased."""

    answers: Mapping[str, Answer]
    erased: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """Answers as they are kept: at the address of a personal answer stands a key only."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """One personal answer, outside everything final; ``data`` is None once ``erased``.

    ``subject`` is the address of the person, ``people.p1`` for ``people.p1.name``.
    """

    subject: str
    data: Answer
    erased: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What one batch did at one address; a side is JSON text, a key, or nothing at all."""

    address: str
    old: str | int | None
    new: str | int | None


@dataclass(frozen=True, slots=True)
class Batch:
    """Answers that were given in one step, or a step that undid or redid batch ``of``."""

    number: int
    kind: str
    of: int | None
    moment: dt.datetime
    who: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Conclusions:
    """What the caller decided and wants to make final, beside the answers of the draft."""

    law: str
    days: Json
    determinations: Json
    program: str
    details: Json = None


@dataclass(frozen=True, slots=True)
class RevisionHead:
    """What may be told of a revision without telling its answers."""

    number: int
    moment: dt.datetime
    author: str
    law: str
    hash: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A final state; ``hash`` covers all the rest, and ``previous`` the revision before."""

    number: int
    moment: dt.datetime
    author: str
    conclusions: Conclusions
    kept: KeptAnswers
    evidence: tuple[str, ...]
    previous: str
    hash: str

    @property
    def head(self) -> RevisionHead:
        """The revision without its content."""
        return RevisionHead(self.number, self.moment, self.author, self.conclusions.law, self.hash)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A file attached to an assessment by copy; ``origin`` is where it was copied from."""

    hash: str
    name: str
    media_type: str
    size: int
    added: dt.datetime
    origin: str = ""
    details: Json = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was made; ``revision`` is None where it shows a draft."""

    kind: str
    moment: dt.datetime
    sha256: str
    path: str
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The latest word on one matter of an assessment: an action, a review, an adoption.

    Earlier words stay: a note is never changed, a later one takes its place.
    """

    kind: str
    key: str
    data: Json
    who: str
    moment: dt.datetime
    due: str | None = None


@dataclass(frozen=True, slots=True)
class CalledFor:
    """An action that an assessment calls for: what, about whom, whose and until when in words.

    ``certain`` is no while it is not known yet whether it is called for.
    """

    key: str
    does: str
    subject: str
    owner: str
    due: str
    because: str
    certain: bool


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Who did what when; ``hash`` covers the rest, ``previous`` among it."""

    serial: int
    moment: dt.datetime
    who: str
    what: str
    data: Json
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class StoredEdition:
    """An imported edition: ``law`` names its texts, ``mark`` is what the program calls them.

    ``folders`` says of each folder of law its edition's id, first day and day of reading.
    """

    law: str
    mark: str
    file: str
    changed: str
    folders: Json
    moment: dt.datetime
    who: str


@dataclass(frozen=True, slots=True)
class InUse:
    """A law that was in use from a moment on."""

    law: str
    mark: str
    folders: Json
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an assessment would conclude under a law from a day on, and what of it is other.

    ``changes`` are the days on which a rule under it changes by itself.
    """

    assessment: str
    mark: str
    since: str
    of: str
    changed: int
    asked: int
    changes: tuple[str, ...] = ()
    data: Json = None


@dataclass(frozen=True, slots=True)
class Due:
    """An assessment to evaluate again: what of, when it was last changed, its last revision.

    ``wordless`` says that the words it is found by are missing too.
    """

    assessment: str
    of: str
    changed: dt.datetime
    revision: int | None
    wordless: bool
