"""Section 6: sheets with their arithmetic, the distance to each limit, and the plane."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from app.assessment.distance import Distance, distances
from app.assessment.openness import upstream
from app.assessment.printing import UNIT_SIGNS, printed, printed_number
from app.assessment.values import Span
from app.report.blocks import Block, Figure, Gap, Heading, Paragraph, Section
from app.report.content.words import capital, cited, listed, named, sentence
from app.report.pictures import plane
from app.report.pictures.plane import Axis, Item, Plane, Region
from app.report.tables import AnyRow, Column, row, table, total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.calculation import Calculation
    from app.questionnaire.definition import Plane as Stated
    from app.questionnaire.definition import Region as StatedRegion
    from app.report.content.matter import Matter
    from app.report.pictures.svg import Picture

_SHEET = (
    Column("Step", 7),
    Column("Quantity", 39),
    Column("Arithmetic", 32, "x"),
    Column("Result", 22, "r"),
)
_MARGINS = (
    Column("Measure", 27),
    Column("Limit of", 25),
    Column("Value", 14, "r"),
    Column("Limit", 11, "r"),
    Column("Multiple", 10, "r"),
    Column("Margin", 13, "r"),
)


def numbers(matter: Matter) -> Section:
    """Section 6 of a memo."""
    if not matter.calculations:
        return Section("Calculations", (Gap("No calculation can be made.", _missing(matter)),))
    blocks: list[Block] = [
        Paragraph(
            "Each sheet is worked in the unit stated, from the facts named under it. Results are "
            "rounded for print only; limits are compared unrounded."
        )
    ]
    blocks += [_sheet(matter, each) for each in matter.calculations]
    if missing := _missing(matter):
        blocks.append(Gap("Not calculated.", missing))
    blocks += [Heading("Distance to each limit"), _margins(matter), *_planes(matter)]
    return Section("Calculations", tuple(blocks))


def _missing(matter: Matter) -> str:
    """The figures of which nothing is known, each with what it needs."""
    q, said = matter.q, []
    for figure in q.figures.values():
        known = any(
            (figure.id, keys) in matter.sheets for keys in matter.today.layout.keys_of(figure.of)
        )
        if figure.unit and not known:
            said.append(figure.title)
    head = f"Of these nothing is known yet: {listed(said, 40)}." if said else ""
    return head or "" if matter.calculations else head or "The questionnaire computes no figure."


def _sheet(matter: Matter, each: Calculation) -> Block:
    ref = matter.sheets[each.id, each.keys]
    scope = matter.q.figures[each.id].of
    members = named(matter, scope, each.keys)
    steps: list[AnyRow] = [
        row(str(n), capital(step.quantity), step.arithmetic or "–", step.result)
        for n, step in enumerate(each.steps, 1)
    ]
    last = total(str(len(steps) + 1), capital(each.title), "", each.result)
    title = f"Sheet {ref}. {capital(each.title)}" + (f": {members}" if members else "")
    return table(title, _SHEET, [*steps, last], look="calc", note=_note(matter, each), ref=ref)


def _note(matter: Matter, each: Calculation) -> str:
    """How it comes about, what it is taken from, and the result under a second reading."""
    said = [sentence(each.because) if each.because else ""]
    if refs := _inputs(matter, each):
        said.append(f"From {', '.join(refs)}.")
    if each.second_name:
        said.append(
            sentence(f"Second reading, {each.second_name}: {each.second_result}")
            + (f" {sentence(each.second_because)}" if each.second_because else "")
        )
    if places := "; ".join(filter(None, (cited(each.cites), cited(each.second_cites)))):
        said.append(f"{places}.")
    return " ".join(filter(None, said))


def _inputs(matter: Matter, each: Calculation) -> list[str]:
    layout = matter.today.layout
    index = layout.index(each.id, "", each.keys)
    found: list[str] = []
    for at in sorted(upstream(matter.today, index) - {index}):
        instance = layout.instances[at]
        if instance.id in matter.q.questions:
            address = matter.q.address(instance.id, instance.keys)
            ref = matter.opens.get(address) or matter.facts.get(address)
        else:
            ref = matter.sheets.get((instance.id, instance.keys))
        found += [str(ref)] if ref else []
    return list(dict.fromkeys(found))


# --- distances --------------------------------------------------------------------------------


def _distances(matter: Matter) -> Iterator[tuple[tuple[str, ...], str, Distance]]:
    """Every comparison that a rule of a regime at work makes with a limit."""
    rules = matter.q.rules
    return (each for each in distances(matter.today) if matter.concerns(rules[each[1]].folder))


def nearest(matter: Matter) -> list[tuple[tuple[str, ...], str, Distance]]:
    """Every comparison with a limit whose value is known, nearest first, each once."""
    seen: dict[tuple[tuple[str, ...], str, str], tuple[tuple[str, ...], str, Distance]] = {}
    for keys, rule, found in _distances(matter):
        if found.ratio is not None and found.ratio > 0:
            seen.setdefault((keys, found.figure, found.limit_title), (keys, rule, found))
    return sorted(seen.values(), key=lambda each: abs(math.log(each[2].ratio or 1)))


def open_distances(matter: Matter) -> list[tuple[tuple[str, ...], str, Distance]]:
    """Comparisons of a figure of which a part is known with a limit inside what it can be."""
    seen: dict[tuple[tuple[str, ...], str, str], tuple[tuple[str, ...], str, Distance]] = {}
    for keys, rule, found in _distances(matter):
        span = found.value
        if isinstance(span, Span) and span.low > 0 and span.low <= found.limit <= span.high:
            seen.setdefault((keys, found.figure, found.limit_title), (keys, rule, found))
    return list(seen.values())


def margin(found: Distance) -> str:
    """How far above or below its limit a value is, in per cent; short of two signs exactly."""
    part = ((found.ratio or 0) - 1) * 100
    if part == 0:
        return "at the limit"
    if abs(part) < 1:
        return f"{printed_number(part, 2)} %" if abs(part) >= 0.01 else "under 0.01 %"  # noqa: PLR2004
    return f"{'+' if part > 0 else ''}{printed_number(part, 0)} %"


def _margins(matter: Matter) -> Block:
    rows = [_margin(matter, *each) for each in nearest(matter)]
    for keys, rule, found in open_distances(matter):
        words = found.words.partition(", against")[0]
        name = _measure(matter, keys, rule, found)
        limit = printed_number(found.limit, 4)
        rows.append(row(name, capital(found.limit_title), words, limit, "?", "Not known"))
    return table(
        "Distance to each limit, nearest first",
        _MARGINS,
        rows,
        look="dense",
        nothing="No figure that is known is held against a limit.",
    )


def _margin(matter: Matter, keys: tuple[str, ...], rule: str, found: Distance) -> AnyRow:
    value = found.value if isinstance(found.value, float) else 0.0
    return row(
        _measure(matter, keys, rule, found),
        capital(found.limit_title),
        printed(matter.q, found.figure, value),
        printed_number(found.limit, 4),
        f"{printed_number(found.ratio or 0, 2)} ×",
        margin(found),
    )


def _measure(matter: Matter, keys: tuple[str, ...], rule: str, found: Distance) -> str:
    scope = matter.q.rules[rule].of
    ref = matter.sheets.get((found.figure, keys))
    name = named(matter, scope, keys)
    title = found.title or matter.q.rules[rule].name
    return f"{capital(title)}, {name}" + (f" ({ref})" if ref else "")


# --- the plane --------------------------------------------------------------------------------


def _planes(matter: Matter) -> Iterator[Block]:
    for stated in matter.q.planes.values():
        items = tuple(_items(matter, stated))
        if any(each.across is not None or each.upwards is not None for each in items):
            yield Figure(_drawn(matter, stated, items), stated.title)


def _items(matter: Matter, stated: Stated) -> Iterator[Item]:
    for keys in matter.today.layout.keys_of(stated.of):
        values = [matter.today.value(name, keys) for name in (stated.x, stated.y)]
        x, y = (v if isinstance(v, float) and v > 0 else None for v in values)
        notes = tuple(
            capital(printed(matter.q, name, value))
            for name, value in zip((stated.x, stated.y), values, strict=True)
        )
        if x is not None or y is not None:
            yield Item(named(matter, stated.of, keys), x, y, notes)


def _drawn(matter: Matter, stated: Stated, items: tuple[Item, ...]) -> Picture:
    regions = tuple(_region(matter, each) for each in stated.regions)
    across = [v for r in regions for v in r.across if v] + [i.across for i in items if i.across]
    upwards = [v for r in regions for v in r.upwards if v] + [i.upwards for i in items if i.upwards]
    return plane.draw(
        Plane(
            _axis(matter, stated.x, across),
            _axis(matter, stated.y, upwards),
            regions,
            (),
            items,
            "In none of these regions",
        )
    )


def _region(matter: Matter, stated: StatedRegion) -> Region:
    limits = matter.today.law.parameters

    def at(name: str) -> float | None:
        return limits.get(name) if name else None

    across = (at(stated.x_from), at(stated.x_below))
    return Region(
        stated.label, across, (at(stated.y_from), at(stated.y_below)), stated.style == "a"
    )


def _axis(matter: Matter, name: str, values: list[float]) -> Axis:
    figure = matter.q.figures[name]
    low, high = min(values, default=1.0) / 3, max(values, default=10.0) * 2
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    ticks = tuple(m * 10.0**d for d in decades for m in (1, 2, 5) if low <= m * 10.0**d <= high)
    unit = UNIT_SIGNS.get(figure.unit, figure.unit)
    return Axis(f"{capital(figure.title)} ({unit})", low, high, ticks)
