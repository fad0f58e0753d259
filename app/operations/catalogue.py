"""A product catalogue in CSV, read row by row, concluded, and written with columns added.

A bad row is told by file, row and column and stops no other; it is written with its own cells.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.catalogue_cells import Cell, CellError, read_cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TextIO

    from app.assessment.catalogue import Catalogue

UNREADABLE = "unreadable"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_COMMA_NUMBER = re.compile(r"\s*\d+,\d+\s*", re.ASCII)
_DELIMITERS = (";", "\t", ",")


class CatalogueError(ValueError):
    """The file as a whole cannot be read as a catalogue."""


@dataclass(frozen=True, slots=True)
class Head:
    """The first row: its cells as written, and the column of the law behind each."""

    cells: tuple[str, ...]
    columns: tuple[str, ...]
    delimiter: str

    def kept(self, added: Sequence[str]) -> list[int]:
        """The places whose cells go through; results of an earlier run are replaced."""
        return [at for at, name in enumerate(self.columns) if name not in added]


def text_of(data: bytes) -> str:
    """The text of a file: UTF-8 with or without a mark, or UTF-16 with one.

    Bytes that are no UTF-8 stay as they are, in the cells that hold them.
    """
    if data.startswith(_UTF_16):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8-sig", errors="surrogateescape")


def head_of(text: str, known: Sequence[str]) -> Head:
    """The columns of a catalogue.

    Raises:
        CatalogueError: there are none, or one stands there twice.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    counts = {mark: first.count(mark) for mark in _DELIMITERS}
    delimiter = max(_DELIMITERS, key=lambda mark: counts[mark]) if any(counts.values()) else ","
    cells = next(csv.reader([first], delimiter=delimiter), [])
    columns = tuple(" ".join(cell.casefold().split()) for cell in cells)
    wrong = [name for name in known if columns.count(name) > 1]
    if wrong:
        raise CatalogueError(f"row 1: the column {wrong[0]} stands there twice")
    if not set(columns) & set(known):
        raise CatalogueError(f"row 1: none of its columns is known; known are {', '.join(known)}")
    return Head(tuple(cells), columns, delimiter)


def classify(catalogue: Catalogue, text: str, out: TextIO, complain: Callable[[str], None]) -> bool:
    """Write the catalogue with the columns added; whether every row could be read.

    Raises:
        CatalogueError: the file as a whole cannot be read.
    """
    csv.field_size_limit(sys.maxsize)
    head = head_of(text, list(catalogue.columns))
    added = catalogue.result_columns()
    kept = head.kept(added)
    writer = csv.writer(out, delimiter=head.delimiter, lineterminator="\n")
    writer.writerow([*(head.cells[at] for at in kept), *added])
    good = True
    for number, cells in _rows(text, head, complain):
        found = _concluded(catalogue, head, number, cells, complain) if number else None
        good = good and found is not None
        if cells:
            through = [cells[at] if at < len(cells) else "" for at in kept]
            through += cells[len(head.cells) :]
            writer.writerow([*through, *_added(added, found)])
    return good


def _added(added: Sequence[str], found: Mapping[str, str] | None) -> list[str]:
    if found is None:
        return [UNREADABLE if name.endswith("_status") else "" for name in added]
    return [found.get(name, "") for name in added]


def _rows(
    text: str, head: Head, complain: Callable[[str], None]
) -> Iterator[tuple[int, list[str]]]:
    """Each row below the head with its number, 0 where it could not be read as CSV."""
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=head.delimiter, strict=True)
    number, below = 0, False
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            complain(f"row {number}: not readable as CSV: {error}")
            yield 0, []
            if lines.tell() == len(text):  # at the end it would say so again and again
                return
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if below:
            yield number, cells
        below = True


def _concluded(
    catalogue: Catalogue,
    head: Head,
    number: int,
    cells: list[str],
    complain: Callable[[str], None],
) -> dict[str, str] | None:
    """What is added to a row; nothing, after a complaint, where a cell cannot be read."""
    if len(cells) > len(head.cells):
        complain(f"row {number}: has {len(cells)} cells where the head has {len(head.cells)}")
        return None
    try:
        return catalogue.concluded(dict(_read(catalogue, head, cells)))
    except CellError as error:
        complain(f"row {number}, column {error.column}: {error}")
        return None


def _read(catalogue: Catalogue, head: Head, cells: list[str]) -> Iterator[tuple[str, Cell]]:
    for name, cell in zip(head.columns, cells, strict=False):
        column = catalogue.columns.get(name)
        if column is None:
            continue
        if any("\ud800" <= letter <= "\udfff" for letter in cell):
            raise CellError(name, "is not UTF-8")
        text = cell
        if head.delimiter != "," and _COMMA_NUMBER.fullmatch(cell):
            text = cell.replace(",", ".")  # where cells are apart by another mark, it is decimal
        yield name, read_cell(catalogue.questionnaire, column, text)
