"""The part of a questionnaire that some conclusions rest on, and nothing else.

Whoever asks the same few conclusions of thousands of items need not carry the rest along.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from app.questionnaire.checker import TEMPLATE_NAME, template_texts
from app.questionnaire.names import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from app.questionnaire.definition import Questionnaire

T = TypeVar("T")


def narrowed(questionnaire: Questionnaire, wanted: Iterable[str]) -> Questionnaire:
    """The questionnaire with what these ids need, and what names the members of its groups."""
    kept = _reached(questionnaire, {*wanted, *_of_groups(questionnaire)})

    q = questionnaire
    return replace(
        q,
        questions=_kept(q.questions, kept),
        figures=_kept(q.figures, kept),
        rules=_kept(q.rules, kept),
        determinations=_kept(q.determinations, kept),
        contradictions={},
        actions={},
        controls={},
    )


def _kept(things: Mapping[str, T], kept: frozenset[str]) -> Mapping[str, T]:
    return {name: thing for name, thing in things.items() if name in kept}


def _reached(questionnaire: Questionnaire, wanted: set[str]) -> frozenset[str]:
    found: set[str] = set()
    queue = list(wanted)
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue.extend(names_of(questionnaire, name))
            queue.extend(_printed_by(questionnaire, name))
    return frozenset(found)


def _printed_by(questionnaire: Questionnaire, name: str) -> Iterator[str]:
    """The names that stand in the words of a conclusion."""
    stated = questionnaire.determinations.get(name)
    for text in template_texts(stated) if stated else ():
        yield from TEMPLATE_NAME.findall(text)


def _of_groups(questionnaire: Questionnaire) -> Iterator[str]:
    for group in questionnaire.groups.values():
        yield from filter(None, (group.name, group.inside, *group.belongs_to.values()))
