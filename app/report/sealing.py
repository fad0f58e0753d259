"""The digests of a file's pages: the words that a reader finds in them, and what draws them.

Annotations are no part of either, so a copy with comments has the same digests.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from app.report.seal import Seal, digest, words_digest

if TYPE_CHECKING:
    from collections.abc import Iterator


def seal_of(file: pikepdf.Pdf, raw: bytes, attachment: bytes) -> Seal:
    """The seal of an open file whose bytes are ``raw``."""
    return Seal(digest(attachment), words_digest(page_words(raw)), drawing_digest(file))


def page_words(raw: bytes) -> tuple[str, ...]:
    """The words of each page.

    Raises:
        pypdfium2.PdfiumError: the file cannot be read.
    """
    document = pypdfium2.PdfDocument(raw)
    try:
        return tuple(_words(document, number) for number in range(len(document)))
    finally:
        document.close()


def _words(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    try:
        return str(text.get_text_bounded())
    finally:
        text.close()
        page.close()


def drawing_digest(file: pikepdf.Pdf) -> str:
    """The digest of what draws the pages: their size, their operators, and what these name."""
    hashed = hashlib.sha256()
    for page in file.pages:
        for part in _drawn(page):
            hashed.update(len(part).to_bytes(8, "big"))
            hashed.update(part)
    return hashed.hexdigest()


def _drawn(page: pikepdf.Page) -> Iterator[bytes]:
    yield " ".join(str(side) for side in page.mediabox).encode()
    contents = page.obj.get("/Contents")
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    for part in parts:
        if isinstance(part, pikepdf.Stream):
            yield b" ".join(part.read_bytes().split())
    forms = page.obj.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
    for name in sorted(forms.keys()):
        if isinstance(forms[name], pikepdf.Stream):
            yield b" ".join(forms[name].read_bytes().split())
