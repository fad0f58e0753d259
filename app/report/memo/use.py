"""Section 10: destination, end use and end user, each concluded apart from the item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Block, Heading, Paragraph, Section
from app.report.cells import Finding, Strong, Text, Verdict, not_known
from app.report.content.findings import (
    basis,
    decisive,
    evidence,
    finding_of,
    refusal,
)
from app.report.content.matter import PARTIES
from app.report.content.regimes import caution_of
from app.report.content.words import (
    answer_words,
    capital,
    cited,
    conclusion_words,
    listed,
    named,
    practice_words,
    reasons,
    sentence,
)
from app.report.tables import AnyRow, Column, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.trace import Finding as Found
    from app.questionnaire.definition import Rule
    from app.report.content.conclusion import Conclusion
    from app.report.content.matter import Matter

_FINDINGS = (
    Column("Rule", 30),
    Column("About", 18),
    Column("Finding", 15),
    Column("What was seen", 37),
)
_APART = (("End use", "end_use"), ("End user", "end_user"), ("Duties", "duty"))


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
        rules = _asked_here(matter, kind)
        if conclusions or rules:
            blocks.append(Heading(title))
            blocks += [paragraph(matter, each) for each in conclusions]
            blocks.append(_findings(matter, f"{title}, rule by rule", rules))
    return Section("Destination, end use and end user", tuple(blocks))


def _asked_here(matter: Matter, kind: str) -> list[Rule]:
    """The rules of a kind; section 8 says that a regime that does not arise was not tested."""
    every = matter.q.rules.values()
    return [rule for rule in every if rule.kind == kind and matter.concerns(rule.folder)]


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
        sentence(f"{a.question.short}: {answer_words(matter, a.question, a.answer)}")
        for a in asked if a.given and a.answer is not None
    ]  # fmt: skip
    missing = [a.question.short for a in asked if not a.given or a.answer is None]
    said = not_known(capital(listed(missing, 12)) + ".") if missing else Text("Nothing")
    return row(named(matter, (group,), (key,)), " ".join(known) or "Nothing yet.", said)


def _flags(matter: Matter) -> Block:
    rules = _asked_here(matter, "flag")
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
        seen(matter, rule, found, keys),
    )


def seen(matter: Matter, rule: Rule, found: Found, keys: tuple[str, ...]) -> str:
    """What a rule that is met, may be met or is refused rests on, with its doubts."""
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


def paragraph(matter: Matter, each: Conclusion) -> Block:
    """A conclusion in words, with its reasons and its authorities."""
    members = named(matter, each.stated.of, each.found.keys)
    head = f"{members}. " if members else ""
    said = [
        f"{head}{each.found.title}: {conclusion_words(each.found, 8)}",
        practice_words(each.found),
    ]
    said += [decisive(matter, each) if each.found.settled else "", *reasons(each)]
    said.append(caution_of(matter, each))
    return Paragraph(" ".join(part for part in said if part), basis(each, matter))
