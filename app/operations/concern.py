"""What the law in use has to say of each assessment, for the lines of the library's list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.operations.periods import AHEAD_DAYS, period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.questionnaire.definition import Questionnaire
    from app.store.library import Library


@dataclass(frozen=True, slots=True)
class Concern:
    """How many conclusions changed, questions are to be answered, and days on which rules change.

    ``soon`` holds the days within the next 180.
    """

    changed: int = 0
    asked: int = 0
    soon: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.asked or self.soon)


NO_CONCERN = Concern()


def concerns(
    library: Library, questionnaire: Questionnaire, today: dt.date
) -> Mapping[str, Concern]:
    """The concern of each assessment that has one, as far as it was evaluated again."""
    since = period(questionnaire, today).isoformat()
    now, until = today.isoformat(), (today + dt.timedelta(days=AHEAD_DAYS)).isoformat()
    made: dict[tuple[int, int, tuple[str, ...]], Concern] = {}
    found: dict[str, Concern] = {}
    for whose, told in library.outlooks.standing(questionnaire.hash, since).items():
        concern = made.get(told)
        if concern is None:  # most assessments share a few
            changed, asked, days = told
            soon = tuple(day for day in days if now < day <= until)
            concern = made[told] = Concern(changed, asked, soon)
        if concern:
            found[whose] = concern
    return found
