"""Questionnaires of any length for benchmarks: an answer feeds at most 20 conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.questionnaire.loader import load

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire

HEAD = """
about: {title: Bench}
sources: {law: {title: A made law}}
sections: {all: {title: All, order: 1}}
parameters: {limit: {title: limit, values: {2020-01-01: 50}, cites: [law/1]}}
"""


def wide(questions: int) -> Questionnaire:
    """Numbers and truths in turn; each feeds ten rules and a determination for ten of them."""
    lines = [HEAD, "questions:"]
    for n in range(questions):
        kind = "number" if n % 2 else "yes_no"
        lines.append(f"  q{n}: {{section: all, kind: {kind}, ask: Question {n}?}}")
    lines.append("rules:")
    for n in range(questions):
        lines.append(f"  r{n}: {{kind: requirement, title: Rule {n}, cites: [law/{n}],")
        parts = [_condition(m % questions) for m in range(n, n + 10)]
        lines.append(f'    when: "({" and ".join(parts[:5])}) or ({" and ".join(parts[5:])})"}}')
    lines.append("determinations:")
    for n in range(0, questions, 10):
        any_of = " or ".join(f"r{m}" for m in range(n, min(n + 10, questions)))
        lines.append(
            f"  d{n}: {{section: all, kind: licence, title: Determination {n}, outcomes: ["
        )
        lines.append(f"    {{value: required, says: Required, when: {any_of}}},")
        lines.append("    {value: not_required, says: Not required}]}")
    return load({"bench/about.yaml": "\n".join(lines)})


def _condition(number: int) -> str:
    return f"q{number} >= limit" if number % 2 else f"q{number}"


def chain(length: int) -> Questionnaire:
    """One answer decides a chain of rules, each resting on the one before."""
    lines = [HEAD, "questions:", "  q0: {section: all, kind: yes_no, ask: Question?}", "rules:"]
    for n in range(length):
        when = f"r{n - 1}" if n else "q0"
        rule = f"kind: requirement, title: Rule {n}, cites: [law/{n}], when: {when}"
        lines.append(f"  r{n}: {{{rule}}}")
    lines += [
        "determinations:",
        "  d: {section: all, kind: licence, title: End, outcomes: [",
        f"    {{value: required, says: Required, when: r{length - 1}}},",
        "    {value: not_required, says: Not required}]}",
    ]
    return load({"bench/about.yaml": "\n".join(lines)})
