"""A regime is a folder of data: a third one, made up, is read, asked, concluded and printed.

Nothing of it is known to the program: its country, list, office and number of years are made up.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from app.assessment.assessment import assess
from app.assessment.cases import failures
from app.assessment.catalogue import Catalogue
from app.assessment.determination import determinations
from app.assessment.interview import asked
from app.assessment.used import folders_used
from app.data import data_root
from app.operations.samples import samples
from app.questionnaire.loader import load, texts_below
from app.report.documents import job_for
from app.report.jobs import Paper
from app.report.renderer import Renderer
from app.report.subject import Subject
from tests.house.tree import ROOT, modules

if TYPE_CHECKING:
    from app.assessment.answers import Answer
    from app.assessment.assessment import Assessment
    from app.questionnaire.definition import Questionnaire

FOLDER = ROOT / "tests" / "house" / "ruritania"
HOME = "X-RURITANIA"
REGIME = "Ruritania"
TODAY = dt.date(2026, 11, 25)
MOMENT = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)


@cache
def three(*, everything: bool = False) -> Questionnaire:
    shipped = texts_below(data_root() / "questionnaires")
    added = {f"ruritania/{path.name}": path.read_text("utf-8") for path in FOLDER.iterdir()}
    return load({**shipped, **added}, with_cases=everything, with_registers=everything)


def servers(country: str) -> Assessment:
    """The servers of the first sample, sent from a country."""
    answers: dict[str, Answer] = dict(samples()[0].answers)
    answers |= {"exporter_country": country, "leaves_home": True}
    answers |= {"items.i1.destinations.d1.rur_seal": False, "items.i1.us_origin": True}
    return assess(three(), answers, TODAY)


def of_the_third(names: set[str]) -> set[str]:
    return {name for name in names if name.startswith("rur_")}


def test_its_worked_cases_hold_beside_the_shipped_law() -> None:
    law = three(everything=True)
    mine = [case for case in law.cases if "rur_entry" in str(case.expect)]
    assert mine
    assert not [failure for case in mine for failure in failures(law, case)]


def test_who_sends_from_there_is_asked_and_concluded_about() -> None:
    there = servers(HOME)
    found = {each.id: each.value for each in determinations(there.today)}
    assert found["rur_entry"] == "seven"
    assert found["rur_permit"] == "required"
    assert found["jurisdiction"] == "subject"
    assert "rur_seal" in {each.question.id for each in asked(there)}


@pytest.mark.parametrize("country", ["US", "DE"])
def test_who_sends_from_elsewhere_hears_nothing_of_it(country: str) -> None:
    elsewhere = servers(country)
    unanswered = {each.question.id for each in asked(elsewhere) if not each.given}
    assert not of_the_third({each.id for each in determinations(elsewhere.today)})
    assert not of_the_third(unanswered)
    assert REGIME not in {folder.regime for folder in folders_used(elsewhere)}


def test_its_law_changes_on_its_own_days() -> None:
    days = {each.day for each in servers(HOME).evaluations}
    assert days
    law = three()
    limits = [dict(law.parameters["rur_limit"].values)[day] for day in
              (dt.date(2020, 1, 1), dt.date(2027, 1, 1))]  # fmt: skip
    assert limits == [700.0, 900.0]


def test_a_catalogue_has_its_columns_and_says_that_it_is_not_modelled() -> None:
    catalogue = Catalogue(three(everything=True), TODAY)
    found = catalogue.concluded({"kind": "integrated_circuit", "fp8": 800.0})
    assert found["rur_status"] == "not modelled in this edition"
    assert found["rur_entry_number"] == found["rur_because"] == ""
    assert found["us_eccn"]
    assert found["eu_entry"]


def test_the_memo_prints_it_beside_the_others_with_its_authority() -> None:
    subject = Subject(servers(HOME), "Servers from Strelsau", MOMENT, "P. Sample", "Clearway")
    with Renderer(workers=1) as renderer:
        made = renderer.render(job_for("memo", subject, b"{}", Paper.A4)).pdf
    file = pypdfium2.PdfDocument(made)
    said = " ".join("".join(p.get_textpage().get_text_bounded() for p in file).split())
    file.close()
    for words in (
        "Ruritania (the Crown Chancery)",
        "A permit of the Crown is required",
        "Licences side by side",
        "The Ordinance is made up for a test",
        "List number 7",
    ):
        assert words in said


def test_the_program_names_nothing_of_it() -> None:
    assert not [module.name for module in modules() if "ruritania" in module.text.casefold()]
