"""The memo as a plain Word file, drawn from the same blocks as the PDF, with the same numbers.

It is for working on, not the record: it has no seal and carries no assessment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.docx.blocks import write_block, write_heading
from app.report.docx.paper import Paper
from app.report.numbering import Numbers

if TYPE_CHECKING:
    import datetime as dt

    from app.report.blocks import Section
    from app.report.memo import MemoContext

COPY = (
    "A working copy. The record is the PDF, which carries the assessment and a seal; this does not."
)


def memo_docx(context: MemoContext, moment: dt.datetime) -> bytes:
    """The bytes of a .docx; the same for the same values."""
    front = context.front
    paper = Paper(Numbers())
    paper.title(f"{front.kind}: {front.title}", front.author, front.sub, moment)
    paper.running(f"{front.running} · {front.status}", front.edition)
    paper.text(front.status, "bold")
    paper.text(COPY, "italic")
    write_block(paper, context.cover)
    _bottom(paper, context)
    for section in context.sections:
        _section(paper, section, f"{paper.numbers.section()}")
    for section in context.annexes:
        _section(paper, section, f"Annex {paper.numbers.annex()}")
    if front.seal:
        paper.text(front.seal, "small")
    return paper.bytes(moment)


def _bottom(paper: Paper, context: MemoContext) -> None:
    bottom = context.bottom
    write_heading(paper, f"{paper.numbers.section()} Bottom line", 1)
    paper.text(bottom.say, "bold")
    if bottom.table.rows:
        write_block(paper, bottom.table)
    if bottom.changes:
        paper.text(f"Not the same on all days. {bottom.changes}")
    paper.text(f"Do not ship until: {bottom.hold}")
    paper.text(f"{bottom.open_head} {bottom.open}")


def _section(paper: Paper, section: Section, number: str) -> None:
    write_heading(paper, f"{number} {section.title}", 1, new_page=section.new_page)
    for block in section.blocks:
        write_block(paper, block)
