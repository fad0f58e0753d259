"""Section 5: the instruments, their editions and age, and the rules that are not plainly in force."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.assessment.law import coverage
from app.report.blocks import Block, Figure, Gap, Law, Paragraph, Section, Standing
from app.report.cells import Link
from app.report.content import edition
from app.report.content.findings import finding_of
from app.report.content.words import (
    STATES,
    capital,
    cited,
    counted,
    head_of,
    iso,
    listed,
    mark,
    sentence,
)
from app.report.memo.extents import extents
from app.report.pictures import timeline
from app.report.pictures.timeline import Bar, Moment, Piece, State, Timeline
from app.report.tables import AnyRow, Column, row, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.questionnaire.definition import Citation, Rule, Source
    from app.questionnaire.definition import Standing as Stands
    from app.report.content.matter import Matter

_MOST_PLACES = 40
_PLAIN = ("in_force", "ended")
_BEFORE, _AFTER = dt.timedelta(days=3 * 365), dt.timedelta(days=400)
_NO_STATEMENT = (
    "This edition knows of no change within the next 180 days. Later texts were not read."
)


def rules(matter: Matter) -> Section:
    """Section 5 of a memo."""
    blocks: list[Block] = [_editions(matter), *_warnings(matter), _instruments(matter)]
    blocks += [*extents(matter), _standings(matter), _pending(matter)]
    if figure := _timeline(matter):
        blocks.append(figure)
    blocks += [_box(matter, rule, stands) for rule, stands in _doubtful(matter)]
    return Section("Rules consulted and their state", tuple(blocks))


def _editions(matter: Matter) -> Block:
    columns = (
        Column("Regime", 30),
        Column("Edition", 24),
        Column("Covers from", 16),
        Column("Read on", 16),
        Column("Age in days", 14, "r"),
    )
    day = matter.subject.moment.date()
    rows = [
        row(f.regime or f.title, f.edition.id, iso(f.edition.covers_from), iso(f.edition.read_on),
            str(edition.age(f, day)))
        for f in edition.law_folders(matter.q) if f.edition
    ]  # fmt: skip
    nothing = "No edition of any law is at hand, so nothing can be determined."
    return table("Editions", columns, rows, nothing=nothing)


def _warnings(matter: Matter) -> Iterator[Block]:
    day = matter.subject.moment.date()
    for folder in edition.folders_in_use(matter):
        if words := edition.warning(edition.age(folder, day)):
            yield Gap(f"{folder.regime or folder.title}: age of the edition.", words)
    for folder, says in coverage(matter.q, matter.today.day):
        yield Paragraph(f"{folder.regime or folder.title}, what is covered: {says}")
    yield Paragraph(
        "Nothing published after the days of reading has been read. Changes that were already "
        "scheduled in the texts read are applied on their day and listed below."
    )


# --- instruments ------------------------------------------------------------------------------


def relied_on(matter: Matter) -> tuple[Citation, ...]:
    """Every place of law that a rule, figure, determination, question or limit names."""
    q = matter.q
    found: list[Citation] = []
    for kind in (q.rules, q.determinations, q.figures, q.parameters, q.sets):
        found += [c for thing in kind.values() for c in thing.cites]
    for other in (q.questions, q.controls, q.actions):
        found += [c for thing in other.values() for c in thing.cites]
    found += [c for rule in q.rules.values() for s in rule.status for c in s.cites]
    found += [c for rule in q.rules.values() for e in rule.when for c in e.cites]
    found += [c for f in q.figures.values() if f.second_reading for c in f.second_reading.cites]
    return tuple(found)


def _instruments(matter: Matter) -> Block:
    columns = (
        Column("Mark", 12),
        Column("Instrument", 27),
        Column("Edition read", 13),
        Column("Places relied on", 32),
        Column("Remark", 16),
    )
    places: dict[str, dict[str, None]] = {}
    for citation in relied_on(matter):
        places.setdefault(citation.source, {})[head_of(citation)] = None
    rows = [_instrument(s, list(places.get(s.id, ()))) for s in matter.q.sources.values()]
    return table(
        "Instruments and editions",
        columns,
        rows,
        look="dense",
        note="The mark stands before each place cited in this memo, where the paragraph is named.",
        nothing="No instrument was consulted.",
    )


def _instrument(source: Source, places: list[str]) -> AnyRow:
    title = Link(source.title, source.url) if source.url else source.title
    said = listed(sorted(filter(None, places)), _MOST_PLACES) or "As a whole"
    return row(mark(source.id), title, source.edition or "Not stated", said, source.note or "–")


# --- standings --------------------------------------------------------------------------------


def _standings(matter: Matter) -> Block:
    columns = (
        Column("Rule", 36),
        Column("State on the day", 20),
        Column("Since", 12),
        Column("Stated by", 32),
    )
    rows = []
    for rule in _at_hand(matter):
        stands = matter.today.law.standings.get(rule.id)
        if rule.status and not (stands and stands.state == "ended"):
            state = STATES[stands.state] if stands else STATES["not_yet"]
            since = iso(stands.start) if stands else "–"
            rows.append(
                row(_named(rule), capital(state), since, cited(stands.cites) if stands else "–")
            )
    return table(
        "Rules with a standing of their own",
        columns,
        rows,
        look="dense",
        note="Every other rule is in force in the edition read.",
        nothing="Every rule is in force in the edition read.",
    )


def _at_hand(matter: Matter) -> tuple[Rule, ...]:
    """The rules of the regimes that arise; all, where none does."""
    every = tuple(matter.q.rules.values())
    return tuple(r for r in every if matter.concerns(r.folder)) if matter.regimes else every


def _named(rule: Rule) -> str:
    return f"{rule.entry}: {rule.title}" if rule.entry else rule.title


def _pending(matter: Matter) -> Block:
    day = matter.today.day
    columns = (
        Column("Day", 13),
        Column("What changes", 37),
        Column("Until then", 25),
        Column("From then on", 25),
    )
    found = edition.changes(matter.q, day, day + dt.timedelta(days=edition.AHEAD))
    rows = [row(iso(c.day), c.what, capital(c.before), capital(c.after)) for c in found]
    return table("Changes within 180 days", columns, rows, nothing=_NO_STATEMENT)


def _doubtful(matter: Matter) -> Iterator[tuple[Rule, Stands]]:
    """The rules that are not plainly in force today: each gets a box."""
    for rule in _at_hand(matter):
        stands = matter.today.law.standings.get(rule.id)
        if stands and stands.state not in _PLAIN and _counts(matter, rule):
            yield rule, stands


def _counts(matter: Matter, rule: Rule) -> bool:
    """Whether the rule would be met, or may be, for anything here if its standing is left aside."""
    for keys in matter.today.layout.keys_of(rule.of):
        found = finding_of(matter, rule, keys)
        if found.truth is not False or all(e.truth is not False for e in found.children):
            return True
    return False


def _box(matter: Matter, rule: Rule, stands: Stands) -> Law:
    keys = matter.today.layout.keys_of(rule.of)
    truths = [matter.today.value(rule.id, each, "text") for each in keys]
    met, open_ = truths.count(True), truths.count(None)
    here = f"Here: met in {met} of {counted(len(truths), 'case')}, not known in {open_}."
    return Law(
        Standing(stands.state.replace("_", "-")),
        f"{capital(STATES[stands.state])} since {iso(stands.start)}",
        _named(rule),
        f"{sentence(stands.note) if stands.note else ''} {here}".strip(),
        cited((*rule.cites, *stands.cites)),
    )


# --- timeline ---------------------------------------------------------------------------------


def _timeline(matter: Matter) -> Figure | None:
    today = matter.today.day
    start, end = today - _BEFORE, today + _AFTER
    bars = tuple(_bars(_at_hand(matter), start, end))
    if not bars:
        return None
    soon = edition.changes(matter.q, today, end)
    moments = tuple(Moment(c.day, iso(c.day)) for c in {c.day: c for c in soon}.values())
    picture = timeline.draw(Timeline(bars, moments[:6], start, end, today))
    return Figure(picture, "Rules with a standing of their own, around the day of this document")


def _bars(rules_: Iterable[Rule], start: dt.date, end: dt.date) -> Iterator[Bar]:
    """A bar for each rule whose state changes in the stretch, or is not plainly in force."""
    for rule in rules_:
        pieces = tuple(_pieces(rule.status, start, end))
        plain = [p.state is State.IN_FORCE and p.start == start for p in pieces]
        if not all(plain):
            yield Bar(rule.name, pieces)


def _pieces(status: Iterable[Stands], start: dt.date, end: dt.date) -> Iterator[Piece]:
    stated = sorted(status, key=lambda s: s.start)
    ends = [*(s.start for s in stated[1:]), *([end] if stated else [])]
    for stands, until in zip(stated, ends, strict=True):
        if until > start and stands.start < end and stands.state != "ended":
            yield Piece(max(stands.start, start), until, State[stands.state.upper()])
