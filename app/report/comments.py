"""What counsel wrote into a document: notes, highlights and free text, each with the place it marks.

A comment is foreign text in a foreign file: it is read as plain words, cut where it is endless,
and counted where it is too many. Nothing in the file is followed or run.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.report.marks import Anchors, anchors_on, sections_of
from app.report.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf
    import pypdfium2

MOST = 2000
"""Comments that are read from one file; the rest is counted."""
LONGEST = 4000
_MOST_LOOKED_AT = 20_000
_MOST_QUADS = 200
_KINDS = {
    "/Text": "Note",
    "/FreeText": "Text on the page",
    "/Highlight": "Highlight",
    "/Underline": "Underlined",
    "/Squiggly": "Underlined",
    "/StrikeOut": "Struck out",
    "/Caret": "Insertion",
    "/Square": "Box",
    "/Circle": "Circle",
    "/Ink": "Drawing",
    "/Line": "Line",
    "/Polygon": "Drawing",
    "/PolyLine": "Drawing",
    "/Stamp": "Stamp",
}
_DATE = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: who wrote what on which page, the words it marks, and what stands at its place.

    ``section`` and ``reference`` are as printed: ``7``, ``B``; ``F-07``, ``7.3``; each may be empty.
    """

    key: str
    kind: str
    page: int
    author: str
    day: str
    text: str
    marked: str = ""
    section: str = ""
    reference: str = ""
    replies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a file in reading order; ``left_out`` counts those beyond the limit."""

    title: str
    found: tuple[Comment, ...]
    left_out: int = 0


def read_comments(raw: bytes) -> Comments:
    """Every comment in a PDF.

    Raises:
        NotReadableError: it is no PDF, or damaged, or locked.
    """
    import pypdfium2  # noqa: PLC0415  # 0.1 s, which only whoever opens a PDF should wait

    again = ". Save it without one and drop it again"
    with opened(raw, locked=again, what="its comments") as file:
        document = pypdfium2.PdfDocument(raw)
        try:
            return _read(file, document)
        finally:
            document.close()


def _read(file: pikepdf.Pdf, document: pypdfium2.PdfDocument) -> Comments:
    sections, found, looked_at = sections_of(file), list[Comment](), 0
    left_out = 0
    for number, page in enumerate(file.pages):
        annotations = _annotations(page)
        comments = [each for each in annotations if _is_comment(each)]
        looked_at += len(annotations)
        room = max(0, MOST - len(found)) if looked_at <= _MOST_LOOKED_AT else 0
        heads = [each for each in comments if not _replied_to(each)]
        left_out += max(0, len(heads) - room)
        if heads and room:
            replies = _replies(comments)
            found += _on_page(number, heads[:room], replies, document, sections)
    return Comments(_plain(file.docinfo.get("/Title", "")), tuple(found), left_out)


def _annotations(page: pikepdf.Page) -> list[Any]:
    import pikepdf  # noqa: PLC0415  # see above

    listed = page.obj.get("/Annots")
    if not isinstance(listed, pikepdf.Array):
        return []
    found = (listed[n] for n in range(min(len(listed), _MOST_LOOKED_AT)))
    return [each for each in found if isinstance(each, pikepdf.Dictionary)]


def _is_comment(annotation: Any) -> bool:  # noqa: ANN401  # pikepdf's objects
    kind = str(annotation.get("/Subtype", ""))
    has_words = bool(_plain(annotation.get("/Contents", "")).strip())
    return kind in _KINDS and (has_words or "/QuadPoints" in annotation or kind == "/Stamp")


def _replied_to(annotation: Any) -> Any:  # noqa: ANN401  # pikepdf's objects
    """What an annotation replies to; a group of marks is no reply."""
    if str(annotation.get("/RT", "/R")) == "/Group":
        return None
    return annotation.get("/IRT")


def _identity(annotation: Any) -> object:  # noqa: ANN401  # pikepdf's objects
    return annotation.objgen if annotation.is_indirect else id(annotation)


def _replies(comments: list[Any]) -> dict[object, list[str]]:
    """The words of replies by the comment that began, through replies to replies, never round."""
    parents = {_identity(each): _replied_to(each) for each in comments}
    found: dict[object, list[str]] = {}
    for each in comments:
        head, seen = _replied_to(each), {_identity(each)}
        while head is not None and parents.get(_identity(head)) is not None:
            if _identity(head) in seen:
                break
            seen.add(_identity(head))
            head = parents[_identity(head)]
        if head is not None:
            said = ": ".join(part for part in (_text(each, "/T"), _text(each, "/Contents")) if part)
            found.setdefault(_identity(head), []).append(said)
    return found


def _on_page(
    number: int,
    heads: list[Any],
    replies: dict[object, list[str]],
    document: pypdfium2.PdfDocument,
    sections: Anchors,
) -> Iterator[Comment]:
    page = document[number]
    text = page.get_textpage()
    try:
        anchors = anchors_on(text, number)
        placed = [(_top(each), each) for each in heads]
        for top, each in sorted(placed, key=lambda pair: -pair[0]):
            section, started = sections.before(number, top)
            reference, at = anchors.before(number, top)
            fresh = reference if at >= started else ""
            answers = tuple(replies.get(_identity(each), ()))
            yield _comment(number, each, _marked(each, text), (section, fresh), answers)
    finally:
        text.close()
        page.close()


def _comment(
    number: int,
    each: Any,  # noqa: ANN401  # pikepdf's objects
    marked: str,
    place: tuple[str, str],
    replies: tuple[str, ...],
) -> Comment:
    author, text = _text(each, "/T"), _text(each, "/Contents")
    kind = _KINDS[str(each.Subtype)]
    named = _text(each, "/NM") or "|".join((str(number), kind, author, text, marked))
    return Comment(
        key=named,
        kind=kind,
        page=number + 1,
        author=author,
        day=_day(each),
        text=text,
        marked=marked,
        section=place[0],
        reference=place[1],
        replies=replies,
    )


def _day(each: Any) -> str:  # noqa: ANN401  # pikepdf's objects
    found = _DATE.match(_text(each, "/M") or _text(each, "/CreationDate"))
    return "-".join(part for part in found.groups() if part) if found else ""


def _text(each: Any, name: str) -> str:  # noqa: ANN401  # pikepdf's objects
    return _plain(each.get(name, ""))


def _plain(value: Any) -> str:  # noqa: ANN401  # whatever stands in a foreign file
    """Words without controls, at most so many."""
    import pikepdf  # noqa: PLC0415  # see above

    if not isinstance(value, (str, pikepdf.String)):
        return ""
    words = str(value)[: LONGEST + 1].replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in words if c == "\n" or unicodedata.category(c) not in _UNSEEN)
    return f"{kept[:LONGEST]} …" if len(words) > LONGEST else kept.strip()


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls, and signs that turn the direction of what follows."""


