"""How old the rules at hand are, and from when on a person is warned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.law import read_on

if TYPE_CHECKING:
    import datetime as dt

    from app.questionnaire.definition import Questionnaire

_WARN_DAYS, _STOP_DAYS = 60, 180


def age_words(questionnaire: Questionnaire, today: dt.date) -> str:
    """A warning once the rules were read long ago; nothing before that."""
    days = (today - read_on(questionnaire)).days
    if days >= _STOP_DAYS:
        return f"The rules were read {days} days ago. Do not rely on them before checking."
    if days >= _WARN_DAYS:
        return f"The rules were read {days} days ago. Look for later changes."
    return ""
