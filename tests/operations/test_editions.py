"""An edition is a file that is checked whole, kept by its hash, and used if it is the newest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.operations.edition_file import read_edition, write_edition
from app.operations.editions import (
    begin_use,
    bring_edition,
    checked,
    folders_of,
    law_in_use,
    law_named,
    lines,
    name_of,
)
from app.questionnaire.loader import hash_of, load
from app.questionnaire.source import QuestionnaireError
from app.store.errors import Refused, UnreadableFile
from tests.assessment.another import texts
from tests.assessment.made import made
from tests.operations.laws import RAISED, edition

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.desk import Desk
    from app.operations.editions import Installed

SHIPPED = made()
OLDER = (("made-1", "made-0"), ("read_on: 2026-06-30", "read_on: 2026-01-31"))
CASE = """
- case: A fast chip is of an entry
  source: made up
  day: 2026-11-01
  answers: {items.i1: {kind: chip, speed: {fp8: 1979}, no_other: yes}}
  expect: {items.i1: {class: %s}}
"""


def bring(desk: Desk, path: Path) -> Installed:
    return bring_edition(desk.library, SHIPPED, path, desk.clock(), desk.who)


def used(desk: Desk) -> list[str]:
    found = lines(desk.library.editions.read(), SHIPPED)
    return [line.name for line in found if line.used]


def test_a_newer_edition_becomes_the_law_in_use(desk: Desk, tmp_path: Path) -> None:
    assert law_in_use(desk.library, SHIPPED).questionnaire is SHIPPED
    found = bring(desk, edition(tmp_path, *RAISED, changed="The limit of A is raised."))
    assert (found.remark, found.edition.changed) == ("", "The limit of A is raised.")
    chosen = law_in_use(desk.library, SHIPPED)
    assert [each.id for each in chosen.questionnaire.editions] == ["made-2"]
    assert chosen.questionnaire.hash == found.edition.mark
    assert used(desk) == ["made-2"]


def test_the_list_says_what_each_law_is_and_where_it_came_from(desk: Desk, tmp_path: Path) -> None:
    bring(desk, edition(tmp_path, *RAISED, changed="Raised."))
    first, second = lines(desk.library.editions.read(), SHIPPED)
    assert (first.moment, first.file, first.used) == (None, "", False)
    assert (second.file, second.changed, second.who) == ("later.edition", "Raised.", "A. Tester")
    assert second.folders["made"]["read_on"] == "2026-11-01"
    assert first.folders["made"]["hash"] != second.folders["made"]["hash"]


def test_an_older_edition_is_kept_and_not_used_and_that_is_said(desk: Desk, tmp_path: Path) -> None:
    found = bring(desk, edition(tmp_path, *OLDER))
    assert found.remark == (
        "made-0 is kept and not used: the law in use is newer (made-1, read on 2026-06-30)"
    )
    assert used(desk) == ["made-1"]
    assert law_in_use(desk.library, SHIPPED).questionnaire is SHIPPED
    assert law_named(desk.library, SHIPPED, "made-0").hash == found.edition.mark


def test_the_same_id_with_other_content_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = edition(tmp_path, ("a fast chip", "a quick chip"))
    with pytest.raises(Refused, match=r"made-1 is known with other content already \(hash"):
        bring(desk, path)
    assert desk.library.editions.read() == ()


def test_an_edition_that_stands_already_is_said_to_and_not_kept_twice(
    desk: Desk, tmp_path: Path
) -> None:
    path = edition(tmp_path, *RAISED)
    bring(desk, path)
    assert "stands here already, since 2026-11-25" in bring(desk, path).remark
    assert len(desk.library.editions.read()) == 1


def test_the_shipped_law_is_not_imported_beside_itself(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="ships with the program already"):
        bring(desk, edition(tmp_path))


def test_of_two_editions_read_on_one_day_the_one_imported_last_is_used(
    desk: Desk, tmp_path: Path
) -> None:
    bring(desk, edition(tmp_path, *RAISED, name="a"))
    bring(desk, edition(tmp_path, *RAISED, ("made-2", "made-3"), name="b"))
    assert used(desk) == ["made-3"]


def test_a_wrong_edition_names_every_line_and_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    wrong = texts(*RAISED, ("power >= limit_a", "power >= limit_z"), ("cites: [law/H]", "cites: 1"))
    path = tmp_path / "wrong.edition"
    write_edition(path, wrong, {}, "", "0")
    with pytest.raises(QuestionnaireError) as raised:
        bring(desk, path)
    told = [str(problem) for problem in raised.value.problems]
    assert len(told) > 1
    assert all(line.startswith("made/about.yaml:") for line in told)
    assert desk.library.editions.read() == ()
    assert desk.library.database.rows("SELECT hash FROM law") == []


@pytest.mark.parametrize(("outcome", "holds"), [("A", True), ("B", False)])
def test_an_edition_whose_worked_cases_do_not_hold_is_refused(outcome: str, *, holds: bool) -> None:
    wanted = texts() | {"made/made.cases.yaml": CASE % outcome}
    if holds:
        assert checked(wanted).hash == hash_of(wanted)
        return
    told = r"made/made.cases.yaml:\d+:\d+: the case 'A fast chip"
    with pytest.raises(QuestionnaireError, match=told):
        checked(wanted)


def beside(read_on: str) -> str:
    about = f"edition: {{id: b-1, covers_from: 2026-01-01, read_on: {read_on}}}"
    return f"about: {{title: Beside, uses: [made], {about}}}\n"


def test_an_edition_of_one_folder_takes_the_place_of_that_folder_only(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "beside.edition"
    write_edition(path, {"beside/about.yaml": beside("2026-11-01")}, {}, "", "0")
    bring(desk, path)
    found = law_in_use(desk.library, SHIPPED).questionnaire
    assert [each.id for each in found.editions] == ["b-1", "made-1"]
    assert found.texts["made/about.yaml"] == SHIPPED.texts["made/about.yaml"]


def test_a_folder_that_falls_behind_an_imported_one_is_said(desk: Desk, tmp_path: Path) -> None:
    bring(desk, edition(tmp_path, *RAISED))
    shipped = load({**texts(), "beside/about.yaml": beside("2026-12-01")})
    chosen = law_in_use(desk.library, shipped)
    assert chosen.questionnaire is shipped
    assert chosen.remark == (
        "made-2 was imported and is newer than made-1, which is in use; import it again to use both"
    )


def test_a_stored_edition_that_this_program_cannot_read_leaves_the_shipped_law(
    desk: Desk, tmp_path: Path
) -> None:
    found = bring(desk, edition(tmp_path, *RAISED))
    raw = desk.library.database.raw
    raw.execute("DROP TRIGGER law_is_fixed")
    raw.execute("UPDATE law SET content = x'00' WHERE hash = ?", (found.edition.law,))
    chosen = law_in_use(desk.library, SHIPPED)
    assert chosen.questionnaire is SHIPPED
    assert "the imported edition made-2 cannot be used: law" in chosen.remark


def test_a_law_is_named_by_its_id_or_by_the_head_of_its_hash(desk: Desk, tmp_path: Path) -> None:
    found = bring(desk, edition(tmp_path, *RAISED))
    for name in ("made-2", found.edition.mark[:12]):
        assert law_named(desk.library, SHIPPED, name).hash == found.edition.mark
    assert law_named(None, SHIPPED, "made-1") is SHIPPED
    with pytest.raises(Refused, match=r"no law at hand holds an edition 'made-9'; at hand: made-1"):
        law_named(desk.library, SHIPPED, "made-9")


def test_which_law_was_in_use_when_is_kept_and_logged(desk: Desk, tmp_path: Path) -> None:
    begin_use(desk.library, SHIPPED, desk.clock(), desk.who)
    begin_use(desk.library, SHIPPED, desk.clock(), desk.who)
    found = bring(desk, edition(tmp_path, *RAISED))
    begin_use(desk.library, law_in_use(desk.library, SHIPPED).questionnaire, desk.clock(), "B.")
    assert [use.mark for use in desk.library.editions.used()] == [SHIPPED.hash, found.edition.mark]
    assert [entry.what for entry in desk.library.log.read()] == ["edition imported", "law in use"]


def test_a_written_edition_is_read_back_and_replaces_no_file(tmp_path: Path) -> None:
    path = edition(tmp_path, *RAISED, changed="Raised.")
    found = read_edition(path)
    assert (dict(found.texts), found.changed) == (texts(*RAISED), "Raised.")
    assert json.loads(path.read_text())["editions"]["made"]["id"] == "made-2"
    with pytest.raises(FileExistsError):
        edition(tmp_path, *RAISED)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"clearway_edition": 2}, "is of version 2 and this program reads 1"),
        ({"hash": "0" * 64}, "is damaged: its texts are not what its hash says"),
        ({"texts": {"../about.yaml": ""}}, "has a text '../about.yaml'"),
        ({"texts": {}}, "has no texts"),
        ({"texts": {"made/about.yaml": 1}}, "must be a text"),
        ({"author": "A."}, "has a part 'author'"),
    ],
)
def test_a_file_that_is_no_edition_is_refused_by_name(
    tmp_path: Path, changes: dict[str, object], says: str
) -> None:
    path = edition(tmp_path, *RAISED)
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))
    with pytest.raises(UnreadableFile, match=r"later\.edition: ") as raised:
        read_edition(path)
    assert says in str(raised.value)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"clearway": 1}', "clearway_edition"])
def test_any_other_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.edition"
    path.write_text(content)
    with pytest.raises(UnreadableFile, match=r"other\.edition: "):
        read_edition(path)


def test_the_name_of_a_law_begins_with_what_was_read_last() -> None:
    folders = folders_of(SHIPPED)
    folders["b"] = {"id": "b-1", "covers_from": "2026-01-01", "read_on": "2026-07-01", "hash": ""}
    assert name_of(folders) == "b-1, made-1"
