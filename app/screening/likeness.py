"""How like two words are, and by what: the same, a spelling, a sound, an initial, a slip.

A slip of the pen seldom makes a word that somebody else bears. So a word that is
itself known counts for less where it would have to be a slip for another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import combinations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.screening.forms import spelling

LEAST = 0.4
"""Words less alike than this are not the same word at all."""

INITIAL, LISTED_INITIAL = 0.8, 0.5
_SPELLED, _SOUNDED, _VOWELLESS = 0.97, 0.9, 0.85
_ONE_STEP, _TWO_STEPS, _TWO_IN_SHORT = 1.1, 1.04, 1.15
_SHORTEST_SLIP, _TWO_SLIPS, _LONG_WORD, _MOST_SLIPS = 3, 5, 7, 2
_PREFIX = 7
_SOUND, _SKELETON = 4, 3
_LONG_NUMBER = 5


class Why(Enum):
    """By what two words are alike."""

    SAME = "the same"
    SPELLING = "a spelling of the same word"
    SOUND = "sounds the same"
    VOWELS = "the same but for vowels, which its script does not write"
    INITIAL = "an initial"
    SLIP = "differs by a letter or two"
    JOINED = "written in one or apart"
    ACRONYM = "initials of the name"


@dataclass(frozen=True, slots=True)
class Likeness:
    """From 0 to 1, and why."""

    value: float
    why: Why
    slips: int = 0


UNLIKE = Likeness(0.0, Why.SAME)
SAME = Likeness(1.0, Why.SAME)


@lru_cache(maxsize=1 << 15)
def likeness(asked: str, listed: str) -> Likeness:
    """How like a word that is asked about is to a listed one."""
    if asked == listed:
        return SAME
    if spelling(asked) == spelling(listed):
        return Likeness(_SPELLED, Why.SPELLING)
    if len(asked) == 1 or len(listed) == 1:
        return _by_initial(asked, listed)
    return max(_by_sound(asked, listed), _by_slip(asked, listed), key=lambda each: each.value)


def _by_initial(asked: str, listed: str) -> Likeness:
    if asked[0] != listed[0] or not (asked.isalpha() and listed.isalpha()):
        return UNLIKE
    # Whoever asks with an initial knows no more; a listed initial could be anybody's.
    return Likeness(INITIAL if len(asked) == 1 else LISTED_INITIAL, Why.INITIAL)


def judged(asked: str, listed: str, doubt: float) -> Likeness:
    """The likeness of two words; ``doubt`` is what a slip is worth in the one asked about."""
    alike = likeness(asked, listed)
    return _doubted(alike, doubt) if alike.why is Why.SLIP else alike


def _doubted(alike: Likeness, doubt: float) -> Likeness:
    value: float = alike.value * doubt**alike.slips
    return Likeness(value, Why.SLIP, alike.slips) if value >= LEAST else UNLIKE


def _by_sound(asked: str, listed: str) -> Likeness:
    if len(sound(asked)) >= _SOUND and sound(asked) == sound(listed):
        return Likeness(_SOUNDED, Why.SOUND)
    # A listed word of three consonants is an acronym sooner than a name without vowels.
    if not is_vowelless(asked) and not (is_vowelless(listed) and len(listed) > _SKELETON):
        return UNLIKE
    bones = skeleton(asked)
    if len(bones) >= _SKELETON and bones == skeleton(listed):
        return Likeness(_VOWELLESS, Why.VOWELS)
    return UNLIKE


def _by_slip(asked: str, listed: str) -> Likeness:
    allowed = _allowed(asked, listed)
    if not allowed:
        return UNLIKE
    return _slipped(asked, listed, OSA.distance(asked, listed, score_cutoff=allowed))


def _allowed(asked: str, listed: str) -> int:
    if asked.isdigit() or listed.isdigit():
        return 1 if min(len(asked), len(listed)) >= _LONG_NUMBER - 1 else 0
    shorter, longer = sorted((len(asked), len(listed)))
    if longer < _SHORTEST_SLIP:
        return 0
    return _MOST_SLIPS if longer >= _TWO_SLIPS and shorter >= _TWO_SLIPS - 1 else 1


def _slipped(asked: str, listed: str, slips: int) -> Likeness:
    longest = max(len(asked), len(listed))
    value = 1 - _step(slips, longest) * slips / longest
    if slips > _allowed(asked, listed) or value < LEAST:
        return UNLIKE
    return Likeness(value, Why.SLIP, slips)


def _step(slips: int, longest: int) -> float:
    """How dear a slip is: two in a short word leave little of it, two in a long one much."""
    if slips < _MOST_SLIPS:
        return _ONE_STEP
    return _TWO_STEPS if longest >= _LONG_WORD else _TWO_IN_SHORT


_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"([a-z])\1+", r"\1"),
        ("dzh|dj", "j"),
        ("shch|sch|tch", "s"),
        ("kh|gh(?=[aeiou])|q", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("dh", "d"),
        ("sh|zh|ch|x(?=[aeiou])", "s"),
        ("tz|ts", "z"),
        ("c(?=[eiy])", "s"),
        ("ck|c", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("ey|ei|ay|ai|ae|ie|ee|ii|iy|y|j(?![aeiou])", "i"),
        ("ou|oo|ue|oe|au|ow", "u"),
        ("o", "u"),
        ("e", "i"),
        ("j", "y"),
        (r"([a-z])\1+", r"\1"),
        (r"(?<=.)h(?![aeiouy])", ""),
    )
)
_VOWELS = re.compile("[aeiouy]+")


@lru_cache(maxsize=1 << 15)
def sound(word: str) -> str:
    """What romanisations of the same name have in common."""
    if not word.isalpha():
        return ""
    for pattern, with_what in _SOUNDS:
        word = pattern.sub(with_what, word)
    return word


def skeleton(word: str) -> str:
    """The consonants of a word, but for h, which some scripts write and others drop."""
    return _VOWELS.sub("", sound(word)).replace("h", "")


def is_vowelless(word: str) -> bool:
    """Whether a word has no vowels, as of a script that does not write them."""
    return word.isalpha() and not _VOWELS.search(word)


def slipped(asked: str, listed: list[str], doubt: float) -> dict[str, Likeness]:
    """The listed words that the one asked about may be but for slips, all judged at once.

    Only for words that are alike by nothing else; ``judged`` says the same of each.
    """
    near = process.extract(
        asked,
        listed,
        scorer=OSA.distance,
        processor=None,
        limit=None,
        score_cutoff=_MOST_SLIPS if len(asked) >= _TWO_SLIPS - 1 else 1,
    )
    found = {word: _doubted(_slipped(asked, word, slips), doubt) for word, slips, _ in near}
    return {word: alike for word, alike in found.items() if alike.value}


def nearly(asked: str, listed: str) -> bool:
    """Whether words differ by so little that a slip is likelier than another word."""
    most = max(len(asked), len(listed)) // 2
    same = asked.isalpha() and listed.isalpha()
    return same and OSA.distance(asked, listed, score_cutoff=_MOST_SLIPS) <= min(most, _MOST_SLIPS)


def gaps(word: str) -> set[str]:
    """The beginnings of a word with as many letters left out as may be wrong."""
    head = word[:_PREFIX]
    deep = _MOST_SLIPS if len(word) >= _TWO_SLIPS else 1
    found = {head}
    for count in range(1, deep + 1):
        found |= {"".join(kept) for kept in combinations(head, max(len(head) - count, 1))}
    return found
