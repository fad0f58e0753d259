"""How old the rules are that an assessment rests on, and from when on a person is warned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.used import used_read_on

if TYPE_CHECKING:
    import datetime as dt

    from app.assessment.assessment import Assessment

_WARN_DAYS, _STOP_DAYS = 60, 180


def age_words(assessment: Assessment, today: dt.date) -> str:
    """A warning once its rules were read long ago; those of no concern to it may be old."""
    days = (today - used_read_on(assessment)).days
    if days >= _STOP_DAYS:
        return f"The rules were read {days} days ago. Do not rely on them before checking."
    if days >= _WARN_DAYS:
        return f"The rules were read {days} days ago. Look for later changes."
    return ""
