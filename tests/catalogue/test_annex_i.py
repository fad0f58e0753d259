"""What one row of a catalogue decides under Annex I, beside what it decides under the EAR."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from app.assessment.catalogue import Catalogue
from app.operations.catalogue import classify

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.questionnaire.definition import Questionnaire

    Ask = Callable[..., dict[str, str]]

NONE = "none of 3A501.a.16, 4A507, 4A003.b"
CARD = {"fp8": 660.8, "int8": 660.6, "int4": 1321.2, "fp16": 330.3, "bf16": 165.2,
        "tf32": 82.6, "fp32": 82.6, "die_area_mm2": 608.5, "non_planar": "yes"}  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "entry"),
    [
        # The worked figures of the note: the limit itself, and just below it.
        ({"int8": 750}, "3A501.a.16"),
        ({"fp8": 749.875}, NONE),
        ({"fp16": 375}, "3A501.a.16"),
        ({"fp16": 374.9}, NONE),
        ({"tpp": 6000}, "3A501.a.16"),
        ({"tpp": 5999.99}, NONE),
        # Public figures of cards and servers.
        ({"fp8": 1513}, "3A501.a.16"),
        ({"int8": 4}, NONE),
    ],
)
def test_a_chip_is_listed_by_performance_alone(
    concluded: Ask, cells: dict[str, object], entry: str
) -> None:
    for more in ({}, {"datacenter": "no"}, {"die_area_mm2": 2000, "non_planar": "no"}):
        found = concluded(**cells, **more)
        assert (found["eu_entry"], found["eu_status"]) == (entry, "determined")
        assert found["eu_missing"] == ""


@pytest.mark.parametrize("kind", ["computer", "electronic assembly", "component"])
def test_what_holds_a_listed_chip_is_4a507(concluded: Ask, kind: str) -> None:
    assert concluded(kind, fp8=750)["eu_entry"] == "4A507"
    assert concluded(kind, fp8=8 * 749, ics=8)["eu_entry"] == NONE
    assert concluded(kind, fp8=8 * 750, ics=8)["eu_entry"] == "4A507"


def test_the_regimes_differ_on_the_same_card(concluded: Ask) -> None:
    found = concluded("electronic assembly", **CARD, datacenter="no")
    assert found["us_eccn"] == "4A090.a"
    assert (found["eu_entry"], found["computed_tpp"]) == (NONE, "5286.4")
    dense = concluded(fp8=242, die_area_mm2=294, non_planar="yes", datacenter="yes")
    assert (dense["us_eccn"], dense["eu_entry"]) == ("3A090.a.2", NONE)


def test_just_below_the_limit_it_is_an_open_point(concluded: Ask) -> None:
    assert "is close below" in concluded(fp8=675)["eu_because"]
    assert "is close below" not in concluded(fp8=674.9)["eu_because"]
    assert "is close below" not in concluded(fp8=750)["eu_because"]


def test_the_other_reading_of_the_sum_makes_it_arguable(concluded: Ask) -> None:
    found = concluded("electronic assembly", fp8=733, fp32=91.6)
    assert (found["eu_entry"], found["eu_confidence"]) == (NONE, "arguable")
    assert "tensor and vector units of one core added up" in found["eu_because"]
    assert "added up" not in concluded(fp8=733, fp32=4)["eu_because"]


def test_the_example_of_16_bits_that_does_not_fit_the_formula_is_said(concluded: Ask) -> None:
    assert "which its own formula does not bear out" in concluded(fp16=300)["eu_because"]
    assert "formula" not in concluded(fp16=299)["eu_because"]
    assert "formula" not in concluded(fp16=375)["eu_because"]


def test_every_chip_leaves_the_neural_network_entry_open(concluded: Ask) -> None:
    for cells in ({"fp8": 1}, {"fp8": 2000}):
        assert "3A001.a.9" in concluded(**cells)["eu_because"]
    assert "3A001.a.9, which" not in concluded("computer", fp8=2000)["eu_because"]


def test_a_stated_app_decides_and_an_empty_one_is_not_looked_at(concluded: Ask) -> None:
    assert concluded("computer", fp8=20, app_wt=70.1)["eu_entry"] == "4A003.b"
    assert concluded("computer", fp8=20, app_wt=70)["eu_entry"] == NONE
    assert concluded("electronic assembly", fp8=20, app_wt=100)["eu_entry"] == NONE
    assert "4A003.b without a stated APP" in concluded("computer", fp8=20)["eu_because"]


def test_no_row_is_ever_said_to_be_outside_annex_i(concluded: Ask) -> None:
    for kind in ("integrated circuit", "computer", "hbm", "software", "model weights"):
        found = concluded(kind, fp8=1, training_operations=1)
        assert "not_listed" not in found["eu_entry"]
        assert "Annex IV, Articles 4 to 10" in found["eu_because"]
        assert found["eu_because"].endswith("version of 21 September 2026 changed is not confirmed")


def test_what_is_missing_is_named(concluded: Ask) -> None:
    assert concluded()["eu_missing"] == "one of fp8, fp16, bf16, int8, tpp"
    assert concluded("", fp8=800)["eu_missing"] == "kind"
    apart = concluded(fp8=600, tpp=6100)
    assert (apart["eu_entry"], apart["eu_status"]) == ("", "undetermined")
    assert "tpp" in apart["eu_missing"]


def test_software_and_technology_have_no_columns_here_either(concluded: Ask) -> None:
    for kind in ("software", "technology"):
        found = concluded(kind)
        assert (found["eu_status"], found["eu_confidence"]) == ("undetermined", "undetermined")


def test_encryption_and_weights_are_said_beside_the_result(concluded: Ask) -> None:
    coded = concluded("computer", fp8=800, cryptography="other")
    assert "5A002 may describe it" in coded["eu_because"]
    weights = concluded("model weights", training_operations="1e25")
    assert "no entry of Annex I names weights" in weights["eu_because"]


def test_before_its_edition_begins_the_regime_says_nothing(law: Questionnaire) -> None:
    out = io.StringIO()
    early = Catalogue(law, dt.date(2025, 11, 14))
    assert classify(early, "kind,fp8\nintegrated circuit,800\n", out, print)
    assert "the edition begins on 2025-11-15" in out.getvalue()
    assert "3A090.a.1" in out.getvalue()
