"""A desk with an assessment that has two revisions and a draft, under the made law."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

from app.operations.desk import Desk
from app.store.library import Library
from tests.documents.papers import DELIVERY, made

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.sitting import Sitting

NOON = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


def desk_at(path: Path, hours: int = 0) -> Desk:
    """A desk over a new library, some hours after noon; the clock steps a second at each look."""
    begin = NOON + dt.timedelta(hours=hours)
    seconds = itertools.count()
    return Desk(
        library=Library.open(path / "library.sqlite", begin),
        questionnaire=made(),
        clock=lambda: begin + dt.timedelta(seconds=next(seconds)),
        who="P. Sample",
        program="0.1.0",
    )


def revised(desk: Desk) -> Sitting:
    """Revision 1 of a fast card, revision 2 of a slow one, and a draft that went on."""
    sitting = desk.create("Example", DELIVERY)
    sitting.save_revision("P. Sample")
    sitting.answer("items.i1.speed", {"fp8": 10.0, "fp16": 10.0})
    sitting.save_revision("H. Kontrol")
    sitting.answer("items.i1.area", 700.0)
    return sitting
