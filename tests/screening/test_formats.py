"""Each format is read as it is published; a bad row is told of and takes no other with it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from app.screening.formats.csl import COLUMNS
from app.screening.listed import Kind, NotAList
from app.screening.reading import read_list
from app.screening.sources import code_of, footnote_of
from tests.screening.made import (
    EU_XML,
    REQUIREMENT,
    ROWS,
    SDN_CSV,
    UN_XML,
    csl_csv,
    csl_json,
    eu_csv,
)

if TYPE_CHECKING:
    from pathlib import Path

    from app.screening.listed import ListFile


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list"


def read(file: Path, text: str) -> ListFile:
    file.write_bytes(text.encode())
    return read_list(file)


def test_the_consolidated_list_is_read_from_csv(file: Path) -> None:
    found = read(file, csl_csv())
    assert found.title == "Consolidated Screening List"
    assert found.hash == hashlib.sha256(file.read_bytes()).hexdigest()
    assert [party.source for party in found.parties] == ["EL", "SDN", "SDN", "DPL"]
    first, second, third, _ = found.parties
    assert first.names == (
        "Voskhod Kvantum Institute of Applied Photonics",
        "Kvantum Photonics",
        "VKIAP",
    )
    assert first.countries == ("RU", "CN")
    assert first.addresses == ("12 Made Street, Nowhere, 100000, RU; and 3 Other Lane, CN",)
    assert (first.requirement, first.footnote) == (REQUIREMENT, "4")
    assert (second.key, second.kind, second.programmes) == (
        "SDN:77",
        Kind.PERSON,
        ("MADE-UP", "OTHER"),
    )
    assert (third.kind, third.identifiers) == (Kind.VESSEL, ("IMO, 9990001, PA",))
    assert found.omissions == ()


def test_the_older_file_without_ids_is_read_too(file: Path) -> None:
    found = read(file, csl_csv(columns=COLUMNS[1:]))
    assert [party.name for party in found.parties] == [row["name"] for row in ROWS]


def test_a_mark_of_byte_order_and_windows_ends_of_lines_do_not_matter(file: Path) -> None:
    text = "\ufeff" + csl_csv()
    assert len(read(file, text).parties) == len(ROWS)
    assert len(read(file, text.replace("\r\n", "\n")).parties) == len(ROWS)


def test_the_consolidated_list_is_read_from_json_with_its_date(file: Path) -> None:
    found = read(file, csl_json())
    assert found.dated == "2026-11-20"
    assert [party.name for party in found.parties] == [row["name"] for row in ROWS]
    assert found.parties[1].addresses == ("1 Made Street, AE",)
    assert found.parties[1].identifiers == ("Passport, X1, AE",)
    assert found.parties[3].aliases == ()


@pytest.mark.parametrize("text", [eu_csv(), EU_XML], ids=["csv", "xml"])
def test_the_european_list_is_one_party_for_each_logical_id(file: Path, text: str) -> None:
    found = read(file, text)
    ann, works = found.parties
    assert found.dated == "2026-11-20"
    assert (ann.key, ann.kind) == ("EU:EU.1.1", Kind.PERSON)
    assert ann.names == ("Ann Sample", "Anna Samplova")
    assert ann.countries == ("RU",)
    assert "1 Made Street" in ann.addresses[0]
    assert (ann.programmes, ann.citation) == (("MADE",), "2020/1 (OJ L 1)")
    assert (works.name, works.kind) == ("Made Works", Kind.ENTITY)


def test_the_list_of_the_united_nations_is_read(file: Path) -> None:
    found = read(file, UN_XML)
    ann, works = found.parties
    assert found.dated == "2026-11-21"
    assert (ann.key, ann.names) == ("UN:MDi.001", ("Ann Sample", "Anna Samplova"))
    assert (ann.kind, ann.countries) == (Kind.PERSON, ("Nowhereland",))
    assert (works.name, works.aliases, works.kind) == ("Made Works", ("MW",), Kind.ENTITY)


def test_the_sdn_list_has_no_header_and_ends_with_a_mark(file: Path) -> None:
    found = read(file, SDN_CSV)
    airline, ann = found.parties
    assert (airline.key, airline.name, airline.kind) == ("SDN:36", "MADE AIRLINES", Kind.ENTITY)
    assert (ann.kind, ann.programmes) == (Kind.PERSON, ("SDGT", "MADE"))
    assert ann.aliases == ("SAMPLOVA, Anna",)
    assert found.omissions == ()


def test_a_row_of_another_width_is_left_out_and_told_with_its_line(file: Path) -> None:
    lines = csl_csv().splitlines()
    found = read(file, "\n".join([*lines[:2], "a,b,c", *lines[2:]]))
    assert len(found.parties) == len(ROWS)
    assert [(each.row, each.why) for each in found.omissions] == [(3, "has 3 columns and not 29")]


def test_a_row_without_name_or_source_is_left_out_and_names_the_column(file: Path) -> None:
    found = read(
        file,
        csl_csv(
            (
                *ROWS,
                {"_id": "x", "source": SDN_CSV[:0], "name": "Nobody"},
                {"_id": "y", "source": "A (EL)"},
            )
        ),
    )
    assert [(each.row, each.column) for each in found.omissions] == [(6, "source"), (7, "name")]
    assert len(found.parties) == len(ROWS)


def test_a_quotation_mark_that_is_never_closed_takes_one_row_only(file: Path) -> None:
    lines = csl_csv().splitlines()
    found = read(file, "\n".join([*lines[:2], '"open' + "," * 28, *lines[2:]]))
    assert len(found.parties) == len(ROWS)
    assert [each.row for each in found.omissions] == [3]


def test_a_source_that_nobody_knows_is_kept_and_told(file: Path) -> None:
    found = read(
        file, csl_csv((*ROWS, {"_id": "x", "source": "New List (NEW) - Somebody", "name": "A B"}))
    )
    assert found.unknown_sources == ("New List (NEW) - Somebody",)
    assert found.parties[-1].source == "New List (NEW) - Somebody"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is no list in a format that is read"),
        ("id,name\n1,x\n", "is no list in a format that is read"),
        (csl_csv().replace(",", ";"), "separates its columns by ';'"),
        (csl_csv(columns=COLUMNS[:-3]), "row 1: lacks places_of_birth, source_information_url, ids"),
        (csl_csv(()), "holds no party"),
        (csl_json()[:-9], "is no whole Consolidated Screening List"),
        ('{"results": 7}', "`results` is no list"),
        (EU_XML[:-30], "is no whole XML"),
        (UN_XML[:600], "is no whole XML"),
        ("<other/>", "begins with <other>"),
        ("<export>" + "<a>" * 80, "nests deeper than 50"),
    ],
)  # fmt: skip
def test_what_is_no_whole_list_is_refused_with_the_reason(file: Path, text: str, why: str) -> None:
    with pytest.raises(NotAList) as refused:
        read(file, text)
    assert why in str(refused.value)


def test_a_bomb_of_entities_is_refused_before_it_goes_off(file: Path) -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE export [<!ENTITY l0 "lol">{lol}]><export>&l11;</export>'
    with pytest.raises(NotAList, match="has a document type"):
        read(file, bomb)


def test_an_entity_that_reads_another_file_is_refused(file: Path) -> None:
    with pytest.raises(NotAList, match="has a document type"):
        read(
            file,
            '<!DOCTYPE export [<!ENTITY x SYSTEM "file:///etc/hostname">]><export>&x;</export>',
        )


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department", "MBS"),
        ("Entity List (EL) - Department of Commerce", "EL"),
        ("Capta List (CAP) - Treasury Department", "CAP"),
        ("Entity List", ""),
    ],
)
def test_a_list_is_told_by_its_code_in_brackets(source: str, code: str) -> None:
    assert code_of(source) == code


@pytest.mark.parametrize(
    ("requirement", "footnote"),
    [
        ("(See §§ 734.9(e)(1) and 744.11 of the EAR)", "1"),
        ("(See §§ 734.9(e)(2) and 744.11 of the EAR)", "4"),
        ("(See §§ 734.9(e)(3) and 744.11 of the EAR)", "5"),
        ("(See §§ 734.9(g), 746.8(a)(3) of the EAR)", "3"),
        ("(See §§ 734.9(e) and 744.11 of the EAR)4", "4"),
        ("see §§ 734.9(e)1, and 744.11 of the EAR2", "1"),
        ("(See §§ 734.9(e) and 744.11 of the EAR)", ""),
        ("(See 734.9(e)(1) and 734.9(g))", ""),
        ("For all items subject to the EAR.", ""),
    ],
)
def test_a_footnote_is_inferred_from_the_requirement_or_stays_open(
    requirement: str, footnote: str
) -> None:
    assert footnote_of(requirement) == footnote
