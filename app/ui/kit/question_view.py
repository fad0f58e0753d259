"""What a question card shows: one frozen value, complete, with nothing left to decide.

`None` is the answer "I don't know yet"; a question without any answer is `UNANSWERED`. Beside a
`None` the view may still carry the value typed before, so that it can come back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Unanswered(Enum):
    """The one value that says: nobody has answered."""

    UNANSWERED = "unanswered"


UNANSWERED: Final = Unanswered.UNANSWERED
NOT_OFFERED: Final = "none"  # a row of a table that the item does not have

Cell = float | str | None
GivenAnswer = bool | float | str | tuple[str, ...] | Mapping[str, Cell] | Unanswered | None


class Kind(Enum):
    """How a question is answered."""

    YES_NO = "yes_no"
    ONE_OF = "one_of"
    SOME_OF = "some_of"
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    TEXT = "text"
    DATE = "date"
    COUNTRY = "country"
    TABLE = "table"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose."""

    value: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its name, unit and factor, and what came of the typed value."""

    id: str
    title: str
    unit: str = ""
    factor: str = ""  # "× 8"
    total: str = ""  # "= 15,832"
    chip: str = ""  # "Highest, counts"
    answer: Cell | Unanswered = UNANSWERED


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in the law that a question rests on."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its code and every name by which people look for it, the usual one first."""

    code: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileShown:
    """A file that was taken as evidence."""

    name: str
    detail: str = ""  # its hash and size, in words


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question as it stands: its words, its answer, and what is doubtful about it."""

    id: str
    kind: Kind
    title: str
    key: str = ""
    help: str = ""
    find: str = ""
    example: str = ""
    citations: tuple[Citation, ...] = ()
    options: tuple[Option, ...] = ()
    unit: str = ""
    rows: tuple[Row, ...] = ()
    row_heads: tuple[str, str, str, str] = ("Format", "Dense throughput", "Bits", "TPP")
    countries: tuple[Country, ...] = ()
    answer: GivenAnswer = UNANSWERED
    is_unknown: bool = False
    doubt: str = ""  # kept, not refused: "More than 10,000 TFLOPS for one chip."
    note: str = ""  # what an answer "I don't know yet" costs
    contradiction: str = ""
    placeholder: str = ""
    file: FileShown | None = None
    enabled: bool = True

    def name(self, what: str, part: str = "") -> str:
        """The object name of a control: `choice.<id>.<part>@<key>`."""
        dotted = f".{part}" if part else ""
        suffix = f"@{self.key}" if self.key else ""
        return f"{what}.{self.id}{dotted}{suffix}"

    def shape(self) -> tuple[object, ...]:
        """What cannot change without another control."""
        rows = tuple((row.id, row.title, row.unit, row.factor) for row in self.rows)
        return (self.id, self.key, self.kind, self.options, self.unit, rows, self.row_heads)
