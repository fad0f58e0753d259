"""All listed names, prepared so that one name is found among them in a few milliseconds.

Words lead to names; slips, sounds and spellings lead to words. The tables are flat
arrays that are stored as they lie in memory and read back without being built again.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Any

from app.screening.folding import fold, packed
from app.screening.forms import COMMON, FORM_WORDS, STOP_WORDS, spelling
from app.screening.likeness import gaps, is_vowelless, skeleton, sound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.screening.folding import Folded

    Progress = Callable[[int, int], None]

FORMAT = 3
"""Raised when the tables change their meaning; a stored index of another is built anew."""

_ID_BITS, _NEAR = 24, 64
_SHARPNESS = 1.5
LEAST_WEIGHT, _COMMONEST = 0.03, 0.22
_BORNE, _FREQUENT = 0.78, 0.6
_SHORT_WORDS = {1: 0.1, 2: 0.3, 3: 0.6}
_STEP = 2_000
_ARRAYS = ("owners", "totals", "weights", "starts", "postings", "ways", "runs", "letters")


@dataclass(frozen=True)
class Index:
    """The names of all lists; ``owners`` says whose each is, by its place among the parties."""

    names: tuple[str, ...]
    folded: tuple[str, ...]
    vocabulary: tuple[str, ...]
    owners: array[int]
    totals: array[float]
    weights: array[float]
    starts: array[int]
    postings: array[int]
    ways: array[int]
    runs: array[int]
    letters: array[int]

    @cached_property
    def words(self) -> dict[str, int]:
        """Each word's place in the vocabulary."""
        return {word: place for place, word in enumerate(self.vocabulary)}

    def weigh(self, word: str) -> float:
        """How telling a word is: 1 for one that nobody bears, near 0 for what many bear."""
        place = self.words.get(word)
        return self.weights[place] if place is not None else _weight_at_most(word, 1.0)

    def doubt(self, word: str) -> float:
        """What a slip in this word is worth: 1 where nobody bears it, 0 where many do."""
        place = self.words.get(word)
        if place is None:
            return 1.0
        # In a short word a slip easily makes another; there the rest of the name decides.
        return _BORNE if len(word) in _SHORT_WORDS or self.weights[place] >= _FREQUENT else 0.0

    def with_word(self, place: int) -> array[int]:
        """The names that have the word at ``place`` of the vocabulary."""
        return self.postings[self.starts[place] : self.starts[place + 1]]

    def reached(self, way: str) -> list[int]:
        """The words that a slip, a sound or a spelling leads to; some of them by chance."""
        return _after(self.ways, way)

    def run_together(self, text: str) -> list[int]:
        """The names of which two words, all words or the initials make ``text``."""
        return _after(self.runs, text)


def _after(table: array[int], key: str) -> list[int]:
    first = _mark(key) << _ID_BITS
    begin = bisect_left(table, first)
    last = first + (1 << _ID_BITS)
    near = min(begin + _NEAR, len(table))  # most keys have few entries, and those lie in reach
    end = bisect_left(table, last, begin, near)
    end = bisect_left(table, last, near) if end == near else end
    return [entry - first for entry in table[begin:end]]


def _mark(key: str) -> int:
    return zlib.crc32(key.encode())


def slips_of(word: str) -> set[str]:
    """Under what a word is entered, and sought, that may hold slips."""
    return {f"={gap}" for gap in gaps(word)}


def kin_of(word: str) -> set[str]:
    """Under what a word is sought with those of its spelling and its sound."""
    heard = sound(word)
    if not heard:
        return {f"~{spelling(word)}"}
    # Only where one of two words has no vowels do the consonants decide.
    bones = f"'{skeleton(word)}" if is_vowelless(word) else f'"{skeleton(word)}'
    return {f"~{spelling(word)}", f"@{heard}", bones}


def entries_of(word: str) -> set[str]:
    """Under what a word is entered, so that those that are like it find it."""
    found = slips_of(word) | {f"~{spelling(word)}"}
    if heard := sound(word):
        found |= {f"@{heard}", f"'{skeleton(word)}"}
        found |= {f'"{skeleton(word)}'} if is_vowelless(word) else set()
    return found


def letters_of(core: Iterable[str]) -> int:
    """With which letters the words begin, a bit for each."""
    bits = 0
    for word in core:
        bits |= 1 << (ord(word[0]) - ord("a")) if word[0].isalpha() else 0
    return bits


