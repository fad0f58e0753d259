"""Edition files of the made law, and a desk that turns to another law."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.operations.edition_file import write_edition
from app.operations.editions import begin_use, folders_of, law_in_use
from app.questionnaire.loader import load
from tests.assessment.another import LATER, LIMIT_RAISED, texts

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.desk import Desk
    from app.questionnaire.definition import Questionnaire

RAISED = (*LATER, LIMIT_RAISED)
"""The made law as it was read again: from October 2026 the limit of A is so high that B counts."""

FAST: dict[str, Any] = {
    "items": ("i1",),
    "items.complete": True,
    "items.i1.item_name": "Nova",
    "items.i1.kind": "chip",
    "items.i1.speed": {"fp8": 1979.0},
    "items.i1.no_other": True,
    "items.i1.area": 814.0,
    "items.i1.datacenter": True,
    "destinations": ("d1",),
    "destinations.complete": True,
    "destinations.d1.destination_name": "Works",
    "destinations.d1.country": "CN",
    "parties": ("p1",),
    "parties.complete": True,
    "parties.p1.party_name": "Beispiel GmbH",
    "parties.p1.party_destinations": ("d1",),
    "parties.p1.head_office": "CN",
}


def edition(
    folder: Path, *replaced: tuple[str, str], name: str = "later.edition", changed: str = ""
) -> Path:
    """An edition file of the made law with these words in place of those."""
    path, wanted = folder / name, texts(*replaced)
    write_edition(path, wanted, folders_of(load(wanted)), changed, "0.1.0")
    return path


def turned(desk: Desk, shipped: Questionnaire) -> Desk:
    """The desk under the law that is in use now."""
    law = law_in_use(desk.library, shipped).questionnaire
    begin_use(desk.library, law, desk.clock(), desk.who)
    return replace(desk, questionnaire=law)
