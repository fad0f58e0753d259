"""The score of a name that is asked about against a listed one, and how it came about.

Both names have to be covered by what they have in common, each word counting by how
rare it is. A name that stands whole inside the other scores less, and only if it is
telling enough by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from app.screening.likeness import Likeness, Why, nearly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.screening.folding import Folded

    Weigh = Callable[[str], float]
    Alike = Callable[[str], Likeness | None]
    Judge = Callable[[str], Alike]


class Measure(NamedTuple):
    """How words are weighed and compared.

    ``spare`` weighs a word of the asked name that has no like in the listed one; ``judge``
    gives for a word that is asked about how like it listed words are.
    """

    weigh: Weigh
    spare: Weigh
    judge: Judge


OTHER_ORDER, OTHER_FORM, JOINED, OTHER_NUMBER = 0.99, 0.995, 0.97, 0.85
INSIDE = 0.88
"""What a name is worth that stands whole inside a longer one."""

TELLING = 1.35
"""The weight from which a name is recognised inside a longer one."""

ACRONYM, SHORT_ACRONYM, SHORT = 0.84, 0.7, 3
COVERED = 0.85
LIGHT = 0.11
"""The weight up to which a word that is missing on one side says nothing."""

SMALL, LITTLE = 0.31, 0.63
BOTH_DIFFER, HARDLY, ONE_WORD, INITIALS_ONLY = 0.84, 0.9, 0.76, 0.5
_FEW = 2
SINGULAR, ONE_SINGULAR = 0.75, 0.9
"""A word that hardly anybody bears tells a name from others nearly by itself."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of both names that were taken for the same; several where they are joined."""

    asked: str
    listed: str
    likeness: Likeness
    weight: float
    asked_places: tuple[int, ...]
    listed_places: tuple[int, ...]

    @property
    def worth(self) -> float:
        """What the pair adds to the score."""
        return self.likeness.value * self.weight


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 1 and the words it rests on."""

    value: float
    pairs: tuple[Pair, ...] = ()
    asked_only: tuple[str, ...] = ()
    listed_only: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


NOTHING = Score(0.0)
_AS_ONE = Likeness(JOINED, Why.JOINED)


def score(asked: Folded, listed: Folded, by: Measure, least: float = 0.0) -> Score:
    """How well a listed name fits the one asked about; below ``least`` nothing need be told."""
    if not asked.core or not listed.core:
        return NOTHING
    pairs = _aligned(asked.core, listed.core, by)
    found = _weighed(asked, listed, pairs, by, least)
    acronym = _by_acronym(asked, listed)
    return acronym if acronym.value > found.value else found


def _aligned(asked: tuple[str, ...], listed: tuple[str, ...], by: Measure) -> tuple[Pair, ...]:
    """Pairs in which each word is used once, the weightiest first."""
    pairs = [*_singly(asked, listed, by), *_joined(asked, listed, by.weigh)]
    pairs.sort(key=_by_worth)
    used_asked: set[int] = set()
    used_listed: set[int] = set()
    taken = []
    for pair in pairs:
        if used_asked.isdisjoint(pair.asked_places) and used_listed.isdisjoint(pair.listed_places):
            taken.append(pair)
            used_asked.update(pair.asked_places)
            used_listed.update(pair.listed_places)
    return tuple(taken)


def _by_worth(pair: Pair) -> tuple[float, int]:
    return (-pair.worth, abs(pair.asked_places[0] - pair.listed_places[0]))


def _singly(asked: tuple[str, ...], listed: tuple[str, ...], by: Measure) -> Iterator[Pair]:
    weigh, _, judge = by
    for i, one in enumerate(asked):
        alike_to = judge(one)
        for j, other in enumerate(listed):
            alike = alike_to(other)
            if alike and alike.value:
                weight = max(weigh(one), weigh(other)) if len(other) == 1 else weigh(other)
                yield Pair(one, other, alike, weight, (i,), (j,))


def _joined(asked: tuple[str, ...], listed: tuple[str, ...], weigh: Weigh) -> Iterator[Pair]:
    """Two words of one name that are one word in the other."""
    for j, both in _twos(listed):
        if both in asked:
            apart = f"{listed[j]} {listed[j + 1]}"
            weight = weigh(listed[j]) + weigh(listed[j + 1])
            yield Pair(both, apart, _AS_ONE, weight, (asked.index(both),), (j, j + 1))
    for i, both in _twos(asked):
        if both in listed:
            apart = f"{asked[i]} {asked[i + 1]}"
            yield Pair(apart, both, _AS_ONE, weigh(both), (i, i + 1), (listed.index(both),))


def _twos(words: tuple[str, ...]) -> list[tuple[int, str]]:
    return [(place, words[place] + words[place + 1]) for place in range(len(words) - 1)]


def _weighed(
    asked: Folded, listed: Folded, pairs: tuple[Pair, ...], by: Measure, least: float
) -> Score:
    asked_used = {place for pair in pairs for place in pair.asked_places}
    listed_used = {place for pair in pairs for place in pair.listed_places}
    asked_left = tuple(w for i, w in enumerate(asked.core) if i not in asked_used)
    listed_left = tuple(w for j, w in enumerate(listed.core) if j not in listed_used)
    common = sum(pair.worth for pair in pairs)
    weight = sum(pair.weight for pair in pairs)
    of_asked = common / (weight + sum(map(by.spare, asked_left)) or 1)
    of_listed = common / (weight + sum(map(by.weigh, listed_left)) or 1)
    value = fit(of_asked, of_listed, common)
    if value < least and asked.squashed != listed.squashed:
        return NOTHING  # what follows only lowers it
    value, remarks = _corrected(asked, listed, pairs, value)
    value *= _for_what_is_left(pairs, asked_left, listed_left, by)
    if _is_other_number(asked_left, listed_left):
        value, remarks = value * OTHER_NUMBER, (*remarks, "another number")
    return Score(value, pairs, asked_left, listed_left, remarks)


def _for_what_is_left(
    pairs: tuple[Pair, ...], asked: tuple[str, ...], listed: tuple[str, ...], by: Measure
) -> float:
    """Two names are two that each have a word of their own, or share one word or common ones."""
    of_asked = max(map(by.spare, asked), default=0.0)
    of_listed = max(map(by.weigh, listed), default=0.0)
    telling = [p for p in pairs if p.weight > LIGHT and p.likeness.why is not Why.INITIAL]
    if not telling:
        return INITIALS_ONLY
    if min(of_asked, of_listed) > SMALL:
        return 1.0 if _is_misspelt(telling, asked, listed) else BOTH_DIFFER
    together = sum(pair.weight for pair in telling)
    if together < LITTLE and (max(of_asked, of_listed) > LIGHT or any(map(_is_anybody, pairs))):
        return ONE_WORD
    if len(telling) == 1 and of_asked > LIGHT:
        is_named = _is_singular(telling[0]) and of_asked <= SMALL and not of_listed
        return ONE_SINGULAR if is_named else ONE_WORD
    return HARDLY if of_listed > SMALL and _is_hardly_alike(telling) else 1.0


def _is_misspelt(telling: list[Pair], asked: tuple[str, ...], listed: tuple[str, ...]) -> bool:
    """One word is left of each of two names that share more, and the two are not far apart."""
    alone = len(asked) == len(listed) == 1 and len(telling) > 1
    return alone and nearly(asked[0], listed[0])


def _is_hardly_alike(telling: list[Pair]) -> bool:
    """Of two words that both names have, one is only like the other, or one that many bear."""
    same = (Why.SAME, Why.SPELLING)
    return len(telling) == _FEW and any(
        pair.likeness.why not in same or pair.weight <= SMALL for pair in telling
    )


def _is_anybody(pair: Pair) -> bool:
    """An initial in a list could be anybody's."""
    return pair.likeness.why is Why.INITIAL and len(pair.listed) == 1


