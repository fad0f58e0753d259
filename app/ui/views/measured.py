"""The comparisons of figures with limits: where they stand is found once for a layout."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from app.assessment.distance import distance
from app.assessment.law import TEXT
from app.questionnaire import expression as x

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.code import Code
    from app.assessment.distance import Distance
    from app.assessment.evaluation import Evaluation
    from app.assessment.layout import Layout


def measured(evaluation: Evaluation) -> Iterator[tuple[tuple[str, ...], Distance]]:
    """Every comparison of a rule's elements with a limit: keys and distance."""
    for keys, code in _comparisons(evaluation.layout):
        found = distance(evaluation, code)
        if found is not None:
            yield keys, found


@lru_cache(maxsize=8)
def _comparisons(layout: Layout) -> tuple[tuple[tuple[str, ...], Code], ...]:
    rules = layout.law.questionnaire.rules
    return tuple(
        (instance.keys, code)
        for instance in layout.instances
        if instance.id in rules and instance.view in ("", TEXT)
        for part in instance.codes
        for code in _within(part)
    )


def _within(code: Code) -> Iterator[Code]:
    if isinstance(code.tree, x.Compare) and isinstance(code.tree.right, x.Name):
        yield code
    for part in code.parts:
        yield from _within(part)
