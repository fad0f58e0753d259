"""The expression language: a documented subset of Python's syntax, read with ``ast``.

What is read becomes a tree of frozen values; nothing is ever executed as code.
"""

from __future__ import annotations

import ast
import datetime as dt
import sys
import warnings

from app.questionnaire.expression import (
    GROUP_FUNCTIONS,
    MODAL_FUNCTIONS,
    PAIR_FUNCTIONS,
    Arithmetic,
    Both,
    Cell,
    Choice,
    Compare,
    Each,
    Either,
    Expression,
    Literal,
    Modal,
    Name,
    Not,
    Over,
    Pair,
    Words,
)

_LONGEST = 10_000
_DEEPEST = 60
"""Levels that everything after this may walk without exhausting the stack."""


class ExpressionError(ValueError):
    """The text is not of the language; ``column`` counts from 0 within it."""

    def __init__(self, message: str, column: int = 0) -> None:
        super().__init__(message)
        self.column = column


def parse(text: str) -> Expression:
    """Read an expression.

    Raises:
        ExpressionError: the text is not of the language; says what stands there instead.
    """
    if len(text) > _LONGEST:
        raise ExpressionError(f"an expression has at most {_LONGEST} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python's advice on style is not about this language
            tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        column = (getattr(error, "offset", 1) or 1) - 1
        message = f"not an expression: {getattr(error, 'msg', error)}"
        raise ExpressionError(message, column) from error
    if _is_deep(tree):
        raise ExpressionError(f"nested more than {_DEEPEST} levels deep; give parts a name")
    return _expression(tree.body)


def _is_deep(tree: ast.AST) -> bool:
    """Counted level by level, so that no depth can exhaust the stack."""
    level: list[ast.AST] = [tree]
    for _ in range(_DEEPEST):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        if not level:
            return False
    return True


_COMPARE = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
}
_ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


def _expression(node: ast.expr) -> Expression:
    match node:
        case ast.Constant(value=value):
            return _constant(node, value)
        case ast.Name(id="yes"):
            return Literal(value=True)
        case ast.Name(id="no"):
            return Literal(value=False)
        case ast.Name(id="each"):
            return Each()
        case ast.Name(id=name):
            return Name(name, node.col_offset)
        case ast.Attribute(value=ast.Name(id="each"), attr=constant):
            return Each(constant)
        case ast.Attribute(value=ast.Name(id=table), attr=row):
            return Cell(table, row, node.col_offset)
        case ast.List(elts=parts):
            return Words(tuple(map(_word, parts)))
        case ast.BoolOp(op=ast.And(), values=parts):
            return Both(tuple(map(_expression, parts)))
        case ast.BoolOp(values=parts):
            return Either(tuple(map(_expression, parts)))
        case _:
            return _operation(node)


def _operation(node: ast.expr) -> Expression:
    match node:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Not(_expression(operand))
        case ast.Compare():
            return _chain(node)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            return Arithmetic(_ARITHMETIC[type(op)], _expression(left), _expression(right))
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return Choice(_expression(test), _expression(body), _expression(orelse))
        case ast.Call(func=ast.Name(id=function), keywords=[]):
            return _call(node, function)
        case _:
            raise ExpressionError("this form is not part of the language", node.col_offset)


def _constant(node: ast.expr, value: object) -> Literal:
    if isinstance(value, bool):
        message = f"write {'yes' if value else 'no'} for {value}"
        raise ExpressionError(message, node.col_offset)
    if isinstance(value, (int, float)):
        if abs(value) > sys.float_info.max:
            raise ExpressionError("a number too large to reckon with", node.col_offset)
        return Literal(float(value))
    if isinstance(value, str):
        return Literal(value)
    raise ExpressionError("expected a number or a word", node.col_offset)


def _word(node: ast.expr) -> str:
    match node:
        case ast.Name(id=word):
            return word
        case ast.Constant(value=str(word)):
            return word
        case _:
            raise ExpressionError("a list holds words", node.col_offset)


def _chain(node: ast.Compare) -> Expression:
    sides = [_expression(side) for side in (node.left, *node.comparators)]
    links = [
        _link(_COMPARE.get(type(op), ""), left, right, node.col_offset)
        for op, left, right in zip(node.ops, sides, sides[1:], strict=False)
    ]
    return links[0] if len(links) == 1 else Both(tuple(links))


def _link(op: str, left: Expression, right: Expression, column: int) -> Expression:
    if not op:
        raise ExpressionError("compare with ==, !=, <, <=, >, >= or in", column)
    if op == "not in":
        return Not(Compare("in", left, right))
    return Compare(op, left, right)


def _call(node: ast.Call, function: str) -> Expression:
    if function in GROUP_FUNCTIONS and len(node.args) == 2 and isinstance(node.args[0], ast.Name):  # noqa: PLR2004
        return Over(function, node.args[0].id, _expression(node.args[1]), node.args[0].col_offset)
    if function in PAIR_FUNCTIONS and len(node.args) == 2:  # noqa: PLR2004
        return Pair(function, *map(_expression, node.args))
    if function in MODAL_FUNCTIONS and len(node.args) == 1:
        return Modal(function, _expression(node.args[0]))
    if function == "date":
        return _date(node)
    known = ", ".join((*GROUP_FUNCTIONS, *PAIR_FUNCTIONS, *MODAL_FUNCTIONS, "date"))
    message = f"{function}() is not known or has the wrong arguments; there are {known}"
    raise ExpressionError(message, node.col_offset)


def _date(node: ast.Call) -> Literal:
    parts = [part.value for part in node.args if isinstance(part, ast.Constant)]
    match parts:
        case [int(year), int(month), int(day)]:
            return Literal(_day(node, year, month, day))
        case _:
            raise ExpressionError("a date is date(2027, 4, 6)", node.col_offset)


def _day(node: ast.Call, year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except (ValueError, OverflowError) as error:
        raise ExpressionError(f"no such day: {error}", node.col_offset) from error
