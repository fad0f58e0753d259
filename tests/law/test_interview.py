"""What the shipped interview asks of the U.S. law: no more than can matter, and no less."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.operations.samples import samples
from tests.law.interviews import counts, gone_through

if TYPE_CHECKING:
    from app.assessment.answers import Answer
    from app.questionnaire.definition import Questionnaire

MOST = {"a": 26, "b": 25, "c": 27}
"""Questions of the U.S. law that a sample of U.S. origin is asked, with little room to grow."""

FOREIGN = {
    "no_de_minimis", "us_content_way", "us_content", "us_content_price", "foreign_item_price",
    "us_software_aside", "direct_product", "direct_product_any", "direct_product_assured",
    "direct_product_series", "equipment_has_chip", "weights_from_listed_chips",
    "informed_direct_product", "onward_use", "owner_footnote",
}  # fmt: skip
"""What is asked only of things made abroad."""

OUT_OF_REACH: dict[str, Answer] = {
    "items.i1.in_united_states": False, "items.i1.us_origin": False, "items.i1.no_de_minimis": (),
    "items.i1.us_content_way": "nothing", "items.i1.direct_product": False,
    "items.i1.direct_product_any": False, "items.i1.direct_product_assured": False,
    "items.i1.other_entry": False, "informed_at_all": False, "destinations.d1.onward_use": (),
}  # fmt: skip
"""Every limb of jurisdiction answered no."""


def ids(law: Questionnaire, addresses: tuple[str, ...]) -> list[str]:
    """The questions of the U.S. law at the addresses."""
    return [at.rpartition(".")[2] for at in addresses if counts(law, (at,))["us_ear"]]


@pytest.fixture(scope="module")
def asked(law: Questionnaire) -> dict[str, list[str]]:
    """By sample, the questions of the U.S. law that are asked, one after the other."""
    return {each.id: ids(law, gone_through(law, each)) for each in samples() if each.id in MOST}


@pytest.mark.parametrize("sample", sorted(MOST))
def test_an_exporter_of_us_chips_is_asked_few_questions(
    asked: dict[str, list[str]], sample: str
) -> None:
    assert len(asked[sample]) <= MOST[sample]


@pytest.mark.parametrize("sample", sorted(MOST))
def test_an_exporter_of_us_chips_is_asked_nothing_about_things_made_abroad(
    asked: dict[str, list[str]], sample: str
) -> None:
    assert not FOREIGN & set(asked[sample])


@pytest.mark.parametrize("sample", ["a", "c"])
def test_one_sign_noticed_does_not_end_the_search_for_others(
    asked: dict[str, list[str]], sample: str
) -> None:
    signs = {"flags_customer", "flags_delivery", "flags_ownership", "flags_chips"}
    assert signs | {"flags_data_centre", "flag_listed_owner"} <= set(asked[sample])


def test_of_what_the_rules_do_not_reach_only_what_binds_anyhow_is_asked(
    law: Questionnaire,
) -> None:
    sample = next(each for each in samples() if each.id == "b")
    abroad = replace(sample, answers={**sample.answers, **OUT_OF_REACH})
    jurisdiction = {name for name, each in law.questions.items() if each.section == "jurisdiction"}
    found = set(ids(law, gone_through(law, abroad))) - jurisdiction
    assert found == {"us_person_support", "informed_at_all", "other_entry", "boycott"}
