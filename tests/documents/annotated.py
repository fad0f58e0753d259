"""Marks put on a document as a reader's program does: highlights, notes, free text, replies."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String


def box_of(raw: bytes, words: str, after: int = 0) -> tuple[int, tuple[float, ...]]:
    """The first page from one on, and the box, on which words stand."""
    document = pypdfium2.PdfDocument(raw)
    try:
        for number in range(after, len(document)):
            text = document[number].get_textpage()
            found = text.search(words).get_next()
            if found is not None:
                boxes = [text.get_charbox(at) for at in range(found[0], sum(found))]
                left, bottom, right, top = zip(*boxes, strict=True)
                return number, (min(left), min(bottom), max(right), max(top))
    finally:
        document.close()
    raise AssertionError(f"{words} stands on no page")


def annotation(kind: str, box: tuple[float, ...], words: str, **more: Any) -> Dictionary:  # noqa: ANN401
    left, bottom, right, top = box
    found = Dictionary(
        Type=Name.Annot,
        Subtype=Name(f"/{kind}"),
        Rect=Array(box),
        Contents=String(words),
        T=String("C. Counsel"),
        M=String("D:20260703101500+00'00"),
        **more,
    )
    if kind in ("Highlight", "StrikeOut", "Underline"):
        found.QuadPoints = Array([left, top, right, top, left, bottom, right, bottom])
    return found


def with_marks(raw: bytes, *marks: tuple[int, Dictionary]) -> bytes:
    """The file with annotations; one that replies to the mark before it says so with IRT = 1."""
    with pikepdf.open(BytesIO(raw)) as file:
        before = None
        for page, mark in marks:
            made = file.make_indirect(mark)
            if "/IRT" in made:
                made.IRT = before
            else:
                before = made
            obj = file.pages[page].obj
            obj.Annots = Array([*obj.get("/Annots", Array()), made])
        out = BytesIO()
        file.save(out)
    return out.getvalue()
