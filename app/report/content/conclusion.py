"""Conclusions and open points as a document numbers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.law import PRACTICE, TEXT
from app.report.numbering import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.assessment.confidence import Confidence
    from app.assessment.determination import Determination
    from app.assessment.interview import Asked
    from app.questionnaire.definition import Determination as Stated


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A determination with the days on which it is asked, and how far it can be relied on."""

    stated: Stated
    found: Determination
    days: tuple[Determination, ...]
    confidence: Confidence
    regime: str
    open: tuple[str, ...]

    @property
    def changes(self) -> tuple[Determination, ...]:
        """The determinations of later days that differ from the first."""
        return tuple(each for each in self.days if not _same(each, self.found))


def _same(left: Determination, right: Determination) -> bool:
    return all(left.values(view) == right.values(view) for view in (TEXT, PRACTICE))


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A question without a known answer, and the conclusions that turn on it."""

    ref: Ref
    asked: Asked
    turns: tuple[Conclusion, ...]
    settles: bool


def numbered(letter: str, things: Iterable[str]) -> Mapping[str, Ref]:
    """A reference for each thing, in order, each once."""
    return {thing: Ref(letter, number) for number, thing in enumerate(dict.fromkeys(things), 1)}
