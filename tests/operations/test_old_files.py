"""Files of every earlier version, as the program of their day wrote them, revised under today's law.

``version_1`` is of the first day on which samples shipped, ``version_2`` of the day before editions.
"""

from __future__ import annotations

import datetime as dt
import gzip
import itertools
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.assessment.migration import How
from app.operations.compare import compare
from app.operations.desk import Desk
from app.operations.reevaluation import reevaluate
from app.operations.revising import open_revision, revise, verified
from app.operations.shelf import Shelf
from app.store.library import Library
from app.store.revisions import intact
from tests.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.questionnaire.definition import Questionnaire

OLD = Path(__file__).parents[1] / "store" / "old"
VERSIONS = ("version_1", "version_2")
TODAY = dt.datetime(2027, 2, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def law() -> Questionnaire:
    return shipped()


@contextmanager
def desk_at(path: Path, law: Questionnaire) -> Iterator[Desk]:
    seconds = itertools.count()
    with Library.open(path, TODAY) as library:
        yield Desk(
            library, law, lambda: TODAY + dt.timedelta(seconds=next(seconds)), "B. Later", "9"
        )


@pytest.fixture(params=VERSIONS)
def desk(request: pytest.FixtureRequest, tmp_path: Path, law: Questionnaire) -> Iterator[Desk]:
    """A desk over an old library."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress((OLD / f"{request.param}.sqlite.gz").read_bytes()))
    with desk_at(path, law) as found:
        yield found


def final(desk: Desk) -> list[str]:
    return [line.id for line in desk.lines() if line.revisions]


def test_an_old_library_opens_with_all_it_holds(desk: Desk) -> None:
    assert len(desk.lines()) == 3
    assert len(final(desk)) == 2
    for id_ in final(desk):
        assert verified(desk.library, id_) == ()
        found = open_revision(desk.library, id_, 1)
        assert len(found.answers) > 100
        assert len(found.determinations) > 10


def test_an_old_revision_is_taken_up_under_the_law_of_today_with_the_reason_for_each_move(
    desk: Desk,
) -> None:
    id_ = final(desk)[0]
    before = open_revision(desk.library, id_, 1)
    sitting, found = revise(desk, Shelf(desk.library, desk.questionnaire), id_, 1)
    assert found.same + len(found.moves) == len(before.answers)
    assert all(move.because for move in found.moves)
    second = sitting.save_revision("B. Later")
    assert (second.number, second.previous) == (2, before.revision.hash)
    details = second.conclusions.details
    assert details["carried"][0]["from"]["hash"] == before.revision.hash
    assert len(details["carried"][0]["answers"]) == len(found.moves)
    assert open_revision(desk.library, id_, 1) == before


def test_no_answer_of_an_old_revision_is_lost_for_want_of_a_word_where_it_went(desk: Desk) -> None:
    """An id that was shipped once says under ``moved`` where its answers went, or why not."""
    lost = set()
    for id_ in final(desk):
        _, found = revise(desk, Shelf(desk.library, desk.questionnaire), id_, 1)
        kept = [move for move in found.moves if move.how is How.KEPT]
        lost |= {move.address for move in kept if "takes its place" in move.because}
    assert lost == set()


def test_the_old_revision_and_its_reviser_are_compared(desk: Desk) -> None:
    id_ = final(desk)[0]
    shelf = Shelf(desk.library, desk.questionnaire)
    sitting, _ = revise(desk, shelf, id_, 1)
    sitting.save_revision("B. Later")
    found = compare(desk, shelf, id_, 1, 2)
    assert found.before.stored
    assert found.after.stored
    assert found.rules or found.before.trouble


def test_old_assessments_are_evaluated_again_and_none_is_altered(desk: Desk) -> None:
    before = {id_: desk.library.revisions.all(id_) for id_ in final(desk)}
    assert reevaluate(desk) == 3
    after = {id_: desk.library.revisions.all(id_) for id_ in final(desk)}
    assert after == before
    assert all(intact(each) for revisions in after.values() for each in revisions)


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_file_is_brought_in_and_revised(
    version: str, tmp_path: Path, law: Questionnaire
) -> None:
    path = tmp_path / "old.clearway"
    path.write_bytes(gzip.decompress((OLD / f"{version}.clearway.gz").read_bytes()))
    with desk_at(tmp_path / "library.sqlite", law) as desk:
        id_ = desk.bring(path)
        assert verified(desk.library, id_) == ()
        sitting, _ = revise(desk, Shelf(desk.library, law), id_, 1)
        assert sitting.save_revision("B. Later").number == 2
        desk.export(id_, tmp_path / "new.clearway")
        with desk_at(tmp_path / "other.sqlite", law) as other:
            assert other.bring(tmp_path / "new.clearway") == id_
            assert verified(other.library, id_) == ()
