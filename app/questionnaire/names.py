"""What depends on what, as the definition says it: names in expressions."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from app.questionnaire import expression as x

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.questionnaire.definition import Figure, Questionnaire, Rule


def evaluated_ids(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The ids of all that has a value for each member of its scope."""
    q = questionnaire
    kinds = (
        q.questions,
        q.figures,
        q.rules,
        q.determinations,
        q.contradictions,
        q.actions,
        q.controls,
    )
    return tuple(name for kind in kinds for name in kind)


def names_in(questionnaire: Questionnaire, tree: x.Expression) -> Iterator[str]:
    """Every name, table and quantified group that stands in an expression."""
    match tree:
        case x.Name(id=name) | x.Cell(table=name):
            yield name
        case x.Literal() | x.Each() | x.Words():
            return
        case x.Not(operand=inner) | x.Modal(operand=inner):
            yield from names_in(questionnaire, inner)
        case x.Both(operands=parts) | x.Either(operands=parts):
            for part in parts:
                yield from names_in(questionnaire, part)
        case x.Compare(left=a, right=b) | x.Arithmetic(left=a, right=b) | x.Pair(left=a, right=b):
            yield from names_in(questionnaire, a)
            yield from names_in(questionnaire, b)
        case x.Choice(condition=c, then=a, otherwise=b):
            for part in (c, a, b):
                yield from names_in(questionnaire, part)
        case x.Over(domain=domain, body=body):
            yield from _domain(questionnaire, domain)
            yield from names_in(questionnaire, body)
        case _:
            assert_never(tree)


def _domain(questionnaire: Questionnaire, domain: str) -> Iterator[str]:
    group = questionnaire.group_of_plural.get(domain)
    if group:
        yield from group.belongs_to.values()
    elif domain == "inside":
        yield from (g.inside for g in questionnaire.groups.values() if g.inside)
    else:
        yield domain


_NEXT = {"<": (0,), ">=": (0,), "<=": (1,), ">": (1,), "==": (0, 1), "!=": (0, 1)}
"""Days after a date on which a comparison of ``day`` with it turns."""
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def days_in(tree: x.Expression) -> Iterator[dt.date]:
    """The days from which an expression can come out otherwise because of the date alone."""
    match tree:
        case x.Compare(op=op, left=x.Name(id="day"), right=x.Literal(value=str(date))):
            yield from _turns(op, date)
        case x.Compare(op=op, left=x.Literal(value=str(date)), right=x.Name(id="day")):
            yield from _turns(_TURNED.get(op, op), date)
        case _:
            for part in _parts(tree):
                yield from days_in(part)


def _turns(op: str, date: str) -> Iterator[dt.date]:
    day = dt.date.fromisoformat(date)
    yield from (day + dt.timedelta(days=later) for later in _NEXT.get(op, ()))


def _parts(tree: x.Expression) -> tuple[x.Expression, ...]:
    match tree:
        case x.Not(operand=inner) | x.Modal(operand=inner) | x.Over(body=inner):
            return (inner,)
        case x.Both(operands=parts) | x.Either(operands=parts):
            return tuple(parts)
        case x.Compare(left=a, right=b) | x.Arithmetic(left=a, right=b) | x.Pair(left=a, right=b):
            return (a, b)
        case x.Choice(condition=c, then=a, otherwise=b):
            return (c, a, b)
        case _:
            return ()


def turning_days(questionnaire: Questionnaire) -> tuple[tuple[dt.date, str], ...]:
    """Each day on which an id can change because its expression names the date, with the id."""
    found = {
        (day, name)
        for name in evaluated_ids(questionnaire)
        for formula in formulas(questionnaire, name)
        for day in days_in(formula.tree)
    }
    return tuple(sorted(found))


def formulas(questionnaire: Questionnaire, name: str) -> Iterator[x.Formula]:
    """The expressions that the value of an id is computed from."""
    q = questionnaire
    if name in q.questions:
        question = q.questions[name]
        yield question.ask_when
        if question.whole_when:
            yield question.whole_when
    elif name in q.figures:
        yield from _of_figure(q.figures[name])
    elif name in q.rules:
        yield from _of_rule(q.rules[name])
    elif name in q.determinations:
        yield q.determinations[name].wanted_when
        yield from (outcome.when for outcome in q.determinations[name].outcomes)
    else:
        holder = q.contradictions.get(name) or q.actions.get(name) or q.controls.get(name)
        if holder:
            yield holder.when


def _of_figure(figure: Figure) -> Iterator[x.Formula]:
    if figure.value:
        yield figure.value
    for case in figure.choose:
        yield case.when
        yield case.value
    if figure.second_reading:
        yield figure.second_reading.value


def _of_rule(rule: Rule) -> Iterator[x.Formula]:
    yield from (element.condition for element in rule.when)


@lru_cache(maxsize=65536)
def names_of(questionnaire: Questionnaire, name: str) -> frozenset[str]:
    """The ids that the value of ``name`` depends on directly."""
    found = {
        other
        for formula in formulas(questionnaire, name)
        for other in names_in(questionnaire, formula.tree)
    }
    rule = questionnaire.rules.get(name)
    if rule:
        found |= set(rule.unless)
    return frozenset(found & set(_evaluated(questionnaire)))


@lru_cache(maxsize=8)
def _evaluated(questionnaire: Questionnaire) -> frozenset[str]:
    return frozenset(evaluated_ids(questionnaire))
