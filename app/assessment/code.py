"""Expressions compiled once, for the members they are about, into functions over values.

A ``Code`` keeps its parts, so that one tree serves evaluation (``run``), the why (walk it
over the values) and the interview (which parts are still open).  The values are one list;
a part that reads an instance knows its index in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, assert_never

from app.assessment.values import (
    Value,
    calculate,
    compare,
    joined,
    negated,
    number,
    span,
    within,
)
from app.questionnaire import expression as x

Values = list[Value]
Run = Callable[[Values], Value]


class Scene(Protocol):
    """What names mean where an expression stands; ``app.assessment.scene`` is the one."""

    def read(self, tree: x.Expression, name: str) -> Code:
        """What a name stands for."""

    def each(self, tree: x.Each, constant: str) -> Code:
        """The cell of the row at hand."""

    def over(self, tree: x.Over) -> Code:
        """A quantifier."""


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """A compiled expression: what it computes, from which parts, and for which member.

    It counts only while ``when`` is not no: a member may not belong, a row not be offered.
    """

    tree: x.Expression
    run: Run
    parts: tuple[Code, ...] = ()
    reads: int | None = None
    member: str = ""
    row: str = ""
    when: Code | None = None


def compile_tree(tree: x.Expression, scene: Scene) -> Code:
    """Compile an expression for the members that the scene names."""
    match tree:
        case x.Name(id=name):  # first, because most are
            return scene.read(tree, name)
        case x.Literal(value=value):
            return Code(tree, _constant(value))
        case x.Words(words=words):
            return Code(tree, _constant(frozenset(words)))
        case x.Cell(table=table, row=row):
            return _cell(tree, scene.read(x.Name(table), table), row)
        case x.Each(constant=constant):
            return scene.each(tree, constant)
        case x.Not(operand=operand) | x.Modal(operand=operand):
            return _unary(tree, compile_tree(operand, scene))
        case x.Both(operands=operands) | x.Either(operands=operands):
            return _kleene(tree, tuple(compile_tree(part, scene) for part in operands))
        case x.Compare(left=left, right=right):
            return _compare(tree, compile_tree(left, scene), compile_tree(right, scene))
        case x.Arithmetic(left=left, right=right) | x.Pair(left=left, right=right):
            return _binary(tree, compile_tree(left, scene), compile_tree(right, scene))
        case x.Choice(condition=c, then=a, otherwise=b):
            return choice(tree, [(compile_tree(c, scene), compile_tree(a, scene))], b, scene)
        case x.Over():
            return scene.over(tree)
        case _:
            assert_never(tree)


def _constant(value: Value) -> Run:
    def run(_: Values) -> Value:
        return value

    return run


def _cell(tree: x.Cell, table: Code, row: str) -> Code:
    inner = table.run

    def run(values: Values) -> Value:
        cells = inner(values)
        # A row that is read as "none" offers nothing.
        return cells.get(row, 0.0) if isinstance(cells, Mapping) else None

    return Code(tree, run, (table,), row=row)


def _unary(tree: x.Not | x.Modal, operand: Code) -> Code:
    inner = operand.run
    if isinstance(tree, x.Not):

        def run(values: Values) -> Value:
            return negated(inner(values))  # type: ignore[arg-type]  # the checker knows a truth

    elif tree.function == "possible":

        def run(values: Values) -> Value:
            return inner(values) is not False

    else:

        def run(values: Values) -> Value:
            return inner(values) is True

    return Code(tree, run, (operand,))


def _kleene(tree: x.Both | x.Either, parts: tuple[Code, ...]) -> Code:
    return Code(tree, kleene_run(isinstance(tree, x.Either), [part.run for part in parts]), parts)


def kleene_run(settling: bool, runs: list[Run]) -> Run:  # noqa: FBT001  # the truth that settles
    """And (``settling`` is no) or or (yes) over all runs."""

    def run(values: Values) -> Value:
        result: Value = not settling
        for each in runs:
            truth = each(values)
            if truth is settling:
                return settling
            if truth is None:
                result = None
        return result

    return run


def _compare(tree: x.Compare, left: Code, right: Code) -> Code:
    a, b, op = left.run, right.run, tree.op
    if op == "in":

        def run(values: Values) -> Value:
            return within(a(values), b(values))  # type: ignore[arg-type]  # words on the right

    else:

        def run(values: Values) -> Value:
            return compare(op, a(values), b(values))

    return Code(tree, run, (left, right))


def _binary(tree: x.Arithmetic | x.Pair, left: Code, right: Code) -> Code:
    a, b = left.run, right.run
    if isinstance(tree, x.Arithmetic):
        op = tree.op

        def run(values: Values) -> Value:
            return calculate(op, a(values), b(values))

    else:
        pick = max if tree.function == "greater" else min

        def run(values: Values) -> Value:
            return extreme(pick, [a(values), b(values)])

    return Code(tree, run, (left, right))


def extreme(pick: Callable[..., float], values: list[Value]) -> Value:
    """The highest or lowest of numbers that may be intervals."""
    spans = [span(value) for value in values]
    return number(pick(s.low for s in spans), pick(s.high for s in spans))


def choice(
    tree: x.Expression,
    rows: list[tuple[Code, Code]],
    otherwise: x.Expression,
    scene: Scene,
) -> Code:
    """A decision table: the first row that holds; all possible rows where it is not known."""
    last = compile_tree(otherwise, scene)
    runs = [(condition.run, value.run) for condition, value in rows]

    def run(values: Values) -> Value:
        possible: list[Value] = []
        for condition, value in runs:
            holds = condition(values)
            if holds is False:
                continue
            possible.append(value(values))
            if holds:
                return joined(possible)
        possible.append(last.run(values))
        return joined(possible)

    parts = tuple(part for row in rows for part in row)
    return Code(tree, run, (*parts, last))
