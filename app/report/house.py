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


@dataclass(frozen=True, slots=True)
class House:
    """A firm's own; everything unset prints as if there were no such thing.

    ``counsel`` is who directed the work, for the legend that says so.  ``logo`` holds the bytes of
    a PNG that was made when the logo was chosen: no file of a user's reaches the type-setter.
    """

    name: str = ""
    legend: Legend = Legend.NONE
    counsel: str = ""
    paper: Paper = Paper.LETTER
    logo: bytes = b""
    templates: tuple[Path, ...] = ()
