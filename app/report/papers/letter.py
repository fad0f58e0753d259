"""The letter that asks a maker for what is missing: the smallest sets that would settle, and its own class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.cells import Blank
from app.report.content.matter import Matter
from app.report.content.words import capital, listed, shortened
from app.report.heads import foot, head
from app.report.known import Known
from app.report.sheets import Line, Lines, Part, Sheet, SheetContext, Signers, Words
from app.report.tables import AnyRow, Column, row, table

if TYPE_CHECKING:
    from app.report.content.conclusion import OpenPoint
    from app.report.jobs import Paper
    from app.report.subject import Subject

_COLUMNS = (
    Column("No.", 6),
    Column("We ask for", 42),
    Column("Why", 27),
    Column("Your answer", 25),
)
_LEAD = (
    "For the export classification of the items below some figures are missing. Each is asked because a "
    "conclusion turns on it. Please answer in writing, with the document and page it stands on. If a "
    "figure is not known to you, say so; it is then carried as not known and never read as no."
)
_OF_MAKER = ("classification", "worksheet", "items", "jurisdiction")
"""The sections whose questions a maker can answer."""
_CLASS = "Your own classification by the control lists, with its basis (own, or number of a ruling)"


def letter(subject: Subject, paper: Paper) -> SheetContext:  # noqa: ARG001  # one for both papers
    """One letter for each maker; items without a maker's name go into one with a line for it."""
    known = Known(Matter(subject))
    makers: dict[str, list[str]] = {}
    for item in known.items():
        makers.setdefault(known.words("item_maker", item), []).append(item)
    sheets = tuple(_sheet(known, maker, items) for maker, items in (makers or {"": []}).items())
    front = head(known.matter, "Letter", "Request for figures", "To be signed by the firm or thrown away.",
                 status="DRAFT")  # fmt: skip
    return SheetContext(front, sheets, foot(known.matter))


def _sheet(known: Known, maker: str, items: list[str]) -> Sheet:
    parts: list[Part] = [
        Lines(
            (
                Line("To", maker),
                Line("From", known.matter.subject.house.name or known.words("exporter_name")),
                Line("Contact", known.words("exporter_contact")),
                Line("About", listed([_what(known, item) for item in items], 12)),
                Line("Answer wanted by"),
            )
        ),
        Words(_LEAD),
        table("What is missing", _COLUMNS, _rows(known, items), look="dense"),
        Signers((("For the firm", ""), ("Answered for the maker", ""))),
    ]
    return Sheet(f"To {maker}" if maker else "To a maker not named", tuple(parts))


def _what(known: Known, item: str) -> str:
    model = ", ".join(
        filter(None, (known.words("item_model", item), known.words("item_revision", item)))
    )
    return f"{known.name('item', item)} ({model})" if model else known.name("item", item)


def _rows(known: Known, items: list[str]) -> list[AnyRow]:
    asked = [(_asked(known, p), _why(p)) for p in known.matter.open_points if _concerns(p, items)]
    if any(known.answer("maker_classified", item) is not True for item in items) or not items:
        asked.append((_CLASS, "It is recorded as a fact and compared with our own."))
    return [row(str(n), what, why, Blank()) for n, (what, why) in enumerate(asked, 1)]


def _concerns(point: OpenPoint, items: list[str]) -> bool:
    asked = point.asked
    return (
        asked.question.of == ("item",)
        and asked.keys[0] in items
        and asked.question.section in _OF_MAKER
    )


def _asked(known: Known, point: OpenPoint) -> str:
    name = known.name("item", point.asked.keys[0])
    return f"{name}: {capital(shortened(point.asked.question.ask, 300))}"


def _why(point: OpenPoint) -> str:
    """The classifications that turn on it; nothing of destinations and parties goes to a maker."""
    kinds = ("classification", "jurisdiction")
    turns = [each.found.title for each in point.turns if each.stated.kind in kinds]
    return f"It bears on: {listed(list(dict.fromkeys(turns)), 3)}." if turns else "It is not known."
