"""Catalogues as people have them: marks, delimiters, gaps, wrong cells, broken bytes."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from app.operations.catalogue import CatalogueError, classify, text_of

if TYPE_CHECKING:
    from app.assessment.catalogue import Catalogue

ADDED = [
    "us_eccn", "us_status", "us_confidence", "us_because", "us_missing",
    "eu_entry", "eu_status", "eu_confidence", "eu_because", "eu_missing",
    "computed_tpp", "computed_performance_density",
]  # fmt: skip


class Read:
    """What became of a file: rows, complaints, and whether all was good."""

    def __init__(self, catalogue: Catalogue, data: bytes | str) -> None:
        self.complaints: list[str] = []
        text = text_of(data) if isinstance(data, bytes) else data
        out = io.StringIO()
        self.good = classify(catalogue, text, out, self.complaints.append)
        self.written = out.getvalue()
        delimiter = ";" if ";" in self.written.partition("\n")[0] else ","
        self.rows = list(csv.DictReader(io.StringIO(self.written), delimiter=delimiter))


def test_columns_come_in_any_order_and_others_go_through_untouched(catalogue: Catalogue) -> None:
    found = Read(catalogue, 'note,fp8,Price €,kind\n" a, ""b"" ",600,007,integrated circuit\n')
    assert found.good
    assert list(found.rows[0]) == ["note", "fp8", "Price €", "kind", *ADDED]
    assert found.rows[0]["note"] == ' a, "b" '
    assert found.rows[0]["Price €"] == "007"
    assert found.rows[0]["us_eccn"] == "3A090.a.1"


def test_names_of_columns_are_read_in_any_case_and_printed_as_given(catalogue: Catalogue) -> None:
    found = Read(catalogue, " Kind ,FP8\nIntegrated  Circuit,600\n")
    assert found.rows[0]["us_eccn"] == "3A090.a.1"
    assert list(found.rows[0])[:2] == [" Kind ", "FP8"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marks_of_encoding_are_read(catalogue: Catalogue, encoding: str) -> None:
    data = "item,kind,fp8\nÄ1,integrated circuit,600\n".encode(encoding)
    found = Read(catalogue, data)
    assert (found.good, found.rows[0]["item"]) == (True, "Ä1")


def test_semicolons_come_with_decimal_commas(catalogue: Catalogue) -> None:
    found = Read(catalogue, "kind;fp8;die_area_mm2\nintegrated circuit;660,8;608,5\n")
    assert found.rows[0]["computed_tpp"] == "5286.4"
    assert Read(catalogue, 'kind,fp8\nintegrated circuit,"660,8"\n').good is False


def test_windows_lines_empty_lines_and_quotes_are_read(catalogue: Catalogue) -> None:
    found = Read(catalogue, '\r\nitem,kind,fp8\r\n\r\n"two\nlines",integrated circuit,600\r\n\r\n')
    assert found.good
    assert [row["item"] for row in found.rows] == ["two\nlines"]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("fp8", "fast"),
        ("fp8", "nan"),
        ("fp8", "inf"),
        ("fp8", "-1"),
        ("fp8", "1_000"),
        ("fp8", "1e999"),
        ("fp8", "600 TFLOPS"),
        ("tpp", "none"),
        ("die_area_mm2", "0"),
        ("die_area_mm2", "about 800"),
        ("ics", "0"),
        ("ics", "0.5"),
        ("non_planar", "FinFET"),
        ("datacenter", "1"),
        ("kind", "gpu"),
        ("cryptography", "AES"),
        ("training_operations", "many"),
    ],
)
def test_a_wrong_cell_names_row_and_column_and_stops_no_other(
    catalogue: Catalogue, column: str, cell: str
) -> None:
    head = ["item", "kind", "fp8", "tpp", "die_area_mm2", "ics", "non_planar", "datacenter"]
    head += ["cryptography", "training_operations"]
    good = {"item": "good", "kind": "integrated circuit", "fp8": "600"}
    out = io.StringIO()
    writer = csv.DictWriter(out, head)
    writer.writeheader()
    writer.writerows([good, {**good, "item": "bad", column: cell}, good])
    found = Read(catalogue, out.getvalue())
    assert not found.good
    assert len(found.complaints) == 1
    assert found.complaints[0].startswith(f"row 3, column {column}: ")
    assert [row["us_eccn"] for row in found.rows] == ["3A090.a.1", "", "3A090.a.1"]
    assert found.rows[1]["us_status"] == "unreadable"
    assert found.rows[1][column] == cell


def test_a_row_that_is_too_long_is_told_and_one_too_short_is_read(catalogue: Catalogue) -> None:
    found = Read(catalogue, "kind,fp8,note\nintegrated circuit,600\nhbm,1,2,3\n")
    assert found.complaints == ["row 3: has 4 cells where the head has 3"]
    assert found.rows[0]["us_eccn"] == "3A090.a.1"


def test_a_quote_that_is_never_closed_is_told(catalogue: Catalogue) -> None:
    found = Read(catalogue, 'kind,fp8,note\nintegrated circuit,600,a\nhbm,,"open\n\nhbm,,b\n')
    assert not found.good
    assert found.complaints[0].startswith("row 3: not readable as CSV")
    assert found.rows[0]["us_eccn"] == "3A090.a.1"


def test_bytes_that_are_no_text_go_through_where_nobody_reads_them(catalogue: Catalogue) -> None:
    data = b"note,kind,fp8\n\xff\xfe ok,integrated circuit,600\nx,integrated circuit,6\xff\n"
    found = Read(catalogue, data)
    assert found.complaints == ["row 3, column fp8: is not UTF-8"]
    assert found.written.encode("utf-8", "surrogateescape").startswith(b"note,kind,fp8,us_eccn")
    assert b"\xff\xfe ok" in found.written.encode("utf-8", "surrogateescape")


def test_a_cell_of_a_million_letters_is_told_in_one_short_line(catalogue: Catalogue) -> None:
    found = Read(catalogue, f"kind,fp8,note\nhbm,{'9' * 10**6}x,y\nhbm,,{'z' * 10**6}\n")
    assert len(found.complaints) == 1
    assert len(found.complaints[0]) < 200
    assert len(found.rows[1]["note"]) == 10**6


def test_results_of_an_earlier_run_are_replaced(catalogue: Catalogue) -> None:
    once = Read(catalogue, "kind,fp8\nintegrated circuit,600\n").written
    assert Read(catalogue, once).written == once


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "none of its columns is known"),
        ("\n\n", "none of its columns is known"),
        ("a,b\n1,2\n", "none of its columns is known; known are item, kind"),
        ("kind,fp8,FP8\nhbm,1,2\n", "the column fp8 stands there twice"),
    ],
)
def test_a_file_that_is_no_catalogue_is_told(catalogue: Catalogue, text: str, message: str) -> None:
    with pytest.raises(CatalogueError, match=message):
        Read(catalogue, text)


def test_a_catalogue_without_rows_keeps_its_head(catalogue: Catalogue) -> None:
    assert Read(catalogue, "kind,fp8\n").written == ",".join(["kind", "fp8", *ADDED]) + "\n"
