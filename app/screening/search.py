"""Finding a name in an index: first the names that could reach the threshold, then their scores.

What is left out could not have reached it: that is what makes the index give the answer
that scoring every name would give.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from app.screening.folding import Folded, fold, unpacked
from app.screening.forms import is_nearly_a_form
from app.screening.index import kin_of, letters_of, slips_of
from app.screening.likeness import INITIAL, Likeness, Why, judged, likeness, slipped
from app.screening.scoring import LIGHT, TELLING, Measure, Score, fit, score

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.screening.index import Index
    from app.screening.scoring import Alike, Judge
_LONG_FORM, _SHORT_FORM = 5, 3
NEARLY = 0.6


@dataclass(frozen=True, slots=True)
class Found:
    """A listed name that fits: its party's place, the name itself, the score."""

    party: int
    name: str
    score: Score


@dataclass(frozen=True, slots=True)
class _Asked:
    """A word that is asked about: the listed words it may be, and how far.

    ``spare`` is its weight where it finds no like, ``most`` what it can add to a score at
    best; ``letter`` is the bit of an initial.
    """

    alike: Mapping[str, Likeness]
    weight: float
    spare: float
    most: float
    letter: int = 0


def search(index: Index, name: str, threshold: float) -> tuple[Found, ...]:
    """The parties whose names fit, each by its best name, the best first."""
    question = _question(index, name)
    places = sorted(_candidates(index, question, threshold))
    return _best(index, question, places, threshold, question.judge)


def search_all(index: Index, name: str, threshold: float) -> tuple[Found, ...]:
    """The same by scoring every name: slow, and the measure of ``search``."""

    def judge(one: str) -> Alike:
        doubt = index.doubt(one)
        return lambda other: judged(one, other, doubt)

    places = range(len(index.names))
    return _best(index, _question(index, name), places, threshold, judge)


@dataclass(frozen=True, slots=True)
class _Question:
    """A name that is asked about, each of its words looked up once."""

    asked: Folded
    words: Mapping[str, _Asked]
    index: Index

    def judge(self, one: str) -> Alike:
        """The likeness of an asked word to listed ones."""
        return partial(likeness, one) if len(one) == 1 else self.words[one].alike.get

    def weigh(self, word: str) -> float:
        """The weight of a word of either name."""
        asked = self.words.get(word)
        return asked.weight if asked else self.index.weigh(word)

    def spare(self, word: str) -> float:
        """The weight of a word of the asked name that found no like."""
        return self.words[word].spare


def _question(index: Index, name: str) -> _Question:
    asked = fold(name)
    words = {word: _asked(index, word, last=word == asked.core[-1]) for word in asked.core}
    return _Question(asked, words, index)


def _best(
    index: Index, question: _Question, places: Iterable[int], threshold: float, judge: Judge
) -> tuple[Found, ...]:
    best: dict[int, Found] = {}
    by = Measure(question.weigh, question.spare, judge)
    for place in places:
        found = score(question.asked, unpacked(index.folded[place]), by, threshold)
        if found.value < threshold:
            continue
        party = index.owners[place]
        known = best.get(party)
        if known is None or found.value > known.score.value:
            best[party] = Found(party, index.names[place], found)
    return tuple(sorted(best.values(), key=lambda each: (-each.score.value, each.party)))


def _asked(index: Index, word: str, *, last: bool) -> _Asked:
    weight = index.weigh(word)
    if len(word) == 1:
        return _Asked({}, weight, weight, max(INITIAL, weight), letters_of((word,)))
    alike = _alike(index, word)
    if word not in index.words:
        shortest = 0 if last and len(word) <= _SHORT_FORM else _LONG_FORM
        weight = min(weight, _misspelt(index, alike, shortest))
    spare = min(weight, LIGHT) if last and is_nearly_a_form(word) else weight
    worths = (how.value * max(weight, index.weigh(other)) for other, how in alike.items())
    return _Asked(alike, weight, spare, max(worths, default=0.0))


