"""Which fields each kind of entry has, and the reader of each: the format as a table.

docs/questionnaire-format.md says the same in words, and a test holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.questionnaire import definition as d
from app.questionnaire import readers as r
from app.questionnaire.extent import EXTENTS
from app.questionnaire.fields import CITED, Schema
from app.questionnaire.register_schema import REGISTERS
from app.questionnaire.upkeep import MOVED

if TYPE_CHECKING:
    from collections.abc import Mapping


_edition = Schema(
    d.Edition,
    {
        "id": r.text,
        "covers_from": lambda p: p.date(),
        "read_on": lambda p: p.date(),
        "concludes_from": lambda p: p.date(),
    },
    ("id", "covers_from", "read_on"),
).read

_period = Schema(
    lambda **f: d.Period(f.pop("from"), **f),
    {"from": lambda p: p.date(), "says": r.text},
    ("from", "says"),
).read

ABOUT = Schema(
    d.Folder,
    {
        "title": r.text,
        "uses": r.words,
        "regime": r.text,
        "edition": _edition,
        "coverage": r.many(_period),
        "planned": r.text,
        "until": r.text,
        "kept_for": r.text,
        "kept_to_year_end": r.truth,
        "authority": r.text,
        "caution": r.text,
    },
    ("title",),
)

_case = Schema(d.Case, {"when": r.formula, "value": r.formula}, ("value",)).read
_reading = Schema(
    d.Reading,
    {"name": r.text, "value": r.formula, "because": r.text, **CITED},
    ("name", "value"),
).read
_standing = Schema(
    lambda **f: d.Standing(f.pop("from"), f.pop("is"), **f),
    {"from": lambda p: p.date(), "is": r.one_of(d.STATES), "note": r.text, **CITED},
    ("from", "is"),
).read
_outcome = Schema(
    d.Outcome,
    {
        "value": r.text,
        "says": r.text,
        "when": r.formula,
        "tone": r.one_of(d.TONES),
        "because": r.text,
    },
    ("value", "says"),
).read
_region = Schema(
    d.Region,
    {
        "label": r.text,
        "style": r.text,
        "x_from": r.text,
        "x_below": r.text,
        "y_from": r.text,
        "y_below": r.text,
    },
    ("label",),
).read

ENTRIES: Mapping[str, Schema] = {
    "groups": Schema(
        d.Group,
        {
            "plural": r.text,
            "key": r.text,
            "title": r.text,
            "one": r.text,
            "name": r.text,
            "complete": r.text,
            "inside": r.text,
            "belongs_to": r.texts,
        },
        ("plural", "key", "title", "one", "name", "complete"),
    ),
    "sections": Schema(
        d.Section,
        {"title": r.text, "order": r.number, "within": r.text, "of": r.scope, "intro": r.text},
        ("title", "order"),
    ),
    "questions": Schema(
        d.Question,
        {
            "section": r.text,
            "of": r.scope,
            "kind": r.one_of(d.KINDS_OF_QUESTION),
            "ask": r.text,
            "help": r.text,
            "find": r.text,
            "example": r.text,
            "fact": r.text,
            "options": r.options,
            "none": r.text,
            "unit": r.text,
            "least": r.number,
            "most": r.number,
            "rows": r.rows,
            "whole_when": r.formula,
            "group": r.text,
            "ask_when": r.formula,
            "otherwise": r.text,
            "printed": r.truth,
            "personal": r.truth,
            "order": r.number,
            **CITED,
        },
        ("section", "kind", "ask"),
    ),
    "countries": Schema(d.Country, {"name": r.text, "also": r.words}, ("name",)),
    "parameters": Schema(
        d.Parameter,
        {"title": r.text, "unit": r.text, "values": r.by_date(r.number), **CITED},
        ("title", "values"),
    ),
    "sets": Schema(
        d.WordSet,
        {
            "title": r.text,
            "values": r.by_date(r.words),
            "combine": r.words,
            "less": r.words,
            "plus": r.words,
            "minus": r.words,
            **CITED,
        },
        ("title",),
    ),
    "figures": Schema(
        d.Figure,
        {
            "of": r.scope,
            "title": r.text,
            "unit": r.text,
            "value": r.formula,
            "choose": r.many(_case),
            "digits": r.whole,
            "because": r.text,
            "second_reading": _reading,
            **CITED,
        },
        ("title",),
    ),
    "rules": Schema(
        d.Rule,
        {
            "of": r.scope,
            "kind": r.one_of(d.KINDS_OF_RULE),
            "entry": r.text,
            "title": r.text,
            "when": r.elements,
            "unless": r.words,
            "because": r.text,
            "but": r.text,
            "status": r.many(_standing),
            "reading": r.text,
            "unverified": r.text,
            **CITED,
        },
        ("kind", "title", "when", "cites"),
    ),
    "determinations": Schema(
        lambda **f: d.Determination(since=f.pop("from", None), **f),
        {
            "of": r.scope,
            "section": r.text,
            "kind": r.one_of(d.KINDS_OF_DETERMINATION),
            "title": r.text,
            "wanted_when": r.formula,
            "from": lambda p: p.date(),
            "outcomes": r.many(_outcome),
            **CITED,
        },
        ("section", "kind", "title", "outcomes"),
    ),
    "contradictions": Schema(
        d.Contradiction,
        {
            "of": r.scope,
            "when": r.formula,
            "answered": r.words,
            "unsettles": r.truth,
            "says": r.text,
            "look_at": r.words,
        },
        ("when", "says", "look_at"),
    ),
    "actions": Schema(
        d.Action,
        {
            "of": r.scope,
            "when": r.formula,
            "do": r.text,
            "owner": r.text,
            "due": r.text,
            "because": r.text,
            **CITED,
        },
        ("when", "do"),
    ),
    "controls": Schema(
        d.Control,
        {
            "of": r.scope,
            "part": r.one_of(d.PARTS_OF_PLAN),
            "module": r.text,
            "order": r.number,
            "when": r.formula,
            "requirement": r.text,
            "what": r.text,
            "status": r.text,
            "owner": r.text,
            "evidence": r.text,
            "test": r.text,
            "frequency": r.text,
            **CITED,
        },
        ("part", "requirement", "what"),
    ),
    "planes": Schema(
        d.Plane,
        {"of": r.scope, "title": r.text, "x": r.text, "y": r.text, "regions": r.many(_region)},
        ("title", "x", "y", "regions"),
    ),
    "sources": Schema(
        d.Source,
        {"title": r.text, "edition": r.text, "url": r.text, "note": r.text},
        ("title",),
    ),
    **EXTENTS,
    **REGISTERS,
    **MOVED,
}
"""Top-level field to the schema of its entries; each entry is named by its id."""

PLAIN = ("units", "glossary")
"""Top-level fields that go from name to text."""

TOP_LEVEL = ("about", *ENTRIES, *PLAIN)

CASE_FIELDS = ("case", "source", "day", "answers", "complete", "expect", "settled_by")
