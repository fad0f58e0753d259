"""Every question, figure, rule and conclusion of an assessment, for every member, in one row.

An *instance* is an id for certain members in a view; its place in the row is behind
everything that it depends on, so that one walk upwards brings all values up to date.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from operator import itemgetter
from typing import TYPE_CHECKING

from app.assessment.answers import from_words
from app.assessment.code import Code, Run, choice, compile_tree, kleene_run
from app.assessment.law import TEXT, VIEWS
from app.assessment.reading import is_closable, value_of
from app.assessment.scene import Scene
from app.assessment.values import Value, joined
from app.questionnaire import expression as x
from app.questionnaire.names import names_of

if TYPE_CHECKING:
    from app.assessment.code import Values
    from app.assessment.law import Law
    from app.questionnaire.definition import (
        Determination,
        Figure,
        Group,
        Outcome,
        Question,
        Rule,
        Scope,
    )

Members = tuple[tuple[str, tuple[str, ...]], ...]
"""Each group's plural with the keys of its members."""


@dataclass(frozen=True, slots=True, eq=False)
class Instance:
    """An id for certain members in a view ("" where both views agree)."""

    id: str
    view: str
    keys: tuple[str, ...]
    run: Run | None
    codes: tuple[Code, ...]
    reads: frozenset[int]
    answer: int | None = None


class Layout:
    """All instances of a law for the members at hand; made once and never changed."""

    def __init__(self, law: Law, members: Members) -> None:
        self.law = law
        self.members: Mapping[str, tuple[str, ...]] = dict(members)
        self.groups: tuple[Group, ...] = tuple(law.questionnaire.groups.values())
        self.scopes: Mapping[str, Scope] = _scopes(law)
        self.instances: list[Instance] = []
        self._index: dict[tuple[str, str, tuple[str, ...]], int] = {}
        self.slots: dict[str, int] = {}
        self.complete_index: dict[str, int] = {}
        self.second: dict[int, Code] = {}
        self._readers: dict[int, Code] = {}
        self.day_index = self._slot("day")
        for group in self.groups:
            self.complete_index[group.plural] = self._slot(f"{group.plural}.complete")
        for name in law.order:
            self._add(name)
        self.addresses = {index: address for address, index in self.slots.items()}
        self.dependents: list[tuple[int, ...]] = self._dependents()

    def index(self, name: str, view: str, keys: tuple[str, ...]) -> int:
        """Where the value of an id for these members stands."""
        view = (view or TEXT) if name in self.law.split else ""
        return self._index[(name, view, keys)]

    def reader(self, tree: x.Expression, index: int) -> Code:
        """What reads the value that stands there: one for all that read it."""
        found = self._readers.get(index)
        if found is None:
            found = self._readers[index] = Code(tree, itemgetter(index), reads=index)
        return found

    def keys_of(self, scope: Scope) -> list[tuple[str, ...]]:
        """The keys of every combination of members that a scope ranges over."""
        groups = self.law.questionnaire.groups
        return list(product(*(self.members[groups[group].plural] for group in scope)))

    def row_constants(self, table: Code, row: str) -> Mapping[str, float]:
        """The constants of a row of the table question that ``table`` reads."""
        instance = self.instances[table.reads or 0]
        rows = self.law.questionnaire.questions[instance.id].rows
        return next(each.constants for each in rows if each.id == row)

    def _slot(self, address: str) -> int:
        self.slots[address] = len(self.instances)
        self.instances.append(Instance(address, "", (), None, (), frozenset()))
        return self.slots[address]

    def _add(self, name: str) -> None:
        views = VIEWS if name in self.law.split else ("",)
        for view in views:
            for keys in self.keys_of(self.scopes[name]):
                self._add_instance(name, view, keys)

    def _add_instance(self, name: str, view: str, keys: tuple[str, ...]) -> None:
        q = self.law.questionnaire
        reads: set[int] = set()
        bound = dict(zip(self.scopes[name], keys, strict=True))
        answer = None
        if name in q.questions:
            answer = self._slot(q.address(name, keys))
            reads.add(answer)
        scenes = self._scenes(name, view, bound, reads)
        run, codes = self._compiled(name, scenes, answer)
        index = len(self.instances)
        self._index[(name, view, keys)] = index
        if name in q.figures and (reading := q.figures[name].second_reading):
            self.second[index] = compile_tree(reading.value.tree, scenes[0])
        self.instances.append(Instance(name, view, keys, run, codes, frozenset(reads), answer))

    def _scenes(
        self, name: str, view: str, bound: Mapping[str, str], reads: set[int]
    ) -> list[Scene]:
        """One scene, or both views where a thing that is computed once depends on both."""
        mixed = not view and not self.law.split.isdisjoint(names_of(self.law.questionnaire, name))
        views = VIEWS if mixed else (view,)
        return [Scene(self, each, bound, reads) for each in views]

    def _compiled(
        self, name: str, scenes: list[Scene], answer: int | None
    ) -> tuple[Run, tuple[Code, ...]]:
        q = self.law.questionnaire
        if name in q.questions:
            assert answer is not None
            return _question(q.questions[name], answer, scenes)
        if name in q.figures:
            return _single(_figure(q.figures[name], scenes[0]))
        if name in q.rules:
            return self._rule(q.rules[name], scenes)
        if name in q.determinations:
            return _determination(q.determinations[name], scenes[0])
        holder = q.contradictions.get(name) or q.actions.get(name) or q.controls[name]
        codes = tuple(compile_tree(holder.when.tree, scene) for scene in scenes)
        # What somebody must do is called for as soon as one of the views calls for it.
        return kleene_run(True, [code.run for code in codes]), codes  # noqa: FBT003

    def _rule(self, rule: Rule, scenes: list[Scene]) -> tuple[Run, tuple[Code, ...]]:
        """All elements, and no exclusion; what lowers control must hold in both views."""
        codes: list[Code] = []
        for scene in scenes:
            codes += [compile_tree(e.condition.tree, scene) for e in rule.when]
            codes += [compile_tree(x.Not(x.Name(name)), scene) for name in rule.unless]
        if not any(self.law.counts(rule, scene.view or TEXT) for scene in scenes):
            return _never, tuple(codes)
        return kleene_run(False, [code.run for code in codes]), tuple(codes)  # noqa: FBT003

    def _dependents(self) -> list[tuple[int, ...]]:
        found: list[list[int]] = [[] for _ in self.instances]
        for index, instance in enumerate(self.instances):
            for read in instance.reads:
                found[read].append(index)
        return [tuple(each) for each in found]


