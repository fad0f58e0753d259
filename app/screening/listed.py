"""What a list holds, as frozen values: parties, the list itself, and rows that could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a listed party is; many lists do not say."""

    PERSON = "person"
    ENTITY = "entity"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list as it stood on the list's own date.

    ``key`` names the entry from one edition of the list to the next; ``footnote`` is
    inferred from the licence requirement, empty where that leaves it open.
    """

    key: str
    source: str
    name: str
    kind: Kind = Kind.UNKNOWN
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    requirement: str = ""
    policy: str = ""
    citation: str = ""
    footnote: str = ""
    remarks: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The primary name and every other one, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))


@dataclass(frozen=True, slots=True)
class Omission:
    """A row, or a part of one, that could not be read, and where it stands in the file.

    ``row`` counts from 1 at the top of the file; in XML it is the line.
    """

    row: int
    column: str
    why: str


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file of one format, read whole: what it is, what it holds, what it leaves open."""

    format: str
    title: str
    hash: str
    dated: str
    parties: tuple[Listed, ...]
    omissions: tuple[Omission, ...] = ()
    unknown_sources: tuple[str, ...] = ()


class NotAList(Exception):
    """The file cannot be taken in at all; the lists are as they were."""