def _misspelt(index: Index, alike: Mapping[str, Likeness], shortest: int) -> float:
    """A word nobody bears weighs no more than the small word that it nearly is."""
    nearly = (Why.SLIP, Why.SOUND)
    small = [
        other
        for other, how in alike.items()
        if how.why in nearly and how.value >= NEARLY and len(other) >= shortest
    ]
    return min((w for w in map(index.weigh, small) if w <= LIGHT), default=1.0)


def _alike(index: Index, word: str) -> dict[str, Likeness]:
    """Every listed word that the one asked about may stand for."""
    doubt, vocabulary = index.doubt(word), index.vocabulary
    kin = {place for way in kin_of(word) for place in index.reached(way)}
    kin |= {index.words[each] for each in {word[0], word} & index.words.keys()}
    judgements = ((vocabulary[at], judged(word, vocabulary[at], doubt)) for at in kin)
    found = {other: how for other, how in judgements if how.value}
    if doubt:
        near: set[int] = set()
        for way in slips_of(word):
            near.update(index.reached(way))
        found |= slipped(word, [vocabulary[place] for place in near - kin], doubt)
    return found


def _candidates(index: Index, question: _Question, threshold: float) -> set[int]:
    """The places of all names that could reach the threshold, and few others."""
    words = tuple(question.words.values())
    sought = [each for each in words if not each.letter and each.most > LIGHT]
    others = [each for each in words if each.letter or each.most <= LIGHT]
    # At best every small word and every initial finds its like as well.
    extra = sum(each.most for each in others)
    whole = sum(each.spare for each in sought)
    square, totals, letters = threshold * threshold, index.totals, index.letters
    found = set()
    for place, both in _gathered(index, sought, others, threshold).items():
        common = both.real + extra
        left = whole - both.imag
        # What balances too little is dropped before the dearer sum: most names end here.
        if common < TELLING and common * common < square * (common + left) * totals[place]:
            continue
        if others:
            common, left = _with_others(both.real, left, others, letters[place])
        if _bound(common, max(left, 0.0), totals[place]) >= threshold:
            found.add(place)
    return found | _joined(index, question.asked)


def _with_others(
    common: float, left: float, others: Sequence[_Asked], letters: int
) -> tuple[float, float]:
    """An initial may stand for any word that begins so, a small word may stand anywhere."""
    for each in others:
        if not each.letter or each.letter & letters:
            common += each.most
        else:
            left += each.spare
    return common, left


def _gathered(
    index: Index, sought: Sequence[_Asked], others: Sequence[_Asked], threshold: float
) -> dict[int, complex]:
    """For each name what it has in common, and beside it the weight of the words it has.

    Complex numbers, because adding two sums at once is what takes the time. A name is
    begun only while the words that are left could still lift it over the threshold.
    """
    found: dict[int, complex] = {}
    missed = 0.0
    left = sum(each.most for each in (*sought, *others))
    for word in sorted(sought, key=_by_most):
        may_begin = _bound(left, missed, left) >= threshold
        for other, how in word.alike.items():
            place = index.words[other]
            weight = (
                max(word.weight, index.weights[place]) if len(other) == 1 else index.weights[place]
            )
            value = complex(how.value * weight, word.spare)
            _add(found, index.with_word(place), value, may_begin=may_begin)
        left -= word.most
        missed += word.spare
    return found


def _by_most(word: _Asked) -> float:
    return -word.most


def _add(
    found: dict[int, complex], names: Iterable[int], value: complex, *, may_begin: bool
) -> None:
    if may_begin:
        for name in names:
            found[name] = found.get(name, 0) + value
        return
    for name in names:
        if name in found:
            found[name] += value


def _bound(common: float, asked_left: float, of_listed: float) -> float:
    """No name with this much in common, and so much of the asked one left over, scores more."""
    if common <= 0.0:
        return 0.0
    return fit(common / (common + asked_left), common / max(common, of_listed), common)


def _joined(index: Index, asked: Folded) -> set[int]:
    """Names that are the same but for spaces, and those whose initials are asked for."""
    core = asked.core
    runs = {*core, asked.squashed}
    runs |= {f">{core[0]}"} if len(core) == 1 else set()
    found = {place for run in runs for place in index.run_together(run)}
    for one, other in pairwise(core):
        word = index.words.get(one + other)
        found |= set(index.with_word(word)) if word is not None else set()
    return found
