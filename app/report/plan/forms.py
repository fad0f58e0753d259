"""The pages to print: briefing and acknowledgement; and the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Blanks, Paragraph, Section, signatures
from app.report.cells import Blank, Ticks
from app.report.tables import Column, pairs, row, table

if TYPE_CHECKING:
    from app.report.content.matter import Matter
    from app.report.subject import Subject

_BLANKS = (
    "Name in capitals",
    "Employer",
    "Work location",
    "Register number",
    "Items I may access (T-numbers)",
    "Access ends on",
)
STATEMENTS = (
    "I have read this plan, or it was explained to me, and my questions were answered.",
    "I may access only the items written above, for my work, at the places named.",
    "I will not show, send, describe or make reachable any of them to anyone not registered for them.",
    "Administrator rights, screen sharing and pictures count as access.",
    "I will put nothing controlled into an AI tool that this plan does not approve.",
    "If something goes wrong, or I am not sure, I will stop and call the number in section 4.",
    "My duties go on after my access, or my employment, has ended.",
    "I know that I may report a concern in good faith without fear for my position.",
)


def acknowledgement(subject: Subject) -> Section:
    """Form F1, a page of its own: signed before the first access and filed with the register."""
    columns = (Column("I state", 86), Column("Yes", 14))
    rows = [row(text, Ticks(("yes",))) for text in STATEMENTS]
    signers = [("Person", Blank()), ("Briefed by", Blank())]
    lines = () if subject.as_of else (signatures("Signatures", signers),)
    return Section(
        "Form F1: briefing and acknowledgement",
        (
            Paragraph("To be signed before the first access and filed with the register."),
            Blanks(_BLANKS),
            table("Statements", columns, rows),
            *lines,
        ),
        new_page=True,
    )


def glossary(matter: Matter) -> Section:
    """The words of the plan and of the questionnaires."""
    terms = sorted(matter.q.glossary.items(), key=lambda term: term[0].lower())
    shown = terms or [("Plan", "What this document is: who may reach what is controlled.")]
    return Section("Glossary", (pairs(shown, 24),), new_page=True)
