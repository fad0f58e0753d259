"""An open library in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.store.library import Library
from tests.store.sample import START

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "clearway" / "library.sqlite"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path, START) as opened:
        yield opened