def _is_singular(pair: Pair) -> bool:
    return pair.weight >= SINGULAR and pair.likeness.why in (Why.SAME, Why.SPELLING)


def fit(of_asked: float, of_listed: float, common: float) -> float:
    """The score of two names by how much of each the other covers."""
    balanced = sqrt(of_asked * of_listed)
    whole = max(of_asked, of_listed)
    return max(balanced, INSIDE * whole) if whole >= COVERED and common >= TELLING else balanced


def _corrected(
    asked: Folded, listed: Folded, pairs: tuple[Pair, ...], value: float
) -> tuple[float, tuple[str, ...]]:
    remarks = []
    if asked.squashed == listed.squashed and asked.core != listed.core:
        value = max(value, JOINED)
    in_order = sorted(pairs, key=lambda pair: pair.asked_places)
    places = [pair.listed_places for pair in in_order]
    if places != sorted(places):
        value *= OTHER_ORDER
        remarks.append("in another order")
    if set(asked.words) - set(asked.core) != set(listed.words) - set(listed.core):
        value *= OTHER_FORM
        remarks.append("another legal form")
    return value, tuple(remarks)


def _is_other_number(asked_left: tuple[str, ...], listed_left: tuple[str, ...]) -> bool:
    return any(map(str.isdigit, asked_left)) and any(map(str.isdigit, listed_left))


def _by_acronym(asked: Folded, listed: Folded) -> Score:
    """A single word that is asked about may be the initials of a listed name."""
    if len(asked.core) > 1 or len(listed.core) == 1 or asked.core[0] not in listed.acronyms:
        return NOTHING
    worth = ACRONYM if len(asked.core[0]) > SHORT else SHORT_ACRONYM
    pair = Pair(asked.core[0], " ".join(listed.core), Likeness(worth, Why.ACRONYM), 1.0, (0,), (0,))
    return Score(worth, (pair,))
