"""The shipped control list and chart, read once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.operations.licensing import Licensing
from tests.shipped import shipped_with_registers

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="session")
def law() -> Questionnaire:
    return shipped_with_registers()


@pytest.fixture(scope="session")
def licensing(law: Questionnaire) -> Licensing:
    return Licensing(law, TODAY)
