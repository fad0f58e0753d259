"""An assessment read once for a document: conclusions, facts, sheets, open points, each numbered.

Numbers such as F-07 and O-02 are handed out here, before a section is written, so that every
section can name what stands in any other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from app.assessment.calculation import Calculation, calculations
from app.assessment.confidence import confidence
from app.assessment.determination import Determination, determinations
from app.assessment.interview import Asked, NotCounted, asked, not_counted
from app.assessment.review import Conflict, PlanControl, ToDo, conflicts, plan_controls, to_dos
from app.assessment.settling import Settling, open_addresses, settled_by
from app.assessment.trace import Trace
from app.assessment.values import Span
from app.report.content.conclusion import Conclusion, OpenPoint, numbered
from app.report.content.cut import with_long_texts_cut
from app.report.numbering import Ref

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from app.assessment.assessment import Assessment
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Questionnaire
    from app.report.subject import Subject

PARTIES, PEOPLE = "party", "person"
_MOST_SEARCHED = 24
"""Open conclusions with more open questions than this are not searched for a smallest set."""


@dataclass(frozen=True)
class Matter:
    """What a document is about, with everything it asks of the core looked up once."""

    subject: Subject
    of_plan: bool = False
    """A plan has no fact register, sheets or open points of its own, so it names none by number."""

    @cached_property
    def assessment(self) -> Assessment:
        """The assessment with long texts cut, since names stand in many cells and headings.

        The fact register and the answers verbatim print the texts as they were given.
        """
        return with_long_texts_cut(self.subject.assessment)

    @property
    def today(self) -> Evaluation:
        """The evaluation of the first day."""
        return self.assessment.today

    @property
    def q(self) -> Questionnaire:
        """The definition."""
        return self.today.questionnaire

    @cached_property
    def plan_folders(self) -> frozenset[str]:
        """The folders that hold plan controls and no rule: what is asked there is for the plan."""
        law = {rule.folder for rule in self.q.rules.values()}
        return frozenset(control.folder for control in self.q.controls.values()) - law

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Every question asked on any of the days, by section and in it member by member."""
        q = self.q
        groups = {name: number for number, name in enumerate(q.groups)}

        def place(each: Asked) -> tuple[float, tuple[tuple[int, str], ...]]:
            members = zip(each.question.of, each.keys, strict=True)
            return q.sections[each.question.section].order, tuple(
                (groups[g], k) for g, k in members
            )

        return tuple(sorted(asked(self.assessment), key=place))

    @cached_property
    def law_asked(self) -> tuple[Asked, ...]:
        """The questions that the law asks."""
        return tuple(a for a in self.asked if a.question.folder not in self.plan_folders)

    @cached_property
    def plan_asked(self) -> tuple[Asked, ...]:
        """The questions that only the plan asks."""
        return tuple(a for a in self.asked if a.question.folder in self.plan_folders)

    @cached_property
    def by_address(self) -> Mapping[str, Asked]:
        """The questions asked, by address."""
        return {each.address: each for each in self.asked}

    @cached_property
    def not_counted(self) -> tuple[NotCounted, ...]:
        """Answers that are kept and count for nothing."""
        return not_counted(self.subject.assessment)

    @cached_property
    def fact_asked(self) -> tuple[Asked, ...]:
        """The answers of the fact register: given, counted, and named as a fact."""
        if self.of_plan:
            return ()
        dead = {each.address for each in self.not_counted}
        return tuple(
            a for a in self.law_asked if a.given and a.question.fact and a.address not in dead
        )

    @cached_property
    def facts(self) -> Mapping[str, Ref]:
        """The number of each fact, by address."""
        return numbered("F", (each.address for each in self.fact_asked))

    @cached_property
    def questions(self) -> Mapping[str, Ref]:
        """The number of each question asked, by address; those not counted come last."""
        dead = tuple(each.address for each in self.not_counted)
        return numbered("Q", (*(each.address for each in self.asked), *dead))

    @cached_property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """Every determination that arises on any of the days."""
        by_day: dict[tuple[str, tuple[str, ...]], list[Determination]] = {}
        for evaluation in self.assessment.evaluations:
            for found in self._found_on(evaluation):
                by_day.setdefault((found.id, found.keys), []).append(found)
        order = {name: number for number, name in enumerate(self.q.determinations)}
        each = sorted(by_day.values(), key=lambda days: (order[days[0].id], days[0].keys))
        return tuple(map(self._conclusion, each))

    def _found_on(self, evaluation: Evaluation) -> Iterator[Determination]:
        decided = self.subject.decided
        return decided.on(evaluation) if decided else determinations(evaluation)

    def _conclusion(self, days: list[Determination]) -> Conclusion:
        found = days[0]
        evaluation, decided = self.on(found.day), self.subject.decided
        stated = self.q.determinations[found.id]
        leaves = () if found.settled else open_addresses(evaluation, found)
        return Conclusion(
            stated=stated,
            found=found,
            days=tuple(days),
            confidence=(decided.confidence if decided else confidence)(evaluation, found),
            regime=self.q.folders[stated.folder].regime,
            open=leaves,
        )

    @cached_property
    def trace(self) -> Trace:
        """The why of the first day, written once for the whole document."""
        return Trace(self.today)

    @cached_property
    def regimes(self) -> frozenset[str]:
        """The regimes under which a conclusion arises on any of the days."""
        return frozenset(each.regime for each in self.conclusions)

    def concerns(self, folder: str) -> bool:
        """Whether a folder is of no regime, or of one under which a conclusion arises."""
        regime = self.q.folders[folder].regime
        return not regime or regime in self.regimes

    def on(self, day: dt.date) -> Evaluation:
        """The evaluation of a day."""
        return next(e for e in self.assessment.evaluations if e.day == day)

    def of_kind(self, *kinds: str) -> tuple[Conclusion, ...]:
        """The conclusions of these kinds."""
        return tuple(each for each in self.conclusions if each.stated.kind in kinds)

    @cached_property
    def open_points(self) -> tuple[OpenPoint, ...]:
        """Answers said to be not known, and those of the smallest sets that settle a conclusion."""
        if self.of_plan:
            return ()
        settling = {at for each in self.conclusions for at in self.settling(each).addresses}
        chosen = [a for a in self.law_asked if a.not_known or a.address in settling]
        found = {a.address for a in chosen}
        lost = [at for at in sorted(settling) if at not in found and at in self.by_address]
        chosen += [self.by_address[at] for at in lost]
        return tuple(
            OpenPoint(
                Ref("O", number), each, self.turning_on(each.address), each.address in settling
            )
            for number, each in enumerate(chosen, 1)
        )

    @cached_property
    def _settlings(self) -> Mapping[int, Settling]:
        return {id(each): self._settled_by(each) for each in self.conclusions}

    def settling(self, conclusion: Conclusion) -> Settling:
        """The smallest set of answers that settles a conclusion; searched once, on demand."""
        return self._settlings[id(conclusion)]

    def _settled_by(self, each: Conclusion) -> Settling:
        if not each.open or len(each.open) > _MOST_SEARCHED:
            return Settling((), exact=False)
        return settled_by(self.on(each.found.day), each.found)

    def turning_on(self, address: str) -> tuple[Conclusion, ...]:
        """The open conclusions that an answer can still change."""
        return tuple(each for each in self.conclusions if address in each.open)

    @cached_property
    def opens(self) -> Mapping[str, Ref]:
        """The number of each open point, by address."""
        return {point.asked.address: point.ref for point in self.open_points}

    @cached_property
    def calculations(self) -> tuple[Calculation, ...]:
        """The sheets of which anything is known."""
        figures = self.q.figures
        sheets = () if self.of_plan else calculations(self.today)
        sheets = (sheet for sheet in sheets if self.concerns(figures[sheet.id].folder))
        return tuple(each for each in sheets if _has_numbers(each))

    @cached_property
    def sheets(self) -> Mapping[tuple[str, tuple[str, ...]], Ref]:
        """The number of each sheet, by figure and members."""
        return {(c.id, c.keys): Ref("C", number) for number, c in enumerate(self.calculations, 1)}

    @cached_property
    def to_dos(self) -> tuple[ToDo, ...]:
        """Every action called for, or perhaps called for; the law's before the plan's."""
        both = sorted(to_dos(self.today), key=lambda each: self._of_plan(each.id))
        return tuple(map(self._assigned, both))

    def _assigned(self, each: ToDo) -> ToDo:
        """The action with the owner and the day that a person named, and how it was done."""
        said = self.subject.assigned.get(".".join((each.id, *each.keys)))
        if said is None:
            return each
        done = f"Done: {said.done.rstrip('.')}. " if said.done else ""
        because = f"{done}{each.because}"
        owner, due = said.owner or each.owner, said.due or each.due
        return replace(each, owner=owner, due=due, because=because)

    def _of_plan(self, action: str) -> bool:
        return self.q.actions[action].folder in self.plan_folders

    @cached_property
    def law_to_dos(self) -> tuple[ToDo, ...]:
        """The actions that the law calls for."""
        return tuple(each for each in self.to_dos if not self._of_plan(each.id))

    @cached_property
    def plan_to_dos(self) -> tuple[ToDo, ...]:
        """The actions that the plan calls for."""
        return tuple(each for each in self.to_dos if self._of_plan(each.id))

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Answers that cannot all be true."""
        return conflicts(self.today)

    @cached_property
    def controls(self) -> tuple[PlanControl, ...]:
        """The controls that the plan calls for."""
        return tuple(plan_controls(self.today))

    @cached_property
    def empty(self) -> bool:
        """Whether no conclusion about an item is settled, so that nothing can be said."""
        return not any(each.found.settled for each in self.conclusions)

    def members(self, group: str) -> tuple[str, ...]:
        """The keys of a group's members, none where the definition has no such group."""
        stated = self.q.groups.get(group)
        return self.today.layout.members[stated.plural] if stated else ()

    def asked_of(self, group: str, key: str) -> Iterator[Asked]:
        """The questions asked of one member and of nothing else."""
        return (a for a in self.asked if a.question.of == (group,) and a.keys == (key,))


def _has_numbers(sheet: Calculation) -> bool:
    """Whether anything of a sheet is known beyond that it is not less than nothing."""
    if isinstance(sheet.value, float):
        return True
    known = any(any(sign.isdigit() for sign in step.arithmetic) for step in sheet.steps)
    return isinstance(sheet.value, Span) and known and sheet.value.low > 0
