"""What every assessment calls for, as it was worked out last; made anew at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store import codec
from app.store.values import CalledFor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.store.database import Database

_ALL = (
    "SELECT assessment, name, key, does, subject, owner, due, because, certain"
    " FROM action JOIN assessment ON assessment.id = action.assessment"
    " WHERE deleted_at IS NULL ORDER BY name, assessment, place"
)


class Actions:
    """The actions that are called for, assessment by assessment."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, assessment: str, actions: Sequence[CalledFor]) -> None:
        """Keep what an assessment calls for now, in place of what it called for before."""
        rows = [
            (
                assessment,
                each.key,
                place,
                codec.plain(each.does),
                codec.plain(each.subject),
                codec.plain(each.owner),
                codec.plain(each.due),
                codec.plain(each.because),
                int(each.certain),
            )
            for place, each in enumerate(actions)
        ]
        with self._database.transaction():
            self._database.run("DELETE FROM action WHERE assessment = ?", assessment)
            self._database.run_many("INSERT INTO action VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def all(self) -> tuple[tuple[str, str, CalledFor], ...]:
        """Id and name of each assessment outside the bin, with each action it calls for."""
        return tuple(
            (assessment, name, CalledFor(key, does, subject, owner, due, because, bool(certain)))
            for assessment, name, key, does, subject, owner, due, because, certain in (
                self._database.rows(_ALL)
            )
        )
