"""Section 1 of the plan: what it protects, what is not in place, and whom to call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.report.content.words import capital, counted, listed, named
from app.report.plan.control import PART_TITLES

if TYPE_CHECKING:
    from app.report.content.matter import Matter
    from app.report.plan.control import Controls, Kept

_PRINTED = 4


@dataclass(frozen=True, slots=True)
class Gist:
    """The plan on half a page."""

    say: str
    hold: str
    open: str
    call: str


def gist(matter: Matter, controls: Controls) -> Gist:
    """Section 1 of the plan."""
    return Gist(_say(matter, controls), _hold(controls), _open(matter, controls), _call(matter))


def _say(matter: Matter, controls: Controls) -> str:
    items = [named(matter, ("item",), (key,)) for key in matter.members("item")]
    if not items or not controls.all:
        return (
            "This plan protects nothing yet, since nothing controlled is named. This is not a finding "
            "that nothing is controlled."
        )
    placed, total = len(controls.with_state("in_place")), len(controls.all)
    return (
        f"This plan protects {listed(items, 4)}. Of {counted(total, 'control')}, {placed} in place."
    )


def _hold(controls: Controls) -> str:
    gaps = [*controls.with_state("gap"), *controls.with_state("planned")]
    return _kept(gaps) if gaps else "No control is said to be planned or missing."


def _kept(found: list[Kept]) -> str:
    said = [f"{k.ref} {PART_TITLES[k.control.control.part].lower()}" for k in found]
    return f"{listed(said, _PRINTED)} (section 22)."


def _open(matter: Matter, controls: Controls) -> str:
    unknown = [k for k in controls.all if k.control.status not in ("in_place", "gap", "planned")]
    unnamed = [k for k in controls.all if k.control.owner in ("", "not known")]
    unanswered = sum(not a.given or a.answer is None for a in matter.plan_asked)
    return (
        f"State of {counted(len(unknown), 'control')}; owner of {counted(len(unnamed), 'control')}; "
        f"{counted(unanswered, 'answer')} to the questions of the plan."
    )


def _call(matter: Matter) -> str:
    answers = matter.assessment.answers
    officer, number = answers.get("stop_officer"), answers.get("stop_contact")
    if "stop_contact" in matter.subject.erased:
        number = "number erased"
    if not isinstance(officer, str) or not officer:
        return "Nobody is named yet who may stop a shipment, release or account."
    return f"{capital(officer)} may stop any shipment, release or account: {number or 'number not known'}."
