"""The samples under the shipped law: what each is there to show, and that nothing in it is idle."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import pytest

from app.assessment.assessment import assess
from app.assessment.confidence import confidence
from app.assessment.determination import determination, determinations
from app.assessment.interview import asked, not_counted
from app.assessment.used import folders_used
from app.operations.samples import samples
from tests.shipped import shipped

if TYPE_CHECKING:
    from app.assessment.assessment import Assessment
    from app.questionnaire.definition import Questionnaire

TODAY = dt.date(2026, 11, 25)
OF_THE_UNION = ("d", "e", "f")
of_the_union = pytest.mark.parametrize("sample", OF_THE_UNION)


@cache
def law() -> Questionnaire:
    return shipped()


@cache
def opened(sample: str) -> Assessment:
    given = next(each for each in samples() if each.id == sample)
    return assess(law(), given.answers, TODAY)


def values(sample: str) -> dict[tuple[str, ...], str | None]:
    found = determinations(opened(sample).today)
    return {(each.id, *each.keys): each.value for each in found}


def grade(sample: str, name: str, *keys: str) -> str:
    now = opened(sample).today
    return confidence(now, determination(now, name, keys)).grade


def test_six_samples_ship_and_the_first_is_the_one_that_opens() -> None:
    assert [each.id for each in samples()] == ["a", "b", "c", "d", "e", "f"]


@of_the_union
def test_every_question_is_answered_and_every_answer_counts(sample: str) -> None:
    assert not [each.address for each in asked(opened(sample)) if not each.given]
    assert not [each.address for each in not_counted(opened(sample))]


@of_the_union
def test_parties_are_fictitious_and_the_figures_name_their_source(sample: str) -> None:
    answers = opened(sample).answers
    assert any(".source" in address for address in answers)
    for address, answer in answers.items():
        if address.endswith(".throughput"):
            assert "white paper" in str(answers[f"{address}.source"])
            assert answer


def test_the_core_is_not_subject_to_the_ear_and_each_no_has_its_source() -> None:
    found, answers = values("d"), opened("d").answers
    assert found["jurisdiction", "i1"] == "not_subject"
    assert found["licence", "i1", "d1"] == "not_subject"
    assert grade("d", "jurisdiction", "i1") == "firm"
    for name in ("in_united_states", "us_origin", "us_content_way", "direct_product_any"):
        assert "(fictitious)" in str(answers[f"items.i1.{name}.source"])


def test_the_rest_of_the_ear_falls_away_only_while_every_limb_is_no() -> None:
    gone = {"eccn", "exception_nac", "exception_sta", "review_policy", "deemed_export"}
    assert not gone & {name for name, *_ in values("d")}
    for limb, answer in (
        ("in_united_states", True), ("us_origin", True), ("us_origin", None),
        ("in_united_states", None), ("direct_product_any", None), ("us_content_way", None),
        ("informed_direct_product", True), ("informed_direct_product", None),
    ):  # fmt: skip
        changed = assess(law(), {**opened("d").answers, f"items.i1.{limb}": answer}, TODAY)
        found = {each.id: each.value for each in determinations(changed.today)}
        assert found["jurisdiction"] in ("subject", None), limb
        assert "eccn" in found, limb


def test_the_core_is_listed_by_the_union_and_goes_to_japan_under_a_general_authorisation() -> None:
    found = values("d")
    assert found["eu_entry", "i1"] == "3E002"
    assert found["eu_ga_001", "i1", "d1"] == "available"
    assert found["eu_authorisation", "i1", "d1"] == "general"


def test_the_servers_need_a_licence_of_each_authority() -> None:
    found = values("e")
    assert found["jurisdiction", "i1"] == "subject"
    assert found["circuit_eccn", "i1"] == "3A090.a.1"
    assert found["licence", "i1", "d1"] == "required"
    assert found["eu_entry", "i1"] == "4A507"
    assert found["eu_authorisation", "i1", "d1"] == "required"
    assert grade("e", "eu_entry", "i1") == "firm"


def test_the_card_is_of_one_list_and_close_to_the_other() -> None:
    found = values("f")
    assert found["eccn", "i1"] == "4A090.a"
    assert found["licence", "i1", "d2"] == "required"
    assert found["eu_entry", "i1"] == "example_16_bits"
    assert found["eu_movement", "i1", "d2"] == "export"
    assert found["eu_authorisation", "i1", "d2"] == "not_required"
    assert ("eu_authorisation", "i1", "d1") not in found
    assert grade("f", "eu_entry", "i1") == grade("f", "eu_authorisation", "i1", "d2") == "arguable"


@pytest.mark.parametrize("sample", ["a", "b", "c"])
def test_who_sends_nothing_from_the_union_is_asked_and_told_nothing_of_it(sample: str) -> None:
    folders = {each.question.folder for each in asked(opened(sample))}
    assert "eu" not in folders
    assert not [name for name, *_ in values(sample) if name.startswith("eu_")]
    assert [folder.id for folder in folders_used(opened(sample))] == ["us_ear"]


@of_the_union
def test_both_editions_count_where_both_regimes_conclude(sample: str) -> None:
    assert {folder.id for folder in folders_used(opened(sample))} == {"eu", "us_ear"}
