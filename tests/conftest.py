"""What every test may use. No test sees the settings or the library of the person who runs it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parents[1]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("here", deadline=None, max_examples=60)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture
def shared() -> Path:
    """The folder of facts and pictures that some checkouts have beside them."""
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("there is no folder `shared` beside the checkout")
    return folder


@pytest.fixture(autouse=True)
def a_person_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, data and caches of a person who starts the program for the first time."""
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "person" / kind.lower()))
    if "PySide6.QtCore" in sys.modules:  # Qt reads the environment once and remembers it
        from PySide6.QtCore import QSettings  # noqa: PLC0415 - most tests never load Qt

        for layout in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            folder = str(tmp_path / "person" / "config")
            QSettings.setPath(layout, QSettings.Scope.UserScope, folder)
