"""The law in use as the library shows it: editions, evaluating again, what is said of each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.operations.editions import folders_of, name_of
from app.ui.kit.sheet import Sheet
from app.ui.library.editions import Editions
from app.ui.library.upkeep import Upkeep
from app.ui.views.editions import edition_view, limits

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.operations.desk import Desk, Line
    from app.ui.library.nav import Nav

_REFRESH_MS = 1500


class Lawkeeping(QObject):
    """Announces what is to be told, that lines may say something else, and a desk under a new law."""

    told = Signal(str)
    refreshed = Signal()
    desk_changed = Signal(object)
    file_wanted = Signal()

    def __init__(self, over: QWidget, nav: Nav) -> None:
        super().__init__(over)
        self._nav = nav
        self.upkeep = Upkeep(self)
        self.editions = Editions()
        self.sheet = Sheet(over, "editions_sheet", "Editions of the law", self.editions)
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.timeout.connect(self.refreshed)
        nav.editions_wanted.connect(self.open_editions)
        nav.evaluation_wanted.connect(self.upkeep.evaluate)
        nav.cancel_wanted.connect(self._cancelled)
        self.editions.import_wanted.connect(self.file_wanted)
        for signal, slot in (
            (self.upkeep.told, self.told),
            (self.upkeep.desk_changed, self.desk_changed),
            (self.upkeep.progressed, self._progressed),
            (self.upkeep.ended, self._ended),
            (self.upkeep.wrong, self._wrong),
        ):
            signal.connect(slot)

    def take(self, desk: Desk) -> None:
        """Turn to a library, or to another law."""
        self.upkeep.take(desk)
        writable = not desk.library.standing.why_read_only
        self._nav.show_law(name_of(folders_of(desk.questionnaire)), enabled=writable)
        self._show_editions()

    def _show_editions(self) -> None:
        desk = self.upkeep.desk
        views = [edition_view(line) for line in self.upkeep.at_hand()]
        self.editions.show_laws(views, enabled=not desk.library.standing.why_read_only)
        self.editions.show_limits(limits(desk.questionnaire))

    def open_editions(self) -> None:
        """Show the laws at hand."""
        self.editions.show_wrong(())
        self._show_editions()
        self.sheet.open_sheet()

    def bring(self, path: Path) -> None:
        """Take in an edition."""
        self.editions.show_wrong(())
        self.upkeep.bring(path)

    def told_of(self, line: Line) -> object:
        """What the law in use has to say of an assessment, as the library keeps it."""
        return self.upkeep.desk.library.outlooks.details(line.id) if line.concern else None

    def _progressed(self, words: str, done: int, whole: int) -> None:
        self._nav.show_going(words, done, whole)
        if done and not self._refresh.isActive():
            self._refresh.start()

    def _cancelled(self) -> None:
        self.upkeep.stop()
        self._nav.show_going("", 0, 0)

    def _ended(self) -> None:
        self._refresh.stop()
        self._nav.show_going("", 0, 0)
        self._show_editions()
        self.refreshed.emit()

    def _wrong(self, problems: list[str]) -> None:
        self.editions.show_wrong(problems)
        self.sheet.open_sheet()

    def close(self) -> None:
        """Stop what runs beside, and wait for it."""
        self._refresh.stop()
        self.upkeep.close()
