"""Answers carried into a questionnaire whose ids have changed, with the reason for each.

Nothing is guessed: an answer goes where the questionnaire says its id went, is converted as it
says, or the question is asked again. What no question takes up is kept and counts for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.assessment.answers import COMPANIONS
from app.assessment.law_difference import content
from app.assessment.reading import value_of
from app.assessment.values import Span
from app.questionnaire.upkeep import words_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.assessment.answers import Answer, Answers
    from app.questionnaire.definition import Moved, Question, Questionnaire

_TRUTHS = {True: "yes", False: "no"}


class How(Enum):
    """What became of an answer; the value is how it is said and stored."""

    CARRIED = "carried"
    CONVERTED = "converted"
    ASKED_AGAIN = "asked again"
    KEPT = "kept, counts for nothing"


@dataclass(frozen=True, slots=True)
class Move:
    """What became of one answer, where it stands now ("" where it is asked again), and why."""

    address: str
    to: str
    how: How
    because: str

    def as_json(self) -> dict[str, str]:
        """As a revision keeps it."""
        return {
            "address": self.address,
            "to": self.to,
            "how": self.how.value,
            "because": self.because,
        }


@dataclass(frozen=True, slots=True)
class Carried:
    """Answers in the ids of a law; ``same`` counts those whose question stands as it stood."""

    answers: Answers
    moves: tuple[Move, ...]
    same: int
    places: Mapping[str, str]


class _Again(Exception):
    """The answer cannot be taken over; the message says why."""


def carried(
    questionnaire: Questionnaire,
    answers: Answers,
    unread: Collection[str] = (),
    before: Questionnaire | None = None,
) -> Carried:
    """Answers in the ids of a law, with what became of each that did not simply stay.

    ``unread`` are addresses of personal answers, which move without being read.  With the law
    they were given under, ``before``, a question that changed under the same id is noticed too.
    """
    carrying = _Carrying(questionnaire, before)
    found: dict[str, Answer] = {}
    moves: list[Move] = []
    places: dict[str, str] = {}
    taken: set[str] = set()
    # What stands at its place already is not pushed aside by an older answer that moves there.
    for address in sorted({*answers, *unread}, key=lambda at: (carrying.is_moving(at), at)):
        read = address in answers
        move, answer = carrying.move(address, answers.get(address), read=read)
        if move and move.to not in ("", address) and move.to in taken:
            because = "its new question has an answer of its own already"
            move = Move(address, address, How.KEPT, because)
            answer = answers.get(address)
        place = move.to if move else address
        places[address] = place
        taken.add(place)
        moves += [move] if move else []
        if place and read:
            found[place] = answer
    same = len(places) - len(moves)
    return Carried(MappingProxyType(found), tuple(moves), same, places)


class _Carrying:
    def __init__(self, questionnaire: Questionnaire, before: Questionnaire | None) -> None:
        self.q = questionnaire
        self.before = before

    def is_moving(self, address: str) -> bool:
        return _split(address)[1] in self.q.moved

    def move(self, address: str, answer: Answer, *, read: bool) -> tuple[Move | None, Answer]:
        """What becomes of one answer; None where it stays as it is."""
        head, name, companion = _split(address)
        try:
            if name in self.q.moved:
                return self._moved(address, self.q.moved[name], answer, read=read)
            if name in self.q.questions:
                because = "" if companion else self._changed(name, answer, read=read)
                return (Move(address, address, How.CARRIED, because) if because else None), answer
        except _Again as again:
            return Move(address, "", How.ASKED_AGAIN, str(again)), None
        if name in self.q.group_of_plural or head in self.q.group_of_plural or not name:
            return None, answer
        return Move(address, address, How.KEPT, "no question takes its place"), answer

    def _moved(
        self, address: str, moved: Moved, answer: Answer, *, read: bool
    ) -> tuple[Move | None, Answer]:
        head, name, companion = _split(address)
        if not moved.to:
            raise _Again(moved.because)
        question = self.q.questions[moved.to]
        plurals = [self.q.groups[group].plural for group in question.of]
        if head.split(".")[::2] != plurals and (head or plurals):
            raise _Again(f"{moved.to} is asked of each {' and '.join(question.of) or 'assessment'}")
        to = ".".join(part for part in (head, moved.to, companion) if part)
        if companion:
            return (Move(address, to, How.CARRIED, moved.because or _renamed(moved)), answer)
        if not read:
            if moved.values or moved.times is not None:
                raise _Again("an answer about a person is not read in order to convert it")
            return Move(address, to, How.CARRIED, moved.because or _renamed(moved)), None
        taken = _converted(question, moved, answer)
        if taken is not None and _does_not_fit(self.q, question, taken):
            raise _Again(f"it is no answer to {moved.to}")
        if name == moved.to and taken == answer:
            return None, answer
        how = How.CARRIED if taken == answer else How.CONVERTED
        return Move(address, to, how, moved.because or _renamed(moved)), taken

    def _changed(self, name: str, answer: Answer, *, read: bool) -> str:
        """Why the question is not the one that was answered, though its id is the same."""
        old = self.before.questions.get(name) if self.before else None
        new = self.q.questions[name]
        if old is None or content(old) == content(new):
            return ""
        if old.unit != new.unit:
            raise _Again(f"the question asks in {new.unit or 'plain numbers'} now")
        if read and answer is not None and _does_not_fit(self.q, new, answer):
            raise _Again("the question is answered in another way now")
        return "the question is worded otherwise now" if old.ask != new.ask else ""


def _split(address: str) -> tuple[str, str, str]:
    """``items.i1.area.source`` as ``items.i1``, ``area`` and ``source``."""
    head, _, name = address.rpartition(".")
    if name in COMPANIONS and head:
        head, _, question = head.rpartition(".")
        return head, question, name
    return head, name, ""


def _renamed(moved: Moved) -> str:
    return f"{moved.id} is {moved.to} now" if moved.id != moved.to else "its words were renamed"


def _converted(question: Question, moved: Moved, answer: Answer) -> Answer:
    """The answer in the words and the unit of the new question.

    Raises:
        _Again: the new question offers nothing that it could become.
    """
    if answer is None:
        return None
    if moved.times is not None:
        if isinstance(answer, bool) or not isinstance(answer, (int, float)):
            raise _Again("it is no number")
        return float(answer) * moved.times
    if isinstance(answer, Mapping):
        return {_word(question, moved, row): cell for row, cell in answer.items()}
    if isinstance(answer, tuple):
        return tuple(_word(question, moved, word) for word in answer)
    if isinstance(answer, (bool, str)) and moved.values:
        return _truth_or_word(question, _word(question, moved, _as_word(answer)))
    return answer


def _as_word(answer: bool | str) -> str:  # noqa: FBT001
    return _TRUTHS[answer] if isinstance(answer, bool) else answer


def _truth_or_word(question: Question, word: str) -> bool | str:
    return word == "yes" if question.kind == "yes_no" else word


def _word(question: Question, moved: Moved, word: str) -> str:
    if word in moved.values and not (moved.id == moved.to and word in words_of(question)):
        return moved.values[word]
    known = words_of(question)
    if known and word not in known:
        raise _Again(f"{word!r} is no answer to {question.id}")
    return word


def _does_not_fit(questionnaire: Questionnaire, question: Question, answer: Answer) -> bool:
    """Whether the law could read nothing in the answer; members are left to the law."""
    if question.kind in ("member", "members"):
        return not isinstance(answer, (str, tuple))
    value = value_of(question, answer, tuple(questionnaire.countries))
    return value is None or (isinstance(value, Span) and not isinstance(answer, (int, float)))


def carried_back(new: Questionnaire, old: Questionnaire, answers: Answers) -> Answers:
    """Answers in the ids of an earlier law, as far as moves can be read backwards.

    So that an earlier law can be asked about later answers without taking a new name for a
    new fact.  What cannot be turned back is left out there, and shows as another answer.
    """
    back = {
        moved.to: moved
        for moved in new.moved.values()
        if moved.to and moved.id in old.questions and moved.to not in _beside(old, moved)
    }
    if not back:
        return answers
    found: dict[str, Answer] = {}
    for address, answer in answers.items():
        head, name, companion = _split(address)
        moved = back.get(name)
        if moved is None:
            found[address] = answer
        elif companion or _can_turn(moved):
            to = ".".join(part for part in (head, moved.id, companion) if part)
            found[to] = answer if companion else _turned(old.questions[moved.id], moved, answer)
    return MappingProxyType(found)


def _beside(old: Questionnaire, moved: Moved) -> Collection[str]:
    return old.questions if moved.id != moved.to else ()


def _can_turn(moved: Moved) -> bool:
    return len(set(moved.values.values())) == len(moved.values)


def _turned(question: Question, moved: Moved, answer: Answer) -> Answer:
    words = {new: old for old, new in moved.values.items()}
    if moved.times is not None and isinstance(answer, (int, float)):
        return float(answer) / moved.times
    if isinstance(answer, Mapping):
        return {words.get(row, row): cell for row, cell in answer.items()}
    if isinstance(answer, tuple):
        return tuple(words.get(word, word) for word in answer)
    if isinstance(answer, (bool, str)) and words:
        word = _as_word(answer)
        return _truth_or_word(question, words.get(word, word))
    return answer
