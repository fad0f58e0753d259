"""Sections 7 to 9: jurisdiction, every candidate element by element, and what was rejected and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Block, Gap, Heading, Paragraph, Section
from app.report.cells import Cell, Finding, Strong, Verdict
from app.report.content.findings import (
    basis,
    considered,
    decisive,
    evidence,
    failed,
    finding_of,
    refusal,
    rules_of,
    verdict,
)
from app.report.content.regimes import HOME, caution_of
from app.report.content.words import (
    capital,
    cites,
    conclusion_words,
    grade,
    listed,
    named,
    practice_words,
    reasons,
    sentence,
    short,
)
from app.report.memo.beside import classifications
from app.report.memo.bottom import main_of
from app.report.tables import AnyRow, Column, GroupRow, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.trace import Finding as Found
    from app.questionnaire.definition import Rule, Scope
    from app.report.content.conclusion import Conclusion
    from app.report.content.matter import Matter

ITEM = ("item",)
_MATRIX = (
    Column("Entry", 16),
    Column("Element", 33),
    Column("What meets it or not", 34),
    Column("Finding", 17),
)
_REJECTED = (Column("Entry", 24), Column("Why it is not met", 76))
_TESTED = ("classification", "exclusion")
ARTEFACTS = ("software", "technology", "model_weights")
"""The answers to ``kind`` that name something that is not hardware."""


def analysis(matter: Matter, title: str, regimes: tuple[str, ...], known: bool) -> Section:  # noqa: FBT001
    """Section 7 or 8: the analysis under some regimes, or that this edition has none."""
    if not known:
        return Section(title, (Gap("Not covered by this edition.", _NOT_COVERED),))
    blocks: list[Block] = [] if HOME in regimes else list(classifications(matter))
    for name in regimes:
        blocks += _of_regime(matter, (name,))
    return Section(title, tuple(blocks) or (Gap("Not determined.", _NO_ITEM),))


_NOT_COVERED = (
    "No rule of this regime was asked. This is not a finding that no such rule applies; counsel for "
    "that regime has to be asked before anything moves under it."
)
_NOT_DRAWN = (
    "On what is known this regime draws no conclusion on the item today. The entries above were tested "
    "all the same; if one of them is met, the conclusion follows as soon as the regime applies."
)
_NOT_ARISING = (
    "Nothing that was answered brings this regime into play, so none of its entries was tested. This is "
    "not a finding that no such rule applies; an exporter established there, or goods that leave from "
    "there, would bring it in."
)
_NO_ITEM = "No item has been named, so no entry could be tested. This is not a finding that no entry applies."


def _of_regime(matter: Matter, regimes: tuple[str, ...]) -> Iterator[Block]:
    mine = [c for c in matter.conclusions if c.regime in regimes]
    if not matter.members(ITEM[0]):
        return
    if not mine and any(regimes):
        yield Gap("Does not arise.", _NOT_ARISING)
        return
    yield Heading("Jurisdiction")
    yield from _paragraphs(matter, [c for c in mine if c.stated.kind == "jurisdiction"])
    yield from _tests(matter, "Tests of jurisdiction", ("jurisdiction",), regimes)
    yield Heading("Candidates, element by element")
    yield Paragraph(
        "Each entry that is met, that may be met, or that fails on one element only is set out in "
        "full. Every entry that is not met is rejected in the table after it, with the element that failed."
    )
    yield from _tests(matter, "Candidate matrix", _TESTED, regimes)
    yield _rejections(matter, regimes)
    yield Heading("Conclusion on classification")
    classes = [c for c in mine if c.stated.kind == "classification"]
    if not classes:
        yield Gap("Not drawn.", _NOT_DRAWN)
    for each in classes:
        yield Paragraph(_conclusion(matter, each), basis(each, matter))
        if each in main_of(classes):
            yield from _order(matter, each)


def _paragraphs(matter: Matter, conclusions: list[Conclusion]) -> Iterator[Block]:
    for each in conclusions:
        yield Paragraph(_conclusion(matter, each), basis(each, matter))
    if not conclusions:
        yield Gap("Not asked.", "The questionnaire draws no conclusion on jurisdiction.")


def _conclusion(matter: Matter, each: Conclusion) -> str:
    members = named(matter, each.stated.of, each.found.keys)
    head = f"{members}. " if members else ""
    said = f"{head}{each.found.title}: {conclusion_words(each.found, 8)}"
    parts = [said, practice_words(each.found), decisive(matter, each) if each.found.settled else ""]
    parts += [f"Confidence: {each.confidence.grade}.", *reasons(each)]
    parts.append(caution_of(matter, each))
    return " ".join(part for part in parts if part)


# --- the matrix -------------------------------------------------------------------------------


def _tests(
    matter: Matter, caption: str, kinds: tuple[str, ...], regimes: tuple[str, ...]
) -> Iterator[Block]:
    rows: list[AnyRow] = []
    mine = [r for r in matter.q.rules.values() if r.kind in kinds]
    scopes = {r.of for r in mine if matter.q.folders[r.folder].regime in regimes}
    scopes &= {ITEM} if kinds == _TESTED else scopes
    for scope in sorted(scopes, key=lambda of: (of != ITEM, of)):
        for keys in matter.today.layout.keys_of(scope):
            tested = [r for each in _plausible(matter, kinds, regimes, scope, keys) for r in each]
            if tested:
                rows += [GroupRow(named(matter, scope, keys) or "The assessment"), *tested]
    nothing = "No entry is met, may be met or fails on one element only."
    yield table(caption, _MATRIX, rows, look="dense", nothing=nothing)


def _plausible(
    matter: Matter,
    kinds: tuple[str, ...],
    regimes: tuple[str, ...],
    scope: Scope,
    keys: tuple[str, ...],
) -> Iterator[list[AnyRow]]:
    for rule in rules_of(matter, kinds, scope, regimes):
        found = finding_of(matter, rule, keys)
        if near(found):
            yield list(elements(matter, rule, found, keys))


def near(found: Found) -> bool:
    """Whether a rule is met, may be met, or fails on one element where all others are met."""
    if found.truth is not False:
        return True
    others = [each.truth for each in found.children if each.truth is not False]
    return bool(others) and all(others) and len(failed(found)) == 1


def elements(matter: Matter, rule: Rule, found: Found, keys: tuple[str, ...]) -> Iterator[AnyRow]:
    """A rule with its finding, and a row for each of its elements."""
    said = found.detail and sentence(found.detail)
    yield row(
        Strong(rule.name, rule.title if rule.entry else ""),
        Strong("The entry as a whole"),
        said or "; ".join(cites(rule.cites)),
        Finding(Verdict.of(found.truth)),
    )
    for each in found.children:
        yield row("", capital(each.says), evidence(matter, each, rule.of, keys), _sign(each))


def _sign(each: Found) -> Cell:
    return verdict(each)


def _rejections(matter: Matter, regimes: tuple[str, ...]) -> Block:
    rows: list[AnyRow] = []
    for key in matter.members(ITEM[0]):
        mine = [
            row(Strong(rule.name, rule.title if rule.entry else ""),
                refusal(matter, found, rule.of, (key,)))
            for rule in rules_of(matter, _TESTED, ITEM, regimes)
            if (found := finding_of(matter, rule, (key,))).truth is False
        ]  # fmt: skip
        rows += [GroupRow(named(matter, ITEM, (key,))), *mine] if mine else []
    nothing = "No entry could be rejected on what is known."
    return table("Rejected candidates", _REJECTED, rows, look="dense", nothing=nothing)


def _order(matter: Matter, each: Conclusion) -> Iterator[Block]:
    """Which outcomes were considered before the one reached, in their order."""
    outcomes = considered(matter, each)
    refused = [short(outcome.says) for outcome in outcomes if outcome.truth is False]
    kept = [short(outcome.says) for outcome in outcomes if outcome.truth is not False]
    if refused:
        yield Paragraph(
            f"The outcomes were tried with most control first. Not met: {listed(refused, 80)}. "
            f"{'Reached' if each.found.settled else 'Still possible'}: {listed(kept, 80)}."
        )


# --- 9 artefacts ------------------------------------------------------------------------------


def artefacts(matter: Matter) -> Section:
    """Section 9: what is not the box, row by row."""
    columns = (
        Column("Artefact", 28),
        Column("Classification", 30),
        Column("Confidence", 15),
        Column("Decisive fact", 27),
    )
    rows = []
    for each in main_of(matter.of_kind("classification")):
        if each.stated.of == ITEM and _is_artefact(matter, each.found.keys):
            name = named(matter, ITEM, each.found.keys)
            fact = decisive(matter, each) or "See section 7"
            rows.append(row(name, conclusion_words(each.found), grade(each), fact))
    said = (
        "Software, technology and model weights are classified on their own; the entry of the box "
        "does not carry over to firmware, drivers, design files, source code or weights."
    )
    nothing = (
        "No software, technology or model weights were named as items. If any travels with the "
        "item or can be reached from abroad, it has to be named and classified."
    )
    return Section(
        "Software, technology and AI artefacts",
        (Paragraph(said), table("Everything that is not the box", columns, rows, nothing=nothing)),
    )


def _is_artefact(matter: Matter, keys: tuple[str, ...]) -> bool:
    if "kind" not in matter.q.questions or matter.q.questions["kind"].of != ITEM:
        return False
    return matter.today.value("kind", keys) in ARTEFACTS
