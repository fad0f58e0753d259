"""What a questionnaire says of its own past and of records: ids that moved, how long papers stay.

An id that was once shipped is never simply dropped: ``moved`` says where its answers went, or
why the question is asked again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.questionnaire import readers as r
from app.questionnaire.asking import NUMERIC_KINDS, Moved
from app.questionnaire.fields import Schema
from app.questionnaire.source import meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.questionnaire.definition import Question, Questionnaire
    from app.questionnaire.source import Complaints, Place


@dataclass(frozen=True, slots=True)
class _MovedSchema(Schema):
    def read(self, place: Place, **given: Any) -> Any:  # noqa: ANN401  # what ``make`` makes
        """``old: new`` is short for ``old: {to: new}``."""
        if place.is_mapping():
            return Schema.read(self, place, **given)
        return self.make(to=place.text(), **given)


MOVED: Mapping[str, Schema] = {
    "moved": _MovedSchema(
        Moved, {"to": r.text, "values": r.texts, "times": r.number, "because": r.text}
    ),
}


def check_upkeep(questionnaire: Questionnaire, complaints: Complaints) -> None:
    """Complain about moves to nowhere, and about records kept for no known time."""
    for moved in questionnaire.moved.values():
        for message in _troubles(questionnaire, moved):
            complaints.note(moved.at, message)
    for folder in questionnaire.folders.values():
        if folder.kept_for and folder.kept_for not in questionnaire.parameters:
            near = meant(folder.kept_for, questionnaire.parameters)
            complaints.note(folder.at, f"parameter {folder.kept_for!r} is not known{near}")
        if "_" in folder.authority and folder.authority not in questionnaire.figures:
            near = meant(folder.authority, questionnaire.figures)
            complaints.note(folder.at, f"figure {folder.authority!r} is not known{near}")


def _troubles(questionnaire: Questionnaire, moved: Moved) -> Iterator[str]:
    questions = questionnaire.questions
    if not moved.to:
        if not moved.because:
            yield f"{moved.id} needs 'to', or 'because' to say why it is asked again"
        return
    if moved.to not in questions:
        yield f"question {moved.to!r} is not known{meant(moved.to, questions)}"
        return
    if moved.id in questions and (moved.to != moved.id or not moved.values):
        yield f"{moved.id!r} is still a question, so its answers cannot go to {moved.to!r}"
    yield from _of_conversion(questions[moved.to], moved)


def _of_conversion(question: Question, moved: Moved) -> Iterator[str]:
    if moved.times is not None and (question.kind not in NUMERIC_KINDS or moved.times <= 0):
        yield f"'times' needs a question of numbers and a number above 0, not {question.id!r}"
    known = words_of(question)
    for old, new in moved.values.items():
        if new not in known:
            yield f"{new!r} is no answer to {question.id!r}{meant(new, known)}"
        if moved.id == moved.to and old in known:
            yield f"{old!r} is still an answer to {question.id!r} and cannot become {new!r}"


def words_of(question: Question) -> tuple[str, ...]:
    """The words that a conversion can lead to: yes and no, options, rows."""
    if question.kind == "yes_no":
        return ("yes", "no")
    return tuple(o.id for o in question.options) + tuple(row.id for row in question.rows)
