"""A destination by any name that a person types: one place, or the candidates; never a guess."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.questionnaire.definition import Chart, Questionnaire

_MOST = 8
"""Candidates that an error lists."""


class NoSuchDestination(ValueError):
    """A name fits no place, or more than one; says which come near."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A place, the name it is printed with, and what must be said about how it was found."""

    code: str
    name: str
    note: str = ""


class Destinations:
    """The places that a chart knows, and the names they go by."""

    def __init__(self, questionnaire: Questionnaire, chart: Chart) -> None:
        self.chart = chart
        self.names: dict[str, str] = {
            code: chart.names.get(code, country.name)
            for code, country in questionnaire.countries.items()
        }
        self._own: dict[str, set[str]] = {}
        self._also: dict[str, set[str]] = {}
        for code, country in questionnaire.countries.items():
            for name in (code, country.name, self.names[code]):
                self._own.setdefault(plain(name), set()).add(code)
            for name in country.also:
                self._also.setdefault(plain(name), set()).add(code)

    def find(self, typed: str) -> Destination:
        """The place that a name means.

        Raises:
            NoSuchDestination: it means none, or could mean several.
        """
        wanted = plain(typed)
        codes = self._own.get(wanted) or self._also.get(wanted) or set()
        if len(codes) != 1:
            raise NoSuchDestination(self._message(typed, codes or self._near(wanted)))
        return self._answered(typed, *codes, own=wanted in self._own)

    def _answered(self, typed: str, code: str, *, own: bool) -> Destination:
        answered = self.chart.read_as.get(code, code)
        name = self.names[answered]
        asked = typed.strip() if not own else self.names[code]
        note = f"{asked} is answered as {name}" if plain(asked) != plain(name) else ""
        return Destination(answered, name, note)

    def _near(self, wanted: str) -> set[str]:
        every: Mapping[str, set[str]] = {**self._also, **self._own}
        words = set(wanted.split())
        near = {name for name in every if words and words <= set(name.split())}
        near = near or set(get_close_matches(wanted, every, n=3, cutoff=0.75))
        return {code for name in near for code in every[name]}

    def _message(self, typed: str, codes: set[str]) -> str:
        names = sorted(f"{self.names[code]} ({code})" for code in codes)[:_MOST]
        if not names:
            return f"{typed!r} is no destination that the {self.chart.title} or Clearway knows"
        return f"{typed!r} could be {' or '.join(names)}; say which"


def plain(name: str) -> str:
    """A name without case, accents and punctuation, as it is compared."""
    decomposed = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return " ".join(word for word in re.split(r"[^\w]+", letters) if word and word != "the")
