"""Sections 12 to 14: counter-arguments, conditions while points are open, and triggers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.assessment.confidence import Reason
from app.report.blocks import Block, Bullets, Gap, Heading, Paragraph, Section
from app.report.cells import not_known
from app.report.content import edition
from app.report.content.words import cited, iso, listed, named, sentence
from app.report.memo.basics import titled
from app.report.memo.hold import holds
from app.report.memo.numbers import margin, nearest, open_distances
from app.report.numbering import Ref
from app.report.tables import AnyRow, Column, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.distance import Distance
    from app.assessment.review import ToDo
    from app.report.content.matter import Matter
    from app.report.subject import OwnAction

_NEAREST = 4


def counter(matter: Matter) -> Section:
    """Section 12: the strongest arguments the other way, from limits and readings."""
    blocks: list[Block] = []
    close = list(
        {(k, d.figure, d.limit): (k, r, d) for k, r, d in reversed(nearest(matter))}.values()
    )
    close.sort(key=lambda each: abs((each[2].ratio or 1) - 1))
    above = [each for each in close if (each[2].ratio or 0) >= 1]
    below = [each for each in close if (each[2].ratio or 0) < 1]
    sides = (("For a higher control", below, _HIGHER), ("For a lower control", above, _LOWER))
    for title, side, words in sides:
        if side:
            blocks.append(Heading(title))
            blocks += [Paragraph(_argument(matter, each, words)) for each in side[:_NEAREST]]
    if open_distances(matter):
        blocks.append(Heading("Where a figure is not known"))
        blocks += [
            Paragraph(_undecided(matter, each)) for each in open_distances(matter)[:_NEAREST]
        ]
    readings = list(_readings(matter))
    if readings:
        blocks += [Heading("Other readings, text and practice"), *map(Paragraph, readings)]
    if blocks:
        blocks.append(Paragraph(_ASK))
    nothing = "Counter-arguments are drawn from figures and readings; there are none to test yet."
    return Section(
        "Counter-arguments and risk", tuple(blocks) or (Gap("Nothing to argue yet.", nothing),)
    )


_HIGHER = "A higher claim by the maker, another way to count or a later limit would reach it."
_LOWER = "A lower figure in a better source, or another way to count, would fall below it."
_ASK = (
    "Where an argument above would change the result and counsel cannot dismiss it, the authority "
    "can be asked for a formal classification or an advisory opinion before anything is sent."
)


def _argument(matter: Matter, each: tuple[tuple[str, ...], str, Distance], words: str) -> str:
    keys, rule, found = each
    ref = matter.sheets.get((found.figure, keys))
    name = named(matter, matter.q.rules[rule].of, keys)
    sheet = f" ({ref})" if ref else ""
    return (
        f"{name}: {found.title} is {found.words}{sheet}, {margin(found)} from the "
        f"{found.limit_title}. {words}"
    )


def _undecided(matter: Matter, each: tuple[tuple[str, ...], str, Distance]) -> str:
    keys, rule, found = each
    name = named(matter, matter.q.rules[rule].of, keys)
    title = found.title or matter.q.rules[rule].name
    return f"{name}: {title} is {found.words}, the {found.limit_title}; it may lie on either side."


def _readings(matter: Matter) -> Iterator[str]:
    said: dict[tuple[str, str, str], list[str]] = {}
    for each in matter.conclusions:
        for because in each.confidence.reasons:
            if because.reason is not Reason.OPEN:
                at = (because.reason.value, because.name, because.note)
                said.setdefault(at, []).append(titled(matter, each))
    for (reason, name, note), titles in said.items():
        about = f" ({name})" if name else ""
        concerned = listed(list(dict.fromkeys(titles)), 4)
        yield f"{sentence(reason + about)} {sentence(note) if note else ''} It concerns {concerned}."


# --- 13 ---------------------------------------------------------------------------------------

_WHILE_OPEN = (
    "Treat the item as controlled at the highest outcome that is still possible.",
    "Send, show, upload or give access to nothing that this memo calls required or not determined.",
    "Mark drawings, files and boxes with the entry stated in section 1, or as not yet classified.",
    "Tell sales and the forwarder that no date is promised before section 15 is signed.",
)
_ACTIONS = (
    Column("No.", 7),
    Column("Action", 40),
    Column("About", 18),
    Column("Owner", 20),
    Column("Due", 15),
)


def conditions(matter: Matter) -> Section:
    """Section 13: what holds while points are open, and who does what."""
    found = holds(matter)
    said = f"Nothing moves until {listed(found, 9)}." if found else (
        "No hold follows from the conclusions. The facts and the adoption still have to be signed."
    )  # fmt: skip
    rows = [_action(n, each) for n, each in enumerate(matter.law_to_dos, 1)]
    rows += [_own(n, each) for n, each in enumerate(matter.subject.own_actions, len(rows) + 1)]
    rows += _answering(matter, len(rows))
    return Section(
        "Conditions while points are open, and actions",
        (
            Paragraph(said),
            Bullets(_WHILE_OPEN),
            table("Actions", _ACTIONS, rows, nothing="No action is called for."),
        ),
    )


def _action(number: int, each: ToDo) -> AnyRow:
    perhaps = "" if each.certain else "Perhaps called for, not known yet. "
    places = f" ({cited(each.cites)})" if each.cites else ""
    said = f"{perhaps}{sentence(each.do)} {sentence(each.because) if each.because else ''}{places}"
    return row(
        Ref("A", number),
        said,
        each.subject or "The assessment",
        each.owner if each.owner and each.owner != "not known" else not_known("Not yet named."),
        each.due if each.due and each.due != "not known" else not_known("No date set."),
    )


def _own(number: int, each: OwnAction) -> AnyRow:
    said, done = (
        each.assigned,
        f" Done: {sentence(each.assigned.done)}" if each.assigned.done else "",
    )
    return row(
        Ref("A", number),
        f"{sentence(each.does)}{done}",
        "Added by hand",
        said.owner or not_known("Not yet named."),
        said.due or not_known("No date set."),
    )


def _answering(matter: Matter, after: int) -> list[AnyRow]:
    """An action for each open point: somebody has to find the answer."""
    return [
        row(
            Ref("A", after + n),
            f"Find the answer to {point.ref}: {point.asked.question.ask}",
            named(matter, point.asked.question.of, point.asked.keys) or "The assessment",
            not_known("Not yet named."),
            not_known("No date set."),
        )
        for n, point in enumerate(matter.open_points, 1)
    ]


# --- 14 ---------------------------------------------------------------------------------------

_TRIGGERS = (
    ("New hardware revision, firmware or performance mode", "Figures and section 6 anew"),
    ("A data sheet or maker’s statement with another figure", "Facts and section 6 anew"),
    ("A new destination, party, owner or head office", "Sections 10 and 11 anew"),
    ("A party is put on a restricted-party list", "Section 10 anew; hold until cleared"),
    ("A new purpose, user or place of use", "Section 10 anew"),
    ("A letter from the authority", "Everything stops; counsel at once"),
)


def triggers(matter: Matter) -> Section:
    """Section 14: what makes a new revision necessary, with the days that are already known."""
    columns = (Column("Trigger", 56), Column("Consequence", 44))
    rows = [row(*each) for each in _TRIGGERS]
    day = matter.today.day
    for change in edition.changes(matter.q, day, day + dt.timedelta(days=edition.AHEAD)):
        what = (
            f"{iso(change.day)}: {change.what} ({change.before} until then, {change.after} after)"
        )
        rows.append(row(what, "Every conclusion that rests on it anew"))
    for folder in edition.law_folders(matter.q):
        if folder.edition:
            last = folder.edition.read_on + dt.timedelta(days=edition.UNRELIABLE_FROM)
            rows.append(row(f"{iso(last)}: the edition {folder.edition.id} is 180 days old",
                            "Read the rules again before relying on this memo"))  # fmt: skip
    year = matter.subject.moment.date() + dt.timedelta(days=365)
    rows.append(row(f"{iso(year)}: one year has passed", "New revision in any case"))
    return Section("What would change this, and expiry",
                   (table("Triggers for a new revision", columns, rows),))  # fmt: skip
