"""The checked definition: everything that the folders say, as frozen values.

The names of the fields are the names in the files (docs/questionnaire-format.md); a
field that is left out has the default that stands here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
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
RAISING = (
    "jurisdiction", "classification", "requirement", "prohibition", "end_use", "end_user",
    "flag", "duty",
)  # fmt: skip
LOWERING = ("exclusion", "exception")
KINDS_OF_RULE = (*RAISING, *LOWERING, "policy")
KINDS_OF_DETERMINATION = (
    "jurisdiction", "classification", "licence", "exception", "policy", "end_use", "end_user",
    "person", "duty",
)  # fmt: skip
STATES = ("in_force", "not_enforced", "stayed", "pending", "not_confirmed")
TONES = ("required", "depends", "none", "open")
PARTS_OF_PLAN = (
    "commitment", "roles", "inventory", "people", "physical", "information", "modules",
    "transfers", "procurement", "partners", "screening", "training", "monitoring", "incidents",
    "records", "closeout",
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


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder is: its title, whose ids it uses, and for law its regime and edition."""

    id: str
    title: str
    uses: tuple[str, ...] = ()
    regime: str = ""
    edition: Edition | None = None
    planned: str = ""
    until: str = ""
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
class Parameter:
    """A threshold: a number by effective date."""

    id: str
    title: str
    values: tuple[tuple[dt.date, float], ...]
    unit: str = ""
    cites: Citations = ()
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class WordSet:
    """A list of words, mostly countries, by effective date or put together from others."""

    id: str
    title: str
    values: tuple[tuple[dt.date, tuple[str, ...]], ...] = ()
    combine: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    cites: Citations = ()
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Case:
    """One row of a decision table; the last row has no condition."""

    value: Formula
    when: Formula = ALWAYS


@dataclass(frozen=True, slots=True)
class Reading:
    """Another stated reading of a figure, and who reads it so."""

    name: str
    value: Formula
    because: str = ""
    cites: Citations = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A value computed from answers."""

    id: str
    title: str
    of: Scope = ()
    unit: str = ""
    value: Formula | None = None
    choose: tuple[Case, ...] = ()
    digits: int = 2
    because: str = ""
    second_reading: Reading | None = None
    cites: Citations = ()
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a rule, in plain words where the author gave them."""

    condition: Formula
    says: str = ""
    cites: Citations = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """From a day on, whether a rule is applied, and who says so."""

    start: dt.date
    state: str
    cites: Citations = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One limb of the law."""

    id: str
    kind: str
    title: str
    when: tuple[Element, ...]
    cites: Citations
    of: Scope = ()
    entry: str = ""
    unless: tuple[str, ...] = ()
    because: str = ""
    but: str = ""
    status: tuple[Standing, ...] = ()
    reading: str = ""
    unverified: str = ""
    folder: str = ""
    at: Where = NOWHERE

    @property
    def name(self) -> str:
        """Its printed name."""
        return self.entry or self.title

    @property
    def lowers(self) -> bool:
        """Whether it takes control away."""
        return self.kind in LOWERING


@dataclass(frozen=True, slots=True)
class Outcome:
    """One possible conclusion of a determination."""

    value: str
    says: str
    when: Formula = ALWAYS
    tone: str = "open"
    because: str = ""


@dataclass(frozen=True, slots=True)
class Determination:
    """A conclusion: the first outcome that holds."""

    id: str
    section: str
    kind: str
    title: str
    outcomes: tuple[Outcome, ...]
    of: Scope = ()
    wanted_when: Formula = ALWAYS
    cites: Citations = ()
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that cannot all be true."""

    id: str
    when: Formula
    says: str
    look_at: tuple[str, ...]
    of: Scope = ()
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody must still do."""

    id: str
    when: Formula
    do: str
    of: Scope = ()
    owner: str = ""
    due: str = ""
    because: str = ""
    cites: Citations = ()
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Control:
    """A control of the Technology Control Plan."""

    id: str
    part: str
    requirement: str
    what: str
    of: Scope = ()
    module: str = ""
    order: float = 0.0
    when: Formula = ALWAYS
    status: str = ""
    owner: str = ""
    evidence: str = ""
    test: str = ""
    frequency: str = ""
    cites: Citations = ()
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of a plane; a side without a limit is open."""

    label: str
    style: str = "a"
    x_from: str = ""
    x_below: str = ""
    y_from: str = ""
    y_below: str = ""


@dataclass(frozen=True, slots=True)
class Plane:
    """A picture of two figures against the limits of rules."""

    id: str
    title: str
    x: str
    y: str
    regions: tuple[Region, ...]
    of: Scope = ()
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
class WorkedCase:
    """Answers in, conclusions out: what the author says must hold."""

    name: str
    answers: Mapping[str, object]
    expect: Mapping[str, object]
    source: str = ""
    day: dt.date | None = None
    settled_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    at: Where = NOWHERE


@dataclass(frozen=True, eq=False)
class Questionnaire:
    """All folders together. Every mapping goes from id to the thing; ids occur once."""

    folders: Mapping[str, Folder]
    groups: Mapping[str, Group]
    sections: Mapping[str, Section]
    questions: Mapping[str, Question]
    countries: Mapping[str, Country]
    units: Mapping[str, str]
    parameters: Mapping[str, Parameter]
    sets: Mapping[str, WordSet]
    figures: Mapping[str, Figure]
    rules: Mapping[str, Rule]
    determinations: Mapping[str, Determination]
    contradictions: Mapping[str, Contradiction]
    actions: Mapping[str, Action]
    controls: Mapping[str, Control]
    planes: Mapping[str, Plane]
    sources: Mapping[str, Source]
    glossary: Mapping[str, str]
    cases: tuple[WorkedCase, ...]
    texts: Mapping[str, str]
    hash: str

    @cached_property
    def group_of_plural(self) -> Mapping[str, Group]:
        """From a group's plural to the group."""
        return {group.plural: group for group in self.groups.values()}

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """The editions of the folders of law, by folder id."""
        found = (folder.edition for _, folder in sorted(self.folders.items()))
        return tuple(edition for edition in found if edition)

    def address(self, question_id: str, keys: tuple[str, ...] = ()) -> str:
        """The address of a question's answer for the members with these keys."""
        scope = self.questions[question_id].of
        return self.address_in(scope, keys, question_id)

    def address_in(self, scope: Scope, keys: tuple[str, ...], tail: str) -> str:
        """``tail`` behind the keys of a scope: ``items.i2.die_area``."""
        parts = [f"{self.groups[g].plural}.{k}." for g, k in zip(scope, keys, strict=True)]
        return "".join(parts) + tail
