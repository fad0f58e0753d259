"""The head of a sheet, and what stands at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Front
from app.report.content import edition
from app.report.content.words import iso
from app.report.seal import seal

if TYPE_CHECKING:
    from app.report.content.matter import Matter


def head(matter: Matter, kind: str, title: str, sub: str, *, status: str = "") -> Front:
    """A head that names neither the assessment nor its author: sheets leave the firm."""
    return Front(
        kind=kind,
        title=title,
        sub=sub,
        author=matter.subject.house.name,
        number=title,
        revision=state(matter),
        edition=edition.edition_line(matter),
        status=status,
        house=matter.subject.house,
        seal=seal(matter.subject),
    )


def state(matter: Matter) -> str:
    """Which state of the assessment a sheet shows, and of which day."""
    subject = matter.subject
    if subject.as_of:
        return f"As of {iso(matter.today.day)}"
    number = f"Revision {subject.revision}" if subject.revision else "Draft"
    return f"{number}, {iso(subject.moment)}"


def foot(matter: Matter) -> str:
    """By which program, from which rules, on which day."""
    subject = matter.subject
    return f"Made on {iso(subject.moment)} with {subject.program or 'Clearway'}."
