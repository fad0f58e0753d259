"""Whatever was answered: saved, opened, exported, brought in and revised, it is what it was."""

from __future__ import annotations

import datetime as dt
import itertools
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.assessment.migration import How
from app.operations.compare import as_of
from app.operations.desk import Desk
from app.operations.reevaluation import reevaluate
from app.operations.revising import open_revision, revise, verified
from app.operations.shelf import Shelf
from app.operations.states import revision_point
from app.store.library import Library
from tests.assessment.another import LATER, another
from tests.assessment.made import made
from tests.operations.laws import FAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.answers import Answer
    from app.questionnaire.definition import Questionnaire

NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
SHIPPED = made()
LATER_LAW = another(
    *LATER,
    ("  area:\n", "  die_area:\n"),
    ("power / area", "power / die_area"),
    ("\nsections:\n", "\nmoved: {area: die_area, colour: {because: nobody asks it}}\nsections:\n"),
)

values = {
    "items.i1.item_name": st.text(max_size=12),
    "items.i1.kind": st.sampled_from(["chip", "box", "paper", "another"]),
    "items.i1.area": st.none() | st.floats(1, 2000),
    "items.i1.datacenter": st.none() | st.booleans(),
    "items.i1.colour": st.text(max_size=5),
    "items.i1.speed": st.dictionaries(st.sampled_from(["fp8", "fp16"]), st.floats(1, 5000)),
    "destinations.d1.country": st.sampled_from(["CN", "FR", "NO", "XX"]),
    "parties.p1.party_name": st.text(max_size=12),
}
answers = st.fixed_dictionaries({}, optional=values).map(lambda given: {**FAST, **given})
some = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def desk_in(folder: Path, law: Questionnaire) -> Iterator[Desk]:
    seconds = itertools.count()
    with Library.open(folder / "library.sqlite", NOON) as library:
        yield Desk(library, law, lambda: NOON + dt.timedelta(seconds=next(seconds)), "A.", "0")


@some
@given(answers)
def test_what_was_saved_opens_as_it_was_and_gives_what_it_stored(given_: dict[str, Answer]) -> None:
    with tempfile.TemporaryDirectory() as place, desk_in(Path(place), SHIPPED) as desk:
        sitting = desk.create("Any", given_)
        revision = sitting.save_revision("A.")
        found = open_revision(desk.library, sitting.id, 1)
        assert found.revision == revision
        assert found.answers == given_
        assert found.troubles == ()
        here = revision_point(desk, Shelf(desk.library, SHIPPED), sitting.id, 1)
        assert as_of(here, here.state.day).flips == ()
        reevaluate(desk)
        assert not desk.lines()[0].concern.changed


@some
@given(answers)
def test_what_is_exported_and_brought_in_is_revised_with_a_reason_for_each_answer_that_moved(
    given_: dict[str, Answer],
) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        path = Path(one) / "any.clearway"
        with desk_in(Path(one), SHIPPED) as desk:
            sitting = desk.create("Any", given_)
            sitting.save_revision("A.")
            desk.export(sitting.id, path)
        with desk_in(Path(other), LATER_LAW) as desk:
            id_ = desk.bring(path)
            assert verified(desk.library, id_) == ()
            assert open_revision(desk.library, id_, 1).answers == given_
            taken, found = revise(desk, Shelf(desk.library, LATER_LAW), id_, 1)
            assert found.same + len(found.moves) == len(given_)
            assert all(move.because for move in found.moves)
            gone = {move.address for move in found.moves if move.how is How.ASKED_AGAIN}
            moved = {move.address: move.to for move in found.moves if move.to}
            wanted = {moved.get(at, at): a for at, a in given_.items() if at not in gone}
            assert taken.assessment.answers == wanted
            taken.undo()
            assert desk.library.drafts.kept(id_).people.keys() <= given_.keys() | moved.keys()