def build(names: Sequence[tuple[int, str]], progress: Progress | None = None) -> Index:
    """An index of names, each with the place of its party."""
    cores = []
    for done, (_, name) in enumerate(names):
        if progress and done % _STEP == 0:
            progress(done, len(names))
        cores.append(fold.__wrapped__(name))
    postings = _postings([each.core for each in cores])
    # Legal forms lead to no name, yet a misspelt one has to be known for what it is.
    vocabulary = tuple(sorted(postings))
    owners = array("I", [owner for owner, _ in names])
    weights = _weights(vocabulary, postings, owners)
    weight_of = dict(zip(vocabulary, weights, strict=True))
    return Index(
        names=tuple(name for _, name in names),
        folded=tuple(map(packed, cores)),
        vocabulary=vocabulary,
        owners=owners,
        totals=array("f", [sum(weight_of[w] for w in each.core) for each in cores]),
        weights=weights,
        starts=_starts([len(postings[word]) for word in vocabulary]),
        postings=array("I", [place for word in vocabulary for place in postings[word]]),
        ways=_table((way, at) for at, word in enumerate(vocabulary) for way in entries_of(word)),
        runs=_table((run, at) for at, each in enumerate(cores) for run in _runs(each)),
        letters=array("I", [letters_of(each.core) for each in cores]),
    )


def _postings(cores: Sequence[tuple[str, ...]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, core in enumerate(cores):
        for word in dict.fromkeys(core):
            found[word].append(place)
    return {**found, **{word: found.get(word, []) for word in FORM_WORDS}}


def _weights(
    vocabulary: Sequence[str], postings: dict[str, list[int]], owners: array[int]
) -> array[float]:
    """By how many parties bear the word in any spelling."""
    parties = max(len(set(owners)), 2)
    bearers = {word: len({owners[place] for place in postings[word]}) for word in vocabulary}
    spelled: Counter[str] = Counter()
    for word, count in bearers.items():
        spelled[spelling(word)] += count
    return array("f", [_weight(word, spelled[spelling(word)], parties) for word in vocabulary])


def _weight(word: str, bearers: int, parties: int) -> float:
    rare = log((parties + 1) / (bearers + 0.5)) / log((parties + 1) * 2)
    weight = max(rare, 0.0) ** _SHARPNESS
    return max(_weight_at_most(word, weight), LEAST_WEIGHT)


def _weight_at_most(word: str, weight: float) -> float:
    """Whatever a list holds, legal forms and words of trade are never telling."""
    if word in FORM_WORDS or word in STOP_WORDS:
        return LEAST_WEIGHT
    weight = min(weight, _SHORT_WORDS.get(len(word), weight))
    common = word in COMMON or spelling(word) in COMMON
    return min(weight, _COMMONEST) if common else weight


def _starts(lengths: Iterable[int]) -> array[int]:
    found = array("I", [0])
    for length in lengths:
        found.append(found[-1] + length)
    return found


def _table(entries: Iterable[tuple[str, int]]) -> array[int]:
    return array("Q", sorted((_mark(key) << _ID_BITS) + place for key, place in entries))


def _runs(folded: Folded) -> set[str]:
    core = folded.core
    pairs = {one + other for one, other in pairwise(core)}
    return pairs | {folded.squashed} | {f">{each}" for each in folded.acronyms}


def to_bytes(index: Index) -> bytes:
    """The index as it is stored."""
    arrays = [getattr(index, name) for name in _ARRAYS]
    texts = zlib.compress("\0".join((*index.names, *index.folded, *index.vocabulary)).encode(), 1)
    head = {
        "format": FORMAT,
        "order": sys.byteorder,
        "names": len(index.names),
        "texts": len(texts),
        "arrays": [[each.typecode, len(each) * each.itemsize] for each in arrays],
    }
    first = json.dumps(head).encode() + b"\n"
    return b"".join((first, texts, *(each.tobytes() for each in arrays)))


def from_bytes(stored: bytes) -> Index | None:
    """A stored index; None where it must be built anew, as after an update of the program."""
    end = stored.find(b"\n")
    try:
        head = json.loads(stored[:end])
        if head["format"] != FORMAT or head["order"] != sys.byteorder:
            return None
        return _read(head, memoryview(stored)[end + 1 :])
    except (ValueError, KeyError, TypeError, zlib.error):
        return None


def _read(head: dict[str, Any], rest: memoryview) -> Index:
    texts = zlib.decompress(rest[: head["texts"]]).decode().split("\0")
    at, arrays = head["texts"], []
    for typecode, size in head["arrays"]:
        each = array(typecode)
        each.frombytes(rest[at : at + size])
        arrays.append(each)
        at += size
    count = head["names"]
    named = dict(zip(_ARRAYS, arrays, strict=True))
    return Index(
        names=tuple(texts[:count]),
        folded=tuple(texts[count : 2 * count]),
        vocabulary=tuple(texts[2 * count :]),
        **named,
    )
