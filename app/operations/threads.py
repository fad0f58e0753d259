"""Comments of counsel as they stand among the notes of an assessment, and as documents print them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.report.subject import CommentLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.store.values import Note

KIND = "comment"


@dataclass(frozen=True, slots=True)
class Thread:
    """One comment of counsel: what was said where, what was answered, and whether it is closed.

    ``place`` is how the marked document named its place; ``section`` and ``address`` are where
    that stands in the questionnaire, empty where the place is none of a question.
    """

    key: str
    document: str
    revision: int | None
    page: int
    place: str
    section: str
    address: str
    author: str
    day: str
    kind: str
    comment: str
    marked: str = ""
    replies: tuple[str, ...] = ()
    answer: str = ""
    closed: str = ""


def threads_of(notes: Iterable[Note]) -> tuple[Thread, ...]:
    """The latest word on each comment, in the order in which the comments came."""
    latest = {note.key: note.data for note in notes if note.kind == KIND}
    return tuple(_thread(key, data) for key, data in latest.items() if isinstance(data, dict))


def _thread(key: str, data: dict[str, Any]) -> Thread:
    words = ("document", "place", "section", "address", "author", "day", "kind", "comment")
    more = ("marked", "answer", "closed")
    number, page = data.get("revision"), data.get("page")
    return Thread(
        key=key,
        revision=number if isinstance(number, int) else None,
        page=page if isinstance(page, int) else 0,
        replies=tuple(map(str, data.get("replies") or ())),
        **{name: str(data.get(name) or "") for name in (*words, *more)},
    )


def comment_lines(notes: Iterable[Note]) -> tuple[CommentLine, ...]:
    """The comment grid of the next document: what was said where, what was answered, and when."""
    return tuple(_lines(notes))


def _lines(notes: Iterable[Note]) -> Iterator[CommentLine]:
    for number, each in enumerate(threads_of(notes), 1):
        of = f"Revision {each.revision}" if each.revision else "Draft"
        by = ", ".join(part for part in (each.author or "Not named", each.day) if part)
        said = each.comment or f"{each.kind} without words"
        marked = f"On “{each.marked}”: " if each.marked else ""
        replies = "".join(f"\n{reply}" for reply in each.replies)
        place = f"{each.place}\n{of}, page {each.page}"
        yield CommentLine(number, place, by, f"{marked}{said}{replies}", each.answer, each.closed)
