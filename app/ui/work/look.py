"""Another day and another law to look at something under; what flips stands below, with reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.dates import parse_date, show_date
from app.ui.kit.field_box import FieldBox
from app.ui.kit.text import Text
from app.ui.work.tidy import emptied, laid_out

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from app.operations.looking import LawAtHand

_NOTHING = "Nothing is concluded otherwise."


class Look(QWidget):
    """Announces a day and the mark of a law; the day is None where none was given."""

    wanted = Signal(object, str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._mark = ""
        self._day: dt.date | None = None
        self.box = FieldBox(width=150)
        painting.name_widget(self.box.edit, f"{name}.day", "As of", "For example 1 Jan 2027")
        self.box.show_placeholder("As of, 1 Jan 2027")
        self.box.left.connect(self._typed)
        self._laws = layout.column(gap=0)
        self._doubt = Text("", "small", "required.text")
        self._found = Text("", "small")
        self.setLayout(layout.column(self.box, self._doubt, self._laws, self._found, gap=4))
        self._doubt.hide()
        self._found.hide()

    def show_laws(self, laws: Sequence[LawAtHand]) -> None:
        """Offer these laws, the one in use first; nothing where there is one only."""
        self._mark, self._day = laws[0].mark if laws else "", None
        self.box.edit.clear()
        self._found.hide()
        emptied(self._laws)
        for law in laws if len(laws) > 1 else ():
            words = f"By {law.name}" + (", in use" if law is laws[0] else "")
            button = Button(f"{self._name}.edition.{law.mark[:12]}", words, Kind.LINK, icon="scale")
            button.setProperty("mark", law.mark)
            button.clicked.connect(self._law_chosen)
            self._laws.addWidget(button)

    def show_flips(self, day: dt.date, law: str, flips: Sequence[str], remark: str) -> None:
        """Say what flips on this day under this law."""
        self._doubt.hide()
        head = f"As of {show_date(day)} by {law}{f', {remark}' if remark else ''}"
        self._found.show_text("\n".join((head, *(flips or (_NOTHING,)))))
        self._found.show()
        laid_out()

    def show_trouble(self, words: str) -> None:
        """Say why it cannot be looked at so."""
        self._doubt.show_text(words)
        self._doubt.setVisible(bool(words))

    def doubt(self) -> str:
        """Why it cannot be looked at so, as it is shown."""
        return self._doubt.text() if self._doubt.isVisibleTo(self) else ""

    def words(self) -> str:
        """What was found, as it is shown."""
        return self._found.text() if self._found.isVisibleTo(self) else ""

    def _typed(self, text: str) -> None:
        day, doubt = parse_date(text) if text.strip() else (None, "")
        self.show_trouble(doubt)
        if not doubt and day != self._day:
            self._day = day
            self.wanted.emit(day, self._mark)

    def _law_chosen(self) -> None:
        self._mark = str(self.sender().property("mark"))
        self.wanted.emit(self._day, self._mark)
