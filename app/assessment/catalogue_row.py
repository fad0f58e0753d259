"""One row of a catalogue: its cells, and what they say together before any law is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.answers import NOT_OFFERED
from app.assessment.values import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.assessment.catalogue_cells import Cell
    from app.questionnaire.definition import CatalogueColumn, CatalogueResult


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by column; figures are of ``number`` circuits."""

    columns: Mapping[str, CatalogueColumn]
    cells: Mapping[str, Cell]
    number: float = 1.0

    def figure(self, column: CatalogueColumn) -> Cell:
        """A cell, divided by the number of circuits where the column says so."""
        cell = self.cells.get(column.id)
        return cell / self.number if column.divided and isinstance(cell, float) else cell

    def is_whole(self) -> bool:
        """Whether the figures given are enough to read the empty ones as none."""
        enough = [self.cells.get(column.id) for column in self.columns.values() if column.enough]
        if any(isinstance(cell, float) for cell in enough):
            return True
        return bool(enough) and all(c == NOT_OFFERED for c in enough) and self._any_figure()

    def _any_figure(self) -> bool:
        tables = (column.id for column in self.columns.values() if "." in column.answers)
        return any(isinstance(self.cells.get(name), float) for name in tables)

    def answer_to(self, question: str) -> Cell:
        """The cell of the column that answers a question."""
        names = (column.id for column in self.columns.values() if column.answers == question)
        return self.cells.get(next(names, ""))

    def highest(self, names: tuple[str, ...]) -> Span:
        """What lies between nothing and the highest of some columns."""
        cells = [self.figure(self.columns[name]) for name in names]
        return Span(0.0, max((cell for cell in cells if isinstance(cell, float)), default=0.0))

    def divided(self) -> list[str]:
        """The columns whose figures are divided."""
        if self.number == 1:
            return []
        columns = (column for column in self.columns.values() if column.divided)
        return [each.id for each in columns if isinstance(self.cells.get(each.id), float)]

    def kind(self) -> Cell:
        """The kind of item, which decides what can be asked of it."""
        worded = next((column for column in self.columns.values() if column.words), None)
        return self.cells.get(worded.id) if worded else None


def row_of(columns: Mapping[str, CatalogueColumn], cells: Mapping[str, Cell]) -> Row:
    """A row with the number of circuits that its figures are of."""
    divisors = (cells.get(column.id) for column in columns.values() if column.divides)
    return Row(columns, cells, next((each for each in divisors if isinstance(each, float)), 1.0))


def names_of(result: CatalogueResult) -> tuple[str, ...]:
    """The columns of a regime: conclusion, status, confidence, reason, what is missing."""
    prefix = result.value.partition("_")[0]
    more = ("status", "confidence", "because", "missing")
    return (result.value, *(f"{prefix}_{name}" for name in more))
