"""The plane: two quantities on logarithmic axes, regions of a rule, and the items in it.

It knows no rule. Regions, limits and marks are numbers that the caller took from the law's data.
An item whose second quantity is not known is a dashed line: it stands somewhere on it.
"""

import math
from dataclasses import dataclass

from app.report.pictures import svg
from app.report.pictures.svg import INK, NAVY, OCHRE, SOFT, Picture, Rect

_LEFT, _RIGHT, _TOP, _BOTTOM, _HEIGHT = 46.0, 382.0, 10.0, 226.0, 262.0
_KEY = _RIGHT + 8
_KEY_WIDTH = svg.WIDTH - _KEY


@dataclass(frozen=True, slots=True)
class Axis:
    """A logarithmic axis: its label, its ends and where its ticks are."""

    label: str
    low: float
    high: float
    ticks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of the plane; None is without limit on that side. Strong regions hatch close."""

    name: str
    across: tuple[float | None, float | None]
    upwards: tuple[float | None, float | None]
    strong: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A threshold drawn as a line from bottom to top, explained in the margin."""

    at: float
    name: str
    note: str
    dash: str = "5 3"


@dataclass(frozen=True, slots=True)
class Item:
    """A thing in the plane. Notes stand in the margin: its figures and multiples, as text."""

    name: str
    across: float | None
    upwards: float | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plane:
    """Everything that the picture shows."""

    across: Axis
    upwards: Axis
    regions: tuple[Region, ...]
    marks: tuple[Mark, ...]
    items: tuple[Item, ...]
    outside: str  # what lies in no region, in words


def _share(axis: Axis, value: float) -> float:
    """Where a value stands between the ends of an axis, held inside them."""
    part = math.log(max(value, 1e-12) / axis.low) / math.log(axis.high / axis.low)
    return min(max(part, 0), 1)


def _x(plane: Plane, value: float) -> float:
    return _LEFT + _share(plane.across, value) * (_RIGHT - _LEFT)


def _y(plane: Plane, value: float) -> float:
    return _BOTTOM - _share(plane.upwards, value) * (_BOTTOM - _TOP)


def _area(plane: Plane, region: Region) -> Rect:
    """The rectangle of a region, cut to the plotted range."""
    x1, x2 = (region.across[0] or plane.across.low), (region.across[1] or plane.across.high)
    y1, y2 = (region.upwards[0] or plane.upwards.low), (region.upwards[1] or plane.upwards.high)
    left, top = _x(plane, x1), _y(plane, y2)
    return left, top, _x(plane, x2) - left, _y(plane, y1) - top


def _ground(plane: Plane, region: Region) -> str:
    """Tint and hatch of a region."""
    area = _area(plane, region)
    if region.strong:
        return svg.rect(area, svg.PALE_NAVY) + svg.hatch(area, 5, "#9fb4cc", 0.35)
    return svg.rect(area, "#f6ecd9") + svg.hatch(area, 9, "#c9a86a", 0.45, falling=False)


def _edges(plane: Plane, region: Region) -> str:
    """The sides of a region that are limits; a side at the end of the sheet is none."""
    x, y, w, h = _area(plane, region)
    sides = (
        (region.across[0], (x, y, x, y + h)),
        (region.across[1], (x + w, y, x + w, y + h)),
        (region.upwards[0], (x, y + h, x + w, y + h)),
        (region.upwards[1], (x, y, x + w, y)),
    )
    colour = NAVY if region.strong else OCHRE
    return "".join(svg.line(*ends, colour, 0.9) for limit, ends in sides if limit is not None)


def _name(plane: Plane, region: Region, room: svg.Room) -> str:
    """The name of a region near its lower left corner, and the note under it if there is room."""
    x, y, w, h = _area(plane, region)
    colour = NAVY if region.strong else OCHRE
    size = 8.5 if svg.width_of(region.name, 8.5) + 10 <= w else 7.0
    note = region.note if svg.width_of(region.note, 7) + 10 <= w and h > 40 else ""  # noqa: PLR2004
    base = min(y + h - (20 if note else 8), y + h / 2 + 30)
    parts = [svg.tag(x + 6, base, region.name, size, colour)]
    room.taken.append((x + 3, base - size, svg.width_of(region.name, size) + 6, size + 16))
    if note:
        parts.append(svg.tag(x + 6, base + 11, note, 7, colour, 400))
    return "".join(parts)


def _frame(plane: Plane) -> list[str]:
    """Axes, ticks and their labels."""
    parts = [
        svg.line(_LEFT, _BOTTOM, _RIGHT, _BOTTOM, INK, 0.7),
        svg.line(_LEFT, _TOP, _LEFT, _BOTTOM, INK, 0.7),
    ]
    for v in plane.across.ticks:
        x = _x(plane, v)
        parts += [svg.line(x, _BOTTOM, x, _BOTTOM + 3)]
        parts += [svg.text(x, _BOTTOM + 12, f"{_said(v)}", 7, anchor="middle", fill=SOFT)]
    for v in plane.upwards.ticks:
        y = _y(plane, v)
        parts += [svg.line(_LEFT - 3, y, _LEFT, y)]
        parts += [svg.text(_LEFT - 6, y + 2.4, f"{_said(v)}", 7, anchor="end", fill=SOFT)]
    middle = (_TOP + _BOTTOM) / 2
    title = svg.text(
        (_LEFT + _RIGHT) / 2, _HEIGHT - 6, plane.across.label, 8, anchor="middle", weight=600
    )
    side = svg.text(12, middle, plane.upwards.label, 8, anchor="middle", weight=600, turn=-90)
    return [*parts, title, side]


