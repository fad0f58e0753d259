"""A screening reaches the law: its answers follow its record, and a person's own are never lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.assessment.determination import determinations
from app.operations.desk import Desk
from app.operations.lists import Lists, Stopped, import_list
from app.operations.samples import samples
from app.operations.screening import adjudicate, screen_assessment, standing
from app.operations.screening_answers import (
    MARK,
    answer_oneself,
    follow,
    needs_second,
    new_hits,
    rescreen_all,
    seen,
    set_needs_second,
)
from app.operations.screening_record import State, Verdict
from app.store.library import Library
from tests.screening.made import ROWS, csl_csv
from tests.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.assessment.answers import Answer
    from app.operations.sitting import Sitting
    from app.questionnaire.definition import Questionnaire

NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
TODAY = NOON.date()
REASON = "Another firm: founded later, elsewhere, by other people"
AT = "parties.p1"
BEGUN: dict[str, Answer] = {
    "parties": ("p1",),
    f"{AT}.party_name": "Kvantum Photonics",
    f"{AT}.party_country": "RU",
}


@pytest.fixture(scope="module")
def law() -> Questionnaire:
    return shipped()


@pytest.fixture
def desk(tmp_path: Path, law: Questionnaire) -> Iterator[Desk]:
    with Library.open(tmp_path / "library.sqlite", NOON) as library:
        yield Desk(library, law, lambda: NOON, "A. Tester", "0")


@pytest.fixture
def sitting(desk: Desk) -> Sitting:
    return desk.create("Made", BEGUN)


def bring(desk: Desk, tmp_path: Path, *more: dict[str, str], moment: dt.datetime = NOON) -> Lists:
    path = tmp_path / "consolidated.csv"
    path.write_text(csl_csv((*ROWS, *more)), encoding="utf-8")
    import_list(desk.library, path, moment, "A. Tester")
    return Lists.of(desk.library)


def decide(sitting: Sitting, state: State) -> None:
    for hit in standing(sitting.library, sitting.id, TODAY).hits:
        said = Verdict(state, REASON, "A. Tester", basis="made licence")
        adjudicate(sitting.library, sitting.id, hit, said, NOON)


def screened(sitting: Sitting, lists: Lists) -> None:
    screen_assessment(lists, sitting.id, NOON, "A. Tester")
    follow(sitting, TODAY)


def answer(sitting: Sitting, question: str) -> Answer:
    return sitting.assessment.answers.get(f"{AT}.{question}", "nothing")


def open_ends(sitting: Sitting) -> set[str]:
    found = determinations(sitting.assessment.today)
    return {each.id for each in found if each.value is None}


def test_without_any_list_what_a_person_answered_stands(sitting: Sitting) -> None:
    sitting.answer(f"{AT}.party_lists", ())
    follow(sitting, TODAY)
    assert answer(sitting, "party_lists") == ()


def test_a_name_that_was_not_screened_is_on_lists_not_known(
    desk: Desk, sitting: Sitting, tmp_path: Path
) -> None:
    bring(desk, tmp_path)
    sitting.answer(f"{AT}.party_lists", ())
    follow(sitting, TODAY)
    assert answer(sitting, "party_lists") is None
    assert str(answer(sitting, "party_lists.source")).startswith(MARK)


def test_a_hit_leaves_it_open_and_its_decision_says_list_date_footnote_and_source(
    desk: Desk, sitting: Sitting, tmp_path: Path
) -> None:
    lists = bring(desk, tmp_path)
    screened(sitting, lists)
    assert answer(sitting, "party_lists") is None
    decide(sitting, State.TRUE)
    follow(sitting, TODAY)
    assert answer(sitting, "party_lists") == ("entity_list",)
    assert answer(sitting, "entity_footnote") == "fn4"
    assert answer(sitting, "party_lists_date") == "2026-11-25"
    source = str(answer(sitting, "party_lists.source"))
    assert "2026-11-25" in source
    assert "Consolidated Screening List" in source
    assert lists.heads[0].hash[:16] in source


def test_what_followed_is_on_disk_and_no_step_to_undo(
    desk: Desk, sitting: Sitting, tmp_path: Path
) -> None:
    lists = bring(desk, tmp_path)
    sitting.answer(f"{AT}.party_country", "DE")
    steps = len(desk.library.drafts.history(sitting.id))
    screened(sitting, lists)
    assert len(desk.library.drafts.history(sitting.id)) == steps
    assert desk.library.drafts.read(sitting.id).answers[f"{AT}.party_lists"] is None
    sitting.undo()
    assert answer(sitting, "party_country") == "RU"
    follow(sitting, TODAY)
    assert answer(sitting, "party_lists") is None
    assert sitting.can_redo
    sitting.redo()
    assert answer(sitting, "party_country") == "DE"


@pytest.mark.parametrize(
    ("question", "other"),
    [("party_name", "Maple Optics"), ("party_country", "DE"), ("party_address", "1 Way")],
)
def test_another_name_country_or_address_opens_it_again(
    desk: Desk, sitting: Sitting, tmp_path: Path, question: str, other: str
) -> None:
    screened(sitting, bring(desk, tmp_path))
    decide(sitting, State.FALSE)
    follow(sitting, TODAY)
    assert answer(sitting, "party_lists") == ()
    sitting.answer(f"{AT}.{question}", other)
    follow(sitting, TODAY)
    assert answer(sitting, "party_lists") is None


def test_an_old_list_says_of_nobody_that_he_is_on_none(
    desk: Desk, sitting: Sitting, tmp_path: Path
) -> None:
    screened(sitting, bring(desk, tmp_path))
    decide(sitting, State.FALSE)
    follow(sitting, TODAY + dt.timedelta(days=8))
    assert answer(sitting, "party_lists") is None
    decide(sitting, State.TRUE)
    follow(sitting, TODAY + dt.timedelta(days=8))
    assert answer(sitting, "party_lists") == ("entity_list",)


def test_a_footnote_goes_with_the_hit_it_came_from(
    desk: Desk, sitting: Sitting, tmp_path: Path
) -> None:
    screened(sitting, bring(desk, tmp_path))
    decide(sitting, State.TRUE)
    follow(sitting, TODAY)
    decide(sitting, State.FALSE)
    follow(sitting, TODAY)
    assert answer(sitting, "entity_footnote") == "nothing"
    assert answer(sitting, "entity_footnote.source") == "nothing"


def test_a_list_that_a_person_knows_of_is_never_lost(
    desk: Desk, sitting: Sitting, tmp_path: Path
) -> None:
    sitting.answer(f"{AT}.party_lists", ("meu_list",))
    screened(sitting, bring(desk, tmp_path))
    assert answer(sitting, "party_lists") == ("meu_list",)
    decide(sitting, State.TRUE)
    follow(sitting, TODAY)
    assert answer(sitting, "party_lists") == ("meu_list", "entity_list")


def test_what_a_person_says_over_a_screening_is_a_persons_and_one_step(
    desk: Desk, sitting: Sitting, tmp_path: Path
) -> None:
    screened(sitting, bring(desk, tmp_path))
    sitting.holds = True
    answer_oneself(sitting, f"{AT}.party_lists", ("sdn",))
    sitting.save()
    follow(sitting, TODAY)
    assert answer(sitting, "party_lists") == ("sdn",)
    assert answer(sitting, "party_lists.source") == "nothing"
    sitting.undo()
    assert answer(sitting, "party_lists") is None
    assert str(answer(sitting, "party_lists.source")).startswith(MARK)


def test_an_owner_is_screened_and_only_the_lists_count_that_bear_on_ownership(
    desk: Desk, sitting: Sitting, tmp_path: Path
) -> None:
    sitting.answer("owners", ("o1", "o2"))
    sitting.answer("owners.o1.owner_name", "Kvantum Photonics")
    sitting.answer("owners.o2.owner_name", "Brennholt Precision Tooling")
    screened(sitting, bring(desk, tmp_path))
    assert sitting.assessment.answers["owners.o1.owner_lists"] is None
    decide(sitting, State.TRUE)
    follow(sitting, TODAY)
    answers = sitting.assessment.answers
    assert answers["owners.o1.owner_lists"] == ("entity_list",)
    assert answers["owners.o2.owner_lists"] == ()
    assert str(answers["owners.o1.owner_lists.source"]).startswith(MARK)


def test_a_name_that_was_taken_back_takes_what_followed_with_it(
    desk: Desk, sitting: Sitting, tmp_path: Path
) -> None:
    screened(sitting, bring(desk, tmp_path))
    sitting.withdraw(f"{AT}.party_name")
    follow(sitting, TODAY)
    assert answer(sitting, "party_lists") == "nothing"


def test_following_twice_changes_nothing(desk: Desk, sitting: Sitting, tmp_path: Path) -> None:
    screened(sitting, bring(desk, tmp_path))
    before = sitting.assessment
    follow(sitting, TODAY)
    assert sitting.assessment is before


def test_under_the_shipped_law_an_open_hit_leaves_the_end_user_undetermined(
    desk: Desk, tmp_path: Path
) -> None:
    sitting = desk.create("Sample", samples()[2].answers)
    decided = open_ends(sitting)
    follow(sitting, TODAY)
    assert open_ends(sitting) == decided
    name = next(at for at in sitting.assessment.answers if at.endswith(".party_name"))
    lists = bring(desk, tmp_path)
    follow(sitting, TODAY)
    unscreened = open_ends(sitting) - decided
    assert "end_users" in unscreened
    screened(sitting, lists)
    assert not open_ends(sitting) & unscreened
    sitting.answer(name, "Kvantum Photonics")
    screened(sitting, lists)
    assert "end_users" in open_ends(sitting)
    decide(sitting, State.FALSE)
    follow(sitting, TODAY)
    assert not open_ends(sitting) & unscreened


def test_a_new_list_screens_every_assessment_and_marks_what_is_new(
    desk: Desk, sitting: Sitting, tmp_path: Path
) -> None:
    other = desk.create("Other", {"parties": ("p1",), f"{AT}.party_name": "Maple Bakery"})
    empty = desk.create("Empty")
    told: list[tuple[int, int]] = []

    def progress(done: int, whole: int) -> None:
        told.append((done, whole))

    found = rescreen_all(desk, bring(desk, tmp_path), progress)
    assert set(found) == {sitting.id}
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert new_hits(desk.library) == {sitting.id: 1}
    answers = desk.library.drafts.read(other.id).answers
    assert answers[f"{AT}.party_lists"] == ()
    assert desk.library.screenings.latest(empty.id) is None
    seen(desk.library, sitting.id)
    assert new_hits(desk.library) == {}
    maple = {"_id": "n1", "source": ROWS[0]["source"], "name": "Maple Bakery"}
    assert set(rescreen_all(desk, bring(desk, tmp_path, maple))) == {other.id}


def test_a_screening_of_all_that_is_stopped_leaves_the_rest_for_later(
    desk: Desk, sitting: Sitting, tmp_path: Path
) -> None:
    def progress(_done: int, _whole: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        rescreen_all(desk, bring(desk, tmp_path), progress)
    assert standing(desk.library, sitting.id, TODAY).unscreened


def test_an_import_that_is_stopped_leaves_the_lists_as_they_were(
    desk: Desk, tmp_path: Path
) -> None:
    before = bring(desk, tmp_path).heads
    path = tmp_path / "consolidated.csv"
    for step in ("reading", "preparing"):

        def progress(what: str, _done: int, _whole: int, step: str = step) -> None:
            if what == step:
                raise Stopped

        with pytest.raises(Stopped):
            import_list(desk.library, path, NOON, "A. Tester", progress)
    assert Lists.of(desk.library).heads == before


def test_an_import_names_what_it_added_changed_and_removed(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path)
    path = tmp_path / "consolidated.csv"
    new = {"_id": "n1", "source": ROWS[0]["source"], "name": "Fresh Name Works"}
    changed = {**ROWS[0], "license_policy": "Case by case."}
    path.write_text(csl_csv((changed, *ROWS[1:3], new)), encoding="utf-8")
    imported = import_list(desk.library, path, NOON, "A. Tester")
    assert not imported.first
    assert imported.names == {
        "EL:n1": "Fresh Name Works",
        "EL:a1": ROWS[0]["name"],
        "DPL:a4": ROWS[3]["name"],
    }


def test_a_search_beside_reads_while_the_library_is_held(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path)
    with desk.library.beside() as mine:
        assert Lists.of(mine).index == Lists.of(desk.library).index
    assert desk.library.standing.writable
    beside = replace(desk, library=desk.library.beside())
    beside.create("Written beside")
    beside.library.close()
    assert [line.name for line in desk.lines()] == ["Written beside"]


def test_the_wish_for_a_second_person_is_kept(desk: Desk) -> None:
    assert not needs_second(desk.library)
    set_needs_second(desk.library, on=True)
    assert needs_second(desk.library)
