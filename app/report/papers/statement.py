"""The product classification statement: one page for customers and forwarders, and no clearance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Gap
from app.report.content import edition
from app.report.content.matter import Matter
from app.report.content.words import conclusion_words, iso, practice_words
from app.report.heads import foot, head, state
from app.report.known import Known
from app.report.sheets import Line, Lines, Part, Sheet, SheetContext, Signers, Words
from app.report.tables import AnyRow, Column, row, table

if TYPE_CHECKING:
    from app.report.content.conclusion import Conclusion
    from app.report.jobs import Paper
    from app.report.subject import Subject

KIND = "Product classification statement"
NO_CLEARANCE = (
    "This is not a licence determination. Whether an export, reexport, transfer or release needs a "
    "licence turns also on destination, end use, end user and the conduct of the parties, which are "
    "not looked at here. Whoever ships decides that for itself."
)
_UNDETERMINED = "Where an entry is not determined, treat the item as controlled until it is."
_BASIS = (
    "The entries are the firm's own classification, no ruling of an authority. They hold for the model "
    "and revision named, by the rules as read on the day at the foot, until one of these changes."
)
_COLUMNS = (
    Column("Item", 25),
    Column("Maker, model, revision", 25),
    Column("Regime", 16),
    Column("Entry", 34),
)


def statement(subject: Subject, paper: Paper) -> SheetContext:  # noqa: ARG001  # one for both papers
    """The statement: entries and edition, no party, no destination."""
    known = Known(Matter(subject, of_plan=True))
    rows = [each for key in known.items() for each in _rows(known, key)]
    parts: list[Part] = [
        Lines(
            (
                Line("Issued by", subject.house.name or known.words("exporter_name")),
                Line("Contact", known.words("exporter_contact")),
                Line("State of the classification", state(known.matter)),
            )
        ),
        table("Classification", _COLUMNS, rows, look="dense", nothing="No item is named."),
        Words(NO_CLEARANCE),
        Words(_BASIS),
    ]
    if any(not c.found.settled for key in known.items() for c in known.classes(key)):
        parts.append(Words(_UNDETERMINED))
    if old := edition.warning(edition.oldest(known.matter)):
        parts.append(Gap("The rules.", old))
    signer = known.words("compliance_officer")
    if not subject.as_of:
        parts.append(Signers((("For the firm", signer),)))
    front = head(known.matter, KIND, "Classification of products", _sub(subject),
                 status=subject.status)  # fmt: skip
    return SheetContext(front, (Sheet("", tuple(parts)),), foot(known.matter))


def _sub(subject: Subject) -> str:
    return f"Entries of the control lists on {iso(subject.moment)}. Not a licence determination."


def _rows(known: Known, item: str) -> list[AnyRow]:
    what = ", ".join(filter(None, (
        known.words("item_maker", item),
        known.words("item_model", item),
        known.words("item_revision", item),
    )))  # fmt: skip
    name = known.name("item", item)
    classes = known.classes(item)
    if not classes:
        return [row(name, what or "not stated", "", "Not classified.")]
    return [_row(name, what, each) for each in classes]


def _row(name: str, what: str, each: Conclusion) -> AnyRow:
    said = f"{conclusion_words(each.found)} {practice_words(each.found)}".strip()
    return row(name, what or "not stated", each.regime or each.stated.title, said)
