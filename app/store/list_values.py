"""The values of lists and screenings that go into a library and come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from app.store.codec import Json


@dataclass(frozen=True, slots=True)
class ListHead:
    """The record of one import; ``omissions`` are row, column and why."""

    title: str
    format: str
    file: str
    hash: str
    dated: str
    imported: dt.datetime
    who: str
    parties: int = 0
    sources: tuple[str, ...] = ()
    omissions: tuple[tuple[int, str, str], ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """What a list holds that the one before it did not, by the keys of entries."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptHit:
    """A hit as it was found; ``data`` holds the whole entry as it was then."""

    subject: str
    key: str
    version: str
    data: Json


@dataclass(frozen=True, slots=True)
class KeptScreening:
    """One search of all names of an assessment; ``lists`` are the heads as JSON."""

    moment: dt.datetime
    who: str
    engine: str
    threshold: float
    lists: Json
    queries: Json
    hits: tuple[KeptHit, ...] = ()
    serial: int = 0


@dataclass(frozen=True, slots=True)
class KeptAdjudication:
    """What somebody said to a hit, about one version of an entry and one name."""

    subject: str
    asked: str
    key: str
    version: str
    verdict: str
    reason: str
    who: str
    moment: dt.datetime
    basis: str = ""
    second: str = ""
