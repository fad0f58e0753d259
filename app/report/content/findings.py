"""Findings of the core as rows and sentences: what an element asks, what meets it, what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.law import TEXT
from app.assessment.trace import Finding, why
from app.report.cells import Finding as FindingCell
from app.report.cells import Verdict
from app.report.content.words import capital, cited, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.questionnaire.definition import Rule, Scope
    from app.report.content.conclusion import Conclusion
    from app.report.content.matter import Matter
    from app.report.numbering import Ref

_MOST_REFS = 4


def tree(finding: Finding, *, known: bool = False) -> Iterator[Finding]:
    """A finding and everything under it, each once: branches share what they both rest on.

    ``known`` leaves out what is open below: it holds up nothing that is known without it.
    """
    seen: set[int] = set()
    waiting = [finding]
    while waiting:
        at = waiting.pop()
        if id(at) not in seen:
            seen.add(id(at))
            yield at
            waiting += [each for each in reversed(at.children) if not (known and _is_open(each))]


def _is_open(finding: Finding) -> bool:
    """Whether this says that something is not known; numbers, words and outcomes have no truth."""
    if finding.kind in ("question", "figure"):
        return not finding.settled
    named = finding.kind != "condition" or bool(finding.name)
    return (
        finding.truth is None and named and finding.kind != "determination" and not finding.detail
    )


def references(matter: Matter, finding: Finding, scope: Scope, keys: tuple[str, ...]) -> list[Ref]:
    """The open points, facts and sheets that a finding rests on, each once."""
    bound = dict(zip(scope, keys, strict=True))
    found: dict[Ref, None] = {}
    for each in _holding(finding):
        ref = matter.opens.get(each.address) or matter.facts.get(each.address)
        ref = ref or _sheet(matter, each.name, bound)
        if ref:
            found[ref] = None
    return sorted(found, key=lambda ref: ("OCF".index(ref.letter), ref.number))


def _holding(finding: Finding) -> list[Finding]:
    """What a finding rests on; where it is known, not what is open beside that."""
    return list(tree(finding, known=finding.truth is not None))


def _sheet(matter: Matter, name: str, bound: dict[str, str]) -> Ref | None:
    figure = matter.q.figures.get(name)
    if figure is None or not all(group in bound for group in figure.of):
        return None
    return matter.sheets.get((name, tuple(bound[group] for group in figure.of)))


def bracketed(refs: list[Ref]) -> str:
    """References behind a text: `` (F-07, C-01)``."""
    return f" ({', '.join(map(str, refs[:_MOST_REFS]))})" if refs else ""


def evidence(matter: Matter, finding: Finding, scope: Scope, keys: tuple[str, ...]) -> str:
    """What a finding rests on, in words, with its references."""
    detail = finding.detail or _below(finding) or (finding.says if finding.kind == "rule" else "")
    question = matter.q.questions.get(finding.name)
    if question and finding.detail and question.short not in detail and not finding.distance:
        detail = f"{question.short}: {detail}"
    refs = references(matter, finding, scope, keys)
    if refs and detail.endswith("."):
        return cited_sentence(detail, refs)
    return (capital(detail) + bracketed(refs)).strip()


def _below(finding: Finding) -> str:
    """What stands under a finding without words of its own, in short."""
    parts = [_said(child) for child in finding.children if child.truth is finding.truth]
    said = _joined([part for part in parts if part], 3)
    return f"it turns on: {said}" if said and finding.truth is None else said


def _joined(parts: list[str], most: int) -> str:
    """Several sentences become one: a full stop stands before no "and" and no comma."""
    each = list(dict.fromkeys(parts))
    return each[0] if len(each) == 1 else listed([part.rstrip(".") for part in each], most)


def _said(finding: Finding) -> str:
    if finding.kind == "question":
        return f"{finding.says}: {finding.detail}"
    if finding.kind in ("over", "group") and finding.children:
        inner = [_said(child) for child in finding.children if child.truth is finding.truth]
        return _joined(inner, 2)
    return finding.detail or finding.says


def verdict(finding: Finding, note: str = "") -> FindingCell:
    """Met, not met or not known; a number or word that is known counts as met."""
    known = finding.truth is None and finding.settled and finding.kind in ("question", "figure")
    return FindingCell(Verdict.MET if known and finding.detail else Verdict.of(finding.truth), note)


def rules_of(
    matter: Matter, kinds: tuple[str, ...], scope: Scope, regimes: tuple[str, ...]
) -> list[Rule]:
    """The rules of these kinds that are asked of these members, under these regimes."""
    folders = matter.q.folders
    return [
        rule
        for rule in matter.q.rules.values()
        if rule.kind in kinds and rule.of == scope and folders[rule.folder].regime in regimes
    ]


def finding_of(matter: Matter, rule: Rule, keys: tuple[str, ...]) -> Finding:
    """A rule with its elements for certain members, today."""
    return matter.trace.of_instance(matter.today.layout.index(rule.id, TEXT, keys))


def considered(matter: Matter, conclusion: Conclusion) -> tuple[Finding, ...]:
    """The outcomes that were considered for a conclusion, on its first day."""
    found = conclusion.found
    evaluation = matter.on(found.day)
    return why(evaluation, found, trace=matter.trace if evaluation is matter.today else None)


def failed(finding: Finding) -> list[Finding]:
    """The elements of a rule that are not met."""
    return [each for each in finding.children if each.truth is False]


def refusal(matter: Matter, finding: Finding, scope: Scope, keys: tuple[str, ...]) -> str:
    """One sentence that names the element for which a rule is not met."""
    elements = failed(finding)
    if not elements:
        return sentence(finding.detail or "It does not count on this day")
    first = elements[0]
    because = evidence(matter, first, scope, keys)
    said = f"{capital(first.says)}: not met" + (f"{_stop(because)}{because}" if because else "")
    return sentence(f"{finding.detail} {said}" if finding.detail else said)


def _stop(because: str) -> str:
    """What parts a reason from what it is for: references alone belong to the same sentence."""
    return " " if because.startswith("(") else ". "


def decisive(matter: Matter, conclusion: Conclusion) -> str:
    """The fact on which a conclusion turns, with its references."""
    found, scope = conclusion.found, conclusion.stated.of
    outcomes = considered(matter, conclusion)
    last = outcomes[-1]
    if not found.settled:
        last = next((each for each in outcomes if each.truth is None), last)
    reached = [each for each in top_rules(last) if each.truth is last.truth]
    if conclusion.stated.kind != "policy":  # what only says how the law stands decides nothing
        reached = [each for each in reached if matter.q.rules[each.name].kind != "policy"]
    reached.sort(key=lambda each: _nearness(matter, each, scope))
    source = reached[0] if reached else last
    words = (source.kind == "rule" and source.detail) or found.because or _below(source)
    name = matter.q.rules[source.name].entry if source.kind == "rule" else ""
    head = f"{name}: " if name and conclusion.stated.kind in ("licence", "policy") else ""
    return (
        cited_sentence(head + words, references(matter, source, scope, found.keys)) if words else ""
    )


def _nearness(matter: Matter, finding: Finding, scope: Scope) -> tuple[bool, bool]:
    """Rules of the conclusion's own members first, and of these the ones that are enforced."""
    return matter.q.rules[finding.name].of != scope, finding.state not in ("", "in_force")


def cited_sentence(words: str, refs: list[Ref]) -> str:
    """A sentence with its references before the full stop."""
    return f"{capital(words.strip()).rstrip('.')}{bracketed(refs)}."


def top_rules(finding: Finding) -> Iterator[Finding]:
    """The rules that a finding rests on directly, not those that these rest on."""
    seen: set[int] = set()
    waiting = [finding]
    while waiting:
        at = waiting.pop()
        if id(at) in seen:
            continue
        seen.add(id(at))
        if at.kind == "rule" and not is_negation(at):
            yield at
        else:
            waiting += reversed(at.children)


def is_negation(finding: Finding) -> bool:
    """Whether this says that a rule does not apply, and only holds that rule."""
    return bool(finding.children) and finding.children[0].name == finding.name != ""


def basis(conclusion: Conclusion, matter: Matter) -> tuple[str, ...]:
    """The places of law on which a conclusion rests: those of the rules that are not refused."""
    if not conclusion.found.settled:
        return ()
    reached = considered(matter, conclusion)[-1]
    places = [cited(each.cites) for each in top_rules(reached) if each.truth]
    places.append(cited(conclusion.stated.cites))
    return tuple(dict.fromkeys(place for place in places if place))[:_MOST_REFS]
