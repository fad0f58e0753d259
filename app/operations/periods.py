"""The days that share a law, and how far ahead a change of it is announced."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from app.assessment.law import begins_on, boundaries
from app.questionnaire.names import evaluated_ids, formulas

if TYPE_CHECKING:
    import datetime as dt

    from app.questionnaire.definition import Questionnaire

AHEAD_DAYS = 180
"""Days ahead within which a change of the rules is announced."""
_DAY = re.compile(r"\bday\b")


@lru_cache(maxsize=64)
def period(questionnaire: Questionnaire, day: dt.date) -> dt.date:
    """The first of the days that share a law; the day itself where a rule reads the day."""
    if _reads_day(questionnaire):
        return day
    days = {*boundaries(questionnaire)}
    days |= {begins_on(questionnaire, each) for each in questionnaire.determinations.values()}
    return max((each for each in days if each <= day), default=day)


@lru_cache(maxsize=8)
def _reads_day(questionnaire: Questionnaire) -> bool:
    return any(
        _DAY.search(formula.text)
        for name in evaluated_ids(questionnaire)
        for formula in formulas(questionnaire, name)
    )
