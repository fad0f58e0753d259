"""Sheets: short documents of labels and lines, without the numbers of sections that counsel cites.

A line whose value nobody has given stays a line to fill in; nothing is put in a firm's mouth.
"""

from dataclasses import dataclass
from typing import ClassVar

from app.report.blocks import Bullets, Front, Gap
from app.report.tables import Pairs, Table

_LATIN_ENDS = 0x180
"""Beyond it the face of fields has no letters, and a viewer would show nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """A label with what is known, or room to write; ``note`` says which answer would fill it."""

    label: str
    value: str = ""
    note: str = ""
    tall: bool = False

    @property
    def fits_field(self) -> bool:
        """Whether the face of fields has every letter; else the value is printed and not typed over."""
        return all(ord(letter) < _LATIN_ENDS for letter in self.value)


@dataclass(frozen=True, slots=True)
class Lines:
    """Labels under each other, each with its value or its line."""

    kind: ClassVar[str] = "lines"
    lines: tuple[Line, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Statements:
    """What somebody states; a box before each is ticked by hand, or in a fillable copy."""

    kind: ClassVar[str] = "statements"
    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph without a number."""

    kind: ClassVar[str] = "words"
    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Signers:
    """Who signs: role and, where it is known, name."""

    kind: ClassVar[str] = "signers"
    signers: tuple[tuple[str, str], ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Role and name as label and value."""
        return tuple(Line(role, name) for role, name in self.signers)


Part = Lines | Statements | Words | Signers | Table | Pairs | Bullets | Gap


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page or two of their own, with a heading."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class SheetContext:
    """What the template of forms, papers and worksheets sees; ``flowing`` sheets share their pages."""

    front: Front
    sheets: tuple[Sheet, ...]
    foot: str
    fillable: bool = False
    flowing: bool = False
