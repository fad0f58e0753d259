"""What follows from answers and conclusions: contradictions, actions, controls of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.questionnaire.asking import NOWHERE, Citations, Scope
from app.questionnaire.expression import ALWAYS, Formula

if TYPE_CHECKING:
    from app.questionnaire.source import Where

PARTS_OF_PLAN = (
    "commitment", "roles", "inventory", "people", "physical", "information", "modules",
    "transfers", "procurement", "partners", "screening", "training", "monitoring", "incidents",
    "records", "closeout",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that cannot all be true.

    Where ``unsettles`` is set, nothing that rests on a question to look at is settled meanwhile.
    """

    id: str
    when: Formula
    says: str
    look_at: tuple[str, ...]
    answered: tuple[str, ...] = ()
    unsettles: bool = False
    of: Scope = ()
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody must still do."""

    id: str
    when: Formula
    do: str
    of: Scope = ()
    owner: str = ""
    due: str = ""
    because: str = ""
    cites: Citations = ()
    folder: str = ""
    at: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Control:
    """A control of the Technology Control Plan."""

    id: str
    part: str
    requirement: str
    what: str
    of: Scope = ()
    module: str = ""
    order: float = 0.0
    when: Formula = ALWAYS
    status: str = ""
    owner: str = ""
    evidence: str = ""
    test: str = ""
    frequency: str = ""
    cites: Citations = ()
    folder: str = ""
    at: Where = NOWHERE
