"""The controls that the plan calls for, numbered, each with its state, due date and action."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from app.assessment.printing import NOT_KNOWN
from app.questionnaire.definition import PARTS_OF_PLAN
from app.questionnaire.names import names_of
from app.report.cells import Cell, Finding, Text, Verdict, not_known
from app.report.content.words import answer_cell, capital, sentence
from app.report.numbering import Ref
from app.report.tables import Column, Pairs, Table, pairs, row, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.assessment.interview import Asked
    from app.assessment.review import PlanControl
    from app.report.content.matter import Matter

STATES = {"in_place": Verdict.IN_PLACE, "planned": Verdict.PLANNED, "gap": Verdict.GAP}
PART_TITLES = {
    "commitment": "Commitment",
    "roles": "Roles",
    "inventory": "Inventory",
    "people": "People",
    "physical": "Physical security",
    "information": "Information security",
    "modules": "AI modules",
    "transfers": "Transfers",
    "procurement": "Procurement",
    "partners": "Partners",
    "screening": "Screening",
    "training": "Training",
    "monitoring": "Self-audit",
    "incidents": "Incidents",
    "records": "Records",
    "closeout": "Close-out",
}
_SHORT = (
    Column("No.", 8),
    Column("What is done", 54),
    Column("Owner", 22),
    Column("State", 16),
)
_PAIRS_WIDTH = 34


@dataclass(frozen=True, slots=True)
class Kept:
    """A control with its number."""

    ref: Ref
    control: PlanControl

    @property
    def state(self) -> Cell:
        """In place, planned, a gap, or not known; and whether it is certainly called for."""
        note = "" if self.control.called_for else "Perhaps called for."
        verdict = STATES.get(self.control.status)
        return Finding(verdict, note) if verdict else not_known(note)

    @property
    def owner(self) -> Cell:
        """Who runs it."""
        return known(self.control.owner, "Not yet named.")

    @property
    def what(self) -> str:
        """What is done, with the member that it is about."""
        about = f" ({self.control.subject})" if self.control.subject else ""
        return sentence(self.control.what) + about


def known(words: str, note: str) -> Cell:
    """A text, or that it is not known."""
    return Text(words) if words and words != NOT_KNOWN else not_known(note)


@dataclass(frozen=True)
class Controls:
    """Every control called for, by part."""

    matter: Matter

    @cached_property
    def all(self) -> tuple[Kept, ...]:
        """The controls by part and order, numbered through the plan."""
        order = {part: number for number, part in enumerate(PARTS_OF_PLAN)}
        found = sorted(self.matter.controls, key=lambda c: order[c.control.part])
        return tuple(Kept(Ref("K", number), c) for number, c in enumerate(found, 1))

    def of(self, *parts: str) -> tuple[Kept, ...]:
        """The controls of these parts."""
        return tuple(each for each in self.all if each.control.control.part in parts)

    def with_state(self, *states: str) -> tuple[Kept, ...]:
        """The controls in one of these states; not known is a state too."""
        return tuple(each for each in self.all if each.control.status in states)

    def table(self, caption: str, *parts: str) -> Table:
        """The controls of these parts in short."""
        rows = [row(str(k.ref), k.what, k.owner, k.state) for k in self.of(*parts)]
        nothing = (
            "The answers given call for no control here; that is no finding that none is needed."
        )
        return table(caption, _SHORT, rows, nothing=nothing)

    @cached_property
    def part_of(self) -> Mapping[str, str]:
        """The part of the plan that each of its questions serves: the first control that names it."""
        found: dict[str, str] = {}
        for control in sorted(self.matter.q.controls.values(), key=lambda c: c.order):
            for name in (control.status, *names_of(self.matter.q, control.id)):
                found.setdefault(name, control.part)
        return found

    @cached_property
    def _states(self) -> frozenset[str]:
        """The questions whose answer is the state of a control: the tables of controls print it."""
        return frozenset(control.status for control in self.matter.q.controls.values())

    def answers(self, section: str, *parts: str, rest: bool = False) -> tuple[Asked, ...]:
        """The questions of a section that serve these parts; with ``rest`` those that serve none."""
        asked = self.asked(section, *parts, rest=rest)
        return tuple(a for a in asked if a.question.id not in self._states)

    def asked(self, section: str, *parts: str, rest: bool = False) -> tuple[Asked, ...]:
        """As ``answers``, with the questions after the state of a control."""
        here = [a for a in self.matter.asked if a.question.section == section]
        return tuple(
            a for a in here
            if ((part := self.part_of.get(a.question.id)) in parts
            or (rest and part not in PARTS_OF_PLAN))
        )  # fmt: skip

    def due(self, kept: Kept) -> str:
        """The due date answered beside the state of a control, as its action names it."""
        status = kept.control.control.status
        for action in self.matter.q.actions.values():
            if status and status in names_of(self.matter.q, action.id):
                return next((d.due for d in self.matter.to_dos if d.id == action.id), "")
        return ""

    def closes(self, kept: Kept) -> str:
        """What the action for a control says."""
        status = kept.control.control.status
        for action in self.matter.q.actions.values():
            if status and status in names_of(self.matter.q, action.id):
                said = next((d.do for d in self.matter.to_dos if d.id == action.id), "")
                if said:
                    return sentence(said)
        return "Put the control in place."


def answer_pairs(matter: Matter, asked: Iterable[Asked]) -> Pairs:
    """Facts and answers, label and value."""
    values = [(capital(a.question.short), answer_cell(matter, a)) for a in asked]
    return pairs(values, _PAIRS_WIDTH)


def missing(asked: Iterable[Asked]) -> list[str]:
    """The facts that nobody has given."""
    return [a.question.short for a in asked if not a.given or a.answer is None]
