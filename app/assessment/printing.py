"""Values as people read them: numbers with unit, options by title, countries by name."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.assessment.values import Span, Value
from app.questionnaire.checker import TEMPLATE_NAME

if TYPE_CHECKING:
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Question, Questionnaire, Scope

NOT_KNOWN = "not known"
_WRITTEN_OUT_BELOW = 1e15
"""From here on a float has no more exact digits to write out."""
UNIT_SIGNS = {"mm2": "mm²", "TPP/mm2": "TPP/mm²", "GB/s/mm2": "GB/s/mm²", "percent": "%"}


def printed_number(value: float, digits: int = 2, unit: str = "") -> str:
    """``15832.0`` as ``15,832``, with its unit; a true minus sign; never 0 for what is not 0."""
    if not math.isfinite(value):
        return NOT_KNOWN
    if abs(value) >= _WRITTEN_OUT_BELOW or (value and not round(value, digits)):
        return _scientific(value) + (f" {UNIT_SIGNS.get(unit, unit)}" if unit else "")
    text = f"{round(value, digits) or 0.0:,.{digits}f}"  # no minus before 0
    text = text.rstrip("0").rstrip(".") if "." in text else text
    sign = UNIT_SIGNS.get(unit, unit)
    space = "" if sign == "%" or not sign else " "
    return text.replace("-", "−") + space + sign


def _scientific(value: float) -> str:
    """``1e26`` as ``10^26``, ``2.5e25`` as ``2.5 × 10^25``."""
    mantissa, _, power = f"{value:.3e}".partition("e")
    mantissa = mantissa.rstrip("0").rstrip(".").replace("-", "−")
    return f"10^{int(power)}" if mantissa == "1" else f"{mantissa} × 10^{int(power)}"


def printed_span(value: Span, digits: int = 2, unit: str = "") -> str:
    """What is known of a number: at least, at most, or between."""
    low, high = value
    if math.isfinite(low) and math.isfinite(high):
        return f"{printed_number(low, digits)} to {printed_number(high, digits, unit)}"
    if math.isfinite(low) and low > 0:
        return f"at least {printed_number(low, digits, unit)}"
    return f"at most {printed_number(high, digits, unit)}" if math.isfinite(high) else NOT_KNOWN


def printed_day(day: dt.date) -> str:
    """``2026-11-25`` as ``25 November 2026``."""
    return f"{day.day} {day:%B %Y}"


def printed(questionnaire: Questionnaire, name: str, value: Value) -> str:
    """The value of a question, figure, rule, determination or parameter as text."""
    question = questionnaire.questions.get(name)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, (float, Span)):
        return _quantity(questionnaire, name, value)
    if isinstance(value, Mapping):
        return _table(question, value) if question else NOT_KNOWN
    if isinstance(value, frozenset):
        return " or ".join(sorted(_word(questionnaire, name, question, word) for word in value))
    if value is None:
        return NOT_KNOWN
    if isinstance(value, str):
        return _word(questionnaire, name, question, value)
    return _words(questionnaire, name, question, value)


def _quantity(questionnaire: Questionnaire, name: str, value: float | Span) -> str:
    thing = (
        questionnaire.questions.get(name)
        or questionnaire.figures.get(name)
        or questionnaire.parameters.get(name)
    )
    unit = thing.unit if thing else ""
    digits = getattr(thing, "digits", 4)
    if getattr(thing, "kind", "") == "percentage":
        unit = "percent"
    if isinstance(value, Span):
        return printed_span(value, digits, unit)
    return printed_number(value, digits, unit)


def _word(questionnaire: Questionnaire, name: str, question: Question | None, value: str) -> str:
    if question is None:
        stated = questionnaire.determinations.get(name)
        outcomes = stated.outcomes if stated else ()
        return next((outcome.says for outcome in outcomes if outcome.value == value), value)
    if question.kind == "country" and value in questionnaire.countries:
        return questionnaire.countries[value].name
    if question.kind == "date":
        try:
            return printed_day(dt.date.fromisoformat(value))
        except ValueError:
            return value
    return next((option.title for option in question.options if option.id == value), value)


def _words(
    questionnaire: Questionnaire, name: str, question: Question | None, value: tuple[str, ...]
) -> str:
    if not value:
        return (question.none if question else "") or "None"
    return ", ".join(_word(questionnaire, name, question, word) for word in value)


def _table(question: Question, cells: Mapping[str, object]) -> str:
    found = []
    for row in question.rows:
        cell = cells.get(row.id)
        if isinstance(cell, (int, float)):
            found.append(f"{row.title} {printed_number(float(cell), 4, question.unit)}")
    return "; ".join(found) or (NOT_KNOWN if cells else "None")


def filled(
    evaluation: Evaluation, text: str, scope: Scope, keys: tuple[str, ...], view: str = ""
) -> str:
    """A template with the values that stand for its names."""
    if "{" not in text:
        return text
    bound = dict(zip(scope, keys, strict=True))

    def value(match: object) -> str:
        return value_text(evaluation, match[1], bound, view)  # type: ignore[index]

    return TEMPLATE_NAME.sub(value, text)


def value_text(evaluation: Evaluation, name: str, bound: Mapping[str, str], view: str = "") -> str:
    """The value of a name, as text, for the members bound."""
    q = evaluation.questionnaire
    if name in q.parameters:
        limit = evaluation.law.parameters[name]
        return NOT_KNOWN if limit is None else printed(q, name, limit)
    scope = evaluation.layout.scopes[name]
    keys = tuple(bound[group] for group in scope)
    return printed(q, name, evaluation.value(name, keys, view))


def member_name(evaluation: Evaluation, group_id: str, key: str) -> str:
    """The name of a member as its naming question gives it, else ``item i2``."""
    group = evaluation.questionnaire.groups[group_id]
    value = evaluation.value(group.name, (key,))
    if isinstance(value, str) and value.strip():
        # A name is one line, whatever was pasted into the field.
        return " ".join(printed(evaluation.questionnaire, group.name, value).split())
    return f"{group.one} {key[len(group.key) :]}"
