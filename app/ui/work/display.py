"""Draws the work at a place into header, rail, middle and side; it goes nowhere by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.kit import layout, painting
from app.ui.kit.header import Header, HeaderView
from app.ui.kit.tab_order import after
from app.ui.views.edition import age_words
from app.ui.views.heading import header_view
from app.ui.views.law import law_view
from app.ui.views.pages import page_view
from app.ui.views.places import REVIEW, REVISIONS, SCREENING, SECTION, WHY, Place
from app.ui.views.review import review_of
from app.ui.views.screening import with_screening
from app.ui.views.sections import progress_of, row_of, section_rows
from app.ui.views.settling import settling_rows
from app.ui.views.so_far import bar_view, later_words, so_far
from app.ui.views.why import beside_of, why_view
from app.ui.work.making import Making
from app.ui.work.middle import Middle
from app.ui.work.rail_column import RailColumn
from app.ui.work.settling import Settler
from app.ui.work.side import Columns, Side
from app.ui.work.task_desk import TaskDesk
from app.ui.work.tidy import laid_out

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.assessment.determination import Determination
    from app.assessment.trace import Finding
    from app.operations.press import Press
    from app.ui.views.places import Place
    from app.ui.work.section_page import SectionPage
    from app.ui.work.work import Work


class Display(layout.Pane):
    """The three columns under their header."""

    def __init__(self, press: Press) -> None:
        self.header = Header(HeaderView(title=""))
        self.rail, self.middle, self.side = RailColumn(), Middle(), Side()
        self.columns = Columns(self.rail, self.middle, self.side)
        super().__init__(layout.column(self.header, self.columns, gap=0, grow=self.columns))
        self.settler = Settler(self)
        self.making = Making(self.side.documents, press)
        self.tasks = TaskDesk(self.middle.review.tasks)
        self.settler.found.connect(self._settled)
        self.found: tuple[Determination, ...] = ()
        self._work: Work | None = None

    def take(self, work: Work) -> None:
        """Turn to another assessment."""
        self._work = work
        self.middle.forget()
        self.making.take(work)
        self.tasks.take(work)
        self.side.panel.show_settling(())

    @property
    def work(self) -> Work:
        """The work that is shown."""
        assert self._work is not None
        return self._work

    # ---------------------------------------------------------------- the whole of a place
    def show_place(self, place: Place, section: Place, back_to: str) -> SectionPage | None:
        """Show a place; the page of its section, if it is one."""
        self.show_panel(place)
        page = self.show_middle(place, back_to)
        self.show_rail(section)
        self.show_header(place)
        below = self.side.documents if place.kind == REVIEW else self.side.panel
        self.side.show_below(below)
        if place.kind == WHY:
            self.middle.front(self.middle.why)
        return page

    def show_header(self, place: Place) -> None:
        """Show name, saving and undo."""
        self.header.show_view(header_view(self.work, place, making=self.making.busy))

    def show_rail(self, section: Place) -> None:
        """Show how far each section is, where one is or came from, and how old the rules are."""
        work = self.work
        rows = section_rows(work.assessment, work.parts, section)
        self.rail.show_sections(rows, row_of(section, rows), progress_of(work.parts))
        self.rail.show_age(age_words(work.assessment, work.today))

    def show_panel(self, place: Place, *, later: bool = True) -> None:
        """Show what is decided, and seek what would settle the rest; other days can wait."""
        work = self.work
        now = so_far(work.shown, place.keys)
        self.found = now.found
        panel = self.side.panel
        panel.show_so_far(now)
        if later:
            panel.show_later(later_words(work.shown))
        panel.show_day(
            work.shown.today.day,
            is_today=not work.is_as_of,
            choices=work.rule_days(),
            covered=work.covered_words(),
        )
        panel.as_of.show_laws(work.laws, work.law_shown, work.flip_lines)
        self.settler.ask(work.shown.today, now.found)

    def show_later(self) -> None:
        """Show what is another on another day."""
        self.side.panel.show_later(later_words(self.work.shown))

    def show_middle(self, place: Place, back_to: str) -> SectionPage | None:
        """Show what stands in the middle."""
        work = self.work
        if place.kind == SECTION:
            view = page_view(work.assessment, work.parts, place, enabled=work.enabled)
            page = self.middle.page(view)
            self.middle.front(page)
            return page
        if place.kind == REVIEW:
            review = with_screening(review_of(work.assessment, work.parts), work.record)
            self.middle.review.show_review(review)
            self.tasks.show()
            self.middle.front(self.middle.review)
            self.making.show(review)
            return None
        if place.kind == SCREENING:
            if work.record is not None:
                now = work.sitting.clock()
                self.middle.screening.show_screening(work.assessment, work.record, now)
            self.middle.front(self.middle.screening)
            return None
        if place.kind == REVISIONS:
            self.middle.front(self.middle.revisions)
            return None
        self.middle.why.show_why(why_view(work.shown.today, place), back_to)
        self.middle.front(self.middle.why)
        return None

    # ---------------------------------------------------------------- the law
    def show_law(self, citation: str, *, opens: bool = True) -> None:
        """Put a place in the law in front; unasked, a hidden side stays hidden."""
        self.side.reader.show_law(law_view(self.work.assessment.questionnaire, citation))
        self.side.show_reader()
        if opens and not self.columns.beside:
            self.columns.open_side(on=True)

    def show_finding(self, finding: Finding) -> None:
        """Show the law behind a finding, with what the answers make of it."""
        if finding.cites:
            self.show_law(str(finding.cites[0]), opens=False)
        elif finding.address:
            question = self.work.assessment.questionnaire.questions.get(finding.name)
            if question is None or not question.cites:
                return
            self.show_law(str(question.cites[0]), opens=False)
        else:
            return
        today = self.work.shown.today
        bar = bar_view(today, finding.distance) if finding.distance else None
        address, standing = beside_of(finding)
        self.side.reader.show_beside(address, bar, standing)

    def _settled(self, addresses: tuple[str, ...]) -> None:
        if self._work is not None:
            self.side.panel.show_settling(settling_rows(self.work.assessment, addresses))
            laid_out()

    def focus_ring_of(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes round: rail, page, panel, header."""
        return (self.rail, self.middle, self.side, self.header)

    def focus_in(self, part: QWidget) -> None:
        """Give the focus to a part, at the control where one goes on."""
        page = self.middle.current()
        if part is self.rail:
            self.rail.focus()
        elif part is self.middle and page is not None:
            page.focus_first_open()
        else:
            target = after(part, None, forward=True)
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                painting.by_keyboard(target)  # after it: Qt forgets it with every setFocus
