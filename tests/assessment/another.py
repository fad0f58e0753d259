"""The made law with some of its words replaced: a later edition for tests of comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.questionnaire.loader import load
from tests.assessment.made import ABOUT, GROUPS, LAW, QUESTIONS

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire

LATER = ("made-1", "made-2"), ("read_on: 2026-06-30", "read_on: 2026-11-01")
LIMIT_RAISED = ("2022-01-01: 4800", "2022-01-01: 4800, 2026-10-01: 20000")


def texts(*replaced: tuple[str, str], more: str = "") -> dict[str, str]:
    """The files of the made law with these words in place of those."""
    text = ABOUT + GROUPS + QUESTIONS + LAW
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    return {"made/about.yaml": text} | ({"made/more.yaml": more} if more else {})


def another(*replaced: tuple[str, str], more: str = "") -> Questionnaire:
    """The checked definition of these files."""
    return load(texts(*replaced, more=more))
