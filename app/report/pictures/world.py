"""The world map: each country in the class that the caller gave it, classes told apart in grey.

It knows no rule. A country without outline at this scale is a dot; one without class is drawn as
such and the legend says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from app.report.pictures import svg
from app.report.pictures.geography import Ring, Sheet, equal_earth, places, scan_hatch, shapes
from app.report.pictures.svg import INK, NAVY, OCHRE, PAPER, RED, Picture

_EDGE = "#5b6570"
_LEGEND_TOP = 260
_NO_CLASS = "No class given"


class Fill(Enum):
    """How a class is drawn: its colour and the hatches over it (step, slope, colour)."""

    SOLID = ("#3b4249", ())
    CROSS = ("#b9c8da", ((3.0, 1, NAVY), (3.0, -1, NAVY)))
    SINGLE = (svg.PALE_NAVY, ((3.0, 1, NAVY),))
    LEVEL = ("#f0d9ac", ((1.8, 0, OCHRE),))
    PALE = ("#f6f3ec", ())
    WHITE = (PAPER, ())


@dataclass(frozen=True, slots=True)
class Class:
    """A class of countries: its words and its drawing. A quiet one gets no dots and no list."""

    legend: str
    fill: Fill
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Pin:
    """A country that is named on the map; a strong one is what the document is about."""

    code: str
    label: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """Everything that the picture shows. Codes are ISO alpha-2; a shape without one goes by name."""

    title: str
    classes: tuple[tuple[str, Class], ...]
    of: Mapping[str, str]  # country code -> key of its class
    names: Mapping[str, str]  # country code -> the name that the alternative text says
    pins: tuple[Pin, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a country in a class that the legend does not have."""
        if strange := set(self.of.values()) - dict(self.classes).keys():
            raise ValueError(f"classes without a legend: {', '.join(sorted(strange))}")


@cache
def _sheet() -> Sheet:
    return Sheet(svg.WIDTH / (2 * equal_earth(180, 0)[0]) * 1.05, (svg.WIDTH / 2 - 8, 133))


def _shape_key(code: str) -> str | None:
    """The key of a country's shape; the code itself for a shape that goes by name."""
    place = places().get(code)
    return place.shape if place else code


def _drawn(rings: list[Ring], fill: Fill) -> str:
    """Rings of one class: fill and edge in one path, then the hatches."""
    d = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in rings)
    colour, hatches = fill.value
    over = (svg.path(scan_hatch(rings, s, slope), stroke=c) for s, slope, c in hatches)
    return svg.path(d, colour, _EDGE, 0.35) + "".join(over)


def _grouped(world: World) -> dict[str, list[Ring]]:
    """Rings by class; those of countries without a class under nothing."""
    by_shape = {_shape_key(code): key for code, key in world.of.items()}
    groups: dict[str, list[Ring]] = {key: [] for key in ("", *dict(world.classes))}
    for shape, rings in shapes(_sheet()).items():
        groups[by_shape.get(shape, "")] += rings
    return groups


def _dots(world: World) -> Iterable[str]:
    """The countries that are too small for an outline, in the colour of their class."""
    classes = dict(world.classes)
    for code, key in sorted(world.of.items()):
        place = places().get(code)
        if place and place.shape is None and not classes[key].quiet:
            x, y = _sheet().at(place.lon, place.lat)
            solid = classes[key].fill is Fill.SOLID
            yield svg.circle(x, y, 1.8, "#3b4249" if solid else NAVY, PAPER)


def _pins(world: World) -> Iterable[str]:
    """The named countries; strong ones choose their place first."""
    room = svg.Room((0, 4, svg.WIDTH, _LEGEND_TOP - 20))
    for pin in sorted(world.pins, key=lambda p: not p.strong):
        if (place := places().get(pin.code)) is None:
            continue
        x, y = _sheet().at(place.lon, place.lat)
        colour = RED if pin.strong else INK
        left, base = room.place(x, y, pin.label, 7.2, 12)
        end = left if left > x else left + svg.width_of(pin.label, 7.2)
        yield svg.line(x, y, end, base - 2.5, colour, 0.6)
        yield svg.circle(x, y, 2.6 if pin.strong else 1.7, colour)
        yield svg.tag(left, base, pin.label, 7.2, colour, 600 if pin.strong else 400)


def _legend(classes: list[Class]) -> Iterable[str]:
    """A sample and the words of each class, in two columns."""
    for at, each in enumerate(classes):
        x, y = (at % 2) * 246.0, _LEGEND_TOP + (at // 2) * 13.0
        box = [(x, y - 8), (x + 18, y - 8), (x + 18, y + 1), (x, y + 1), (x, y - 8)]
        yield _drawn([box], each.fill)
        yield svg.text(x + 23, y, svg.wrapped(each.legend, 218, 7.6, 1)[0], 7.6)


def alternative(world: World) -> str:
    """The picture in sentences: the countries of each class by name, quiet classes by number."""
    said = [f"{world.title}. World map in equal-area projection."]
    for key, each in world.classes:
        members = sorted(world.names.get(c, c) for c, k in world.of.items() if k == key)
        listed = f"{len(members)} countries" if each.quiet else ", ".join(members) or "none"
        said.append(f"{each.legend}: {listed}.")
    said += [f"Marked: {pin.label}." for pin in world.pins]
    return " ".join(said)


def draw(world: World) -> Picture:
    """The picture, with its alternative text."""
    groups = _grouped(world)
    legend = [each for _, each in world.classes]
    parts = [_drawn(groups[key], each.fill) for key, each in world.classes if groups[key]]
    if groups[""]:
        parts.insert(0, _drawn(groups[""], Fill.WHITE))
        legend.append(Class(_NO_CLASS, Fill.WHITE))
    parts += [*_dots(world), *_pins(world), *_legend(legend)]
    height = _LEGEND_TOP + 13 * ((len(legend) + 1) // 2) - 8
    return svg.picture(height, alternative(world), parts)
