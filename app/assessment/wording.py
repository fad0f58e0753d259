"""Operands of conditions in words: the noun phrase of a figure, a limit with its unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.printing import printed, printed_day
from app.questionnaire import expression as x

if TYPE_CHECKING:
    from app.assessment.code import Code
    from app.assessment.evaluation import Evaluation
    from app.assessment.values import Value
    from app.questionnaire.definition import Questionnaire

RELATIONS = {
    ">=": "is at least",
    ">": "is more than",
    "<=": "is at most",
    "<": "is less than",
    "==": "is",
    "!=": "is not",
    "in": "is among",
}
SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}


def phrase(evaluation: Evaluation, code: Code, beside: Code | None = None) -> str:
    """An operand in words: the noun phrase of a question or figure, or a limit.

    A bare word is one of what it is compared with: several questions may offer the same word.
    """
    q = evaluation.questionnaire
    asked = beside.tree.id if beside and isinstance(beside.tree, x.Name) else ""
    match code.tree:
        case x.Name(id=name):
            return _titled(q, name) or _fixed(evaluation, code, name, asked)
        case x.Words(words=words):
            return " or ".join(_word(q, word, asked) for word in words)
        case x.Cell(table=table, row=row):
            rows = {each.id: each.title for each in q.questions[table].rows}
            return f"{q.questions[table].short}, {rows[row]}"
        case x.Arithmetic(op=op):
            left, right = (phrase(evaluation, part) for part in code.parts)
            return f"{left} {SIGNS[op]} {right}"
        case _:
            return text(q, code, code.run(evaluation.values))


def _titled(q: Questionnaire, name: str) -> str:
    """The noun phrase of what has a value of its own."""
    if name in q.questions:
        return q.questions[name].short
    kinds = (q.figures, q.rules, q.determinations)
    return next((str(kind[name].title) for kind in kinds if name in kind), "")


def _fixed(evaluation: Evaluation, code: Code, name: str, asked: str) -> str:
    """A limit with its unit, a list by its title, or a bare word."""
    q = evaluation.questionnaire
    if name == "day":
        return printed_day(evaluation.day)
    if name in q.parameters:
        return text(q, code, evaluation.law.parameters[name])
    return q.sets[name].title if name in q.sets else _word(q, name, asked)


def _word(q: Questionnaire, word: str, asked: str) -> str:
    """The title of the option that a word is, or what a conclusion of that value says."""
    if word in q.countries:
        return q.countries[word].name
    if asked in q.determinations:
        return next((o.says for o in q.determinations[asked].outcomes if o.value == word), word)
    questions = [q.questions[asked]] if asked in q.questions else q.questions.values()
    options = (o for each in questions for o in each.options if o.id == word)
    return next((option.title for option in options), word)


def text(q: Questionnaire, code: Code, value: Value) -> str:
    """A value as it is printed for the name that the expression is."""
    name = code.tree.id if isinstance(code.tree, x.Name) else ""
    return printed(q, name, value)
