"""The words by which an assessment is found: of its answers and conclusions, none about persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.determination import determinations
from app.assessment.printing import printed

if TYPE_CHECKING:
    from app.assessment.answers import Answers
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Questionnaire


def search_words(questionnaire: Questionnaire, answers: Answers) -> tuple[str, ...]:
    """The words of answers as people read them, countries by their code too; none about persons."""
    found: dict[str, None] = {}
    for address, answer in answers.items():
        name = address.rpartition(".")[2]
        question = questionnaire.questions.get(name)
        if question and question.personal:
            continue
        if not answer or not isinstance(answer, (str, tuple)):
            continue
        if question and question.kind not in ("member", "members"):
            found[printed(questionnaire, name, answer)] = None
        if question is None or question.kind == "country":
            found |= dict.fromkeys((answer,) if isinstance(answer, str) else answer)
    return tuple(found)


def concluded_words(evaluation: Evaluation) -> tuple[str, ...]:
    """The words of conclusions: entries, outcomes and what they say."""
    found: dict[str, None] = {}
    for each in determinations(evaluation):
        if each.value is not None:
            found |= dict.fromkeys((each.value, each.says))
    return tuple(found)
