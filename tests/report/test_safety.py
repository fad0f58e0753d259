"""Answers and templates can come from anyone; a document reads no file, no address, and runs nothing."""

from __future__ import annotations

import socket
import threading
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from app.report.blocks import Paragraph
from app.report.cells import Link
from app.report.errors import AccessRefusedError, ReportError, TemplateError
from app.report.links import safe_href
from app.report.tables import Column, row, table
from app.report.templates import to_html
from tests.report.specimen.content import job_with

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.report.jobs import RenderJob
    from app.report.renderer import Renderer

WORDS_OF_A_FILE = "words that lie in a file"
REACHING = {
    "attachment in the head": '<link rel="attachment" href="{}">',
    "attachment as a link": '<p><a rel="attachment" href="{}">x</a></p>',
    "style sheet": '<link rel="stylesheet" href="{}">',
    "import": '<style>@import url("{}");</style>',
    "background": '<p style="background: url({})">x</p>',
    "content": '<style>p::before {{ content: url("{}") }}</style>',
    "list image": '<ul style="list-style-image: url({})"><li>x</li></ul>',
    "font": '<style>@font-face {{ font-family: "X"; src: url("{}") }} p {{ font-family: X }}</style><p>x</p>',
    "image": '<p><img src="{}" alt="x"></p>',
    "object": '<object data="{}" type="image/svg+xml">x</object>',
    "embed": '<embed src="{}" type="image/svg+xml">',
    "image in a drawing": '<svg width="9" height="9"><image href="{}" width="9" height="9"/></svg>',
    "use in a drawing": '<svg width="9" height="9"><use href="{}#a"/></svg>',
}


def written(folder: Path, body: str) -> RenderJob:
    """A job whose template has this body."""
    frame = '{{% extends "shared/document.html.j2" %}}{{% block body %}}{}{{% endblock %}}'
    (folder / "reach.html.j2").write_text(frame.format(body), "utf-8")
    return job_with(template="reach.html.j2", folder=folder)


def refused_or_empty(renderer: Renderer, job: RenderJob) -> bytes:
    """The file that was made, or nothing where the work was refused."""
    try:
        return renderer.render(job).pdf
    except AccessRefusedError:
        return b""


@pytest.mark.parametrize("way", REACHING)
def test_no_template_reads_a_file(
    renderer: Renderer, tmp_path: Path, text_of: Callable[[bytes], str], way: str
) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text(
        f"<svg xmlns='http://www.w3.org/2000/svg'><text>{WORDS_OF_A_FILE}</text></svg>"
    )
    pdf = refused_or_empty(renderer, written(tmp_path, REACHING[way].format(secret.as_uri())))
    if pdf:
        assert WORDS_OF_A_FILE not in text_of(pdf)
        assert WORDS_OF_A_FILE.encode() not in pdf
        with pikepdf.Pdf.open(BytesIO(pdf)) as file:
            assert list(file.attachments) == ["assessment.clearway"]


@pytest.mark.parametrize("way", REACHING)
def test_no_template_reaches_the_network(renderer: Renderer, tmp_path: Path, way: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        calls: list[str] = []

        def listen() -> None:
            try:
                with server.accept()[0]:
                    calls.append("somebody called")
            except TimeoutError:
                return

        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.svg"
        refused_or_empty(renderer, written(tmp_path, REACHING[way].format(address)))
        listener = threading.Thread(target=listen)
        listener.start()
        listener.join()
        assert not calls


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/hosts", "data:text/html,x"]
)
def test_a_template_with_a_dangerous_link_is_refused(
    renderer: Renderer, tmp_path: Path, address: str
) -> None:
    with pytest.raises(AccessRefusedError, match="http, https and mailto"):
        renderer.render(written(tmp_path, f'<p><a href="{address}">x</a></p>'))


def test_a_style_sheet_makes_no_dangerous_link(renderer: Renderer, tmp_path: Path) -> None:
    job = written(tmp_path, '<p style="-weasy-link: url(javascript:alert)">x</p>')
    pdf = refused_or_empty(renderer, job)
    if pdf:
        with pikepdf.open(BytesIO(pdf)) as file:
            assert all("/Annots" not in page for page in file.pages)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.invalid/a?b=c", True),
        ("http://example.invalid", True),
        ("mailto:counsel@example.invalid", True),
        ("#F-01", True),
        ("JavaScript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" https://example.invalid", False),
        ("//example.invalid", False),
        ("file:///etc/hosts", False),
        ("data:text/html,x", False),
        ("", False),
    ],
)
def test_only_web_mail_and_own_places_are_linked(address: str, kept: bool) -> None:
    assert safe_href(address) == (address if kept else "")


def test_a_link_that_may_not_be_keeps_its_words() -> None:
    columns = (Column("Word", 50), Column("Link", 50))
    links = table("Links", columns, [row("a", Link("bad words", "javascript:alert(1)"))])
    html, _ = to_html(job_with(links))
    assert "bad words" in html
    assert "javascript" not in html


def test_html_in_an_answer_appears_as_text(
    renderer: Renderer, text_of: Callable[[bytes], str]
) -> None:
    answer = '<script>alert(1)</script> <b>bold</b> {{ 7 * 6 }} " onload="x" </td></table>'
    columns = (Column("Question", 50), Column("Answer", 50))
    answers = table("Answers", columns, [row(answer, answer)])
    read = " ".join(text_of(renderer.render(job_with(Paragraph(answer), answers)).pdf).split())
    assert read.count("<script>alert(1)</script> <b>bold</b> {{ 7 * 6 }}") >= 1
    assert "42" not in read


@pytest.mark.parametrize(
    "trick",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ front.__init__.__globals__ }}",
        "{% set x = n.__class__ %}{{ x }}",
        "{{ cycler.__init__.__globals__ }}",
    ],
)
def test_a_template_cannot_reach_into_the_program(tmp_path: Path, trick: str) -> None:
    with pytest.raises(TemplateError):
        to_html(written(tmp_path, trick))


@pytest.mark.parametrize("name", ["../secret.html.j2", "/etc/hosts", "a/../../b", "..\\b"])
def test_a_template_outside_the_folders_is_not_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "secret.html.j2").write_text("x")
    with pytest.raises(TemplateError, match="there is no template"):
        to_html(job_with(template=name, folder=tmp_path / "inner"))


def test_deep_nesting_is_refused_in_words(renderer: Renderer, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="nests its parts"):
        renderer.render(written(tmp_path, "<div>" * 2000 + "x" + "</div>" * 2000))
