"""Sections 6 and 7: who is in the register, and what may be shown to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Block, Gap, Heading, Paragraph, Section
from app.report.cells import Cell, Text
from app.report.content.findings import decisive
from app.report.content.matter import PEOPLE
from app.report.content.words import (
    ERASED,
    answer_cell,
    answer_words,
    capital,
    conclusion_words,
    grade,
    listed,
    named,
    practice_words,
    reasons,
    sentence,
)
from app.report.numbering import Ref
from app.report.plan.control import answer_pairs
from app.report.tables import AnyRow, Column, row, table

if TYPE_CHECKING:
    from app.assessment.interview import Asked
    from app.report.content.conclusion import Conclusion
    from app.report.content.matter import Matter
    from app.report.plan.control import Controls

_REGISTER = (
    Column("No.", 8),
    Column("Person", 20),
    Column("What is known", 36),
    Column("May have access", 36),
)
_MATRIX = (
    Column("Person", 18),
    Column("Item", 20),
    Column("Conclusion", 26),
    Column("Confidence", 14),
    Column("Because", 22),
)


def register(matter: Matter, controls: Controls) -> Section:
    """Section 6: the people who may have access, with no more about them than is needed."""
    blocks: list[Block] = [
        Paragraph(
            "Citizenship and residence are asked only where the law on release of technology turns on "
            "them, after an offer is made, and apart from any decision on employment."
        ),
        _people(matter),
    ]
    if asked := controls.answers("plan_people", "people", rest=True):
        blocks += [Heading("From request to removal"), answer_pairs(matter, asked)]
    blocks.append(controls.table("Controls of access", "people"))
    return Section("People and access", tuple(blocks))


def _people(matter: Matter) -> Block:
    rows = [_person(matter, n, key) for n, key in enumerate(matter.members(PEOPLE), 1)]
    nothing = "Nobody is registered, so nobody may have access to what is controlled."
    return table(
        "Register of persons", _REGISTER, rows, look="dense", note=_whole(matter), nothing=nothing
    )


def _whole(matter: Matter) -> str:
    group = matter.q.groups.get(PEOPLE)
    if group is None or not matter.members(PEOPLE):
        return ""
    whole = matter.subject.assessment.answers.get(f"{group.plural}.complete") is True
    return (
        "The register is stated to be complete."
        if whole
        else "Nobody has stated that these are all."
    )


def _person(matter: Matter, number: int, key: str) -> AnyRow:
    naming = matter.q.groups[PEOPLE].name
    asked = list(matter.asked_of(PEOPLE, key))
    name = next((answer_cell(matter, a) for a in asked if a.question.id == naming), Text(key))
    facts = [_fact(matter, a) for a in asked if a.question.id != naming]
    return row(Ref("P", number), name, " ".join(facts) or "Nothing yet.", _access(matter, key))


def _fact(matter: Matter, asked: Asked) -> str:
    label = capital(asked.question.short)
    if asked.address in matter.subject.erased:
        return f"{label}: {ERASED.lower()}."
    words = answer_words(matter, asked.question, asked.answer) if asked.given else "Not answered"
    return sentence(f"{label}: {words}")


def _access(matter: Matter, key: str) -> str:
    """The items open to a person by the conclusions; never more than these say."""
    said = []
    for each in _conclusions(matter):
        if _person_of(each) == key:
            items = named(matter, *_others(each))
            said.append(
                f"{items}: {conclusion_words(each.found)}"
                if items
                else conclusion_words(each.found)
            )
    return " ".join(said) or "Nothing: no conclusion on access was drawn."


def _conclusions(matter: Matter) -> tuple[Conclusion, ...]:
    return tuple(c for c in matter.of_kind("person") if PEOPLE in c.stated.of)


def _person_of(each: Conclusion) -> str:
    return each.found.of[PEOPLE]


def _others(each: Conclusion) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = [(g, k) for g, k in each.found.of.items() if g != PEOPLE]
    return tuple(g for g, _ in pairs), tuple(k for _, k in pairs)


def matrix(matter: Matter) -> Section:
    """Section 7: for each person and item whether a release needs a licence."""
    title = "Deemed-export and location analysis"
    conclusions = _conclusions(matter)
    if not conclusions:
        return Section(title, (Gap("Not determined.", _missing(matter)),))
    rows = [_row(matter, each) for each in conclusions]
    return Section(title, (table("Release to persons", _MATRIX, rows, look="dense"),))


def _missing(matter: Matter) -> str:
    names = [g for g in ("item", PEOPLE) if not matter.members(g)]
    if names:
        return (
            f"Nothing is entered for: {listed([matter.q.groups[n].plural if n in matter.q.groups else n for n in names])}. "
            "The plan owner supplies it; until then nobody who is not registered may see technology."
        )  # fmt: skip
    return "The questionnaires draw no conclusion on release to persons for these items."


def _row(matter: Matter, each: Conclusion) -> AnyRow:
    key = _person_of(each)
    name: Cell | str = named(matter, (PEOPLE,), (key,))
    said = f"{conclusion_words(each.found)} {practice_words(each.found)}".strip()
    because = decisive(matter, each) or " ".join(reasons(each)) or "See the memo."
    return row(name, named(matter, *_others(each)) or "All", said, grade(each), because)
