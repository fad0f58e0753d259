"""Expressions as trees of frozen values; names stay names until all folders are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.questionnaire.source import Where

GROUP_FUNCTIONS = ("any", "all", "count", "sum", "highest", "lowest")
MODAL_FUNCTIONS = ("possible", "certain")
PAIR_FUNCTIONS = ("greater", "smaller")


@dataclass(frozen=True, slots=True)
class Literal:
    """A truth, number, word or date that stands in the expression itself."""

    value: bool | float | str


@dataclass(frozen=True, slots=True)
class Name:
    """An id, a bare word, or the built-in ``day``."""

    id: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of a table question, ``throughput.fp64``."""

    table: str
    row: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Each:
    """Within a quantifier over a table: the cell, or a constant of its row."""

    constant: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A list of words in brackets."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Kleene's not."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Both:
    """Kleene's and, over all operands."""

    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Kleene's or, over all operands."""

    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """``left op right`` with one of ``== != < <= > >= in``."""

    op: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """``left op right`` with one of ``+ - * /``."""

    op: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Choice:
    """``then if condition else otherwise``."""

    condition: Expression
    then: Expression
    otherwise: Expression


@dataclass(frozen=True, slots=True)
class Over:
    """A quantifier over the members of a group, over ``inside``, or over a table's rows."""

    function: str
    domain: str
    body: Expression
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """The greater or the smaller of two numbers."""

    function: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Modal:
    """``possible`` (not no) or ``certain`` (yes) of a condition."""

    function: str
    operand: Expression


Expression = (
    Literal
    | Name
    | Cell
    | Each
    | Words
    | Not
    | Both
    | Either
    | Compare
    | Arithmetic
    | Choice
    | Over
    | Pair
    | Modal
)


@dataclass(frozen=True, slots=True)
class Formula:
    """An expression as read, with its text and the place it stands at."""

    text: str
    tree: Expression
    at: Where = field(default_factory=Where, compare=False)
    single_line: bool = field(default=True, compare=False)

    def where(self, column: int = 0) -> Where:
        """The place of a part of the expression."""
        return self.at.shifted(column) if self.single_line else self.at


ALWAYS = Formula("yes", Literal(value=True))


def unmodal(tree: Expression) -> Expression:
    """The condition itself where it is asked whether it is possible or certain."""
    match tree:
        case Modal(operand=operand):
            return unmodal(operand)
        case Not(operand=operand):
            return Not(unmodal(operand))
        case Both(operands=parts):
            return Both(tuple(map(unmodal, parts)))
        case Either(operands=parts):
            return Either(tuple(map(unmodal, parts)))
        case _:
            return tree
