"""Worked cases: answers in, conclusions out, as the author wrote them beside the rules.

Values are read as the words they are; ``app.assessment`` knows what each question
and figure makes of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.questionnaire.definition import WorkedCase
from app.questionnaire.readers import many, text, words
from app.questionnaire.schema import CASE_FIELDS

if TYPE_CHECKING:
    from app.questionnaire.source import Place


def read_cases(place: Place) -> tuple[WorkedCase, ...]:
    """All cases of one ``*.cases.yaml`` file."""
    return many(_case)(place)


def _case(place: Place) -> WorkedCase:
    found = place.fields(CASE_FIELDS, ("case", "answers", "expect"))
    answers = _addressed(found["answers"]) if "answers" in found else {}
    for plural in words(found["complete"]) if "complete" in found else ():
        answers[f"{plural}.complete"] = "yes"
    settled = found["settled_by"].entries() if "settled_by" in found else ()
    return WorkedCase(
        name=found["case"].text() if "case" in found else "",
        source=found["source"].text() if "source" in found else "",
        day=found["day"].date() if "day" in found else None,
        answers=answers,
        expect=_addressed(found["expect"]) if "expect" in found else {},
        settled_by={name: many(text)(value) for name, _, value in settled},
        at=place.where,
    )


def _addressed(place: Place) -> dict[str, object]:
    """``{items.i1: {die_area: 814}}`` as ``{items.i1.die_area: 814}``."""
    found: dict[str, object] = {}
    for scope, _, entries in place.entries():
        head = "" if scope == "assessment" else f"{scope}."
        if not entries.is_mapping():
            found[scope] = plain(entries)
            continue
        for name, _, value in entries.entries():
            found[head + name] = plain(value)
    return found


def plain(place: Place) -> object:
    """A place as texts, lists and mappings."""
    if place.is_list():
        return tuple(plain(item) for item in place.items())
    if place.is_mapping():
        return {name: plain(value) for name, _, value in place.entries()}
    return place.text()
