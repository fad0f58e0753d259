"""An assessment is screened, its hits decided, and asked again when a list changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.operations.lists import Lists, age, import_list, is_old
from app.operations.screening import (
    adjudicate,
    names_of,
    rescreen,
    screen_assessment,
    standing,
)
from app.operations.screening_answers import answers_from
from app.operations.screening_record import NO_MATCH, State, Verdict
from app.screening.screen import ENGINE
from app.store.errors import Final, Refused, UnreadableFile
from app.store.library import Library
from tests.screening.made import ROWS, csl_csv, csl_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from app.assessment.answers import Answer
    from app.operations.lists import Imported
    from app.operations.screening_record import Line, Record

NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
TODAY = NOON.date()
REASON = "Another firm: founded later, elsewhere, by other people"
KVANTUM = "parties.p1.party_name"
ANSWERS: dict[str, Answer] = {
    "parties": ("p1", "p2"),
    KVANTUM: "Kvantum Photonics",
    "parties.p1.party_country": "RU",
    "parties.p2.party_name": "Maple Bakery",
    "parties.p2.parent_name": "Brennholt Precision Tooling",
}
PARENT = "parties.p2.parent_name"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite", NOON) as opened:
        yield opened


@pytest.fixture
def key(library: Library) -> str:
    made = library.assessments.create("Made", NOON, "A. Tester").id
    library.drafts.write(made, ANSWERS, NOON, "A. Tester")
    return made


def bring(library: Library, tmp_path: Path, rows: tuple[Mapping[str, str], ...] = ROWS) -> Imported:
    path = tmp_path / "consolidated.csv"
    path.write_text(csl_csv(tuple(map(dict, rows))), encoding="utf-8")
    return import_list(library, path, NOON, "A. Tester")


@pytest.fixture
def lists(library: Library, tmp_path: Path) -> Lists:
    bring(library, tmp_path)
    return Lists.of(library)


def screened(lists: Lists, key: str) -> Record:
    return screen_assessment(lists, key, NOON, "A. Tester").record


def decide(library: Library, key: str, line: Line, state: State = State.FALSE) -> None:
    adjudicate(library, key, line, Verdict(state, REASON, "A. Tester", basis="made licence"), NOON)


def test_an_import_keeps_hash_moment_count_and_who(library: Library, tmp_path: Path) -> None:
    imported = bring(library, tmp_path)
    head = imported.head
    assert (head.title, head.parties, head.who) == ("Consolidated Screening List", 4, "A. Tester")
    assert (head.imported, len(head.hash), head.sources) == (NOON, 64, ("EL", "SDN", "DPL"))
    assert len(imported.changes.added) == 4
    assert library.log.read()[-1].what == "list imported"


def test_a_list_brought_again_says_what_was_added_changed_and_removed(
    library: Library, tmp_path: Path
) -> None:
    bring(library, tmp_path)
    changed = {**ROWS[0], "license_policy": "Case by case."}
    new = {"_id": "n1", "source": ROWS[0]["source"], "name": "Fresh Name Works"}
    changes = bring(library, tmp_path, (changed, *ROWS[1:3], new)).changes
    assert changes.added == ("EL:n1",)
    assert changes.changed == ("EL:a1",)
    assert changes.removed == ("DPL:a4",)
    assert [head.parties for head in library.lists.standing()] == [4]


def test_a_file_that_is_cut_short_leaves_the_lists_as_they_were(
    library: Library, tmp_path: Path
) -> None:
    bring(library, tmp_path)
    before = library.lists.standing()
    path = tmp_path / "cut.json"
    path.write_text(csl_json()[:-20], encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"cut\.json: is no whole"):
        import_list(library, path, NOON, "A. Tester")
    assert library.lists.standing() == before
    assert Lists.of(library).index.names


def test_the_record_of_an_import_cannot_be_changed(library: Library, tmp_path: Path) -> None:
    bring(library, tmp_path)
    for sql in ("UPDATE list SET hash = 'x'", "DELETE FROM list"):
        with pytest.raises(Final, match="record of an import"):
            library.database.run(sql)


def test_the_index_is_stored_and_made_again_when_it_is_gone(lists: Lists) -> None:
    library = lists.library
    assert library.database.value("SELECT count(*) FROM list_index") == 1
    library.database.run("UPDATE list_index SET content = x'00'")
    assert Lists.of(library).index == lists.index
    assert Lists.of(library).index.vocabulary


def test_a_list_is_old_after_a_week_by_its_own_date_or_its_import(lists: Lists) -> None:
    head = lists.heads[0]
    assert age(head, TODAY) == "imported 2026-11-25"
    assert not is_old(head, TODAY + dt.timedelta(days=7))
    assert "OLD: 8 days" in age(head, TODAY + dt.timedelta(days=8))
    assert is_old(replace(head, dated="2026-11-17"), TODAY)
    assert age(replace(head, dated="2026-11-20"), TODAY) == "dated 2026-11-20"


def test_every_name_of_every_party_is_asked_with_country_and_address() -> None:
    asked = names_of({**ANSWERS, "parties.p9.party_name": "Removed"})
    assert [each.subject for each in asked] == [KVANTUM, "parties.p2.party_name", PARENT]
    assert asked[0].name.country == "RU"


def test_a_screening_records_what_was_searched_in_what_and_when(lists: Lists, key: str) -> None:
    record = screened(lists, key)
    assert (record.moment, record.who, record.engine) == (NOON, "A. Tester", ENGINE)
    assert record.queries[KVANTUM] == "Kvantum Photonics"
    assert record.lists[0]["hash"] == lists.heads[0].hash
    assert record.lists[0]["parties"] == 4
    assert record.unscreened == ()


def test_a_hit_carries_the_entry_the_effect_and_the_reasons(lists: Lists, key: str) -> None:
    (hit,) = screened(lists, key).of(KVANTUM)
    assert hit.listed.name == ROWS[0]["name"]
    assert (hit.matched, hit.band, hit.country) == ("Kvantum Photonics", "strong", "same")
    assert hit.listed.footnote == "4"
    assert "licence" in hit.effect
    assert hit.why[0].startswith("kvantum = kvantum: the same")
    assert hit.state is State.OPEN


def test_no_match_is_said_with_its_date_and_nobody_is_cleared(lists: Lists, key: str) -> None:
    record = screened(lists, key)
    assert record.says("parties.p2.party_name") == f"{NO_MATCH} (2026-11-25)"
    assert record.says(KVANTUM) == "1 hits, 1 open"


def test_a_record_is_settled_when_every_hit_is_decided(lists: Lists, key: str) -> None:
    record = screened(lists, key)
    assert not record.settled
    for hit in record.hits:
        decide(lists.library, key, hit)
    after = standing(lists.library, key, TODAY)
    assert after.settled
    assert {hit.state for hit in after.hits} == {State.FALSE}
    said = after.hits[0].said
    assert said is not None
    assert (said.reason, said.who, said.moment) == (REASON, "A. Tester", NOON)


@pytest.mark.parametrize(
    ("verdict", "why"),
    [
        (Verdict(State.FALSE, "not a match", "A."), "at least 20 letters"),
        (Verdict(State.FALSE, "                        ", "A."), "at least 20 letters"),
        (Verdict(State.OPEN, REASON, "A."), "true, false or permitted"),
        (Verdict(State.PERMITTED, REASON, "A."), "needs its basis"),
        (Verdict(State.TRUE, REASON, " "), "somebody has to decide"),
        (Verdict(State.FALSE, REASON, "A.", needs_second=True), "a second person"),
        (Verdict(State.FALSE, REASON, "A.", second="A.", needs_second=True), "another than"),
    ],
)
def test_an_adjudication_that_says_too_little_is_refused(
    lists: Lists, key: str, verdict: Verdict, why: str
) -> None:
    (hit,) = screened(lists, key).of(KVANTUM)
    with pytest.raises(Refused, match=why):
        adjudicate(lists.library, key, hit, verdict, NOON)
    assert lists.library.screenings.adjudications(key) == ()


def test_an_adjudication_cannot_be_changed_only_followed(lists: Lists, key: str) -> None:
    library = lists.library
    (hit,) = screened(lists, key).of(KVANTUM)
    decide(library, key, hit)
    with pytest.raises(Final, match="only followed"):
        library.database.run("UPDATE adjudication SET reason = 'x'")
    decide(library, key, hit, State.PERMITTED)
    (after,) = standing(library, key, TODAY).of(KVANTUM)
    assert after.state is State.PERMITTED


def test_a_changed_entry_opens_its_hit_again(lists: Lists, key: str, tmp_path: Path) -> None:
    library = lists.library
    (hit,) = screened(lists, key).of(KVANTUM)
    decide(library, key, hit)
    bring(library, tmp_path, ({**ROWS[0], "license_policy": "Case by case."}, *ROWS[1:]))
    before = standing(library, key, TODAY)
    assert before.of(KVANTUM)[0].state is State.REOPENED
    assert before.replaced_lists == ("Consolidated Screening List",)
    found = rescreen(Lists.of(library), NOON, "A. Tester")
    assert [line.key for line in found[key].new] == ["EL:a1"]
    assert found[key].record.of(KVANTUM)[0].state is State.REOPENED


def test_a_new_list_shows_only_what_is_new(lists: Lists, key: str, tmp_path: Path) -> None:
    library = lists.library
    for hit in screened(lists, key).hits:
        decide(library, key, hit)
    assert rescreen(Lists.of(library), NOON, "A. Tester") == {}
    bring(
        library,
        tmp_path,
        (*ROWS, {"_id": "n", "source": ROWS[0]["source"], "name": "Maple Bakery"}),
    )
    (new,) = rescreen(Lists.of(library), NOON, "A. Tester")[key].new
    assert (new.subject, new.listed.name) == ("parties.p2.party_name", "Maple Bakery")
    record = standing(library, key, TODAY)
    assert [hit.state for hit in record.hits if hit.state.is_open] == [State.OPEN]


def test_another_name_is_unscreened_until_it_is_asked(lists: Lists, key: str) -> None:
    screened(lists, key)
    lists.library.drafts.write(key, {KVANTUM: "Maple Optics"}, NOON, "A. Tester")
    record = standing(lists.library, key, TODAY)
    assert record.unscreened == (KVANTUM,)
    assert record.says(KVANTUM) == "Not screened"
    assert record.of(KVANTUM) == ()
    assert not record.settled


def test_an_assessment_never_screened_has_everything_unscreened(lists: Lists, key: str) -> None:
    record = standing(lists.library, key, TODAY + dt.timedelta(days=30))
    assert len(record.unscreened) == 3
    assert record.says(PARENT) == "Not screened"
    assert record.old_lists[0].startswith("Consolidated Screening List: imported")


def test_without_lists_there_is_nothing_to_search_in(library: Library, key: str) -> None:
    with pytest.raises(Refused, match="no list has been imported"):
        screen_assessment(Lists.of(library), key, NOON, "A. Tester")


def test_open_hits_answer_that_it_is_not_known(lists: Lists, key: str) -> None:
    answers = answers_from(screened(lists, key))
    assert answers["parties.p1.party_lists"] is None
    assert answers["parties.p2.party_lists"] == ()
    assert answers["parties.p2.party_lists_date"] == "2026-11-25"
    assert "parties.p1.entity_footnote" not in answers


def test_a_true_hit_answers_its_list_and_its_inferred_footnote(lists: Lists, key: str) -> None:
    for hit in screened(lists, key).hits:
        decide(lists.library, key, hit, State.TRUE)
    answers = answers_from(standing(lists.library, key, TODAY))
    assert answers["parties.p1.party_lists"] == ("entity_list",)
    assert answers["parties.p1.entity_footnote"] == "fn4"


def test_false_hits_answer_that_the_party_is_on_no_list(lists: Lists, key: str) -> None:
    for hit in screened(lists, key).hits:
        decide(lists.library, key, hit)
    assert answers_from(standing(lists.library, key, TODAY))["parties.p1.party_lists"] == ()


def test_a_screening_goes_with_its_assessment(lists: Lists, key: str) -> None:
    library = lists.library
    (hit,) = screened(lists, key).of(KVANTUM)
    decide(library, key, hit)
    library.database.run("DELETE FROM assessment WHERE id = ?", key)
    for table in ("screening", "hit", "adjudication"):
        assert library.database.value(f"SELECT count(*) FROM {table}") == 0
