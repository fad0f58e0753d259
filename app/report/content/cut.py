"""Long texts cut before they reach headings, captions and sentences; no conclusion rests on a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.answers import Answer, addresses
from app.assessment.assessment import given_all

if TYPE_CHECKING:
    from app.assessment.assessment import Assessment

_LONGEST_NAME, _LONGEST_TEXT = 60, 300


def with_long_texts_cut(assessment: Assessment) -> Assessment:
    """The assessment with every long text ended by an ellipsis, names sooner than others."""
    q, answers = assessment.questionnaire, assessment.answers
    naming = {group.name for group in q.groups.values()}
    cut: dict[str, Answer] = {}
    for address, name in addresses(q, answers):
        answer, most = answers[address], _LONGEST_NAME if name in naming else _LONGEST_TEXT
        if q.questions[name].kind == "text" and isinstance(answer, str) and len(answer) > most:
            cut[address] = f"{answer[:most].rstrip()} …"
    return given_all(assessment, cut)
