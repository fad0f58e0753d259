"""Opens, takes up and compares the revisions of the open assessment, and looks at them as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.assessment.law import NotCovered
from app.operations.compare import compare
from app.operations.looking import Looking, desk_of, flip_words, laws_at_hand
from app.operations.revising import open_revision, revise
from app.operations.troubles import TROUBLES
from app.ui.views.revisions import compared_view, revision_row, stored_view
from app.ui.views.words import capital, count_words

if TYPE_CHECKING:
    import datetime as dt

    from app.operations.looking import LawAtHand
    from app.ui.work.revisions_page import RevisionsPage
    from app.ui.work.work import Work


class Revisions(QObject):
    """Announces what is to be told, and the sitting that goes on from a revision taken up."""

    told = Signal(str)
    taken_up = Signal(object, str)

    def __init__(self, page: RevisionsPage) -> None:
        super().__init__(page)
        self.page = page
        self._work: Work | None = None
        self._looking: Looking | None = None
        self._laws: tuple[LawAtHand, ...] = ()
        self._number = 0
        page.revision_chosen.connect(self.open)
        page.revise_wanted.connect(self._revise)
        page.compare_wanted.connect(self._compare)
        page.look.wanted.connect(self._look)

    def take(self, work: Work) -> None:
        """Turn to another assessment."""
        self._work, self._number = work, 0
        self._looking = Looking(work.sitting)

    @property
    def work(self) -> Work:
        """The work on the assessment that is open."""
        assert self._work is not None
        return self._work

    @property
    def looking(self) -> Looking:
        """What looks at its states; each law is read once."""
        assert self._looking is not None
        return self._looking

    def words(self) -> str:
        """What the way to the revisions is called; nothing where there are none."""
        number = self._work.head.revisions if self._work else 0
        return count_words(number, "revision", "revisions") if number else ""

    def show(self, back_to: str) -> None:
        """Show the list; one that was open stays so."""
        library, id_ = self.work.sitting.library, self.work.sitting.id
        now = self.work.sitting.clock()
        rows = [
            revision_row(head, open_revision(library, id_, head.number).troubles, now)
            for head in reversed(self.work.sitting.revisions())
        ]
        self.page.show_revisions(rows, back_to, enabled=self.work.enabled)

    def open(self, number: int) -> None:
        """Show one as it was stored."""
        sitting = self.work.sitting
        try:
            found = open_revision(sitting.library, sitting.id, number)
        except TROUBLES as error:
            self.told.emit(str(error))
            return
        self._number = number
        law = self.looking.shelf.law(found.revision.conclusions.law)
        others = [head.number for head in sitting.revisions() if head.number != number]
        self.page.show_revision(number, stored_view(found, law), others)
        self._laws = laws_at_hand(sitting)
        self.page.look.show_laws(self._laws)

    def _revise(self, number: int) -> None:
        self.work.settle_now()
        try:
            desk = desk_of(self.work.sitting)
            sitting, found = revise(desk, self.looking.shelf, self.work.sitting.id, number)
        except TROUBLES as error:
            self.told.emit(str(error))
            return
        moved = count_words(len(found.moves), "answer was carried", "answers were carried")
        tail = f", {moved} over or asked again" if found.moves else ""
        self.taken_up.emit(
            sitting, f"The draft goes on from revision {number}{tail}. Undo takes it back."
        )

    def _compare(self, before: int | None, after: int | None) -> None:
        self.work.settle_now()
        sitting = self.work.sitting
        try:
            found = compare(desk_of(sitting), self.looking.shelf, sitting.id, before, after)
        except TROUBLES as error:
            self.told.emit(str(error))
            return
        self.page.show_comparison(compared_view(found))

    def _look(self, day: dt.date | None, mark: str) -> None:
        at_hand = next(law for law in self._laws if law.mark == mark)
        law = self.looking.law(at_hand)
        if law is None:
            self.page.look.show_trouble(self.looking.shelf.troubles[at_hand.law])
            return
        try:
            found = self.looking.look(self._number, day or self.work.today, law)
        except NotCovered as error:
            self.page.look.show_trouble(capital(f"{error}."))
            return
        flips = tuple(map(flip_words, found.flips))
        self.page.look.show_flips(found.state.day, at_hand.name, flips, found.remark)
