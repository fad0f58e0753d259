"""The middle: pages of sections kept alive, the why, the review; one of them in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.work.review_page import ReviewPage
from app.ui.work.revisions_page import RevisionsPage
from app.ui.work.screening_page import ScreeningPage
from app.ui.work.section_page import SectionPage
from app.ui.work.why_page import WhyPage

if TYPE_CHECKING:
    from app.ui.views.pages import PageView
    from app.ui.views.places import Place


class Middle(layout.Pane):
    """Hands on what its pages announce."""

    answer_given = Signal(str, object)
    source_given = Signal(str, str)
    citation_chosen = Signal(str)
    place_chosen = Signal(object)
    member_added = Signal(str)
    member_removed = Signal(str, str)
    group_completed = Signal(str, bool)
    stepped = Signal(int)
    why_wanted = Signal()
    side_toggled = Signal()
    rail_toggled = Signal()
    return_wanted = Signal()
    screening_wanted = Signal()
    revisions_wanted = Signal()

    def __init__(self) -> None:
        self.why, self.review, self.screening = WhyPage(), ReviewPage(), ScreeningPage()
        self.revisions = RevisionsPage()
        self.pages: dict[Place, SectionPage] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.why)
        self._stack.addWidget(self.review)
        self._stack.addWidget(self.screening)
        self._stack.addWidget(self.revisions)
        self.toggle = Button("panel", "So far", Kind.QUIET, icon="panel-right")
        self.sections = Button("sections", "Sections", Kind.QUIET, icon="panel-left")
        self.way_back = Button("return", "", Kind.LINK, icon="arrow-left")
        self.way_back.hide()
        self.to_screening = Button("screening_link", "Screening", Kind.LINK, icon="user-search")
        self.to_revisions = Button("revisions", "Revisions", Kind.LINK, icon="history")
        self._strip = QWidget()
        self._strip.setLayout(
            layout.row(
                *(self.sections, self.way_back, self.to_screening, self.to_revisions),
                *(layout.STRETCH, self.toggle),
                margins=(12, 4, 12, 0),
            )
        )
        super().__init__(layout.column(self._strip, self._stack, gap=0, grow=self._stack), "page")
        self.toggle.clicked.connect(self.side_toggled)
        self.sections.clicked.connect(self.rail_toggled)
        self.way_back.clicked.connect(self.return_wanted)
        self.to_screening.clicked.connect(self.screening_wanted)
        self.to_revisions.clicked.connect(self.revisions_wanted)

    def show_strip(
        self, *, toggle: bool, sections: bool, side: str, back_to: str, ways: tuple[str, str]
    ) -> None:
        """Show the way back that a settling answer opened, and the button of a hidden panel.

        ``ways`` are the words of the ways to the screening and to the revisions, if they lead on.
        """
        self.toggle.setVisible(toggle)
        self.toggle.show_words(side)
        self.sections.setVisible(sections)
        back = f"Back to {back_to}" if back_to else ""
        buttons = (self.way_back, self.to_screening, self.to_revisions)
        for button, words in zip(buttons, (back, *ways), strict=True):
            button.setVisible(bool(words))
            if words:
                button.show_words(words)
        self._strip.setVisible(toggle or sections or bool(back) or any(ways))

    def page(self, view: PageView) -> SectionPage:
        """The page of a place, with another state if it stands already."""
        page = self.pages.get(view.place)
        if page is None:
            page = self.pages[view.place] = self._new(view)
        else:
            page.show_page(view)
        return page

    def _new(self, view: PageView) -> SectionPage:
        page = SectionPage(view)
        for name in (
            *("answer_given", "source_given", "citation_chosen", "place_chosen", "member_added"),
            *("member_removed", "group_completed", "stepped", "why_wanted"),
        ):
            getattr(page, name).connect(getattr(self, name))
        self._stack.addWidget(page)
        return page

    def front(self, page: QWidget) -> None:
        """Put a page in front."""
        self._stack.setCurrentWidget(page)

    def current(self) -> SectionPage | None:
        """The section page in front, if one is."""
        page = self._stack.currentWidget()
        return page if isinstance(page, SectionPage) else None

    def forget(self) -> None:
        """Let every section page go: another assessment is opened."""
        for page in self.pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self.pages = {}