def _numbers(value: Any) -> list[float]:  # noqa: ANN401  # whatever stands in a foreign file
    try:
        found = [float(value[n]) for n in range(min(len(value), 8 * _MOST_QUADS))]
    except (TypeError, ValueError, OverflowError):
        return []
    return found if all(abs(each) < 1e6 for each in found) else []  # noqa: PLR2004  # no page is so large


def _top(each: Any) -> float:  # noqa: ANN401  # pikepdf's objects
    """The height at which an annotation begins: of what it marks, else of its box."""
    quads, box = _numbers(each.get("/QuadPoints", [])), _numbers(each.get("/Rect", []))
    return max(quads[1::2] or box[1::2] or [0.0])


def _marked(each: Any, text: pypdfium2.PdfTextPage) -> str:  # noqa: ANN401  # pikepdf's objects
    """The words under the marks of a highlight, line by line."""
    quads = _numbers(each.get("/QuadPoints", []))
    lines = []
    for at in range(0, len(quads) - 7, 8):
        xs, ys = quads[at : at + 8 : 2], quads[at + 1 : at + 8 : 2]
        inset = (max(ys) - min(ys)) * 0.2  # lines stand close: a mark reaches into its neighbours
        words = text.get_text_bounded(min(xs), min(ys) + inset, max(xs), max(ys) - inset)
        lines.append(" ".join(words.split()))
    return _plain(" ".join(line for line in lines if line))
