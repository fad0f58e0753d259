"""Tables, references and contents refuse what could not be printed rightly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.report.blocks import Paragraph
from app.report.cells import Confidence, Cut, Finding, Foreign, Status, Strong, Text, Verdict
from app.report.numbering import LETTERS, Numbers, Ref, contents
from app.report.tables import LONGEST_IN_CELL, Column, Row, Table, cell, pairs, pieces, row, table

TWO = (Column("a", 40), Column("b", 60))
LONG = "word " * 200


def test_columns_that_do_not_fill_the_table_are_refused() -> None:
    with pytest.raises(ValueError, match="do not make 100 per cent"):
        Table("T", (Column("a", 40), Column("b", 50)), ())


def test_a_row_of_another_number_of_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="3 cells for 2 columns"):
        table("T", TWO, [row("1", "2", "3")])


@pytest.mark.parametrize(
    "given_cell",
    [
        Text(LONG),
        Finding(Verdict.NOT_KNOWN, LONG),
        Strong("Result", LONG),
        Status(Confidence.FIRM, LONG),
    ],
)
def test_a_long_text_leaves_its_cell_and_is_lost_nowhere(given_cell: Text) -> None:
    made = table("T", TWO, [row("head", given_cell)])
    (kept,) = made.rows
    assert isinstance(kept, Row)
    assert len(str(kept.cells[1])) < LONGEST_IN_CELL
    (apart,) = made.apart
    assert apart.head == "head"
    assert " ".join(apart.paragraphs).split() == LONG.split()


def test_a_text_of_just_the_limit_stays_in_its_cell() -> None:
    stays, leaves = "x" * LONGEST_IN_CELL, "x" * (LONGEST_IN_CELL + 1)
    assert not table("T", TWO, [row("a", stays)]).apart
    made = table("T", TWO, [row("a", leaves)])
    assert made.apart
    assert isinstance(made.rows[0], Row)
    assert isinstance(made.rows[0].cells[1], Cut)


def test_long_values_leave_pairs_too() -> None:
    assert pairs([("label", LONG)]).apart[0].head == "label"


@given(st.text(alphabet="ab \n", max_size=400), st.integers(10, 60))
def test_pieces_lose_no_letter_and_keep_the_limit(text: str, longest: int) -> None:
    parts = pieces(text, longest)
    assert all(len(part) <= longest for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_paragraph_without_text_still_has_its_number() -> None:
    assert Paragraph("").parts == ("",)


def test_authorities_ask_for_room_in_the_margin() -> None:
    assert Paragraph("x").margin_lines == 0
    assert Paragraph("x", ("15 CFR 742.6",)).margin_lines == 1
    assert Paragraph("x", ("a" * 40, "b" * 40)).margin_lines == 4


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_of_the_registry_makes_a_reference(letter: str) -> None:
    ref = Ref(letter, 7)
    assert str(ref) == f"{letter}-07"
    assert Ref.read(str(ref)) == ref


@pytest.mark.parametrize("wrong", ["", "F7", "f-07", "F-", "Z-01", "F-07 "])
def test_what_is_no_reference_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="reference"):
        Ref.read(wrong)


def test_bare_texts_and_references_become_the_cells_they_mean() -> None:
    assert cell("a") == Text("a")
    assert cell(Ref("F", 1)).text == "F-01"


def test_a_direction_that_html_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="ltr or rtl"):
        Foreign("x", "ar", "up")


def test_numbers_begin_again_where_they_should() -> None:
    n = Numbers()
    n.section()
    assert [n.paragraph(), n.paragraph(), n.part(), n.part()] == ["1.1", "1.2", "A", "B"]
    n.section()
    assert [n.paragraph(), n.part(), n.table(), n.table()] == ["2.1", "A", 1, 2]
    assert [n.annex(), n.paragraph(), n.annex(), n.paragraph()] == ["A", "A.1", "B", "B.1"]
    assert [n.first("F-01"), n.first("F-01")] == [True, False]


def test_contents_agree_with_the_numbers_of_the_sections() -> None:
    n = Numbers()
    lines = contents(("one", "two"), ("annex",))
    assert [line.number for line in lines] == [str(n.section()), str(n.section()), n.annex()]
