"""A Word file under way: paragraphs, tables and endnotes, and the bytes they end as.

Only this package knows python-docx. Endnotes, which it does not make, are a part of our own.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from app.report.characters import directed
from app.report.docx.endnotes import Endnotes

if TYPE_CHECKING:
    import datetime as dt

    from docx.document import Document as DocumentObject
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    from app.report.numbering import Numbers

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_SMALL, _USUAL = Pt(8), Pt(10)


class Paper:
    """What is written so far; numbers are handed out as in the PDF."""

    def __init__(self, numbers: Numbers) -> None:
        """Begin with an empty file."""
        self.numbers = numbers
        self._document: DocumentObject = Document()
        self._notes = Endnotes()
        self._document.styles["Normal"].font.size = _USUAL
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT

    def title(self, title: str, author: str, sub: str, moment: dt.datetime) -> None:
        """The title, and what the file says of itself."""
        told = self._document.core_properties
        told.title, told.author, told.subject = (clean(t)[:250] for t in (title, author, sub))
        told.last_modified_by, told.comments, told.language = "", "", "en"
        told.created = told.modified = moment.replace(microsecond=0)
        self._put(self._document.add_paragraph(style="Title"), title)
        self.text(sub, "italic")

    def running(self, head: str, foot: str) -> None:
        """The lines at head and foot of every page."""
        section = self._document.sections[0]
        for part, words in ((section.header, head), (section.footer, foot)):
            self._put(part.paragraphs[0], words, "small")

    def heading(self, words: str, level: int, *, new_page: bool = False) -> None:
        """A heading of Word's own, so that outline and contents know it."""
        paragraph = self._document.add_heading(level=level)
        paragraph.paragraph_format.page_break_before = new_page
        self._put(paragraph, words)

    def text(self, words: str, look: str = "", *, style: str = "Normal", note: str = "") -> None:
        """A paragraph, bold, italic or small; a note becomes an endnote at its end."""
        paragraph = self._document.add_paragraph(style=style)
        self._put(paragraph, words, look)
        if note:
            paragraph.add_run()._r.append(self._notes.add(clean(note)))  # noqa: SLF001  # python-docx has no other way

    def table(self, rows: int, widths: tuple[float, ...]) -> Table:
        """An empty table with columns of these widths in per cent of the page."""
        table = self._document.add_table(rows, len(widths), style="Table Grid")
        table.autofit = False
        whole = self._width()
        for column, width in zip(table.columns, widths, strict=True):
            column.width = int(whole * width / 100)
        return table  # type: ignore[no-any-return]  # python-docx says no more of it

    def _width(self) -> int:
        section = self._document.sections[0]
        sides = (section.page_width, section.left_margin, section.right_margin)
        page, left, right = (side or 0 for side in sides)
        return int(page - left - right)

    def fill(self, paragraph: Paragraph, words: str, *, bold: bool = False) -> None:
        """Words in a cell."""
        self._put(paragraph, words, "bold small" if bold else "small")

    def _put(self, paragraph: Paragraph, words: str, look: str = "") -> None:
        for piece, script in directed(clean(words)):
            run = paragraph.add_run(piece)
            run.bold, run.italic = "bold" in look or None, "italic" in look or None
            if "small" in look:
                run.font.size = _SMALL
            if script:
                run.font.rtl = True

    def bytes(self, moment: dt.datetime) -> bytes:
        """The finished file, the same bytes for the same content."""
        self._notes.put_into(self._document)
        raw = BytesIO()
        self._document.save(raw)
        return _packed(raw, max(_EARLIEST, moment.timetuple()[:6]))


def clean(words: str) -> str:
    """A text as XML can hold it."""
    return _NOT_XML.sub("\ufffd", words)


def head_row(table: Table, row: int) -> None:
    """Let a row be repeated at the head of every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[row]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001  # python-docx has no other way


def whole_rows(table: Table) -> None:
    """Let no row break across pages."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  # the same


def _packed(raw: BytesIO, moment: tuple[int, ...]) -> bytes:
    """The same archive with one date on every part: the library takes the clock's."""
    out = BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, moment)  # type: ignore[arg-type]  # six numbers
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
