"""The law as data: thresholds, lists, figures, rules with their standing, and conclusions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.questionnaire.asking import NOWHERE, Citations, Scope
from app.questionnaire.expression import ALWAYS, Formula

if TYPE_CHECKING:
    import datetime as dt

    from app.questionnaire.source import Where

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


STATES = ("in_force", "not_enforced", "stayed", "pending", "not_confirmed", "ended")


TONES = ("required", "depends", "none", "open")


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
    since: dt.date | None = None
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
