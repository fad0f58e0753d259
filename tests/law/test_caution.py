"""The U.S. law that ships, attacked: nothing left out, doubted or made worse may free an item.

What is attacked are the worked cases, so that every rule is attacked where it holds.
Which answers are changed is drawn from a fixed seed.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest

from app.assessment.determination import determinations
from app.assessment.law import TEXT, VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Questionnaire

FREE = {
    "licence": {"not_required", "not_an_export", "not_subject"},
    "eccn": {"EAR99"},
    "circuit_eccn": {"none_of_these", "3A991.p"},
    "exception_nac": {"available", "conditions"},
    "exception_aca": {"available", "conditions"},
    "exception_app": {"available", "conditions"},
    "exception_enc": {"available", "conditions"},
    "exception_gbs": {"available", "conditions"},
    "exception_gov": {"available", "conditions"},
    "exception_hbm": {"available", "conditions"},
    "exception_lvs": {"available", "conditions"},
    "exception_rpl": {"available", "conditions"},
    "exception_sta": {"available", "conditions"},
    "exception_tmp": {"available", "conditions"},
    "exception_tsr": {"available", "conditions"},
    "exception_tsu": {"available", "conditions"},
    "end_use": {"none_found"},
    "end_users": {"none_found"},
    "deemed_export": {"not_required", "not_deemed"},
    "embargo": {"none"},
}
"""By determination, the outcomes that let an item go."""

BOLD = {"licence", "eccn", "exception_nac", "exception_aca"}
"""Conclusions that need many facts before they free anything."""

GROUPS = {"items", "destinations", "parties", "people"}
FEWEST = 8
"""With fewer answers than this nothing can be known to be free."""


def outcomes(evaluation: Evaluation) -> dict[tuple[str, tuple[str, ...], str], frozenset[str]]:
    """The outcomes still possible, by determination, members and view."""
    return {
        (each.id, each.keys, view): frozenset(each.values(view))
        for each in determinations(evaluation)
        if each.id in FREE
        for view in VIEWS
    }


def changeable(evaluation: Evaluation) -> list[str]:
    """The addresses of answers that say something; not the lists of members."""
    answers = evaluation.answers.items()
    return [at for at, answer in answers if at not in GROUPS and answer is not None]


def is_free(name: str, possible: frozenset[str]) -> bool:
    """Whether an item may go, whatever else is found out."""
    return possible <= FREE[name]


def doubts(worked: dict[str, Evaluation], seed: int) -> Iterator[tuple[str, str, Evaluation]]:
    """Worked cases with one answer that becomes not known, a few for each case."""
    draw = random.Random(seed)
    for name, evaluation in worked.items():
        for at in draw.sample(changeable(evaluation), k=min(4, len(changeable(evaluation)))):
            yield name, at, evaluation


def test_an_answer_that_becomes_not_known_frees_nothing(worked: dict[str, Evaluation]) -> None:
    before = {name: outcomes(evaluation) for name, evaluation in worked.items()}
    for name, at, evaluation in doubts(worked, 3090):
        for where, possible in outcomes(evaluation.given(at, None)).items():
            was = before[name].get(where)
            freed = was and not was & FREE[where[0]] and is_free(where[0], possible)
            assert not freed, f"{name}: {where} without {at} is {sorted(possible)}"


def test_doubt_takes_no_outcome_away(worked: dict[str, Evaluation]) -> None:
    before = {name: outcomes(evaluation) for name, evaluation in worked.items()}
    for name, at, evaluation in doubts(worked, 4090):
        for where, possible in outcomes(evaluation.given(at, None)).items():
            lost = before[name].get(where, frozenset()) - possible
            assert not lost, f"{name}: {where} without {at} is no longer {sorted(lost)}"


def test_few_facts_free_nothing(worked: dict[str, Evaluation]) -> None:
    draw = random.Random(744)
    for name, evaluation in worked.items():
        bare = evaluation
        kept = draw.sample(changeable(evaluation), k=min(FEWEST - 1, len(changeable(evaluation))))
        for at in changeable(evaluation):
            bare = bare if at in kept else bare.withdrawn(at)
        for (kind, keys, view), possible in outcomes(bare).items():
            if view == TEXT and kind in BOLD:
                # That it stays in the United States is one fact, and enough.
                freed = bool(possible) and possible <= FREE[kind] - {"not_an_export"}
                assert not freed, f"{name}: {kind} of {keys} is {sorted(possible)} by {kept}"


def licences(evaluation: Evaluation) -> dict[tuple[tuple[str, ...], str], frozenset[str]]:
    """The outcomes of the licence still possible, by members and view."""
    found = outcomes(evaluation).items()
    return {(keys, view): each for (name, keys, view), each in found if name == "licence"}


def assert_no_lower(name: str, before: Evaluation, after: Evaluation) -> None:
    """A licence that was required is required; one that might be still might be."""
    free = FREE["licence"]
    was = licences(before)
    for where, possible in licences(after).items():
        if not was[where] & free:
            assert not possible & free, f"{name}: {where} fell to {sorted(possible)}"
        if not was[where] <= free:
            assert not possible <= free, f"{name}: {where} fell to {sorted(possible)}"


@pytest.mark.parametrize("factor", [1.0001, 1.7, 40.0])
def test_more_throughput_never_lowers_the_licence(
    worked: dict[str, Evaluation], factor: float
) -> None:
    for name, evaluation in worked.items():
        for at, answer in evaluation.answers.items():
            if at.endswith(".throughput") and isinstance(answer, Mapping):
                raised = {
                    row: cell * factor if isinstance(cell, float) else cell
                    for row, cell in answer.items()
                }
                assert_no_lower(name, evaluation, evaluation.given(at, raised))


@pytest.mark.parametrize("country", ["CN", "MO"])
@pytest.mark.parametrize("question", ["headquarters", "parent_headquarters"])
def test_a_head_office_in_macau_or_d5_never_lowers_the_licence(
    worked: dict[str, Evaluation], question: str, country: str
) -> None:
    for name, evaluation in worked.items():
        for party in evaluation.answers.get("parties", ()):  # type: ignore[union-attr]
            moved = evaluation.given(f"parties.{party}.{question}", country)
            if question == "parent_headquarters":
                moved = moved.given(f"parties.{party}.has_parent", True)
            assert_no_lower(name, evaluation, moved)


def test_every_citation_names_a_source(law: Questionnaire) -> None:
    kinds = (law.rules, law.figures, law.questions, law.determinations, law.parameters, law.sets)
    for kind in kinds:
        for thing in kind.values():
            for cite in thing.cites:
                assert cite.source in law.sources, f"{thing.id} cites {cite.source}"


def test_every_rule_is_met_and_failed_and_not_known_in_a_worked_case(
    law: Questionnaire, worked: dict[str, Evaluation]
) -> None:
    seen: dict[str, set[object]] = {name: set() for name in law.rules}
    for evaluation in worked.values():
        for name, rule in law.rules.items():
            for keys in evaluation.layout.keys_of(rule.of):
                seen[name] |= {evaluation.value(name, keys, view) for view in VIEWS}
    ours = {name for name in law.rules if law.rules[name].at.file.startswith("us_ear/")}
    lacking = {name for name in ours if seen[name] != {True, False, None}}
    assert not lacking, f"no worked case for each truth of {sorted(lacking)}"
