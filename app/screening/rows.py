"""The rows of a csv file, one bad row never taking good ones with it.

A quotation mark that is never closed would swallow every row after it. So a row that
comes out wrong is given up at its own line, and reading goes on at the next.
"""

from __future__ import annotations

import csv
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Complain = Callable[[int, str], None]

_MOST_LINES = 100
_LONGEST_FIELD = 1 << 20


class _Lines:
    """The lines of a file, of which the last ones taken can be put back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._back: deque[str] = deque()
        self.number = 0
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= _MOST_LINES:
            raise StopIteration
        line = self._back.popleft() if self._back else next(self._lines)
        self.taken.append(line)
        self.number += 1
        return line

    def begin(self) -> int:
        """Begin a row; its line, counted from 1."""
        self.taken.clear()
        return self.number + 1

    def give_up(self) -> None:
        """Put back all lines of the row but its first."""
        self._back.extendleft(reversed(self.taken[1:]))
        self.number -= len(self.taken) - 1


def rows(
    stream: Iterable[str], complain: Complain, delimiter: str = ",", width: int = 0
) -> Iterator[tuple[int, list[str]]]:
    """Each row with its line; without a ``width``, the first row is the header and gives it."""
    csv.field_size_limit(_LONGEST_FIELD)
    lines = _Lines(stream)
    while True:
        first = lines.begin()
        try:
            cells = next(csv.reader(lines, delimiter=delimiter, strict=True), None)
        except csv.Error as error:
            complain(first, str(error))
            lines.give_up()
            continue
        if cells is None:
            return
        width = width or len(cells)
        if len(cells) == width:
            yield first, cells
        elif cells:
            complain(first, f"has {len(cells)} columns and not {width}")
            lines.give_up()
