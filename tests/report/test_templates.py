"""Templates draw typed values; what is wrong in one is told with its name and line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from app.report.blocks import (
    Bullets,
    Document,
    Figure,
    Gap,
    Heading,
    Law,
    Paragraph,
    Section,
    Standing,
    signatures,
)
from app.report.cells import Digest, Finding, Foreign, Link, Verdict, not_known
from app.report.errors import TemplateError
from app.report.numbering import Ref
from app.report.pictures.svg import picture
from app.report.tables import Column, GroupRow, pairs, row, table, total
from app.report.templates import stylesheets, targets, to_html
from tests.report.specimen.content import FOLDER, front, job_with

if TYPE_CHECKING:
    from pathlib import Path

    from app.report.blocks import Block

TWO = (Column("No.", 20), Column("What", 80, "r"))


def html_of(*blocks: Block) -> str:
    return to_html(job_with(*blocks))[0]


def flat(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("verdict", Verdict)
def test_a_finding_is_a_shape_and_a_word(verdict: Verdict) -> None:
    html = html_of(table("T", TWO, [row("a", Finding(verdict, "a note"))]))
    sign = verdict.sign
    assert f'<span class="f {sign.look}"><i>{sign.shape}</i>{sign.word}</span><br>a note' in html


def test_a_truth_that_is_not_known_is_not_drawn_as_no() -> None:
    assert Verdict.of(None) is Verdict.NOT_KNOWN
    assert (Verdict.of(True), Verdict.of(False)) == (Verdict.MET, Verdict.NOT_MET)
    assert not_known("Asked.").text == "Not known. Asked."


def test_a_reference_heads_one_row_and_is_a_link_elsewhere() -> None:
    rows = [row(Ref("F", 1), "See F-01, F-02 and XF-01"), row(Ref("F", 1), "again")]
    html = html_of(table("Facts", TWO, rows), Paragraph("By F-01 and ECI-F-01-2."))
    assert html.count('id="F-01"') == 1
    assert html.count('<a href="#F-01"> F-01</a>') == 2
    assert 'href="#F-02"' not in html
    assert "XF-01" in html


def test_a_link_holds_nothing_but_text() -> None:
    html = html_of(table("Facts", TWO, [row(Ref("F", 1), "F-01")]))
    assert not re.search(r"<a [^>]*>[^<]*<(?!/a>)", html)


def test_a_calculation_sheet_is_a_target_as_a_whole() -> None:
    sheet = table("Sheet", TWO, [total("1", "2")], ref=Ref("C", 1), look="calc")
    html = html_of(sheet, Paragraph("See C-01."))
    assert '<table class="calc whole" id="C-01">' in html
    assert '<a href="#C-01"> C-01</a>' in html
    assert targets(sheet) == {"C-01"}


def test_numbers_run_through_sections_paragraphs_tables_and_annexes() -> None:
    blocks = (Paragraph("one"), Paragraph("two"), table("T", TWO, [row("a", "b")]), Heading("Part"))
    context = Document(
        front(), (), (Section("A", blocks), Section("B", blocks)), (Section("C", blocks),)
    )
    read = flat(to_html(replace(job_with(), context=context))[0])
    for words in ("1.2", "2.1", "A.2", "Table 3", "Annex A"):
        assert words in read
    assert [entry.number for entry in context.contents] == ["1", "2", "A"]
    assert [entry.anchor for entry in context.contents] == ["s1", "s2", "sA"]


def test_a_table_with_nothing_in_it_is_a_sentence_and_takes_no_number() -> None:
    html = html_of(
        table("Parties", TWO, [], nothing="No party has been named."),
        table("T", TWO, [row("a", "b")]),
    )
    assert "Parties: nothing recorded.</b> No party has been named." in html
    assert "<b>Table 1</b> T" in html


def test_group_and_sum_rows_are_drawn_as_such() -> None:
    html = html_of(table("T", TWO, [GroupRow("Group"), row("a", "b"), total("c", "d")]))
    assert '<tr class="grp"><th colspan="2">Group</th></tr>' in html
    assert '<tr class="sum"><th class="">c</th><td class="r">d</td></tr>' in html


def test_every_other_block_and_cell_is_drawn() -> None:
    digest = Digest("0123456789abcdef" * 4)
    html = html_of(
        Law(Standing.STAYED, "Stayed until November", "A rule", "Its text", "15 CFR 742.6"),
        Gap("Not determined.", "Q-01 has no answer."),
        Bullets(("first", "second")),
        Figure(picture(10, "A drawing & its words", ["<rect/>"]), "A caption"),
        signatures("Approved by", [("Officer", "P. Sample")]),
        pairs([("Digest", digest), ("Name", Foreign("شركة", "ar", "rtl", "Sharika"))]),
        pairs([("Link", Link("words", "https://example.invalid"))]),
    )
    for words in (
        '<div class="law stayed">',
        "<li>second</li>",
        "<title>A drawing &amp; its words</title>",
        "01234567 89abcdef",
        '<bdi lang="ar" dir="rtl">شركة</bdi><br>Sharika',
        '<a href="https://example.invalid">words</a>',
        "Signature",
    ):
        assert words in html


def broken(folder: Path, *lines: str) -> str:
    """What is told about a template with these lines."""
    (folder / "own.html.j2").write_text("\n".join(lines))
    with pytest.raises(TemplateError) as told:
        to_html(job_with(template="own.html.j2", folder=folder))
    return str(told.value)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{{ front.colour }}", "a value that the document does not have"),
        ("{{ nobody }}", "'nobody' is undefined"),
        ("{% if x %}", "cannot be read"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ 'a' + 1 }}", "cannot be filled in"),
        ('{% include "nothing.html.j2" %}', "there is no template 'nothing.html.j2'"),
    ],
)
def test_an_error_names_template_and_line_in_plain_words(
    tmp_path: Path, line: str, words: str
) -> None:
    told = broken(tmp_path, "first", line, "last")
    assert told.startswith("Template own.html.j2, line ")
    assert "line 2" in told or "line 3" in told  # an open block is missed at the end
    assert words in told


def test_an_error_in_an_included_template_names_that_one(tmp_path: Path) -> None:
    (tmp_path / "part.html.j2").write_text("\n\n{{ nobody }}")
    assert "part.html.j2, line 3" in broken(tmp_path, '{% include "part.html.j2" %}')


def test_a_missing_template_is_named() -> None:
    with pytest.raises(TemplateError, match=r"there is no template 'absent\.html\.j2'"):
        to_html(job_with(template="absent.html.j2"))


def test_a_value_that_could_change_under_way_is_refused() -> None:
    @dataclass(frozen=True)
    class Loose:
        rows: list[str]

    with pytest.raises(TypeError, match="list is not one"):
        to_html(replace(job_with(), context=Loose(["a"])))


def test_a_template_brings_a_style_sheet_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "own.css").write_text("p { color: red }")
    sheets = stylesheets(job_with(template="own.html.j2", folder=tmp_path))
    assert len(sheets) == 2
    assert sheets[1] == "p { color: red }"
    assert len(stylesheets(job_with(folder=FOLDER))) == 1
