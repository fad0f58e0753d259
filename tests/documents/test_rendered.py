"""Memo and plan as files: structure, links, attachment, long and foreign texts."""

from __future__ import annotations

import itertools
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from app.report.attachment import read_attachment
from app.report.documents import job_for
from app.report.jobs import Paper
from app.report.renderer import Renderer
from tests.documents.papers import DELIVERY, subject
from tests.report.layout import problems
from tests.report.tags import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

ARABIC = "شركة المثال للحوسبة"
NASTY = {
    **DELIVERY,
    "items.i1.item_name": "Long name without end " + "x" * 10_000,
    "parties.p1.party_name": ARABIC + " <script>alert(1)</script>",
    "destinations.d1.destination_name": "{{ 7 * 7 }} \u202e \U0001f680",
}
KINDS = ("memo", "tcp")


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer(workers=1) as one:
        yield one


@pytest.fixture(scope="module")
def files(renderer: Renderer) -> dict[str, bytes]:
    return {
        kind: renderer.render(job_for(kind, subject(DELIVERY), b"{}", Paper.LETTER)).pdf
        for kind in KINDS
    }


@pytest.mark.parametrize("kind", KINDS)
def test_headings_begin_with_one_and_skip_no_level(files: dict[str, bytes], kind: str) -> None:
    with pikepdf.open(BytesIO(files[kind])) as file:
        levels = [int(tag.kind[1]) for tag in tree(file).all("H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_the_assessment_stands_inside_the_file(files: dict[str, bytes], kind: str) -> None:
    assert read_attachment(files[kind]) == b"{}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_leads_to_a_place_in_the_file(files: dict[str, bytes], kind: str) -> None:
    with pikepdf.open(BytesIO(files[kind])) as file:
        names = "/Names" in file.Root and file.Root.Names.get("/Dests")
        links = [a for page in file.pages for a in page.get("/Annots", []) if a.Subtype == "/Link"]
    assert links
    assert names


@pytest.mark.parametrize("kind", KINDS)
def test_long_foreign_and_hostile_names_are_text(renderer: Renderer, kind: str) -> None:
    rendered = renderer.render(job_for(kind, subject(NASTY), b"{}", Paper.A4))
    file = pypdfium2.PdfDocument(rendered.pdf)
    words = "".join(page.get_textpage().get_text_bounded() for page in file)
    file.close()
    assert "49" not in words.split("{{")[0][-5:]
    assert "{{ 7 * 7 }}" in words


@pytest.mark.parametrize("kind", KINDS)
def test_no_line_is_overfull_and_no_heading_stranded(kind: str) -> None:
    found = problems(job_for(kind, subject(DELIVERY), b"{}", Paper.LETTER))
    assert [p for p in found if p.kind in ("overfull", "stranded")] == []
