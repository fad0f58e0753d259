"""Short words that several screens share: places in the law, days, members, answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.assessment.printing import NOT_KNOWN, member_name, printed
from app.assessment.values import Span
from app.ui.kit.dates import show_date

if TYPE_CHECKING:
    import datetime as dt

    from app.assessment.answers import Answer
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Citation, Question, Questionnaire

_LONGEST = 60


def place_words(citation: Citation) -> str:
    """A place in an instrument as it is named in a line: ``3A090.a, Note 1``."""
    return citation.place.replace("/", ", ")


def day_words(day: dt.date, today: dt.date) -> str:
    """A day as the list shows it: today, yesterday, or the date."""
    days = (today - day).days
    return {0: "Today", 1: "Yesterday"}.get(days) or show_date(day)


def moment_words(moment: dt.datetime, now: dt.datetime) -> str:
    """The hour for today, else the day."""
    local = moment.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"{local:%H:%M}"
    return day_words(local.date(), now.date())


def members_words(evaluation: Evaluation, scope: tuple[str, ...], keys: tuple[str, ...]) -> str:
    """The names of members, one behind the other."""
    pairs = zip(scope, keys, strict=True)
    return ", ".join(member_name(evaluation, group, key) for group, key in pairs)


def answer_words(questionnaire: Questionnaire, question: Question, answer: Answer) -> str:
    """An answer in a few words, for the undo button and for lists."""
    if answer is None:
        return NOT_KNOWN
    if isinstance(answer, Mapping):
        cells = {row: _cell(cell) for row, cell in answer.items()}
        return shortened(printed(questionnaire, question.id, cells))
    if isinstance(answer, (int, float)) and not isinstance(answer, bool):
        return printed(questionnaire, question.id, float(answer))
    return shortened(printed(questionnaire, question.id, answer))


def _cell(cell: float | str | None) -> float | Span:
    return float(cell) if isinstance(cell, (int, float)) else Span(0.0, 0.0)


def shortened(text: str, longest: int = _LONGEST) -> str:
    """The text on one line, cut with dots where it is long; never for words of the law."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def capital(text: str) -> str:
    """The text with a capital at its head."""
    return text[:1].upper() + text[1:]


def count_words(count: int, one: str, many: str) -> str:
    """``1 point``, ``3 points``."""
    return f"{count} {one if count == 1 else many}"
