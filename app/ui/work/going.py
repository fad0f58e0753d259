"""The way between places: where one is, where one came from, and what is shown there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.ui.kit import layout
from app.ui.kit.toast import Toast
from app.ui.views.pages import neighbours
from app.ui.views.places import REVIEW, REVISIONS, SCREENING, SECTION, WHY, Place, Trail
from app.ui.views.sections import ordered_places, place_of_address, place_of_row
from app.ui.work.display import Display
from app.ui.work.finder import Finder
from app.ui.work.preview import Preview
from app.ui.work.revisions import Revisions
from app.ui.work.screening_desk import ScreeningDesk, shows_screening
from app.ui.work.tidy import laid_out
from app.ui.work.work import Work

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.operations.press import Press
    from app.operations.sitting import Sitting
    from app.ui.views.finding import Hit


def _first_open(work: Work) -> Place:
    opened = (p for p in work.parts if any(not each.given for each in p.asked))
    first = next(opened, work.parts[0])
    return Place(id=first.section.id, keys=first.keys)


class Going(QWidget):
    """Holds the trail of places and shows the one that one is at."""

    library_wanted = Signal()

    def __init__(self, press: Press) -> None:
        super().__init__()
        self.work: Work | None = None
        self.trail = Trail()
        self._last: dict[str, Place] = {}
        self._return: Place | None = None
        self.display = Display(press)
        self.making = self.display.making
        self.screening = ScreeningDesk(self.display)
        self.revisions = Revisions(self.display.middle.revisions)
        self.preview = Preview()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.display)
        self._stack.addWidget(self.preview)
        self.setLayout(layout.column(self._stack, gap=0))
        self.finder = Finder(self)
        self.toast = Toast(self)
        self.display.tasks.told.connect(self.tell)

    def open(self, sitting: Sitting) -> None:
        """Turn to an assessment, at its first section with something open."""
        self.give_what_is_typed()
        self.trail, self._last, self._return = Trail(), {}, None
        if self.work is not None:
            self.work.deleteLater()
        work = self.work = Work(self, sitting)
        work.answered.connect(self._show_answered)
        work.asked_anew.connect(self._show_asked)
        work.troubled.connect(self.tell)
        self.display.take(work)
        self._stack.setCurrentWidget(self.display)
        self.go(_first_open(work))
        self.screening.take(work)
        self.revisions.take(work)

    @property
    def at_work(self) -> Work:
        """The work on the assessment that is open."""
        assert self.work is not None
        return self.work

    def give_what_is_typed(self) -> None:
        """What is being typed is given when its field is left.

        A page that is hidden with the focus in it would hand it to any control there is.
        """
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()
        if self.work is not None:
            self.work.settle_now()

    # ---------------------------------------------------------------- going about
    def go(self, place: Place) -> None:
        """Go to a place."""
        self.give_what_is_typed()
        self.trail = self.trail.gone_to(self._standing(place))
        self._show_place(focus=True)

    def back(self) -> None:
        """Back to the place before."""
        self.give_what_is_typed()
        self.trail = self.trail.back()
        self._show_place(focus=True)

    def forward(self) -> None:
        """Forward again."""
        self.give_what_is_typed()
        self.trail = self.trail.forward()
        self._show_place(focus=True)

    @property
    def here(self) -> Place:
        """The place one is at."""
        return self.trail.here or Place()

    def step(self, way: int) -> None:
        """To the next or the previous section; beyond the last stands the review."""
        self.give_what_is_typed()
        before, after = neighbours(self.at_work.assessment, self.trail.last_section() or self.here)
        if way > 0:
            self.go(after or Place(REVIEW))
        elif before is not None:
            self.go(before)
        else:
            self.library_wanted.emit()

    def go_to(self, address: str) -> None:
        """Go to the question of an address, and flash its ground once."""
        self.give_what_is_typed()
        place = place_of_address(self.at_work.assessment, address)
        if place is None:
            return
        self.trail = self.trail.gone_to(self._standing(place))
        self._show_place(focus=False)
        page = self.display.middle.current()
        if page is None or page.go_to(address):
            return
        if address.endswith(".complete"):
            page.go_to_group()
        else:
            page.focus_first_open()

    def next_open(self) -> None:
        """Go to the next question without an answer, wherever it stands."""
        self.at_work.settle_now()
        page = self.display.middle.current()
        here = page.focused_address() if page else ""
        every = [each for part in self.at_work.parts for each in part.asked]
        order = [each.address for each in every]
        at = order.index(here) + 1 if here in order else 0
        opened = [each.address for each in (*every[at:], *every[:at]) if not each.given]
        if opened:
            self.go_to(opened[0])

    def _row_chosen(self, row: str) -> None:
        last = self._last.get(row.partition("@")[0])
        self.go(place_of_row(self.at_work.assessment, row, last))

    def _settling_chosen(self, address: str) -> None:
        self._return = self.trail.last_section()
        self.go_to(address)

    def _return_pressed(self) -> None:
        place, self._return = self._return, None
        if place is not None:
            self.go(place)

    def _why_of_figures(self) -> None:
        """The why of the first classification of the member one looks at."""
        mine = (each for each in self.display.found if each.kind == "classification")
        found = next((each for each in mine if each.keys == self.here.keys), None)
        if found is not None:
            self.go(Place(WHY, found.id, found.keys))

    def _hit_chosen(self, hit: Hit) -> None:
        if hit.address:
            self.go_to(hit.address)
        elif hit.citation:
            self.display.show_law(hit.citation)
        elif hit.place is not None:
            self.go(hit.place)

    # ---------------------------------------------------------------- showing
    def _show_place(self, *, focus: bool) -> None:
        place = self._standing(self.here)
        self.display.columns.open_rail(on=False)
        self.display.columns.open_side(on=False)
        page = self.display.show_place(place, self._section(), self._back_to())
        if page is not None:
            self._last[place.id] = place
        self._show_strip()
        laid_out()
        if focus and page is not None:
            page.focus_first_open()
        elif focus and place.kind == WHY:
            self.display.middle.why.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focus and place.kind == SCREENING:
            self.screening.show(place)
        elif focus and place.kind == REVIEW:
            self.display.focus_in(self.display.middle)
        if place.kind == REVISIONS:
            self.revisions.show(self._back_to())

    def _section(self) -> Place:
        """The section one is in; the why belongs to the one it was asked from."""
        if self.here.kind == SCREENING:
            return self.screening.section() or self.here
        return self.trail.last_section() or self.here

    def _back_to(self) -> str:
        last = self.trail.last_section()
        return self._title(last) if last is not None else ""

    def _title(self, place: Place) -> str:
        return self.at_work.assessment.questionnaire.sections[place.id].title

    def _show_strip(self) -> None:
        back = self._return if self.here.kind == SECTION and self._return != self.here else None
        columns = self.display.columns
        self.display.middle.show_strip(
            toggle=not columns.beside,
            sections=not columns.with_rail,
            side="Documents" if self.here.kind == REVIEW else "So far",
            back_to=self._title(back) if back else "",
            ways=(
                self.screening.words_at(self.here),
                self.revisions.words() if self.here.kind == REVIEW else "",
            ),
        )

    def _show_answered(self) -> None:
        """The frame after an answer: panel and header."""
        self.display.show_panel(self.here, later=False)
        self._show_header()

    def _show_asked(self) -> None:
        """What is asked now: page and rail."""
        if self._standing(self.here) != self.here:
            self.trail = self.trail.gone_to(self._standing(self.here))
            self._show_place(focus=True)
            return
        self.display.show_middle(self.here, self._back_to())
        self.display.show_rail(self._section())
        self.display.show_later()
        self._show_header()
        laid_out()

    def _show_screened(self) -> None:
        """The screening stands otherwise: the way to it, and the pages that tell of it."""
        self._show_strip()
        if shows_screening(self.here):
            self.display.show_middle(self.here, self._back_to())
        laid_out()

    def _standing(self, place: Place) -> Place:
        """The place itself, or beside it where its member is not there (any more)."""
        gone = place.kind == SECTION and place not in self._places()
        return self._place_beside(place) if gone else place

    def _places(self) -> tuple[Place, ...]:
        return ordered_places(self.at_work.assessment)

    def _place_beside(self, place: Place) -> Place:
        """The same section for another member, where the one looked at was removed."""
        return next((each for each in self._places() if each.id == place.id), self._places()[0])

    def _show_header(self) -> None:
        self.display.show_header(self.here)

    def tell(self, words: str) -> None:
        """Say something in one line at the foot."""
        self.toast.tell(words, undo=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line at the foot, and the button of a hidden panel."""
        super().resizeEvent(event)
        self.toast.place()
        if self.work is not None:
            self._show_strip()
