"""``any``, ``all``, ``count``, ``sum``, ``highest`` and ``lowest`` over members that may not be all."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.assessment.code import Code, Run, Values, extreme, kleene_run
from app.assessment.values import ANY_NUMBER, Value, both, calculate, joined, number, span

if TYPE_CHECKING:
    from app.questionnaire import expression as x


@dataclass(frozen=True, slots=True)
class Member:
    """One member under a quantifier: whether it belongs (None: it does), and the body."""

    belongs: Code | None
    body: Code


@dataclass(frozen=True, slots=True)
class Quantified:
    """What a quantifier ranges over, compiled: its members, and whether they are all."""

    members: tuple[Member, ...]
    complete: Code | None
    parts: tuple[Code, ...] = field(default=())


def quantifier(tree: x.Over, domain: Quantified) -> Code:
    """``any``, ``all``, ``count``, ``sum``, ``highest`` or ``lowest`` over members."""
    make = {"any": _any, "all": _all, "count": _count, "sum": _sum}.get(tree.function)
    run = make(domain) if make else _extreme_over(tree.function, domain)
    return Code(tree, run, domain.parts)


def _truths(domain: Quantified, *, missing: bool) -> list[Run]:
    """The body of each member, ``missing`` where the member does not belong."""
    runs: list[Run] = []
    for member in domain.members:
        body = member.body.run
        runs.append(_if_belongs(member.belongs.run, body, missing) if member.belongs else body)
    if domain.complete:
        runs.append(_if_whole(domain.complete.run, missing=missing))
    return runs


def _if_belongs(belongs: Run, body: Run, missing: bool) -> Run:  # noqa: FBT001
    def run(values: Values) -> Value:
        member = belongs(values)
        if member is False:
            return missing
        truth = body(values)
        return truth if member or truth is missing else None

    return run


def _if_whole(complete: Run, *, missing: bool) -> Run:
    def run(values: Values) -> Value:
        return missing if complete(values) else None

    return run


def _any(domain: Quantified) -> Run:
    return kleene_run(True, _truths(domain, missing=False))  # noqa: FBT003


def _all(domain: Quantified) -> Run:
    return kleene_run(False, _truths(domain, missing=True))  # noqa: FBT003


def _whole(domain: Quantified, values: Values) -> bool:
    return domain.complete is None or domain.complete.run(values) is True


def _count(domain: Quantified) -> Run:
    def run(values: Values) -> Value:
        truths = [_member_truth(member, values) for member in domain.members]
        low = float(sum(truth is True for truth in truths))
        high = low + sum(truth is None for truth in truths)
        return number(low, high if _whole(domain, values) else float("inf"))

    return run


def _member_truth(member: Member, values: Values) -> Value:
    belongs = member.belongs.run(values) if member.belongs else True
    return both(belongs, member.body.run(values))  # type: ignore[arg-type]  # both truths


def _belonging(domain: Quantified, values: Values) -> list[tuple[bool, Value]]:
    """Of each member that belongs or may: whether it surely does, and its number."""
    found: list[tuple[bool, Value]] = []
    for member in domain.members:
        belongs = member.belongs.run(values) if member.belongs else True
        if belongs is not False:
            found.append((belongs is True, member.body.run(values)))
    return found


def _sum(domain: Quantified) -> Run:
    def run(values: Values) -> Value:
        total: Value = 0.0
        for sure, amount in _belonging(domain, values):
            total = calculate("+", total, amount if sure else joined([0.0, amount]))
        return total if _whole(domain, values) else number(span(total).low, float("inf"))

    return run


def _extreme_over(function: str, domain: Quantified) -> Run:
    return _highest(domain) if function == "highest" else _lowest(domain)


def _highest(domain: Quantified) -> Run:
    """Of no members it is 0."""

    def run(values: Values) -> Value:
        found = _belonging(domain, values)
        neutral = -math.inf if any(sure for sure, _ in found) else 0.0
        amounts = [amount if sure else joined([neutral, amount]) for sure, amount in found]
        low, high = span(extreme(max, amounts or [0.0]))
        return number(low, high if _whole(domain, values) else math.inf)

    return run


def _lowest(domain: Quantified) -> Run:
    """Of no members nothing is known: no number would be on the safe side of every limit."""

    def run(values: Values) -> Value:
        found = _belonging(domain, values)
        if not any(sure for sure, _ in found):
            return ANY_NUMBER
        amounts = [amount if sure else joined([math.inf, amount]) for sure, amount in found]
        low, high = span(extreme(min, amounts))
        return number(low if _whole(domain, values) else -math.inf, high)

    return run
