"""What may stand in a cell. A cell says what it is; the templates only draw it.

Signs come in the order shape, word, colour, so that they survive a grey printer and a reader's voice.
"""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from app.report.numbering import Ref


@dataclass(frozen=True, slots=True)
class Sign:
    """A shape and a word, with the class of the style sheet that colours them."""

    shape: str
    word: str
    look: str


class Verdict(Enum):
    """The signs of findings, answers and plan controls."""

    MET = Sign("●", "Met", "f-met")
    NOT_MET = Sign("○", "Not met", "f-not")
    NOT_KNOWN = Sign("?", "Not known", "f-unk")
    YES = Sign("●", "Yes", "f-met")
    NO = Sign("○", "No", "f-not")
    IN_PLACE = Sign("●", "In place", "f-met")
    PLANNED = Sign("○", "Planned", "f-not")
    GAP = Sign("✗", "Gap", "f-gap")

    @property
    def sign(self) -> Sign:
        """How the verdict is drawn."""
        return self.value

    @classmethod
    def of(cls, truth: bool | None) -> "Verdict":  # noqa: FBT001  # a truth value is the subject
        """Met, not met or not known for a three-valued truth."""
        return cls.NOT_KNOWN if truth is None else cls.MET if truth else cls.NOT_MET


class Confidence(Enum):
    """How firmly a determination stands."""

    FIRM = "Firm"
    ARGUABLE = "Arguable"
    UNDETERMINED = "Undetermined"


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words; references in them become links, line ends stay."""

    kind: ClassVar[str] = "text"
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference number; at the head of a row it makes the row a target."""

    kind: ClassVar[str] = "reference"
    ref: Ref

    @property
    def text(self) -> str:
        """The number as printed."""
        return str(self.ref)


@dataclass(frozen=True, slots=True)
class Finding:
    """A sign and, under it, a note."""

    kind: ClassVar[str] = "finding"
    verdict: Verdict
    note: str = ""

    @property
    def sign(self) -> Sign:
        """How the verdict is drawn."""
        return self.verdict.sign

    @property
    def text(self) -> str:
        """The finding in words."""
        return f"{self.sign.word}. {self.note}" if self.note else self.sign.word


def not_known(note: str = "") -> Finding:
    """The cell for a value that nobody has given; the note says who was asked, and when."""
    return Finding(Verdict.NOT_KNOWN, note)


@dataclass(frozen=True, slots=True)
class Status:
    """A confidence with, under it, what it is about."""

    kind: ClassVar[str] = "status"
    confidence: Confidence
    note: str = ""

    @property
    def text(self) -> str:
        """The status in words."""
        return self.confidence.value


@dataclass(frozen=True, slots=True)
class Strong:
    """A result in bold and, under it, what belongs to it."""

    kind: ClassVar[str] = "strong"
    text: str
    then: str = ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A name in another script with its language and direction, and its Latin spelling below."""

    kind: ClassVar[str] = "foreign"
    text: str
    lang: str
    direction: str = "ltr"
    latin: str = ""

    def __post_init__(self) -> None:
        """Refuse a direction that HTML does not know."""
        if self.direction not in ("ltr", "rtl"):
            raise ValueError(f"{self.direction}: a direction is ltr or rtl")


@dataclass(frozen=True, slots=True)
class Digest:
    """A hash, set in groups of eight."""

    kind: ClassVar[str] = "digest"
    text: str

    @property
    def grouped(self) -> str:
        """The hash with a blank after every eighth sign."""
        return " ".join(self.text[at : at + 8] for at in range(0, len(self.text), 8))


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address, where a document may lead there; else the words alone."""

    kind: ClassVar[str] = "link"
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Room to write on; drawn, because a form field would end PDF/A."""

    kind: ClassVar[str] = "blank"
    text: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick by hand, one a line."""

    kind: ClassVar[str] = "ticks"
    labels: tuple[str, ...]

    @property
    def text(self) -> str:
        """The labels, for whoever reads the cell as words."""
        return ", ".join(self.labels)


@dataclass(frozen=True, slots=True)
class Cut:
    """The beginning of a text that is printed in full below its table."""

    kind: ClassVar[str] = "cut"
    text: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its changes in pieces: ``same``, ``del`` taken out, ``ins`` put in."""

    kind: ClassVar[str] = "marked"
    pieces: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The text with its marks, as they are printed."""
        signs = {"del": ("[−", "−]"), "ins": ("[+", "+]")}
        around = ((*signs.get(piece, ("", "")), text) for piece, text in self.pieces)
        return "".join(f"{left}{text}{right}" for left, right, text in around)


Cell = (
    Text
    | Reference
    | Finding
    | Status
    | Strong
    | Foreign
    | Digest
    | Link
    | Blank
    | Ticks
    | Cut
    | Marked
)
