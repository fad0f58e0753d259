from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from app.operations.desk import Desk
from app.operations.law import library_at
from app.store.errors import DiskFull
from app.ui import start
from app.ui.kit.rail import RailRow
from app.ui.settings import WindowSettings, stepped_zoom
from app.ui.theme import Scheme, look
from app.ui.window import MainWindow
from tests.ui.screens.conftest import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.screens.person import Person


def test_a_full_disk_keeps_answers_in_memory_and_says_so(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.new()

    def full(*_given: object, **_named: object) -> None:
        raise DiskFull("the disk is full")

    monkeypatch.setattr(person.desk.library.drafts, "write", full)
    person.click("choice.exporter_role.reexporter")
    person.rest()
    assert person.answers["exporter_role"] == "reexporter"
    assert "Not saved" in person.screen.display.header._saved.text()
    monkeypatch.undo()
    person.click("choice.exporter_role.exporter")
    assert person.saved(lambda answers: answers["exporter_role"]) == "exporter"
    assert "Saved" in person.screen.display.header._saved.text()


def test_a_rule_that_fails_is_told_of_and_loses_nothing(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.new()
    person.type("question.exporter_name", "Example Robotics Inc.")

    def broken(*_given: object) -> None:
        raise ZeroDivisionError("a rule")

    monkeypatch.setattr(type(person.screen.at_work.sitting), "answer", broken)
    person.click("choice.exporter_role.reexporter")
    assert "A rule could not be applied" in person.toast()
    assert person.answers["exporter_name"] == "Example Robotics Inc."


def test_a_second_window_on_the_same_library_is_plainly_read_only(
    person: Person, qtbot: QtBot
) -> None:
    person.open_sample()
    with library_at(person.desk.library.path, NOON) as again:
        window = MainWindow(settings=WindowSettings())
        qtbot.addWidget(window)
        second = Desk(again, person.desk.questionnaire, person.desk.clock, "Somebody", "0")
        window.take(second)
        window.show()
        window.open_assessment(second.lines()[0].id)
        screen = window.screen_of_work
        assert screen is not None
        assert "Read only" in screen.display.header._saved.text()
        page = screen.display.middle.current()
        assert page is not None
        assert not any(block.card.isEnabled() for block in page.blocks.values())
        window.close()


def test_a_file_that_is_no_library_is_left_alone_and_another_can_be_chosen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    foreign = tmp_path / "notes.txt"
    foreign.write_text("not a library " * 100, encoding="utf-8")
    window = MainWindow(settings=WindowSettings())
    qtbot.addWidget(window)
    opening = start.Opening(window, foreign, lambda: NOON, ("M. Sample", "0"))
    window.show()
    qtbot.waitUntil(window.waiting.other.isVisible, timeout=20_000)
    assert "left untouched" in window.waiting._words.text()
    opening._other_chosen(str(tmp_path / "library.sqlite"))
    qtbot.waitUntil(lambda: window.library is not None, timeout=20_000)
    window.close()
    opening.close()


def test_the_window_is_drawn_before_the_law_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(settings=WindowSettings())
    qtbot.addWidget(window)
    opening = start.Opening(window, tmp_path / "l.sqlite", lambda: NOON, ("M. Sample", "0"))
    window.show()
    assert window.waiting.isVisible()
    assert opening.library is None
    qtbot.waitUntil(lambda: window.library is not None, timeout=20_000)
    window.close()
    opening.close()


@pytest.mark.parametrize("text", ["x" * 100_000, "שלום עולם", "👩‍🔬 chip", "a\x00b\x07c"])
def test_any_text_is_kept_or_told_of_and_the_window_stays(person: Person, text: str) -> None:
    person.new()
    block = person.page.blocks["exporter_name"]
    block.answer_given.emit(block.address, text)
    person.rest()
    kept = person.answers.get("exporter_name") == text
    assert kept or person.toast()
    person.click("next")


def test_an_error_nobody_foresaw_is_one_calm_line(
    person: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    person.new()
    error = RuntimeError("secret detail")
    start.calm_hook(person.window)(RuntimeError, error, None)
    assert "answers are kept" in person.toast()
    assert "secret" not in person.toast()
    assert "secret detail" in capsys.readouterr().err


def test_light_and_dark_and_the_zoom_are_remembered(person: Person) -> None:
    person.click("scheme.dark")
    assert look().dark
    person.window._zoomed(1)
    assert WindowSettings().scheme is Scheme.DARK
    assert WindowSettings().zoom == pytest.approx(1.1)
    assert stepped_zoom(2.0, 1) == pytest.approx(2.0)
    assert stepped_zoom(1.7, 0) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("size", "zoom"), [((960, 640), 1.0), ((1280, 800), 1.0), ((1280, 800), 2.0)]
)
def test_no_page_is_wider_than_its_place(
    person: Person, size: tuple[int, int], zoom: float
) -> None:
    person.open_sample()
    person.window.settings.zoom = zoom
    person.window.resize(*size)
    person.window.apply_look()
    screen = person.screen
    for part in screen.at_work.parts:
        if not part.asked:
            continue
        screen.display.rail.rail.section_chosen.emit(part.section.id)
        person.page.build_all()
        person.rest()
        page = person.page
        assert page._inner.width() <= page.area.viewport().width(), part.section.id


def test_f6_goes_from_rail_to_page_to_panel(person: Person) -> None:
    person.open_sample()
    person.rail("exporter")
    person.screen.display.rail.focus()
    focus = person.window.focusWidget()
    assert isinstance(focus, RailRow)
    person.screen.next_part(1)
    focus = person.window.focusWidget()
    assert isinstance(focus, QWidget)
    assert person.screen.display.middle.isAncestorOf(focus)
    person.screen.next_part(1)
    focus = person.window.focusWidget()
    assert isinstance(focus, QWidget)
    assert person.screen.display.side.isAncestorOf(focus)
