"""The open assessment: takes what a person does to the work, by mouse and by key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from app.ui.kit import painting
from app.ui.kit.question_view import Kind
from app.ui.views.finding import everything
from app.ui.views.places import REVIEW, REVISIONS, SCREENING, Place
from app.ui.work.counsel_desk import CounselDesk
from app.ui.work.dropping import Dropping
from app.ui.work.going import Going

if TYPE_CHECKING:
    from app.operations.press import Press
    from app.operations.sitting import Sitting


class AssessmentScreen(Going):
    """Everything that can be done while an assessment is open."""

    lists_wanted = Signal()

    def __init__(self, press: Press) -> None:
        super().__init__(press)
        self._connect()
        self._connect_documents()
        self._connect_counsel()
        self._connect_screening()
        self._connect_revisions()

    def _connect(self) -> None:
        display = self.display
        display.header.pressed.connect(self.press)
        display.rail.rail.section_chosen.connect(self._row_chosen)
        middle, panel, reader = display.middle, display.side.panel, display.side.reader
        middle.answer_given.connect(self._answered)
        middle.source_given.connect(self._sourced)
        middle.citation_chosen.connect(display.show_law)
        middle.place_chosen.connect(self.go)
        middle.member_added.connect(self._member_added)
        middle.member_removed.connect(self._member_removed)
        middle.group_completed.connect(self._group_completed)
        middle.stepped.connect(self.step)
        middle.why_wanted.connect(self._why_of_figures)
        middle.side_toggled.connect(self.toggle_side)
        middle.rail_toggled.connect(self.toggle_rail)
        middle.return_wanted.connect(self._return_pressed)
        middle.why.back_wanted.connect(self.back)
        middle.why.finding_chosen.connect(display.show_finding)
        middle.review.place_chosen.connect(self.go)
        middle.review.address_chosen.connect(self.go_to)
        panel.determination_chosen.connect(self.go)
        panel.address_chosen.connect(self._settling_chosen)
        panel.citation_chosen.connect(display.show_law)
        panel.day_chosen.connect(self._day_chosen)
        reader.closed.connect(self._close_reader)
        reader.answer_wanted.connect(self.go_to)
        self.finder.chosen.connect(self._hit_chosen)
        self.toast.undone.connect(self.undo)

    def _connect_counsel(self) -> None:
        self.counsel = CounselDesk(self._stack, self.making.folder)
        self.installEventFilter(Dropping(self, self.counsel.take))
        self.counsel.told.connect(self.tell)
        self.counsel.place_wanted.connect(self.go_to)
        self.counsel.left.connect(self._show_header)
        documents = self.display.side.documents
        documents.compare_wanted.connect(self.counsel.compare)
        documents.comments_wanted.connect(self.counsel.show_comments)

    def open(self, sitting: Sitting) -> None:
        """Turn to an assessment."""
        super().open(sitting)
        self.counsel.take_up(self.at_work)

    def _connect_documents(self) -> None:
        self.making.told.connect(self.tell)
        self.making.stages_changed.connect(self._show_header)
        self.making.preview_wanted.connect(self.show_preview)
        self.preview.back_wanted.connect(self._leave_preview)
        self.preview.document_chosen.connect(self.show_preview)
        self.preview.folder_wanted.connect(self.making.show_in_folder)
        self.preview.copy_wanted.connect(self._copy_wanted)

    def _connect_screening(self) -> None:
        self.screening.told.connect(self.tell)
        self.screening.changed.connect(self._show_screened)
        self.screening.page.parties_wanted.connect(self._to_parties)
        self.screening.page.lists_wanted.connect(self.lists_wanted)
        self.display.middle.screening_wanted.connect(self.screen_parties)

    def _connect_revisions(self) -> None:
        self.revisions.told.connect(self.tell)
        self.revisions.taken_up.connect(self._taken_up)
        self.revisions.page.back_wanted.connect(self.back)
        self.display.middle.revisions_wanted.connect(self.show_revisions)
        self.display.side.panel.as_of.law_chosen.connect(self._law_chosen)

    def show_revisions(self) -> None:
        """To the revisions."""
        self.go(Place(REVISIONS))

    def _taken_up(self, sitting: Sitting, words: str) -> None:
        self.open(sitting)
        self.toast.tell(words)

    def _law_chosen(self, mark: str) -> None:
        trouble = self.at_work.show_law(mark)
        if trouble:
            self.display.side.panel.as_of.show_trouble(trouble)

    def _to_parties(self) -> None:
        section = self.screening.section()
        if section is not None:
            self._row_chosen(section.id)

    def screen_parties(self) -> None:
        """To the screening of the parties."""
        self.go(Place(SCREENING))

    def lists_changed(self) -> None:
        """Other lists may stand now: show how that changes the screening, and search if need be."""
        if self.work is not None:
            self.screening.renew()

    def leave(self) -> None:
        """Bring the library's line up to date before one goes back to it."""
        self.give_what_is_typed()
        if self.work is not None:
            self.work.settle_now()
            self.work.sitting.summarise()

    def close_down(self) -> None:
        """Give what is typed, and end what runs beside."""
        self.leave()
        self.display.settler.wait()
        self.screening.watch.wait()
        self.preview.wait()
        self.counsel.wait()
        self.making.close()

    # ---------------------------------------------------------------- answers
    def _answered(self, address: str, value: object) -> None:
        page = self.display.middle.current()
        block = page.blocks.get(address) if page else None
        if block is not None and block.card.view.kind is Kind.FILE and isinstance(value, str):
            self.at_work.attach(address, Path(value))
        else:
            self.at_work.answer(address, value)

    def _sourced(self, address: str, source: str) -> None:
        self.at_work.note_source(address, source)

    def _member_added(self, plural: str) -> None:
        key = self.at_work.add(plural)
        if key:
            self.go(Place(id=self.here.id, keys=(key,)))

    def _member_removed(self, plural: str, key: str) -> None:
        one = self.at_work.assessment.questionnaire.group_of_plural[plural].one
        self.at_work.remove(plural, key)
        self.at_work.settle_now()
        self.toast.tell(f"Removed the {one}. Its answers are kept and count for nothing.")

    def _group_completed(self, plural: str, whole: bool) -> None:  # noqa: FBT001 - a signal's value
        self.at_work.complete(plural, whole=whole)

    def undo(self) -> None:
        """Take the last answer back, and show where."""
        self.give_what_is_typed()
        if self.at_work.undo_words():
            self._show_changed(self.at_work.undo())

    def redo(self) -> None:
        """Give it again."""
        if self.at_work.redo_words():
            self._show_changed(self.at_work.redo())

    def _show_changed(self, address: str) -> None:
        """Undo changes nothing out of sight."""
        self.at_work.settle_now()
        if address:
            self.go_to(address.removesuffix(".source"))

    def _day_chosen(self, day: object) -> None:
        trouble = self.at_work.show_day(day)  # type: ignore[arg-type]  # a date or None
        if trouble:
            self.display.side.panel.as_of.show_trouble(trouble)

    # ---------------------------------------------------------------- buttons and keys
    def press(self, name: str) -> None:
        """A button of the header."""
        verbs = {
            "back_to_library": self.library_wanted.emit,
            "undo": self.undo,
            "redo": self.redo,
            "find": self.open_finder,
            "review": self.review,
            "generate": self.generate,
        }
        verbs[name]()

    def open_finder(self) -> None:
        """Find anything."""
        work = self.at_work
        work.settle_now()
        self.finder.open_with(everything(work.assessment, work.parts))

    def review(self) -> None:
        """To the review."""
        self.go(Place(REVIEW))

    def generate(self) -> None:
        """Make both documents; they are shown beside the review."""
        self.review()
        self.making.generate()
        self._show_side()

    def save_revision(self) -> None:
        """Ask whether the present state should be final."""
        self.review()
        self._show_side()
        self.display.side.documents.ask()

    def _show_side(self) -> None:
        if not self.display.columns.beside:
            self.display.columns.open_side(on=True)

    def toggle_side(self) -> None:
        """Open or close the panel where it lies over the page."""
        columns = self.display.columns
        columns.open_side(on=not columns.side_open)

    def toggle_rail(self) -> None:
        """Open or close the sections where they lie over the page."""
        columns = self.display.columns
        columns.open_rail(on=not columns.rail_open)

    def _close_reader(self) -> None:
        self.display.side.close_reader()

    def escape(self) -> None:
        """Close what was opened last; never an answer."""
        columns, side = self.display.columns, self.display.side
        if self.finder.isVisible():
            self.finder.leave()
        elif self.toast.isVisible():
            self.toast.hide()
        elif self.counsel.in_front:
            self.counsel.leave()
        elif side.reading():
            side.close_reader()
        elif columns.side_open or columns.rail_open:
            columns.open_side(on=False)
            columns.open_rail(on=False)
        elif self.here.kind == SCREENING and not self.screening.page.escape():
            self.back()

    def hint(self) -> None:
        """Where to find the answer to the question with the focus."""
        page = self.display.middle.current()
        block = page.blocks.get(page.focused_address()) if page else None
        if block is not None:
            block.card.open_hint()

    def law(self) -> None:
        """The words of the law for the question with the focus."""
        page = self.display.middle.current()
        block = page.blocks.get(page.focused_address()) if page else None
        if block is not None and block.card.view.citations:
            self.display.show_law(block.card.view.citations[0].id)

    def next_part(self, way: int) -> None:
        """Rail, page, panel, header, and round."""
        parts = self.display.focus_ring_of()
        focus = QApplication.focusWidget()
        now = next((n for n, p in enumerate(parts) if focus and p.isAncestorOf(focus)), -way)
        painting.by_keyboard(self)
        after = [parts[(now + way * step) % len(parts)] for step in range(1, len(parts) + 1)]
        self.display.focus_in(next(part for part in after if part.isVisible()))

    # ---------------------------------------------------------------- preview
    def show_preview(self, kind: str) -> None:
        """Look at a finished document."""
        path = self.making.path(kind)
        if path is not None:
            self.preview.show_document(kind, path, self.making.made())
            self._stack.setCurrentWidget(self.preview)

    def _leave_preview(self) -> None:
        self._stack.setCurrentWidget(self.display)

    def _copy_wanted(self, kind: str) -> None:
        self.making.save_copy(kind, self)
