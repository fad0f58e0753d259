"""What is still open under a conclusion: the unanswered questions that can change it.

A settled value cannot be unsettled by further answers, so whatever can still change a
value is reached from it through open values only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.values import is_settled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.assessment.code import Code
    from app.assessment.evaluation import Evaluation


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
    walk = _Walk(evaluation)
    for index in indexes:
        walk.instance(index)
    return frozenset(walk.slots)


def open_slots_of(evaluation: Evaluation, codes: Iterable[Code]) -> frozenset[int]:
    """The places of unanswered or not known answers that can still change these expressions."""
    walk = _Walk(evaluation)
    for code in codes:
        walk.code(code)
    return frozenset(walk.slots)


class _Walk:
    def __init__(self, evaluation: Evaluation) -> None:
        self.values = evaluation.values
        self.layout = evaluation.layout
        self.slots: set[int] = set()
        self._seen: set[int] = set()

    def instance(self, index: int) -> None:
        if index in self._seen:
            return
        self._seen.add(index)
        instance = self.layout.instances[index]
        if instance.run is None:
            self.slots.add(index)
        elif instance.answer is not None:
            self._question(index, instance.answer)
        else:
            for code in instance.codes:
                self.code(code)

    def _question(self, index: int, answer: int) -> None:
        gates = [code.run(self.values) for code in self.layout.instances[index].codes]
        if gates[0] is False and len(gates) == 1:
            return
        if not is_settled(self.values[answer]):
            self.slots.add(answer)
        for code in self.layout.instances[index].codes:
            self.code(code)

    def code(self, code: Code) -> None:
        """Follow an expression as far as it is open."""
        value = code.run(self.values)
        if is_settled(value) and not (code.reads is not None and self._is_incomplete(code.reads)):
            return
        if code.reads is not None:
            self.instance(code.reads)
        for part in code.parts:
            self.code(part)

    def _is_incomplete(self, index: int) -> bool:
        """Whether this is a group's wholeness that nobody has stated."""
        complete = self.layout.complete_index.values()
        return index in complete and self.values[index] is not True
