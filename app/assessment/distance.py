"""How far a figure is from the limit that it is held against."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.assessment.printing import NOT_KNOWN, printed, printed_number
from app.assessment.values import Span, Value
from app.questionnaire import expression as x

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from app.assessment.code import Code
    from app.assessment.evaluation import Evaluation
    from app.assessment.layout import Layout
    from app.questionnaire.definition import Citations


@dataclass(frozen=True, slots=True)
class Distance:
    """A figure against a limit: both as numbers in the unit, and in words.

    ``ratio`` is figure by limit, None where the figure is not known or the limit is 0.
    """

    figure: str
    title: str
    value: float | Span | None
    op: str
    limit: float
    limit_title: str
    unit: str
    words: str
    ratio: float | None
    cites: Citations = ()


def distance(evaluation: Evaluation, code: Code) -> Distance | None:
    """The distance of a comparison of a figure or answer with a dated limit."""
    tree = code.tree
    if not (isinstance(tree, x.Compare) and isinstance(tree.right, x.Name)):
        return None
    parameter = evaluation.questionnaire.parameters.get(tree.right.id)
    limit = code.parts[1].run(evaluation.values)
    if parameter is None or not isinstance(limit, float):
        return None
    value = code.parts[0].run(evaluation.values)
    name = tree.left.id if isinstance(tree.left, x.Name) else ""
    q = evaluation.questionnaire
    thing = q.figures.get(name) or q.questions.get(name)
    title = getattr(thing, "fact", "") or getattr(thing, "title", "") or name
    exact = value if isinstance(value, float) else None
    return Distance(
        figure=name,
        title=title,
        value=value if isinstance(value, (float, Span)) else None,
        op=tree.op,
        limit=limit,
        limit_title=parameter.title,
        unit=parameter.unit,
        words=_words(evaluation, name, value, limit),
        ratio=exact / limit if exact is not None and limit else None,
        cites=parameter.cites,
    )


def _words(evaluation: Evaluation, name: str, value: Value, limit: float) -> str:
    """``15,832 TPP, 11,032 above 4,800``."""
    q = evaluation.questionnaire
    if not isinstance(value, float):
        known = printed(q, name, value) if isinstance(value, Span) else NOT_KNOWN
        return f"{known}, against {printed_number(limit, 4)}"
    gap = value - limit
    side = "above" if gap > 0 else "below"
    if gap == 0:
        return f"{printed(q, name, value)}, exactly at the limit"
    return f"{printed(q, name, value)}, {printed_number(abs(gap), 4)} {side} {printed_number(limit, 4)}"


def distances(evaluation: Evaluation) -> Iterator[tuple[tuple[str, ...], str, Distance]]:
    """Every comparison of a rule's elements with a limit: keys, rule id, distance."""
    for keys, name, code in _comparisons(evaluation.layout):
        found = distance(evaluation, code)
        if found:
            yield keys, name, found


@lru_cache(maxsize=32)
def _comparisons(layout: Layout) -> tuple[tuple[tuple[str, ...], str, Code], ...]:
    """Every comparison with a dated limit in the rules, whatever the answers are."""
    rules = layout.law.questionnaire.rules
    return tuple(
        (instance.keys, instance.id, found)
        for instance in layout.instances
        if instance.id in rules and instance.view in ("", "text")
        for code in instance.codes
        for found in _within(code, layout.law.questionnaire.parameters)
    )


def _within(code: Code, parameters: Container[str]) -> Iterator[Code]:
    tree = code.tree
    limit = tree.right if isinstance(tree, x.Compare) else None
    if isinstance(limit, x.Name) and limit.id in parameters:
        yield code
    for part in code.parts:
        yield from _within(part, parameters)
