"""A name as it is compared: plain letters, its words, and which of them say little.

What is lost on the way is written nowhere: the name as typed stays with its owner.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from app.screening import forms

LONGEST = 1_000
"""Letters that are looked at; no party bears a name that long."""

_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = re.compile("['\u2019\u2018\u02bc\u02b9\u02bb`\u00b4]")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}[a-z]?\b")
# One sound, two letters: the library writes each letter, lists write the sound.
_SOUNDS = {"μπ": "b", "ντ": "d", "γκ": "g", "τζ": "j", "τσ": "ch", "τς": "ch", "χ": "kh", "ου": "u", "ού": "u"}  # fmt: skip  # noqa: RUF001 (Greek is meant)
_PAIRS = re.compile("|".join(_SOUNDS), re.IGNORECASE)
_INITIALS = 3
_MARK = "."


@dataclass(frozen=True, slots=True)
class Folded:
    """A name in words; ``core`` are those that tell it from others, in order."""

    words: tuple[str, ...]
    core: tuple[str, ...]

    @property
    def acronyms(self) -> frozenset[str]:
        """The initials of the whole name and of its core, with small words and without."""
        large = [[w for w in each if w not in forms.STOP_WORDS] for each in (self.words, self.core)]
        initials = ("".join(word[0] for word in each) for each in (self.words, self.core, *large))
        return frozenset(each for each in initials if len(each) >= _INITIALS)

    @property
    def squashed(self) -> str:
        """The core without spaces."""
        return "".join(self.core)


@lru_cache(maxsize=4096)
def fold(name: str) -> Folded:
    """The name without case, accents, script, punctuation; legal forms apart."""
    words = words_of(name)
    legal = forms.legal_places(words)
    core = tuple(word for place, word in enumerate(words) if place not in legal) or words
    return Folded(words, core)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in plain small letters."""
    plain = latin(text[:LONGEST])
    found = _WORD.findall(_DOTTED.sub(_without_dots, plain))
    return tuple(part for word in forms.together(found) for part in forms.apart(word))


def latin(text: str) -> str:
    """Any script in small Latin letters; words of trade in Chinese are translated."""
    composed = unicodedata.normalize("NFKC", text)
    if composed.isascii():
        return _APOSTROPHES.sub("", composed).lower()
    composed = _PAIRS.sub(_one_sound, composed)
    apart = forms.HAN_WORDS.sub(lambda found: f" {forms.HAN[found.group()]} ", composed)
    return _APOSTROPHES.sub("", anyascii(_APOSTROPHES.sub("", apart))).lower()


def _one_sound(found: re.Match[str]) -> str:
    return _SOUNDS[found.group().lower()]


def _without_dots(found: re.Match[str]) -> str:
    return found.group().replace(".", "")


def packed(folded: Folded) -> str:
    """A folded name as a text: words that are no part of the core bear a mark."""
    if folded.core == folded.words:
        return " ".join(folded.words)
    legal = forms.legal_places(folded.words)
    marked = (_MARK + word if at in legal else word for at, word in enumerate(folded.words))
    return " ".join(marked)


def unpacked(text: str) -> Folded:
    """The folded name that was packed; folding it anew takes twenty times as long."""
    words = text.split(" ") if text else []
    if _MARK not in text:
        return Folded(tuple(words), tuple(words))
    core = tuple(word for word in words if word[0] != _MARK)
    return Folded(tuple([word.removeprefix(_MARK) for word in words]), core)
