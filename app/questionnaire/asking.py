"""What is asked, of what: groups, sections, questions, countries, and the sources they cite."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.questionnaire.expression import ALWAYS, Formula
from app.questionnaire.source import Where

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

Scope = tuple[str, ...]
"""The groups whose members a thing is of, in the order of the definition; () is the assessment."""


NOWHERE = Where()


KINDS_OF_QUESTION = (
    "yes_no", "one_of", "some_of", "number", "percentage", "money", "text", "date",
    "country", "table", "file", "member", "members",
)  # fmt: skip


NUMERIC_KINDS = ("number", "percentage", "money")


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in an instrument, and the few words of it that are relied on."""

    source: str
    place: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.source}/{self.place}"


Citations = tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """The dated state of the rules in a folder of law."""

    id: str
    covers_from: dt.date
    read_on: dt.date
    concludes_from: dt.date | None = None

    @property
    def concludes(self) -> dt.date:
        """The first day of what states no day of its own."""
        return self.concludes_from or self.covers_from


@dataclass(frozen=True, slots=True)
class Period:
    """From a day on, what an edition covers, in words."""

    since: dt.date
    says: str


@dataclass(frozen=True, slots=True)
class Extent:
    """How far some places of an instrument are modelled, and what is left out."""

    id: str
    title: str
    places: tuple[str, ...]
    state: str
    says: str = ""
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder is: its title, whose ids it uses, and for law its regime and edition."""

    id: str
    title: str
    uses: tuple[str, ...] = ()
    regime: str = ""
    edition: Edition | None = None
    coverage: tuple[Period, ...] = ()
    planned: str = ""
    until: str = ""
    kept_for: str = ""
    kept_to_year_end: bool = False
    authority: str = ""
    caution: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Group:
    """A repeating group: items, destinations, parties, people."""

    id: str
    plural: str
    key: str
    title: str
    one: str
    name: str
    complete: str
    inside: str = ""
    belongs_to: Mapping[str, str] = field(default_factory=dict)
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the interview."""

    id: str
    title: str
    order: float
    within: str = ""
    of: Scope = ()
    intro: str = ""
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a question that offers several."""

    id: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table question, with the constants that expressions may read."""

    id: str
    title: str
    constants: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, of whom, and how it is answered."""

    id: str
    section: str
    kind: str
    ask: str
    of: Scope = ()
    help: str = ""
    find: str = ""
    example: str = ""
    fact: str = ""
    options: tuple[Option, ...] = ()
    none: str = ""
    unit: str = ""
    least: float = 0.0
    most: float | None = None
    rows: tuple[Row, ...] = ()
    whole_when: Formula | None = None
    group: str = ""
    ask_when: Formula = ALWAYS
    otherwise: str = ""
    printed: bool = False
    personal: bool = False
    order: float = 0.0
    cites: Citations = ()
    folder: str = ""
    at: Where = NOWHERE

    @property
    def short(self) -> str:
        """The answer as a noun phrase, or the question itself."""
        return self.fact or self.ask


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory as the regimes name it."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Source:
    """An instrument that citations name, and the edition that was read."""

    id: str
    title: str
    edition: str = ""
    url: str = ""
    note: str = ""
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the answers of an id went: to another id, with other words or in another unit.

    Without ``to`` the question is asked again, and ``because`` says why.
    """

    id: str
    to: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    times: float | None = None
    because: str = ""
    folder: str = ""
    at: Where = NOWHERE
