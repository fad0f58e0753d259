"""Sections 2 to 4: what was asked, the facts, and what is assumed or not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.confidence import Reason
from app.report.blocks import Block, Paragraph, Section
from app.report.cells import Finding, Verdict, not_known
from app.report.content.words import (
    about,
    answer_cell,
    capital,
    checked_by,
    conclusion_words,
    counted,
    given_on,
    iso,
    listed,
    named,
    sentence,
    source_of,
)
from app.report.numbering import Ref
from app.report.tables import AnyRow, Column, GroupRow, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.report.content.conclusion import Conclusion, OpenPoint
    from app.report.content.matter import Matter

_KINDS = {
    "jurisdiction": "Jurisdiction",
    "classification": "Classification",
    "licence": "Licence requirement",
    "exception": "License exceptions",
    "policy": "Licence review policy",
    "end_use": "End use",
    "end_user": "End user",
    "person": "Deemed exports",
    "duty": "Duties",
}
_MOST_TURNS = 3


def scope(matter: Matter, regimes: tuple[str, ...]) -> Section:
    """Section 2: the question, the days, and what is covered."""
    blocks: list[Block] = [Paragraph(_asked(matter)), Paragraph(_days(matter))]
    blocks.append(
        Paragraph(
            "Item, destination, end use and end user are concluded separately. A conclusion on one "
            "is not a conclusion on another, and none of them is clearance to ship."
        )
    )
    columns = (Column("Matter", 30), Column("Covered here", 15), Column("Remark", 55))
    blocks.append(table("What this memo covers", columns, _covered(matter, regimes)))
    return Section("Question presented and scope", tuple(blocks))


def _asked(matter: Matter) -> str:
    items = _names(matter, "item")
    places = _names(matter, "destination")
    verb, it = ("is", "it") if len(items) == 1 else ("are", "they")
    where = f", and may {it} go to {listed(places)} without a licence?" if places else "?"
    return f"How {verb} {listed(items)} classified{where}" if items else (
        "Which controls apply to what is to be sent, shown or made reachable? No item is named yet."
    )  # fmt: skip


def _names(matter: Matter, group: str) -> list[str]:
    return [named(matter, (group,), (key,)) for key in matter.members(group)]


def _days(matter: Matter) -> str:
    days = [e.day for e in matter.subject.assessment.evaluations]
    head = "As of" if matter.subject.as_of else "Today is"
    said = f"{head} {iso(days[0])}."
    if len(days) == 1:
        return f"{said} No planned day is stated, so every conclusion holds for this day only."
    return f"{said} Every conclusion is drawn for this day and for {listed([iso(d) for d in days[1:]])}."


def _covered(matter: Matter, regimes: tuple[str, ...]) -> Iterator[AnyRow]:
    for regime in regimes:
        kinds = {c.kind for c in matter.q.determinations.values()
                 if matter.q.folders[c.folder].regime == regime}  # fmt: skip
        if kinds:
            said = listed([title for kind, title in _KINDS.items() if kind in kinds], 12)
            yield row(regime or "The rules at hand", Finding(Verdict.YES), said)
        else:
            yield row(regime, Finding(Verdict.NO), "Not covered by this edition (section 8)")
    yield row("Law of other countries", Finding(Verdict.NO), "Local counsel to be asked")
    yield row("Customs, tax, contract", Finding(Verdict.NO), "Not considered")


# --- 3 facts ----------------------------------------------------------------------------------

_FACT_COLUMNS = (
    Column("No.", 7),
    Column("Fact", 24),
    Column("Value", 26),
    Column("Source", 22),
    Column("Given on", 10.5),
    Column("Checked by", 10.5),
)


def facts(matter: Matter) -> Section:
    """Section 3: every answer that is a fact, and nothing else."""
    rows = matter.fact_asked
    unchecked = [a for a in matter.fact_asked if not checked_by(matter, a.address)]
    said = (
        "The table holds facts and no conclusion of law. Each was given by the exporter; who "
        "compared it with its source stands in the last column. "
        + (f"Not yet compared: {len(unchecked)} of {counted(len(rows), 'fact')}." if rows else "")
    )
    return Section(
        "Facts relied on",
        (
            Paragraph(said),
            table(
                "Fact register",
                _FACT_COLUMNS,
                _fact_rows(matter),
                look="dense",
                note="A dash under source or checked by means that nobody has stated one.",
                nothing="No fact has been recorded, so nothing below can be determined.",
            ),
        ),
    )


def _fact_rows(matter: Matter) -> Iterator[AnyRow]:
    heading = ""
    for asked in matter.fact_asked:
        members = named(matter, asked.question.of, asked.keys)
        section = matter.q.sections[asked.question.section].title
        title = f"{section}: {members}" if members else section
        if title != heading:
            yield GroupRow(title)
            heading = title
        yield row(
            matter.facts[asked.address],
            capital(asked.question.fact),
            answer_cell(matter, asked),
            source_of(matter, asked.address) or "–",
            given_on(matter, asked.address) or "–",
            checked_by(matter, asked.address) or "–",
        )


# --- 4 unknown --------------------------------------------------------------------------------

_OPEN_COLUMNS = (
    Column("No.", 7),
    Column("Question", 30),
    Column("What turns on it", 38),
    Column("Who can answer", 25),
)


def unknown(matter: Matter) -> Section:
    """Section 4: answers not known, contradictions, assumptions."""
    blocks: list[Block] = [Paragraph(_head(matter))]
    blocks += [Paragraph(text) for text in _sets(matter)]
    blocks.append(
        table(
            "Answers not known",
            _OPEN_COLUMNS,
            (_open_row(matter, point) for point in matter.open_points),
            nothing=_no_points(matter),
        )
    )
    if matter.conflicts:
        blocks.append(_conflicts(matter))
    blocks.append(_assumptions(matter))
    return Section("Assumptions and answers not known", tuple(blocks))


def _no_points(matter: Matter) -> str:
    if any(not each.found.settled for each in matter.conclusions):
        return (
            "No small set of answers would settle a conclusion; Annex A marks what is unanswered."
        )
    return "Every question that can change a conclusion has an answer."


def _head(matter: Matter) -> str:
    undetermined = [c for c in matter.conclusions if not c.found.settled]
    if not undetermined:
        return "Every conclusion that arises is settled by the answers given."
    return (
        f"Not determined: {len(undetermined)} of {counted(len(matter.conclusions), 'conclusion')}. "
        "An answer that is missing or not known is never read as no."
    )


def _sets(matter: Matter) -> Iterator[str]:
    """For each open conclusion the smallest set of answers that would settle it."""
    said: dict[tuple[str, ...], list[Conclusion]] = {}
    for each in matter.conclusions:
        if not each.found.settled:
            said.setdefault(matter.settling(each).addresses, []).append(each)
    for addresses, group in said.items():
        refs = [str(matter.opens[at]) for at in addresses if at in matter.opens]
        titles = listed([titled(matter, each) for each in group], 4)
        exact = all(matter.settling(each).exact for each in group)
        head = "The smallest set" if exact else "A set, perhaps not the smallest,"
        said_so = f"{head} of answers that settles {titles} is {listed(refs, 12)}."
        yield said_so if refs else _no_set(matter, group, titles)


def _no_set(matter: Matter, group: list[Conclusion], titles: str) -> str:
    """What is open where no answer with a number settles it: often only that a list is whole."""
    open_ = {address for each in group for address in each.open}
    lists = [g.complete for g in matter.q.groups.values() if f"{g.plural}.complete" in open_]
    if lists and len(lists) == len(open_):
        return f"{titles} turns on what is not stated (end of Annex A): {' '.join(lists)}"
    count = counted(max(len(each.open) for each in group), "question")
    return f"For {titles} no small set is enough; {count} can still change the result (Annex A)."


def titled(matter: Matter, each: Conclusion) -> str:
    """A conclusion by title and members."""
    members = named(matter, each.stated.of, each.found.keys)
    return f"{each.stated.title} ({members})" if members else each.stated.title


def _open_row(matter: Matter, point: OpenPoint) -> AnyRow:
    turns = [f"{titled(matter, c)}: {conclusion_words(c.found)}" for c in point.turns]
    if not point.turns and point.settles:
        turns = ["A conclusion that another answer leaves open."]
    fact = matter.facts.get(point.asked.address)
    number = fact or matter.questions[point.asked.address]
    find = point.asked.question.find
    return row(
        point.ref,
        f"{capital(about(matter, point.asked))}. {point.asked.question.ask} ({number})",
        " ".join(turns[:_MOST_TURNS]) + _more(len(turns) - _MOST_TURNS)
        or "No conclusion can change by it on what is known.",
        not_known(f"Not yet named. Look at: {find}" if find else "Not yet named."),
    )


def _more(number: int) -> str:
    return f" And {counted(number, 'more conclusion')}." if number > 0 else ""


def _conflicts(matter: Matter) -> Block:
    columns = (Column("About", 20), Column("What cannot be", 50), Column("Look at", 30))
    rows = [
        row(c.subject or "The assessment", c.says,
            listed([str(matter.questions[at]) for at in c.look_at if at in matter.questions], 12))
        for c in matter.conflicts
    ]  # fmt: skip
    return table("Answers that cannot all be true", columns, rows)


# --- assumptions ------------------------------------------------------------------------------

_ASSUMED = {
    Reason.SECOND_READING: "The first stated reading is used; the other is worked in section 6.",
    Reason.READING: "The text is read as stated.",
    Reason.UNVERIFIED: "The rule is taken as remembered, since its text could not be verified.",
    Reason.NOT_CONFIRMED: "The rule is taken to apply.",
    Reason.PRACTICE: "Text and practice are both printed, and neither is dropped.",
}


def _assumptions(matter: Matter) -> Block:
    columns = (
        Column("No.", 7),
        Column("Assumption", 34),
        Column("Why it is made", 33),
        Column("If it is wrong", 26),
    )
    return table(
        "Assumptions",
        columns,
        [row(Ref("H", n), *cells) for n, cells in enumerate(_assumed(matter), 1)],
        nothing="No conclusion rests on a second reading, an unverified rule or a doubtful standing.",
    )


def _assumed(matter: Matter) -> list[tuple[str, str, str]]:
    found: dict[tuple[Reason, str, str], list[str]] = {}
    for each in matter.conclusions:
        for because in each.confidence.reasons:
            if because.reason is not Reason.OPEN:
                at = (because.reason, because.name, because.note)
                found.setdefault(at, []).append(titled(matter, each))
    return [
        (
            f"{_ASSUMED[reason]} {sentence(name) if name else ''}".strip(),
            sentence(f"{capital(reason.value)}. {note}"),
            f"Another result for: {listed(list(dict.fromkeys(titles)), 3)}.",
        )
        for (reason, name, note), titles in found.items()
    ]
