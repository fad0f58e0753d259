"""The questionnaires that ship, each reading of them made once for all tests."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from app.data import data_root
from app.questionnaire.loader import load, texts_below

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire


@cache
def shipped() -> Questionnaire:
    """The law and the plan as an assessment uses them."""
    return load(texts_below(data_root() / "questionnaires"))


@cache
def shipped_with_cases() -> Questionnaire:
    """The same with its worked cases."""
    return load(texts_below(data_root() / "questionnaires"), with_cases=True)


@cache
def shipped_with_registers() -> Questionnaire:
    """The same with its registers: control lists, charts and catalogues."""
    return load(texts_below(data_root() / "questionnaires"), with_registers=True)
