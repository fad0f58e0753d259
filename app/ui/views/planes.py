"""The picture of an item's figures against the limits of rules, all of it from the definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.printing import UNIT_SIGNS, member_name, printed_number
from app.ui.kit.plane import Axis, Item, PlaneView, Region
from app.ui.views.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Plane
    from app.questionnaire.definition import Region as Stated

_ROOM = 4.0
_STYLES = {"a": ("required", False), "b": ("depends", True)}


def plane_of(evaluation: Evaluation, keys: tuple[str, ...]) -> PlaneView | None:
    """The picture for a member: None where none is stated or its first figure is not known."""
    for plane in evaluation.questionnaire.planes.values():
        if plane.of and keys in evaluation.layout.keys_of(plane.of):
            x = evaluation.value(plane.x, keys)
            y = evaluation.value(plane.y, keys)
            if isinstance(x, float) and x > 0:
                known = y if isinstance(y, float) and y > 0 else None
                name = member_name(evaluation, plane.of[0], keys[0])
                return _view(evaluation, plane, Item(name, x, known))
    return None


def _view(evaluation: Evaluation, plane: Plane, item: Item) -> PlaneView:
    limits = evaluation.law.parameters
    xs = {limits[n] for r in plane.regions for n in (r.x_from, r.x_below) if n}
    ys = {limits[n] for r in plane.regions for n in (r.y_from, r.y_below) if n}
    x = _axis(evaluation, plane.x, (v for v in xs if v), item.x)
    y = _axis(evaluation, plane.y, (v for v in ys if v), item.y)
    regions = tuple(_region(evaluation, region, x, y) for region in plane.regions)
    return PlaneView(x, y, regions, (item,), _sentence(plane, evaluation, item))


def _axis(
    evaluation: Evaluation, figure: str, limits: Iterable[float], value: float | None
) -> Axis:
    marks = sorted(limits)
    low = marks[0] / _ROOM if marks else 0.1
    high = (marks[-1] if marks else 1.0) * _ROOM
    if value:
        low, high = min(low, value / 2), max(high, min(value * 1.6, high * 4))
    stated = evaluation.questionnaire.figures[figure]
    ticks = tuple((mark, printed_number(mark)) for mark in _apart(marks, low, high))
    unit = UNIT_SIGNS.get(stated.unit, stated.unit)
    return Axis(low, high, ticks, unit or stated.title)


def _apart(marks: list[float], low: float, high: float) -> list[float]:
    """The limits whose numbers can stand beside each other without touching."""
    axis = Axis(low, high, (), "")
    kept: list[float] = []
    for mark in reversed(marks):
        if all(abs(axis.share(mark) - axis.share(other)) > 0.11 for other in kept):  # noqa: PLR2004
            kept.append(mark)
    return kept


def _region(evaluation: Evaluation, region: Stated, x: Axis, y: Axis) -> Region:
    limits = evaluation.law.parameters
    x0, x1 = limits.get(region.x_from) or x.low, limits.get(region.x_below) or x.high
    y0, y1 = limits.get(region.y_from) or y.low, limits.get(region.y_below) or y.high
    family, hatch = _STYLES.get(region.style, _STYLES["a"])
    low = (x0 * (x1 / x0) ** 0.06, y0 * (y1 / y0) ** 0.07)
    return Region(region.label, family, ((x0, y0, x1, y1),), low, hatch)


def _sentence(plane: Plane, evaluation: Evaluation, item: Item) -> str:
    figures = evaluation.questionnaire.figures
    x = f"{figures[plane.x].title} {printed_number(item.x)}"
    y = printed_number(item.y) if item.y is not None else "not known"
    return f"{capital(plane.title)}. {item.name}: {x}, {figures[plane.y].title} {y}."
