"""A name against all parties: hits in bands, with what speaks for and against, word by word.

Address and country are evidence: they lift a hit into a higher band, and never clear one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from app.screening.folding import words_of
from app.screening.forms import STOP_WORDS
from app.screening.listed import Kind
from app.screening.search import search

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screening.index import Index
    from app.screening.listed import Listed
    from app.screening.scoring import Score

ENGINE = "clearway 2"
"""Raised when the same name and lists may score otherwise; scores of engines do not compare."""

THRESHOLD = 0.7
"""The lowest score that is shown unless another is asked for; docs/screening.md says why."""

STRONG, POSSIBLE = 0.9, 0.8
_SAME_ADDRESS = 0.6


class Band(Enum):
    """How much a hit asks to be looked at."""

    STRONG = "strong"
    POSSIBLE = "possible"
    WEAK = "weak"


class Same(Enum):
    """Whether something about two parties is the same."""

    YES = "same"
    NO = "different"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Name:
    """A name that is asked about, with what is known beside it."""

    name: str
    country: str = ""
    address: str = ""
    kind: Kind = Kind.UNKNOWN


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed party that may be the one asked about; ``place`` is its place in the index."""

    place: int
    listed: Listed
    matched: str
    score: Score
    band: Band
    country: Same
    address: Same

    @property
    def rounded(self) -> float:
        """The score as it is written."""
        return round(self.score.value, 2)


def screen(
    index: Index, party_at: Callable[[int], Listed], asked: Name, threshold: float = THRESHOLD
) -> tuple[Hit, ...]:
    """All parties that reach the threshold, the likeliest first."""
    hits = []
    for found in search(index, asked.name, threshold):
        listed = party_at(found.party)
        if _apart(asked.kind, listed.kind):
            continue
        country = _same_country(asked.country, listed)
        address = _same_address(asked.address, listed)
        band = _band(found.score.value, address)
        hits.append(Hit(found.party, listed, found.name, found.score, band, country, address))
    return tuple(hits)


def _apart(asked: Kind, listed: Kind) -> bool:
    """A person is no vessel; where either is not known, nothing is left out."""
    return Kind.UNKNOWN not in (asked, listed) and asked is not listed


def _band(score: float, address: Same) -> Band:
    if score >= STRONG or (score >= POSSIBLE and address is Same.YES):
        return Band.STRONG
    return Band.POSSIBLE if score >= POSSIBLE or address is Same.YES else Band.WEAK


def _same_country(country: str, listed: Listed) -> Same:
    known = {each.casefold() for each in listed.countries if len(each) == len(country)}
    if not country or not known:  # some lists write countries out; codes are compared alone
        return Same.UNKNOWN
    return Same.YES if country.casefold() in known else Same.NO


def _same_address(address: str, listed: Listed) -> Same:
    asked = _telling(address)
    known = [words for words in map(_telling, listed.addresses) if len(words) > 1]
    if len(asked) <= 1 or not known:
        return Same.UNKNOWN
    alike = max(len(asked & words) / min(len(asked), len(words)) for words in known)
    return Same.YES if alike >= _SAME_ADDRESS else Same.NO


def _telling(address: str) -> frozenset[str]:
    return frozenset(words_of(address)) - STOP_WORDS


def explained(score: Score) -> tuple[str, ...]:
    """The score word by word, a line each, for people."""
    lines = [
        f"{pair.asked} = {pair.listed}: {pair.likeness.why.value}"
        f" ({pair.likeness.value:.2f}, weight {pair.weight:.2f})"
        for pair in score.pairs
    ]
    if score.asked_only:
        lines.append(f"only in the name asked about: {' '.join(score.asked_only)}")
    if score.listed_only:
        lines.append(f"only in the listed name: {' '.join(score.listed_only)}")
    return (*lines, *score.remarks)
