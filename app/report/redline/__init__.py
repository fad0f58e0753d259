"""The redline: two states of an assessment, with facts, answers, conclusions and rules each apart.

It is made from the two states and never from their pages. What did not change is left out; what
changed is marked in signs and words, and only then in colour.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.report.blocks import Front, Paragraph, Section
from app.report.cells import Marked
from app.report.content.words import capital, counted, iso, listed, sentence, shortened
from app.report.redline.words import changed_words, marked
from app.report.tables import AnyRow, Column, GroupRow, Pairs, Table, pairs, row, table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from app.assessment.answer_difference import AnswerDifference, FactDifference
    from app.assessment.conclusions import Conclusion
    from app.assessment.flips import Flip
    from app.assessment.law_difference import LawDifference

TEMPLATE = "redline/redline.html.j2"
KIND = "Redline"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states: what it is called, of which day, under which editions, by whom."""

    name: str
    day: dt.date
    editions: tuple[str, ...]
    law: str
    hash: str = ""
    author: str = ""
    moment: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Redline:
    """Everything that differs between two states."""

    name: str
    before: Side
    after: Side
    facts: tuple[FactDifference, ...]
    answers: tuple[AnswerDifference, ...]
    conclusions: tuple[Flip, ...]
    rules: tuple[LawDifference, ...]
    remarks: tuple[str, ...] = ()
    outcomes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The words of each outcome by determination and value, for practice is kept as values."""


@dataclass(frozen=True, slots=True)
class RedlineContext:
    """What the template of the redline sees."""

    front: Front
    cover: Pairs
    say: str
    counts: str
    key: Marked
    remarks: tuple[str, ...]
    sections: tuple[Section, ...]


def redline_context(
    redline: Redline, *, moment: dt.datetime, author: str, program: str
) -> RedlineContext:
    """Everything that a redline prints, decided."""
    before, after = redline.before, redline.after
    return RedlineContext(
        front=Front(
            kind=KIND,
            title=shortened(redline.name) or "Assessment without a name",
            sub=f"{after.name} against {before.name}",
            author=author,
            number=shortened(redline.name, 60) or "Assessment",
            revision=f"{before.name} to {after.name}, {iso(moment)}",
            edition=f"Compared on {iso(moment)} · for review by counsel, not legal advice",
            status="REDLINE",
            seal=_seal(before, after, program),
        ),
        cover=pairs(_cover(redline), 15, "tight"),
        say=_say(redline),
        counts=_counts(redline),
        key=Marked((("del", "taken out"), ("same", " "), ("ins", "put in"))),
        remarks=redline.remarks,
        sections=(_facts(redline), _answers(redline), _conclusions(redline), _rules(redline)),
    )


def _seal(before: Side, after: Side, program: str) -> str:
    sides = (f"{s.name} {s.hash or 'not final, no hash'}; law {s.law}" for s in (before, after))
    return f"{'. '.join(sides)}. Program {program}."


def _cover(redline: Redline) -> Iterator[tuple[str, str]]:
    for label, side in (("Before", redline.before), ("After", redline.after)):
        made = f"made final on {iso(side.moment)}" if side.moment else "not final"
        by = f" by {side.author}" if side.author else ""
        rules = listed(side.editions, 6) or "no edition of law"
        yield label, f"{side.name}, {made}{by}; decided for {iso(side.day)}; rules: {rules}"
    yield "Made from", "The two states as they are stored, compared value by value; not their pages"


def _say(redline: Redline) -> str:
    flips = redline.conclusions
    if not flips:
        return "No conclusion is another."
    first = flips[0]
    now = first.after.says.rstrip(".") if first.after else "no longer concluded"
    subject = f" ({first.subject})" if first.subject else ""
    more = (
        f" {capital(counted(len(flips) - 1, 'other conclusion'))} changed."
        if len(flips) > 1
        else ""
    )
    said = f"{first.title}{subject}: now {now}, because of {first.cause.value}"
    return sentence(shortened(said, 300)) + more


def _counts(redline: Redline) -> str:
    told = (
        (redline.facts, "fact"),
        (redline.answers, "answer"),
        (redline.conclusions, "conclusion"),
        (redline.rules, "entry of the rules", "entries of the rules"),
    )
    said = [counted(len(each), *words) for each, *words in told]
    return f"Changed: {listed(said)}. What did not change is left out."


# --- the four parts -----------------------------------------------------------------------------


def _part(title: str, said: str, shown: Table) -> Section:
    """A part with its table, or with the sentence that nothing changed."""
    if not shown.rows:
        return Section(title, (Paragraph(shown.nothing),))
    return Section(title, (Paragraph(said), shown))


_FOUR = (
    Column("Change", 12),
    Column("Where", 26),
    Column("Text, marked", 42),
    Column("About", 20),
)


def _facts(redline: Redline) -> Section:
    rows = [
        row(capital(each.change.value), each.fact, _text(each), each.subject or "The assessment")
        for each in redline.facts
    ]
    said = "A fact is an answer that counts, or a figure computed from such."
    shown = table("Facts that changed", _FOUR, rows, nothing="Every fact is the same.", look="chg")
    return _part("Facts", said, shown)


def _answers(redline: Redline) -> Section:
    rows = [
        row(
            capital(each.change.value), each.question, _text(each), each.subject or "The assessment"
        )
        for each in redline.answers
    ]
    said = "An answer is what somebody said, whether or not it counts."
    nothing = "Every answer is the same."
    shown = table("Answers that changed", _FOUR, rows, nothing=nothing, look="chg")
    return _part("Answers", said, shown)


def _text(each: FactDifference | AnswerDifference | LawDifference) -> Marked:
    return marked(each.before, each.after)


_CONCLUDED = (
    Column("Change", 12),
    Column("Conclusion", 22),
    Column("Text, marked", 38),
    Column("First cause", 28),
)


def _conclusions(redline: Redline) -> Section:
    rows = [
        row(
            _change(each),
            _about(each),
            _sides(redline, each),
            _cause(each),
        )
        for each in redline.conclusions
    ]
    said = (
        "Each conclusion names the first thing that moved it, in the order answers, day, law. Only "
        "the answers, dates and rules that it rests on are named."
    )
    nothing = "Every conclusion is the same, by text, by practice and in its confidence."
    shown = table("Conclusions that changed", _CONCLUDED, rows, nothing=nothing, look="chg")
    return _part("Conclusions", said, shown)


def _sides(redline: Redline, flip: Flip) -> Marked:
    return marked(_concluded(redline, flip.before), _concluded(redline, flip.after))


def _change(flip: Flip) -> str:
    if flip.before and flip.after:
        return "Changed"
    return "Added" if flip.after else "Removed"


def _about(flip: Flip) -> str:
    days = listed([role.value for role in flip.roles])
    subject = f" ({flip.subject})" if flip.subject else ""
    return f"{flip.title}{subject}, {days}"


def _concluded(redline: Redline, found: Conclusion | None) -> str:
    if found is None:
        return ""
    practice = ""
    if found.practice != found.text:
        names = [redline.outcomes.get((found.id, value), value) for value in found.practice]
        practice = f" In practice: {listed(names, joint='or')}."
    return f"{sentence(found.says)}{practice} Confidence: {found.confidence}."


def _cause(flip: Flip) -> str:
    why = "; ".join(flip.why[:6])
    more = f"; and {len(flip.why) - 6} more" if len(flip.why) > 6 else ""  # noqa: PLR2004  # as many are shown
    return f"{capital(flip.cause.value)}: {why}{more}" if why else capital(flip.cause.value)


_KINDS = {
    "rule": "Rules",
    "standing": "Enforcement status",
    "threshold": "Thresholds",
    "list": "Lists",
    "figure": "Figures",
    "conclusion": "Conclusions of the rules",
    "question": "Questions",
    "action": "Actions",
    "control": "Plan controls",
}
_RULED = (Column("Change", 12), Column("Entry", 30), Column("Text, marked", 58))


def _rules(redline: Redline) -> Section:
    before, after = redline.before, redline.after
    same = before.law == after.law
    said = (
        "Both states were decided under the same rules."
        if same
        else f"From {listed(before.editions, 9) or 'no edition'} to "
        f"{listed(after.editions, 9) or 'no edition'}. Every entry that differs is listed, "
        "whether or not it moved a conclusion."
    )
    if not redline.rules:
        return Section("Rules", (Paragraph(f"No rule changed. {said}"),))
    rows = list(_by_kind(redline.rules))
    return _part("Rules", said, table("Rules that changed", _RULED, rows, look="chg"))


def _by_kind(rules: Iterable[LawDifference]) -> Iterator[AnyRow]:
    heading = ""
    for each in rules:
        if each.kind != heading:
            yield GroupRow(_KINDS.get(each.kind, capital(each.kind)))
            heading = each.kind
        yield row(capital(each.change.value), shortened(each.title, 200), _text(each))


__all__ = [
    "KIND",
    "TEMPLATE",
    "Redline",
    "RedlineContext",
    "Side",
    "changed_words",
    "redline_context",
]
