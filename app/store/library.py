"""A library: one SQLite file with every assessment on this machine.

Its parts are what a caller wants of it, ``library.drafts``, ``library.revisions``;
``standing`` says whether it may be written, and why not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from app.store import backup, migrations
from app.store.actions import Actions
from app.store.assessments import Assessments
from app.store.database import Database, speaking
from app.store.drafts import Drafts
from app.store.editions import Editions
from app.store.evidence import Evidence
from app.store.lists import Lists
from app.store.opening import Opened, Opening, Standing
from app.store.outlooks import Outlooks
from app.store.people import People
from app.store.records import Documents, Laws, Log, Notes, Settings
from app.store.revisions import Revisions
from app.store.screenings import Screenings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType


class Library:
    """An open library, for one thread; another thread opens its own."""

    def __init__(self, path: Path, opened: Opened) -> None:
        self.path = path
        self._opened = opened
        self.database = opened.database
        self.log = Log(self.database)
        self.people = People(self.database, self.log)
        self.assessments = Assessments(self.database, self.log)
        self.drafts = Drafts(self.database, self.people)
        self.laws = Laws(self.database)
        self.evidence = Evidence(self.database, self.log)
        self.revisions = Revisions(self.database, self.log)
        self.documents = Documents(self.database, self.log)
        self.notes = Notes(self.database)
        self.settings = Settings(self.database)
        self.lists = Lists(self.database, self.log)
        self.screenings = Screenings(self.database, self.log)
        self.editions = Editions(self.database, self.laws, self.log)
        self.outlooks = Outlooks(self.database)
        self.actions = Actions(self.database)

    @classmethod
    def open(
        cls,
        path: Path,
        moment: dt.datetime,
        *,
        read_only: bool = False,
        thorough: bool = False,
        steps: Sequence[str] | None = None,
    ) -> Library:
        """Open the library at ``path``, or make one where nothing stands.

        Where another window writes, or the file or folder may not be written, or the
        file is damaged, the library is open for reading and ``standing`` says why.
        A large file is searched for damage only if ``thorough``; after a
        ``DamagedLibrary`` from any other call, open it again so.
        """
        opening = Opening(path, moment, steps or migrations.steps(), thorough)
        return cls(path, opening.open(read_only=read_only))

    def beside(self) -> Self:
        """The same file under the same right to write, for another thread; call it there."""
        database = Database(self.database.path, why_read_only=self.standing.why_read_only)
        return type(self)(self.path, Opened(database, self.standing))

    @property
    def standing(self) -> Standing:
        """Whether it may be written and why not, and what speaks against its place."""
        return self._opened.standing

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and let another window write."""
        self._opened.close()

    def together(self) -> AbstractContextManager[None]:
        """Several changes as one: all of them are saved, or none."""
        return self.database.transaction()

    def data_version(self) -> int:
        """A number that differs from the last one if another window has written since."""
        return int(self.database.value("PRAGMA data_version"))

    def check(self) -> str:
        """Read the whole file; what is wrong with it, or nothing."""
        with speaking(self.path):
            return backup.damage(self.database.raw)

    def backup(self, target: Path, phrase: str = "") -> None:
        """Copy the library into one new file, and open the copy to see it is whole.

        With a passphrase the copy is locked, and can be opened by nobody without it.
        """
        if phrase:
            backup.locked_backup(self.database, target, phrase)
        else:
            backup.backup(self.database, target)

    def dated_backup(self, folder: Path, day: dt.date, keep: int = 10) -> Path | None:
        """Make the backup of ``day``, once; older ones than the newest ``keep`` go."""
        return backup.dated_backup(self.database, folder, day, keep)
