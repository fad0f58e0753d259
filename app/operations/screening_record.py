"""What the window and the memo show of a screening, as frozen values that hold nothing left to decide.

Nobody is ever cleared: there was no match, in these lists, on this date.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from app.screening.sources import SOURCES
from app.store.errors import Refused

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.screening.listed import Listed
    from app.screening.screen import Name
    from app.store.list_values import KeptAdjudication

NO_MATCH = "No match in these lists on this date"
SHORTEST_REASON = 20
_EMPTY_WORDS = ("not a match", "no match", "false positive", "false match", "not the same")


class State(Enum):
    """What stands about a hit."""

    OPEN = "open"
    REOPENED = "open again"
    TRUE = "true"
    FALSE = "false"
    PERMITTED = "permitted"

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to decide."""
        return self in (State.OPEN, State.REOPENED)


@dataclass(frozen=True, slots=True)
class Line:
    """A hit as window and memo show it."""

    subject: str
    asked: str
    key: str
    version: str
    listed: Listed
    list: str
    matched: str
    score: float
    band: str
    why: tuple[str, ...]
    country: str
    address: str
    state: State
    said: KeptAdjudication | None = None

    @property
    def source_title(self) -> str:
        """The list that the entry stands on, with whose it is."""
        source = SOURCES.get(self.listed.source)
        return f"{source.title}, {source.agency}" if source else self.listed.source

    @property
    def effect(self) -> str:
        """In short what standing on the list means."""
        source = SOURCES.get(self.listed.source)
        return source.effect if source else "A list that this program does not know: read it."


@dataclass(frozen=True, slots=True)
class Record:
    """The screening of an assessment as it stands: what was searched, in what, when, and found.

    ``unscreened`` are addresses of names that were given or changed since, or never asked;
    ``names`` are all that are to be asked now, each with its country and address; without a
    list nothing is ``searchable``.
    """

    moment: dt.datetime | None
    who: str
    engine: str
    threshold: float
    lists: tuple[Mapping[str, Any], ...]
    queries: Mapping[str, str]
    hits: tuple[Line, ...]
    unscreened: tuple[str, ...]
    old_lists: tuple[str, ...]
    replaced_lists: tuple[str, ...]
    names: Mapping[str, Name] = field(default_factory=dict)
    searchable: bool = True

    @property
    def settled(self) -> bool:
        """Whether every name was asked and every hit decided; only then may anybody conclude."""
        return not self.unscreened and not any(hit.state.is_open for hit in self.hits)

    def of(self, subject: str) -> tuple[Line, ...]:
        """The hits of one name."""
        return tuple(hit for hit in self.hits if hit.subject == subject)

    def says(self, subject: str) -> str:
        """The result for one name in words."""
        if subject in self.unscreened or self.moment is None:
            return "Not screened"
        hits = self.of(subject)
        still = sum(hit.state.is_open for hit in hits)
        if not hits:
            return f"{NO_MATCH} ({self.moment.date().isoformat()})"
        return f"{len(hits)} hits, {still} open"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says about a hit; ``second`` confirmed it where ``needs_second``."""

    state: State
    reason: str
    who: str
    basis: str = ""
    second: str = ""
    needs_second: bool = False

    def check(self, *, strong: bool) -> None:
        """Refuse what would not stand in a record.

        Raises:
            Refused: and says what is missing.
        """
        missing = self._missing(strong=strong)
        if missing:
            raise Refused(missing)

    def _missing(self, *, strong: bool) -> str:
        reason = self.reason.strip()
        if self.state.is_open:
            return "a hit is decided as true, false or permitted"
        if len(reason) < SHORTEST_REASON or reason.casefold().strip(". ") in _EMPTY_WORDS:
            return (
                f"the reason must say in at least {SHORTEST_REASON} letters what differs or agrees"
            )
        if self.state is State.PERMITTED and not self.basis.strip():
            return (
                "a permitted hit needs its basis: the licence, exception or general authorisation"
            )
        if not self.who.strip():
            return "somebody has to decide; give a name"
        if strong and self.needs_second and self.second.strip() in ("", self.who.strip()):
            return "a strong hit needs a second person, another than the first"
        return ""
