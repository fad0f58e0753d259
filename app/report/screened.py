"""The screening of an assessment as paper prints it: every value decided, nothing left to look up.

Nobody is ever cleared: the best that stands here is that there was no match in these lists on
this date.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


class Stand(Enum):
    """What stands about a hit; the value is how paper says it."""

    OPEN = "Open"
    REOPENED = "Open again"
    TRUE = "The same party"
    FALSE = "Another party"
    PERMITTED = "The same party, permitted"

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to decide."""
        return self in (Stand.OPEN, Stand.REOPENED)


@dataclass(frozen=True, slots=True)
class ListLine:
    """A list that was searched; ``old`` says how old where it is too old to rely on."""

    title: str
    file: str
    hash: str
    dated: str
    imported: str
    parties: int
    old: str = ""
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name that was searched: whose it is, as typed, in which words, and what came of it."""

    whose: str
    what: str
    asked: str
    words: str
    country: str
    address: str
    result: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of a hit."""

    who: str
    moment: dt.datetime
    reason: str
    basis: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class HitLine:
    """A hit with all that its entry says, the score word by word, and what was decided."""

    whose: str
    asked: str
    matched: str
    entry: str
    list: str
    key: str
    version: str
    score: float
    band: str
    why: tuple[str, ...]
    country: str
    address: str
    effect: str
    stand: Stand
    said: Said | None = None
    countries: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    requirement: str = ""
    policy: str = ""
    citation: str = ""
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class Screened:
    """The whole record; without a ``moment`` nothing has been searched."""

    moment: dt.datetime | None
    who: str
    engine: str
    threshold: float
    bands: str
    lists: tuple[ListLine, ...]
    names: tuple[NameLine, ...]
    hits: tuple[HitLine, ...]
    unscreened: tuple[str, ...]
    old: tuple[str, ...]
    replaced: tuple[str, ...]
    not_held: tuple[tuple[str, str], ...] = ()

    @property
    def open(self) -> int:
        """How many hits somebody has still to decide."""
        return sum(hit.stand.is_open for hit in self.hits)

    @property
    def settled(self) -> bool:
        """Whether every name was searched and every hit decided."""
        return self.moment is not None and not self.unscreened and not self.open
