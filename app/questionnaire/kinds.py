"""The kinds of value that an expression can yield."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.questionnaire.units import ONE

if TYPE_CHECKING:
    from app.questionnaire.units import Powers

BARE_NUMBERS = frozenset({0.0, 1.0, 2.0, 100.0})
"""Numbers that may stand in an expression; every other number is a dated parameter."""


@dataclass(frozen=True, slots=True)
class Type:
    """A truth, number, word, list of words, table or anything (after a complaint)."""

    kind: str
    unit: Powers | None = None
    words: frozenset[str] | None = None


TRUTH = Type("truth")


NUMBER = Type("number", ONE)


ANYTHING = Type("anything")


DATE = Type("date")


TEXT = Type("word")