def _never(_: Values) -> Value:
    return False


def _single(code: Code) -> tuple[Run, tuple[Code, ...]]:
    return code.run, (code,)


def _question(question: Question, answer: int, scenes: list[Scene]) -> tuple[Run, tuple[Code, ...]]:
    gates = [compile_tree(question.ask_when.tree, scene) for scene in scenes]
    counting = [compile_tree(x.unmodal(question.ask_when.tree), scene) for scene in scenes]
    counts = kleene_run(True, [gate.run for gate in counting])  # noqa: FBT003
    otherwise = _word_value(question)
    whole = question.whole_when and compile_tree(question.whole_when.tree, scenes[0])
    unanswered = blank(question)
    closed = otherwise if otherwise is not None else unanswered

    def run(values: Values) -> Value:
        applies = counts(values)
        if applies is False:
            return closed
        given = values[answer]
        if applies is None:
            # More may be known that closes the branch: until then both are possible.
            return unanswered if isinstance(given, Mapping) else joined([given, closed])
        if whole and isinstance(given, Mapping) and is_closable(given) and whole.run(values):
            stated = {row: cell for row, cell in given.items() if isinstance(cell, float)}
            # A sheet that states nothing cannot be whole: silence is never "none offered".
            return stated or given
        return given

    codes = (*gates, whole) if whole else tuple(gates)
    return run, codes


def blank(question: Question) -> Value:
    """What the law knows of a question without an answer."""
    return value_of(question, None)


def _word_value(question: Question) -> Value:
    if not question.otherwise:
        return None
    word = question.otherwise
    return value_of(question, from_words(question, word), (word,))


def _figure(figure: Figure, scene: Scene) -> Code:
    if figure.value:
        return compile_tree(figure.value.tree, scene)
    rows = [
        (compile_tree(case.when.tree, scene), compile_tree(case.value.tree, scene))
        for case in figure.choose[:-1]
    ]
    return choice(x.Name(figure.id), rows, figure.choose[-1].value.tree, scene)


def _determination(stated: Determination, scene: Scene) -> tuple[Run, tuple[Code, ...]]:
    codes = tuple(compile_tree(outcome.when.tree, scene) for outcome in stated.outcomes)
    outcomes = list(zip(stated.outcomes, [code.run for code in codes], strict=True))

    def run(values: Values) -> Value:
        return joined(list(candidates(outcomes, values)))

    wanted = compile_tree(stated.wanted_when.tree, scene)
    return run, (*codes, wanted)


def candidates(outcomes: list[tuple[Outcome, Run]], values: Values) -> list[Value]:
    """The outcomes that can still be the first to hold, in their order."""
    found: list[Value] = []
    for outcome, holds in outcomes:
        truth = holds(values)
        if truth is not False:
            found.append(outcome.value)
        if truth is True:
            break
    return found or [None]


def _scopes(law: Law) -> Mapping[str, Scope]:
    q = law.questionnaire
    kinds = (
        q.questions,
        q.figures,
        q.rules,
        q.determinations,
        q.contradictions,
        q.actions,
        q.controls,
    )
    return {name: thing.of for kind in kinds for name, thing in kind.items()}


@lru_cache(maxsize=128)
def layout_of(law: Law, members: Members) -> Layout:
    """The layout of a law for these members; assessments with the same members share it."""
    with _nothing_collected():
        return Layout(law, members)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """All that is laid out stays; looking for garbage meanwhile would double the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
