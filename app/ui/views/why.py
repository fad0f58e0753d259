"""The why of a conclusion as a tree of nodes, its filters, and the same as text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.assessment.determination import arises, determination
from app.assessment.trace import Finding, why
from app.ui.kit.marks import STATES
from app.ui.kit.tree_node import TreeNode
from app.ui.views.so_far import subject_of, value_of
from app.ui.views.words import capital, place_words, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.assessment.determination import Determination
    from app.assessment.evaluation import Evaluation
    from app.ui.views.places import Place

EVERYTHING, DECIDED, NOT_KNOWN = "everything", "decided", "unknown"
FILTERS = ((EVERYTHING, "Everything"), (DECIDED, "What decided it"), (NOT_KNOWN, "Not known"))
_STATES = {
    "not_enforced": ("differs", "Codified, not enforced"),
    "stayed": ("depends", "Stayed"),
    "pending": ("depends", "Not in force yet"),
    "not_confirmed": ("depends", "Status not confirmed"),
    "ended": ("depends", "Not in force any more"),
    "not_yet": ("depends", "Not in force yet"),
}


@dataclass(frozen=True, slots=True)
class WhyView:
    """The why of one conclusion: heading, outcome, and the finding behind each node's id."""

    title: str
    outcome: tuple[str, str]
    subject: str
    roots: tuple[TreeNode, ...]
    findings: dict[str, Finding]


def why_view(evaluation: Evaluation, place: Place) -> WhyView | None:
    """The why of a determination; None where it does not arise any more."""
    stated = evaluation.questionnaire.determinations.get(place.id)
    if stated is None or place.keys not in evaluation.layout.keys_of(stated.of):
        return None
    if not arises(evaluation, stated, place.keys):
        return None
    found = determination(evaluation, place.id, place.keys)
    findings: dict[str, Finding] = {}
    roots = tuple(_node(each, str(at), findings) for at, each in enumerate(why(evaluation, found)))
    return WhyView(
        title=subject_of(evaluation, found),
        outcome=outcome_of(found),
        subject=found.because or value_of(found),
        roots=roots,
        findings=findings,
    )


def outcome_of(found: Determination) -> tuple[str, str]:
    """The kind of chip that a conclusion has, and its words."""
    if not found.settled:
        return "open", "Open"
    if found.differs:
        return "differs", ""
    kinds = {"required": "required", "depends": "depends", "none": "lists", "open": "open"}
    return kinds[found.text[0].tone], shortened(found.says.rstrip("."), 70)


def _node(finding: Finding, id_: str, findings: dict[str, Finding]) -> TreeNode:
    findings[id_] = finding
    children = tuple(
        _node(child, f"{id_}.{at}", findings) for at, child in enumerate(finding.children)
    )
    chip = _STATES.get(finding.state)
    return TreeNode(
        id=id_,
        state=state_of(finding),
        sentence=capital(finding.says),
        value=_value(finding),
        citation=_citation(finding),
        chip=(chip[0], _noted(chip[1], finding.state_note)) if chip else None,
        from_answer=finding.kind == "question",
        children=children,
    )


def _noted(words: str, note: str) -> str:
    return f"{words}: {shortened(note, 50)}" if note else words


def state_of(finding: Finding) -> str:
    """The mark of a finding; a number that is known is decided, whatever it says."""
    if finding.truth is True:
        return "met"
    if finding.truth is False:
        return "not_met"
    is_value = finding.kind in ("question", "figure", "over")
    return "decided" if is_value and finding.settled and finding.detail else "unknown"


def _value(finding: Finding) -> str:
    if finding.kind == "group" and not finding.detail:
        return ""
    return capital(finding.detail)


def _citation(finding: Finding) -> str:
    if finding.kind == "question":
        return "Your answer"
    return place_words(finding.cites[0]) if finding.cites else ""


def filtered(roots: Iterable[TreeNode], wanted: str) -> tuple[TreeNode, ...]:
    """The tree under a filter: what decided it follows what is met, or the first that is not."""
    if wanted == DECIDED:
        return tuple(_decisive(roots))
    return tuple(_with_unknown(roots)) if wanted == NOT_KNOWN else tuple(roots)


def _decisive(roots: Iterable[TreeNode]) -> Iterator[TreeNode]:
    """What is met and all that it rests on, as far as that has the same truth."""
    for root in roots:
        if root.state in ("met", "decided"):
            yield replace(root, children=tuple(_decisive(root.children)))


def _with_unknown(roots: Iterable[TreeNode]) -> Iterator[TreeNode]:
    for root in roots:
        children = tuple(_with_unknown(root.children))
        if children or root.state in ("unknown", "open"):
            yield replace(root, children=children)


def as_text(view: WhyView, roots: Iterable[TreeNode]) -> str:
    """The tree as indented lines, to paste into a letter."""
    lines = [view.title, view.subject, ""]
    for root in roots:
        lines += _lines(root, 0)
    return "\n".join(lines)


def _lines(node: TreeNode, depth: int) -> Iterator[str]:
    parts = [f"[{STATES[node.state]}] {node.sentence}"]
    parts += [f"({node.value})"] if node.value else []
    parts += [f"<{node.citation}>"] if node.citation and not node.from_answer else []
    yield "  " * depth + " ".join(parts)
    for child in node.children:
        yield from _lines(child, depth + 1)


def beside_of(finding: Finding) -> tuple[str, str]:
    """The address of the answer behind a finding, and in words how its rule stands."""
    if finding.kind != "rule":
        return finding.address, ""
    stands = _STATES.get(finding.state)
    words = stands[1] if stands else "In force"
    return finding.address, f"{words}. {finding.state_note}".strip()
