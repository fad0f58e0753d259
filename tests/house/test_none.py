"""PySide6 6.12.0 on Python 3.11 loses a reference to None with every call that returns nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CALLS = 500


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_five_hundred_calls_lose_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for call in range(CALLS):
        label.setText(str(call))
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
