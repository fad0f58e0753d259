"""Locked files, the log and the actions, as somebody types them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from app.cli.terminal import Terminal
from app.operations.tasks import add
from app.store.library import Library
from app.store.sealed import is_sealed
from tests.assessment.made import made
from tests.cli.typed import NOW, Typed

if TYPE_CHECKING:
    from pathlib import Path

PHRASE = "correct horse battery"


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    monkeypatch.setattr(Terminal, "shipped", made())
    return Typed(tmp_path)


@pytest.fixture
def key(typed: Typed) -> str:
    desk = typed.terminal.desk()
    with desk.library:
        sitting = desk.create("Nova to China")
        add(sitting, "Call the forwarder", "B. Packer", NOW.date())
        return sitting.id


def asked(typed: Typed, *phrases: str) -> None:
    """Have these passphrases typed, one after the other."""
    waiting = list(phrases)
    typed.terminal = replace(typed.terminal, secret=lambda _: waiting.pop(0))


def test_a_locked_export_is_brought_back_with_its_passphrase(
    typed: Typed, key: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.clearway"
    asked(typed, PHRASE, PHRASE)
    assert typed("library", "export", key, str(out), "--locked") == 0
    assert "loses the file" in typed.errors.getvalue()
    assert is_sealed(out.read_bytes())
    asked(typed, PHRASE)
    other = str(tmp_path / "other.sqlite")
    assert typed("--library", other, "library", "import", str(out)) == 0
    assert typed.output.getvalue().strip() == key


def test_two_passphrases_that_differ_write_nothing(typed: Typed, key: str, tmp_path: Path) -> None:
    out = tmp_path / "out.clearway"
    asked(typed, PHRASE, PHRASE + "x")
    assert typed("library", "export", key, str(out), "--locked") == 1
    assert "not the same" in typed.errors.getvalue()
    assert not out.exists()


def test_where_nobody_can_be_asked_nothing_is_locked(
    typed: Typed, key: str, tmp_path: Path
) -> None:
    assert typed("library", "export", key, str(tmp_path / "x.clearway"), "--locked") == 1
    assert "nobody here" in typed.errors.getvalue()


def test_a_locked_backup_is_unlocked_into_a_library(typed: Typed, key: str, tmp_path: Path) -> None:
    locked, clear = tmp_path / "b.age", tmp_path / "again.sqlite"
    asked(typed, PHRASE, PHRASE, PHRASE)
    assert typed("library", "backup", str(locked), "--locked") == 0
    assert typed("library", "unlock", str(locked), str(clear)) == 0
    with Library.open(clear, NOW) as again:
        assert again.assessments.has(key)


def test_the_log_is_written_and_a_broken_chain_is_an_error(
    typed: Typed, key: str, tmp_path: Path
) -> None:
    out = tmp_path / "log.json"
    assert typed("library", "log", key, str(out)) == 0
    assert json.loads(out.read_text())["unbroken"] is True
    with typed.terminal.open_library() as library:
        library.database.raw.execute("DROP TRIGGER log_is_fixed")
        library.database.raw.execute("UPDATE log SET who = 'B.' WHERE serial = 1")
    assert typed("library", "log", key, str(out)) == 1
    assert "entry 1 does not follow" in typed.errors.getvalue()


def test_the_actions_are_listed_and_written_as_a_calendar(
    typed: Typed, key: str, tmp_path: Path
) -> None:
    assert key
    assert typed("library", "actions") == 0
    assert typed.output.getvalue() == ("2026-11-25\tB. Packer\tNova to China\tCall the forwarder\n")
    out = tmp_path / "out.ics"
    assert typed("library", "actions", "--calendar", str(out)) == 0
    assert len(Calendar.from_ical(out.read_bytes()).events) == 1
