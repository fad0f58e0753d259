"""Two texts word by word: what is the same, what was taken out, what was put in."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from app.report.cells import Marked

if TYPE_CHECKING:
    from collections.abc import Iterator

SAME, OUT, IN = "same", "del", "ins"
_WORDS = re.compile(r"\S+\s*|\s+")
_MOST_WORDS = 600
_LONGEST = 600
_KEPT = 60  # characters of an unchanged stretch that are kept at each of its ends


def changed_words(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """The pieces of both texts in reading order; texts with little in common are not interleaved."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if not before or not after or len(old) + len(new) > _MOST_WORDS:
        return _whole(before, after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.5:  # noqa: PLR2004  # below it, the marks are harder to read than both texts
        return _whole(before, after)
    return tuple(_pieces(matcher, old, new))


def _whole(before: str, after: str) -> tuple[tuple[str, str], ...]:
    sides = ((OUT, before), (IN, after))
    pieces = tuple((mark, text) for mark, text in sides if text)
    return (pieces[0], (SAME, " "), pieces[1]) if len(pieces) == len(sides) else pieces


def _pieces(
    matcher: SequenceMatcher[str], old: list[str], new: list[str]
) -> Iterator[tuple[str, str]]:
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            yield SAME, "".join(old[i:j])
            continue
        if j > i:
            yield OUT, "".join(old[i:j])
        if j > i and m > k:
            yield SAME, " "
        if m > k:
            yield IN, "".join(new[k:m])


def marked(before: str, after: str) -> Marked:
    """A cell with both texts marked, its unchanged stretches and its endless pieces cut."""
    pieces = [(mark, _cut(mark, text)) for mark, text in changed_words(before, after)]
    return Marked(tuple((mark, text) for mark, text in pieces if text))


def _cut(mark: str, text: str) -> str:
    if mark == SAME and len(text) > 3 * _KEPT:
        return f"{text[:_KEPT]} … {text[-_KEPT:]}"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
