"""Finds in the laid-out boxes what an eye would catch: overfull and early broken lines, stranded headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.report.pdf import Sheets, lay_out
from app.report.templates import stylesheets, to_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.report.jobs import RenderJob

_SLACK = 0.7  # points


@dataclass(frozen=True)
class Problem:
    page: int
    kind: str
    text: str


def problems(job: RenderJob) -> list[Problem]:
    """What is wrong with the pages of a document."""
    html, _ = to_html(job)
    document = lay_out(Sheets(html, stylesheets(job), None, job.moment))
    return [
        Problem(number, kind, text)
        for number, page in enumerate(document.pages, 1)
        for kind, text in _of_page(page._page_box)
    ]


def _of_page(root: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  # WeasyPrint's boxes
    body = [box for box in root.children if type(box).__name__ != "MarginBox"]
    found = [pair for box in body for pair in _lines(box)]
    parents = {id(parent): parent for parent, _ in found}
    for key, parent in parents.items():
        yield from _of_parent(parent, [line for owner, line in found if id(owner) == key])
    if found:
        parent, line = max(found, key=lambda pair: pair[1].position_y)
        if parent.element_tag in ("h2", "h3", "caption"):
            yield "stranded", _text(line)


def _of_parent(parent: Any, lines: list[Any]) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    limit = parent.content_box_x() + parent.width
    for at, line in enumerate(lines):
        words, room = _text(line), limit - _right_edge(line)
        if room < -_SLACK and words.strip():
            yield "overfull", words[:70]
        following = _text(lines[at + 1]).split() if at + 1 < len(lines) else []
        if following and words.strip() and not _forced(line):
            needed = 4 + len(following[0]) * parent.style["font_size"] * 0.62
            if room > max(needed, 0.3 * parent.width):
                yield "broken early", f"{words[:50]} | {following[0]}"


def _lines(box: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    for child in getattr(box, "children", []):
        if type(child).__name__ == "LineBox":
            yield box, child
        else:
            yield from _lines(child)


def _text(box: Any) -> str:  # noqa: ANN401
    children = getattr(box, "children", None)
    return "".join(map(_text, children)) if children else getattr(box, "text", "")


def _forced(box: Any) -> bool:  # noqa: ANN401
    tag = getattr(box, "element_tag", "") or ""
    return tag.startswith("br") or any(map(_forced, getattr(box, "children", [])))


def _right_edge(box: Any) -> float:  # noqa: ANN401
    inside = [
        each
        for each in getattr(box, "children", None) or []
        if not getattr(each, "is_absolutely_positioned", lambda: False)()
    ]
    if inside:
        return max(map(_right_edge, inside))
    width = box.width if isinstance(box.width, int | float) else 0
    return float(box.position_x + width)
