"""The library: the list of assessments, and the verbs for whole ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.assessment.law import read_on
from app.assessment.printing import printed_day
from app.operations.samples import samples
from app.operations.screening_answers import new_hits
from app.operations.troubles import TROUBLES
from app.store.values import SortBy
from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.toast import Toast
from app.ui.library.asking import Asking
from app.ui.library.empty import EmptyLibrary
from app.ui.library.inspector import Inspector
from app.ui.library.lawkeeping import Lawkeeping
from app.ui.library.listing import Listing
from app.ui.library.nav import Nav
from app.ui.library.receiving import EDITION, Receiving
from app.ui.views import library as view
from app.ui.views.lists import state_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from app.operations.desk import Desk, Line

_SORTS = {"changed": SortBy.CHANGED, "name": SortBy.NAME, "created": SortBy.CREATED}
_BESIDE_FROM = 1080
_NEW_NAME = "New assessment"


class LibraryScreen(Receiving):
    """Announces the assessment that a person opens."""

    opened = Signal(str)
    scheme_chosen = Signal(str)
    lists_wanted = Signal()
    desk_changed = Signal(object)

    def __init__(self) -> None:
        self.nav, self.listing, self.inspector = Nav(), Listing(), Inspector()
        self.empty = EmptyLibrary()
        self._middle = QStackedWidget()
        self._middle.addWidget(self.listing)
        self._middle.addWidget(self.empty)
        parts = (self.nav, self._middle, self.inspector)
        super().__init__(layout.row(*parts, gap=0, grow=self._middle), "page")
        self.toast = Toast(self)
        self.asking = Asking(self)
        self.law = Lawkeeping(self, self.nav)
        self._desk: Desk | None = None
        self._lines: dict[str, Line] = {}
        self._view, self._text, self._sort = view.ALL, "", SortBy.CHANGED
        self._deleted = ""
        self._connect()

    def _connect(self) -> None:
        self.nav.view_chosen.connect(self._view_chosen)
        self.nav.folder_wanted.connect(self._folder_wanted)
        self.nav.backup_wanted.connect(partial(self.asking.file, "backup"))
        self.nav.scheme_chosen.connect(self.scheme_chosen)
        self.nav.lists_wanted.connect(self.lists_wanted)
        self.listing.sought.connect(self._sought)
        self.listing.sort_chosen.connect(self._sort_chosen)
        self.listing.import_wanted.connect(self.bring)
        self.listing.new_wanted.connect(self.new)
        self.listing.row_chosen.connect(self._row_chosen)
        self.listing.row_opened.connect(self.open)
        self.inspector.chosen.connect(self.do)
        self.empty.chosen.connect(self._started)
        self.toast.undone.connect(self.restore_last)
        self.asking.named.connect(self._named)
        self.asking.file_chosen.connect(self._file_chosen)
        self.dropped.connect(self.import_file)
        self.law.told.connect(partial(self.toast.tell, undo=False))
        self.law.refreshed.connect(partial(self.refresh, keep=True))
        self.law.desk_changed.connect(self.desk_changed)
        self.law.file_wanted.connect(partial(self.asking.file, "edition"))

    # ---------------------------------------------------------------- showing
    @property
    def desk(self) -> Desk:
        """The library that is open."""
        assert self._desk is not None
        return self._desk

    def take(self, desk: Desk) -> None:
        """Turn to a library."""
        self._desk = desk
        library, path = desk.library, desk.library.path
        state = f"Read only: {library.standing.why_read_only}" if self.read_only else ""
        self.nav.show_file(view.file_words(path), str(path), state)
        self.law.take(desk)
        read = printed_day(read_on(desk.questionnaire))
        self.empty.show_edition(
            f"Clearway does not give legal advice. It knows the rules as read on {read}."
        )
        for part in (self.listing, self.empty):
            part.new.setEnabled(not self.read_only)
            part.bring.setEnabled(not self.read_only)
        self.refresh()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return bool(self.desk.library.standing.why_read_only)

    def refresh(self, choose: str = "", *, keep: bool = False) -> None:
        """Read the list anew; ``keep`` looks at the same line."""
        choose = self.current() if keep else choose
        deleted = self._view == view.DELETED
        every = self.desk.lines(self._text, self._sort)
        binned = self.desk.lines(deleted=True)
        shown = binned if deleted else view.in_view(every, self._view)
        self._lines = {line.id: line for line in shown}
        if not self._text:
            self.nav.show_counts(view.counts(every, len(binned)))
        now = self.desk.clock()
        library = self.desk.library
        marks = new_hits(library)
        rows = [view.row_of(line, now, marks.get(line.id, 0)) for line in shown]
        self.nav.show_lists(state_words(library.lists.standing(), now.date()))
        title = next(words for id_, words, _ in view.VIEWS if id_ == self._view)
        self.listing.show_rows(title, view.list_words(len(rows), self._text), rows, self._nothing())
        if choose:
            self.listing.list.choose(choose)
        nothing = not every and not binned and not self._text
        self._middle.setCurrentWidget(self.empty if nothing else self.listing)
        self._row_chosen(self.listing.list.current_id())

    def _nothing(self) -> str:
        if self._text:
            return f"Nothing found for “{self._text}”. Search looks in names and answers."
        return "Nothing stands here."

    def current(self) -> str:
        """The assessment that is looked at."""
        return self.listing.list.current_id()

    def _row_chosen(self, id_: str) -> None:
        line = self._lines.get(id_)
        room = self.width() >= theme.px(_BESIDE_FROM)
        shown = line is not None and self._middle.currentWidget() is self.listing
        if line is None or not shown:
            self.inspector.show_assessment(None)
            return
        gone = self._view == view.DELETED
        told, now = self.law.told_of(line), self.desk.clock()
        self.inspector.show_assessment(view.inspected(line, now, told, deleted=gone))
        self.inspector.setVisible(room or gone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the inspector where there is no room beside the list."""
        super().resizeEvent(event)
        self.toast.place()
        if self._desk is not None:
            self._row_chosen(self.current())

    def _view_chosen(self, chosen: str) -> None:
        self._view = chosen
        self.refresh()

    def _sought(self, text: str) -> None:
        self._text = text.strip()
        self.refresh()

    def _sort_chosen(self, sort: str) -> None:
        self._sort = _SORTS[sort]
        self.refresh()

    # ---------------------------------------------------------------- verbs
    def do(self, verb: str) -> None:
        """A verb for the assessment that is looked at."""
        verbs: dict[str, Callable[[str], None]] = {
            "open": self.open,
            "duplicate": self.duplicate,
            "rename": self.rename,
            "export": self.export,
            "delete": self.delete,
            "restore": self.restore,
        }
        if id_ := self.current():
            self._try(verbs[verb], id_)

    def _try(self, verb: Callable[..., object], *given: object) -> bool:
        try:
            verb(*given)
        except TROUBLES as error:
            self.toast.tell(str(error), undo=False)
            return False
        return True

    def open(self, id_: str) -> None:
        """Open an assessment."""
        if id_ and self._view != view.DELETED:
            self.opened.emit(id_)

    def new(self) -> None:
        """Begin one, and open it."""
        self._try(self._begin)

    def _begin(self) -> None:
        self.opened.emit(self.desk.create(_NEW_NAME).id)

    def duplicate(self, id_: str) -> None:
        """Begin one with the answers of another."""
        new = self.desk.duplicate(id_, view.copy_name(self._lines[id_].name))
        self.refresh(choose=new)

    def rename(self, id_: str) -> None:
        """Ask for another name."""
        self.asking.name(id_, self._lines[id_].name)

    def _named(self, id_: str, name: str) -> None:
        if self._try(self.desk.rename, id_, name):
            self.refresh(choose=id_)

    def delete(self, id_: str) -> None:
        """Delete at once; the line at the foot takes it back."""
        name = self._lines[id_].name
        self.desk.delete(id_)
        self._deleted = id_
        self.refresh()
        self.toast.tell(f"Deleted “{name}”.")

    def restore(self, id_: str) -> None:
        """Take one out of the bin."""
        self.desk.restore(id_)
        self.refresh()

    def restore_last(self) -> None:
        """Take back the last deletion."""
        if self._deleted:
            id_, self._deleted = self._deleted, ""
            self._try(self.desk.restore, id_)
            self.refresh(choose=id_)

    def _started(self, way: str) -> None:
        if way == "sample":
            self._try(self._open_sample)
        else:
            (self.new if way == "new" else self.bring)()

    def _open_sample(self) -> None:
        first = next(iter(samples()), None)
        if first is None:
            self.toast.tell("No sample ships with this copy.", undo=False)
        else:
            self.opened.emit(self.desk.create(first.name, first.answers).id)

    # ---------------------------------------------------------------- files
    def bring(self) -> None:
        """Ask for a file to import."""
        self.asking.file("import")

    def export(self, id_: str) -> None:
        """Ask where to export to."""
        self.asking.file("export", id_, self._lines[id_].name)

    def _folder_wanted(self) -> None:
        self.asking.show_folder(self.desk.library.path)

    def _file_chosen(self, what: str, id_: str, path: str) -> None:
        if what in {"import", "edition"}:
            self.import_file(Path(path))
        elif what == "export" and self._try(self.desk.export, id_, Path(path)):
            self.toast.tell(f"Exported to {path}", undo=False)
        elif what == "backup" and self._try(self.desk.backup, Path(path)):
            self.toast.tell(f"Backed up to {path}, and the copy was read.", undo=False)

    def import_file(self, path: Path) -> None:
        """Take in a file: an assessment, or an edition of the law."""
        if path.suffix.lower() == EDITION:
            self.law.bring(path)
        else:
            self._try(self._bring, path)

    def _bring(self, path: Path) -> None:
        id_ = self.desk.bring(path)
        self.desk.open(id_).summarise()
        self._view = view.ALL
        self.nav.show_view(view.ALL)
        self.refresh(choose=id_)
        self.toast.tell(f"Imported “{self._lines[id_].name}”.", undo=False)

    def focus_list(self) -> None:
        """Give the focus to the list, or to the first way to start."""
        empty = self._middle.currentWidget() is self.empty
        (self.empty.new if empty else self.listing.list).setFocus()
