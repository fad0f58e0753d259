"""The way from facts to a conclusion: columns of boxes and the links between them.

A box stands beside the middle of what leads to it where there is room, so nobody places it by hand.
"""

from dataclasses import dataclass
from enum import Enum

from app.report.pictures import svg
from app.report.pictures.svg import INK, NAVY, OCHRE, PALE_OCHRE, SOFT, Picture, Rect

_GAP, _HEAD, _LINE = 20.0, 17.0, 9.2


class Kind(Enum):
    """What a box says: its fill, edge and dash, and its word in the alternative text."""

    KNOWN = ("#f3f5f8", NAVY, "", "")
    UNKNOWN = (PALE_OCHRE, OCHRE, "3 2", "not known")
    CONCLUSION = (NAVY, NAVY, "", "conclusion")


@dataclass(frozen=True, slots=True)
class Box:
    """A statement with a key by which others name it as their source."""

    key: str
    head: str
    notes: tuple[str, ...] = ()
    kind: Kind = Kind.KNOWN
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A step of the way, from left to right."""

    title: str
    boxes: tuple[Box, ...]


def _lines(box: Box, width: float) -> tuple[list[str], list[str]]:
    """Head and notes of a box in lines that fit it."""
    notes = [part for note in box.notes for part in svg.wrapped(note, width - 8, 7, 3)]
    return svg.wrapped(box.head, width - 8, 7.6, 2), notes


def _height(box: Box, width: float) -> float:
    heads, notes = _lines(box, width)
    return 8 + _LINE * (len(heads) + len(notes)) + 2


def _placed(columns: tuple[Column, ...], width: float) -> dict[str, Rect]:
    """Where each box stands: as near the middle of its sources as those above it allow."""
    places: dict[str, Rect] = {}
    for at, column in enumerate(columns):
        y = _HEAD
        for box in column.boxes:
            height = _height(box, width)
            middles = [places[s][1] + places[s][3] / 2 for s in box.sources if s in places]
            wish = sum(middles) / len(middles) - height / 2 if middles else y
            top = max(y, wish)
            places[box.key] = (at * (width + _GAP), top, width, height)
            y = top + height + 8
    return places


def _box(box: Box, place: Rect) -> str:
    """A box with its words."""
    fill, edge, dash, _ = box.kind.value
    x, y, width, _ = place
    heads, notes = _lines(box, width)
    ink, soft = ("#fff", "#fff") if box.kind is Kind.CONCLUSION else (INK, SOFT)
    words = [
        svg.text(x + 5, y + 11 + _LINE * at, s, 7.6, fill=ink, weight=600)
        for at, s in enumerate(heads)
    ]
    under = y + 11 + _LINE * len(heads)
    words += [svg.text(x + 5, under + _LINE * at, s, 7, fill=soft) for at, s in enumerate(notes)]
    return svg.rect(place, fill, edge, 0.9 if dash else 0.7, dash) + "".join(words)


def _link(source: Rect, target: Rect, *, unknown: bool) -> str:
    """A line that runs right, up or down in the gap, and right again, with an arrow."""
    x1, y1 = source[0] + source[2], source[1] + source[3] / 2
    x2, y2 = target[0], target[1] + target[3] / 2
    colour, turn = (OCHRE, x2 - _GAP / 2) if unknown else (NAVY, x2 - _GAP / 2 - 2)
    way = svg.path(
        f"M{x1:.1f} {y1:.1f}H{turn:.1f}V{y2:.1f}H{x2 - 4:.1f}",
        "none",
        colour,
        0.8,
        "3 2" if unknown else "",
    )
    return way + svg.path(f"M{x2:.1f} {y2:.1f}l-5 -2.4v4.8z", colour)


def _said(box: Box, heads: dict[str, str]) -> str:
    """A box in a sentence: what it says, and from what it follows."""
    word = box.kind.value[3]
    notes = f", {', '.join(box.notes)}" if box.notes else ""
    from_ = (
        f", from {' and '.join(heads[s] for s in box.sources if s in heads)}" if box.sources else ""
    )
    return f"{box.head}{notes}{f' ({word})' if word else ''}{from_}."


def draw(columns: tuple[Column, ...]) -> Picture:
    """The picture, with its alternative text."""
    width = (svg.WIDTH - _GAP * (len(columns) - 1)) / len(columns)
    places = _placed(columns, width)
    boxes = [box for column in columns for box in column.boxes]
    kinds = {box.key: box.kind for box in boxes}
    links = [
        _link(places[s], places[b.key], unknown=Kind.UNKNOWN in (b.kind, kinds[s]))
        for b in boxes
        for s in b.sources
        if s in places
    ]
    titles = [
        svg.text(at * (width + _GAP), 9, column.title, 7.2, fill=SOFT, weight=600)
        for at, column in enumerate(columns)
    ]
    heads = {box.key: box.head for box in boxes}
    steps = [f"{c.title}: {' '.join(_said(b, heads) for b in c.boxes)}" for c in columns if c.boxes]
    alt = " ".join(("Flow from facts to conclusion.", *steps))
    height = max((y + h for _, y, _, h in places.values()), default=_HEAD) + 4
    return svg.picture(height, alt, [*links, *titles, *(_box(b, places[b.key]) for b in boxes)])
