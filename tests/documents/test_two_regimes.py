"""A memo under two regimes: each speaks under its own name, with its own authority and caution."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from app.assessment.assessment import assess
from app.operations.samples import samples
from app.report.content import edition
from app.report.content.matter import Matter
from app.report.content.regimes import authority, caution, concluded, ordered
from app.report.jobs import Paper
from app.report.memo import MemoContext, memo_context
from app.report.subject import Subject
from app.report.tables import GroupRow
from tests.documents.papers import rows, said, section_of, tables
from tests.shipped import shipped

MOMENT = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)
US, EU = "United States", "European Union"
BIS, CDIU = "the Bureau of Industry and Security", "the Ministry of Foreign Affairs, with CDIU"


@cache
def subject(sample: str) -> Subject:
    law = shipped()
    given = next(each for each in samples() if each.id == sample)
    assessment = assess(law, given.answers, MOMENT.date())
    return Subject(assessment, given.name, MOMENT, "P. Sample", "Clearway")


@cache
def matter(sample: str) -> Matter:
    return Matter(subject(sample))


@cache
def memo(sample: str) -> MemoContext:
    return memo_context(subject(sample), Paper.A4)


def headings(sample: str) -> list[str]:
    table = memo(sample).bottom.table
    return [
        said(each).removeprefix("group").strip()
        for each in table.rows
        if isinstance(each, GroupRow)
    ]


def test_the_bottom_line_speaks_of_each_regime_under_its_name() -> None:
    first, second = memo("e").bottom.say.split(f"{EU}: ")
    assert first.startswith(f"{US}: ")
    assert "A licence is required" in first
    assert "4A507" not in first
    assert "EU authorisation required" in second
    assert "4A003" not in second


def test_each_heading_names_the_authority_to_ask() -> None:
    assert headings("e") == [
        f"Classification: {US}",
        f"Classification: {EU}",
        f"Licence by destination: {US} ({BIS})",
        f"Licence by destination: {EU} ({CDIU})",
    ]


def test_exceptions_and_review_of_one_regime_are_not_said_of_the_other() -> None:
    for row in rows(memo("e").bottom.table):
        if "EU authorisation" in " ".join(row):
            assert "License Exception" not in " ".join(row)
            assert "Review:" not in " ".join(row)


def test_what_must_be_issued_names_both_authorities() -> None:
    assert f"issued by {BIS} and by {CDIU}" in memo("e").bottom.hold


def test_one_regime_alone_is_named_by_no_heading() -> None:
    assert headings("a") == ["Classification", "Licence by destination"]
    assert f"{US}: " not in memo("a").bottom.say


def test_two_classifications_stand_side_by_side() -> None:
    table = tables(section_of(memo("f"), f"Analysis: {EU}"))["The classifications side by side"]
    assert [column.head for column in table.columns] == ["About", US, EU]
    (card,) = rows(table)
    assert "4A090.a" in card[1]
    assert "Not in Annex I" in card[2]


def test_licences_stand_side_by_side_each_with_its_authority() -> None:
    section = section_of(memo("f"), "Licence determination")
    table = tables(section)["Licences side by side, each with its own authority"]
    assert BIS in table.columns[1].head
    assert "BAFA" in table.columns[2].head
    shenzhen, istanbul = rows(table)
    assert "A licence is required" in shenzhen[1]
    assert "Does not arise" in shenzhen[2]
    assert "No EU authorisation required" in istanbul[2]


def test_nothing_stands_side_by_side_where_one_regime_speaks() -> None:
    assert "side by side" not in said(memo("a"))


@pytest.mark.parametrize("sample", ["d", "e", "f"])
def test_tests_of_jurisdiction_are_printed_whatever_they_are_of(sample: str) -> None:
    table = tables(section_of(memo(sample), f"Analysis: {EU}"))["Tests of jurisdiction"]
    assert "Art. 2(2)" in said(table)


@pytest.mark.parametrize("sample", ["d", "e", "f"])
def test_every_conclusion_of_the_union_carries_its_caution(sample: str) -> None:
    words = caution(matter(sample), EU)
    assert "a consolidated version of 21 September 2026 exists" in words
    assert words in said(memo(sample).bottom)
    lines = said(memo(sample)).splitlines()
    for each in matter(sample).conclusions:
        if each.regime == EU and each.stated.kind not in ("exception", "person"):
            told = [line for line in lines if f"{each.found.title}: " in line]
            assert any(words in line or "2026-09-21 exists" in line for line in told), each.stated
    assert words not in said(memo("a"))


def test_what_the_rules_leave_open_holds_the_shipment() -> None:
    assert "counsel has decided what the rules leave open: EU classification of GX-90" in (
        memo("f").bottom.hold
    )
    assert "1 conclusion left open by the rules" in memo("f").bottom.open_head


def test_only_the_editions_in_use_grow_old() -> None:
    assert [each.regime for each in edition.folders_in_use(matter("a"))] == [US]
    assert {each.regime for each in edition.folders_in_use(matter("e"))} == {US, EU}
    assert EU not in edition.edition_line(matter("a"))
    assert EU in edition.edition_line(matter("e"))


def test_the_authority_follows_the_exporters_state() -> None:
    assert authority(matter("d"), EU).startswith("BAFA")
    assert authority(matter("e"), EU) == CDIU
    assert authority(matter("e"), US) == BIS


def test_regimes_come_in_the_order_of_their_sections() -> None:
    assert ordered([EU, US, EU]) == (US, EU)
    assert concluded(matter("e"), "licence") == (US, EU)
