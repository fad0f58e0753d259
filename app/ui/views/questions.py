"""A question that is asked, as the card shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.assessment.printing import UNIT_SIGNS, member_name, printed_number
from app.questionnaire.definition import NUMERIC_KINDS
from app.ui.kit.question_view import (
    UNANSWERED,
    Citation,
    Country,
    GivenAnswer,
    Kind,
    Option,
    QuestionView,
)
from app.ui.views.tables import heads_of, rows_of
from app.ui.views.words import place_words

if TYPE_CHECKING:
    from app.assessment.answers import Answer
    from app.assessment.assessment import Assessment
    from app.assessment.interview import Asked
    from app.assessment.review import Conflict
    from app.questionnaire.definition import Question, Questionnaire

_KINDS = {
    "yes_no": Kind.YES_NO,
    "one_of": Kind.ONE_OF,
    "some_of": Kind.SOME_OF,
    "number": Kind.NUMBER,
    "percentage": Kind.PERCENT,
    "money": Kind.MONEY,
    "text": Kind.TEXT,
    "date": Kind.DATE,
    "country": Kind.COUNTRY,
    "table": Kind.TABLE,
    "file": Kind.FILE,
    "member": Kind.ONE_OF,
    "members": Kind.SOME_OF,
}
_NO_MEMBER = "none"
_KEPT_OPEN = "Noted as not known. What rests on it stays open, and the memo says so."


@dataclass(frozen=True, slots=True)
class Shown:
    """A question on a page: where its answer goes, its card's view, and where the fact stands."""

    address: str
    view: QuestionView
    takes_source: bool
    source: str


def shown(
    assessment: Assessment, each: Asked, conflicts: tuple[Conflict, ...], *, enabled: bool
) -> Shown:
    """A question as the page shows it."""
    question = each.question
    source = assessment.answers.get(f"{each.address}.source")
    given = each.given and each.answer is not None
    return Shown(
        address=each.address,
        view=_view(assessment, each, conflicts, enabled=enabled),
        takes_source=bool(question.fact and given and question.kind not in ("member", "members")),
        source=source if isinstance(source, str) else "",
    )


def _view(
    assessment: Assessment, each: Asked, conflicts: tuple[Conflict, ...], *, enabled: bool
) -> QuestionView:
    question, q = each.question, assessment.questionnaire
    return QuestionView(
        id=question.id,
        key=".".join(each.keys),
        kind=_KINDS[question.kind],
        title=question.ask,
        help=question.help,
        find=question.find,
        example=question.example,
        citations=tuple(Citation(str(cite), place_words(cite)) for cite in question.cites),
        options=_options(assessment, question, each.keys),
        unit=_unit(question),
        rows=rows_of(assessment.today, each) if question.kind == "table" else (),
        row_heads=heads_of(q, question),
        countries=countries_of(q) if question.kind == "country" else (),
        answer=_answer(question, each.answer) if each.given else UNANSWERED,
        is_unknown=each.not_known,
        doubt=_doubt(question, each.answer),
        note=_KEPT_OPEN,
        contradiction=_contradiction(conflicts, each.address),
        enabled=enabled,
    )


def _answer(question: Question, answer: Answer) -> GivenAnswer:
    number = isinstance(answer, (int, float)) and not isinstance(answer, bool)
    return float(answer) if number and question.kind in NUMERIC_KINDS else answer  # type: ignore[arg-type]


def _unit(question: Question) -> str:
    unit = "percent" if question.kind == "percentage" else question.unit
    return UNIT_SIGNS.get(unit, unit)


def _options(
    assessment: Assessment, question: Question, keys: tuple[str, ...]
) -> tuple[Option, ...]:
    if question.kind not in ("member", "members"):
        return tuple(Option(each.id, each.title, each.note) for each in question.options)
    group = assessment.questionnaire.groups[question.group]
    members = assessment.today.layout.members[group.plural]
    others = [key for key in members if not (question.of == (group.id,) and keys == (key,))]
    named = tuple(Option(key, member_name(assessment.today, group.id, key)) for key in others)
    alone = Option(_NO_MEMBER, question.none or "In none of these")
    return (*named, alone) if question.kind == "member" else named


@lru_cache(maxsize=8)
def countries_of(questionnaire: Questionnaire) -> tuple[Country, ...]:
    """Every country with the names people look for it by."""
    return tuple(
        Country(country.id, (country.name, *country.also))
        for country in questionnaire.countries.values()
    )


def _doubt(question: Question, answer: Answer) -> str:
    """What is doubtful about a number; it is kept, not refused."""
    if question.kind == "table" and isinstance(answer, Mapping):
        numbers = [cell for cell in answer.values() if isinstance(cell, (int, float))]
    else:
        plain = isinstance(answer, (int, float)) and not isinstance(answer, bool)
        numbers = [answer] if plain else []  # type: ignore[list-item]  # plain says it is one
    unit = "percent" if question.kind == "percentage" else question.unit
    most = 100.0 if question.kind == "percentage" else question.most
    if any(number < question.least for number in numbers):
        least = printed_number(question.least, 4, unit)
        return f"Less than {least}. It is kept; look at it once more."
    if most is not None and any(number > most for number in numbers):
        return f"More than {printed_number(most, 4, unit)}. It is kept; look at it once more."
    return ""


def _contradiction(conflicts: tuple[Conflict, ...], address: str) -> str:
    return next((each.says for each in conflicts if address in each.look_at), "")
