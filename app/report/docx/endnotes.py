"""Endnotes of a Word file: the authorities that the PDF sets in its margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from markupsafe import escape

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_LINES = (
    '<w:endnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:endnote>'
    '<w:endnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:endnote>"
)
_RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:endnoteRef/></w:r>'
_FIRST = 2


class Endnotes:
    """The notes so far, in the order in which the text refers to them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._texts: list[str] = []

    def add(self, text: str) -> BaseOxmlElement:
        """Keep a note; the mark that refers to it."""
        mark = OxmlElement("w:endnoteReference")
        mark.set(qn("w:id"), str(_FIRST + len(self._texts)))
        self._texts.append(text)
        return mark

    def put_into(self, document: Document) -> None:
        """Give the file its part of notes, if there are any."""
        if not self._texts:
            return
        package = document.part.package
        part = Part(PackURI("/word/endnotes.xml"), _KIND, self._xml(), package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)

    def _xml(self) -> bytes:
        notes = "".join(
            f'<w:endnote w:id="{number}"><w:p>{_RAISED}<w:r><w:t xml:space="preserve"> '
            f"{escape(text)}</w:t></w:r></w:p></w:endnote>"
            for number, text in enumerate(self._texts, _FIRST)
        )
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        return f"{head}<w:endnotes {nsdecls('w')}>{_LINES}{notes}</w:endnotes>".encode()
