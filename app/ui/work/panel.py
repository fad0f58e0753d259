"""“So far”: what is decided, what differs, the nearest limit, and what would settle the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit import layout
from app.ui.kit.bar import Bar
from app.ui.kit.button import Button, Kind
from app.ui.kit.determination_row import DeterminationRow, DeterminationView
from app.ui.kit.notice import Notice
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text
from app.ui.views.places import WHY, Place
from app.ui.views.words import count_words, place_words
from app.ui.work.as_of import AsOf

if TYPE_CHECKING:
    import datetime as dt

    from app.ui.views.so_far import SoFar, StandingNotice

_NOTHING = "Nothing is decided yet. The first answers settle the classification."


class Rows(QWidget):
    """Determination rows, kept by name: one that stays is only changed."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, DeterminationRow] = {}
        self._column = layout.column(gap=0)
        self.setLayout(self._column)

    def show_rows(self, views: tuple[DeterminationView, ...]) -> None:
        """Show these rows in this order."""
        wanted = [view.name for view in views]
        for name in [name for name in self.rows if name not in wanted]:
            row = self.rows.pop(name)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, view in enumerate(views):
            row_there = self.rows.get(view.name)
            if row_there is None:
                self.rows[view.name] = row = DeterminationRow(view)
                row.clicked.connect(self._pressed)
                self._column.insertWidget(at, row)
                row.show()
            else:
                row_there.show_view(view)
                if self._column.indexOf(row_there) != at:
                    self._column.removeWidget(row_there)
                    self._column.insertWidget(at, row_there)

    def _pressed(self) -> None:
        self.pressed.emit(self.sender().objectName())


class Standing(Notice):
    """A rule that stands in the text and is not applied."""

    citation_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("depends", "scale")
        self._cite = Button("cite.standing", "", Kind.LINK)
        self._citation = ""
        self._cite.clicked.connect(self._cited)
        self.add(self._cite)

    def show_standing(self, notice: StandingNotice) -> None:
        """Show another rule."""
        self.show_notice(notice.title, notice.words)
        first = notice.cites[-1] if notice.cites else None
        self._citation = str(first) if first else ""
        self._cite.setVisible(first is not None)
        if first is not None:
            self._cite.show_words(place_words(first))

    def _cited(self) -> None:
        self.citation_chosen.emit(self._citation)


class SoFarPanel(QWidget):
    """The right column while one answers."""

    determination_chosen = Signal(object)
    address_chosen = Signal(str)
    citation_chosen = Signal(str)
    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("So far")
        self.as_of = AsOf()
        self.as_of.day_chosen.connect(self.day_chosen)
        self._later = Notice("accent", "calendar")
        self._nothing = Text(_NOTHING, "small", "text.2")
        self.found = Rows()
        self.found.pressed.connect(self._row_pressed)
        self._hidden = Text("", "small", "text.3")
        self._standing: list[Standing] = []
        self._notices = layout.column(gap=8)
        self._bar: Bar | None = None
        self._bar_title = Text("Nearest threshold", "label", "text.3")
        self._bar_spot = layout.column(self._bar_title, gap=2, margins=(10, 6, 12, 4))
        self._settle_title = Text("These answers would settle the rest", "label", "text.3")
        self.settling = Rows()
        self.settling.pressed.connect(self._go_pressed)
        self._addresses: dict[str, str] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        title = layout.row(self._settle_title, margins=(10, 8, 8, 0))
        hidden = layout.row(self._hidden, margins=(38, 0, 8, 0))
        parts = (self.as_of, self._later, self._nothing, self.found, hidden, self._notices)
        column = layout.column(*parts, gap=6, margins=(8, 12, 10, 16))
        column.addLayout(self._bar_spot)
        column.addLayout(title)
        column.addWidget(self.settling)
        column.addStretch(1)
        self.area = Scroll(layout.Pane(column), "chrome")
        self.setLayout(layout.column(self.area, gap=0))
        for part in (self._later, self._settle_title, self._hidden, self._bar_title):
            part.hide()

    def show_so_far(self, so_far: SoFar) -> None:
        """Show what is decided."""
        self._nothing.setVisible(not so_far.rows)
        self.found.show_rows(so_far.rows)
        others = count_words(so_far.hidden, "conclusion", "conclusions")
        self._hidden.show_text(f"{others} of other members are in Review." if so_far.hidden else "")
        self._hidden.setVisible(bool(so_far.hidden))
        self._show_standing(so_far.standing)
        self._show_bar(so_far)

    def show_later(self, later: tuple[str, ...]) -> None:
        """Show what is another on another day."""
        title = "Another day gives another result" if later else ""
        self._later.show_notice(title, "\n".join(later))
        self._later.setVisible(bool(later))

    def _show_standing(self, notices: tuple[StandingNotice, ...]) -> None:
        while len(self._standing) < len(notices):
            made = Standing()
            made.citation_chosen.connect(self.citation_chosen)
            self._notices.addWidget(made)
            self._standing.append(made)
        for at, notice in enumerate(self._standing):
            notice.setVisible(at < len(notices))
            if at < len(notices):
                notice.show_standing(notices[at])

    def _show_bar(self, so_far: SoFar) -> None:
        self._bar_title.show_text(f"Nearest threshold: {so_far.bar_of}")
        self._bar_title.setVisible(so_far.bar is not None)
        if self._bar is not None:
            self._bar.setVisible(so_far.bar is not None)
        if so_far.bar is None:
            return
        if self._bar is None:
            self._bar = Bar(so_far.bar)
            self._bar_spot.addWidget(self._bar)
        self._bar.show_view(so_far.bar)

    def show_settling(self, rows: tuple[tuple[str, DeterminationView], ...]) -> None:
        """Show the answers that would settle the rest, each with its address."""
        self._addresses = {view.name: address for address, view in rows}
        self.settling.show_rows(tuple(view for _, view in rows))
        self._settle_title.setVisible(bool(rows))

    def show_day(
        self, day: dt.date, *, is_today: bool, choices: tuple[dt.date, ...], covered: str
    ) -> None:
        """Show for which day the conclusions are, and what is covered on it."""
        self.as_of.show_day(day, is_today=is_today, choices=choices, covered=covered)

    def _row_pressed(self, name: str) -> None:
        id_, _, keys = name.removeprefix("determination.").partition("@")
        place = Place(WHY, id_, tuple(keys.split(".")) if keys else ())
        self.determination_chosen.emit(place)

    def _go_pressed(self, name: str) -> None:
        self.address_chosen.emit(self._addresses[name])
