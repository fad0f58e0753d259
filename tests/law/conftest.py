"""The law that ships, with its worked cases evaluated once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.assessment.cases import answers_of
from app.assessment.contradicted import holding
from app.assessment.evaluation import Evaluation, evaluate
from app.assessment.law import read_on
from tests.shipped import shipped_with_cases

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire


@pytest.fixture(scope="session")
def law() -> Questionnaire:
    """Every questionnaire that ships, with its worked cases."""
    return shipped_with_cases()


@pytest.fixture(scope="session")
def worked(law: Questionnaire) -> dict[str, Evaluation]:
    """Each worked case of the U.S. law whose answers agree, evaluated on its day."""
    cases = {
        case.name: evaluate(law, answers_of(law, case), case.day or read_on(law))
        for case in law.cases
        if case.at.file.startswith("us_ear/")
    }
    return {name: each for name, each in cases.items() if not _contradicts(each)}


def _contradicts(evaluation: Evaluation) -> bool:
    """Whether answers cannot all be true, so that doubting one of them tells more, not less."""
    return any(stated.unsettles for stated, _ in holding(evaluation))
