"""The type of one expression, and everything in it that cannot be: names, scopes, units, words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, assert_never

from app.questionnaire import expression as x
from app.questionnaire.kinds import ANYTHING, BARE_NUMBERS, DATE, NUMBER, TRUTH, Type
from app.questionnaire.source import meant
from app.questionnaire.units import ONE, printed, times

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire
    from app.questionnaire.expression import Formula
    from app.questionnaire.source import Complaints, Where
    from app.questionnaire.units import Powers


class Known(Protocol):
    """What ids yield; ``app.questionnaire.types`` knows."""

    @property
    def questionnaire(self) -> Questionnaire:
        """The definition in which names are looked up."""

    @property
    def complaints(self) -> Complaints:
        """Where complaints go."""

    def of_name(self, name: str) -> Type | None:
        """The type of what an id stands for."""

    def unit(self, text: str, at: Where) -> Powers:
        """The powers of a unit."""


@dataclass(frozen=True)
class Inference:
    """The types within one expression."""

    types: Known
    formula: Formula
    scope: frozenset[str]
    folder: str
    modal: bool = False
    table: str = ""

    def complain(self, message: str, column: int = 0) -> Type:
        """Complain about a part of the expression; anything goes from there."""
        self.types.complaints.note(self.formula.where(column), message)
        return ANYTHING

    def type_of(self, tree: x.Expression) -> Type:  # noqa: PLR0911  # one line a form
        """The type that an expression yields."""
        match tree:
            case x.Literal(value=value):
                return self._literal(value)
            case x.Name():
                return self._name(tree)
            case x.Cell():
                return self._cell(tree)
            case x.Each(constant=constant):
                return self._each(constant)
            case x.Words(words=words):
                return Type("words", words=frozenset(words))
            case x.Not(operand=operand):
                return self._truths((operand,))
            case x.Both(operands=operands) | x.Either(operands=operands):
                return self._truths(operands)
            case x.Modal(operand=operand):
                return self._modal(tree, operand)
            case x.Compare():
                return self._compare(tree)
            case x.Arithmetic():
                return self._arithmetic(tree)
            case x.Pair(left=left, right=right):
                return self._alike(self._number(left), self._number(right))
            case x.Choice(condition=condition, then=then, otherwise=otherwise):
                self._truths((condition,))
                return self._alike(self.type_of(then), self.type_of(otherwise))
            case x.Over():
                return self._over(tree)
            case _:
                assert_never(tree)

    def _literal(self, value: bool | float | str) -> Type:  # noqa: FBT001
        if isinstance(value, bool):
            return TRUTH
        if isinstance(value, float):
            if value not in BARE_NUMBERS:
                self.complain(f"{value:g} stands in an expression; make it a dated parameter")
            return Type("number", None if value == 0 else ONE)
        if len(value) == len("2027-04-06") and value[4] == value[7] == "-":
            return DATE
        return Type("word", words=frozenset({value}))

    def _name(self, tree: x.Name) -> Type:
        if tree.id == "day":
            return DATE
        found = self.types.of_name(tree.id)
        if found is None:
            return Type("bare", words=frozenset({tree.id}))
        self._reachable(tree.id, tree.column)
        return found

    def _reachable(self, name: str, column: int) -> None:
        """Complain where an id is of another scope, or of a folder that is not used."""
        q = self.types.questionnaire
        kinds = (q.questions, q.figures, q.rules, q.determinations, q.parameters, q.sets)
        thing = next(kind[name] for kind in kinds if name in kind)
        missing = [group for group in getattr(thing, "of", ()) if group not in self.scope]
        if missing:
            need = " and ".join(missing)
            self.complain(f"{name!r} is of each {need}; use any(...), all(...) or sum(...)", column)
        home = q.folders.get(self.folder)
        if home and thing.folder != self.folder and thing.folder not in home.uses:
            message = f"{name!r} is in the folder {thing.folder!r}, which is not in 'about: uses'"
            self.complain(message, column)

    def _cell(self, tree: x.Cell) -> Type:
        question = self.types.questionnaire.questions.get(tree.table)
        if question is None or question.kind != "table":
            return self.complain(f"{tree.table!r} is no table question", tree.column)
        self._reachable(tree.table, tree.column)
        rows = [row.id for row in question.rows]
        if tree.row not in rows:
            message = f"{tree.table} has no row {tree.row!r}{meant(tree.row, rows)}"
            return self.complain(message, tree.column)
        return Type("number", self.types.unit(question.unit, question.at))

    def _each(self, constant: str) -> Type:
        question = self.types.questionnaire.questions.get(self.table)
        if question is None:
            return self.complain("each stands only within a quantifier over a table")
        if not constant:
            return Type("number", self.types.unit(question.unit, question.at))
        if any(constant not in row.constants for row in question.rows):
            return self.complain(f"not every row of {self.table} has a constant {constant!r}")
        unit = "bit" if constant == "bits" else ""
        return Type("number", self.types.unit(unit, question.at))

    def _truths(self, operands: tuple[x.Expression, ...]) -> Type:
        for operand in operands:
            found = self.type_of(operand)
            if found.kind == "bare":
                self._unknown(found)
            elif found.kind not in ("truth", "anything"):
                self.complain(f"expected a condition, found a {found.kind}")
        return TRUTH

    def _unknown(self, bare: Type, known: frozenset[str] | None = None) -> Type:
        (word,) = bare.words or {""}
        q = self.types.questionnaire
        names = known or frozenset((*q.questions, *q.figures, *q.rules, *q.parameters, *q.sets))
        column = max(self.formula.text.find(word), 0)
        return self.complain(f"{word!r} is not known{meant(word, names)}", column)

    def _modal(self, tree: x.Modal, operand: x.Expression) -> Type:
        if not self.modal:
            self.complain(
                f"{tree.function}(...) is possible only in ask_when, wanted_when, actions, "
                "contradictions and controls"
            )
        return self._truths((operand,))

    def _compare(self, tree: x.Compare) -> Type:
        left, right = self.type_of(tree.left), self.type_of(tree.right)
        if tree.op == "in":
            self._membership(left, right)
        elif "bare" in (left.kind, right.kind) or "word" in (left.kind, right.kind):
            self._words_fit(tree.op, left, right)
        elif "number" in (left.kind, right.kind):
            self._alike(self._as_number(left), self._as_number(right))
        elif "anything" not in (left.kind, right.kind) and left.kind != right.kind:
            self.complain(f"a {left.kind} cannot be compared with a {right.kind}")
        return TRUTH

    def _membership(self, word: Type, words: Type) -> None:
        if words.kind == "bare":
            self._unknown(words)
        elif words.kind not in ("words", "anything"):
            self.complain(f"in needs a list on the right, not a {words.kind}")
        elif word.kind == "bare" and words.words is None:
            self._country_or_complain(word)
        elif word.words is not None and words.words is not None:
            wrong = sorted(words.words - word.words) if word.kind == "word" else []
            for each in wrong:
                self._unknown(Type("bare", words=frozenset({each})), word.words)
            if word.kind == "bare" and not word.words <= words.words:
                self._unknown(word, words.words)

    def _country_or_complain(self, word: Type) -> None:
        if not (word.words or frozenset()) <= frozenset(self.types.questionnaire.countries):
            self._unknown(word)

    def _words_fit(self, op: str, left: Type, right: Type) -> None:
        for word, other in ((left, right), (right, left)):
            if word.kind == "bare" and other.kind not in ("word", "anything"):
                self._unknown(word)
                return
        if op not in ("==", "!="):
            self.complain(f"words are compared with == and !=, not {op}")
        if "bare" in (left.kind, right.kind) or (left.words and right.words):
            word, other = (left, right) if left.kind == "bare" else (right, left)
            if other.words is not None and not (word.words or frozenset()) & other.words:
                self._unknown(word, other.words)

    def _arithmetic(self, tree: x.Arithmetic) -> Type:
        left, right = self._number(tree.left), self._number(tree.right)
        if tree.op in "+-":
            return self._alike(left, right)
        if left.unit is None or right.unit is None:
            return Type("number", ONE)
        return Type("number", times(left.unit, right.unit, 1 if tree.op == "*" else -1))

    def _number(self, tree: x.Expression) -> Type:
        return self._as_number(self.type_of(tree))

    def _as_number(self, found: Type) -> Type:
        if found.kind == "bare":
            self._unknown(found)
        elif found.kind not in ("number", "anything"):
            self.complain(f"expected a number, found a {found.kind}")
        return found if found.kind == "number" else Type("number", None)

    def _alike(self, left: Type, right: Type) -> Type:
        if left.kind == right.kind == "number":
            if left.unit is None or right.unit is None:
                return left if right.unit is None else right
            if left.unit != right.unit:
                message = f"{printed(left.unit)} and {printed(right.unit)} do not match"
                self.complain(message)
        if left.words is not None and right.words is not None:
            return Type("word", words=left.words | right.words)
        return left

    def _over(self, tree: x.Over) -> Type:
        inner = self._inner(tree)
        if inner is None:
            return ANYTHING
        if tree.function in ("any", "all", "count"):
            inner._truths((tree.body,))  # noqa: SLF001  # the same inference, further in
            return NUMBER if tree.function == "count" else TRUTH
        return inner._number(tree.body)  # noqa: SLF001

    def _inner(self, tree: x.Over) -> Inference | None:
        q = self.types.questionnaire
        group = q.group_of_plural.get(tree.domain)
        if group:
            return replace(self, scope=self.scope | {group.id}, table="")
        if tree.domain == "inside":
            return replace(self, table="")
        question = q.questions.get(tree.domain)
        if question and question.kind == "table":
            self._reachable(tree.domain, tree.column)
            return replace(self, table=tree.domain)
        known = frozenset((*q.group_of_plural, "inside"))
        message = f"{tree.domain!r} is no group and no table{meant(tree.domain, known)}"
        self.complain(message, tree.column)
        return None
