"""Tables, and which long texts leave their cells.

That is decided here and not in a template: a row taller than a page would leave the page before it
blank and lose its heading.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from app.report.cells import Cell, Cut, Finding, Reference, Status, Strong, Text
from app.report.numbering import Ref

LONGEST_IN_CELL = 700
_SHOWN_IN_CELL = 150
_ONE_PARAGRAPH = 1500
_WHOLE_ROWS, _WHOLE_LETTERS = 7, 900
_FULL_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, a width in per cent of the table, and how the cells are set."""

    head: str
    width: float
    look: str = ""  # "" left, "r" numbers to the right, "c" centred, "x" arithmetic


@dataclass(frozen=True, slots=True)
class Row:
    """A row; its first cell heads it."""

    kind: ClassVar[str] = "row"
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SumRow:
    """A row below a rule, in bold: the result of the rows above it."""

    kind: ClassVar[str] = "sum"
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading inside a table, across all columns."""

    kind: ClassVar[str] = "group"
    title: str


@dataclass(frozen=True, slots=True)
class Apart:
    """A text that left its cell, with the head of its row; in paragraphs that a page can hold."""

    head: str
    paragraphs: tuple[str, ...]


AnyRow = Row | SumRow | GroupRow


def cell(value: Cell | Ref | str) -> Cell:
    """A bare text or reference as the cell it means."""
    match value:
        case str():
            return Text(value)
        case Ref():
            return Reference(value)
        case _:
            return value


def row(*values: Cell | Ref | str) -> Row:
    """A row of cells, with bare texts and references as cells."""
    return Row(tuple(map(cell, values)))


def total(*values: Cell | Ref | str) -> SumRow:
    """A row below a rule, with bare texts and references as cells."""
    return SumRow(tuple(map(cell, values)))


@dataclass(frozen=True, slots=True)
class Table:
    """A numbered table. With no rows it is a sentence that says what follows from that."""

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[AnyRow, ...]
    note: str = ""
    nothing: str = ""
    look: str = ""  # "dense" matrices, "calc" arithmetic, "write" lines to write on
    ref: Ref | None = None  # a calculation sheet is a target as a whole
    apart: tuple[Apart, ...] = ()

    def __post_init__(self) -> None:
        """Refuse widths that do not fill the table and rows of another number of cells."""
        if abs(sum(c.width for c in self.columns) - _FULL_WIDTH) > 0.01:  # noqa: PLR2004  # rounding
            raise ValueError(f"{self.caption}: the widths of the columns do not make 100 per cent")
        for each in self.rows:
            if not isinstance(each, GroupRow) and len(each.cells) != len(self.columns):
                raise ValueError(
                    f"{self.caption}: a row has {len(each.cells)} cells for {len(self.columns)} columns"
                )

    @property
    def whole(self) -> bool:
        """Whether the table is short enough to stay on one page."""
        few = len(self.rows) <= _WHOLE_ROWS and sum(map(_longest, self.rows)) <= _WHOLE_LETTERS
        return few or self.look in ("calc", "write")


def _longest(given: AnyRow) -> int:
    """The letters of a row's longest cell, which makes it as tall as it is."""
    cells = () if isinstance(given, GroupRow) else given.cells
    return max((len(each.text) + len(getattr(each, "then", "")) for each in cells), default=0)


def _long_text(given: Cell) -> str:
    """The text of a cell that can be long, else nothing."""
    match given:
        case Text(text=text) | Finding(note=text) | Status(note=text) | Strong(then=text):
            return text if len(text) > LONGEST_IN_CELL else ""
        case _:
            return ""


def _shortened(given: Cell) -> Cell:
    """The cell with the beginning of its text in the place of all of it."""
    start = _long_text(given)[:_SHOWN_IN_CELL].rstrip() + " …"
    match given:
        case Finding() | Status():
            return replace(given, note=f"{start} in full below the table")
        case Strong():
            return replace(given, then=f"{start} in full below the table")
        case _:
            return Cut(start)


def pieces(text: str, longest: int = _ONE_PARAGRAPH) -> tuple[str, ...]:
    """A long text in paragraphs: where it has blank lines, and else before the limit.

    It is cut at a line end or a blank in the second half, or in the middle of a word without end.
    """
    found = []
    for paragraph in filter(str.strip, text.split("\n\n")):
        rest = paragraph.strip("\n")
        while len(rest) > longest:
            half = longest // 2
            at = max(rest.rfind("\n", half, longest), rest.rfind(" ", half, longest))
            at = longest if at < 0 else at
            found.append(rest[:at])
            rest = rest[at:].lstrip(" \n")
        found.append(rest)
    return tuple(found)


def set_apart(rows: Iterable[AnyRow]) -> tuple[tuple[AnyRow, ...], tuple[Apart, ...]]:
    """The rows with long texts shortened, and those texts with the heads of their rows."""
    kept, apart = [], []
    for each in rows:
        if isinstance(each, GroupRow) or not any(map(_long_text, each.cells)):
            kept.append(each)
            continue
        head = each.cells[0].text[:60]
        apart += [Apart(head, pieces(text)) for text in map(_long_text, each.cells) if text]
        cells = tuple(_shortened(c) if _long_text(c) else c for c in each.cells)
        kept.append(replace(each, cells=cells))
    return tuple(kept), tuple(apart)


def table(  # noqa: PLR0913  # a table has these parts
    caption: str,
    columns: tuple[Column, ...],
    rows: Iterable[AnyRow],
    *,
    note: str = "",
    nothing: str = "",
    look: str = "",
    ref: Ref | None = None,
) -> Table:
    """A table whose long texts have left their cells."""
    kept, apart = set_apart(rows)
    return Table(caption, columns, kept, note, nothing, look, ref, apart)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels and values, without a number of its own."""

    kind: ClassVar[str] = "pairs"
    rows: tuple[Row, ...]
    label_width: float = 22
    look: str = ""
    apart: tuple[Apart, ...] = ()


def pairs(
    values: Iterable[tuple[str, Cell | Ref | str]], label_width: float = 22, look: str = ""
) -> Pairs:
    """Labels and values; long values leave their cells here too."""
    kept, apart = set_apart(row(label, value) for label, value in values)
    return Pairs(tuple(r for r in kept if isinstance(r, Row)), label_width, look, apart)
