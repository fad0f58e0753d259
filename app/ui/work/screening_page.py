"""The screening of the open assessment: the parties, the hits of one, and the decision of a hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.operations.screening_record import State, Verdict
from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.button import Button
from app.ui.kit.notice import Card, Notice
from app.ui.kit.row_delegates import PartyRowDelegate
from app.ui.kit.rows import RowList
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text
from app.ui.views.screening import bands_of, result_words, screening_view
from app.ui.views.screening_hit import comparison
from app.ui.work.screening_compare import Compare
from app.ui.work.screening_decide import Decide
from app.ui.work.screening_hits import HitList
from app.ui.work.tidy import laid_out

if TYPE_CHECKING:
    import datetime as dt

    from app.assessment.assessment import Assessment
    from app.operations.screening_record import Record

_WIDTH, _MOST_ROWS = 860, 6


class _Parties(RowList):
    """As high as its rows, up to six of them; Right and Enter go on to the hits."""

    def __init__(self) -> None:
        super().__init__("screening", "Parties and how they stand", PartyRowDelegate())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.fit()

    def fit(self) -> None:
        """Take the height of the rows there are."""
        count = min(_MOST_ROWS, len(self.rows.rows))
        self.setFixedHeight(count * theme.px(PartyRowDelegate.height) + (2 if count else 0))

    def rescale(self) -> None:
        """Take the height of the present zoom."""
        super().rescale()
        self.fit()


class ScreeningPage(QWidget):
    """Shows how everybody stands; announces a decision, and that somebody wants to search or import."""

    decided = Signal(object, object)  # the hit, the verdict
    search_wanted = Signal()
    lists_wanted = Signal()
    parties_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("screening_page")
        self.setAccessibleName("Screening")
        self._assessment: Assessment | None = None
        self._record: Record | None = None
        self._who, self._needs_second, self._enabled = "", False, True
        self._picked = self._showing = False
        self._make_parts()
        self._lay_out()
        self.parties.row_chosen.connect(self._party_chosen)
        self.parties.row_opened.connect(self._party_opened)
        self.hits.hit_chosen.connect(self._hit_chosen)
        self.hits.hit_entered.connect(self._hit_entered)
        self.decide.decided.connect(self._decided)
        self.search.clicked.connect(self.search_wanted)
        self.lists.clicked.connect(self.lists_wanted)
        self.begin.clicked.connect(self.parties_wanted)

    def _make_parts(self) -> None:
        self._searched = Text("", "body", "text.2")
        self.search = Button("screen_now", "Screen now", icon="scan-search")
        self.lists = Button("lists", "Lists", icon="layers")
        self._caution = Notice("depends", "clock")
        self.parties = _Parties()
        self._empty = Text("", "body", "text.2")
        self.begin = Button("screening.parties", "Name the parties", icon="users")
        self._line = layout.Line()
        self._name = Text("", "title")
        self._result = Text("", "body", "text.2")
        self.hits = HitList()
        self.decide = Decide()
        self._compare: Compare | None = None

    def _lay_out(self) -> None:
        said = layout.column(Text("Screening", "display"), self._searched, gap=2)
        head = layout.row(gap=8)
        head.addLayout(said, 1)
        for button in (self.search, self.lists):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._card = Card()
        self._card_column = layout.column(self.decide, gap=12, margins=(18, 14, 18, 16))
        self._card.setLayout(self._card_column)
        column = layout.column(head, self._caution, self._empty, gap=12, margins=(32, 16, 28, 32))
        said = layout.column(self._name, self._result, gap=2)
        column.fill(layout.row(self.begin, layout.STRETCH))
        column.fill(self.parties, self._line, said, self.hits, self._card)
        column.addStretch(1)
        page = layout.Pane(column)
        page.setMaximumWidth(theme.px(_WIDTH))
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._page = page
        around = layout.row(page, layout.STRETCH, gap=0)
        around.setStretch(0, 1000)  # the page takes what it may, the rest stays free
        self.area = Scroll(layout.Pane(around))
        self.setLayout(layout.column(self.area, gap=0))

    def rescale(self) -> None:
        """Keep the reading width at another zoom."""
        self._page.setMaximumWidth(theme.px(_WIDTH))

    # ---------------------------------------------------------------- showing
    def show_screening(self, assessment: Assessment, record: Record, now: dt.datetime) -> None:
        """Show how everybody stands now."""
        self._showing = True
        self._assessment, self._record = assessment, record
        view = screening_view(assessment, record, now)
        self._searched.show_text(view.searched)
        self._caution.show_notice("", "\n".join(view.cautions))
        self._caution.setVisible(bool(view.cautions))
        self._empty.show_text(view.empty)
        shown: tuple[tuple[QWidget, bool], ...] = (
            *((self._empty, bool(view.empty)), (self.begin, bool(view.empty))),
            *((self.parties, not view.empty), (self._line, not view.empty)),
        )
        for part, on in shown:
            part.setVisible(on)
        self.search.setEnabled(view.can_search and self._enabled)
        self.parties.show_rows(view.rows)
        self.parties.fit()
        if not (self._picked and self.parties.current_id()):
            self._choose_first()
        self._showing = False
        self._show_subject()

    def show_person(self, who: str, *, needs_second: bool, enabled: bool) -> None:
        """Say who decides, whether a second person must, and whether anything can be written."""
        self._who, self._needs_second, self._enabled = who, needs_second, enabled

    def show_searching(self, *, on: bool) -> None:
        """Say that a search is under way."""
        self.search.show_words("Searching" if on else "Screen now")

    def forget(self) -> None:
        """Another assessment is opened: nobody of it is looked at yet."""
        self._picked = False

    def look_at(self, subject: str) -> None:
        """Go to a party."""
        self._picked = True
        self.parties.choose(subject)
        self._show_subject()

    def focus_parties(self) -> None:
        """Give the focus to the list of parties, or to what one can do without any."""
        (self.parties if self.parties.rows.rows else self.begin).setFocus()

    def _choose_first(self) -> None:
        rows = self.parties.rows.rows
        states = [getattr(row, "state", "") for row in rows]
        at = states.index("open") if "open" in states else 0
        if rows:
            self.parties.choose(rows[at].id)

    def _show_subject(self) -> None:
        assert self._record is not None
        subject = self.parties.current_id()
        self._result.show_text(result_words(self._record, subject) if subject else "")
        name = self._record.names.get(subject)
        self._name.show_text(name.name if name else "")
        self._name.setVisible(name is not None)
        self.hits.show_bands(bands_of(self._record, subject))
        self.hits.setVisible(bool(self.hits.rows))
        if not self.hits.current():
            self.hits.choose(self.hits.first_open())
        self._show_hit()

    def _show_hit(self) -> None:
        assert self._record is not None
        assert self._assessment is not None
        row = self.hits.rows.get(self.hits.current())
        self._card.setVisible(row is not None)
        if row is not None:
            view = comparison(self._assessment, self._record, row.view.line)
            if self._compare is None or view != self._compare.view:
                self._put(Compare(view))
            self.decide.show_hit(
                view, self._who, needs_second=self._needs_second, enabled=self._enabled
            )
        laid_out()

    def _put(self, compare: Compare) -> None:
        if self._compare is not None:
            self._card_column.removeWidget(self._compare)
            self._compare.hide()
            self._compare.deleteLater()
        self._compare = compare
        self._card_column.insertWidget(0, compare)
        compare.show()

    # ---------------------------------------------------------------- what a person does
    def _party_chosen(self, _subject: str) -> None:
        if not self._showing:
            self._picked = True
            self._show_subject()

    def _party_opened(self, _subject: str) -> None:
        if self.hits.rows:
            self.hits.choose(self.hits.first_open())
            self._show_hit()
            self.hits.focus_current()

    def _hit_chosen(self, _name: str) -> None:
        self._show_hit()

    def _hit_entered(self, _name: str) -> None:
        self.decide.focus_first()
        self.area.ensureWidgetVisible(self.decide, 0, theme.px(24))

    def _decided(self, state: State, reason: str, basis: str, second: str) -> None:
        row = self.hits.rows.get(self.hits.current())
        if row is None:
            return
        verdict = Verdict(state, reason, self._who, basis, second, self._needs_second)
        self.decided.emit(row.view.line, verdict)

    def show_trouble(self, words: str) -> None:
        """Say why a decision was not taken."""
        self.decide.tell(words[:1].upper() + words[1:] + ".")
        self.area.ensureWidgetVisible(self.decide.save, 0, theme.px(24))

    def escape(self) -> bool:
        """From the decision to the hits, from there to the parties; whether there was a step back."""
        focus = QApplication.focusWidget()
        if focus is None:
            return False
        if self.decide.isAncestorOf(focus) and self.hits.rows:
            self.hits.focus_current()
            return True
        if self.hits.isAncestorOf(focus):
            self.parties.setFocus()
            return True
        return False
