"""Records are kept as long as the law of each regime asks; nothing goes without a reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.operations.keeping import (
    exports,
    hold,
    keep_as_due,
    let_go,
    record_export,
    release,
    retention,
    years_after,
)
from app.store.errors import Final, Refused
from tests.assessment.another import another
from tests.operations.conftest import NOON
from tests.operations.test_sitting import fast_chip

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.desk import Desk
    from app.operations.sitting import Sitting

DAY = NOON.date()
MORE = """
parameters:
  years_kept: {title: years kept, unit: years, values: {2020-01-01: 5}, cites: [law/R]}
sections:
  when: {title: When, order: 9}
questions:
  planned_day: {section: when, kind: date, ask: When is it sent?, fact: planned day, printed: yes}
"""
RECORDS = ("{title: Made,", "{title: Made, kept_for: years_kept, planned: planned_day,")
YEAR_END = ("kept_for: years_kept,", "kept_for: years_kept, kept_to_year_end: yes,")


@pytest.fixture
def keeping(desk: Desk) -> Desk:
    return replace(desk, questionnaire=another(RECORDS, more=MORE))


@pytest.fixture
def sitting(keeping: Desk) -> Sitting:
    sitting = keeping.create("One to keep")
    fast_chip(sitting)
    return sitting


def test_without_an_export_or_a_plan_the_end_is_not_known(sitting: Sitting) -> None:
    found = retention(sitting)
    assert found.until is None
    assert "not known" in found.says


def test_a_planned_export_counts_until_one_is_recorded(sitting: Sitting) -> None:
    sitting.answer("planned_day", "2027-03-01")
    planned = retention(sitting)
    assert (planned.until, planned.made) == (dt.date(2032, 3, 1), False)
    made = record_export(sitting, dt.date(2026, 11, 20), "invoice 7")
    assert (made.until, made.made) == (dt.date(2031, 11, 20), True)


def test_the_time_runs_from_the_last_export_recorded(sitting: Sitting) -> None:
    record_export(sitting, dt.date(2026, 11, 20), "invoice 7")
    record_export(sitting, dt.date(2026, 2, 1), "invoice 3, found later")
    assert retention(sitting).until == dt.date(2031, 11, 20)
    first, _ = exports(sitting.library, sitting.id)
    assert first.what == "invoice 3, found later"
    assert sitting.head.keep_until == "2031-11-20"


def test_a_law_that_counts_calendar_years_keeps_to_the_end_of_the_last(desk: Desk) -> None:
    law = another(RECORDS, YEAR_END, more=MORE)
    sitting = replace(desk, questionnaire=law).create("Kept to the end of the year")
    assert record_export(sitting, dt.date(2026, 2, 1), "invoice 1").until == dt.date(2031, 12, 31)


def test_a_law_that_does_not_say_for_how_long_gives_no_end(desk: Desk) -> None:
    law = another(RECORDS, more=MORE.replace("2020-01-01: 5", "2027-01-01: 5"))
    sitting = replace(desk, questionnaire=law).create("Not yet said")
    found = record_export(sitting, dt.date(2026, 2, 1), "invoice 1")
    assert found.until is None
    assert "does not say for how long" in found.says
    assert sitting.head.keep_until is None


def test_a_leap_day_is_never_kept_too_short() -> None:
    assert years_after(dt.date(2024, 2, 29), 5) == dt.date(2029, 3, 1)
    assert years_after(dt.date(2024, 2, 29), 4) == dt.date(2028, 2, 29)


def test_an_export_that_lies_ahead_or_is_of_nothing_is_refused(sitting: Sitting) -> None:
    with pytest.raises(Refused, match="lies ahead"):
        record_export(sitting, DAY + dt.timedelta(days=1), "invoice 9")
    with pytest.raises(Refused, match="say what"):
        record_export(sitting, DAY, "  ")
    assert exports(sitting.library, sitting.id) == ()


def test_what_is_due_is_written_once(sitting: Sitting) -> None:
    sitting.answer("planned_day", "2027-03-01")
    keep_as_due(sitting)
    keep_as_due(sitting)
    said = [entry.what for entry in sitting.library.log.read(sitting.id)]
    assert said.count("to be kept") == 1


def test_a_mere_draft_goes_into_the_bin_and_can_be_restored(
    keeping: Desk, sitting: Sitting
) -> None:
    let_go(keeping, sitting.id)
    assert keeping.lines() == []
    keeping.restore(sitting.id)
    assert [line.id for line in keeping.lines()] == [sitting.id]


def test_a_record_goes_only_with_a_reason_that_stays(keeping: Desk, sitting: Sitting) -> None:
    last = sitting.save_revision("A. Tester")
    record_export(sitting, dt.date(2026, 11, 20), "invoice 7")
    with pytest.raises(Refused, match=r"kept until 20 November 2031.*say why"):
        let_go(keeping, sitting.id)
    let_go(keeping, sitting.id, "Entered twice; the record stands under another name.")
    library = keeping.library
    assert not library.assessments.has(sitting.id)
    assert library.log.read(sitting.id) == ()
    told = library.log.read()[-1]
    assert told.what == "let go"
    assert isinstance(told.data, dict)
    assert told.data["last_hash"] == last.hash
    assert told.data["reason"].startswith("Entered twice")
    assert library.database.rows("SELECT reason, gone FROM let_go") == [(told.data["reason"], 1)]


def test_a_draft_that_was_exported_is_a_record_too(keeping: Desk, sitting: Sitting) -> None:
    record_export(sitting, dt.date(2026, 11, 20), "invoice 7")
    with pytest.raises(Refused, match="is a record"):
        let_go(keeping, sitting.id)


def test_what_was_let_go_and_brought_again_is_final_again(keeping: Desk, tmp_path: Path) -> None:
    sitting = keeping.create("Twice here")
    sitting.save_revision("A. Tester")
    file = tmp_path / "a.clearway"
    keeping.export(sitting.id, file)
    let_go(keeping, sitting.id, "Brought by mistake.")
    assert keeping.bring(file) == sitting.id
    with pytest.raises(Final, match="cannot be deleted"):
        keeping.library.database.run("DELETE FROM revision")
    with pytest.raises(Final, match="cannot be changed"):
        keeping.library.database.run("UPDATE let_go SET gone = 0")


def test_nothing_goes_under_a_hold_whatever_the_reason(keeping: Desk, sitting: Sitting) -> None:
    sitting.save_revision("A. Tester")
    with pytest.raises(Refused, match="what the hold is for"):
        hold(keeping, sitting.id, "")
    hold(keeping, sitting.id, "subpoena of 2026-11-02")
    with pytest.raises(Refused, match="held and must be kept: subpoena"):
        let_go(keeping, sitting.id, "No longer needed.")
    with pytest.raises(Refused, match="who ended"):
        release(keeping, sitting.id, " ")
    release(keeping, sitting.id, "Matter closed, counsel's letter.")
    let_go(keeping, sitting.id, "No longer needed.")
    assert not keeping.library.assessments.has(sitting.id)
