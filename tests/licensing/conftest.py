"""The shipped control list and chart, read once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.data import data_root
from app.operations.licensing import Licensing
from app.questionnaire.loader import load, texts_below

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="session")
def law() -> Questionnaire:
    return load(texts_below(data_root() / "questionnaires"), with_registers=True)


@pytest.fixture(scope="session")
def licensing(law: Questionnaire) -> Licensing:
    return Licensing(law, TODAY)
