"""The shapes of countries on a flat sheet, from the shipped TopoJSON, in Equal Earth projection.

Equal area, so that no country looks larger than it is. Borders are Natural Earth's and decide nothing.
"""

import json
import math
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from app.data import data_root

Point = tuple[float, float]
Ring = list[Point]

_TOO_SMALL = 1.2  # square points: a speck that no reader sees
_TOLERANCE = 0.45  # points: what may be left out of an outline
_HALF_TURN, _FULL_TURN = 180, 360


@dataclass(frozen=True, slots=True)
class Place:
    """Where a country is, and the key of its shape; none for a country too small to draw."""

    shape: str | None
    lon: float
    lat: float


def _read(name: str) -> Any:  # noqa: ANN401  # JSON of a file that ships with the program
    """A shipped file of the map."""
    return json.loads((data_root() / "resources" / "map" / name).read_text("utf-8"))


@cache
def places() -> dict[str, Place]:
    """Country code (ISO 3166 alpha-2) to place."""
    rows: dict[str, dict[str, Any]] = _read("places.json")
    return {code: Place(row["shape"], row["lon"], row["lat"]) for code, row in rows.items()}


def equal_earth(lon: float, lat: float) -> Point:
    """Longitude and latitude on the sheet (polynomial of Savric, Patterson and Jenny)."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(lat)))
    q = theta * theta
    stretch = 3 * (9 * a4 * q**4 + 7 * a3 * q**3 + 3 * a2 * q + a1)
    x = 2 * math.sqrt(3) * math.radians(lon) * math.cos(theta) / stretch
    return x, theta * (a4 * q**4 + a3 * q**3 + a2 * q + a1)


def _decoded(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a TopoJSON file in degrees: each point is given as a step from the one before."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * sx + tx, y * sy + ty))
        arcs.append(arc)
    return arcs


def _joined(arcs: list[Ring], indices: list[int]) -> Ring:
    """A ring from its arcs; an index below nought means the arc backwards."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return _unwrapped(ring)


def _unwrapped(ring: Ring) -> Ring:
    """A ring that crosses the date line goes on past 180 degrees and does not jump back."""
    out, shift, last = [], 0, ring[0][0]
    for lon, lat in ring:
        if abs(lon - last) > _HALF_TURN:
            shift += _FULL_TURN if lon < last else -_FULL_TURN
        last = lon
        out.append((lon + shift, lat))
    west = min(lon for lon, _ in out) < -_HALF_TURN
    return [(lon + _FULL_TURN, lat) for lon, lat in out] if west else out


def thinned(ring: Ring, tolerance: float = _TOLERANCE) -> Ring:
    """The ring without points that no reader could see at this size (Douglas and Peucker)."""
    keep, open_spans = {0, len(ring) - 1}, [(0, len(ring) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        far, at = max(
            ((_distance(ring[i], ring[first], ring[last]), i) for i in range(first + 1, last)),
            default=(0.0, 0),
        )
        if far > tolerance:
            keep.add(at)
            open_spans += [(first, at), (at, last)]
    return [ring[i] for i in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the line between two others."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    length = math.hypot(bx - ax, by - ay)
    if not length:
        return math.hypot(x - ax, y - ay)
    return abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length


def _area(ring: Ring) -> float:
    pairs = pairwise(ring)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """The scale of the map and where its middle is."""

    scale: float
    middle: Point

    def at(self, lon: float, lat: float) -> Point:
        """A place on the sheet."""
        x, y = equal_earth(lon, lat)
        return self.middle[0] + x * self.scale, self.middle[1] - y * self.scale


@cache
def shapes(sheet: Sheet) -> dict[str, tuple[Ring, ...]]:
    """Key of each country's shape (ISO number, or the name where it has none) to drawn rings."""
    topology = _read("countries-110m.json")
    arcs = _decoded(topology)
    found = {}
    for country in topology["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
        rings = [_joined(arcs, ring) for polygon in polygons for ring in polygon]
        drawn = (thinned([sheet.at(*point) for point in ring]) for ring in rings)
        if name != "Antarctica":
            found[country.get("id", name)] = tuple(r for r in drawn if _area(r) > _TOO_SMALL)
    return found


def scan_hatch(rings: list[Ring], step: float, slope: int) -> str:
    """Path data of a hatch inside rings: turned, cut line by line with every edge, turned back."""
    k = math.sqrt(0.5) if slope else 1.0
    rows: dict[int, list[float]] = {}
    for ring in rings:
        turned = [(k * (x + slope * y), k * (y - slope * x)) for x, y in ring]
        for (ax, ay), (bx, by) in pairwise(turned):
            low, high = sorted((ay, by))
            for i in range(math.ceil(low / step), math.ceil(high / step)):
                rows.setdefault(i, []).append(ax + (i * step - ay) / (by - ay) * (bx - ax))
    strokes = []
    for i, crossings in sorted(rows.items()):
        v, ordered = i * step, sorted(crossings)
        for u1, u2 in zip(ordered[::2], ordered[1::2], strict=False):
            if u2 - u1 > 0.25:  # noqa: PLR2004  # a shorter stroke is a dot of dirt
                strokes.append(
                    f"M{k * (u1 - slope * v):.1f} {k * (v + slope * u1):.1f}"
                    f"L{k * (u2 - slope * v):.1f} {k * (v + slope * u2):.1f}"
                )
    return "".join(strokes)
