"""``clearway check``: read the questionnaires, say all that is wrong, run the worked cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.cases import failures
from app.questionnaire.loader import load, texts_below
from app.questionnaire.source import QuestionnaireError

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.resources.abc import Traversable


def check(folder: Traversable, out: Callable[[str], None], err: Callable[[str], None]) -> int:
    """Check a folder; 0 if all holds, 1 if something is wrong."""
    try:
        questionnaire = load(texts_below(folder), with_cases=True, with_registers=True)
    except QuestionnaireError as error:
        for problem in error.problems:
            err(str(problem))
        return 1
    wrong = 0
    for case in questionnaire.cases:
        for failure in failures(questionnaire, case):
            err(f"{case.at}: the case {case.name!r} does not hold: {failure}")
            wrong += 1
    out(f"{len(questionnaire.cases)} worked cases, {wrong} statements that do not hold")
    return 1 if wrong else 0
