"""Licence requirements by entry and destination: one cell, or every entry and every destination."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from app.assessment.chart import Cell, Code, Table, code_of, unlisted
from app.assessment.destinations import Destinations
from app.assessment.law import NotCovered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from app.assessment.destinations import Destination
    from app.questionnaire.definition import Chart, Edition, Questionnaire

_FEW, _ALIKE = 4, 3
"""Entries that an error lists, and the letters in which they must agree."""

COLUMNS = ("eccn", "destination", "requirement", "because")


class NoSuchEntry(ValueError):
    """No entry or paragraph of the list has this number; says which come near."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One row: the number and destination as they are printed, and what is required."""

    number: str
    destination: str
    cell: Cell
    because: str


class Licensing:
    """A control list and its chart on a day; made once and asked many times."""

    def __init__(self, questionnaire: Questionnaire, day: dt.date) -> None:
        """Resolve the law of the day.

        Raises:
            NotCovered: the day is before the edition at hand; the message names the range.
        """
        self.questionnaire = questionnaire
        self.chart = _chart(questionnaire)
        self.edition = _edition(questionnaire, self.chart)
        if day < self.edition.concludes:
            raise NotCovered(_range(day, self.edition))
        self.table = Table(questionnaire, self.chart, day)
        self.places = Destinations(questionnaire, self.chart)
        self._entries = {
            name.upper(): entry
            for name, entry in questionnaire.entries.items()
            if entry.folder == self.chart.folder
        }
        self._tail = _tail(day, self.edition, self.chart)
        self._codes: dict[str, Code] = {}
        self._found: dict[str, Destination] = {}

    def code(self, typed: str) -> Code:
        """The entry or paragraph with this number; compiled once.

        Raises:
            NoSuchEntry: there is none.
        """
        if typed not in self._codes:
            self._codes[typed] = self._compiled(typed)
        return self._codes[typed]

    def _compiled(self, typed: str) -> Code:
        number, _, paragraph = typed.strip().partition(".")
        if typed.strip().upper() == self.chart.unlisted:
            return unlisted(self.table)
        entry = self._entries.get(number.upper())
        if entry is None:
            near = _near(number.upper(), self._entries)
            meant = f"; did you mean {' or '.join(near)}?" if near else ""
            raise NoSuchEntry(f"{typed!r} is no entry of the list that is read here{meant}")
        try:
            return code_of(self.table, entry, paragraph.strip().lower().replace(" ", ""))
        except LookupError as error:
            raise NoSuchEntry(f"{error.args[0]} does not exist: {_what_does(entry.id)}") from error

    def answer(self, typed: str, destination: str) -> Answer:
        """The requirement for what somebody typed.

        Raises:
            NoSuchEntry: the number is none of the list.
            NoSuchDestination: the name is that of no place, or of several.
        """
        if destination not in self._found:
            self._found[destination] = self.places.find(destination)
        return self._answer(self.code(typed), self._found[destination])

    def _answer(self, code: Code, place: Destination) -> Answer:
        cell = self.table.cell(code, place.code)
        return Answer(code.number, place.name, cell, cell.because + self.remarks(code, place))

    def remarks(self, code: Code, place: Destination) -> str:
        """What stands behind every reason: how it was read, and by which law."""
        said = (code.note, place.note, self.table.notes.get(place.code, ""), self._tail)
        return "".join(f"; {each}" for each in said if each)

    def codes(self, typed: Iterable[str] = ()) -> list[Code]:
        """The entries named, or every entry of the list."""
        return [self.code(each) for each in typed or sorted(self._entries)]

    def matrix(self, codes: Iterable[Code]) -> Iterator[str]:
        """A line of CSV for each entry and destination, after a line of the columns."""
        yield ",".join(COLUMNS) + "\n"
        kinds = self._by_kind()
        for code in codes:
            lead = f"; {code.note}" if code.note else ""
            for kind, named in kinds:
                cell = code.cells[kind]
                middle = f'{cell.requirement},"{_doubled(cell.because + lead)}'
                for name, tail in named:
                    yield f'{code.number},"{name}",{middle}{tail}"\n'

    def _by_kind(self) -> list[tuple[int, list[tuple[str, str]]]]:
        """The names of the destinations, by kind of place, with what stands behind each reason."""
        found: dict[int, list[tuple[str, str]]] = {}
        for place in self.table.destinations():
            said = (self.table.notes.get(place, ""), self._tail)
            tail = "".join(f"; {each}" for each in said if each)
            kind = self.table.kinds[place]
            named = (_doubled(self.places.names[place]), _doubled(tail))
            found.setdefault(kind, []).append(named)
        return list(found.items())


def _doubled(text: str) -> str:
    """A text as it stands between quotes in CSV."""
    return text.replace('"', '""')


def _chart(questionnaire: Questionnaire) -> Chart:
    for chart in questionnaire.charts.values():
        return chart
    raise NoSuchEntry("the law that is read here has no chart of licence requirements")


def _edition(questionnaire: Questionnaire, chart: Chart) -> Edition:
    edition = questionnaire.folders[chart.folder].edition
    assert edition is not None, "a folder of law with a chart says its edition"
    return edition


def _range(day: dt.date, edition: Edition) -> str:
    return (
        f"{day} is before the edition {edition.id}, which covers {edition.concludes} to "
        f"{edition.read_on}, and later days by the law as read on {edition.read_on}"
    )


def _tail(day: dt.date, edition: Edition, chart: Chart) -> str:
    if day > edition.read_on:
        return f"by the law as read on {edition.read_on}"
    if chart.entries_read_on and day < chart.entries_read_on:
        return f"by the entries as read on {chart.entries_read_on}"
    return ""


def _near(number: str, known: Iterable[str]) -> list[str]:
    """The first few entries that begin as a number does, if it begins like any."""
    alike = {each: _agreeing(each, number) for each in known}
    longest = max(alike.values(), default=0)
    return [each for each in alike if alike[each] == longest][:_FEW] if longest >= _ALIKE else []


def _agreeing(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _what_does(number: str) -> str:
    return f"the paragraphs of {number} are divided here, and it is none of them"
