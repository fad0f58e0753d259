"""A document read for its seal: what it says of itself, and the digests of its pages as they are now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.report.opening import opened
from app.report.seal import Seal, read_seal, words_digest

if TYPE_CHECKING:
    import pikepdf

_OURS = frozenset({"/Link", "/Widget", "/Popup"})


@dataclass(frozen=True, slots=True)
class SealedFile:
    """The seal, if there is one; the words of each page; what was put on the pages later."""

    title: str
    seal: Seal | None
    words: tuple[str, ...]
    words_digest: str
    drawing_digest: str
    annotations: int
    forms: bool


def read_sealed(raw: bytes) -> SealedFile:
    """A PDF with what is needed to compare it with its seal.

    Raises:
        NotReadableError: it is no PDF, or damaged, or locked.
    """
    with opened(raw, locked="; verify the file itself") as file:
        return _read(file, raw)


def _read(file: pikepdf.Pdf, raw: bytes) -> SealedFile:
    from app.report.sealing import drawing_digest, page_words  # noqa: PLC0415  # see above

    words = page_words(raw)
    metadata = file.Root.get("/Metadata")
    return SealedFile(
        title=str(file.docinfo.get("/Title", "")),
        seal=read_seal(metadata.read_bytes()) if metadata is not None else None,
        words=words,
        words_digest=words_digest(words),
        drawing_digest=drawing_digest(file),
        annotations=sum(_put_on_later(page) for page in file.pages),
        forms="/AcroForm" in file.Root,
    )


def _put_on_later(page: Any) -> int:  # noqa: ANN401  # pikepdf's objects
    import pikepdf  # noqa: PLC0415  # see above

    listed = page.obj.get("/Annots", [])
    if not isinstance(listed, pikepdf.Array):
        return 0
    found = [each for each in listed if isinstance(each, pikepdf.Dictionary)]
    return sum(str(each.get("/Subtype", "")) not in _OURS for each in found)
