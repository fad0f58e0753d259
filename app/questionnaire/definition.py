"""The checked definition: everything that the folders say, as frozen values.

The names of the fields are the names in the files (docs/questionnaire-format.md); a
field that is left out has the default that stands with it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from app.questionnaire.asking import (
    KINDS_OF_QUESTION,
    NOWHERE,
    NUMERIC_KINDS,
    Citation,
    Citations,
    Country,
    Edition,
    Extent,
    Folder,
    Group,
    Moved,
    Option,
    Period,
    Question,
    Row,
    Scope,
    Section,
    Source,
)
from app.questionnaire.duties import (
    PARTS_OF_PLAN,
    Action,
    Contradiction,
    Control,
)
from app.questionnaire.lawbook import (
    KINDS_OF_DETERMINATION,
    KINDS_OF_RULE,
    LOWERING,
    RAISING,
    STATES,
    TONES,
    Case,
    Determination,
    Element,
    Figure,
    Outcome,
    Parameter,
    Plane,
    Reading,
    Region,
    Rule,
    Standing,
    WordSet,
)
from app.questionnaire.register import (
    EVERYWHERE,
    NO_PLACE,
    REACHES,
    CatalogueColumn,
    CatalogueResult,
    Chart,
    Column,
    Entry,
    First,
    Note,
    Reads,
    Scoped,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.questionnaire.source import Where


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
    extents: Mapping[str, Extent]
    columns: Mapping[str, Column]
    entries: Mapping[str, Entry]
    charts: Mapping[str, Chart]
    catalogue: Mapping[str, CatalogueColumn]
    catalogue_results: Mapping[str, CatalogueResult]
    moved: Mapping[str, Moved]
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


__all__ = [
    "EVERYWHERE",
    "KINDS_OF_DETERMINATION",
    "KINDS_OF_QUESTION",
    "KINDS_OF_RULE",
    "LOWERING",
    "NOWHERE",
    "NO_PLACE",
    "NUMERIC_KINDS",
    "PARTS_OF_PLAN",
    "RAISING",
    "REACHES",
    "STATES",
    "TONES",
    "Action",
    "Case",
    "CatalogueColumn",
    "CatalogueResult",
    "Chart",
    "Citation",
    "Citations",
    "Column",
    "Contradiction",
    "Control",
    "Country",
    "Determination",
    "Edition",
    "Element",
    "Entry",
    "Figure",
    "First",
    "Folder",
    "Group",
    "Moved",
    "Note",
    "Option",
    "Outcome",
    "Parameter",
    "Period",
    "Plane",
    "Question",
    "Questionnaire",
    "Reading",
    "Reads",
    "Region",
    "Row",
    "Rule",
    "Scope",
    "Scoped",
    "Section",
    "Source",
    "Standing",
    "WordSet",
    "WorkedCase",
]
