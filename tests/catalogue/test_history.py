"""The same rows on other days: the class that a chip had by the rule of that day."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from app.assessment.catalogue import Catalogue
from app.operations.catalogue import classify

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire

# Published figures, dense: throughputs, die area, and the sum of chip links and host bus.
CHIPS = """\
item,kind,fp8,fp16,int8,fp64,die_area_mm2,non_planar,datacenter,io_bandwidth_gb_s
A100,integrated circuit,none,312,624,19.5,826,yes,yes,664
A800,integrated circuit,none,312,624,19.5,826,yes,yes,464
H100,integrated circuit,1979,989.4,1979,67,814,yes,yes,1028
H800,integrated circuit,1979,989.4,1979,1,814,yes,yes,528
H20,integrated circuit,296,148,296,1,814,yes,yes,1028
L4,integrated circuit,242,121,242,none,294,yes,yes,64
H800 board,electronic assembly,1979,989.4,1979,1,814,yes,yes,528
"""
LAST_OF_2022_RULE, FIRST_OF_2023_RULE = dt.date(2023, 11, 16), dt.date(2023, 11, 17)


def rows_on(law: Questionnaire, day: dt.date, text: str = CHIPS) -> dict[str, dict[str, str]]:
    """What is concluded about each row, by the name of the item."""
    out, said = io.StringIO(), list[str]()
    assert classify(Catalogue(law, day), text, out, said.append), said
    return {row["item"]: row for row in csv.DictReader(io.StringIO(out.getvalue()))}


@pytest.mark.parametrize(
    ("day", "classes"),
    [
        (dt.date(2022, 12, 1), ["3A090.a", "3A991.p", "3A090.a", "3A991.p", "3A991.p", "3A991.p"]),
        (LAST_OF_2022_RULE, ["3A090.a", "3A991.p", "3A090.a", "3A991.p", "3A991.p", "3A991.p"]),
        *(
            (
                day,
                ["3A090.a.1", "3A090.a.1", "3A090.a.1", "3A090.a.1", "3A991.p", "3A090.a.2"],
            )
            for day in (
                FIRST_OF_2023_RULE,
                dt.date(2024, 6, 1),
                dt.date(2025, 6, 1),
                dt.date(2026, 9, 24),
            )
        ),
    ],
)
def test_each_chip_has_the_class_of_the_day(
    law: Questionnaire, day: dt.date, classes: list[str]
) -> None:
    rows = rows_on(law, day)
    found = [rows[name]["us_eccn"] for name in ("A100", "A800", "H100", "H800", "H20", "L4")]
    assert found == classes
    assert {row["us_status"] for row in rows.values()} == {"determined"}


def test_a_board_with_the_h800_changes_its_class_with_the_chip(law: Questionnaire) -> None:
    assert rows_on(law, LAST_OF_2022_RULE)["H800 board"]["us_eccn"] == "4A994.l"
    assert rows_on(law, FIRST_OF_2023_RULE)["H800 board"]["us_eccn"] == "4A090.a"


def test_in_2022_the_links_are_what_is_missing_and_later_they_are_not(law: Questionnaire) -> None:
    text = "item,kind,fp8\nX,integrated circuit,1979\n"
    before = rows_on(law, LAST_OF_2022_RULE, text)["X"]
    assert before["us_status"] == "undetermined"
    assert before["us_missing"] == "io_bandwidth_gb_s"
    assert rows_on(law, FIRST_OF_2023_RULE, text)["X"]["us_eccn"] == "3A090.a.1"


@pytest.mark.parametrize(("links", "found"), [("600", "3A090.a"), ("599.9", "3A991.p")])
def test_the_limit_of_the_links_counts_from_itself(
    law: Questionnaire, links: str, found: str
) -> None:
    text = f"item,kind,fp8,io_bandwidth_gb_s\nX,integrated circuit,600,{links}\n"
    assert rows_on(law, LAST_OF_2022_RULE, text)["X"]["us_eccn"] == found


def test_what_is_covered_is_said_for_days_before_everything_is(law: Questionnaire) -> None:
    before = rows_on(law, LAST_OF_2022_RULE)["A100"]["us_because"]
    assert "technical notes of that rule were not read" in before
    assert (
        "by the rule of 17 November 2023" in rows_on(law, dt.date(2024, 6, 1))["A100"]["us_because"]
    )
    assert "modelled is concluded" not in rows_on(law, dt.date(2026, 9, 24))["A100"]["us_because"]


def test_an_exception_that_did_not_exist_is_not_remarked_upon(law: Questionnaire) -> None:
    text = "item,kind,fp8,item_datacenter\nX,integrated circuit,1979,yes\n"
    assert "NAC" not in rows_on(law, FIRST_OF_2023_RULE, text)["X"]["us_because"]
    assert "NAC" in rows_on(law, dt.date(2026, 9, 24), text)["X"]["us_because"]
