"""Whole assessments: list, copy, bin, file and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from app.operations.desk import read_bundle
from app.operations.printing import file_name
from app.operations.reading import answers_of, open_file, subject_of
from app.store.errors import Refused, StoreError, UnreadableFile
from app.store.transfer import IfPresent

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.desk import Desk

ANSWERS: dict[str, Any] = {
    "items": ("i1",),
    "items.i1.item_name": "Nova",
    "items.i1.kind": "chip",
    "items.i1.speed": {"fp8": 1979.0},
    "destinations": ("d1",),
    "destinations.d1.destination_name": "Oslo",
    "destinations.d1.country": "CN",
    "parties": ("p1",),
    "parties.p1.party_name": "Beispiel GmbH",
}


def test_a_line_says_item_destination_outcome_and_open_points(desk: Desk) -> None:
    desk.create("Chips for Oslo", ANSWERS)
    (line,) = desk.lines()
    assert (line.summary.item, line.summary.destination) == ("Nova", "Oslo")
    assert line.summary.outcome == "Licence required"
    assert line.summary.tone == "required"
    assert line.summary.open_points == 0


def test_the_list_is_searched_by_name_and_by_what_it_says(desk: Desk) -> None:
    desk.create("Chips for Oslo", ANSWERS)
    desk.create("Another")
    assert [line.name for line in desk.lines("nova oslo")] == ["Chips for Oslo"]
    assert desk.lines("nothing like it") == []


def test_a_draft_is_deleted_and_taken_out_of_the_bin_again(desk: Desk) -> None:
    sitting = desk.create("Mistake")
    desk.delete(sitting.id)
    assert desk.lines() == []
    assert [line.id for line in desk.lines(deleted=True)] == [sitting.id]
    desk.restore(sitting.id)
    assert [line.id for line in desk.lines()] == [sitting.id]


def test_what_has_a_revision_cannot_be_deleted(desk: Desk) -> None:
    sitting = desk.create("Kept", ANSWERS)
    sitting.save_revision("A. Tester")
    with pytest.raises(Refused):
        desk.delete(sitting.id)


def test_a_copy_has_the_answers_and_none_of_the_past(desk: Desk) -> None:
    sitting = desk.create("First", ANSWERS)
    sitting.save_revision("A. Tester")
    copy = desk.open(desk.duplicate(sitting.id, "Second"))
    assert copy.assessment.answers == sitting.assessment.answers
    assert copy.revisions() == ()


def test_an_assessment_goes_into_a_file_and_back_without_loss(desk: Desk, tmp_path: Path) -> None:
    sitting = desk.create("Traveller", ANSWERS)
    sitting.save_revision("A. Tester")
    path = tmp_path / "traveller.clearway"
    desk.export(sitting.id, path)
    with pytest.raises(Refused, match="stands in this library already"):
        desk.bring(path)
    copy = desk.open(desk.bring(path, IfPresent.COPY))
    assert copy.assessment.answers == sitting.assessment.answers
    assert [head.hash for head in copy.revisions()] == [head.hash for head in sitting.revisions()]


def test_a_file_is_evaluated_without_a_library(desk: Desk, tmp_path: Path) -> None:
    sitting = desk.create("Traveller", ANSWERS)
    path = tmp_path / "traveller.clearway"
    desk.export(sitting.id, path)
    now = desk.clock()
    opened = open_file(desk.questionnaire, path, now.date(), now)
    assert opened.assessment.answers == sitting.assessment.answers
    assert answers_of(opened.bundle)["parties.p1.party_name"] == "Beispiel GmbH"
    assert subject_of(opened, now, "A. Tester", "0.1.0").name == "Traveller"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.clearway", b""),
        ("a.clearway", b'{"clearway": 1, "assess'),
        ("a.clearway", b'{"clearway": 99, "assessment": {}}'),
        ("a.pdf", b"not a pdf"),
        ("a.pdf", b"%PDF-1.7\nhalf"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_line(
    desk: Desk, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as caught:
        read_bundle(path, desk.clock())
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert desk.lines() == []


def test_a_file_that_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    for name in ("no.pdf", "no.clearway"):
        with pytest.raises(StoreError, match="cannot be read"):
            read_bundle(tmp_path / name, desk.clock())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nova to Oslo", "Nova to Oslo"),
        ("a/b\\c:d*e?f", "a b c d e f"),
        ("..", "Assessment"),
        ("x" * 10_000, "x" * 80),
        ("\x00\n", "Assessment"),
    ],
)
def test_every_name_makes_a_file_name(name: str, expected: str) -> None:
    assert file_name(name) == expected
