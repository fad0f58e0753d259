"""A firm's own: legend, paper, logo, templates; and what a hostile logo or template cannot do."""

from __future__ import annotations

import datetime as dt
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from app.cli.check import Own, check
from app.data import data_root
from app.operations.house import house_of, keep_house, read_logo, templates_of
from app.report.documents import job_for
from app.report.errors import TemplateError
from app.report.house import House, Legend
from app.report.jobs import Paper
from app.report.logo import LogoRefusedError, checked_logo
from app.report.own import faults
from app.report.renderer import Renderer
from app.report.templates import to_html
from app.store.library import Library
from tests.documents.papers import DELIVERY, MOMENT, subject
from tests.report.conformance import verdicts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><title>Firm</title>
<defs><linearGradient id="g"><stop offset="0" stop-color="#123"/></linearGradient></defs>
<rect width="40" height="10" fill="url(#g)" style="stroke:#000"/></svg>"""


def png(width: int = 4, height: int = 2, rows: bytes | None = None) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = rows if rows is not None else (b"\0" + b"\x20\x40\x60" * width) * height
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(body)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer(workers=1) as one:
        yield one


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite", MOMENT) as opened:
        yield opened


def first_page(pdf: bytes) -> str:
    file = pypdfium2.PdfDocument(pdf)
    found = str(file[0].get_textpage().get_text_bounded())
    file.close()
    return found


def test_a_firms_own_is_kept_in_the_library(library: Library) -> None:
    house = House("Example Firm", Legend.COUNSEL, "A. Counsel", Paper.A4, SVG)
    keep_house(library, house)
    assert house_of(library) == house


def test_a_firm_that_set_nothing_has_nothing(library: Library) -> None:
    assert house_of(library) == House()


def test_a_logo_in_a_foreign_library_is_looked_at_again(library: Library) -> None:
    library.settings.put("house", {"name": "X", "logo": "PHN2Zz48c2NyaXB0Lz48L3N2Zz4="})
    assert house_of(library).logo == b""


@pytest.mark.parametrize("logo", [SVG, png()], ids=["svg", "png"])
def test_name_logo_legend_and_paper_head_a_document_for_the_archive(
    renderer: Renderer, logo: bytes, tmp_path: Path
) -> None:
    house = House("Example Firm", Legend.COUNSEL, "A. Counsel", Paper.A4, logo)
    made = renderer.render(job_for("briefing", subject(DELIVERY, house=house), b"", house.paper))
    assert "A legend by itself makes no privilege" in first_page(made.pdf)
    with pikepdf.open(BytesIO(made.pdf)) as file:
        assert round(float(file.pages[0].mediabox[2])) == 595
    path = tmp_path / "headed.pdf"
    path.write_bytes(made.pdf)
    assert [each for each in verdicts(path) if each[0] != " "] == ["3a pass", "ua1 pass"]


def test_no_legend_prints_nothing(renderer: Renderer) -> None:
    made = renderer.render(job_for("briefing", subject(DELIVERY), b"", Paper.LETTER))
    assert "privilege" not in first_page(made.pdf)
    assert "Confidential" not in first_page(made.pdf)


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="file:///etc/hostname"/>',
        '<use href="http://example.invalid/x#y"/>',
        '<use href="#a"/>',
        "<script>alert(1)</script>",
        "<style>@import 'http://example.invalid'</style>",
        '<rect fill="url(file:///etc/hostname)"/>',
        '<rect fill="URL( http://example.invalid )"/>',
        r'<rect fill="u\72l(http://example.invalid)"/>',
        '<rect style="fill:url(#a)"/>',
        '<rect onload="x()"/>',
        "<foreignObject/>",
        '<a xmlns:x="http://www.w3.org/1999/xlink" x:href="file:///etc/hostname"/>',
    ],
)
def test_an_svg_that_does_more_than_draw_is_refused(inside: str) -> None:
    with pytest.raises(LogoRefusedError):
        checked_logo(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode())


@pytest.mark.parametrize(
    "raw",
    [
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]><svg>&a;</svg>',
        b'<?xml-stylesheet href="http://example.invalid"?><svg/>',
        b"<svg>" + b"<g>" * 60 + b"</g>" * 60 + b"</svg>",
        b"<svg>" + b"<g/>" * 6000 + b"</svg>",
        b"<html/>",
        b"GIF89a",
        b"",
        b"<svg>" + b" " * 600_000 + b"</svg>",
        png()[:-8],
        png()[:60] + b"\0" + png()[61:],
        png(9000, 1),
        png(4, 2, b"\0" * 10_000_000),
    ],
    ids=[
        "entity",
        "sheet",
        "deep",
        "many",
        "html",
        "gif",
        "none",
        "long",
        "cut",
        "bits",
        "wide",
        "bomb",
    ],
)
def test_what_is_no_small_picture_is_no_logo(raw: bytes) -> None:
    with pytest.raises(LogoRefusedError):
        checked_logo(raw)


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LogoRefusedError, match="not read"):
        read_logo(tmp_path / "none.svg")


def own_form(folder: Path, text: str) -> House:
    (folder / "forms").mkdir(parents=True)
    (folder / "forms" / "form.html.j2").write_text(text, "utf-8")
    return House(templates=(folder,))


OWN = '{% extends "shared/sheet.html.j2" %}{% block body %}<p>Our own words</p>{% endblock %}'


def test_own_templates_stand_over_the_shipped_ones(renderer: Renderer, tmp_path: Path) -> None:
    house = own_form(tmp_path / "own", OWN)
    made = renderer.render(job_for("briefing", subject(DELIVERY, house=house), b"", Paper.LETTER))
    assert "Our own words" in first_page(made.pdf)
    assert made.broken == ""


@pytest.mark.parametrize(
    "text",
    [
        "{% extends 'shared/sheet.html.j2' %}\n{% block body %}\n{{ nowhere }}{% endblock %}",
        "{% extends 'shared/sheet.html.j2' %}\n\n{% block",
        "{% extends 'shared/sheet.html.j2' %}\n{% block body %}\n{{ ''.__class__.mro() }}{% endblock %}",
    ],
    ids=["unknown", "unclosed", "reaching out"],
)
def test_a_broken_own_template_names_its_line_and_the_shipped_one_still_prints(
    renderer: Renderer, tmp_path: Path, text: str
) -> None:
    house = own_form(tmp_path / "own", text)
    job = job_for("briefing", subject(DELIVERY, house=house), b"", Paper.LETTER)
    with pytest.raises(TemplateError, match=r"forms/form.html.j2, line 3"):
        to_html(job)
    made = renderer.render(job)
    assert "form.html.j2, line 3" in made.broken
    assert str(tmp_path / "own") in made.broken
    assert "Name in capitals" in first_page(made.pdf)


@pytest.mark.parametrize(
    "tag", ['<img src="file:///etc/hostname" alt="x">', '<a href="file:///etc/hostname">x</a>']
)
def test_an_own_template_that_reaches_for_a_file_is_not_used(
    renderer: Renderer, tmp_path: Path, tag: str
) -> None:
    house = own_form(tmp_path / "own", OWN.replace("<p>Our own words</p>", f"<p>{tag}</p>"))
    made = renderer.render(job_for("briefing", subject(DELIVERY, house=house), b"", Paper.LETTER))
    assert made.broken
    assert "Name in capitals" in first_page(made.pdf)


def test_checking_own_templates_tells_faults_and_names_nothing_uses(tmp_path: Path) -> None:
    house = own_form(tmp_path / "own", "{% extends 'shared/sheet.html.j2' %}\n{{ x.y.z }}{% block")
    (tmp_path / "own" / "memo.html.j2").write_text("", "utf-8")
    found = faults(tmp_path / "own", subject(DELIVERY, house=house))
    assert any("nothing uses a template of that name" in each for each in found)
    assert any("forms/form.html.j2, line 2" in each for each in found)


def test_shipped_templates_as_own_have_no_fault(tmp_path: Path) -> None:
    shipped = data_root() / "report_templates"
    house = own_form(tmp_path / "own", (shipped / "forms" / "form.html.j2").read_text("utf-8"))
    assert faults(tmp_path / "own", subject(DELIVERY, house=house)) == ()


def test_the_check_counts_faults_of_own_templates(tmp_path: Path) -> None:
    own_form(tmp_path / "own", "{% block")
    law = tmp_path / "law" / "made"
    law.mkdir(parents=True)
    (law / "about.yaml").write_text("about: {title: Made}\n", "utf-8")
    said: list[str] = []
    moment = dt.datetime(2026, 7, 1, 9, tzinfo=dt.UTC)
    code = check(tmp_path / "law", said.append, said.append, Own(tmp_path / "own", moment, "C"))
    assert code == 1
    assert any("form.html.j2, line 1" in each for each in said)


def test_own_templates_lie_beside_the_library(library: Library) -> None:
    place = templates_of(library.path)
    assert place.parent == library.path.parent
    place.mkdir()
    assert house_of(library).templates == (place,)
