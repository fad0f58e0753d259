"""A cell of a catalogue read as an answer, or the complaint that tells its author what fits."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from app.assessment.answers import NOT_OFFERED
from app.questionnaire.definition import NUMERIC_KINDS

if TYPE_CHECKING:
    from app.questionnaire.definition import CatalogueColumn, Question, Questionnaire

Cell = float | bool | str | None
"""None is an empty cell: not known."""

_NUMBER = re.compile(r"\+?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_TRUTHS = {"yes": True, "no": False}
_LONGEST = 40
"""Letters of a cell that a complaint repeats, and that a number may have."""


class CellError(ValueError):
    """A cell does not fit its column."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def read_cell(questionnaire: Questionnaire, column: CatalogueColumn, text: str) -> Cell:
    """What a cell says.

    Raises:
        CellError: it says nothing that its column can hold.
    """
    said = text.strip()
    if not said:
        return None
    question = questionnaire.questions.get(column.answers.partition(".")[0])
    if question is None:
        counts = column.states or column.divides
        return _number(column.id, said, least=1.0 if column.divides else 0.0) if counts else None
    if column.words:
        return _word(column, said)
    return _answer(column.id, question, said)


def _word(column: CatalogueColumn, said: str) -> str:
    word = " ".join(said.casefold().split())
    if word not in column.words:
        raise CellError(column.id, f"{_short(said)} is none of {', '.join(column.words)}")
    return column.words[word]


def _answer(name: str, question: Question, said: str) -> Cell:
    if question.kind == "yes_no":
        if said.casefold() not in _TRUTHS:
            raise CellError(name, f"expected yes, no or nothing, not {_short(said)}")
        return _TRUTHS[said.casefold()]
    if question.kind == "table":
        if said.casefold() == NOT_OFFERED:
            return NOT_OFFERED
        return _number(name, said) or NOT_OFFERED
    if question.kind in NUMERIC_KINDS:
        number = _number(name, said)
        if number == 0 and question.least > 0:
            raise CellError(name, "must be above 0")
        return number
    return said


def _number(name: str, said: str, least: float = 0.0) -> float:
    readable = len(said) <= _LONGEST and _NUMBER.fullmatch(said)
    number = float(said) if readable else math.nan
    if not math.isfinite(number):
        raise CellError(name, f"expected a number, not {_short(said)}")
    if number < least:
        raise CellError(name, f"must be at least {least:g}, not {_short(said)}")
    return number


def _short(said: str) -> str:
    line = " ".join(said[: _LONGEST + 1].split())
    return repr(line if len(said) <= _LONGEST else f"{line[:_LONGEST]}...")
