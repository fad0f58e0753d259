"""Answers: one flat frozen map from address to what a person said.

An answer is None ("I don't know yet"), a truth, a number, a text, a tuple of words, or a
mapping from row to number, "none" or None.  An address without an entry is unanswered.
An answer may have companions at ``<address>.source`` and ``<address>.checked_by``.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.questionnaire.definition import NUMERIC_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.questionnaire.definition import Question, Questionnaire

Cell = float | str | None
Answer = bool | float | str | tuple[str, ...] | Mapping[str, Cell] | None
Answers = Mapping[str, Answer]

COMPANIONS = ("source", "checked_by")
NO_ANSWERS: Answers = MappingProxyType({})
NOT_OFFERED = "none"
NOT_KNOWN_WORDS = "not known"


class AnswerError(ValueError):
    """An answer does not fit its question; says what fits."""


def with_answer(answers: Answers, address: str, answer: Answer) -> Answers:
    """The answers with one more, or another one."""
    return MappingProxyType({**answers, address: answer})


def without_answer(answers: Answers, address: str) -> Answers:
    """The answers with one taken back."""
    return MappingProxyType({at: each for at, each in answers.items() if at != address})


def members_of(
    questionnaire: Questionnaire, answers: Answers
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each group's plural with the keys of its members, in the order of the definition."""
    plurals = [group.plural for group in questionnaire.groups.values()]
    return tuple((plural, keys_at(answers, plural)) for plural in plurals)


def keys_at(answers: Answers, plural: str) -> tuple[str, ...]:
    """The keys of a group's members."""
    keys: object = answers.get(plural)
    if not isinstance(keys, tuple):
        return ()
    # Each once, and none that would make an address ambiguous.
    return tuple(dict.fromkeys(key for key in keys if _is_key(key)))


def _is_key(key: object) -> bool:
    return isinstance(key, str) and key != "" and "." not in key


def next_key(answers: Answers, plural: str, letter: str) -> str:
    """A key that was never given in these answers, not even to a member since removed."""
    used = {part for address in answers for part in address.split(".")}
    used |= set(keys_at(answers, plural))
    for answer in answers.values():  # an answer may still name who was removed
        used |= {answer} if isinstance(answer, str) else set()
        used |= set(answer) if isinstance(answer, tuple) else set()
    number = 1
    while f"{letter}{number}" in used:
        number += 1
    return f"{letter}{number}"


def addresses(questionnaire: Questionnaire, answers: Answers) -> Iterator[tuple[str, str]]:
    """The addresses that hold answers to questions, each with the question's id."""
    for address in answers:
        name = address.rpartition(".")[2]
        if name in questionnaire.questions:
            yield address, name


def keys_in(address: str) -> tuple[str, ...]:
    """The keys of an address: ``items.i1.destinations.d1.x`` has i1 and d1."""
    return tuple(address.split(".")[1:-1:2])


def is_blank_table(answer: Answer) -> bool:
    """Whether a table answer says nothing at all."""
    return isinstance(answer, Mapping) and all(cell is None for cell in answer.values())


def from_words(question: Question, written: object) -> Answer:
    """The answer that a worked case or an author writes as words.

    Raises:
        AnswerError: the words do not answer the question.
    """
    if written == NOT_KNOWN_WORDS:
        return None
    if isinstance(written, Mapping):
        return _table_from_words(question, written)
    if isinstance(written, tuple):
        return _several(tuple(map(str, written)), question)
    word = str(written)
    if question.kind == "yes_no":
        return _one_of(word, {"yes": True, "no": False}, question)
    if question.kind in NUMERIC_KINDS:
        return _number(word, question)
    if question.kind in ("some_of", "members"):
        return _several(() if word == NOT_OFFERED else (word,), question)
    if question.kind == "one_of":
        return _one_of(word, {option.id: option.id for option in question.options}, question)
    return _date(word, question) if question.kind == "date" else word


def _several(words: tuple[str, ...], question: Question) -> Answer:
    if question.kind not in ("some_of", "members", "file"):
        message = f"{question.id} takes one answer, not a list"
        raise AnswerError(message)
    if question.kind == "some_of":
        options = {option.id: option.id for option in question.options}
        return tuple(str(_one_of(word, options, question)) for word in words)
    return words


def _date(word: str, question: Question) -> str:
    try:
        return dt.date.fromisoformat(word).isoformat()
    except ValueError as error:
        message = f"{question.id} takes a date like 2027-04-06, not {word!r}"
        raise AnswerError(message) from error


def _table_from_words(question: Question, written: Mapping[str, object]) -> Answer:
    rows = {row.id for row in question.rows}
    wrong = sorted(set(written) - rows)
    if question.kind != "table" or wrong:
        message = f"{question.id} has no row {', '.join(wrong) or 'at all'}"
        raise AnswerError(message)
    cells = {row: _cell(question, str(cell)) for row, cell in written.items()}
    return MappingProxyType(cells)


def _cell(question: Question, word: str) -> Cell:
    if word in (NOT_OFFERED, NOT_KNOWN_WORDS):
        return NOT_OFFERED if word == NOT_OFFERED else None
    return _number(word, question)


def _number(word: str, question: Question) -> float:
    try:
        number = float(word.removesuffix(question.unit).strip())
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        message = f"{question.id} takes a number, not {word!r}"
        raise AnswerError(message)
    return number


def _one_of(word: str, known: Mapping[str, bool | str], question: Question) -> bool | str:
    if word not in known:
        message = f"{question.id} takes {', '.join(known)}, not {word!r}"
        raise AnswerError(message)
    return known[word]
