"""Everything that must hold between registers and the rest, complained about all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.questionnaire import definition as d
from app.questionnaire.source import meant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.questionnaire.definition import Questionnaire
    from app.questionnaire.source import Complaints, Where


def check_registers(questionnaire: Questionnaire, complaints: Complaints) -> None:
    """Complain about columns, entries, charts and catalogues that name what is not there."""
    checker = _Checker(questionnaire, complaints)
    for column in questionnaire.columns.values():
        checker.column(column)
    for entry in questionnaire.entries.values():
        checker.entry(entry)
    for chart in questionnaire.charts.values():
        checker.chart(chart)
    for each in questionnaire.catalogue.values():
        checker.catalogue_column(each)
    for result in questionnaire.catalogue_results.values():
        checker.catalogue_result(result)


class _Checker:
    def __init__(self, questionnaire: Questionnaire, complaints: Complaints) -> None:
        self.q = questionnaire
        self.complaints = complaints

    def known(self, at: Where, names: Iterable[str], known: Iterable[str], what: str) -> None:
        known = tuple(known)
        for name in names:
            if name not in known:
                self.complaints.note(at, f"{what} {name!r} is not known{meant(name, known)}")

    def column(self, column: d.Column) -> None:
        q = self.q
        if bool(column.place) == bool(column.parts):
            message = f"the column {column.id} needs 'in' or 'parts', and not both"
            self.complaints.note(column.at, message)
        places = () if column.place in (d.EVERYWHERE, d.NO_PLACE, "") else (column.place,)
        self.known(column.at, places, q.sets, "set")
        self.known(column.at, column.parts, q.columns, "column")
        self.known(column.at, (column.rule,) if column.rule else (), q.rules, "rule")
        self.known(column.at, (c.source for c in column.cites), q.sources, "source")

    def entry(self, entry: d.Entry) -> None:
        scoped = [name for names, _ in (*entry.some, *entry.paragraphs) for name in names]
        self.known(entry.at, (*entry.all, *scoped), self.q.columns, "column")
        if not (entry.all or entry.some or entry.open):
            self.complaints.note(entry.at, f"the entry {entry.id} says nothing; use 'open'")

    def chart(self, chart: d.Chart) -> None:
        q = self.q
        places = (chart.destinations, *(first.place for first in chart.first))
        self.known(chart.at, places, q.sets, "set")
        codes = (*chart.read_as, *chart.read_as.values(), *chart.names)
        noted = (code for note in chart.notes for code in note.places)
        self.known(chart.at, (*codes, *noted), q.countries, "country")
        cited = (*chart.cites, *(c for first in chart.first for c in first.cites))
        self.known(chart.at, (c.source for c in cited), q.sources, "source")

    def catalogue_column(self, column: d.CatalogueColumn) -> None:
        q = self.q
        asked = [column.answers] if column.answers else []
        asked += [*column.also, *([column.reads.question] if column.reads else [])]
        self.known(column.at, (name.partition(".")[0] for name in asked), q.questions, "question")
        self.known(column.at, (*column.states, *column.fixes), q.figures, "figure")

    def catalogue_result(self, result: d.CatalogueResult) -> None:
        q = self.q
        concluded = (*((result.determination,) if result.determination else ()), *result.remarks)
        self.known(result.at, concluded, q.determinations, "determination")
        self.known(result.at, result.figures.values(), q.figures, "figure")
        self.known(result.at, result.thresholds, q.parameters, "parameter")
        self.known(result.at, (*result.assumes, *result.bounds), q.questions, "question")
        columns = (c for rows in result.bounds.values() for names in rows.values() for c in names)
        self.known(result.at, columns, q.catalogue, "column")
