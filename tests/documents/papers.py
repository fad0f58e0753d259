"""A made law with a regime and a made plan, so that no test of the documents rests on real law."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

from app.assessment.assessment import assess
from app.questionnaire.loader import load
from app.report.cells import Blank
from app.report.subject import Subject
from app.report.tables import GroupRow, Pairs, Table
from tests.assessment.made import ABOUT, GROUPS, LAW, QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.assessment.answers import Answer
    from app.questionnaire.definition import Questionnaire

TODAY = dt.date(2026, 7, 1)
MOMENT = dt.datetime(2026, 7, 1, 9, 0, tzinfo=dt.UTC)
PLAN = """
about: {title: Made plan, uses: [made]}
sections:
  plan_roles: {title: Roles, order: 9}
  plan_physical: {title: Rooms, order: 10}
questions:
  plan_owner: {section: plan_roles, kind: text, ask: Who owns it?, fact: owner, printed: yes}
  rooms_status:
    section: plan_physical
    kind: one_of
    ask: Are the rooms locked?
    fact: locked rooms
    options: {in_place: In place, planned: Planned, gap: Nobody locks}
  rooms_due: {section: plan_physical, kind: date, ask: By when?, fact: due date}
controls:
  locked:
    part: physical
    module: M6
    requirement: Rooms are kept.
    what: The rooms are locked.
    status: rooms_status
    owner: plan_owner
    evidence: Key log
    test: Try the door
    frequency: monthly
  known_owner: {part: commitment, requirement: Somebody leads., what: An owner leads.}
actions:
  lock: {when: certain(rooms_status == gap), do: Lock the rooms, owner: plan_owner, due: rooms_due}
"""
MORE_LAW = """
sections: {when: {title: When, order: 0.5}}
questions:
  planned_day: {section: when, kind: date, ask: When does it leave?, fact: planned day, printed: yes}
planes:
  made_plane:
    of: item
    title: Power against density
    x: power
    y: density
    regions: [{label: A, x_from: limit_a}, {label: B, style: b, x_from: limit_b, x_below: limit_a}]
glossary: {power: How fast it is.}
"""


@cache
def made() -> Questionnaire:
    about = ABOUT.replace(
        "title: Made,", "title: Made, regime: United States, planned: planned_day,"
    )
    return load(
        {
            "made/about.yaml": about + GROUPS + QUESTIONS + LAW,
            "made/more.yaml": MORE_LAW,
            "plan/about.yaml": PLAN,
        }
    )


ITEM: Mapping[str, Answer] = {
    "items": ("i1",),
    "items.complete": True,
    "items.i1.item_name": "Example card",
    "items.i1.kind": "chip",
    "items.i1.speed": {"fp8": 500.0, "fp16": 400.0},
    "items.i1.speed.source": "Data sheet, page 3",
    "items.i1.speed.checked_by": "H. Kontrol",
    "items.i1.area": 800.0,
}
DELIVERY: Mapping[str, Answer] = {
    **ITEM,
    "destinations": ("d1",),
    "destinations.d1.destination_name": "Example site",
    "destinations.d1.country": "NO",
    "destinations.complete": True,
    "parties": ("p1",),
    "parties.complete": True,
    "parties.p1.party_name": "Example Buyer",
    "parties.p1.party_destinations": ("d1",),
    "parties.p1.head_office": "FR",
}


def subject(answers: Mapping[str, Answer], today: dt.date = TODAY, **more: Any) -> Subject:  # noqa: ANN401
    moment = dt.datetime.combine(today, dt.time(9), dt.UTC)
    more.setdefault("given_at", dict.fromkeys(answers, moment))
    return Subject(
        assess(made(), answers, today), "Example", moment, "P. Sample", "Clearway", **more
    )


def without(answers: Mapping[str, Answer], *addresses: str) -> dict[str, Answer]:
    return {at: answer for at, answer in answers.items() if at not in addresses}


def texts(value: Any) -> Iterator[str]:  # noqa: ANN401
    """Every text that a context prints."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts(getattr(value, name))
        yield getattr(getattr(value, "sign", None), "word", "")


def said(value: Any) -> str:  # noqa: ANN401
    return "\n".join(texts(value))


def tables(section: Any) -> dict[str, Table]:  # noqa: ANN401
    return {block.caption: block for block in section.blocks if isinstance(block, Table)}


def rows(table: Table | Pairs) -> list[list[str]]:
    """The rows of a table as words, without headings inside it."""
    return [
        ["" if isinstance(c, Blank) else c.text for c in row.cells]
        for row in table.rows
        if not isinstance(row, GroupRow)
    ]


def section_of(context: Any, title: str) -> Any:  # noqa: ANN401
    sections = (*context.sections, *getattr(context, "annexes", ()))
    return next(each for each in sections if each.title.startswith(title))
