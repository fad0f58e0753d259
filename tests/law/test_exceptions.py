"""Licence exceptions as a whole: what shuts them shuts them all, in every worked case that ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.assessment.determination import determinations
from app.assessment.law import VIEWS

if TYPE_CHECKING:
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Questionnaire

OPEN = {"available", "conditions"}
"""Outcomes by which an exception could still be used."""

SHORT_LIST = {"nac", "aca", "tmp", "rpl", "gov", "tsu", "hbm"}
"""What the gate for advanced computing items lets through, in whole or in part."""

NOT_ENFORCED = {"exception_aia", "exception_acm", "exception_lpp"}


def exceptions(law: Questionnaire) -> set[str]:
    """The determinations about a licence exception of the U.S. law."""
    ours = (each for each in law.determinations.values() if each.at.file.startswith("us_ear/"))
    return {each.id for each in ours if each.id.startswith("exception_")}


def usable(law: Questionnaire, evaluation: Evaluation, gate: str) -> set[tuple[str, str]]:
    """Exceptions, by view, that could be used where the gate is known to be shut."""
    names = exceptions(law)
    return {
        (each.id, view)
        for each in determinations(evaluation)
        if each.id in names
        for view in VIEWS
        if evaluation.value(gate, each.keys, view) is True and set(each.values(view)) & OPEN
    }


def test_the_gate_for_advanced_computing_leaves_the_short_list_alone(
    law: Questionnaire, worked: dict[str, Evaluation]
) -> None:
    allowed = {f"exception_{name}" for name in SHORT_LIST}
    for name, evaluation in worked.items():
        through = {each for each, _ in usable(law, evaluation, "gate_740_2")}
        assert through <= allowed, name


@pytest.mark.parametrize("gate", ["exceptions_barred", "missile_gate_d4_d5"])
def test_an_embargo_an_end_use_or_a_missile_item_leaves_none(
    law: Questionnaire, worked: dict[str, Evaluation], gate: str
) -> None:
    for name, evaluation in worked.items():
        assert not usable(law, evaluation, gate), name


def test_a_rule_that_is_not_enforced_never_lifts_a_requirement(
    law: Questionnaire, worked: dict[str, Evaluation]
) -> None:
    assert exceptions(law) >= NOT_ENFORCED
    for name in NOT_ENFORCED:
        assert not {each.value for each in law.determinations[name].outcomes} & OPEN
    for name, evaluation in worked.items():
        found = [each for each in determinations(evaluation) if each.id in NOT_ENFORCED]
        assert not any(set(each.values(view)) & OPEN for each in found for view in VIEWS), name