def _off_scale(axis: Axis, value: float | None) -> bool:
    return value is not None and not axis.low <= value <= axis.high


def _item(plane: Plane, item: Item, room: svg.Room) -> str:
    """A dot, or a dashed line where one quantity is not known; nothing where both are not."""
    if item.across is None and item.upwards is None:
        return ""
    far = _off_scale(plane.across, item.across) or _off_scale(plane.upwards, item.upwards)
    words = f"{item.name}, off the scale" if far else item.name
    if item.across is None or item.upwards is None:
        return _unknown(plane, item, room, words)
    x, y = _x(plane, item.across), _y(plane, item.upwards)
    dot = (
        svg.path(f"M{x:.1f} {y - 5:.1f}l5 9h-10z", INK, svg.PAPER, 1)
        if far
        else svg.circle(x, y, 4.2)
    )
    return dot + svg.tag(*room.place(x, y, words, 8), words, 8)


def _unknown(plane: Plane, item: Item, room: svg.Room, words: str) -> str:
    """The dashed line on which an item with one unknown quantity stands."""
    if item.across is not None:
        x, y = _x(plane, item.across), (_TOP + _BOTTOM) / 2
        stroke = svg.line(x, _TOP, x, _BOTTOM, INK, 1.4, "4 2.5")
    else:
        x, y = (_LEFT + _RIGHT) / 2, _y(plane, item.upwards or plane.upwards.low)
        stroke = svg.line(_LEFT, y, _RIGHT, y, INK, 1.4, "4 2.5")
    words = f"{words}: somewhere on this line"
    return stroke + svg.tag(*room.place(x, y, words, 8, 4), words, 8)


def _margin(plane: Plane) -> list[str]:
    """The key to the lines, and each item's figures."""
    parts, y = [], _TOP + 8
    for mark in plane.marks:
        parts.append(svg.line(_KEY, y, _KEY + 16, y, INK, 0.9, mark.dash))
        parts.append(svg.text(_KEY + 20, y + 2.6, mark.name, 7.5, weight=600))
        for note in svg.wrapped(mark.note, _KEY_WIDTH - 20, 7):
            y += 9
            parts.append(svg.text(_KEY + 20, y + 2.5, note, 7, fill=SOFT))
        y += 17
    for item in plane.items:
        for name in svg.wrapped(item.name, _KEY_WIDTH, 7.5, 2):
            parts.append(svg.text(_KEY, y + 2.6, name, 7.5, weight=600))
            y += 10
        for note in item.notes:
            parts.append(svg.text(_KEY, y + 2.6, note, 7, fill=SOFT))
            y += 9
        y += 6
    return parts


def _limits(axis: Axis, limits: tuple[float | None, float | None]) -> str:
    """The limits of a region on one axis in words."""
    low, high = limits
    if low is None and high is None:
        return f"any {axis.label}"
    lower = [] if low is None else [f"of {_said(low)} or more"]
    upper = [] if high is None else [f"below {_said(high)}"]
    return f"{axis.label} {' and '.join(lower + upper)}"


def _said(value: float) -> str:
    """A number as it stands on paper."""
    return f"{value:,.10g}"


def _placed(plane: Plane, item: Item) -> str:
    """Where an item stands, in a sentence."""
    said = [
        f"{axis.label} {'not known' if value is None else f'{_said(value)}'}"
        + (" (off the scale)" if _off_scale(axis, value) else "")
        for axis, value in ((plane.across, item.across), (plane.upwards, item.upwards))
    ]
    return f"{item.name}: {', '.join(said)}. " + " ".join(f"{note}." for note in item.notes)


def alternative(plane: Plane) -> str:
    """The picture in sentences, from the same numbers."""
    across, upwards = plane.across, plane.upwards
    regions = [
        f"{r.name}: {_limits(across, r.across)}, {_limits(upwards, r.upwards)}."
        for r in plane.regions
    ]
    marks = [f"Line at {_said(m.at)}: {m.name}, {m.note}." for m in plane.marks]
    head = (
        f"Chart with logarithmic axes: {across.label} from {_said(across.low)} to {_said(across.high)} "
        f"across, {upwards.label} from {_said(upwards.low)} to {_said(upwards.high)} upwards."
    )
    items = [_placed(plane, item) for item in plane.items]
    return " ".join((head, *regions, *marks, *items))


def draw(plane: Plane) -> Picture:
    """The picture, with its alternative text."""
    room = svg.Room((_LEFT, _TOP, _RIGHT - _LEFT, _BOTTOM - _TOP))
    order = sorted(plane.regions, key=lambda region: region.strong)  # strong edges lie on top
    parts = [_ground(plane, region) for region in plane.regions]
    parts += _frame(plane)
    parts += [_edges(plane, region) for region in order]
    for mark in plane.marks:
        x = _x(plane, mark.at)
        parts.append(svg.line(x, _TOP, x, _BOTTOM, INK, 0.8, mark.dash))
    parts += [_name(plane, region, room) for region in plane.regions]
    if plane.outside:
        parts.append(svg.text(_LEFT + 10, _BOTTOM - 60, plane.outside, 8, fill=SOFT, weight=600))
    parts += [_item(plane, item, room) for item in plane.items]
    return svg.picture(_HEIGHT, alternative(plane), [*parts, *_margin(plane)])
