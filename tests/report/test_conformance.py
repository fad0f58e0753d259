"""A finished file keeps for years, reads aloud, and carries its assessment."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest

from app.report.attachment import NAME, read_attachment
from app.report.blocks import Document, Paragraph, Section
from app.report.jobs import Paper
from app.report.tables import Column, row, table
from tests.report.conformance import verdicts
from tests.report.specimen.content import ARABIC, CHINESE, HEBREW, MOMENT, front, job
from tests.report.tags import tree

if TYPE_CHECKING:
    from pathlib import Path

    from app.report.jobs import Rendered
    from app.report.renderer import Renderer

OURS = "Cw-"  # the families of print.css have private names, which no font of a machine has


def test_the_metadata_claims_archive_and_accessibility_at_once(opened: pikepdf.Pdf) -> None:
    xmp = opened.Root.Metadata.read_bytes().decode()
    assert 'pdfaid:part="3"' in xmp
    assert 'pdfaid:conformance="A"' in xmp
    assert 'pdfuaid:part="1"' in xmp
    assert "http://www.aiim.org/pdfua/ns/id/" in xmp


def test_language_title_and_author_are_said(opened: pikepdf.Pdf) -> None:
    assert str(opened.Root.Lang) == "en"
    assert str(opened.docinfo.Title) == f"{front().kind}: {front().title}"
    assert str(opened.docinfo.Author) == "Example Compute Inc."
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)


def test_the_date_of_the_file_is_the_moment_that_was_given(opened: pikepdf.Pdf) -> None:
    assert str(opened.docinfo.CreationDate).startswith(f"D:{MOMENT:%Y%m%d%H%M}")


def test_headings_begin_at_one_and_skip_no_level(opened: pikepdf.Pdf) -> None:
    levels = [int(tag.kind[1]) for tag in tree(opened).all("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_header_cell_says_what_it_heads(opened: pikepdf.Pdf) -> None:
    for grid in tree(opened).all("Table"):
        heads = {cell.scope for part in grid.all("THead") for cell in part.all("TH")}
        bodies = {cell.scope for part in grid.all("TBody") for cell in part.all("TH")}
        assert heads <= {"/Column"}
        assert bodies <= {"/Row"}
    assert len(tree(opened).all("TH")) > 40


def test_every_picture_has_words_that_stand_for_it(opened: pikepdf.Pdf) -> None:
    figures = tree(opened).all("Figure")
    assert len(figures) == 5
    assert all(len(str(figure.node.Alt)) > 100 for figure in figures)


def test_the_outline_leads_to_every_section(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        (document,) = outline.root
        titles = [str(item.title) for item in document.children]
    assert len(titles) == 9
    assert any("Annex A" in title for title in titles)


def test_the_assessment_is_attached_as_the_source(opened: pikepdf.Pdf) -> None:
    (associated,) = opened.Root.AF
    assert str(associated.AFRelationship) == "/Source"
    assert str(associated.UF) == NAME


def test_the_attachment_comes_back_byte_for_byte(renderer: Renderer) -> None:
    data = bytes(range(256)) * 40
    assert read_attachment(renderer.render(job(attachment=data)).pdf) == data


def test_a_copy_for_a_third_party_has_no_attachment(renderer: Renderer) -> None:
    with pikepdf.open(BytesIO(renderer.render(job(attachment=None)).pdf)) as file:
        assert not file.attachments


def test_no_font_of_the_machine_slips_in(opened: pikepdf.Pdf) -> None:
    names = {
        str(obj.BaseFont).split("+")[-1]
        for obj in opened.objects
        if isinstance(obj, pikepdf.Dictionary) and "/BaseFont" in obj
    }
    assert names
    assert all(name.startswith(OURS) for name in names), names


def test_nothing_runs_and_nothing_is_fetched_when_the_file_is_opened(opened: pikepdf.Pdf) -> None:
    kinds = {
        str(obj.S)
        for obj in opened.objects
        if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/Action"
    }
    assert kinds <= {"/URI", "/GoTo"}
    assert "/AcroForm" not in opened.Root


def test_lines_break_alike_on_both_papers(renderer: Renderer) -> None:
    def width(rendered: Rendered) -> tuple[float, float]:
        with pikepdf.open(BytesIO(rendered.pdf)) as file:
            box = file.pages[0].mediabox
            return float(box[2]), float(box[3])

    assert width(renderer.render(job(Paper.LETTER))) == (612, 792)
    assert width(renderer.render(job(Paper.A4))) == pytest.approx((595.28, 841.89), abs=0.01)


@pytest.mark.parametrize("paper", Paper)
def test_verapdf_finds_both_conformances(renderer: Renderer, tmp_path: Path, paper: Paper) -> None:
    file = tmp_path / "specimen.pdf"
    file.write_bytes(renderer.render(job(paper)).pdf)
    assert verdicts(file) == ["3a pass", "ua1 pass"]


def test_verapdf_finds_both_conformances_for_the_oddest_texts(
    renderer: Renderer, tmp_path: Path
) -> None:
    odd = f"김철수 \x07 😀 {HEBREW} {ARABIC} {CHINESE} 日本語 \u202eturned \ud800 "
    rows = [row(odd, odd * 20)]
    blocks = (Paragraph(odd * 9, (odd,)), table(odd, (Column(odd, 30), Column("b", 70)), rows))
    context = Document(replace(front(), title=odd, author=odd), (), (Section(odd, blocks),))
    file = tmp_path / "odd.pdf"
    odd_job = replace(job(), template="shared/plain.html.j2", context=context)
    file.write_bytes(renderer.render(odd_job).pdf)
    assert verdicts(file) == ["3a pass", "ua1 pass"]
