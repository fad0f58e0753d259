"""A desk over an empty library under a made law; the clock steps a second at each look."""

from __future__ import annotations

import datetime as dt
import itertools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "assessment"))

from made import made

from app.operations.desk import Desk
from app.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    seconds = itertools.count()
    with Library.open(tmp_path / "library.sqlite", NOON) as library:
        yield Desk(
            library=library,
            questionnaire=made(),
            clock=lambda: NOON + dt.timedelta(seconds=next(seconds)),
            who="A. Tester",
            program="0.1.0",
        )
