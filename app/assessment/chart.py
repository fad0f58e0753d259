"""Licence requirements that follow from an entry of a control list and a destination alone.

A ``Table`` is the law of a day: columns with the places they mark, resolved once.  A ``Code``
is an entry, or a paragraph of one, with the columns that reach it.  Places that no column tells
apart are one kind of place, and a code holds its answer for each kind: a cell is looked up.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.assessment.law import PRACTICE, TEXT, Law
from app.questionnaire.definition import EVERYWHERE, NO_PLACE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from app.questionnaire.definition import Chart, Citations, Column, Entry, First, Questionnaire

REQUIRED, CONDITIONAL, NOT_REQUIRED = "required", "conditional", "not required"
NOT_ENFORCED = "codified and announced as not enforced"
NOT_CHECKED = "paragraph not checked"


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer: what is required, why, and on what it rests."""

    requirement: str
    because: str
    cites: Citations = ()


@dataclass(frozen=True, slots=True)
class Limb:
    """One part of a column on a day: the places it marks, and whether it is enforced."""

    title: str
    places: frozenset[str]
    enforced: bool
    elsewhere: str
    cites: Citations


Limbs = tuple[Limb, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """What reaches an entry or paragraph whole, and what a part of it, with the words of which."""

    number: str
    listed: bool
    whole: tuple[Limbs, ...] = ()
    some: tuple[tuple[Limbs, str], ...] = ()
    open: str = ""
    note: str = ""
    of: str = "the whole entry"
    each: tuple[Code, ...] = ()
    cells: Mapping[int, Cell] = field(default_factory=dict)


class Table:
    """A chart and its columns on a day; made once for a day and asked many times."""

    def __init__(self, questionnaire: Questionnaire, chart: Chart, day: dt.date) -> None:
        self.chart, self.day = chart, day
        self.law = Law(questionnaire, day)
        every = frozenset(questionnaire.countries)
        columns = questionnaire.columns
        self.columns: dict[str, Limbs] = {
            name: tuple(self._limbs(columns, column, every)) for name, column in columns.items()
        }
        self.first = tuple((each, self.law.sets[each.place]) for each in chart.first)
        self.kinds = self._kinds(every)
        self._one_of_kind = {kind: place for place, kind in self.kinds.items()}
        self.notes: dict[str, str] = {}
        for note in chart.notes:
            for code in note.places:
                self.notes[code] = "; ".join(filter(None, (self.notes.get(code), note.says)))

    def _limbs(
        self, columns: Mapping[str, Column], column: Column, every: frozenset[str]
    ) -> Iterable[Limb]:
        for part in column.parts:
            yield from self._limbs(columns, columns[part], every)
        stands = _standing(self.law, column, self.day)
        if column.place and stands is not None:
            places = self._places(column.place, every)
            yield Limb(column.title, places, stands, column.elsewhere, column.cites)

    def _kinds(self, every: frozenset[str]) -> Mapping[str, int]:
        """Each place with the number of its kind: what no column and nothing first tells apart."""
        marked = [limb.places for limbs in self.columns.values() for limb in limbs]
        marked += [places for _, places in self.first]
        numbers: dict[tuple[bool, ...], int] = {}
        found: dict[str, int] = {}
        for place in sorted(every):
            mark = tuple(place in places for places in marked)
            found[place] = numbers.setdefault(mark, len(numbers))
        return found

    def _places(self, name: str, every: frozenset[str]) -> frozenset[str]:
        if name in (EVERYWHERE, NO_PLACE):
            return every if name == EVERYWHERE else frozenset()
        return self.law.sets[name]

    def destinations(self) -> tuple[str, ...]:
        """The codes of the places that have a row in the chart, in order."""
        return tuple(sorted(self.law.sets[self.chart.destinations]))

    def cell(self, code: Code, place: str) -> Cell:
        """The requirement for an entry or paragraph to a destination."""
        return code.cells[self.kinds[place]]

    def answered(self, code: Code) -> Code:
        """The code with its answer for each kind of place."""
        own = {limb.places for limbs in _reaching(code) for limb in limbs}
        watched = (*own, *(places for _, places in self.first))
        found: dict[tuple[bool, ...], Cell] = {}
        cells: dict[int, Cell] = {}
        for kind, place in self._one_of_kind.items():
            mark = tuple([place in places for places in watched])
            if mark not in found:
                found[mark] = self._cell(code, place)
            cells[kind] = found[mark]
        return replace(code, cells=cells)

    def _cell(self, code: Code, place: str) -> Cell:
        for first, places in self.first:
            if place in places and _reaches(first, code):
                return Cell(first.requirement, first.because, first.cites)
        if marking := _whole(code, place):
            return _required(code.of, marking, place)
        each = [_whole(paragraph, place) for paragraph in code.each]
        if each and all(each):
            every = list(dict.fromkeys(limbs for marking in each for limbs in marking))
            return _required("every paragraph of it", every, place)
        return self._conditional(code, place)

    def _conditional(self, code: Code, place: str) -> Cell:
        reasons: list[str] = []
        cites: list[Citations] = []
        for limbs, words in (*code.some, *((limbs, "") for limbs in code.whole)):
            _add_reasons(limbs, words, place, reasons, cites)
        if code.open:
            reasons.append(code.open)
        if not reasons:
            return Cell(NOT_REQUIRED, self.chart.not_required, self.chart.cites)
        return Cell(CONDITIONAL, "; ".join(dict.fromkeys(reasons)), _together(cites))


def _standing(law: Law, column: Column, day: dt.date) -> bool | None:
    """Whether a column is enforced on a day; None where it does not count at all."""
    if column.since and day < column.since:
        return None
    if not column.rule:
        return True
    rule = law.questionnaire.rules[column.rule]
    if not law.counts(rule, TEXT):
        return None
    return law.counts(rule, PRACTICE)


def _reaching(code: Code) -> Iterable[Limbs]:
    yield from code.whole
    yield from (limbs for limbs, _ in code.some)
    for paragraph in code.each:
        yield from paragraph.whole


def _whole(code: Code, place: str) -> list[Limbs]:
    """The columns that reach all of it and mark the place."""
    return [limbs for limbs in code.whole if _marked(limbs, place)]


def _reaches(first: First, code: Code) -> bool:
    return first.of == "all" or (first.of == "listed") == code.listed


def _marked(limbs: Limbs, place: str) -> bool:
    return any(place in limb.places for limb in limbs)


def _marking(limbs: Limbs, place: str) -> list[Limb]:
    """The limbs of a column that mark a place: the enforced ones, if there are any."""
    found = [limb for limb in limbs if place in limb.places]
    return [limb for limb in found if limb.enforced] or found


def _required(of: str, marking: Iterable[Limbs], place: str) -> Cell:
    limbs = [limb for each in marking for limb in _marking(each, place)]
    enforced = [limb.title for limb in limbs if limb.enforced]
    codified = [limb.title for limb in limbs if not limb.enforced]
    parts = [f"for {of}: {', '.join(enforced)}"] if enforced else []
    if codified:
        parts.append(f"{NOT_ENFORCED}: {', '.join(codified)}")
    return Cell(REQUIRED, "; ".join(parts), _together([limb.cites for limb in limbs]))


def _add_reasons(
    limbs: Limbs, words: str, place: str, reasons: list[str], cites: list[Citations]
) -> None:
    for limb in _marking(limbs, place):
        status = "" if limb.enforced else f" ({NOT_ENFORCED})"
        reasons.append(f"{limb.title}{status} for a part: {words}")
        cites.append(limb.cites)
    if _marked(limbs, place):
        return
    for limb in limbs:
        if limb.elsewhere:
            reasons.append(f"{limb.elsewhere}: {words}" if words else limb.elsewhere)
            cites.append(limb.cites)


def _together(cites: Iterable[Citations]) -> Citations:
    return tuple(dict.fromkeys(cited for each in cites for cited in each))


def code_of(table: Table, entry: Entry, paragraph: str = "") -> Code:
    """An entry, or one of its paragraphs if that is divided here, with what reaches it.

    Raises:
        LookupError: the paragraph does not exist.
    """
    number = f"{entry.id}.{paragraph}" if paragraph else entry.id
    divided = _is_divided(entry, paragraph)
    if not paragraph or not divided:
        note = NOT_CHECKED if paragraph else ""
        return _compiled(table, entry, number, "", note)
    if entry.undivided or not any(_within(path, paragraph) for path in _paths(entry)):
        raise LookupError(number)
    return _compiled(table, entry, number, paragraph, "")


def _is_divided(entry: Entry, paragraph: str) -> bool:
    if not entry.partly:
        return bool(entry.paragraphs) or entry.undivided
    letter = paragraph.partition(".")[0]
    return any(path.partition(".")[0] == letter for path in _paths(entry))


def _paths(entry: Entry) -> list[str]:
    return [path for _, paths in entry.paragraphs for path in paths.split()]


def _within(path: str, paragraph: str) -> bool:
    return path == paragraph or path.startswith(f"{paragraph}.")


def _compiled(table: Table, entry: Entry, number: str, paragraph: str, note: str) -> Code:
    below = _below(entry, paragraph)
    certain = _common(below) if paragraph else ()
    reached: dict[str, list[str]] = {}
    for path, names in below.items():
        for name in names:
            if name not in certain and name not in entry.all:
                reached.setdefault(name, []).append(f".{path}")
    some = [(name, ", ".join(paths)) for name, paths in reached.items()]
    if not paragraph or not entry.paragraphs or not certain:
        some += [(name, words) for names, words in entry.some for name in names]
    whole = (*entry.all, *(name for name in certain if name not in entry.all))
    code = Code(
        number=number,
        listed=True,
        whole=tuple(table.columns[name] for name in whole),
        some=tuple((table.columns[name], words) for name, words in some),
        open=entry.open,
        note=note,
        of=f"paragraph .{paragraph}" if certain else "the whole entry",
        each=_each(table, entry, below) if not entry.partly and all(below.values()) else (),
    )
    return table.answered(code)


def _each(table: Table, entry: Entry, below: dict[str, tuple[str, ...]]) -> tuple[Code, ...]:
    """Its paragraphs one by one; whatever reaches each of them reaches the whole."""
    return tuple(
        Code(path, listed=True, whole=tuple(table.columns[n] for n in (*entry.all, *names)))
        for path, names in below.items()
    )


def _common(below: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The columns that all of these paragraphs have."""
    every = list(below.values())
    return tuple(name for name in every[0] if all(name in names for names in every))


def _below(entry: Entry, paragraph: str) -> dict[str, tuple[str, ...]]:
    """The paragraphs that a paragraph holds (the entry holds all), with their columns."""
    found = {path: names for names, paths in entry.paragraphs for path in paths.split()}
    return {path: found[path] for path in found if not paragraph or _within(path, paragraph)}


def unlisted(table: Table) -> Code:
    """What no entry lists."""
    return table.answered(Code(table.chart.unlisted, listed=False))
