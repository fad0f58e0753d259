"""What a conclusion can depend on: questions, figures, rules, thresholds and lists, by name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from app.questionnaire.names import formulas, names_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.questionnaire.definition import Questionnaire


@lru_cache(maxsize=4096)
def reach(questionnaire: Questionnaire, name: str) -> frozenset[str]:
    """Every id that the value of ``name`` can depend on, itself included."""
    seen: set[str] = set()
    queue = [name]
    while queue:
        at = queue.pop()
        if at not in seen:
            seen.add(at)
            queue.extend(_reads(questionnaire, at))
    return frozenset(seen)


def _reads(questionnaire: Questionnaire, name: str) -> Iterator[str]:
    for formula in formulas(questionnaire, name):
        yield from names_in(questionnaire, formula.tree)
    rule = questionnaire.rules.get(name)
    if rule:
        yield from rule.unless
    words = questionnaire.sets.get(name)
    if words:
        yield from (*words.combine, *words.less)
