"""What the law reads in an answer: its value, or not known where it does not fit its question.

An answer may come from an older edition or a damaged file.  What is no answer to the
question (a word that is not offered, a number outside what is possible, a member that is
gone) is kept and printed as given, and read as not known: never as no.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from app.assessment.answers import NOT_OFFERED
from app.assessment.values import Span, Value
from app.questionnaire.definition import NUMERIC_KINDS, Question

if TYPE_CHECKING:
    from app.assessment.answers import Answer, Answers
    from app.questionnaire.definition import Questionnaire

_WHOLE = 100.0
_DOUBT = "?"
"""In the place of a row: a figure was given that the table has no place for."""
_LARGEST = 1.0e300
"""Beyond this no quantity is meant, and arithmetic would leave what a number can hold."""


def value_at(
    questionnaire: Questionnaire,
    members: Mapping[str, tuple[str, ...]],
    answers: Answers,
    address: str,
) -> Value:
    """What the law reads at an address: the answer there, or whether a group is whole."""
    head, _, name = address.rpartition(".")
    if name == "complete" and head in questionnaire.group_of_plural:
        return answers.get(address) is True
    question = questionnaire.questions[name]
    return value_of(question, answers.get(address), _known(questionnaire, members, question))


def _known(
    questionnaire: Questionnaire, members: Mapping[str, tuple[str, ...]], question: Question
) -> Collection[str]:
    """The words that answer the question."""
    if question.kind == "country":
        return questionnaire.countries.keys()
    if question.kind in ("member", "members"):
        keys = members[questionnaire.groups[question.group].plural]
        return (*keys, NOT_OFFERED) if question.kind == "member" else keys
    return ()


def value_of(question: Question, answer: Answer, known: Collection[str] = ()) -> Value:
    """What the law reads in an answer; ``known`` are the countries or members there are."""
    if question.kind == "table":
        return _table(question, answer)
    if question.kind in NUMERIC_KINDS:
        return _number(question, answer)
    if question.kind == "yes_no":
        return answer if isinstance(answer, bool) else None
    if isinstance(answer, tuple):
        return _several(question, answer, known)
    return _one(question, answer, known) if isinstance(answer, str) else None


def _one(question: Question, word: str, known: Collection[str]) -> Value:
    match question.kind:
        case "one_of":
            return word if any(word == option.id for option in question.options) else None
        case "country" | "member":
            return word if word in known else None
        case "date":
            return _day(word)
        case "text" | "file":
            return word
        case _:
            return None


def _several(question: Question, words: tuple[str, ...], known: Collection[str]) -> Value:
    if question.kind == "members":
        # Who was removed is left out; one that belongs nowhere would slip out of every rule,
        # so to belong nowhere is read as not known.
        return tuple(word for word in words if word in known) or None
    if question.kind == "some_of":
        # A word that is not offered any more may stand for one that is: no choice is no.
        offered = {option.id for option in question.options}
        return words if all(word in offered for word in words) else None
    return words if question.kind == "file" else None


def _day(word: str) -> str | None:
    """The date as it is compared, however it was written."""
    try:
        return dt.date.fromisoformat(word).isoformat()
    except ValueError:
        return None


def _number(question: Question, answer: object) -> float | Span:
    """The number, or what is known without one; a doubtful number is not relied on."""
    percentage = question.kind == "percentage"
    most = _WHOLE if percentage else math.inf if question.most is None else question.most
    is_number = isinstance(answer, (int, float)) and not isinstance(answer, bool)
    # Compared before it is made a float: a whole number may be too large for one.
    if is_number and question.least <= answer <= most and abs(answer) <= _LARGEST:  # type: ignore[operator, arg-type]
        return float(answer)  # type: ignore[arg-type]  # is_number says so
    return Span(question.least, _WHOLE if percentage else math.inf)


def _table(question: Question, answer: Answer) -> Value:
    given: Mapping[str, object] = answer if isinstance(answer, Mapping) else {}
    cells: dict[str, float | Span] = {}
    for row in question.rows:
        if given.get(row.id) != NOT_OFFERED:
            cells[row.id] = _number(question, given.get(row.id))
    if any(_is_doubtful(cells, row, cell) for row, cell in given.items()):
        cells[_DOUBT] = _number(question, None)
    return cells


def _is_doubtful(cells: Mapping[str, float | Span], row: str, cell: object) -> bool:
    """Whether a figure stands where none belongs, or is none."""
    return cell not in (None, NOT_OFFERED) and not isinstance(cells.get(row), float)


def is_closable(cells: Mapping[str, object]) -> bool:
    """Whether rows left empty may be read as "none": nothing that was given is doubtful."""
    return _DOUBT not in cells
