from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.operations.house import house_of
from app.operations.printing import KINDS
from app.report.house import Legend
from app.report.jobs import Paper
from app.ui.kit.choice import Choice

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.ui.screens.person import Person

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><rect width="4" height="1"/></svg>'


def chosen_of(person: Person) -> tuple[str, ...]:
    return person.screen.display.side.documents.choosing.chosen()


def test_memo_and_plan_are_chosen_at_the_start(person: Person) -> None:
    person.open_sample()
    person.click("review")
    assert chosen_of(person) == ("memo", "tcp")
    assert not person.sees("document.briefing")


def test_every_kind_of_document_has_a_mark_with_its_name_and_what_it_is(person: Person) -> None:
    person.open_sample()
    person.click("review")
    person.click("documents.more")
    for kind in KINDS:
        mark = person.see(f"document.{kind.id}", Choice)
        assert mark.accessibleName() == kind.title
        assert mark.accessibleDescription()


def test_what_is_marked_is_made_and_nothing_else(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.open_sample()
    making = person.screen.making
    monkeypatch.setattr(making, "folder", lambda: tmp_path / "made")
    person.click("review")
    person.click("documents.more")
    for name in ("memo", "tcp", "visitor", "ship-hold-card"):
        person.click(f"document.{name}")
    person.click("generate")
    person.qtbot.waitUntil(lambda: not making.busy, timeout=240_000)
    assert {kind: stage.state for kind, stage in making.stages.items()} == {
        "ship-hold-card": "done",
        "visitor": "done",
    }
    assert person.sees("preview.visitor")
    assert not person.sees("preview.memo")
    named = sorted(path.name for path in (tmp_path / "made").glob("*.pdf"))
    assert any("Ship or hold card" in name for name in named)
    assert next(name for name in named if name.startswith("Visitor "))


def test_escape_shuts_the_settings_in_the_window(person: Person) -> None:
    person.open_sample()
    person.click("review")
    person.click("settings")
    person.see("settings.name", QWidget).setFocus()
    person.key(Qt.Key.Key_Escape)
    person.qtbot.waitUntil(lambda: not person.sees("settings_sheet"))


def test_a_firms_own_is_set_in_the_window_and_kept(person: Person) -> None:
    person.open_sample()
    person.click("review")
    person.click("settings")
    person.type("settings.name", "Example Firm")
    assert not person.sees("settings.counsel")
    person.click("settings.legend.counsel")
    person.type("settings.counsel", "A. Counsel")
    person.click("settings.paper.a4")
    person.click("settings.save")
    house = house_of(person.desk.library)
    assert (house.name, house.legend, house.counsel) == (
        "Example Firm",
        Legend.COUNSEL,
        "A. Counsel",
    )
    assert house.paper is Paper.A4
    assert "Kept" in person.toast()
    assert not person.sees("settings.save")


def test_a_logo_is_taken_if_it_only_draws(person: Person, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.svg", tmp_path / "bad.svg"
    good.write_text(SVG, "utf-8")
    bad.write_text(SVG.replace("<rect", '<image href="file:///etc/hostname"/><rect'), "utf-8")
    person.open_sample()
    person.click("review")
    person.click("settings")
    for path in (good, bad):
        person.click("settings.logo")
        dialog = person.see("settings.logo_dialog", QFileDialog)
        dialog.fileSelected.emit(str(path))
        dialog.close()
        dialog.deleteLater()
        person.qtbot.waitUntil(lambda: not person.sees("settings.logo_dialog"))
    form = person.screen.making._house
    assert form is not None
    assert "which a logo may not" in form._trouble.text()
    person.click("settings.save")
    assert house_of(person.desk.library).logo == good.read_bytes()
