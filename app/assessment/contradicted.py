"""Contradictions that hold, and what they leave unsettled.

Answers that cannot all be true prove nothing: what rests on them is not determined while they
stand, whatever each of them alone would lead to.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from app.assessment.openness import upstream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.assessment.evaluation import Evaluation
    from app.assessment.layout import Layout
    from app.questionnaire.definition import Contradiction

Holding = tuple["Contradiction", tuple[str, ...]]


def holding(evaluation: Evaluation) -> Iterator[Holding]:
    """Every contradiction that holds, with the members that it holds for."""
    for stated in evaluation.questionnaire.contradictions.values():
        for keys in evaluation.layout.keys_of(stated.of):
            if evaluation.value(stated.id, keys) is True and _answered(evaluation, stated, keys):
                yield stated, keys


def _answered(evaluation: Evaluation, stated: Contradiction, keys: tuple[str, ...]) -> bool:
    """Whether one of the answers that must not be there is; also where it counts for nothing."""
    found = places(evaluation.layout, stated, stated.answered, keys)
    q, answers = evaluation.questionnaire, evaluation.answers
    given = any(answers.get(q.address(name, each)) is not None for name, each in found)
    return given or not stated.answered


def places(
    layout: Layout, stated: Contradiction, names: Iterable[str], keys: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The questions with their members; of a group that is not at hand, those of every member."""
    q = layout.law.questionnaire
    bound = {group: (key,) for group, key in zip(stated.of, keys, strict=True)}
    return tuple(
        (name, each)
        for name in names
        if name in q.questions
        for each in product(
            *(bound.get(g, layout.members[q.groups[g].plural]) for g in q.questions[name].of)
        )
    )


def unsettled(evaluation: Evaluation, index: int) -> bool:
    """Whether the value at ``index`` rests on an answer that a contradiction takes the ground of."""
    doubted = _doubted(evaluation)
    return bool(doubted) and not doubted.isdisjoint(upstream(evaluation, index))


@lru_cache(maxsize=16)
def _doubted(evaluation: Evaluation) -> frozenset[int]:
    """Where the answers stand that contradict each other and may settle nothing."""
    layout = evaluation.layout
    return frozenset(
        layout.index(name, "", each)
        for stated, keys in holding(evaluation)
        if stated.unsettles
        for name, each in places(layout, stated, stated.look_at, keys)
    )
