"""The register of the Control List and the chart: nothing lost, nothing read as free from prose."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from app.operations.licensing import Licensing
from app.questionnaire.loader import load
from app.questionnaire.source import QuestionnaireError
from tests.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from app.questionnaire.definition import Entry, Questionnaire

CHART = {
    "CB1": 196, "CB2": 154, "CB3": 33, "NP1": 151, "NP2": 9, "NS1": 193, "NS2": 156, "MT1": 193,
    "RS1": 193, "RS2": 156, "FC1": 33, "CC1": 158, "CC2": 22, "CC3": 141, "AT1": 0, "AT2": 0,
}  # fmt: skip
FOOTNOTES = ("F10", "R2I")
WORLDWIDE = [
    "2B910", "2D910", "2E903", "2E910", "3A901", "3A904", "3B903", "3B904", "3C907", "3C908",
    "3C909", "3D901", "3D907", "3E901", "3E905", "4A906", "4D906", "4E906",
]  # fmt: skip
MISSING_IN_THE_FIRST_COPY = ("0D614", "2B352", "3D006", "3E001", "3E002")
NAMES_A_REASON_WITHOUT_A_ROW = ("1C350", "1C351", "3A232", "6A992")
COLUMN = re.compile(r"(NS|RS|MT|NP|CB|CC|FC|AT) Column ([123])\.?")


def columns_of(entry: Entry) -> set[str]:
    scoped = [name for names, _ in (*entry.some, *entry.paragraphs) for name in names]
    return {*entry.all, *scoped}


def has_no_row(entry: Entry) -> bool:
    return bool(entry.open) and not columns_of(entry)


def speaks_in_prose(entry: Entry) -> bool:
    return bool(columns_of(entry) - CHART.keys() - set(FOOTNOTES))


def test_every_entry_of_the_list_is_there(law: Questionnaire) -> None:
    by_category = Counter(number[0] for number in law.entries)
    assert by_category == {
        "0": 62, "1": 136, "2": 89, "3": 78, "4": 24, "5": 25, "6": 60, "7": 46, "8": 21, "9": 96,
    }  # fmt: skip
    assert len(law.entries) == 637


def test_seventy_entries_have_no_row_of_their_own(law: Questionnaire) -> None:
    assert sum(map(has_no_row, law.entries.values())) == 70


def test_the_entries_that_speak_in_prose_are_counted(law: Questionnaire) -> None:
    in_prose = {number for number, entry in law.entries.items() if speaks_in_prose(entry)}
    in_both_copies = in_prose - set(MISSING_IN_THE_FIRST_COPY)
    # 4A001 says "N/A" in a row of its own, which stands under "open" here.
    assert len(in_both_copies) == 178
    assert law.entries["4A001"].open.startswith("NP")


def test_an_entry_that_names_a_reason_without_a_row_keeps_it_open(law: Questionnaire) -> None:
    assert all(law.entries[number].open for number in NAMES_A_REASON_WITHOUT_A_ROW)


def test_eighteen_entries_are_controlled_as_a_whole_and_worldwide(law: Questionnaire) -> None:
    found = [n for n, entry in law.entries.items() if {"WNS", "WRS"} <= set(entry.all)]
    assert sorted(found) == WORLDWIDE


def test_the_chart_has_its_sixteen_columns_and_two_hundred_rows(licensing: Licensing) -> None:
    rows = set(licensing.table.destinations())
    assert len(rows) == 200
    marks = {name: licensing.table.columns[name][0].places & rows for name in CHART}
    assert {name: len(places) for name, places in marks.items()} == CHART


def test_hong_kong_is_marked_wherever_china_is(licensing: Licensing) -> None:
    for limbs in licensing.table.columns.values():
        for limb in limbs:
            assert ("HK" in limb.places) == ("CN" in limb.places)


def test_the_chart_agrees_with_the_published_table(licensing: Licensing, shared: Path) -> None:
    with (shared / "reference" / "country_chart.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {row["country_display"] for row in rows} == {
        licensing.places.names[code] for code in licensing.table.destinations()
    }
    for row in rows:
        for name in CHART:
            marked = row["iso2"] in licensing.table.columns[name][0].places
            assert marked == (row[name] == "X"), (row["iso2"], name)


def test_the_published_names_are_all_destinations(licensing: Licensing, shared: Path) -> None:
    with (shared / "reference" / "country_chart.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for name in ("iso2", "country_ear_name", "country_display"):
                assert licensing.places.find(row[name]).code == row["iso2"]


def test_every_column_of_a_whole_entry_carries_over(law: Questionnaire, shared: Path) -> None:
    stored = json.loads((shared / "reference" / "ccl.json").read_text(encoding="utf-8"))
    whole = re.compile(r"\w+ applies to (the )?entire entry\.?")
    for each in stored["entries"]:
        entry = law.entries[each["eccn"]]
        for row in each["countryChart"]:
            column = COLUMN.fullmatch(row["countryChart"].strip())
            if column and entry.id != "0D606":  # where the second copy says "except .y"
                name = "".join(column.groups())
                assert name in columns_of(entry), (entry.id, name)
                if whole.fullmatch(row["control"].strip()):
                    assert name in entry.all, (entry.id, name)


def test_a_part_of_an_entry_is_never_read_as_the_whole(law: Questionnaire, shared: Path) -> None:
    stored = json.loads((shared / "reference" / "ccl.json").read_text(encoding="utf-8"))
    for each in stored["entries"]:
        entry = law.entries[each["eccn"]]
        stated = {
            "".join(column.groups())
            for row in each["countryChart"]
            if (column := COLUMN.match(row["countryChart"].strip()))
            and "entire entry" in row["control"]
            and "except" not in row["control"]
        }
        fused = {"1A231": {"AT1"}, "1C350": {"CB2"}, "1C351": {"AT1"}}.get(entry.id, set())
        assert set(entry.all) & CHART.keys() <= stated | fused, entry.id


def test_a_list_can_be_added_as_a_folder_of_data() -> None:
    law = load(
        {
            "made/about.yaml": "about: {title: Made, regime: Made, "
            "edition: {id: made-1, covers_from: 2020-01-01, read_on: 2026-01-01}}\n"
            "countries: {AA: {name: Aland}, BB: {name: Beland}}\n",
            "made/list.register.yaml": "sets: {near: {title: near, plus: [AA]}, "
            "every: {title: every, plus: [AA, BB]}}\n"
            "columns: {N: {title: near, in: near}}\n"
            "entries: {9Q: {all: N}, 9R: {some: {N: the small ones}}}\n"
            "charts: {c: {title: the chart, destinations: every, not_required: free}}\n",
        },
        with_registers=True,
    )
    asked = Licensing(law, dt.date(2025, 1, 1))
    rows = list(csv.reader(asked.matrix(asked.codes())))
    assert rows[0] == ["eccn", "destination", "requirement", "because"]
    found = [tuple(row[:3]) for row in rows[1:]]
    assert found == [
        ("9Q", "Aland", "required"),
        ("9Q", "Beland", "not required"),
        ("9R", "Aland", "conditional"),
        ("9R", "Beland", "not required"),
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("entries: {1A: {all: X1}}", "column 'X1' is not known"),
        ("entries: {1A: {partly: yes}}", "the entry 1A says nothing"),
        ("columns: {N: {title: n}}", "needs 'in' or 'parts', and not both"),
        ("columns: {N: {title: n, in: nearby}}", "set 'nearby' is not known"),
        ("columns: {N: {title: n, in: everywhere, rule: r}}", "rule 'r' is not known"),
        ("charts: {c: {title: c, destinations: d, not_required: n}}", "set 'd' is not known"),
        ("catalogue: {a: {answers: b.c}}", "question 'b' is not known"),
        ("catalogue: {a: {states: {f: [1]}}}", "expected two numbers"),
        ("catalogue_results: {u: {value: v, determination: d}}", "determination 'd' is not known"),
    ],
)
def test_what_is_wrong_in_a_register_is_told_with_its_place(text: str, complaint: str) -> None:
    texts = {"made/about.yaml": "about: {title: Made}\n", "made/a.register.yaml": text + "\n"}
    with pytest.raises(QuestionnaireError) as caught:
        load(texts, with_registers=True)
    assert any(complaint in p.message and p.where.line == 1 for p in caught.value.problems)
    assert load(texts).entries == {}


def test_registers_are_not_read_where_nobody_asks() -> None:
    law = shipped()
    assert not law.entries
    assert not law.columns
