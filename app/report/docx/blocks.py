"""Blocks drawn into a Word file: the second renderer of what the templates draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from app.report.blocks import Blanks, Bullets, Figure, Gap, Heading, Law, Paragraph
from app.report.cells import (
    Blank,
    Cut,
    Digest,
    Finding,
    Foreign,
    Link,
    Marked,
    Reference,
    Status,
    Strong,
    Text,
    Ticks,
)
from app.report.docx.paper import head_row, whole_rows
from app.report.tables import GroupRow, Pairs, Table

if TYPE_CHECKING:
    from docx.table import Table as WordTable

    from app.report.blocks import Block
    from app.report.cells import Cell
    from app.report.docx.paper import Paper
    from app.report.tables import AnyRow, Apart


def write_heading(paper: Paper, words: str, level: int, *, new_page: bool = False) -> None:
    """A heading with its number."""
    paper.heading(words, level, new_page=new_page)


def write_block(paper: Paper, block: Block) -> None:
    """Draw a block."""
    match block:
        case Table():
            _table(paper, block)
        case Pairs():
            _pairs(paper, block)
        case Paragraph():
            _paragraph(paper, block)
        case Law():
            paper.text(block.status, "bold small")
            paper.text(block.title, "bold")
            paper.text(block.text, note=block.cites)
        case Figure():
            paper.text(f"Figure {paper.numbers.figure()} {block.caption}", style="Caption")
            paper.text(f"The picture stands in the PDF. {block.picture.alt}", "italic")
        case Gap():
            paper.text(f"{block.head} {block.text}".strip(), "bold")
        case Heading():
            paper.heading(f"{paper.numbers.part()} {block.title}", 2)
        case Bullets():
            for item in block.items:
                paper.text(item, style="List Bullet")
        case Blanks():
            for label in block.labels:
                paper.text(f"{label}: {'_' * 40}")
        case _:
            assert_never(block)


def _paragraph(paper: Paper, block: Paragraph) -> None:
    first, *more = block.parts
    paper.text(f"{paper.numbers.paragraph()}  {first}", note=block.margin)
    for part in more:
        paper.text(part)


def _table(paper: Paper, block: Table) -> None:
    if not block.rows:
        paper.text(f"{block.caption}: nothing recorded. {block.nothing}".strip(), "bold")
        return
    paper.text(f"Table {paper.numbers.table()} {block.caption}", style="Caption")
    table = paper.table(len(block.rows) + 1, tuple(column.width for column in block.columns))
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        paper.fill(cell.paragraphs[0], column.head, bold=True)
    head_row(table, 0)
    for number, row in enumerate(block.rows, 1):
        _row(paper, table, number, row)
    whole_rows(table)
    if block.note:
        paper.text(block.note, "small")
    _apart(paper, block.apart)


def _row(paper: Paper, table: WordTable, number: int, row: AnyRow) -> None:
    cells = table.rows[number].cells
    if isinstance(row, GroupRow):
        whole = cells[0].merge(cells[-1])
        paper.fill(whole.paragraphs[0], row.title, bold=True)
        return
    for at, (cell, value) in enumerate(zip(cells, row.cells, strict=True)):
        paper.fill(cell.paragraphs[0], said(value), bold=at == 0 or row.kind == "sum")


def _pairs(paper: Paper, block: Pairs) -> None:
    table = paper.table(len(block.rows), (block.label_width, 100 - block.label_width))
    for row, shown in zip(block.rows, table.rows, strict=True):
        label, value = shown.cells
        paper.fill(label.paragraphs[0], said(row.cells[0]), bold=True)
        paper.fill(value.paragraphs[0], said(row.cells[1]))
    paper.text("")
    _apart(paper, block.apart)


def _apart(paper: Paper, texts: tuple[Apart, ...]) -> None:
    for each in texts:
        paper.text(f"{each.head} in full", "bold small")
        for paragraph in each.paragraphs:
            paper.text(paragraph)


def said(cell: Cell) -> str:
    """A cell as words; signs stand before them as on paper."""
    match cell:
        case Finding():
            return f"{cell.sign.shape} {cell.text}"
        case Status():
            return _two(cell.text, cell.note)
        case Strong():
            return _two(cell.text, cell.then)
        case Foreign():
            return _two(cell.text, cell.latin)
        case Ticks():
            return "\n".join(f"☐ {label}" for label in cell.labels)
        case Cut():
            return f"{cell.text} in full below the table"
        case Digest() | Text() | Reference() | Link() | Blank() | Marked():
            return cell.text
        case _:
            assert_never(cell)


def _two(first: str, second: str) -> str:
    return f"{first}\n{second}" if second else first
