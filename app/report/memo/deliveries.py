"""Sections 10 and 11: destination, end use and end user apart, and the licence for each delivery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Block, Gap, Heading, Paragraph, Section
from app.report.cells import Cell, Finding, Strong, Text, Verdict, not_known
from app.report.content.findings import (
    basis,
    considered,
    decisive,
    evidence,
    finding_of,
    is_negation,
    refusal,
    tree,
    verdict,
)
from app.report.content.matter import PARTIES
from app.report.content.words import (
    answer_words,
    capital,
    cited,
    conclusion_words,
    grade,
    iso,
    listed,
    named,
    practice_words,
    reasons,
    sentence,
    state_word,
)
from app.report.tables import AnyRow, Column, GroupRow, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.trace import Finding as Found
    from app.questionnaire.definition import Rule
    from app.report.content.matter import Conclusion, Matter

_FINDINGS = (
    Column("Rule", 30),
    Column("About", 18),
    Column("Finding", 15),
    Column("What was seen", 37),
)
_APART = (("End use", "end_use"), ("End user", "end_user"), ("Duties", "duty"))
_LICENCE = ("licence", "exception", "policy")
_REQUIREMENTS = ("requirement", "prohibition")


def use(matter: Matter) -> Section:
    """Section 10: three conclusions that the classification does not give."""
    blocks: list[Block] = [
        Paragraph(
            "Destination, end use and end user are asked apart from the item. This is a snapshot of "
            "what was known on the day; what is not known here stays open in section 4."
        ),
        _places(matter),
        _parties(matter),
        _flags(matter),
    ]
    for title, kind in _APART:
        conclusions = matter.of_kind(kind)
        rules = [r for r in matter.q.rules.values() if r.kind == kind]
        if conclusions or rules:
            blocks.append(Heading(title))
            blocks += [_paragraph(matter, each) for each in conclusions]
            blocks.append(_findings(matter, f"{title}, rule by rule", rules))
    return Section("Destination, end use and end user", tuple(blocks))


def _places(matter: Matter) -> Block:
    columns = (Column("Destination", 22), Column("What is known", 46), Column("Not known", 32))
    rows = [_known(matter, "destination", key) for key in matter.members("destination")]
    return table(
        "Destinations", columns, rows, look="dense", nothing="No destination has been named."
    )


def _parties(matter: Matter) -> Block:
    columns = (Column("Party", 22), Column("What is known", 46), Column("Not known", 32))
    rows = [_known(matter, PARTIES, key) for key in matter.members(PARTIES)]
    nothing = "No party has been named. That is not a finding that none takes part."
    return table("Parties", columns, rows, look="dense", note=_whole(matter), nothing=nothing)


def _whole(matter: Matter) -> str:
    group = matter.q.groups.get(PARTIES)
    if group is None or not matter.members(PARTIES):
        return ""
    whole = matter.subject.assessment.answers.get(f"{group.plural}.complete") is True
    return (
        "The exporter states that these are all." if whole
        else "Nobody has stated that these are all; another party may still be named."
    )  # fmt: skip


def _known(matter: Matter, group: str, key: str) -> AnyRow:
    asked = [a for a in matter.asked_of(group, key) if a.question.id != matter.q.groups[group].name]
    known = [
        f"{capital(a.question.short)}: {answer_words(matter, a.question, a.answer)}."
        for a in asked if a.given and a.answer is not None
    ]  # fmt: skip
    missing = [a.question.short for a in asked if not a.given or a.answer is None]
    said = not_known(capital(listed(missing, 12)) + ".") if missing else Text("Nothing")
    return row(named(matter, (group,), (key,)), " ".join(known) or "Nothing yet.", said)


def _flags(matter: Matter) -> Block:
    rules = [rule for rule in matter.q.rules.values() if rule.kind == "flag"]
    nothing = "No red flag was asked about. That is not a finding that there is none."
    shown, absent = [], []
    for rule, keys in _instances(matter, rules):
        if matter.today.value(rule.id, keys) is False:
            absent.append(f"{rule.title} ({rule.entry})" if rule.entry else rule.title)
        else:
            shown.append(_finding_row(matter, rule, keys, present=True))
    columns = (_FINDINGS[0], _FINDINGS[1], Column("Present?", 15), _FINDINGS[3])
    note = f"Asked and not present: {'; '.join(dict.fromkeys(absent))}." if absent else ""
    nothing = note or nothing
    return table("Red flags", columns, shown, look="dense", note=note, nothing=nothing)


def _instances(matter: Matter, rules: list[Rule]) -> Iterator[tuple[Rule, tuple[str, ...]]]:
    for rule in rules:
        for keys in matter.today.layout.keys_of(rule.of):
            yield rule, keys


def _finding_row(
    matter: Matter, rule: Rule, keys: tuple[str, ...], *, present: bool = False
) -> AnyRow:
    found = finding_of(matter, rule, keys)
    signs = {True: Verdict.YES, False: Verdict.NO, None: Verdict.NOT_KNOWN}
    cell = Finding(signs[found.truth] if present else Verdict.of(found.truth))
    title = Strong(rule.title, rule.entry) if rule.entry else Strong(rule.title)
    return row(
        title,
        named(matter, rule.of, keys) or "The assessment",
        cell,
        _seen(matter, rule, found, keys),
    )


def _seen(matter: Matter, rule: Rule, found: Found, keys: tuple[str, ...]) -> str:
    if found.truth is False:
        return refusal(matter, found, rule.of, keys)
    marks = [sentence(f"Not verified in the text: {rule.unverified}")] if rule.unverified else []
    marks += [sentence(f"A reading: {rule.reading}")] if rule.reading else []
    said = evidence(matter, found, rule.of, keys)
    return " ".join((sentence(said) if said else "", *marks)).strip() or cited(rule.cites)


def _findings(matter: Matter, caption: str, rules: list[Rule]) -> Block:
    rows = [_finding_row(matter, rule, keys) for rule, keys in _instances(matter, rules)]
    nothing = "Nothing has been named to which these rules could be held."
    return table(caption, _FINDINGS, rows, look="dense", nothing=nothing)


def _paragraph(matter: Matter, each: Conclusion) -> Block:
    members = named(matter, each.stated.of, each.found.keys)
    head = f"{members}. " if members else ""
    said = [
        f"{head}{each.found.title}: {conclusion_words(each.found, 8)}",
        practice_words(each.found),
    ]
    said += [decisive(matter, each) if each.found.settled else "", *reasons(each)]
    return Paragraph(" ".join(part for part in said if part), basis(each, matter))


# --- 11 licence -------------------------------------------------------------------------------


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
    blocks += [_changes(matter)]
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
            yield _paragraph(matter, each)
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
    rules = [r for r in matter.q.rules.values() if r.kind in _REQUIREMENTS and r.of == scope]
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
                _seen(matter, rule, found, keys),
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
