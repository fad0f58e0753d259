"""Two regimes over one set of facts, as shipped: each asks only whom it concerns."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import pytest

from app.assessment.assessment import assess
from app.assessment.determination import determination, determinations
from app.assessment.interview import asked
from tests.shipped import shipped

if TYPE_CHECKING:
    from app.assessment.answers import Answer
    from app.questionnaire.definition import Questionnaire

TODAY = dt.date(2026, 9, 24)
UNION = "European Union"
DELIVERY: dict[str, Answer] = {
    "items": ("i1",), "items.complete": True, "destinations": ("d1",),
    "destinations.complete": True, "parties": ("p1",), "parties.complete": True,
    "people": (), "people.complete": True, "items.i1.kind": "electronic_assembly",
    "items.i1.has_processor": True, "destinations.d1.country": "CN",
    "parties.p1.party_destinations": ("d1",),
}  # fmt: skip
REACH = {"munitions", "other_agency", "in_united_states", "us_origin", "us_content_way",
         "no_de_minimis", "direct_product", "onward_use"}  # fmt: skip


@cache
def law() -> Questionnaire:
    return shipped()


def asked_of(**answers: Answer) -> set[str]:
    return {each.question.id for each in asked(assess(law(), {**DELIVERY, **answers}, TODAY))}


def concluded(**answers: Answer) -> set[str]:
    state = assess(law(), {**DELIVERY, **answers}, TODAY)
    return {found.id for each in state.evaluations for found in determinations(each)}


def of_the_union(ids: set[str]) -> set[str]:
    folders = {name for name, folder in law().folders.items() if folder.regime == UNION}
    places = {name: question.folder for name, question in law().questions.items()}
    places |= {name: stated.folder for name, stated in law().determinations.items()}
    return {name for name in ids if places[name] in folders}


def test_an_exporter_in_the_united_states_who_sends_from_there_is_asked_nothing_of_the_union() -> (
    None
):
    answers: dict[str, Answer] = {"exporter_country": "US", "leaves_home": True}
    assert not of_the_union(asked_of(**answers))
    assert not of_the_union(concluded(**answers))


def test_a_warehouse_in_the_union_brings_its_law_in() -> None:
    answers: dict[str, Answer] = {
        "exporter_country": "US",
        "leaves_home": False,
        "destinations.d1.leaves_from": "NL",
    }
    assert {"eu_entry", "eu_authorisation"} <= concluded(**answers)
    assert {"eu_state_answer", "eu_informed"} <= asked_of(**answers)


def test_where_things_leave_from_is_never_read_as_home_before_it_is_said() -> None:
    assert "eu_scope" in concluded(exporter_country="US")
    assert "eu_entry" not in concluded(exporter_country="US")


@pytest.mark.parametrize("country", ["DE", "NL", "FR"])
def test_an_exporter_in_the_union_is_asked_whether_the_ear_reach_the_item(country: str) -> None:
    home: dict[str, Answer] = {"exporter_country": country, "leaves_home": True}
    abroad: dict[str, Answer] = {"items.i1.munitions": False, "items.i1.other_agency": False,
              "items.i1.in_united_states": False, "items.i1.us_origin": False}  # fmt: skip
    assert {"munitions", "other_agency", "in_united_states", "us_origin"} <= asked_of(**home)
    assert asked_of(**home, **abroad) >= REACH


FIGURES: dict[str, Answer] = {
    "items.i1.figures_dense": "dense", "items.i1.figures_of": "package",
    "items.i1.no_other_precision": True, "items.i1.other_units": False, "leaves_home": True,
}  # fmt: skip


def test_vector_units_are_asked_once_and_only_where_a_regime_could_add_them() -> None:
    below_both, between, above_both = (
        {"items.i1.throughput": {"fp8": fp8}} for fp8 in (599.0, 749.0, 751.0)
    )
    for country in ("US", "DE"):
        assert "vector_units" in asked_of(exporter_country=country, **FIGURES, **below_both)
        assert "vector_units" not in asked_of(exporter_country=country, **FIGURES, **above_both)
    assert "vector_units" in asked_of(exporter_country="DE", **FIGURES, **between)
    assert "vector_units" not in asked_of(exporter_country="US", **FIGURES, **between)


def test_facts_that_both_regimes_read_stand_with_the_item_or_the_transaction() -> None:
    shared = {"vector_units", "cryptography", "published_cryptography", "special_functions",
              "enables", "published", "app_stated", "use_military"}  # fmt: skip
    assert {law().questions[name].folder for name in shared} == {"item", "assessment"}


def test_before_the_edition_of_the_union_begins_only_the_other_concludes() -> None:
    answers: dict[str, Answer] = {**DELIVERY, "exporter_country": "DE", "leaves_home": True}
    day = dt.date(2025, 11, 14)
    found = {each.id for each in determinations(assess(law(), answers, day).evaluations[0])}
    assert "eccn" in found
    assert not of_the_union(found)


def test_every_conclusion_on_the_union_says_that_a_later_version_is_not_confirmed() -> None:
    stated = [d for d in law().determinations.values() if d.id in of_the_union({d.id})]
    bare = {
        f"{each.id} {outcome.value}"
        for each in stated
        for outcome in each.outcomes
        if "not confirmed" not in outcome.because
    }
    assert bare <= {"eu_scope not_reached"}


def test_the_same_card_is_listed_by_one_regime_and_not_by_the_other() -> None:
    facts: dict[str, Answer] = {
        "exporter_country": "US", "leaves_home": False, "destinations.d1.leaves_from": "NL",
        "items.i1.figures_dense": "dense", "items.i1.figures_of": "package",
        "items.i1.no_other_precision": True, "items.i1.other_units": False,
        "items.i1.throughput": {"fp8": 660.8}, "items.i1.us_origin": True,
    }  # fmt: skip
    now = assess(law(), {**DELIVERY, **facts}, TODAY).evaluations[0]
    assert determination(now, "circuit_eccn", ("i1",)).value == "3A090.a.1"
    assert now.value("eu_listed_circuit", ("i1",), "text") is False
