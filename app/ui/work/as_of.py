"""The day for which conclusions are shown: today, or another that one asks about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.assessment.printing import printed_day
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.dates import parse_date, show_date
from app.ui.kit.field_box import FieldBox
from app.ui.kit.notice import Notice
from app.ui.kit.text import Text
from app.ui.work.tidy import emptied

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from app.operations.looking import LawAtHand

_MOST = 6
_MOST_FLIPS = 8
_NO_FLIPS = "Nothing is concluded otherwise than today."


class AsOf(QWidget):
    """The head of the panel; announces a day, or None for today again."""

    day_chosen = Signal(object)
    law_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("So far", "heading", wrap=False)
        self.button = Button(
            "as_of", "", Kind.LINK, icon="history", tip="Ask what another day's law says"
        )
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggled)
        self.box = FieldBox(width=150)
        painting.name_widget(self.box.edit, "as_of.day", "Another day", "For example 1 Jan 2027")
        self.box.show_placeholder("1 Jan 2027")
        self.box.left.connect(self._typed)
        self._doubt = Text("", "small", "required.text")
        self._dates = layout.column(gap=0)
        self._buttons: list[Button] = []
        self._days: tuple[dt.date, ...] = ()
        self._notice = Notice("depends", "history")
        self.today = Button("as_of.today", "Back to today", Kind.LINK)
        self.today.clicked.connect(self._back)
        self._notice.add(self.today)
        self._laws = layout.column(gap=0)
        self._laws_shown: tuple[tuple[str, bool], ...] = ()
        self._law_title = Text("Editions at hand", "label", "text.3")
        self._flips = Text("", "small")
        self._lay_out()

    def _lay_out(self) -> None:
        head = layout.row(self._title, layout.STRETCH, self.button, margins=(8, 0, 0, 0))
        label = Text("Rules that change", "label", "text.3")
        inner = layout.column(self.box, self._doubt, label, gap=4, margins=(8, 0, 0, 6))
        inner.addLayout(self._dates)
        inner.addWidget(self._law_title)
        inner.addLayout(self._laws)
        self._choice = layout.Pane(inner)
        self._choice.hide()
        self._notice.hide()
        flips = layout.row(self._flips, margins=(8, 0, 4, 4))
        self.setLayout(layout.column(head, self._choice, self._notice, flips, gap=6))

    def show_day(
        self, day: dt.date, *, is_today: bool, choices: tuple[dt.date, ...], covered: str
    ) -> None:
        """Show the day, what the editions cover on it, and the days on which a rule changes."""
        self.button.show_words(f"As of {show_date(day)}")
        words = "Not today. Nothing of this is stored; documents are made for today."
        self._notice.show_notice(f"As of {printed_day(day)}", f"{words} {covered}".strip())
        self._notice.setVisible(not is_today)
        self._show_choices(tuple(each for each in choices if each != day)[-_MOST:])

    def show_laws(self, laws: Sequence[LawAtHand], shown: LawAtHand, flips: Sequence[str]) -> None:
        """Offer the laws at hand, and say what flips under the one that is looked at."""
        told = tuple((law.mark, law is shown) for law in laws)
        if told != self._laws_shown:
            self._laws_shown = told
            self._offer(laws, shown)
        if shown is not laws[0]:
            day = self._notice.title.text()
            self._notice.show_notice(f"{day}, by {shown.name}", self._notice.words.text())
        lines = [*flips[:_MOST_FLIPS]]
        if len(flips) > _MOST_FLIPS:
            lines.append(f"and {len(flips) - _MOST_FLIPS} more")
        looked = self._notice.isVisibleTo(self)
        self._flips.show_text("\n".join(lines) if lines else _NO_FLIPS if looked else "")
        self._flips.setVisible(looked)

    def flip_words(self) -> str:
        """What flips, as it is shown."""
        return self._flips.text() if self._flips.isVisibleTo(self) else ""

    def _offer(self, laws: Sequence[LawAtHand], shown: LawAtHand) -> None:
        emptied(self._laws)
        others = [law for law in laws if law is not shown]
        self._law_title.setVisible(bool(others))
        for law in others:
            words = f"{law.name}{', in use' if law is laws[0] else ''}"
            button = Button(f"as_of.edition.{law.mark[:12]}", words, Kind.LINK, icon="scale")
            button.setProperty("mark", law.mark)
            button.clicked.connect(self._law_picked)
            self._laws.addWidget(button)

    def _law_picked(self) -> None:
        mark = str(self.sender().property("mark"))
        self.button.setChecked(False)
        self.law_chosen.emit(mark)

    def _show_choices(self, days: tuple[dt.date, ...]) -> None:
        if days == self._days:
            return
        self._days = days
        while len(self._buttons) < len(days):
            button = Button(f"as_of.{len(self._buttons)}", "", Kind.LINK, icon="calendar")
            button.clicked.connect(self._picked)
            self._dates.addWidget(button)
            self._buttons.append(button)
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(days))
            if at < len(days):
                button.show_words(show_date(days[at]))

    def _toggled(self) -> None:
        self._choice.setVisible(self.button.isChecked())
        self._doubt.hide()
        if self.button.isChecked():
            self.box.edit.setFocus()

    def _typed(self, text: str) -> None:
        day, doubt = parse_date(text) if text.strip() else (None, "")
        self._doubt.show_text(doubt)
        self._doubt.setVisible(bool(doubt))
        if day is not None:
            self._take(day)

    def _picked(self) -> None:
        at = next(n for n, button in enumerate(self._buttons) if button is self.sender())
        self._take(self._days[at])

    def _take(self, day: dt.date) -> None:
        self.button.setChecked(False)
        self.day_chosen.emit(day)

    def show_trouble(self, words: str) -> None:
        """Say why a day cannot be asked about."""
        self.button.setChecked(True)
        self._doubt.show_text(words)
        self._doubt.show()

    def _back(self) -> None:
        self.day_chosen.emit(None)
