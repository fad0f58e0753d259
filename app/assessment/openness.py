"""What is still open under a conclusion: the unanswered questions that can change it.

A settled value cannot be unsettled by further answers, so whatever can still change a
value is reached from it through open values only.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from app.assessment.values import all_of, any_of, is_settled, negated
from app.questionnaire import expression as x

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.assessment.code import Code, Values
    from app.assessment.evaluation import Evaluation
    from app.assessment.layout import Layout
    from app.assessment.values import Value


def upstream(evaluation: Evaluation, index: int) -> frozenset[int]:
    """Every instance that the value at ``index`` is computed from, itself included."""
    seen: set[int] = set()
    queue = [index]
    while queue:
        at = queue.pop()
        if at not in seen:
            seen.add(at)
            queue.extend(evaluation.layout.instances[at].reads)
    return frozenset(seen)


def open_slots(evaluation: Evaluation, indexes: Iterable[int]) -> frozenset[int]:
    """The places of unanswered or not known answers that can still change these values."""
    known, instances = _leads_of(evaluation), evaluation.layout.instances
    reader = _Leads(evaluation)
    seen: set[int] = set()
    queue = list(indexes)
    while queue:
        at = queue.pop()
        if at in seen:
            continue
        seen.add(at)
        leads = known[at]
        if leads is None:
            leads = known[at] = tuple(reader.of_instance(at))
        queue.extend(leads)
    return frozenset(at for at in seen if instances[at].run is None)


def open_slots_of(evaluation: Evaluation, codes: Iterable[Code]) -> frozenset[int]:
    """The places of unanswered or not known answers that can still change these expressions."""
    reader = _Leads(evaluation)
    return open_slots(evaluation, [at for code in codes for at in reader.of_code(code)])


_LAST: WeakKeyDictionary[Layout, tuple[Values, list[tuple[int, ...] | None]]] = WeakKeyDictionary()
"""For each layout the values last looked at, and where each instance leads under them."""


def _leads_of(evaluation: Evaluation) -> list[tuple[int, ...] | None]:
    """Where each instance leads under these values, as far as it was worked out already.

    Where an instance leads depends on its own value and on those that it reads, so what was
    worked out for other values holds wherever none of these is another.
    """
    layout, values = evaluation.layout, evaluation.values
    last = _LAST.get(layout)
    if last and last[0] is values:
        return last[1]
    leads: list[tuple[int, ...] | None] = [None] * len(values)
    if last:
        leads = _still_holding(layout, last, values)
    _LAST[layout] = (values, leads)
    return leads


def _still_holding(
    layout: Layout, last: tuple[Values, list[tuple[int, ...] | None]], values: Values
) -> list[tuple[int, ...] | None]:
    before, leads = last[0], last[1].copy()
    for at, (old, new) in enumerate(zip(before, values, strict=True)):
        if old is not new:
            leads[at] = None
            for dependent in layout.dependents[at]:
                leads[dependent] = None
    return leads


def gates(layout: Layout, index: int) -> tuple[Code, ...]:
    """The conditions of a question, one for each view: it is asked unless all are no."""
    instance = layout.instances[index]
    whole = layout.law.questionnaire.questions[instance.id].whole_when
    return instance.codes[:-1] if whole else instance.codes


def applies(evaluation: Evaluation, index: int) -> bool:
    """Whether the branch that a question stands on is not closed."""
    return any(gate.run(evaluation.values) is not False for gate in gates(evaluation.layout, index))


@lru_cache(maxsize=1 << 15)
def _is_modal(code: Code) -> bool:
    """Whether ``possible`` or ``certain`` stands in an expression."""
    return isinstance(code.tree, x.Modal) or any(map(_is_modal, code.parts))


class _Leads:
    """Through which places a value can still change, one step on."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.values = evaluation.values
        self.layout = evaluation.layout

    def of_instance(self, index: int) -> Iterator[int]:
        """Where an instance leads; an answer leads nowhere."""
        instance = self.layout.instances[index]
        if instance.run is None:
            return
        if instance.answer is not None:
            yield from self._of_question(index, instance.answer)
            return
        for code in self._live(index):
            yield from self.of_code(code)

    def _of_question(self, index: int, answer: int) -> Iterator[int]:
        codes = self.layout.instances[index].codes
        if not applies(self.evaluation, index):
            codes = gates(self.layout, index)
        elif not is_settled(self.values[answer]):
            yield answer
        for code in codes:
            yield from self.of_code(code)

    def _live(self, index: int) -> Iterator[Code]:
        """The expressions that can still change the value of an instance."""
        q, instance = self.evaluation.questionnaire, self.layout.instances[index]
        codes = instance.codes
        if instance.id in q.determinations:
            yield codes[-1]  # whether it is wanted
            codes = codes[:-1]
        elif instance.id not in q.figures and instance.id not in q.rules:
            yield from codes  # what is called for already while it is possible may yet not be
            return
        if is_settled(self.values[index]):
            return
        for code in codes:
            yield code
            if instance.id in q.determinations and code.run(self.values) is True:
                return

    def of_code(self, code: Code) -> Iterator[int]:
        """Where an expression leads, as far as it is open."""
        if code.when and code.when.run(self.values) is False:
            return
        value = self._lasting(code) if _is_modal(code) else code.run(self.values)
        if is_settled(value) and not (code.reads is not None and self._is_incomplete(code.reads)):
            return
        if code.reads is not None:
            yield code.reads
        for part in _live_parts(code, self.values):
            yield from self.of_code(part)

    def _lasting(self, code: Code) -> Value:
        """The value, where what is only possible or not certain yet counts as not known."""
        match code.tree:
            case x.Modal():
                return self._lasting(code.parts[0])
            case x.Not():
                return negated(self._lasting(code.parts[0]))  # type: ignore[arg-type]  # a truth
            case x.Both():
                return all_of([self._lasting(part) for part in code.parts])
            case x.Either():
                return any_of([self._lasting(part) for part in code.parts])
            case _:
                return code.run(self.values)

    def _is_incomplete(self, index: int) -> bool:
        """Whether this is a group's wholeness that nobody has stated."""
        complete = self.layout.complete_index.values()
        return index in complete and self.values[index] is not True


def _live_parts(code: Code, values: Values) -> Iterator[Code]:
    """The parts of an expression that count: of a decision table, the rows that are possible."""
    if not (isinstance(code.tree, x.Choice) or (isinstance(code.tree, x.Name) and code.parts)):
        yield from code.parts
        return
    rows = zip(code.parts[:-1:2], code.parts[1::2], strict=True)
    for condition, value in rows:
        holds = condition.run(values)
        yield condition
        if holds is not False:
            yield value
        if holds:
            return
    yield code.parts[-1]
