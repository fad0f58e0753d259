"""Section 11: for each delivery what is required, by what, and what could lift it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Block, Gap, Heading, Paragraph, Section
from app.report.cells import Cell, Finding, Strong, Verdict, not_known
from app.report.content.findings import (
    considered,
    decisive,
    evidence,
    finding_of,
    is_negation,
    tree,
    verdict,
)
from app.report.content.words import (
    capital,
    cited,
    conclusion_words,
    grade,
    iso,
    listed,
    named,
    practice_words,
    reasons,
    state_word,
)
from app.report.memo.beside import authorisations
from app.report.memo.use import paragraph, seen
from app.report.tables import AnyRow, Column, GroupRow, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.trace import Finding as Found
    from app.report.content.conclusion import Conclusion
    from app.report.content.matter import Matter


_LICENCE = ("licence", "exception", "policy")
_REQUIREMENTS = ("requirement", "prohibition")


def licence(matter: Matter) -> Section:
    """Section 11: for each delivery what is required, by what, and what could lift it."""
    conclusions = [c for c in matter.of_kind(*_LICENCE) if c.stated.of]
    if not conclusions:
        nothing = (
            "No item or no destination has been named. This is not a finding that none is needed."
        )
        return Section("Licence determination by destination", (Gap("Not determined.", nothing),))
    blocks: list[Block] = [
        Paragraph(
            "Text is what the rules say, practice what the agency states that it applies. Both are "
            "printed; where they differ, what follows is for counsel."
        )
    ]
    blocks += [*authorisations(matter), _changes(matter)]
    for keys in dict.fromkeys(c.found.keys for c in conclusions):
        mine = [c for c in conclusions if c.found.keys == keys]
        blocks += _delivery(matter, mine, keys)
    return Section("Licence determination by destination", tuple(blocks))


def _changes(matter: Matter) -> Block:
    columns = (Column("About", 34), Column("Day", 14), Column("Conclusion on that day", 52))
    rows = [
        row(f"{named(matter, c.stated.of, c.found.keys)}: {c.found.title}", iso(day.day),
            conclusion_words(day, 6))
        for c in matter.conclusions if c.changes for day in c.days
    ]  # fmt: skip
    days = [iso(e.day) for e in matter.subject.assessment.evaluations]
    nothing = f"Every conclusion is the same on {listed(days)}."
    return table("Conclusions that differ by day", columns, rows, nothing=nothing)


def _delivery(matter: Matter, mine: list[Conclusion], keys: tuple[str, ...]) -> Iterator[Block]:
    scope = mine[0].stated.of
    yield Heading(named(matter, scope, keys))
    columns = (
        Column("Question", 23),
        Column("By the text", 31),
        Column("In practice", 22),
        Column("Confidence", 24),
    )
    yield table("Conclusions", columns, [_views(c) for c in mine], look="dense")
    yield from _required(matter, scope, keys)
    for each in mine:
        if each.stated.kind != "exception":
            yield paragraph(matter, each)
    exceptions = [c for c in mine if c.stated.kind == "exception"]
    if exceptions:
        yield _exceptions(matter, exceptions)


def _views(each: Conclusion) -> AnyRow:
    found = each.found
    practice = practice_words(found).removeprefix("In practice: ").rstrip(".")
    same = "As the text" if found.settled else "Not determined"
    why_not = " ".join(reasons(each))
    return row(
        found.title,
        Strong(conclusion_words(found)),
        capital(practice) or same,
        grade(each, why_not),
    )


def _required(matter: Matter, scope: tuple[str, ...], keys: tuple[str, ...]) -> Iterator[Block]:
    rules = [
        rule
        for rule in matter.q.rules.values()
        if rule.kind in _REQUIREMENTS and rule.of == scope and matter.concerns(rule.folder)
    ]
    columns = (
        Column("Requirement", 30),
        Column("Standing", 15),
        Column("Finding", 15),
        Column("Because", 40),
    )
    rows, refused = [], []
    for rule in rules:
        found = finding_of(matter, rule, keys)
        if found.truth is False:
            refused.append(rule.name)
            continue
        rows.append(
            row(
                Strong(rule.name, rule.title if rule.entry else ""),
                capital(state_word(matter.q, rule.id, matter.today.day)),
                verdict(found),
                seen(matter, rule, found, keys),
            )
        )
    note = f"Asked and not met: {listed(refused, 60)}." if refused else ""
    nothing = f"No requirement is met or may be met. {note}"
    yield table("Requirements that are met or may be met", columns, rows, look="dense", note=note,
                nothing=nothing)  # fmt: skip


def _exceptions(matter: Matter, exceptions: list[Conclusion]) -> Block:
    columns = (
        Column("Exception", 24),
        Column("Condition", 38),
        Column("Finding", 15),
        Column("What it rests on", 23),
    )
    rows: list[AnyRow] = []
    for each in exceptions:
        rows.append(GroupRow(f"{each.found.title}: {conclusion_words(each.found)}"))
        rows += list(_conditions(matter, each)) or [_plain(matter, each)]
    note = "An exception counts only where every condition is met, in the text and in practice."
    return table("Exceptions, condition by condition", columns, rows, look="dense", note=note)


def _plain(matter: Matter, each: Conclusion) -> AnyRow:
    return row(
        "",
        decisive(matter, each) or "No condition was asked.",
        _tone(each),
        cited(each.stated.cites),
    )


def _tone(each: Conclusion) -> Cell:
    if not each.found.settled or each.found.tone == "open":
        return not_known()
    return Finding(Verdict.NOT_MET if each.found.tone == "required" else Verdict.MET)


def _conditions(matter: Matter, each: Conclusion) -> Iterator[AnyRow]:
    """The elements of the rules that make an exception, each rule once."""
    rules: dict[str, Found] = {}
    for outcome in considered(matter, each):
        for found in tree(outcome):
            is_rule = found.kind == "rule" and not is_negation(found)
            if is_rule and matter.q.rules[found.name].kind == "exception":
                rules.setdefault(found.name, found)
    for name, rule in rules.items():
        for element in rule.children:
            note = evidence(matter, element, each.stated.of, each.found.keys)
            yield row(matter.q.rules[name].name, capital(element.says), verdict(element), note)
