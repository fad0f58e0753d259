"""One open assessment: an answer is evaluated and on disk before the call returns."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.assessment.determination import determination
from app.store.errors import DiskFull, StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.desk import Desk
    from app.operations.sitting import Sitting


@pytest.fixture
def sitting(desk: Desk) -> Sitting:
    return desk.create("A first one")


def fast_chip(sitting: Sitting) -> str:
    """An item that meets entry A."""
    key = sitting.add("items")
    sitting.answer(f"items.{key}.kind", "chip")
    sitting.answer(f"items.{key}.speed", {"fp8": 1979.0})
    return key


def test_an_answer_is_on_disk_and_evaluated_at_once(desk: Desk, sitting: Sitting) -> None:
    key = fast_chip(sitting)
    again = desk.open(sitting.id)
    assert again.assessment.answers == sitting.assessment.answers
    found = determination(again.assessment.today, "class", (key,))
    assert found.value == "A"
    assert sitting.saved_at is not None


def test_not_known_is_an_answer_that_comes_back_as_such(desk: Desk, sitting: Sitting) -> None:
    key = sitting.add("items")
    sitting.answer(f"items.{key}.datacenter", None)
    answers = desk.open(sitting.id).assessment.answers
    assert f"items.{key}.datacenter" in answers
    assert answers[f"items.{key}.datacenter"] is None


def test_a_key_is_never_given_twice(sitting: Sitting) -> None:
    first = sitting.add("items")
    sitting.answer(f"items.{first}.item_name", "gone")
    sitting.remove("items", first)
    second = sitting.add("items")
    assert first != second
    assert f"items.{first}.item_name" in sitting.assessment.answers


def test_undo_takes_back_the_last_step_and_redo_takes_it_again(sitting: Sitting) -> None:
    key = fast_chip(sitting)
    before = sitting.assessment.answers
    sitting.answer(f"items.{key}.kind", "paper")
    assert sitting.undo() == (f"items.{key}.kind",)
    assert sitting.assessment.answers == before
    assert sitting.redo() == (f"items.{key}.kind",)
    assert sitting.assessment.answers[f"items.{key}.kind"] == "paper"


def test_an_answer_taken_back_is_unanswered(desk: Desk, sitting: Sitting) -> None:
    key = fast_chip(sitting)
    sitting.withdraw(f"items.{key}.kind")
    assert f"items.{key}.kind" not in desk.open(sitting.id).assessment.answers


def test_a_full_disk_keeps_the_answer_in_memory_and_saves_it_later(
    desk: Desk, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = sitting.add("items")

    def full(*_args: object, **_more: object) -> None:
        message = "the disk is full"
        raise DiskFull(message)

    with monkeypatch.context() as patch:
        patch.setattr(sitting.library.drafts, "write", full)
        sitting.answer(f"items.{key}.kind", "chip")
        assert sitting.unsaved == "the disk is full"
        with pytest.raises(StoreError, match="full"):
            sitting.save_revision("A. Tester")
    assert sitting.assessment.answers[f"items.{key}.kind"] == "chip"
    sitting.save()
    assert sitting.unsaved == ""
    assert desk.open(sitting.id).assessment.answers[f"items.{key}.kind"] == "chip"


def test_a_personal_answer_stands_outside_the_revision(sitting: Sitting) -> None:
    key = sitting.add("parties")
    sitting.answer(f"parties.{key}.party_name", "Beispiel GmbH")
    revision = sitting.save_revision("A. Tester")
    assert f"parties.{key}.party_name" in revision.kept.people
    assert "Beispiel" not in str(revision.kept.answers)
    assert "Beispiel" not in str(revision.conclusions)


def test_a_revision_keeps_every_determination_of_every_day(sitting: Sitting) -> None:
    fast_chip(sitting)
    revision = sitting.save_revision("A. Tester")
    (stored,) = revision.conclusions.determinations
    assert stored["id"] == "class"
    assert stored["value"] == "A"
    assert stored["confidence"] == "firm"
    assert revision.conclusions.days == ["2026-11-25"]
    assert sitting.library.laws.get(revision.conclusions.law).startswith('{"made/about.yaml"')


def test_as_of_is_another_view_and_changes_nothing(sitting: Sitting) -> None:
    fast_chip(sitting)
    before = sitting.assessment
    view = sitting.as_of(dt.date(2027, 1, 1))
    assert view.today.day == dt.date(2027, 1, 1)
    assert sitting.assessment is before


def test_evidence_is_attached_by_copy(sitting: Sitting, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("dense 1,979 TFLOPS")
    exhibit = sitting.attach(sheet)
    sheet.unlink()
    assert sitting.library.evidence.content(exhibit.hash) == b"dense 1,979 TFLOPS"


def test_evidence_that_cannot_be_read_is_told(sitting: Sitting, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        sitting.attach(tmp_path / "nowhere.txt")
