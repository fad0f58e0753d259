"""The screening record: a document of its own, and the same sections as an annex of the memo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.report.blocks import Front, Section
from app.report.content.matter import Matter
from app.report.content.words import iso
from app.report.heads import state
from app.report.jobs import Limits
from app.report.kinds import DocumentKind, Family
from app.report.numbering import Entry, contents
from app.report.screening import record
from app.report.seal import seal
from app.report.tables import Pairs, pairs

if TYPE_CHECKING:
    from app.report.jobs import Paper
    from app.report.subject import Subject

TITLE = "Screening record"


@dataclass(frozen=True, slots=True)
class ScreeningContext:
    """What the template of the screening record sees."""

    front: Front
    cover: Pairs
    say: str
    hold: str
    open: str
    sections: tuple[Section, ...]

    @property
    def contents(self) -> tuple[Entry, ...]:
        """The lines of the contents."""
        return contents(("Result", *(each.title for each in self.sections)))


def screening_context(subject: Subject, paper: Paper) -> ScreeningContext:  # noqa: ARG001  # one for both papers
    """Everything that the screening record prints, decided."""
    found = subject.screened
    exporter = subject.assessment.answers.get("exporter_name")
    cover = (
        ("From", exporter if isinstance(exporter, str) and exporter else "Exporter not named yet"),
        ("About", subject.name or "An assessment without a name"),
        ("Searched", record.searched(found)),
        ("Printed", f"{iso(subject.moment)} with {subject.program or 'Clearway'}"),
    )
    return ScreeningContext(
        front=_front(subject),
        cover=pairs(cover, 15, "tight"),
        say=record.result(found),
        hold=record.hold(found),
        open=record.not_searched(found),
        sections=(*record.sections(found), record.signed(as_of=subject.as_of)),
    )


def _front(subject: Subject) -> Front:
    matter = Matter(subject)
    return Front(
        kind=TITLE,
        title=subject.name or "Assessment without a name",
        sub="Restricted-party lists: what was searched, in what, when, and what was decided",
        author=subject.author,
        number=subject.name or "Assessment",
        revision=state(matter),
        edition="Lists as named in section 3",
        status=subject.status,
        house=subject.house,
        seal=seal(subject),
    )


KINDS = (
    DocumentKind(
        "screening",
        TITLE,
        "Which names were searched in which lists, every hit, and who decided what.",
        Family.RECORD,
        "screening/screening.html.j2",
        screening_context,
        limits=Limits(seconds=600.0, megabytes=3000),
    ),
)
"""The row of the table of documents for the screening record."""
