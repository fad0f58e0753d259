"""The law that ships, with its worked cases evaluated once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.assessment.cases import answers_of
from app.assessment.contradicted import holding
from app.assessment.evaluation import Evaluation, evaluate
from app.assessment.law import read_on
from app.questionnaire.loader import load, texts_below

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire

QUESTIONNAIRES = Path(__file__).resolve().parents[2] / "questionnaires"


@pytest.fixture(scope="session")
def law() -> Questionnaire:
    """Every questionnaire that ships, with its worked cases."""
    return load(texts_below(QUESTIONNAIRES), with_cases=True)


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
