"""What a document is about: the assessment, and what the library knows around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.report.house import House

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.assessment.assessment import Assessment


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


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything that memo and plan are made from; nothing in it is still to be decided.

    ``revision`` is None for a draft; ``as_of`` says that another day stands in for today, so
    that the document cannot be signed.  ``given_at`` says when each answer was given,
    ``erased`` at which addresses a person's answer was erased.  ``digest`` is the hash of the
    answers, which copies without the assessment carry in its place.
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
