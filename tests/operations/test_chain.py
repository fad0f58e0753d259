"""The log is written out whole, and an entry that was changed is found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.operations.chain import chain, write_log
from app.store.errors import DiskFailed, NotFound

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.desk import Desk
    from app.operations.sitting import Sitting


@pytest.fixture
def sitting(desk: Desk) -> Sitting:
    sitting = desk.create("Logged")
    sitting.save_revision("A. Tester")
    return sitting


def test_an_unbroken_chain_is_said_to_be_one(sitting: Sitting) -> None:
    found = chain(sitting.library, sitting.id)
    assert found.broken_at is None
    assert found.last == found.entries[-1].hash


def test_a_changed_entry_is_found_by_its_number(sitting: Sitting) -> None:
    raw = sitting.library.database.raw
    raw.execute("DROP TRIGGER log_is_fixed")
    raw.execute("UPDATE log SET who = 'B. Other' WHERE assessment <> '' AND serial = 1")
    assert chain(sitting.library, sitting.id).broken_at == 1


def test_the_file_holds_every_entry_and_says_what_it_cannot_show(
    sitting: Sitting, tmp_path: Path
) -> None:
    path = tmp_path / "log.json"
    found = write_log(sitting.library, sitting.id, path)
    told = json.loads(path.read_text(encoding="utf-8"))
    assert [entry["hash"] for entry in told["entries"]] == [each.hash for each in found.entries]
    assert told["entries"][1]["previous"] == told["entries"][0]["hash"]
    assert told["unbroken"] is True
    assert "not verified" in told["does_not_show"]


def test_the_log_of_nothing_and_a_place_that_is_none_are_refused(
    sitting: Sitting, tmp_path: Path
) -> None:
    with pytest.raises(NotFound):
        write_log(sitting.library, "nobody", tmp_path / "log.json")
    with pytest.raises(DiskFailed, match="choose another place"):
        write_log(sitting.library, sitting.id, tmp_path)
