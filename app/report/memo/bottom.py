"""Section 1: the answer on half a page, worst first, with every number traceable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.report.cells import Strong
from app.report.content.findings import decisive
from app.report.content.regimes import caution, concluded, of_regime, with_authority
from app.report.content.words import (
    capital,
    conclusion_words,
    counted,
    grade,
    iso,
    listed,
    named,
    practice_words,
    sentence,
    short,
)
from app.report.memo.adopted import adopted_head, adopted_words
from app.report.memo.hold import APART, hold, open_head, open_points
from app.report.tables import AnyRow, Column, GroupRow, Table, row, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.assessment.determination import Determination
    from app.report.content.conclusion import Conclusion
    from app.report.content.matter import Matter

NOTHING = "Nothing can be determined yet. This is not a finding that the item is free of controls."
_MOST_ROWS = 6
_COLUMNS = (
    Column("About", 20),
    Column("Conclusion", 33),
    Column("Confidence", 13),
    Column("Decisive fact", 34),
)
_TONES = ("required", "open", "depends", "none")
_LICENCE = ("licence", "exception", "policy")


@dataclass(frozen=True, slots=True)
class Bottom:
    """The answer, what must not happen, and what is open."""

    say: str
    table: Table
    changes: str
    hold: str
    open_head: str
    open: str
    adopted_head: str = ""
    adopted: str = ""


def bottom(matter: Matter) -> Bottom:
    """Section 1 of a memo."""
    return Bottom(
        say=_say(matter),
        table=table("The conclusions in short", _COLUMNS, _rows(matter), look="dense",
                    note=_note(matter)),
        changes=_changes(matter),
        hold=hold(matter),
        open_head=open_head(matter),
        open=open_points(matter),
        adopted_head=adopted_head(matter),
        adopted=adopted_words(matter),
    )  # fmt: skip


def main_of(conclusions: Iterable[Conclusion]) -> list[Conclusion]:
    """For each member the conclusion with the most outcomes: the one that the others serve."""
    best: dict[tuple[str, tuple[str, ...]], Conclusion] = {}
    for each in conclusions:
        at = (each.regime, each.found.keys)
        held = best.get(at)
        if held is None or len(each.stated.outcomes) > len(held.stated.outcomes):
            best[at] = each
    return list(best.values())


def worst_first(conclusions: Iterable[Conclusion]) -> list[Conclusion]:
    """Required, then open, then what depends, then none."""
    return sorted(conclusions, key=lambda each: _TONES.index(each.found.tone))


# --- the sentence ---------------------------------------------------------------------------


def _say(matter: Matter) -> str:
    if matter.empty:
        return NOTHING
    spoken = concluded(matter)
    said = [_of_regime(matter, name, alone=len(spoken) == 1) for name in spoken]
    differs = "The conclusions are not the same on all days. " if _changed(matter) else ""
    return differs + (" ".join(filter(None, said)) or _others(matter))


def _others(matter: Matter) -> str:
    settled = [each for each in matter.conclusions if each.found.settled]
    return (
        f"{len(settled)} of {counted(len(matter.conclusions), 'conclusion')} can be drawn. "
        "No item has a classification yet, and this is not a finding that any is free of controls."
    )


def _of_regime(matter: Matter, regime: str, *, alone: bool) -> str:
    """What one regime says, under its name where several speak."""
    items = main_of(of_regime(matter.of_kind("classification"), regime))
    said = [
        *_classes(matter, items),
        *_licences(matter, regime),
        *_prohibitions(matter, regime),
    ]
    head = "" if alone or not regime else f"{regime}: "
    return " ".join((head + said[0], *said[1:])) if said else ""


def _classes(matter: Matter, items: list[Conclusion]) -> list[str]:
    said = []
    for each in worst_first(items)[:2]:
        name = capital(named(matter, each.stated.of, each.found.keys)) or each.stated.title
        if each.found.settled:
            said.append(f"{name}: {short(each.found.says)}.")
        else:
            said.append(f"The classification of {name} is not determined.")
    more = len(items) - 2
    return [*said, f"{capital(counted(more, 'more item'))} in the table."] if more > 0 else said


def _licences(matter: Matter, regime: str) -> list[str]:
    groups: dict[str, list[Conclusion]] = {}
    for each in main_of(of_regime(matter.of_kind("licence"), regime)):
        groups.setdefault(_licence_words(each), []).append(each)
    for each in main_of(of_regime(matter.of_kind("policy"), regime)):
        if each.found.settled and each.found.tone != "none":
            groups.setdefault(f"Review: {each.found.says.rstrip('.').lower()}", []).append(each)
    return [_licence_sentence(matter, words, group) for words, group in groups.items()]


def _licence_words(each: Conclusion) -> str:
    if not each.found.settled:
        return "Whether a licence is needed is not determined"
    differs = "; text and practice differ" if each.found.differs else ""
    return each.found.says.rstrip(".") + differs


def _licence_sentence(matter: Matter, words: str, group: list[Conclusion]) -> str:
    if len(group) == 1 and not words.startswith("Review"):
        only = group[0]
        return f"{words}: {named(matter, only.stated.of, only.found.keys)}."
    return f"{words}." if len(group) == 1 else f"{words}: {len(group)} deliveries."


def _prohibitions(matter: Matter, regime: str) -> list[str]:
    found = [
        f"{each.found.title}: {each.found.says[:1].lower()}{each.found.says[1:]}"
        for each in of_regime(matter.of_kind(*APART), regime)
        if each.found.settled and each.found.tone == "required"
    ]
    return [sentence(says) for says in dict.fromkeys(found)]


# --- the table --------------------------------------------------------------------------------


def _rows(matter: Matter) -> list[AnyRow]:
    if matter.empty:
        return []
    found: list[AnyRow] = []
    for title, chosen, _ in _groups(matter):
        found += [GroupRow(title), *(_row(matter, each) for each in chosen)]
    return found


def _groups(matter: Matter) -> Iterator[tuple[str, list[Conclusion], int]]:
    """By kind, and under a kind by regime: the heading, the rows shown and how many are not."""
    for title, kind in (
        ("Classification", "classification"),
        ("Licence by destination", "licence"),
    ):
        spoken = concluded(matter, kind)
        several = len(matter.regimes - {""}) > 1
        for regime in spoken:
            found = worst_first(main_of(of_regime(matter.of_kind(kind), regime)))
            most = _MOST_ROWS // len(spoken)
            name = with_authority(matter, regime) if kind == "licence" else regime
            head = f"{title}: {name}" if several and regime else title
            yield head, found[:most], len(found[most:])


def _row(matter: Matter, each: Conclusion) -> AnyRow:
    deliveries = each.stated.kind == "licence"
    then = _served(matter, each) if deliveries else practice_words(each.found)
    name = named(matter, each.stated.of, each.found.keys) or each.stated.title
    return row(
        name,
        Strong(conclusion_words(each.found), then),
        grade(each, _settled_by(matter, each)),
        decisive(matter, each) or "See section 7.",
    )


def _served(matter: Matter, licence: Conclusion) -> str:
    """Practice, exceptions that are not shut and the review policy, in one line."""
    found = licence.found
    mine = of_regime(matter.conclusions, licence.regime)
    others = [c for c in mine if c.found.keys == found.keys and c is not licence]
    said = [practice_words(found)]
    exceptions = [c for c in others if c.stated.kind == "exception"]
    if exceptions:
        left = [c.found.title for c in exceptions if c.found.tone != "required"]
        said.append(f"Exceptions not shut: {listed(left, 3) or 'none'}.")
    said += [sentence(f"Review: {_lower(c)}") for c in others if c.stated.kind == "policy"]
    return " ".join(each for each in said if each)


def _lower(each: Conclusion) -> str:
    words = conclusion_words(each.found)
    return words[:1].lower() + words[1:]


def _settled_by(matter: Matter, each: Conclusion) -> str:
    refs = [str(matter.opens[at]) for at in matter.settling(each).addresses if at in matter.opens]
    return f"settled by {listed(refs, 3)}" if refs else ""


def _note(matter: Matter) -> str:
    cut = sum(left for _, _, left in _groups(matter))
    more = [f"{capital(counted(cut, 'more row'))} in sections 7 and 11."] if cut else []
    cautions = (caution(matter, regime) for regime in concluded(matter))
    return " ".join([*more, *filter(None, cautions)])


# --- days -------------------------------------------------------------------------------------


def _changed(matter: Matter) -> list[tuple[Conclusion, Determination]]:
    return [(each, later) for each in matter.conclusions for later in each.changes]


def _changes(matter: Matter) -> str:
    said = [
        f"{named(matter, each.stated.of, each.found.keys)}, {each.found.title}: on "
        f"{iso(later.day)} {conclusion_words(later)} Today: {conclusion_words(each.found)}"
        for each, later in _changed(matter)
    ]
    return " ".join(said[:3]) + (f" {len(said) - 3} more in section 11." if len(said) > 3 else "")  # noqa: PLR2004
