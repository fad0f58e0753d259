"""The real window on a library of its own, in the plain light look, at a moment that stands still."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.operations.desk import Desk
from app.operations.law import library_at
from app.operations.press import Press
from app.ui import theme
from app.ui.settings import WindowSettings
from app.ui.window import MainWindow
from tests.shipped import shipped
from tests.ui.screens.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.questionnaire.definition import Questionnaire

NOON = dt.datetime(2026, 11, 25, 11, 42, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def law() -> Questionnaire:
    return shipped()


@pytest.fixture
def desk(tmp_path: Path, law: Questionnaire) -> Iterator[Desk]:
    with library_at(tmp_path / "library.sqlite", NOON) as library:
        yield Desk(library, law, lambda: NOON, "M. Sample", "0")


@pytest.fixture
def person(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[Person]:
    theme.load_fonts()
    window = MainWindow(Press(), WindowSettings())
    theme.apply(qapp, theme.Look(motion=False))
    window.take(desk)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Person(qtbot, window, desk)
    window.close()
    window.deleteLater()
