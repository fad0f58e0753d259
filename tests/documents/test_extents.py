"""The memo says what of the law is worked out, in outline, or left out."""

from __future__ import annotations

import pytest

from app.questionnaire.extent import MODELLED
from tests.documents.papers import rows, said, section_of, tables
from tests.documents.test_two_regimes import memo, subject

CAPTION = "United States: what is in outline or not modelled"


@pytest.mark.parametrize("sample", ["a", "b", "c"])
def test_every_part_of_the_law_that_is_not_worked_out_stands_in_the_memo(sample: str) -> None:
    law = subject(sample).assessment.questionnaire
    stated = [each for each in law.extents.values() if each.folder == "us_ear"]
    printed = rows(tables(section_of(memo(sample), "Rules consulted"))[CAPTION])
    assert {row[0] for row in printed} == {e.title for e in stated if e.state != MODELLED}
    assert all(row[3] for row in printed)


def test_what_is_worked_out_is_named_before_it() -> None:
    words = said(section_of(memo("a"), "Rules consulted"))
    assert "United States, worked out to the end:" in words
    assert "License Exceptions NAC and ACA" in words
