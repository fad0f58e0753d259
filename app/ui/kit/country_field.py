"""A country, found as one types, by any of the names it is known by."""

import unicodedata
from typing import ClassVar

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from app.ui.kit.entry import Entry
from app.ui.kit.question_view import UNANSWERED, Country, GivenAnswer, QuestionView

_MOST_SHOWN = 12


def folded(text: str) -> str:
    """Small letters without accents, so that Türkiye is found by "turk"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(p for p in parts if not unicodedata.combining(p)).split())


def find_countries(countries: tuple[Country, ...], text: str) -> tuple[Country, ...]:
    """The countries a text can mean: names that begin with it first, then that contain it."""
    wanted = folded(text)
    if not wanted:
        return ()
    begins, contains = [], []
    for country in countries:
        names = [folded(name) for name in country.names]
        if any(name.startswith(wanted) for name in names):
            begins.append(country)
        elif any(wanted in name for name in names):
            contains.append(country)
    return (*begins, *contains)


def meant(countries: tuple[Country, ...], text: str) -> Country | None:
    """The one country that a text names exactly, by a name or its code; else the only match."""
    wanted = folded(text)
    exact = [
        country
        for country in countries
        if wanted in {folded(country.code), *(folded(name) for name in country.names)}
    ]
    found = exact or find_countries(countries, text)
    return found[0] if len(found) == 1 else None


class CountryField(Entry):
    """Announces the code of a country; the list is handed in with the view."""

    box_width: ClassVar[int] = 300

    def __init__(self, view: QuestionView) -> None:
        self._found: tuple[Country, ...] = ()
        super().__init__(view)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        self._completer.setWidget(self.box.edit)
        self._completer.activated.connect(self._chosen)
        self.box.edit.textEdited.connect(self._search)

    def read(self, text: str) -> tuple[GivenAnswer, str]:
        """The code of the country that is meant; empty is no answer."""
        if not text.strip():
            return UNANSWERED, ""
        country = meant(self._view.countries, text)
        return (country.code, "") if country else (UNANSWERED, self._why_not(text))

    def _why_not(self, text: str) -> str:
        names = [country.names[0] for country in find_countries(self._view.countries, text)]
        if names:
            return f"Several countries fit: {', '.join(names[:3])}. Write more of the name."
        return "No country of that name in the list. Try its English name or its code."

    def write(self, value: GivenAnswer) -> str:
        """The usual name of a country."""
        fitting = (c.names[0] for c in self._view.countries if c.code == value)
        return next(fitting, value if isinstance(value, str) else "")

    def _typed(self, text: str) -> None:
        """A pause announces only a name typed in full: "Niger" may become "Nigeria"."""
        value, _ = self.read(text)
        whole = isinstance(value, str) and folded(text) == folded(self.write(value))
        if not text.strip() or (whole and len(find_countries(self._view.countries, text)) == 1):
            super()._typed(text)

    def _search(self, text: str) -> None:
        found = find_countries(self._view.countries, text)
        self._names.setStringList([country.names[0] for country in found])
        popup = self._completer.popup()
        if found and self.box.edit.hasFocus():
            self._completer.complete()
        elif popup is not None:
            popup.hide()

    def _chosen(self, name: str) -> None:
        self.box.show_text(name)
        self._left(name)
        self.box.edit.setFocus(Qt.FocusReason.OtherFocusReason)
