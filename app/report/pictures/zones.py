"""Rooms inside rooms: each border is a door, and the words inside say what the door asks for."""

from dataclasses import dataclass

from app.report.pictures import svg
from app.report.pictures.svg import NAVY, SOFT, Picture

_FILLS = ("#ffffff", "#f7f8fa", "#e9eef5", "#d3deeb")
_LINE, _INSET, _GAP = 10.0, 8.0, 7.0


@dataclass(frozen=True, slots=True)
class Zone:
    """A room, what it asks for and holds, and the rooms inside it."""

    name: str
    notes: tuple[str, ...] = ()
    inside: tuple["Zone", ...] = ()


def _words(zone: Zone, width: float) -> list[str]:
    """The notes of a zone in lines that fit it."""
    room = width - 2 * _INSET
    return [part for note in zone.notes for part in svg.wrapped(note, room, 7.2, 3)]


def _inner_width(zone: Zone, width: float) -> float:
    count = len(zone.inside) or 1
    return (width - 2 * _INSET - _GAP * (count - 1)) / count


def _height(zone: Zone, width: float) -> float:
    """How high a zone must be for its words and the highest zone inside it."""
    words = 18 + _LINE * len(_words(zone, width)) + 6
    inner = _inner_width(zone, width)
    deepest = max((_height(each, inner) for each in zone.inside), default=0.0)
    return words + (deepest + _INSET if zone.inside else 0)


def _drawn(zone: Zone, area: svg.Rect, depth: int) -> list[str]:
    """A zone and all inside it; edges grow heavier inwards."""
    x, y, w, h = area
    edge, weight, dash = (SOFT, 0.7, "3 2") if depth == 0 else (NAVY, 0.4 + 0.5 * depth, "")
    words = _words(zone, w)
    parts = [svg.rect(area, _FILLS[min(depth, len(_FILLS) - 1)], edge, weight, dash)]
    parts.append(
        svg.text(x + _INSET, y + 13, svg.wrapped(zone.name, w - 2 * _INSET, 8, 1)[0], 8, weight=600)
    )
    parts += [
        svg.text(x + _INSET, y + 24 + _LINE * at, each, 7.2, fill=SOFT)
        for at, each in enumerate(words)
    ]
    inner, top = _inner_width(zone, w), y + 24 + _LINE * len(words)
    for at, each in enumerate(zone.inside):
        left = x + _INSET + at * (inner + _GAP)
        parts += _drawn(each, (left, top, inner, y + h - _INSET - top), depth + 1)
    return parts


def _said(zone: Zone, within: str = "") -> str:
    """A zone and those inside it, in sentences."""
    where = f", inside {within}" if within else ""
    notes = f": {'; '.join(zone.notes)}" if zone.notes else ""
    return " ".join((f"{zone.name}{where}{notes}.", *(_said(z, zone.name) for z in zone.inside)))


def draw(outermost: Zone) -> Picture:
    """The picture, with its alternative text."""
    height = _height(outermost, svg.WIDTH - 1)
    alt = f"Plan of zones, one inside the other. {_said(outermost)}"
    return svg.picture(height + 1, alt, _drawn(outermost, (0.5, 0.5, svg.WIDTH - 1, height), 0))
