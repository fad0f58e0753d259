"""What goes to counsel and comes back: two states compared, revisions printed, comments taken in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from app.operations import comments
from app.operations.marked import read_marked
from app.operations.printing import ALL, order_of, revised, write
from app.operations.redline import DRAFT, of_file, redline_job
from app.operations.troubles import TROUBLES
from app.report.renderer import Renderer
from app.store import transfer
from app.ui.kit.jobs import Jobs
from app.ui.views.counsel import comments_words, redline_view, thread_view
from app.ui.work.comments_page import CommentsPage
from app.ui.work.redline_page import RedlinePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.operations.marked import MarkedDocument
    from app.report.jobs import RenderJob
    from app.report.redline import Redline
    from app.ui.work.work import Work

_TAKE, _PRINT, _COMPARE = "take", "print", "compare"


class CounselDesk(QObject):
    """Owns two pages that lie over the assessment, and what they do."""

    told = Signal(str)
    place_wanted = Signal(str)
    left = Signal()

    def __init__(self, stack: QStackedWidget, folder: Callable[[], Path]) -> None:
        super().__init__(stack)
        self._stack, self._folder = stack, folder
        self.redline, self.comments = RedlinePage(), CommentsPage()
        self._work: Work | None = None
        self._jobs = Jobs(self, "counsel")
        for page in (self.redline, self.comments):
            stack.addWidget(page)
            page.back_wanted.connect(self.leave)
        self._connect()

    def _connect(self) -> None:
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)
        self.redline.ends_chosen.connect(self._compare)
        self.redline.pdf_wanted.connect(self._print_redline)
        self.redline.documents_wanted.connect(self.print_revision)
        self.comments.take_wanted.connect(self._choose)
        self.comments.answered.connect(partial(self._say, comments.answer))
        self.comments.closed.connect(partial(self._say, comments.close))
        self.comments.reopened.connect(partial(self._say, comments.reopen))
        self.comments.place_wanted.connect(self._go)

    def take_up(self, work: Work) -> None:
        """Turn to another assessment."""
        self._work = work
        self.comments.show_trouble("")

    @property
    def work(self) -> Work:
        """The work on the assessment that is open."""
        assert self._work is not None
        return self._work

    @property
    def in_front(self) -> bool:
        """Whether one of the pages is in front."""
        return self._stack.currentWidget() in (self.redline, self.comments)

    def leave(self) -> None:
        """Back to the assessment."""
        self._stack.setCurrentIndex(0)
        self.left.emit()

    def wait(self) -> None:
        """Wait for what runs, before the window closes."""
        self._jobs.wait()

    # ---------------------------------------------------------------- two states
    def compare(self) -> None:
        """Show the last revision beside the draft."""
        self.work.settle_now()
        numbers = [str(head.number) for head in self.work.sitting.revisions()][-6:]
        states = (*((n, f"Revision {n}") for n in numbers), (DRAFT, "Draft"))
        before = numbers[-1] if numbers else DRAFT
        self.redline.show_states(states, before, DRAFT)
        self._stack.setCurrentWidget(self.redline)
        if numbers:
            self._compare(before, DRAFT)
        self.redline.focus()

    def _compare(self, before: str, after: str) -> None:
        self.redline.show_waiting()
        self._jobs.forget_waiting()
        self._jobs.run((_COMPARE, (before, after)), self._comparing(before, after))

    def _comparing(self, before: str, after: str) -> Callable[[], Redline]:
        """The comparison as a job: all that it needs is read out of the library first."""
        sitting = self.work.sitting
        bundle = transfer.whole(sitting.library, sitting.id, sitting.program, evidence=False)
        first, last = (None if end == DRAFT else int(end) for end in (before, after))
        day = sitting.clock().date()
        return partial(of_file, bundle, first, last, sitting.questionnaire, day)

    def _print_redline(self, before: str, after: str) -> None:
        sitting = self.work.sitting
        compare = self._comparing(before, after)
        moment, who, program = sitting.clock(), sitting.who, sitting.program

        def job() -> RenderJob:
            return redline_job(compare(), moment, who, program)

        self._print((("redline", sitting.head.name, job),))

    def print_revision(self, number: int) -> None:
        """Make memo and plan of a revision as it was stored."""
        sitting = self.work.sitting
        try:
            orders = [order_of(sitting, kind, revision=number) for kind in ALL]
        except TROUBLES as error:
            self.told.emit(str(error))
            return
        name = revised(sitting.head.name, number)
        self._print(tuple((order.kind, name, order.job) for order in orders))

    def _print(self, jobs: tuple[tuple[str, str, Callable[[], RenderJob]], ...]) -> None:
        self.told.emit("Making the PDF. The window stays free.")
        self._jobs.run(_PRINT, partial(_printed, jobs, self._folder()))

    # ---------------------------------------------------------------- comments
    def show_comments(self) -> None:
        """Show counsel's comments."""
        self._refresh()
        self._stack.setCurrentWidget(self.comments)
        self.comments.focus()

    def _refresh(self) -> None:
        found = comments.threads(self.work.sitting)
        views = [thread_view(each) for each in found]
        self.comments.show_threads(comments_words(found), views, enabled=self.work.enabled)

    def _choose(self) -> None:
        dialog = QFileDialog(self.comments, "The document that counsel marked", "", "PDF (*.pdf)")
        dialog.setObjectName("comments_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, path: str) -> None:
        """Read a marked document beside the window, and keep its comments."""
        sitting = self.work.sitting
        self.show_comments()
        self.comments.show_trouble("")
        parts = (Path(path), sitting.questionnaire, sitting.clock(), sitting.program)
        self._jobs.run((_TAKE, Path(path).name), partial(read_marked, *parts))

    def _done(self, key: object, result: object) -> None:
        if key == _PRINT:
            self.told.emit(f"Done: {result}")
            return
        assert isinstance(key, tuple)
        if key[0] == _TAKE:
            self._keep(key[1], result)  # type: ignore[arg-type]  # a marked document
        elif key[1] == self.redline.ends():
            self.redline.show_redline(redline_view(result))  # type: ignore[arg-type]  # a redline

    def _keep(self, file: str, marked: MarkedDocument) -> None:
        try:
            taken = comments.keep(self.work.sitting, file, marked)
        except TROUBLES as error:
            self.comments.show_trouble(str(error))
            return
        self._refresh()
        self.comments.show_trouble(". ".join(taken.remarks))
        self.told.emit(taken.words)

    def _failed(self, key: object, error: object) -> None:
        if key == _PRINT:
            self.told.emit(f"Not made: {error}")
        elif isinstance(key, tuple) and key[0] == _COMPARE:
            self.told.emit(f"Not compared: {error}")
        else:
            self.comments.show_trouble(str(error))

    def _say(self, verb: Callable[..., object], *given: str) -> None:
        try:
            verb(self.work.sitting, *given)
        except TROUBLES as error:
            self.told.emit(str(error))
        self._refresh()

    def _go(self, address: str) -> None:
        self.leave()
        self.place_wanted.emit(address)


def _printed(jobs: tuple[tuple[str, str, Callable[[], RenderJob]], ...], folder: Path) -> str:
    with Renderer(workers=1) as renderer:
        made = [write(kind, name, renderer.render(job()), folder) for kind, name, job in jobs]
    return ", ".join(each.path.name for each in made) + f" in {folder}"
