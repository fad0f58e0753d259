"""The review: what is open, what cannot be, what no longer counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.interview import not_counted
from app.assessment.review import conflicts, open_determinations
from app.ui.views.so_far import name_of, open_words, subject_of
from app.ui.views.words import answer_words, capital, count_words, members_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.assessment.assessment import Assessment
    from app.assessment.interview import Asked, Part
    from app.questionnaire.definition import Question


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the review; ``name`` is the control that leads on, ``leads`` where."""

    title: str
    detail: str
    state: str = "open"
    action: str = ""
    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """The three lists of the review page that only lead on; what is to be done stands below them."""

    open_points: tuple[Line, ...]
    conflicts: tuple[Line, ...]
    not_counted: tuple[Line, ...]

    @property
    def words(self) -> str:
        """What the documents will say of open points."""
        count = len(self.open_points)
        if not count:
            return "Every document can be made now. Nothing is open."
        points = count_words(count, "open point", "open points")
        return f"Every document can be made now. They name the {points} and who must close each."


def review_of(assessment: Assessment, parts: Sequence[Part]) -> Review:
    """Everything that is left."""
    today = assessment.today
    points = [
        Line(
            title=subject_of(today, each),
            detail=open_words(each),
            action="Show why",
            name=name_of(each),
        )
        for each in open_determinations(today)
    ]
    return Review(
        open_points=(*points, *_not_known(assessment, parts)),
        conflicts=tuple(_conflict_lines(assessment)),
        not_counted=tuple(_lost_lines(assessment)),
    )


def _not_known(assessment: Assessment, parts: Sequence[Part]) -> list[Line]:
    every = {each.address: each for part in parts for each in part.asked if each.not_known}
    return [
        Line(
            title=each.question.ask,
            detail=f"{_where(assessment, each)}: you said “I don’t know yet”",
            state="unknown",
            action="Answer",
            name=go_name(each.question, each.keys),
            address=each.address,
        )
        for each in every.values()
    ]


def _where(assessment: Assessment, each: Asked) -> str:
    title = assessment.questionnaire.sections[each.question.section].title
    names = members_words(assessment.today, each.question.of, each.keys)
    return f"{title}, {names}" if names else title


def go_name(question: Question, keys: tuple[str, ...]) -> str:
    """The name of the control that leads to a question."""
    return f"go.{question.id}@{'.'.join(keys)}" if keys else f"go.{question.id}"


def _conflict_lines(assessment: Assessment) -> list[Line]:
    q = assessment.questionnaire
    found = []
    for each in conflicts(assessment.today):
        names = [q.questions[at.rpartition(".")[2]].short for at in each.look_at]
        detail = " and ".join(names)
        subject = f"{each.subject}: " if each.subject else ""
        first = each.look_at[0] if each.look_at else ""
        found.append(
            Line(f"{subject}{each.says}", detail, "open", "Look at it", f"go.{first}", first)
        )
    return found


def _lost_lines(assessment: Assessment) -> list[Line]:
    q = assessment.questionnaire
    return [
        Line(
            title=f"{capital(each.question.short)}: {answer_words(q, each.question, each.answer)}",
            detail=capital(each.because),
            state="not_met",
        )
        for each in not_counted(assessment)
    ]
