"""What goes to a rendering process and what comes back: frozen values, nothing else."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from app.report.characters import Unprintable
from app.report.errors import ReportError


class Paper(Enum):
    """The sheet; the text block is equally wide on both, so lines break alike."""

    LETTER = "letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a rendering may use. Memory is address space and counts where the system can limit it."""

    seconds: float = 120.0
    megabytes: int = 1500
    characters: int = 2_000_000


@dataclass(frozen=True, slots=True)
class RenderJob:
    """A document to make.

    The context is a frozen dataclass whose fields are the names that the template sees. The moment
    stands in the file as its date. Folders are searched for templates before the shipped ones. A
    fillable document has fields, which an archive's PDF/A may not have: it is PDF/UA only. The
    logo is what `app:logo` gives a template.
    """

    template: str
    context: Any
    moment: datetime
    attachment: bytes | None = None
    paper: Paper = Paper.LETTER
    limits: Limits = field(default_factory=Limits)
    folders: tuple[Path, ...] = ()
    fillable: bool = False
    logo: bytes = b""


OWN_BROKEN = "Own templates in"
"""How the remark begins that says why the shipped templates were used instead of the firm's own."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished document, what in it could not be printed, and what the type-setter remarked."""

    pdf: bytes
    pages: int
    seconds: float
    unprintable: tuple[Unprintable, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def broken(self) -> str:
        """Why the firm's own templates were not used; nothing where they were, or are none."""
        return next((each for each in self.remarks if each.startswith(OWN_BROKEN)), "")


@dataclass(frozen=True, slots=True, order=True)
class Ticket:
    """Names a job that was started."""

    number: int


@dataclass(frozen=True, slots=True)
class Ready:
    """A process has loaded what it needs; no job's business, so it never reaches a skin."""


@dataclass(frozen=True, slots=True)
class Started:
    """A process has begun with the job."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class LaidOut:
    """All pages are laid out; what is left is writing."""

    ticket: Ticket
    pages: int


@dataclass(frozen=True, slots=True)
class Writing:
    """The file is being written."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class Done:
    """The document is ready."""

    ticket: Ticket
    rendered: Rendered


@dataclass(frozen=True, slots=True)
class Failed:
    """There will be no document; the error says why. Cancelling ends here too."""

    ticket: Ticket
    error: ReportError


Progress = Started | LaidOut | Writing | Done | Failed
