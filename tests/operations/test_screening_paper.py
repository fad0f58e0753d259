"""What stands in the library about a screening is what stands on paper."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.operations.desk import Desk
from app.operations.lists import Lists, import_list
from app.operations.printing import NAMES, order_of
from app.operations.screening import adjudicate, screen_assessment, standing
from app.operations.screening_paper import screened
from app.operations.screening_record import State, Verdict
from app.report.screened import Stand
from app.screening.screen import ENGINE, THRESHOLD
from app.screening.sources import NOT_HELD
from app.store.library import Library
from tests.screening.made import REQUIREMENT, csl_csv
from tests.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.assessment.answers import Answer
    from app.operations.sitting import Sitting
    from app.questionnaire.definition import Questionnaire

NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
LATER = NOON.date() + dt.timedelta(days=20)
REASON = "Another firm: founded later, elsewhere, by other people"
BEGUN: dict[str, Answer] = {
    "parties": ("p1", "p2"),
    "parties.p1.party_name": "Kvantum Photonics",
    "parties.p1.party_country": "RU",
    "parties.p2.party_name": "Клён Пекарня",
    "parties.p2.parent_name": "Brennholt Precision Tooling",
}


@pytest.fixture(scope="module")
def law() -> Questionnaire:
    return shipped()


@pytest.fixture
def sitting(tmp_path: Path, law: Questionnaire) -> Iterator[Sitting]:
    with Library.open(tmp_path / "library.sqlite", NOON) as library:
        yield Desk(library, law, lambda: NOON, "A. Tester", "0").create("Made", BEGUN)


@pytest.fixture
def searched(sitting: Sitting, tmp_path: Path) -> Sitting:
    path = tmp_path / "consolidated.csv"
    path.write_text(csl_csv(), encoding="utf-8")
    import_list(sitting.library, path, NOON, "A. Tester")
    screen_assessment(Lists.of(sitting.library), sitting.id, NOON, "A. Tester")
    return sitting


def test_without_a_search_the_names_stand_as_not_screened(sitting: Sitting) -> None:
    found = screened(sitting, NOON.date())
    assert found.moment is None
    assert not found.settled
    assert {each.result for each in found.names} == {"Not screened"}


def test_the_record_names_engine_threshold_list_and_what_is_not_held(searched: Sitting) -> None:
    found = screened(searched, NOON.date())
    assert (found.moment, found.who, found.engine) == (NOON, "A. Tester", ENGINE)
    assert found.threshold == THRESHOLD
    (one,) = found.lists
    assert (one.title, one.file, one.parties) == (
        "Consolidated Screening List",
        "consolidated.csv",
        4,
    )
    assert (len(one.hash), one.imported, one.old) == (64, "2026-11-25 12:00", "")
    assert [title for title, _ in found.not_held] == [each.title for each in NOT_HELD]


def test_each_name_stands_as_typed_with_whose_it_is_and_how_it_was_compared(
    searched: Sitting,
) -> None:
    names = {each.asked: each for each in screened(searched, NOON.date()).names}
    assert names["Kvantum Photonics"].country == "Russia"
    assert names["Клён Пекарня"].words == "klen pekarnya"
    parent = names["Brennholt Precision Tooling"]
    assert (parent.whose, parent.what) == ("Клён Пекарня", "ultimate parent")


def test_a_hit_brings_all_that_the_entry_says_and_who_decided(searched: Sitting) -> None:
    record = standing(searched.library, searched.id, NOON.date())
    hit = next(hit for hit in record.hits if hit.listed.source == "EL")
    adjudicate(searched.library, searched.id, hit, Verdict(State.FALSE, REASON, "B. Tester"), NOON)
    found = screened(searched, NOON.date())
    line = next(each for each in found.hits if each.key == hit.key)
    assert (line.stand, line.requirement, line.citation) == (Stand.FALSE, REQUIREMENT, "99 FR 1")
    assert line.footnote.startswith("4, inferred from 734.9(e)(2)")
    assert line.why
    assert line.said is not None
    assert (line.said.who, line.said.reason, line.said.second) == ("B. Tester", REASON, "")
    assert found.open == len(found.hits) - 1


def test_a_list_grown_old_is_said_to_be_old(searched: Sitting) -> None:
    found = screened(searched, LATER)
    assert "OLD: 20 days" in found.lists[0].old
    assert found.old


def test_a_document_of_the_draft_and_of_its_revision_bring_the_record(searched: Sitting) -> None:
    assert "screening" in NAMES
    assert order_of(searched, "screening").subject.screened is not None
    searched.save_revision("A. Tester")
    assert order_of(searched, "memo", revision=1).subject.screened is not None


def test_a_revision_with_other_parties_than_now_has_no_record_of_its_own(
    searched: Sitting,
) -> None:
    searched.save_revision("A. Tester")
    searched.answer("parties.p1.party_name", "Somebody Else")
    assert order_of(searched, "memo", revision=1).subject.screened is None
