"""The ship / hold card: one page for the dock, with every condition that is still open.

It never says "ship": where nothing is open it says that a person by name may release, and who.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.content.matter import Matter
from app.report.content.words import (
    capital,
    conclusion_words,
    counted,
    listed,
    named,
    practice_words,
)
from app.report.heads import foot, head
from app.report.known import Known
from app.report.memo.bottom import main_of, worst_first
from app.report.memo.hold import holds
from app.report.sheets import Line, Lines, Part, Sheet, SheetContext, Signers, Statements, Words
from app.report.tables import AnyRow, Column, row, table

if TYPE_CHECKING:
    from app.report.jobs import Paper
    from app.report.subject import Subject

_MOST_DELIVERIES, _MOST_ACTIONS, _LONGEST = 6, 5, 200
_COLUMNS = (Column("Delivery", 36), Column("By the lists", 64))
_STANDING = (
    "A line without a licence by the lists is no clearance: end use, end users, lists of parties and "
    "General Prohibitions stand apart."
)
_SIGNED = "The facts are attested and the conclusion is adopted (section 15 of the memo)."
_SAME = "Items, quantities, parties and destination are those of the assessment."
_SCREENED = "All parties were screened again on the day of shipment."


def card(subject: Subject, paper: Paper) -> SheetContext:  # noqa: ARG001  # one for both papers
    """The card: hold while anything is open, and what each open condition is."""
    known = Known(Matter(subject))
    matter = known.matter
    # The memo's wording speaks of its sections; here they are the memo's.
    conditions = tuple(
        capital(f"{each.replace('(section', '(memo, section')}.") for each in holds(matter)
    )
    if matter.empty:
        conditions = ("The item is classified. Until then treat it as controlled.",)
    parts: list[Part] = [
        Lines(
            (
                Line("Items", known.listed_items()),
                Line("Order or delivery number"),
                Line("Planned day", known.words("planned_day")),
            )
        ),
        Statements("Hold until each of these is done", (*conditions, _SIGNED, _SAME, _SCREENED)),
        *_points(matter),
        _deliveries(known),
        Words(_STANDING, small=True),
    ]
    if actions := _actions(matter):
        parts.append(Statements("Actions that the law calls for", actions))
    if not subject.as_of:
        release = known.words("order_lead")
        parts.append(Signers((("Released by", release), ("Officer with stop authority",
                                                         known.words("stop_officer")))))  # fmt: skip
    title = "Hold" if conditions else "Hold until released by name"
    sub = f"{capital(counted(len(conditions), 'condition'))} of the assessment still open."
    front = head(matter, "Ship / hold card", title, sub, status=subject.status)
    return SheetContext(front, (Sheet("", tuple(parts)),), foot(matter))


def _points(matter: Matter) -> tuple[Part, ...]:
    """The open points in words, since the dock has no memo at hand."""
    said = [f"{p.ref} {p.asked.question.short}" for p in matter.open_points if p.settles]
    return (Words(f"Open points: {listed(said, 8)}.", small=True),) if said else ()


def _deliveries(known: Known) -> Part:
    found = worst_first(main_of(known.matter.of_kind("licence")))
    rows: list[AnyRow] = [
        row(named(known.matter, each.stated.of, each.found.keys) or each.stated.title,
            f"{each.regime + ': ' if each.regime else ''}{conclusion_words(each.found)} "
            f"{practice_words(each.found)}".strip())
        for each in found[:_MOST_DELIVERIES]
    ]  # fmt: skip
    more = len(found) - _MOST_DELIVERIES
    note = (
        f"{capital(counted(more, 'more delivery', 'more deliveries'))} in the memo."
        if more > 0
        else ""
    )
    nothing = "No item or no destination is named, so nothing is determined."
    return table("Deliveries", _COLUMNS, rows, look="dense", note=note, nothing=nothing)


def _actions(matter: Matter) -> tuple[str, ...]:
    """The first actions that are certain, and how many more there are."""
    certain = [each for each in matter.law_to_dos if each.certain]
    said = [_cut(f"{each.do}{f' ({each.subject})' if each.subject else ''}") for each in certain]
    said = list(dict.fromkeys(said))
    more = len(said) - _MOST_ACTIONS
    rest = [f"{counted(more, 'more action')} in section 13 of the memo."] if more > 0 else []
    return (*said[:_MOST_ACTIONS], *rest)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
