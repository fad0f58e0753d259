"""The why of a conclusion as a tree, built when somebody looks at it.

The tree is the compiled expressions walked over the values: what the screen shows and what
the memo prints is what decided.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.assessment.distance import Distance, distance
from app.assessment.law import TEXT
from app.assessment.printing import filled, member_name, printed
from app.assessment.values import is_settled
from app.assessment.wording import RELATIONS, phrase, text
from app.questionnaire import expression as x

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.code import Code
    from app.assessment.determination import Determination
    from app.assessment.evaluation import Evaluation
    from app.assessment.layout import Instance
    from app.assessment.values import Truth, Value
    from app.questionnaire.definition import Citations, Question, Rule

_ALL_OF = "All of these"


@dataclass(frozen=True, slots=True)
class Finding:
    """One condition: in words, whether it is met, and what it rests on.

    ``kind`` is rule, figure, question, group, condition or determination; ``name`` is the
    id where it has one, ``address`` the answer's where it is one.  A number or a word has no
    truth; ``settled`` says whether it is known.
    """

    says: str
    truth: Truth
    kind: str = "condition"
    name: str = ""
    detail: str = ""
    address: str = ""
    state: str = ""
    state_note: str = ""
    cites: Citations = ()
    distance: Distance | None = None
    settled: bool = True
    children: tuple[Finding, ...] = ()


def why(
    evaluation: Evaluation, found: Determination, view: str = TEXT, trace: Trace | None = None
) -> tuple[Finding, ...]:
    """The outcomes considered, in order, with what each rests on; one trace serves many calls."""
    stated = evaluation.questionnaire.determinations[found.id]
    at = evaluation.layout.index(found.id, view, found.keys)
    codes, trace = evaluation.layout.instances[at].codes[:-1], trace or Trace(evaluation)
    considered: list[Finding] = []
    for outcome, code in zip(stated.outcomes, codes, strict=True):
        truth = _truth(code.run(evaluation.values))
        still_open = any(earlier.truth is None for earlier in considered)
        considered.append(
            Finding(
                says=filled(evaluation, outcome.says, stated.of, found.keys, view),
                truth=None if truth and still_open else truth,
                kind="outcome",
                name=outcome.value,
                detail=filled(evaluation, outcome.because, stated.of, found.keys, view),
                cites=stated.cites,
                children=() if isinstance(code.tree, x.Literal) else _flat(trace.of_code(code)),
            )
        )
        if truth:
            break
    return tuple(considered)


def of_rule(evaluation: Evaluation, name: str, keys: tuple[str, ...], view: str = TEXT) -> Finding:
    """A rule with its elements, for certain members."""
    return Trace(evaluation).of_instance(evaluation.layout.index(name, view, keys))


def _truth(value: Value) -> Truth:
    return value if isinstance(value, bool) else None


def _spliced(finding: Finding) -> tuple[Finding, ...]:
    """The parts of an "all of these" that an author wrote as one element."""
    return finding.children if finding.says == _ALL_OF else (finding,)


def _flat(finding: Finding) -> tuple[Finding, ...]:
    """The parts of a plain and/or, or the finding itself."""
    return finding.children if finding.kind == "group" else (finding,)


@dataclass(frozen=True, slots=True)
class Trace:
    """Turns instances and expressions into findings; each instance is written once."""

    evaluation: Evaluation
    written: dict[int, Finding] = field(default_factory=dict, compare=False, repr=False)

    def of_instance(self, index: int) -> Finding:
        """The finding for an instance."""
        if index not in self.written:
            self.written[index] = self._instance(index)
        return self.written[index]

    def _instance(self, index: int) -> Finding:
        evaluation, q = self.evaluation, self.evaluation.questionnaire
        instance = evaluation.layout.instances[index]
        value = evaluation.values[index]
        if instance.id in q.rules:
            return self._rule(q.rules[instance.id], instance, value)
        if instance.id in q.questions:
            return self._question(q.questions[instance.id], instance, value)
        if instance.id in q.figures:
            return self._figure(instance, value)
        if instance.id in q.determinations:
            stated = q.determinations[instance.id]
            detail = printed(q, instance.id, value)
            return Finding(stated.title, _truth(value), "determination", instance.id, detail)
        return self._slot(instance, value)

    def _slot(self, instance: Instance, value: Value) -> Finding:
        plural = instance.id.partition(".")[0]
        group = self.evaluation.questionnaire.group_of_plural.get(plural)
        if group is None:
            return Finding(f"The day is {value}", True, "condition")  # noqa: FBT003
        whole = "stated to be all" if value else "not stated to be all"
        title = f"The {group.plural} entered are {whole}"
        return Finding(title, value or None, "question", instance.id, address=instance.id)  # type: ignore[arg-type]

    def _rule(self, rule: Rule, instance: Instance, value: Value) -> Finding:
        evaluation = self.evaluation
        truth = _truth(value)
        text = rule.because if truth else rule.but if truth is False else ""
        stands = evaluation.law.standings.get(rule.id)
        count = len(rule.when) + len(rule.unless)
        codes = instance.codes[:count]
        found = [self._element(rule, number, code) for number, code in enumerate(codes)]
        elements = [part for each in found for part in _spliced(each)]
        return Finding(
            says=rule.title,
            truth=truth,
            kind="rule",
            name=rule.id,
            detail=filled(evaluation, text, rule.of, instance.keys, instance.view),
            state=stands.state if stands else "" if rule.status == () else "not_yet",
            state_note=stands.note if stands else "",
            cites=rule.cites,
            children=tuple(elements),
        )

    def _element(self, rule: Rule, number: int, code: Code) -> Finding:
        found = self.of_code(code)
        if number >= len(rule.when):
            return found
        element = rule.when[number]
        if not element.says:
            return found
        children = found.children or ((found,) if found.kind != "condition" else ())
        return replace(
            found, says=element.says, cites=element.cites or found.cites, children=children
        )

    def _question(self, question: Question, instance: Instance, value: Value) -> Finding:
        q = self.evaluation.questionnaire
        address = q.address(question.id, instance.keys)
        answer = printed(q, question.id, value)
        return Finding(
            says=question.short,
            truth=_truth(value),
            kind="question",
            name=question.id,
            detail=answer[:1].upper() + answer[1:],
            address=address,
            cites=question.cites,
            settled=is_settled(value),
        )

    def _figure(self, instance: Instance, value: Value) -> Finding:
        q = self.evaluation.questionnaire
        figure = q.figures[instance.id]
        because = filled(self.evaluation, figure.because, figure.of, instance.keys, instance.view)
        is_truth = isinstance(value, bool) or value is None
        return Finding(
            says=figure.title,
            truth=_truth(value),
            kind="figure",
            name=figure.id,
            detail=because if is_truth else printed(q, figure.id, value),
            cites=figure.cites,
            settled=is_settled(value),
            children=tuple(child for code in instance.codes for child in _flat(self.of_code(code))),
        )

    def of_code(self, code: Code) -> Finding:
        """The finding for a part of an expression."""
        value = code.run(self.evaluation.values)
        truth = _truth(value)
        match code.tree:
            case x.Both():
                return Finding(_ALL_OF, truth, "group", children=self._parts(code))
            case x.Either():
                return Finding("One of these is enough", truth, "group", children=self._parts(code))
            case x.Not():
                return self._negation(code, truth)
            case x.Modal():
                return self.of_code(code.parts[0])
            case x.Compare():
                return self._comparison(code, truth)
            case x.Over():
                return self._over(code, value)
            case _ if code.reads is not None:
                return self.of_instance(code.reads)
            case _:
                title = phrase(self.evaluation, code)
                return Finding(title, truth, children=self._parts(code))

    def _parts(self, code: Code) -> tuple[Finding, ...]:
        return tuple(self.of_code(part) for part in code.parts)

    def _negation(self, code: Code, truth: Truth) -> Finding:
        inner = self.of_code(code.parts[0])
        if inner.kind == "rule":
            applies = "does not apply" if truth else "applies" if truth is False else "may apply"
            return replace(inner, says=f"{inner.says}: {applies}", truth=truth, children=(inner,))
        if inner.kind == "question":
            return replace(inner, says=f"Not: {inner.says}", truth=truth)
        return Finding(f"Not: {inner.says}", truth, children=(inner,))

    def _comparison(self, code: Code, truth: Truth) -> Finding:
        assert isinstance(code.tree, x.Compare)
        left, right = code.parts
        subject = phrase(self.evaluation, left, right)
        says = f"{subject} {RELATIONS[code.tree.op]} {phrase(self.evaluation, right, left)}"
        how_far = distance(self.evaluation, code)
        source = self.of_instance(left.reads) if left.reads is not None else None
        detail = how_far.words if how_far else source.detail if source else ""
        return Finding(
            says=says,
            truth=truth,
            detail=detail,
            address=source.address if source else "",
            name=source.name if source else "",
            cites=source.cites if source else (),
            distance=how_far,
            children=(source,) if source and source.kind == "figure" else (),
        )

    def _over(self, code: Code, value: Value) -> Finding:
        assert isinstance(code.tree, x.Over)
        head = {"any": "For at least one of the", "all": "For each of the"}.get(
            code.tree.function, f"The {code.tree.function} over the"
        )
        domain = self._domain(code.tree.domain)
        detail = (
            ""
            if isinstance(value, bool) or value is None
            else text(self.evaluation.questionnaire, code, value)
        )
        children = tuple(self._members(code))
        return Finding(f"{head} {domain}", _truth(value), "over", "", detail, children=children)

    def _domain(self, domain: str) -> str:
        if domain == "inside":
            return "things inside it"
        question = self.evaluation.questionnaire.questions.get(domain)
        return question.short if question else domain

    def _members(self, code: Code) -> Iterator[Finding]:
        assert isinstance(code.tree, x.Over)
        q = self.evaluation.questionnaire
        group = q.group_of_plural.get(code.tree.domain)
        group = group or next((g for g in q.groups.values() if g.inside), None)
        for part in code.parts:
            found = self.of_code(part)
            if part.member and group:
                name = member_name(self.evaluation, group.id, part.member)
                yield replace(found, says=f"{name}: {found.says}")
            elif part.reads is not None and part.reads in self._wholes():
                yield found

    def _wholes(self) -> frozenset[int]:
        return frozenset(self.evaluation.layout.complete_index.values())
