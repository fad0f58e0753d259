"""A window in the plain light look, and a way to hear what a control announces."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from app.ui import theme
from app.ui.kit import layout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

Show = Callable[["QWidget"], "QWidget"]


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> None:
    theme.load_fonts()
    theme.apply(qapp, theme.Look(motion=False))


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Put a control into a window that is active, as a person would see it."""

    kept = []  # a window that nobody holds is closed at once

    def put(inner: QWidget) -> QWidget:
        window = layout.Pane(layout.column(inner, layout.STRETCH, margins=(20, 20, 20, 20)), "page")
        window.resize(760, 600)
        qtbot.addWidget(window)
        kept.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return put
