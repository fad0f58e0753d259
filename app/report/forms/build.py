"""A form filled from an assessment: one sheet for each member it is about, or one blank one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.content.matter import Matter
from app.report.forms.texts import Each
from app.report.heads import foot, head
from app.report.known import Known
from app.report.sheets import Line, Lines, Part, Sheet, SheetContext, Signers, Statements, Words
from app.report.tables import Column, row, table

if TYPE_CHECKING:
    from app.report.forms.texts import Ask, FormText
    from app.report.jobs import Paper
    from app.report.subject import Subject

_ITEMS = (Column("Item", 34), Column("Model, revision", 22), Column("Classification", 44))
_RECEIVERS = ("end_user", "ultimate_consignee")
_NO_FIRM = "the exporter"


def form(
    text: FormText,
    subject: Subject,
    paper: Paper,  # noqa: ARG001  # one for both papers
    *,
    fillable: bool = False,
) -> SheetContext:
    """A form with all that is known already written in."""
    known = Known(Matter(subject, of_plan=True))
    sheets = tuple(
        _sheet(text, known, bound, number) for number, bound in enumerate(_bound(text, known), 1)
    )
    sub = _for(text.lead, known)
    status = "" if not subject.as_of else "NOT TO BE SIGNED"
    front = head(known.matter, f"Form F{text.number}", text.title, sub, status=status)
    return SheetContext(front, sheets, foot(known.matter), fillable)


def firm(known: Known) -> str:
    """The firm's own name as set, else the exporter's as answered, else what it is."""
    return known.matter.subject.house.name or known.words("exporter_name") or _NO_FIRM


def _for(words: str, known: Known) -> str:
    """Words with the firm's name in its place, and one full stop where the name brings its own."""
    return words.replace("{firm}", firm(known)).replace("..", ".")


def _bound(text: FormText, known: Known) -> list[dict[str, str]]:
    """For whom a sheet is made; one without anybody where nobody is entered."""
    members: tuple[str, ...] = ()
    if text.each is Each.RECEIVER:
        members = tuple(known.parties(*_RECEIVERS))
    elif text.each is not Each.ONCE:
        members = known.matter.members(text.each.value)
    return [{text.each.value: key} for key in members] or [{}]


def _sheet(text: FormText, known: Known, bound: dict[str, str], number: int) -> Sheet:
    title = next((known.name(group, key) for group, key in bound.items()), "")
    parts: list[Part] = [Lines(tuple(_line(ask, known, bound) for ask in text.asks))]
    if text.items and known.items():
        parts.append(_items(known))
    if text.stated:
        words = tuple(_for(each, known) for each in text.stated)
        parts.append(Statements("I state" if _of_one(text) else "It is stated", words))
    if known.matter.subject.as_of:
        parts.append(Words("Made for another day than that of its making: not to be signed."))
    elif text.signers:
        parts.append(
            Signers(tuple((r, known.said(q, bound) if q else "") for r, q in text.signers))
        )
    return Sheet(f"{number}. {title}" if title else "", tuple(parts))


def _of_one(text: FormText) -> bool:
    """Whether one person speaks, so that the statements say I."""
    return any(" I " in f" {each}" or "My " in each for each in text.stated)


def _line(ask: Ask, known: Known, bound: dict[str, str]) -> Line:
    return Line(ask.label, known.said(ask.question, bound) if ask.question else "", tall=ask.tall)


def _items(known: Known) -> Part:
    rows = []
    for key in known.items():
        model = ", ".join(
            filter(None, (known.words("item_model", key), known.words("item_revision", key)))
        )
        classified = known.classified(key) or "Not classified yet."
        rows.append(row(known.name("item", key), model or "not stated", classified))
    note = "Classifications are those of the exporter on the day of this form; no licence determination."
    return table("Items", _ITEMS, rows, look="dense", note=note)
