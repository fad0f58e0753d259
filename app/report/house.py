"""What a firm sets once for all its documents: name, logo, handling legend, paper, own templates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from app.report.jobs import Paper

if TYPE_CHECKING:
    from pathlib import Path


class Legend(Enum):
    """What a document says about how it is handled."""

    NONE = "none"
    CONFIDENTIAL = "confidential"
    COUNSEL = "counsel"


_MARKS = {
    Legend.NONE: "",
    Legend.CONFIDENTIAL: "CONFIDENTIAL",
    Legend.COUNSEL: "DIRECTED BY COUNSEL",
}


@dataclass(frozen=True, slots=True)
class House:
    """A firm's own; everything unset prints as if there were no such thing.

    ``counsel`` is who directed the work, for the legend that says so.  ``logo`` holds the bytes of
    a PNG or SVG that ``logo.checked_logo`` let through.
    """

    name: str = ""
    legend: Legend = Legend.NONE
    counsel: str = ""
    paper: Paper = Paper.LETTER
    logo: bytes = b""
    templates: tuple[Path, ...] = ()

    @property
    def handling(self) -> str:
        """The legend in words, with what it does not do."""
        match self.legend:
            case Legend.NONE:
                return ""
            case Legend.CONFIDENTIAL:
                return "Confidential: not to be passed on without the firm's consent."
            case Legend.COUNSEL:
                whom = f" ({self.counsel})" if self.counsel else ""
                return (
                    f"Prepared at the direction of counsel{whom}, as the firm states. "
                    "A legend by itself makes no privilege."
                )

    @property
    def mark(self) -> str:
        """The legend as the head of every page prints it."""
        return _MARKS[self.legend]
