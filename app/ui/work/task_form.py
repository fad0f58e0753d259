"""The few fields below an action: whose it is and until when, how it was done, or one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.date_field import local_months
from app.ui.kit.dates import parse_date
from app.ui.kit.field_box import FieldBox
from app.ui.kit.text import Text

if TYPE_CHECKING:
    import datetime as dt

_WORDS = {
    "does": ("What is to be done", 340),
    "how": ("How it was done: a letter sent, a number received, a file attached", 340),
    "owner": ("Owner", 200),
    "day": ("Until which day", 168),
}
_DAY_LIKE = "24 Nov 2026"
FIELDS = {
    "assign": ("owner", "day"),
    "finish": ("how",),
    "add": ("does", "owner", "day"),
}


class TaskForm(QWidget):
    """Announces what was saved, by field, or that nothing is to be; an unread day stays here."""

    saved = Signal(object)  # a mapping of text by field; the day is a date or None
    cancelled = Signal()

    def __init__(self, verb: str, given: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName(f"{verb}.form")
        self.boxes = {name: self._box(verb, name, given) for name in FIELDS[verb]}
        self._doubt = Text("", "small", "required.text")
        self._doubt.hide()
        save = Button(f"{verb}.save", "Save")
        cancel = Button(f"{verb}.cancel", "Cancel", Kind.LINK)
        column = layout.column(gap=6, margins=(26, 2, 0, 10))
        for name, box in self.boxes.items():
            label = Text(_WORDS[name][0], "small", "text.2")
            column.fill(layout.column(label, layout.row(box, layout.STRETCH), gap=2))
        column.fill(self._doubt, layout.row(save, cancel, layout.STRETCH, gap=10))
        self.setLayout(column)
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.cancelled)

    def _box(self, verb: str, name: str, given: dict[str, str]) -> FieldBox:
        words, width = _WORDS[name]
        box = FieldBox(width=width)
        painting.name_widget(box.edit, f"{verb}.{name}", words, "")
        box.show_placeholder(_DAY_LIKE if name == "day" else "")
        box.show_text(given.get(name, ""))
        box.entered.connect(self._save)
        return box

    def focus(self) -> None:
        """Give the focus to the first field."""
        next(iter(self.boxes.values())).edit.setFocus()

    def _save(self) -> None:
        said: dict[str, object] = {name: box.text().strip() for name, box in self.boxes.items()}
        if "day" in self.boxes:
            day, doubt = self._day()
            if doubt:
                self.show_doubt(doubt)
                return
            said["day"] = day
        self.saved.emit(said)

    def _day(self) -> tuple[dt.date | None, str]:
        text = self.boxes["day"].text().strip()
        return parse_date(text, local_months()) if text else (None, "")

    def show_doubt(self, words: str) -> None:
        """Say why it was not saved."""
        self._doubt.show_text(words)
        self._doubt.show()
