"""What the figures of a section come to: value, arithmetic, and the distance to a limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.calculation import calculation
from app.assessment.distance import distances
from app.assessment.values import Span
from app.ui.views.words import capital

if TYPE_CHECKING:
    from app.assessment.calculation import Calculation
    from app.assessment.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure in large digits with its arithmetic below, and how far the nearest limit is."""

    title: str
    value: str
    arithmetic: str
    distance: str
    reached: bool
    second: str


def figures_of(evaluation: Evaluation, keys: tuple[str, ...]) -> tuple[FigureView, ...]:
    """The two figures that a plane shows, for one member."""
    for plane in evaluation.questionnaire.planes.values():
        if plane.of and keys in evaluation.layout.keys_of(plane.of):
            views = (figure_view(evaluation, name, keys) for name in (plane.x, plane.y))
            return tuple(view for view in views if view)
    return ()


def figure_view(evaluation: Evaluation, name: str, keys: tuple[str, ...]) -> FigureView | None:
    """One figure; nothing where nothing is known of it."""
    sheet = calculation(evaluation, name, keys)
    if not isinstance(sheet.value, (float, Span)):
        return None
    words, reached = _distance(evaluation, name, keys)
    second = ""
    if sheet.second_name and sheet.second_result != sheet.result:
        second = f"{sheet.second_result}, if read otherwise: {sheet.second_name}"
    return FigureView(
        title=capital(sheet.title),
        value=sheet.result,
        arithmetic=_arithmetic(sheet),
        distance=words,
        reached=reached,
        second=second,
    )


def _arithmetic(sheet: Calculation) -> str:
    """The last line of arithmetic that is more than a number."""
    lines = [step.arithmetic for step in sheet.steps if any(s in step.arithmetic for s in "×÷+−")]
    return lines[-1] if lines else ""


def _distance(evaluation: Evaluation, name: str, keys: tuple[str, ...]) -> tuple[str, bool]:
    """The highest limit that is reached, else the lowest that is not."""
    mine = [each for of, _, each in distances(evaluation) if each.figure == name and of == keys]
    known = [each for each in mine if each.ratio is not None and each.ratio > 0]
    over = [each for each in known if each.ratio is not None and each.ratio >= 1]
    if over:
        best = max(over, key=lambda each: each.limit)
        return best.words.partition(", ")[2], True
    under = min(known, key=lambda each: each.limit, default=None)
    return (under.words.partition(", ")[2] if under else ""), False
