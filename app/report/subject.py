"""What a document is about: the assessment, and what the library knows around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from app.report.house import House

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.assessment.adoption import Standing
    from app.assessment.assessment import Assessment
    from app.assessment.decided import Decided
    from app.report.screened import Screened


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One revision as the revision history prints it."""

    number: int
    moment: dt.datetime
    author: str
    hash: str


@dataclass(frozen=True, slots=True)
class ExhibitLine:
    """One evidence file as the list of exhibits prints it; ``size`` is in bytes."""

    name: str
    hash: str
    size: int
    added: dt.datetime


class Signer(Enum):
    """Whose signature is recorded; the value is the role in the decision record."""

    FACTS = "Attests the facts"
    CONCLUSION = "Adopts the conclusion"
    COUNSEL = "Outside counsel (review only)"


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that somebody stated to have been given under a revision."""

    role: Signer
    name: str
    decision: str
    day: str


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment of counsel with its answer, as the next documents print it."""

    number: int
    place: str
    author: str
    comment: str
    answer: str
    closed: str


@dataclass(frozen=True, slots=True)
class Assigned:
    """What a person said of an action: whose it is, until when, how it was done; empty if unsaid."""

    owner: str = ""
    due: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class OwnAction:
    """An action that a person added to those of the rules."""

    does: str
    assigned: Assigned


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """What a reviewer said of a section, and whether its answers are still those."""

    section: str
    verdict: str
    comment: str
    who: str
    moment: dt.datetime


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything that memo and plan are made from; nothing in it is still to be decided.

    ``revision`` is None for a draft; ``as_of`` says that another day stands in for today, so
    that the document cannot be signed.  ``given_at`` says when each answer was given,
    ``erased`` at which addresses a person's answer was erased.  ``digest`` is the hash of the
    answers, which copies without the assessment carry in its place.  ``decided`` is what a
    revision stored: its conclusions are shown, and ``differs`` says what comes out otherwise when
    it is worked out again.  ``screened`` is the record of its screening.  ``assigned`` has what was
    said of each action of the rules, ``log`` the hash of the last entry of the log.
    """

    assessment: Assessment
    name: str
    moment: dt.datetime
    author: str
    program: str
    revision: int | None = None
    as_of: bool = False
    history: tuple[HistoryLine, ...] = ()
    exhibits: tuple[ExhibitLine, ...] = ()
    given_at: Mapping[str, dt.datetime] = field(default_factory=dict)
    erased: frozenset[str] = frozenset()
    digest: str = ""
    house: House = field(default_factory=House)
    decided: Decided | None = None
    differs: tuple[str, ...] = ()
    comments: tuple[CommentLine, ...] = ()
    signed: tuple[Signed, ...] = ()
    screened: Screened | None = None
    adopted: tuple[Standing, ...] = ()
    assigned: Mapping[str, Assigned] = field(default_factory=dict)
    own_actions: tuple[OwnAction, ...] = ()
    reviewed: tuple[ReviewLine, ...] = ()
    log: str = ""

    @property
    def status(self) -> str:
        """How far the document has come; a draft and an as-of view never get further."""
        if self.as_of or self.decided is None:
            return f"AS OF {self.assessment.today.day}" if self.as_of else "DRAFT"
        roles = {each.role for each in self.signed}
        if {Signer.FACTS, Signer.CONCLUSION} <= roles:
            return "ADOPTED"
        return "COUNSEL REVIEWED" if Signer.COUNSEL in roles else f"REVISION {self.decided.number}"
