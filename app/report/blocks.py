"""What may stand in a section beside tables: paragraphs, boxes, figures, lines to sign.

Each says what it is; the templates draw it and decide nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar

from app.report.cells import Blank, Cell
from app.report.house import House
from app.report.numbering import Entry, contents
from app.report.pictures.svg import Picture
from app.report.tables import Column, Pairs, Table, pieces, row, table


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph; its authorities stand beside it in the margin."""

    kind: ClassVar[str] = "paragraph"
    text: str
    authorities: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The text in pieces that a page can hold; the first carries the number."""
        return pieces(self.text) or ("",)

    @property
    def margin(self) -> str:
        """The authorities in one line of the margin."""
        return "; ".join(self.authorities)

    @property
    def margin_lines(self) -> int:
        """How many lines of the margin the authorities need, for the least height."""
        return min(1 + len(self.margin) // 27, 8) if self.authorities else 0


class Standing(Enum):
    """Whether a rule binds; the value is the look of its box."""

    IN_FORCE = "in-force"
    NOT_ENFORCED = "not-enforced"
    STAYED = "stayed"
    PENDING = "pending"
    NOT_CONFIRMED = "not-confirmed"


@dataclass(frozen=True, slots=True)
class Law:
    """A rule whose text, practice and calendar need more than a line."""

    kind: ClassVar[str] = "law"
    standing: Standing
    status: str
    title: str
    text: str
    cites: str

    @property
    def look(self) -> str:
        """The class of the style sheet for the box's edge."""
        return self.standing.value


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with a numbered caption."""

    kind: ClassVar[str] = "figure"
    picture: Picture
    caption: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing, and what follows from that. Never "not controlled"."""

    kind: ClassVar[str] = "gap"
    head: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The lettered heading of a part of a section."""

    kind: ClassVar[str] = "heading"
    title: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A plain list."""

    kind: ClassVar[str] = "bullets"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blanks:
    """Labels with lines to write on."""

    kind: ClassVar[str] = "blanks"
    labels: tuple[str, ...]


Block = Table | Pairs | Paragraph | Law | Figure | Gap | Heading | Bullets | Blanks


def signatures(caption: str, signers: Iterable[tuple[str, Cell | str]]) -> Table:
    """Lines to sign: role, name (or that it is not known), signature, date."""
    columns = (Column("Role", 26), Column("Name", 26), Column("Signature", 32), Column("Date", 16))
    rows = [row(role, name, Blank(), Blank()) for role, name in signers]
    return table(caption, columns, rows, look="write", nothing="Nobody has been named to sign.")


@dataclass(frozen=True, slots=True)
class Section:
    """A titled section or annex with its blocks."""

    title: str
    blocks: tuple[Block, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page and the running heads say about a document."""

    kind: str
    title: str
    sub: str
    author: str
    number: str
    revision: str
    edition: str
    status: str
    lang: str = "en"
    house: House = field(default_factory=House)
    seal: str = ""  # what the file is bound to: hash of answers, law, program

    @property
    def running(self) -> str:
        """The line at the head of every page."""
        return f"{self.number} · {self.kind} · {self.revision}"

    @property
    def marks(self) -> str:
        """The state and the handling legend at the head of every page."""
        return " · ".join(filter(None, (self.status, self.house.mark)))


@dataclass(frozen=True, slots=True)
class Document:
    """A document whose whole content is blocks: the context of a template that only draws them."""

    front: Front
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    annexes: tuple[Section, ...] = ()
    opening: str = ""  # the title of a first section that the template itself sets

    @property
    def contents(self) -> tuple[Entry, ...]:
        """The lines of the contents."""
        first = (self.opening,) if self.opening else ()
        titles = tuple(each.title for each in self.sections)
        return contents((*first, *titles), tuple(each.title for each in self.annexes))
