"""The memo for Word, read back: real headings, tables with heads, endnotes, the same numbers."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn

from app.operations.printing import order_of
from app.operations.word import write_word
from app.report.docx import COPY, memo_docx
from app.report.jobs import Paper
from app.report.memo import memo_context
from app.store.errors import DiskFailed
from tests.documents.papers import DELIVERY, subject

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from tests.documents.conftest import Printed

ARABIC = "شركة المثال"
NASTY = {**DELIVERY, "items.i1.item_name": "a\x00b\x0b & <w:p> " + ARABIC}


def read(raw: bytes) -> Document:
    return docx.Document(BytesIO(raw))


@pytest.fixture(scope="module")
def raw() -> bytes:
    given = subject(DELIVERY)
    return memo_docx(memo_context(given, Paper.LETTER), given.moment)


def styled(document: Document, name: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style and p.style.name == name]


def headings(raw: bytes, level: int) -> list[str]:
    return styled(read(raw), f"Heading {level}")


def test_every_section_of_the_pdf_is_a_heading_with_the_same_number(raw: bytes) -> None:
    context = memo_context(subject(DELIVERY), Paper.LETTER)
    expected = [
        f"{'Annex ' if entry.number.isalpha() else ''}{entry.number} {entry.title}"
        for entry in context.contents
    ]
    assert headings(raw, 1) == expected


def test_tables_repeat_their_heads_and_carry_their_captions(raw: bytes) -> None:
    document = read(raw)
    captions = styled(document, "Caption")
    assert captions[0].startswith("Table 1 ")
    headed = [t for t in document.tables if t.rows[0]._tr.findall(f".//{qn('w:tblHeader')}")]
    assert len(headed) == sum(caption.startswith("Table") for caption in captions)


def test_authorities_are_endnotes_that_the_text_refers_to(raw: bytes) -> None:
    with zipfile.ZipFile(BytesIO(raw)) as file:
        notes = file.read("word/endnotes.xml").decode()
        text = file.read("word/document.xml").decode()
        kinds = file.read("[Content_Types].xml").decode()
    assert "endnotes+xml" in kinds
    marks = text.count("<w:endnoteReference")
    assert marks > 0
    assert notes.count("<w:endnote ") == marks + 2
    assert "LAW E" in notes


def test_it_says_that_it_is_a_copy_and_who_made_it(raw: bytes) -> None:
    document = read(raw)
    assert COPY in [p.text for p in document.paragraphs]
    assert document.core_properties.author == "P. Sample"
    assert document.core_properties.title == "Classification memo: Example"


def test_the_same_values_give_the_same_bytes(raw: bytes) -> None:
    given = subject(DELIVERY)
    assert memo_docx(memo_context(given, Paper.LETTER), given.moment) == raw


def test_controls_markup_and_other_scripts_in_answers_are_text() -> None:
    given = subject(NASTY)
    document = read(memo_docx(memo_context(given, Paper.LETTER), given.moment))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    shown = next(cell for cell in cells if ARABIC in cell)
    assert "& <w:p>" in shown
    assert "\x00" not in shown
    runs = [
        run
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if ARABIC.split(maxsplit=1)[0] in run.text
    ]
    assert all(run.font.rtl for run in runs)


def test_an_empty_assessment_still_makes_a_memo() -> None:
    given = subject({})
    assert headings(memo_docx(memo_context(given, Paper.LETTER), given.moment), 1)


def test_a_revision_is_written_under_its_number(printed: Printed, tmp_path: Path) -> None:
    given = order_of(printed.sitting, "memo", revision=2).subject
    path = write_word(given, "Example, revision 2", tmp_path)
    assert path.name == "Example, revision 2 - Classification memo.docx"
    assert "REVISION 2" in [p.text for p in read(path.read_bytes()).paragraphs]


def test_a_folder_that_cannot_be_made_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DiskFailed, match="choose another folder"):
        write_word(subject(DELIVERY), "Example", tmp_path / "file" / "in")
