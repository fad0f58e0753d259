"""Comments and redlines as values that the window shows: words decided, signs before colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.report.redline.words import changed_words
from app.ui.kit.dates import parse_date, show_date
from app.ui.views.words import capital, count_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.operations.threads import Thread
    from app.report.redline import Redline

Pieces = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ThreadView:
    """One comment: where, by whom, what it marks and says, and how far it is."""

    key: str
    place: str
    by: str
    marked: str
    words: str
    answer: str
    state: str
    closed: bool
    address: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change: in a word, of what, with both texts in pieces, and its cause."""

    change: str
    what: str
    pieces: Pieces
    cause: str = ""


@dataclass(frozen=True, slots=True)
class RedlineView:
    """Two states compared: a sentence, and four parts that are never mixed."""

    words: str
    remarks: tuple[str, ...]
    parts: tuple[tuple[str, tuple[ChangeView, ...]], ...]


def thread_view(each: Thread) -> ThreadView:
    """A comment as its card shows it."""
    of = f"revision {each.revision}" if each.revision else "the draft"
    day = parse_date(each.day)[0] if each.day else None
    by = ", ".join(
        part for part in (each.author or "Nobody named", show_date(day) if day else "") if part
    )
    said = "\n".join((each.comment or f"{each.kind} without words", *each.replies))
    state = f"Closed {each.closed}" if each.closed else "Answered" if each.answer else "Open"
    return ThreadView(
        key=each.key,
        place=each.place,
        by=f"{by}, in {of}, page {each.page}",
        marked=each.marked,
        words=said,
        answer=each.answer,
        state=state,
        closed=bool(each.closed),
        address=each.address,
    )


def comments_words(threads: Sequence[Thread]) -> str:
    """How many comments there are, and how many of them are open."""
    still = sum(not each.closed for each in threads)
    return f"{count_words(len(threads), 'comment', 'comments')}, {still or 'none'} open"


def redline_view(found: Redline) -> RedlineView:
    """Two states as the page shows them; a part without changes says so."""
    parts = (
        (
            "Facts",
            tuple(
                _valued(e.change.value, e.fact, e.subject, (e.before, e.after)) for e in found.facts
            ),
        ),
        (
            "Answers",
            tuple(
                _valued(e.change.value, e.question, e.subject, (e.before, e.after))
                for e in found.answers
            ),
        ),
        ("Conclusions", tuple(_conclusions(found))),
        (
            "Rules",
            tuple(
                _valued(e.change.value, e.title, e.kind, (e.before, e.after)) for e in found.rules
            ),
        ),
    )
    changed = [f"{title.lower()} {len(lines)}" for title, lines in parts if lines]
    words = f"Changed: {', '.join(changed)}." if changed else "Nothing changed."
    return RedlineView(words, found.remarks, parts)


def _valued(change: str, what: str, subject: str, sides: tuple[str, str]) -> ChangeView:
    about = f"{what} ({subject})" if subject else what
    return ChangeView(capital(change), capital(about), changed_words(*sides))


def _conclusions(found: Redline) -> Iterator[ChangeView]:
    for flip in found.conclusions:
        change = "Changed" if flip.before and flip.after else "Added" if flip.after else "Removed"
        sides = [
            f"{c.says} Confidence: {c.confidence}." if c else "" for c in (flip.before, flip.after)
        ]
        subject = f" ({flip.subject})" if flip.subject else ""
        why = "; ".join(flip.why[:3])
        cause = f"{capital(flip.cause.value)}{f': {why}' if why else ''}"
        yield ChangeView(change, f"{flip.title}{subject}", changed_words(*sides), cause)
