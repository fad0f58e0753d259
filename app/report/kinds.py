"""What a kind of document is: a row of the one table in `documents`.

A document is a folder of report_templates and a function that fills it; whoever adds one adds a row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from app.report.jobs import Limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.report.jobs import Paper
    from app.report.subject import Subject


class Family(Enum):
    """Where a document stands in lists; the value is the heading there."""

    MAIN = "Memo and plan"
    RECORD = "Records"
    PAPER = "Short papers"
    WORKSHEET = "Worksheets"
    FORM = "Pages to sign"


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: its name on the command line, its title, its template, what fills it.

    ``carries``: the assessment goes into the file; what leaves the firm carries its hash only.
    ``named``: its file bears the name of the assessment; a paper that leaves the firm must not.
    ``fillable``: the file has fields to fill, so it is PDF/UA and not an archive's PDF/A.
    ``limits``: what making it may take; a record of hundreds of hits is long.
    """

    id: str
    title: str
    says: str
    family: Family
    template: str
    context: Callable[[Subject, Paper], Any]
    carries: bool = False
    fillable: bool = False
    named: bool = True
    limits: Limits = field(default_factory=Limits)
