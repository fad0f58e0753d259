"""What the memo says, read from its context before anything is rendered."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from app.report.jobs import Paper
from app.report.memo import MemoContext, memo_context
from app.report.memo.bottom import NOTHING
from app.report.numbering import Ref
from app.report.subject import ExhibitLine, HistoryLine
from app.report.templates import targets
from tests.documents.papers import (
    DELIVERY,
    ITEM,
    MOMENT,
    TODAY,
    made,
    rows,
    said,
    section_of,
    subject,
    tables,
    texts,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.assessment.answers import Answer

SECTIONS = (
    "Bottom line",
    "Question presented and scope",
    "Facts relied on",
    "Assumptions and answers not known",
    "Rules consulted and their state",
    "Calculations",
    "Analysis: United States",
    "Analysis: European Union",
    "Software, technology and AI artefacts",
    "Destination, end use and end user",
    "Licence determination by destination",
    "Counter-arguments and risk",
    "Conditions while points are open, and actions",
    "What would change this, and expiry",
    "Decision record",
    "How this document was made",
    "Revision history",
    "Exhibits",
)


def memo(
    answers: Mapping[str, Answer],
    today: dt.date = TODAY,
    **more: Any,  # noqa: ANN401  # what a subject takes
) -> MemoContext:
    return memo_context(subject(answers, today, **more), Paper.LETTER)


def test_every_memo_has_the_same_sections_whatever_is_known() -> None:
    for answers in ({}, ITEM, DELIVERY):
        titles = tuple(entry.title for entry in memo(answers).contents)
        assert titles[:18] == SECTIONS
        assert titles[18:] == (
            "Questions and answers",
            "Glossary",
            "Counsel’s checklist and comments",
            "Screening record",
        )


def test_an_empty_assessment_says_that_nothing_is_determined_and_nothing_is_free() -> None:
    context = memo({})
    assert context.bottom.say == NOTHING
    assert "treat it as controlled" in context.bottom.hold
    assert context.bottom.table.rows == ()
    assert not re.search(r"\bno licence\b|Licence required", said(context.bottom))


def test_the_bottom_line_names_item_entry_and_delivery() -> None:
    context = memo(DELIVERY)
    assert "Example card" in context.bottom.say
    assert "Entry A" in context.bottom.say
    assert "Licence required" in context.bottom.say


def test_a_conclusion_in_the_text_only_is_said_to_differ_in_practice() -> None:
    assert "text and practice differ" in memo(DELIVERY).bottom.say
    assert "In practice: No licence by the lists" in said(memo(DELIVERY).bottom.table)


def test_a_difference_between_today_and_the_planned_day_is_a_headline() -> None:
    context = memo({**DELIVERY, "planned_day": "2026-09-15"})
    assert context.bottom.say.startswith("The conclusions are not the same on all days.")
    assert "2026-09-15" in context.bottom.changes
    differing = tables(section_of(context, "Licence determination"))[
        "Conclusions that differ by day"
    ]
    assert {row[1] for row in rows(differing)} == {"2026-07-01", "2026-09-15"}


def test_the_same_conclusions_on_all_days_are_said_to_be_the_same() -> None:
    assert memo(DELIVERY).bottom.changes == ""


def test_every_number_in_the_bottom_line_has_a_sheet() -> None:
    context = memo(DELIVERY)
    numbers = re.findall(r"\d[\d,.]*(?= TPP)", said(context.bottom.table))
    calculations = said(section_of(context, "Calculations"))
    assert numbers
    assert all(number in calculations for number in numbers)
    cited = set(re.findall(r"C-\d\d", said(context.bottom)))
    assert cited
    assert cited <= set(re.findall(r"Sheet (C-\d\d)", calculations))


def test_a_sheet_shows_its_arithmetic_and_the_second_reading() -> None:
    calculations = said(section_of(memo(DELIVERY), "Calculations"))
    assert "400 × 16" in calculations
    assert "Second reading, all paths summed: 10,400 TPP" in calculations


def test_a_second_reading_that_changes_the_result_is_an_assumption_and_a_counter_argument() -> None:
    slow: dict[str, Any] = {**ITEM, "items.i1.speed": {"fp8": 300.0, "fp16": 200.0}}
    context = memo(slow)
    assert "all paths summed" in said(section_of(context, "Assumptions"))
    assert "all paths summed" in said(section_of(context, "Counter-arguments")).lower()


def test_facts_and_conclusions_are_not_mixed() -> None:
    register = tables(section_of(memo(DELIVERY), "Facts relied on"))["Fact register"]
    words = said(register)
    assert "Entry A" not in words
    assert "Licence required" not in words
    row = next(row for row in rows(register) if row[1] == "Throughput")
    assert row[2:] == [
        "FP8 500 TFLOPS; FP16 400 TFLOPS",
        "Data sheet, page 3",
        "2026-07-01",
        "H. Kontrol",
    ]


def test_an_answer_not_known_is_an_open_point_and_never_a_no() -> None:
    context = memo({**ITEM, "items.i1.kind": None})
    points = tables(section_of(context, "Assumptions"))["Answers not known"]
    assert any("kind of thing" in row[1].lower() for row in rows(points))
    answers = tables(section_of(context, "Questions and answers"))["Answers verbatim"]
    row = next(row for row in rows(answers) if row[1] == "What kind of thing is it?")
    assert row[2] == "Not known"


def test_every_open_point_is_printed_with_what_turns_on_it() -> None:
    context = memo(without({**DELIVERY, "items.i1.speed": {"fp8": 300.0}}, "items.i1.area"))
    points = tables(section_of(context, "Assumptions"))["Answers not known"]
    assert "classification (example card)" in rows(points)[0][2].lower()
    assert all(row[0] in context.bottom.hold + context.bottom.open for row in rows(points))


def test_the_smallest_set_that_settles_is_named() -> None:
    sparse = without({**ITEM, "items.i1.speed": {"fp8": 300.0, "fp16": "none"}}, "items.i1.area")
    assert "The smallest set of answers" in said(section_of(memo(sparse), "Assumptions"))


def test_an_unanswered_question_says_so_in_the_annex() -> None:
    answers = tables(section_of(memo({"items": ("i1",)}), "Questions"))["Answers verbatim"]
    words = [row[2] for row in rows(answers)]
    assert "Not known. Not answered." in words
    assert "No" not in words


def test_an_answer_that_counts_for_nothing_is_kept_with_the_reason() -> None:
    context = memo({**ITEM, "items.i1.kind": "paper"})
    last = rows(tables(section_of(context, "Questions"))["Answers verbatim"])[-1]
    assert last[3] == "Counts for nothing: another answer closed the branch that it stands on."


def test_a_rejected_entry_names_the_element_that_failed() -> None:
    rejected = tables(section_of(memo(ITEM), "Analysis: United States"))["Rejected candidates"]
    slow: dict[str, Any] = {**ITEM, "items.i1.speed": {"fp8": 100.0, "fp16": "none"}}
    rejected = tables(section_of(memo(slow), "Analysis: United States"))["Rejected candidates"]
    row = next(row for row in rows(rejected) if row[0] == "A")
    assert "Fast enough: not met" in row[1]
    assert "C-01" in row[1]


def test_the_matrix_gives_each_element_its_finding() -> None:
    matrix = tables(section_of(memo(ITEM), "Analysis: United States"))["Candidate matrix"]
    found = {row[1]: row[3] for row in rows(matrix)}
    assert found["It is a chip or holds one"] == "Met"
    assert found["Fast enough"] == "Met"


def test_a_regime_that_is_not_at_hand_is_not_covered_and_not_free() -> None:
    words = said(section_of(memo(DELIVERY), "Analysis: European Union"))
    assert "Not covered by this edition." in words
    assert "not a finding" in words


def test_every_citation_resolves_to_an_instrument() -> None:
    context = memo(DELIVERY)
    instruments = tables(section_of(context, "Rules consulted"))["Instruments and editions"]
    marks = {row[0] for row in rows(instruments)}
    assert marks == {"LAW"}
    assert all(c.source.upper() in marks for rule in made().rules.values() for c in rule.cites)


def test_a_rule_that_is_not_enforced_gets_a_box_and_is_never_dropped() -> None:
    words = said(section_of(memo(DELIVERY), "Rules consulted"))
    assert "Codified, not enforced since 2025-05-13" in words
    assert "the text asks for a licence everywhere" in words


def test_a_change_within_180_days_is_announced() -> None:
    pending = tables(section_of(memo(DELIVERY), "Rules consulted"))["Changes within 180 days"]
    assert rows(pending)[0][:2] == ["2026-09-01", "the listed countries"]
    assert "Norway" in rows(pending)[0][3]


def test_an_edition_is_warned_of_from_60_days_and_refused_from_180() -> None:
    ages = {59: "", 60: "look for later changes", 179: "look for later", 180: "do not rely on it"}
    for days, words in ages.items():
        context = memo(ITEM, dt.date(2026, 6, 30) + dt.timedelta(days=days))
        warned = said(section_of(context, "Rules consulted"))
        assert (words in warned) if words else ("days ago" not in warned)


def test_an_old_edition_stops_the_shipment() -> None:
    assert "the edition is 200 days old" in memo(ITEM, dt.date(2027, 1, 16)).bottom.hold


def test_facts_and_conclusion_are_signed_apart() -> None:
    signatures = tables(section_of(memo(DELIVERY), "Decision record"))["Decision and signatures"]
    assert [row[0] for row in rows(signatures)][:1] == ["Attests the facts"]
    assert "Adopts the conclusion" in [row[0] for row in rows(signatures)]


def test_a_document_for_another_day_says_so_and_cannot_be_signed() -> None:
    context = memo(DELIVERY, as_of=True)
    assert context.front.status == "AS OF 2026-07-01"
    record = section_of(context, "Decision record")
    assert not tables(record)
    assert "cannot be signed" in said(record)


def test_history_and_exhibits_are_printed_with_their_hashes() -> None:
    history = (HistoryLine(1, MOMENT, "P. Sample", "ab" * 32),)
    exhibits = (ExhibitLine("sheet.pdf", "cd" * 32, 2048, MOMENT),)
    context = memo(DELIVERY, history=history, exhibits=exhibits)
    assert "ab" * 32 in said(section_of(context, "Revision history"))
    assert (
        rows(tables(section_of(context, "Exhibits"))["Exhibits kept with this memo"])[0][3]
        == "2,048"
    )


def test_an_erased_answer_shows_as_erased() -> None:
    erased = frozenset({"parties.p1.party_name"})
    answers = {**DELIVERY, "parties.p1.party_name": None}
    words = said(section_of(memo(answers, erased=erased), "Questions"))
    assert "Erased" in words
    assert "Example Buyer" not in words


def test_every_reference_leads_to_a_row() -> None:
    for answers in ({}, ITEM, DELIVERY, {**DELIVERY, "items.i1.kind": None}):
        context = memo(answers)
        for text in texts((context.bottom, context.sections, context.annexes)):
            for found in re.findall(r"\b[FOQCHAX]-\d\d\d?\b", text):
                assert str(Ref.read(found)) in targets(context), f"{found} in {text[:80]}"


def test_the_way_from_answers_to_paper_changes_nothing_in_between() -> None:
    assert said(memo(DELIVERY)) == said(memo(DELIVERY))
