"""Which fields tabular law has: columns, entries, charts and catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.questionnaire import definition as d
from app.questionnaire import readers as r
from app.questionnaire.fields import CITED, Schema

if TYPE_CHECKING:
    from collections.abc import Mapping

_first = Schema(
    lambda **f: d.First(f.pop("in"), **f),
    {
        "in": r.text,
        "of": r.one_of(d.REACHES),
        "requirement": r.text,
        "because": r.text,
        **CITED,
    },
    ("in", "of", "requirement", "because"),
).read
_note = Schema(
    lambda **f: d.Note(f["in"], f["says"]), {"in": r.words, "says": r.text}, ("in", "says")
).read
_reads = Schema(
    d.Reads,
    {"question": r.text, "answer": r.text, "at_most": r.number, "says": r.text},
    ("question", "answer", "at_most", "says"),
).read

REGISTERS: Mapping[str, Schema] = {
    "columns": Schema(
        lambda **f: d.Column(place=f.pop("in", ""), since=f.pop("from", None), **f),
        {
            "title": r.text,
            "in": r.text,
            "parts": r.words,
            "rule": r.text,
            "from": lambda p: p.date(),
            "elsewhere": r.text,
            **CITED,
        },
        ("title",),
    ),
    "entries": Schema(
        d.Entry,
        {
            "all": r.split_words,
            "some": r.scoped,
            "open": r.text,
            "paragraphs": r.scoped,
            "partly": r.truth,
            "undivided": r.truth,
        },
    ),
    "charts": Schema(
        d.Chart,
        {
            "title": r.text,
            "destinations": r.text,
            "entries_read_on": lambda p: p.date(),
            "unlisted": r.text,
            "read_as": r.texts,
            "names": r.texts,
            "first": r.many(_first),
            "not_required": r.text,
            "notes": r.many(_note),
            **CITED,
        },
        ("title", "destinations", "not_required"),
    ),
    "catalogue": Schema(
        d.CatalogueColumn,
        {
            "answers": r.text,
            "words": r.texts,
            "also": r.texts,
            "enough": r.truth,
            "divided": r.truth,
            "divides": r.truth,
            "fixes": r.words,
            "states": r.ranges,
            "apart": r.number,
            "reads": _reads,
        },
    ),
    "catalogue_results": Schema(
        d.CatalogueResult,
        {
            "value": r.text,
            "order": r.number,
            "status": r.text,
            "determination": r.text,
            "remarks": r.words,
            "figures": r.texts,
            "thresholds": r.words,
            "assumes": r.texts,
            "bounds": r.nested,
            "undecidable": r.words,
            "not_looked_at": r.text,
        },
        ("value",),
    ),
}
"""What stands in ``*.register.yaml``."""
