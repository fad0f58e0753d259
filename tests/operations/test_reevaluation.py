"""Every assessment again under the law in use: what changed is said, nothing final is altered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.operations.editions import begin_use, bring_edition
from app.operations.outlook import seen
from app.operations.periods import period
from app.operations.reevaluation import due, reevaluate, results
from app.operations.shelf import Shelf
from app.operations.states import revision_point
from app.store.revisions import intact
from tests.assessment.another import LATER, another
from tests.assessment.made import made
from tests.operations.laws import FAST, RAISED, edition, turned

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.concern import Concern
    from app.operations.desk import Desk

SHIPPED = made()
ASKS_MORE = (
    *LATER,
    ("- {says: fast enough, is: power >= limit_a}", "- power >= limit_a\n      - not datacenter"),
)


@pytest.fixture
def begun(desk: Desk) -> Desk:
    """A desk with one final assessment and one draft, both under the shipped law."""
    begin_use(desk.library, SHIPPED, desk.clock(), desk.who)
    desk.create("Final", FAST).save_revision("A.")
    desk.create("Draft", FAST)
    return desk


def later(desk: Desk, tmp_path: Path, *replaced: tuple[str, str]) -> Desk:
    path = edition(tmp_path, *replaced)
    bring_edition(desk.library, SHIPPED, path, desk.clock(), desk.who)
    return turned(desk, SHIPPED)


def concern_of(desk: Desk, name: str) -> Concern:
    return next(line.concern for line in desk.lines() if line.name == name)


def test_under_the_same_law_nothing_changes(begun: Desk) -> None:
    assert reevaluate(begun) == 2
    assert not concern_of(begun, "Final")
    assert not concern_of(begun, "Draft")


def test_what_changes_under_a_new_edition_is_counted_for_revisions_and_drafts(
    begun: Desk, tmp_path: Path
) -> None:
    desk = later(begun, tmp_path, *RAISED)
    assert reevaluate(desk) == 2
    for name in ("Final", "Draft"):
        assert concern_of(desk, name).changed == 1
        told = desk.library.outlooks.details(desk.lines(name)[0].id)
        (flip,) = told["flips"]
        assert (flip["title"], flip["subject"]) == ("Classification", "Nova")
        assert (flip["before"], flip["after"]) == ("Entry A", "Entry B")
        assert flip["cause"] == "another law"
        assert flip["why"] == [
            "threshold changed: limit of A: 4,800 TPP from 1 January 2022; 20,000 TPP from 1 October 2026"
        ]


def test_nothing_final_is_altered(begun: Desk, tmp_path: Path) -> None:
    id_ = begun.lines("Final")[0].id
    before = begun.library.revisions.all(id_), begun.library.log.read(id_)
    desk = later(begun, tmp_path, *RAISED)
    reevaluate(desk)
    after = desk.library.revisions.all(id_), desk.library.log.read(id_)
    assert after == before
    assert all(map(intact, after[0]))
    assert desk.lines("Final")[0].changed == begun.lines("Final")[0].changed


def test_what_was_evaluated_is_not_evaluated_again(begun: Desk) -> None:
    reevaluate(begun)
    assert due(begun) == []
    assert reevaluate(begun) == 0


def test_a_changed_draft_is_due_again(begun: Desk) -> None:
    reevaluate(begun)
    begun.open(begun.lines("Draft")[0].id).answer("items.i1.area", 700.0)
    (wanted,) = due(begun)
    assert wanted.assessment == begun.lines("Draft")[0].id


def test_two_days_of_the_same_law_share_what_was_found(begun: Desk) -> None:
    reevaluate(begun)
    clock = begun.clock
    assert due(replace(begun, clock=lambda: clock() + dt.timedelta(days=40))) == []


def test_the_day_on_which_the_law_changes_is_evaluated_anew(begun: Desk, tmp_path: Path) -> None:
    desk = later(
        begun, tmp_path, *LATER, ("2022-01-01: 4800", "2022-01-01: 4800, 2027-01-01: 20000")
    )
    reevaluate(desk)
    assert not concern_of(desk, "Final").changed
    clock = desk.clock
    new_year = replace(desk, clock=lambda: clock() + dt.timedelta(days=60))
    assert len(due(new_year)) == 2
    reevaluate(new_year)
    assert concern_of(new_year, "Final").changed == 1


def test_a_law_that_reads_the_day_shares_nothing_between_days() -> None:
    day = dt.date(2026, 11, 25)
    reads = another(
        ("not datacenter and power < limit_a", "not datacenter and day == day and power < limit_a")
    )
    assert period(SHIPPED, day) == dt.date(2026, 9, 1)
    assert period(reads, day) == day


def test_a_question_that_must_be_answered_is_counted(begun: Desk, tmp_path: Path) -> None:
    """The new law makes a conclusion rest on an answer that nobody gave."""
    more = {**FAST}
    del more["items.i1.datacenter"]
    sitting = begun.create("Open", more)
    assert sitting.assessment is not None
    sitting.save_revision("A.")
    desk = later(begun, tmp_path, *ASKS_MORE)
    reevaluate(desk)
    found = concern_of(desk, "Open")
    assert found.changed >= 1
    assert found.asked >= 1
    told = desk.library.outlooks.details(desk.lines("Open")[0].id)
    assert "items.i1.datacenter" in told["questions"]


def test_a_rule_that_changes_within_180_days_is_announced(begun: Desk, tmp_path: Path) -> None:
    lapses = (
        "is: not_enforced, cites: [law/E], note: announced}",
        "is: not_enforced, cites: [law/E]}\n      - {from: 2027-02-01, is: in_force, cites: [law/E]}",
    )
    desk = later(begun, tmp_path, *LATER, lapses)
    reevaluate(desk)
    assert concern_of(desk, "Final").soon == ("2027-02-01",)
    told = desk.library.outlooks.details(desk.lines("Final")[0].id)
    (ahead,) = told["ahead"]
    assert ahead == {
        "day": "2027-02-01",
        "rule": "law 1: the text asks for a licence everywhere",
        "becomes": "in force",
    }
    early = replace(desk, clock=lambda: dt.datetime(2026, 1, 5, tzinfo=dt.UTC))
    assert [line.concern.soon for line in early.lines("Final")] == [()]


def test_it_stops_when_it_is_told_to_and_keeps_what_was_done(begun: Desk) -> None:
    told: list[tuple[int, int]] = []
    assert reevaluate(begun, lambda *at: told.append(at), lambda: bool(told)) == 1
    assert told == [(1, 2)]
    assert len(due(begun)) == 1


def test_a_revision_whose_law_is_lost_is_compared_with_what_it_stored(
    begun: Desk, tmp_path: Path
) -> None:
    desk = later(begun, tmp_path, *RAISED)
    raw = desk.library.database.raw
    raw.execute("DROP TRIGGER law_is_fixed")
    raw.execute("UPDATE law SET content = x'00' WHERE hash = (SELECT law FROM revision)")
    id_ = desk.lines("Final")[0].id
    point = revision_point(desk, Shelf(desk.library, desk.questionnaire), id_, 1)
    assert "damaged" in point.trouble
    assert len(seen(point, desk.questionnaire, desk.clock().date()).flips) == 1


def test_a_day_before_the_law_is_told_as_a_trouble(begun: Desk) -> None:
    early = replace(begun, clock=lambda: dt.datetime(2019, 1, 5, tzinfo=dt.UTC))
    found = list(results(early, due(early), lambda: False))
    assert ["is before the law at hand" in str(each.outlook.data) for each in found] == [True, True]


def test_what_is_in_the_bin_is_not_evaluated(begun: Desk) -> None:
    begun.delete(begun.lines("Draft")[0].id)
    assert reevaluate(begun) == 1


def test_no_name_of_a_person_stands_in_what_is_kept(begun: Desk, tmp_path: Path) -> None:
    desk = later(begun, tmp_path, *RAISED)
    reevaluate(desk)
    rows = desk.library.database.rows("SELECT data FROM outlook UNION SELECT words FROM words")
    assert rows
    assert not [row for row in rows if "beispiel" in str(row).lower()]


def test_words_of_answers_countries_and_entries_find_an_assessment(begun: Desk) -> None:
    for words in ("works china", "entry a", "chip nova", "final a chip"):
        assert "Final" in [line.name for line in begun.lines(words)]
    assert begun.lines("france") == []


def test_an_assessment_of_an_older_library_gets_its_words(begun: Desk) -> None:
    begun.library.database.run("DELETE FROM words")
    assert begun.lines("china") == []
    reevaluate(begun)
    assert len(begun.lines("china")) == 2
