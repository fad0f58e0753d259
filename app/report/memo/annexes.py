"""Annexes A to C: answers verbatim, the glossary, and counsel's checklist and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Paragraph, Section
from app.report.cells import Blank, Text, Ticks, not_known
from app.report.content.words import answer_cell, answer_words, given_on, named, sentence, source_of
from app.report.tables import AnyRow, Column, GroupRow, pairs, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.interview import Asked
    from app.report.content.matter import Matter
    from app.report.subject import CommentLine

_ANSWERS = (
    Column("No.", 7.5),
    Column("Question", 39.5),
    Column("Answer", 33),
    Column("Given on, source", 20),
)


def answers(matter: Matter) -> Section:
    """Annex A: every question asked, as it was answered, and what counts for nothing."""
    rows = [*_asked(matter, matter.asked), *_dead(matter)]
    said = (
        "Every question asked, with the answer as given. A question without an answer is not a no. "
        "Answers that count for nothing stand at the end, with the reason."
    )
    return Section(
        "Questions and answers",
        (
            Paragraph(said),
            table(
                "Answers verbatim", _ANSWERS, rows, look="dense", nothing="No question was asked."
            ),
        ),
    )


def _asked(matter: Matter, asked: tuple[Asked, ...]) -> Iterator[AnyRow]:
    heading = ""
    for each in asked:
        members = named(matter, each.question.of, each.keys)
        section = matter.q.sections[each.question.section].title
        title = f"{section}: {members}" if members else section
        if title != heading:
            yield GroupRow(title)
            heading = title
        number = matter.questions[each.address]
        yield row(
            number, each.question.ask, answer_cell(matter, each), _traced(matter, each.address)
        )
    yield from _wholes(matter)


def _wholes(matter: Matter) -> Iterator[AnyRow]:
    """Whether the exporter states that the members of a group are all there are."""
    rows = []
    wanted = {address for each in matter.conclusions for address in each.open}
    for group in matter.q.groups.values():
        address = f"{group.plural}.complete"
        if address in wanted:
            rows.append(row("–", group.complete, not_known("Not stated."), "–"))
        elif address in matter.subject.assessment.answers:
            stated = matter.subject.assessment.answers[address] is True
            rows.append(
                row("–", group.complete, "Yes" if stated else "Not stated", _given(matter, address))
            )
    if rows:
        yield GroupRow("Completeness")
        yield from rows


def _dead(matter: Matter) -> Iterator[AnyRow]:
    if matter.not_counted:
        yield GroupRow("Answers that count for nothing")
    for each in matter.not_counted:
        words = Text(answer_words(matter, each.question, each.answer))
        because = sentence(f"Counts for nothing: {each.because}")
        yield row(matter.questions[each.address], each.question.ask, words, because)


def _traced(matter: Matter, address: str) -> str:
    """The fact that an answer stands as, with source and day in section 3; else both."""
    fact = matter.facts.get(address)
    return f"{fact}, section 3" if fact else _given(matter, address)


def _given(matter: Matter, address: str) -> str:
    said = (given_on(matter, address), source_of(matter, address))
    return "; ".join(part for part in said if part) or "–"


_TERMS = (
    ("Met, not met, not known", ("The words of an element are satisfied, are not, or nobody can say "
     "yet. Met is neither good nor bad.")),
    ("Firm", "No stated reading, standing or doubt gives another result."),
    ("Arguable", "Something that this memo names, taken otherwise, gives another result."),
    ("Undetermined", "An answer that the conclusion needs is missing or not known."),
    ("Text, practice", "What the rules say, and what the agency states that it applies."),
)  # fmt: skip


def glossary(matter: Matter) -> Section:
    """Annex B: the words of this memo and those of the questionnaires."""
    terms = sorted((*_TERMS, *matter.q.glossary.items()), key=lambda term: term[0].lower())
    return Section("Glossary", (pairs(terms, 24),))


_CHECKS = (
    "Every number in section 1 can be followed through its sheet to a fact with a source.",
    "Each figure of a data sheet was entered dense, and sparse figures were not doubled twice.",
    "Each rejected candidate names the element that failed, and the fact behind it.",
    "The editions are later than the last amendment known to the reviewer.",
    "The treatment of rules that are codified and not enforced suits this client.",
    "What is not known is stated as such wherever it matters.",
    "Classification, licence requirement, end use and end user are concluded apart.",
    "The conditions of section 13 are enough while points are open.",
)


def counsel(matter: Matter) -> Section:
    """Annex C: what to check, the comments so far with their answers, and room for more."""
    columns = (Column("Check", 78), Column("Result", 22))
    grid = (
        Column("No.", 7),
        Column("Place", 23),
        Column("Comment", 32),
        Column("Reply", 25),
        Column("Closed on", 13),
    )
    checks = [row(check, Ticks(("yes", "no", "does not apply"))) for check in _CHECKS]
    told = matter.subject.comments
    empty = [row(str(len(told) + n), Blank(), Blank(), Blank(), Blank()) for n in range(1, 7)]
    answered = (table("Comments taken so far", grid, map(_comment, told)),) if told else ()
    caption = "Further comments" if told else "Comments"
    return Section(
        "Counsel’s checklist and comments",
        (
            table("Checklist", columns, checks),
            *answered,
            table(caption, grid, empty, look="write"),
        ),
    )


def _comment(each: CommentLine) -> AnyRow:
    answer = each.answer or not_known("Not answered yet.")
    said = f"{each.author}: {each.comment}"
    return row(str(each.number), each.place, said, answer, each.closed or "Open")
