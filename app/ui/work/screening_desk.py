"""Brings the screening page, the search beside the work, and the open assessment together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.operations.screening import OWNER_NAME, PARTY_NAME, adjudicate
from app.operations.screening_answers import needs_second, seen
from app.operations.troubles import TROUBLES
from app.ui.views.places import REVIEW, SCREENING, SECTION, Place
from app.ui.views.screening import link_words
from app.ui.work.screening_watch import Watch

if TYPE_CHECKING:
    from app.operations.screening_record import Line, Verdict
    from app.ui.work.display import Display
    from app.ui.work.work import Work


class ScreeningDesk(QObject):
    """Announces what a person should read, and that another place is to be shown anew."""

    told = Signal(str)
    changed = Signal()

    def __init__(self, display: Display) -> None:
        super().__init__(display)
        self._display = display
        self.page = display.middle.screening
        self.watch = Watch(self)
        self._work: Work | None = None
        self.watch.told.connect(self.told)
        self.watch.found.connect(self._found)
        self.watch.changed.connect(self._screened)
        self.page.search_wanted.connect(self.watch.search)
        self.page.decided.connect(self._decided)

    def take(self, work: Work) -> None:
        """Turn to another assessment."""
        self._work = work
        self.page.forget()
        self._show_person(work)
        self.watch.take(work)

    def renew(self) -> None:
        """Other lists or settings may stand now."""
        if self._work is not None:
            self._show_person(self._work)
            self.watch.refresh()

    def _show_person(self, work: Work) -> None:
        sitting = work.sitting
        second = needs_second(sitting.library)
        self.page.show_person(sitting.who, needs_second=second, enabled=work.enabled)

    def show(self, place: Place) -> None:
        """The page is in front: whoever is named is looked at, and what is new counts as seen."""
        if self._work is None:
            return
        seen(self._work.sitting.library, self._work.sitting.id)
        if place.id:
            self.page.look_at(place.id)
        self.page.focus_parties()

    def words_at(self, place: Place) -> str:
        """What the way to the screening says at a place; nothing where there is none."""
        if self._work is None or place.kind != SECTION or place.id not in self._sections():
            return ""
        return link_words(self._work.record)

    def _sections(self) -> set[str]:
        """The sections where parties and owners get their names."""
        assert self._work is not None
        questions = self._work.assessment.questionnaire.questions
        return {questions[at].section for at in (PARTY_NAME, OWNER_NAME) if at in questions}

    def section(self) -> Place | None:
        """The section where parties get their names."""
        if self._work is None:
            return None
        question = self._work.assessment.questionnaire.questions.get(PARTY_NAME)
        return Place(id=question.section) if question else None

    def _found(self, words: str) -> None:
        """Tell of new hits, unless they stand before one's eyes."""
        if not self.page.isVisible():
            self.told.emit(words)

    def _screened(self) -> None:
        self.page.show_searching(on=self.watch.searching)
        self.changed.emit()

    def _decided(self, line: Line, verdict: Verdict) -> None:
        work = self._work
        if work is None:
            return
        sitting = work.sitting
        try:
            adjudicate(sitting.library, sitting.id, line, verdict, sitting.clock())
        except TROUBLES as error:
            self.page.show_trouble(str(error))
            return
        self.page.decide.tell("")
        self.watch.refresh()
        self.told.emit(f"Recorded for {line.listed.name}.")


def shows_screening(place: Place) -> bool:
    """Whether a place shows how the screening stands."""
    return place.kind in {SCREENING, REVIEW}
