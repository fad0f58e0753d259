"""Questionnaires made at random from a seed: gates, figures, rules of every standing, groups.

What reads a question that may be closed says so itself (``gate and ...``), as sound law does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING, Any

from app.questionnaire.loader import load

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire

HEAD = """
about: {title: Random, edition: {id: r, covers_from: 2020-01-01, read_on: 2026-06-30}}
groups:
  item: {plural: items, key: i, title: Items, one: item, name: item_name, complete: All?,
    inside: item_inside}
sections: {all: {title: All, order: 1}, each: {title: Each, order: 2, of: item}}
sources: {law: {title: A made law}}
parameters:
  low: {title: low, unit: kg, values: {2020-01-01: 20}, cites: [law/1]}
  high: {title: high, unit: kg, values: {2020-01-01: 60, 2026-09-01: 70}, cites: [law/1]}
  square: {title: square, unit: kg*kg, values: {2020-01-01: 900}, cites: [law/1]}
"""
STATES = ["in_force", "not_enforced", "stayed", "pending", "not_confirmed"]
KINDS = ["yes_no", "yes_no", "one_of", "number", "some_of"]
ANSWERS: dict[str, list[Any]] = {
    "yes_no": [True, False],
    "one_of": ["a", "b", "c"],
    "number": [0.0, 19.0, 20.0, 45.0, 60.0, 90.0],
    "some_of": [(), ("a",), ("a", "b")],
    "member": ["none", "i1", "i2"],
}


@dataclass
class Maker:
    """Writes one questionnaire."""

    rnd: Random
    kinds: dict[str, str] = field(default_factory=dict)
    gates: dict[str, str] = field(default_factory=dict)
    truths: dict[str, list[str]] = field(default_factory=lambda: {"": [], "item": []})
    numbers: dict[str, list[str]] = field(default_factory=lambda: {"": [], "item": []})

    def text(self) -> str:
        lines = [HEAD, "questions:"]
        lines.append("  item_name: {section: each, of: item, kind: text, ask: Name?}")
        lines.append(
            "  item_inside: {section: each, of: item, kind: member, group: item, ask: In?}"
        )
        lines += [self.question(n, "item" if n % 2 else "") for n in range(7)]
        lines.append("figures:")
        lines += [self.figure(n, "item" if n % 2 else "") for n in range(3)]
        lines.append("rules:")
        lines += [self.rule(n, "item" if n % 2 else "") for n in range(5)]
        lines.append("determinations:")
        lines += [self.determination("d0", ""), self.determination("d1", "item")]
        lines.append("actions:")
        lines.append(f"  do0: {{when: '{self.condition('')}', do: Something}}")
        return "\n".join(lines)

    def question(self, n: int, of: str) -> str:
        name, kind = f"q{n}", self.rnd.choice(KINDS)
        gate = self.condition(of, 1) if n > 2 and self.rnd.random() < 0.4 else ""
        self.kinds[name], self.gates[name] = kind, gate
        parts = [f"section: {'each' if of else 'all'}", f"kind: {kind}", f"ask: Question {n}?"]
        parts += [f"of: {of}"] if of else []
        parts += ["options: {a: A, b: B, c: C}"] if kind in ("one_of", "some_of") else []
        parts += ["unit: kg", "most: 100"] if kind == "number" else []
        parts += [f"ask_when: '{gate}'"] if gate else []
        parts += ["printed: yes"]
        if kind == "number":
            self.numbers[of].append(f"({name} if {gate} else 0)" if gate else name)
        else:
            told = {"yes_no": name, "one_of": f"{name} == a", "some_of": f"a in {name}"}[kind]
            self.truths[of].append(f"({gate} and {told})" if gate else f"({told})")
        return f"  {name}: {{{', '.join(parts)}}}"

    def figure(self, n: int, of: str) -> str:
        a, b = self.number(of), self.number(of)
        unit, value = self.rnd.choice(
            [("kg", f"{a} + {b}"), ("kg*kg", f"{a} * {b}"), ("kg", f"greater({a}, {b})")]
        )
        limits = ["square"] if unit == "kg*kg" else ["low", "high"]
        self.truths[of].append(f"(f{n} >= {self.rnd.choice(limits)})")
        second = f", second_reading: {{name: other, value: '{a} * {b}'}}" if unit != "kg" else ""
        head = f"title: Figure {n}, unit: {unit}, digits: 4" + (f", of: {of}" if of else "")
        return f"  f{n}: {{{head}, value: '{value}'{second}}}"

    def rule(self, n: int, of: str) -> str:
        kind = self.rnd.choice(["requirement", "classification", "exclusion", "flag"])
        parts = [f"kind: {kind}", f"title: Rule {n}", "cites: [law/1]"]
        parts += [f"of: {of}"] if of else []
        parts.append(f"when: ['{self.condition(of)}', '{self.condition(of, 1)}']")
        if self.rnd.random() < 0.5:
            parts.append(
                f"status: [{{from: 2020-01-01, is: {self.rnd.choice(STATES)}, cites: [law/1]}}]"
            )
        if self.rnd.random() < 0.3:
            parts.append(self.rnd.choice(["reading: read so", "unverified: from memory"]))
        # What lowers control is only ever used against it.
        self.truths[of].append(f"(not r{n})" if kind == "exclusion" else f"r{n}")
        return f"  r{n}: {{{', '.join(parts)}}}"

    def determination(self, name: str, of: str) -> str:
        head = f"section: all, kind: licence, title: D, {f'of: {of}, ' if of else ''}"
        first, second = self.condition(of), self.condition(of)
        return (
            f"  {name}: {{{head}outcomes: [{{value: x, says: X, when: '{first}'}}, "
            f"{{value: y, says: Y, when: '{second}'}}, {{value: z, says: Z}}]}}"
        )

    def number(self, of: str) -> str:
        known = [*self.numbers[""], *(self.numbers["item"] if of else [])]
        inner = self.numbers["item"]
        if inner and not of and self.rnd.random() < 0.5:
            function = self.rnd.choice(["sum", "highest"])
            known.append(f"{function}(items, {self.rnd.choice(inner)})")
        return self.rnd.choice(known) if known else "low"

    def condition(self, of: str, depth: int = 2) -> str:
        known = [*self.truths[""], *(self.truths["item"] if of else [])]
        inner = self.truths["item"]
        if inner and not of and self.rnd.random() < 0.6:
            function = self.rnd.choice(["any", "all"])
            known.append(f"{function}(items, {self.rnd.choice(inner)})")
        if inner and of and self.rnd.random() < 0.2:
            known.append(f"any(inside, {self.rnd.choice(inner)})")
        if not known:
            return "yes"
        if depth == 0 or self.rnd.random() < 0.3:
            return self.rnd.choice(known[-4:] if self.rnd.random() < 0.5 else known)
        a, b = self.condition(of, depth - 1), self.condition(of, depth - 1)
        return self.rnd.choice([f"({a} and {b})", f"({a} or {b})", f"(not {a})"])


@lru_cache(maxsize=64)
def random_law(seed: int) -> Questionnaire:
    """The questionnaire of a seed."""
    return load({"random/about.yaml": Maker(Random(seed)).text()})


def possible_answers(questionnaire: Questionnaire, keys: tuple[str, ...]) -> dict[str, list[Any]]:
    """Every address for items with these keys, with the answers to try there."""
    found: dict[str, list[Any]] = {"items.complete": [True]}
    for question in questionnaire.questions.values():
        for members in [(key,) for key in keys] if question.of else [()]:
            if question.kind in ANSWERS:
                found[questionnaire.address(question.id, members)] = ANSWERS[question.kind]
    return found


def answered(seed: int, law: Questionnaire, keys: tuple[str, ...], share: float) -> dict[str, Any]:
    """Answers at random to a share of the questions, groups first."""
    rnd = Random(seed)
    answers: dict[str, Any] = {"items": keys}
    for address, choices in possible_answers(law, keys).items():
        if rnd.random() < share:
            answers[address] = rnd.choice(choices)
    return answers
