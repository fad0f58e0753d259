"""Where names stand while an expression is compiled: members, view, and the row at hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from app.assessment.code import Code, compile_tree, kleene_run
from app.assessment.quantifier import Member, Quantified, quantifier
from app.assessment.values import Value, within
from app.questionnaire import expression as x

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.assessment.code import Values
    from app.assessment.law import Law
    from app.questionnaire.definition import Group


class Places(Protocol):
    """Where values stand; ``app.assessment.layout`` knows."""

    law: Law
    members: Mapping[str, tuple[str, ...]]
    groups: tuple[Group, ...]
    scopes: Mapping[str, tuple[str, ...]]
    day_index: int
    complete_index: dict[str, int]

    def index(self, name: str, view: str, keys: tuple[str, ...]) -> int:
        """Where the value of an id for these members stands."""

    def reader(self, tree: x.Expression, index: int) -> Code:
        """What reads the value that stands there."""

    def row_constants(self, table: Code, row: str) -> Mapping[str, float]:
        """The constants of a row of a table question."""


@dataclass(frozen=True)
class Scene:
    """Compiles names for the members ``keys`` (group id to key) in one view."""

    layout: Places
    view: str
    keys: Mapping[str, str]
    reads: set[int]
    table: Code | None = None
    row: str = ""

    def read(self, tree: x.Expression, name: str) -> Code:
        """What a name stands for: a threshold, a list, the day, an instance, or a bare word."""
        law = self.layout.law
        if name in self.layout.scopes:
            return self._instance(tree, name)
        if name in law.parameters:
            limit = law.parameters[name]
            return _fixed(tree, limit)
        if name in law.sets:
            return _fixed(tree, law.words(name))
        if name == "day":
            return self._at(tree, self.layout.day_index)
        return _fixed(tree, name)

    def _instance(self, tree: x.Expression, name: str) -> Code:
        scope = self.layout.scopes[name]
        keys = tuple(self.keys[group] for group in scope)
        return self._at(tree, self.layout.index(name, self.view, keys))

    def _at(self, tree: x.Expression, index: int) -> Code:
        self.reads.add(index)
        return self.layout.reader(tree, index)

    def each(self, tree: x.Each, constant: str) -> Code:
        """The cell of the row at hand, or a constant of the row."""
        table = self.table
        if table is None:
            return _fixed(tree, None)
        row = self.row
        if constant:
            return _fixed(tree, self.layout.row_constants(table, row)[constant])
        inner = table.run

        def run(values: Values) -> Value:
            cells = inner(values)
            return cells.get(row) if isinstance(cells, dict) else None

        return Code(tree, run, (table,), row=row)

    def over(self, tree: x.Over) -> Code:
        """A quantifier over a group, the members inside, or a table."""
        group = self.layout.law.questionnaire.group_of_plural.get(tree.domain)
        if group:
            return quantifier(tree, self._group(tree, group))
        if tree.domain == "inside":
            holder = next(g for g in self.layout.groups if g.inside and g.id in self.keys)
            return quantifier(tree, self._inside(tree, holder))
        return quantifier(tree, self._table(tree))

    def _group(self, tree: x.Over, group: Group) -> Quantified:
        owners = [(g, q) for g, q in group.belongs_to.items() if g in self.keys]
        members = []
        for key in self.layout.members[group.plural]:
            inner = replace(self, keys={**self.keys, group.id: key})
            belongs = None
            if owners and group.id not in self.keys:
                named = [_names(inner.read(x.Name(q), q), self.keys[g]) for g, q in owners]
                belongs = named[0] if len(named) == 1 else _all_of(named)
            members.append(self._member(compile_tree(tree.body, inner), belongs, key))
        return self._quantified(members, group)

    def _inside(self, tree: x.Over, group: Group) -> Quantified:
        own = self.keys[group.id]
        others = [key for key in self.layout.members[group.plural] if key != own]
        holders = {key: self._holder(group, key) for key in (*others, own)}
        members = []
        for key in others:
            inner = replace(self, keys={**self.keys, group.id: key})
            run = _stands_in(key, own, holders)
            belongs = Code(x.Name(group.inside), run, tuple(holders.values()))
            members.append(self._member(compile_tree(tree.body, inner), belongs, key))
        return self._quantified(members, group)

    def _holder(self, group: Group, key: str) -> Code:
        inner = replace(self, keys={**self.keys, group.id: key})
        return inner.read(x.Name(group.inside), group.inside)

    def _quantified(self, members: list[Member], group: Group) -> Quantified:
        complete = self._at(x.Name(group.plural), self.layout.complete_index[group.plural])
        parts = [part for m in members for part in (m.belongs, m.body) if part]
        return Quantified(tuple(members), complete, (*parts, complete))

    @staticmethod
    def _member(body: Code, belongs: Code | None, key: str) -> Member:
        return Member(belongs, replace(body, member=key, when=belongs))

    def _table(self, tree: x.Over) -> Quantified:
        table = self.read(x.Name(tree.domain), tree.domain)
        members = []
        for row in self.layout.law.questionnaire.questions[tree.domain].rows:
            body = compile_tree(tree.body, replace(self, table=table, row=row.id))
            offered = _offered(table, row.id)
            members.append(Member(offered, replace(body, row=row.id, when=offered)))
        return Quantified(tuple(members), None, (table, *(m.body for m in members)))


def _fixed(tree: x.Expression, value: Value) -> Code:
    def run(_: Values) -> Value:
        return value

    return Code(tree, run)


def _all_of(named: list[Code]) -> Code:
    """Whether every group at hand is named."""
    run = kleene_run(False, [each.run for each in named])  # noqa: FBT003  # one no settles it
    return Code(x.Both(tuple(each.tree for each in named)), run, tuple(named))


def _names(chosen: Code, key: str) -> Code:
    """Whether a ``members`` answer names the key."""
    inner = chosen.run

    def run(values: Values) -> Value:
        return within(key, inner(values))  # type: ignore[arg-type]  # a members question

    return Code(chosen.tree, run, (chosen,))


def _offered(table: Code, row: str) -> Code:
    inner = table.run

    def run(values: Values) -> Value:
        cells = inner(values)
        return row in cells if isinstance(cells, dict) else None

    return Code(table.tree, run, (table,))


def _stands_in(key: str, own: str, holders: Mapping[str, Code]) -> Callable[[Values], Value]:
    """Whether ``key`` stands in ``own``, at any depth; a circle stands nowhere."""

    def run(values: Values) -> Value:
        seen: set[str] = set()
        at: Value = key
        while isinstance(at, str) and at in holders and at not in seen:
            seen.add(at)
            at = holders[at].run(values)
            if at == own:
                return True
        return None if at is None else False

    return run
