"""The Technology Control Plan: what the answers say is done, by whom, with what proof, and what is not.

Nothing in it is boilerplate for a control that nobody runs: such a control is a gap with a date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.report.content.matter import Matter
from app.report.memo import cover, decided_lines, front
from app.report.numbering import Entry, contents
from app.report.plan import audit, closing, forms, gist, modules, people, sections
from app.report.plan.control import Controls
from app.report.tables import Pairs, pairs

if TYPE_CHECKING:
    from app.report.blocks import Front, Section
    from app.report.jobs import Paper
    from app.report.subject import Subject

KIND = "Technology Control Plan"
FIRST = "What this plan protects"


@dataclass(frozen=True, slots=True)
class PlanContext:
    """What the template of the plan sees."""

    front: Front
    cover: Pairs
    gist: gist.Gist
    sections: tuple[Section, ...]
    annexes: tuple[Section, ...]

    @property
    def contents(self) -> tuple[Entry, ...]:
        """The lines of the contents."""
        titles = (FIRST, *(each.title for each in self.sections))
        return contents(titles, tuple(each.title for each in self.annexes))


def plan_context(subject: Subject, paper: Paper) -> PlanContext:  # noqa: ARG001  # one for both papers
    """Everything that the plan prints, decided."""
    matter = Matter(subject, of_plan=True)
    controls = Controls(matter)
    return PlanContext(
        front=front(matter, KIND, "Who may reach what is controlled, and how that is proved"),
        cover=pairs(_cover(matter), 15, "tight"),
        gist=gist.gist(matter, controls),
        sections=_sections(matter, controls),
        annexes=(forms.acknowledgement(subject), forms.glossary(matter)),
    )


def _cover(matter: Matter) -> tuple[tuple[str, str], ...]:
    return (*cover(matter)[:3], ("Handling", _HANDLING), *decided_lines(matter.subject))


_HANDLING = "Holds no controlled technical data. Names of people only where the answers hold them."


def _sections(matter: Matter, controls: Controls) -> tuple[Section, ...]:
    return (
        *sections.first(matter, controls),
        sections.inventory(matter, controls),
        people.register(matter, controls),
        people.matrix(matter),
        sections.physical(matter, controls),
        sections.information(matter, controls),
        modules.modules(controls),
        *sections.middle(matter, controls),
        audit.training(matter, controls),
        audit.monitoring(matter, controls),
        *sections.last(matter, controls),
        closing.control_matrix(controls),
        closing.mitigation(matter),
        closing.approvals(matter),
    )
