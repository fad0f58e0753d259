"""What comes damaged, from another year or with ill intent is refused, or its omissions are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.screening.listed import NotAList
from app.screening.reading import read_list
from app.screening.sources import FOOTNOTES, NOT_HELD, SOURCES, footnote_words
from tests.screening.made import (
    EU_XML,
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


def read(folder: Path, text: str) -> ListFile:
    path = folder / "list"
    path.write_text(text, encoding="utf-8", newline="")
    return read_list(path)


def refused(folder: Path, text: str) -> str:
    with pytest.raises(NotAList) as found:
        read(folder, text)
    return str(found.value)


@pytest.mark.parametrize(
    "text",
    [
        eu_csv().replace(";", ","),
        eu_csv().replace(";", "\t"),
        csl_csv().replace(",", "\t"),
        SDN_CSV.replace(",", ";"),
        SDN_CSV.replace(",", "\t"),
    ],
    ids=["eu with commas", "eu with tabs", "csl with tabs", "sdn with semicolons", "sdn with tabs"],
)
def test_another_separator_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        eu_csv().replace("NameAlias_WholeName", "Naal_wholename"),
        eu_csv().replace("Entity_LogicalId", "Entity_logical_id"),
        csl_csv().replace("source,", "list,", 1),
        csl_json().replace('"results"', '"entries"'),
        EU_XML.replace("<export ", "<wholeList ").replace("</export>", "</wholeList>"),
        UN_XML.replace("CONSOLIDATED_LIST", "LIST"),
    ],
    ids=["eu csv", "eu csv key", "csl csv", "csl json", "eu xml", "un xml"],
)
def test_a_list_as_another_year_had_it_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text)


@pytest.mark.parametrize("share", [0.35, 0.6, 0.9])
@pytest.mark.parametrize("text", [EU_XML, UN_XML, csl_json()], ids=["eu xml", "un xml", "csl json"])
def test_a_file_that_ends_too_soon_is_refused_wherever_it_ends(
    tmp_path: Path, text: str, share: float
) -> None:
    assert "is no whole" in refused(tmp_path, text[: int(len(text) * share)])


@pytest.mark.parametrize("text", [csl_csv(), eu_csv()], ids=["csl csv", "eu csv"])
def test_a_row_that_is_cut_is_told_and_not_read(tmp_path: Path, text: str) -> None:
    whole = read(tmp_path, text)
    cut = read(tmp_path, text.rstrip()[:-40])
    assert len(cut.omissions) == 1
    assert cut.omissions[0].row == len(text.rstrip().splitlines())
    assert len(cut.parties) in (len(whole.parties) - 1, len(whole.parties))


def test_rows_of_the_sdn_list_that_are_cut_are_told(tmp_path: Path) -> None:
    cut = read(tmp_path, SDN_CSV[:150])
    assert [party.key for party in cut.parties] == ["SDN:36"]
    assert [each.row for each in cut.omissions] == [2]


def bomb(root: str) -> str:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE {root} [<!ENTITY l0 "lol">{levels}]><{root}>&l11;</{root}>'


@pytest.mark.parametrize("root", ["export", "CONSOLIDATED_LIST"])
@pytest.mark.parametrize(
    "begin",
    ["{bomb}", '<?xml version="1.0"?>\n{bomb}', "<!-- made -->{bomb}", "\ufeff{bomb}"],
    ids=["at once", "after a declaration", "after a comment", "after a byte order mark"],
)
def test_a_bomb_is_refused_in_every_xml_list(tmp_path: Path, root: str, begin: str) -> None:
    assert "document type" in refused(tmp_path, begin.format(bomb=bomb(root)))


@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE export SYSTEM "https://example.invalid/x.dtd">',
        '<!DOCTYPE export [<!ENTITY % p SYSTEM "file:///etc/hostname">%p;]>',
        "<!DOCTYPE export>",
    ],
    ids=["from elsewhere", "by parameter", "empty"],
)
def test_no_document_type_is_let_in(tmp_path: Path, dtd: str) -> None:
    assert "document type" in refused(tmp_path, dtd + EU_XML.partition("?>")[2])


def test_an_entity_that_nobody_declared_is_no_whole_xml(tmp_path: Path) -> None:
    assert refused(tmp_path, EU_XML.replace("Ann Sample", "&who;"))


def test_a_name_of_ten_thousand_letters_is_read(tmp_path: Path) -> None:
    found = read(
        tmp_path, csl_csv((*ROWS, {"_id": "x", "source": ROWS[0]["source"], "name": "a" * 10_000}))
    )
    assert len(found.parties) == len(ROWS) + 1


@pytest.mark.parametrize("footnote", FOOTNOTES)
def test_a_footnote_says_that_it_is_inferred_from_what_and_what_it_does(footnote: str) -> None:
    words = footnote_words(footnote)
    assert f"{footnote}, inferred from {FOOTNOTES[footnote].paragraph}" in words
    assert FOOTNOTES[footnote].effect in words


@pytest.mark.parametrize("footnote", ["", "2", "9"])
def test_a_footnote_that_is_not_known_stays_not_known(footnote: str) -> None:
    assert footnote_words(footnote).startswith("Not known")


def test_every_list_says_what_standing_on_it_means_and_what_no_list_holds_is_said() -> None:
    assert all(source.effect.endswith(".") and source.agency for source in SOURCES.values())
    assert {"EL", "DPL", "UVL", "MEU", "SDN", "EU", "UN"} <= SOURCES.keys()
    assert any("affiliates" in each.title for each in NOT_HELD)
