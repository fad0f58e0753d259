"""What outside counsel reads on paper: no codes, no doubled stops, nothing that contradicts itself."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import pytest

from app.assessment.assessment import assess
from app.operations.samples import samples
from app.questionnaire.asking import Citation
from app.report.content.words import cite
from app.report.jobs import Paper
from app.report.memo import MemoContext, memo_context
from app.report.subject import Subject
from tests.documents.papers import rows, said, section_of, tables, texts
from tests.shipped import shipped

MOMENT = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)


@cache
def memo() -> MemoContext:
    law = shipped()
    given = next(each for each in samples() if each.id == "a")
    assessment = assess(law, given.answers, MOMENT.date())
    return memo_context(
        Subject(assessment, given.name, MOMENT, "P. Sample", "Clearway"), Paper.LETTER
    )


def test_no_outcome_is_printed_with_the_name_of_a_figure_in_braces() -> None:
    assert [text for text in texts(memo()) if re.search(r"\{[a-z_0-9]+\}", text)] == []


def test_no_sentence_ends_twice_and_none_runs_on_after_its_full_stop() -> None:
    twice = re.compile(r"\w\.\.|\. and [A-Z]|[a-z]{4}\.,|\. \([FOC]-\d")
    assert [text for text in texts(memo()) if twice.search(text)] == []


def test_a_regime_that_does_not_arise_is_not_tested_elsewhere_either() -> None:
    for title in ("Destination, end use and end user", "Licence determination by destination"):
        section = section_of(memo(), title)
        assert not re.search(r"\bArt\. \d|Regulation 833|02021R", said(section))


def test_the_performance_is_multiplied_out_on_its_sheet() -> None:
    sheets = tables(section_of(memo(), "Calculations"))
    sheet = next(table for name, table in sheets.items() if "product of throughput" in name)
    assert any("1,979 × 8" in cell for each in rows(sheet) for cell in each)


def test_a_licence_that_is_firmly_required_rests_on_facts_and_not_on_open_points() -> None:
    licence = next(
        text for text in texts(section_of(memo(), "Licence determination by destination"))
        if "Licence requirement by the lists: A licence is required" in text
    )  # fmt: skip
    assert "O-" not in licence


def test_a_dated_change_is_announced_in_words() -> None:
    soon = tables(section_of(memo(), "Rules consulted and their state"))["Changes within 180 days"]
    row = next(each for each in rows(soon) if "2027-04-06" in each)
    assert "With G42 with G42 Cloud, or Core42" in row
    assert "Without G42 with G42 Cloud, or Core42" in row


def test_a_list_that_nobody_has_stated_to_be_whole_stands_in_the_annex_as_not_known() -> None:
    answers = rows(next(iter(tables(memo().annexes[0]).values())))
    row = next(each for each in answers if any("authorisations that you hold" in c for c in each))
    assert any("Not stated." in cell for cell in row)


@pytest.mark.parametrize(
    ("citation", "written"),
    [
        (Citation("fr", "88-FR-73458"), "88 FR 73458"),
        (Citation("cfr", "732/Supp3/flag21"), "CFR 732, Supp. No. 3, red flag 21"),
        (Citation("ccl", "3A090/TN2.1.d"), "CCL 3A090, Technical Note 2.1.d"),
        (Citation("ccl", "Category5Part2/Note3"), "CCL Category 5 Part 2, Note 3"),
        (Citation("annex_i_2026", "0"), "ANNEX I 2026"),
        (Citation("annex_i", "3A501.a.16 TN 2"), "ANNEX I 3A501.a.16 Technical Note 2"),
    ],
)
def test_a_citation_is_written_as_a_lawyer_writes_it(citation: Citation, written: str) -> None:
    assert cite(citation) == written
