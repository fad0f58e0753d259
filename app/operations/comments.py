"""Counsel's way back: comments out of a marked document, kept, answered, closed, and printed again.

A comment is kept as a note with the words that were printed at its place, so that it can be read
when facts have other numbers. Who wrote it is what the file states.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.operations.marked import MarkedDocument, read_marked
from app.operations.threads import KIND, Thread, threads_of
from app.store.errors import NotFound, Refused
from app.store.values import Note

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.sitting import Sitting
    from app.report.comments import Comment
    from app.store.codec import Json


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read out of a file: new comments, those known already, and what to mind."""

    new: int
    known: int
    remarks: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The outcome in a sentence."""
        if not (self.new or self.known):
            return "This document carries no comments."
        said = "1 comment taken" if self.new == 1 else f"{self.new} comments taken"
        return f"{said}, {self.known} known already" if self.known else said


def take(sitting: Sitting, path: Path) -> Taken:
    """Read the comments of a marked memo or plan and keep those that are new.

    Raises:
        UnreadableFile: it is no document of ours, is damaged, locked or too large.
        Refused: it is about another assessment, or the library cannot be written.
    """
    marked = read_marked(path, sitting.questionnaire, sitting.clock(), sitting.program)
    return keep(sitting, path.name, marked)


def keep(sitting: Sitting, file: str, marked: MarkedDocument) -> Taken:
    """Keep the new comments of a marked document that was read.

    Raises:
        Refused: it is about another assessment, or the library cannot be written.
    """
    if marked.assessment != sitting.id:
        name = marked.name[:80]
        raise Refused(f"{file} is about another assessment, “{name}”; open that one first")
    if sitting.read_only:
        raise Refused(sitting.read_only)
    known = {thread.key for thread in threads(sitting)}
    found = {key: each for each in marked.comments if (key := _key(each)) not in known}
    with sitting.library.together():
        for key, each in found.items():
            _put(sitting, key, _told(marked, each))
        if found:
            told = {"file": file, "comments": len(found)}
            library = sitting.library
            library.log.add(sitting.id, sitting.clock(), sitting.who, "comments taken", told)
    kept = len({_key(each) for each in marked.comments}) - len(found)
    return Taken(len(found), kept, marked.remarks)


def _key(comment: Comment) -> str:
    """A key that the same comment has in every copy of the file; an edited one is another."""
    told = "|".join((comment.key, comment.text, *comment.replies))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:20]


def _told(marked: MarkedDocument, each: Comment) -> dict[str, Json]:
    place = marked.place(each)
    return {
        "document": marked.kind,
        "revision": marked.revision,
        "page": each.page,
        "place": place.words,
        "section": place.section,
        "address": place.address,
        "author": each.author,
        "day": each.day,
        "kind": each.kind,
        "comment": each.text,
        "marked": each.marked,
        "replies": list(each.replies),
        "answer": "",
        "closed": "",
    }


def _put(sitting: Sitting, key: str, data: dict[str, Json]) -> None:
    sitting.library.notes.put(sitting.id, Note(KIND, key, data, sitting.who, sitting.clock()))


def threads(sitting: Sitting) -> tuple[Thread, ...]:
    """Every comment of an assessment as it stands, open ones first, each in reading order."""
    found = threads_of(sitting.library.notes.read(sitting.id))
    return tuple(sorted(found, key=lambda each: bool(each.closed)))


def answer(sitting: Sitting, key: str, words: str) -> Thread:
    """Answer a comment, or answer it anew.

    Raises:
        NotFound: there is no such comment.
    """
    return _changed(sitting, key, answer=words.strip())


def close(sitting: Sitting, key: str) -> Thread:
    """Close a comment that has an answer.

    Raises:
        Refused: it has no answer yet.
    """
    if not _known(sitting, key).answer:
        raise Refused("answer the comment before you close it")
    return _changed(sitting, key, closed=sitting.clock().date().isoformat())


def reopen(sitting: Sitting, key: str) -> Thread:
    """Open a closed comment again."""
    return _changed(sitting, key, closed="")


def _known(sitting: Sitting, key: str) -> Thread:
    found = next((each for each in threads(sitting) if each.key == key), None)
    if found is None:
        raise NotFound("this comment is not in the library")
    return found


def _changed(sitting: Sitting, key: str, **to: str) -> Thread:
    thread = replace(_known(sitting, key), **to)  # type: ignore[arg-type]  # texts alone change
    data: dict[str, Json] = {
        name: getattr(thread, name) for name in Thread.__slots__ if name != "key"
    }
    data["replies"] = list(thread.replies)
    _put(sitting, key, data)
    return thread
