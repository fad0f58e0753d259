"""Tabular law: control lists with their columns and charts, and how a catalogue answers questions.

These stand in ``*.register.yaml``, which are read only where somebody asks a table, so that the
interview does not wait for them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.questionnaire.asking import NOWHERE, Citations

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.questionnaire.source import Where

EVERYWHERE, NO_PLACE = "everywhere", "nowhere"
REACHES = ("all", "listed", "unlisted")

Scoped = tuple[tuple[tuple[str, ...], str], ...]
"""Columns with what they reach, each pair a line of an entry."""


@dataclass(frozen=True, slots=True)
class Column:
    """A reason for control with the places that it marks; or several under one name."""

    id: str
    title: str
    place: str = ""
    parts: tuple[str, ...] = ()
    rule: str = ""
    since: dt.date | None = None
    elsewhere: str = ""
    cites: Citations = ()
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a control list and the columns that reach it, whole or in part.

    ``partly`` says that only the paragraphs under the letters listed are divided; an entry
    without paragraphs that is not ``undivided`` is not divided here at all.
    """

    id: str
    all: tuple[str, ...] = ()
    some: Scoped = ()
    open: str = ""
    paragraphs: Scoped = ()
    partly: bool = False
    undivided: bool = False
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class First:
    """What decides for a place before any column is looked at."""

    place: str
    of: str
    requirement: str
    because: str
    cites: Citations = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What is added to every answer about certain places."""

    places: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Chart:
    """How the entries of a control list and the destinations make licence requirements."""

    id: str
    title: str
    destinations: str
    not_required: str
    entries_read_on: dt.date | None = None
    unlisted: str = ""
    read_as: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    first: tuple[First, ...] = ()
    notes: tuple[Note, ...] = ()
    cites: Citations = ()
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Reads:
    """What a column of a catalogue says about another question while that one is empty."""

    question: str
    answer: str
    at_most: float
    says: str


@dataclass(frozen=True, slots=True)
class CatalogueColumn:
    """A column of a product catalogue and the question that its cells answer."""

    id: str
    answers: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, str] = field(default_factory=dict)
    enough: bool = False
    divided: bool = False
    divides: bool = False
    fixes: tuple[str, ...] = ()
    states: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    apart: float = 0.0
    reads: Reads | None = None
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class CatalogueResult:
    """What a regime concludes about a row of a catalogue, and in which columns it says so."""

    id: str
    value: str
    order: float = 0.0
    status: str = ""
    determination: str = ""
    remarks: tuple[str, ...] = ()
    figures: Mapping[str, str] = field(default_factory=dict)
    thresholds: tuple[str, ...] = ()
    assumes: Mapping[str, str] = field(default_factory=dict)
    bounds: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    undecidable: tuple[str, ...] = ()
    not_looked_at: str = ""
    folder: str = ""
    at: Where = NOWHERE
