"""A small library with something of everything in it, and strategies for answers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from app.store.values import Conclusions, Document, Exhibit, Note

if TYPE_CHECKING:
    from app.store.library import Library

START = dt.datetime(2026, 1, 5, 9, 30, tzinfo=dt.UTC)
NAME = "people.p1.name"
LAW = "rules:\n  - id: répéter\n"


def later(minutes: float) -> dt.datetime:
    return START + dt.timedelta(minutes=minutes)


def begin(library: Library, name: str = "Server for Penang") -> str:
    return library.assessments.create(name, START, "A. Sample", summary={"item": "Server"}).id


def conclusions(library: Library) -> Conclusions:
    determinations = [{"id": "chip.class", "of": {"item": "i1"}, "value": "met"}]
    return Conclusions(library.laws.put(LAW), ["2026-01-05"], determinations, "0.1.0")


def save_revision(library: Library, assessment: str, minutes: float = 5) -> int:
    kept = library.drafts.kept(assessment)
    return library.revisions.save(
        assessment, kept, conclusions(library), later(minutes), "A. Sample"
    ).number


def fill(library: Library) -> str:
    """An assessment that uses every table."""
    key = begin(library)
    drafts = library.drafts
    drafts.write(key, {"items": ("i1",), "items.i1.area": 814.0}, later(1), "A. Sample")
    drafts.write(key, {NAME: "Ann Example"}, later(2), "A. Sample", personal={NAME})
    drafts.write(key, {"items.i1.rate": {"fp8": 1979.0, "fp4": None}}, later(3), "A. Sample")
    library.evidence.attach(
        key,
        Exhibit("", "sheet.pdf", "application/pdf", 0, START, "/home/a/x"),
        b"%PDF",
        START,
        "A.",
    )
    save_revision(library, key)
    drafts.write(key, {"items.i1.area": None}, later(6), "B. Sample")
    drafts.undo(key, later(7), "B. Sample")
    library.documents.add(key, Document("memo", later(8), "ab" * 32, "memo.pdf", 1), "B. Sample")
    library.notes.put(key, Note("action", "a1", {"text": "ask"}, "B. Sample", START, "2026-02-01"))
    library.assessments.keep(key, "2031-12-31", None, later(9), "B. Sample")
    return key


text = st.text(
    st.characters(exclude_categories=())
    | st.sampled_from("\0\x01\x1f\x7f\u200f\u202e\u2028\ud800\udfff\ufeff😀عש<&'\"\\"),
    max_size=30,
)
numbers = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e299, max_value=1e299)
cells = st.none() | numbers | st.integers(-(10**20), 10**20) | text
answers = (
    st.none()
    | st.booleans()
    | st.integers(-(10**200), 10**200)
    | numbers
    | text
    | st.lists(text, max_size=5).map(tuple)
    | st.dictionaries(text, cells, max_size=5)
)
addresses = st.from_regex(r"[a-z_]{1,8}(\.[a-z]1\.[a-z_]{1,8}){0,2}", fullmatch=True)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | numbers | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=8,
)
