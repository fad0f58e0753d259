"""A desk over an empty library under a made law; the clock steps a second at each look."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

import pytest

from app.operations.desk import Desk
from app.store.library import Library
from tests.assessment.made import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
