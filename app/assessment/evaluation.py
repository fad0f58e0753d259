"""Answers under a law on a day: every value, and a new evaluation for each new answer.

An evaluation never changes.  ``given`` makes another by recomputing only what depends on
the answer, upwards in the layout's order, and stopping where a value stays equal.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.assessment.answers import (
    Answer,
    Answers,
    keys_in,
    members_of,
    with_answer,
    without_answer,
)
from app.assessment.law import Law, law_of
from app.assessment.layout import Layout, layout_of
from app.assessment.reading import value_at

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Container, Iterable, Mapping

    from app.assessment.values import Value
    from app.questionnaire.definition import Questionnaire


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """The values of all instances of a layout for these answers on this day."""

    day: dt.date
    layout: Layout
    answers: Answers
    values: list[Value]

    @property
    def law(self) -> Law:
        """The law that applies."""
        return self.layout.law

    @property
    def questionnaire(self) -> Questionnaire:
        """The definition that the law is of."""
        return self.layout.law.questionnaire

    def value(self, name: str, keys: tuple[str, ...] = (), view: str = "") -> Value:
        """The value of a question, figure, rule or determination for these members."""
        return self.values[self.layout.index(name, view, keys)]

    def given(self, address: str, answer: Answer) -> Evaluation:
        """The evaluation with one more answer, or another one."""
        return self._with(with_answer(self.answers, address, answer), address)

    def withdrawn(self, address: str) -> Evaluation:
        """The evaluation with one answer taken back."""
        return self._with(without_answer(self.answers, address), address)

    def _with(self, answers: Answers, address: str) -> Evaluation:
        slot = self.layout.slots.get(address)
        if slot is None or slot == self.layout.day_index:
            if address in self.layout.members:
                return evaluate(self.questionnaire, answers, self.day)
            return replace(self, answers=answers)
        changed = {slot: value_at(self.questionnaire, self.layout.members, answers, address)}
        return replace(self, answers=answers, values=_propagated(self, changed))

    def tried(self, address: str, answer: Answer, within: Container[int]) -> Evaluation:
        """The evaluation with an answer, brought up to date at the places ``within`` only."""
        slot = self.layout.slots[address]
        answers = with_answer(self.answers, address, answer)
        changed = {slot: value_at(self.questionnaire, self.layout.members, answers, address)}
        return replace(self, answers=answers, values=_propagated(self, changed, within))

    def pinned(self, values: Mapping[int, Value]) -> Evaluation:
        """The evaluation as it would be if these instances had these values."""
        return replace(self, values=_propagated(self, values))


def evaluate(questionnaire: Questionnaire, answers: Answers, day: dt.date) -> Evaluation:
    """Evaluate from nothing.

    Raises:
        NotCovered: the day is before the law at hand begins.
    """
    return evaluate_under(law_of(questionnaire, day), answers, day)


def evaluate_under(law: Law, answers: Answers, day: dt.date) -> Evaluation:
    """Evaluate from nothing under a law at hand, whatever the editions beside it cover."""
    questionnaire = law.questionnaire
    layout = layout_of(law, members_of(questionnaire, answers))
    values: list[Value] = []
    for index, instance in enumerate(layout.instances):
        if instance.run:
            values.append(instance.run(values))
        elif index == layout.day_index:
            values.append(day.isoformat())
        else:
            values.append(value_at(questionnaire, layout.members, answers, layout.addresses[index]))
    return Evaluation(day, layout, MappingProxyType(dict(answers)), values)


def _propagated(
    evaluation: Evaluation, changed: Mapping[int, Value], within: Container[int] | None = None
) -> list[Value]:
    """The values after a change; what is given as changed stays as given."""
    layout, values = evaluation.layout, evaluation.values.copy()
    queue: list[int] = []
    for index, value in changed.items():
        if not _same(values[index], value):
            values[index] = value
            queue.extend(layout.dependents[index])
    heapify(queue)
    last = -1
    while queue:
        index = heappop(queue)
        if index == last or index in changed or (within is not None and index not in within):
            continue
        last = index
        run = layout.instances[index].run
        value = run(values) if run else values[index]
        if not _same(values[index], value):
            values[index] = value
            for dependent in layout.dependents[index]:
                heappush(queue, dependent)
    return values


def _same(left: Value, right: Value) -> bool:
    return left == right and type(left) is type(right)


def rebased(evaluation: Evaluation, day: dt.date) -> Evaluation:
    """The same answers on another day."""
    return evaluate(evaluation.questionnaire, evaluation.answers, day)


def addresses_of(evaluation: Evaluation, indexes: Iterable[int]) -> tuple[str, ...]:
    """The addresses of the answers that stand at these places."""
    found = evaluation.layout.addresses
    return tuple(found[index] for index in indexes if index in found)


__all__ = ["Evaluation", "addresses_of", "evaluate", "evaluate_under", "keys_in", "rebased"]
