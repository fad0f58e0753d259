"""What differs between two laws: rules, thresholds, lists, standings, conclusions, questions.

The place of an entry in its file is no difference; its words, conditions and dates are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.assessment.printing import printed_day, printed_number
from app.questionnaire.definition import Parameter, Rule, WordSet
from app.questionnaire.expression import Formula

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from app.questionnaire.definition import Questionnaire

_NOT_CONTENT = frozenset({"at", "order", "folder"})


class Change(Enum):
    """What happened to a thing between two states."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class LawDifference:
    """One entry of the law that is another: what kind of thing, which, and how it was and is."""

    kind: str
    id: str
    title: str
    change: Change
    before: str = ""
    after: str = ""


@lru_cache(maxsize=32)
def law_differences(before: Questionnaire, after: Questionnaire) -> tuple[LawDifference, ...]:
    """Everything that differs between two laws, kind by kind."""
    return () if before.hash == after.hash else tuple(_differences(before, after))


def _differences(before: Questionnaire, after: Questionnaire) -> Iterator[LawDifference]:
    yield from _of_kind("rule", before.rules, after.rules, _rule_words)
    for name, rule in after.rules.items():
        earlier = before.rules.get(name)
        if earlier and content(earlier.status) != content(rule.status):
            yield LawDifference(
                "standing", name, _titled(rule), Change.CHANGED, standings(earlier), standings(rule)
            )
    yield from _of_kind("threshold", before.parameters, after.parameters, _values)
    yield from _of_kind("list", before.sets, after.sets, _words)
    yield from _of_kind("figure", before.figures, after.figures, _formulas)
    yield from _of_kind("conclusion", before.determinations, after.determinations, _formulas)
    yield from _of_kind("question", before.questions, after.questions, lambda q: q.ask)
    yield from _of_kind("action", before.actions, after.actions, lambda action: action.do)
    yield from _of_kind("control", before.controls, after.controls, lambda c: c.requirement)


def _of_kind(
    kind: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    words: Callable[[Any], str],
) -> Iterator[LawDifference]:
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        title = _titled(new or old)
        if old is None:
            yield LawDifference(kind, name, title, Change.ADDED, "", words(new))
        elif new is None:
            yield LawDifference(kind, name, title, Change.REMOVED, words(old), "")
        elif old is not new and content(_bare(old)) != content(_bare(new)):
            yield LawDifference(kind, name, title, Change.CHANGED, words(old), words(new))


def _bare(thing: object) -> object:
    """A rule without its standing, which is told apart."""
    if not isinstance(thing, Rule):
        return thing
    return {f.name: getattr(thing, f.name) for f in fields(thing) if f.name != "status"}


def content(value: object) -> object:
    """What an entry says, without where it says it."""
    if isinstance(value, Formula):
        return value.text
    if is_dataclass(value):
        named = {f.name: getattr(value, f.name) for f in fields(value)}
        return tuple((n, content(v)) for n, v in named.items() if n not in _NOT_CONTENT)
    if isinstance(value, Mapping):
        return tuple((n, content(v)) for n, v in value.items() if n not in _NOT_CONTENT)
    return tuple(map(content, value)) if isinstance(value, tuple) else value


def _titled(thing: Any) -> str:  # noqa: ANN401  # any entry
    entry = getattr(thing, "entry", "")
    title = getattr(thing, "title", "") or getattr(thing, "fact", "") or getattr(thing, "ask", "")
    title = title or getattr(thing, "do", "") or getattr(thing, "requirement", "")
    return f"{entry}: {title}" if entry else title


def _rule_words(rule: Rule) -> str:
    parts = [element.says or element.condition.text for element in rule.when]
    unless = f"; unless {', '.join(rule.unless)}" if rule.unless else ""
    return "; ".join(parts) + unless


def _formulas(thing: Any) -> str:  # noqa: ANN401  # a figure or a determination
    if getattr(thing, "value", None):
        return str(thing.value.text)
    rows = getattr(thing, "choose", ()) or thing.outcomes
    return "; ".join(f"{_row(each)} when {each.when.text}" for each in rows)


def _row(each: Any) -> str:  # noqa: ANN401  # a row of a decision table, or an outcome
    return str(each.value.text if isinstance(each.value, Formula) else each.says)


def _values(parameter: Parameter) -> str:
    return "; ".join(
        f"{printed_number(value, 4, parameter.unit)} from {printed_day(start)}"
        for start, value in parameter.values
    )


def _words(words: WordSet) -> str:
    dated = [f"{_some(each)} from {printed_day(start)}" for start, each in words.values]
    parts = [
        *dated,
        *(f"those of {name}" for name in words.combine),
        *(f"less {name}" for name in words.less),
        *([f"with {_some(words.plus)}"] if words.plus else []),
        *([f"without {_some(words.minus)}"] if words.minus else []),
    ]
    return "; ".join(parts)


def _some(words: tuple[str, ...]) -> str:
    return ", ".join(sorted(words)) or "none"


def standings(rule: Rule) -> str:
    """The standings of a rule with their days, as words."""
    stated = [
        f"{each.state.replace('_', ' ')} from {printed_day(each.start)}" for each in rule.status
    ]
    return "; ".join(stated) or "in force"


@lru_cache(maxsize=64)
def changes_between(
    questionnaire: Questionnaire, before: dt.date, after: dt.date
) -> tuple[LawDifference, ...]:
    """What one law changes by itself from one day to another: thresholds, lists, standings."""
    first, last = sorted((before, after))
    return tuple(
        LawDifference(kind, name, title, Change.CHANGED, "", f"{words} from {printed_day(start)}")
        for kind, name, title, start, words in _dated(questionnaire)
        if first < start <= last
    )


def _dated(questionnaire: Questionnaire) -> Iterator[tuple[str, str, str, dt.date, str]]:
    for rule in questionnaire.rules.values():
        for stated in rule.status:
            state = stated.state.replace("_", " ")
            yield "standing", rule.id, _titled(rule), stated.start, state
    for limit in questionnaire.parameters.values():
        for start, value in limit.values:
            words = printed_number(value, 4, limit.unit)
            yield "threshold", limit.id, limit.title, start, words
    for words_set in questionnaire.sets.values():
        for start, each in words_set.values:
            yield "list", words_set.id, words_set.title, start, _some(each)
