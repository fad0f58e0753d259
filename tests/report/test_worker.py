"""A document cannot hang or bring down the program; whatever happens is told in words."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from app.report.blocks import Paragraph
from app.report.errors import (
    CancelledError,
    LibraryMissingError,
    ReportError,
    TemplateError,
    TooLargeError,
    TooLongError,
    WorkerLostError,
)
from app.report.jobs import (
    Done,
    Failed,
    LaidOut,
    Limits,
    Progress,
    RenderJob,
    Started,
    Ticket,
    Writing,
)
from app.report.renderer import Renderer
from tests.report.specimen.content import job_with

if TYPE_CHECKING:
    from pathlib import Path

SMALL = job_with(Paragraph("Short."))


def job_of(folder: Path, body: str, **limits: Any) -> RenderJob:  # noqa: ANN401
    """A job with a template of its own."""
    frame = f'{{% extends "shared/document.html.j2" %}}{{% block body %}}{body}{{% endblock %}}'
    (folder / "own.html.j2").write_text(frame, "utf-8")
    job = job_with(template="own.html.j2", folder=folder)
    return replace(job, limits=replace(Limits(), **limits))


HANG = "<table><tr><td colspan=1000000>x</td></tr></table>"
LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def told_until_the_end(renderer: Renderer, *tickets: Ticket) -> list[Progress]:
    """Everything that poll gives until all of these jobs have ended."""
    told: list[Progress] = []
    missing = set(tickets)
    while missing:
        with renderer._changed:
            renderer._changed.wait_for(lambda: bool(renderer._inbox), timeout=60)
        told += (news := renderer.poll())
        missing -= {p.ticket for p in news if isinstance(p, Done | Failed)}
    return told


def test_progress_is_told_in_order(renderer: Renderer) -> None:
    ticket = renderer.start(SMALL)
    told = told_until_the_end(renderer, ticket)
    assert [type(each) for each in told] == [Started, LaidOut, Writing, Done]
    assert told[1] == LaidOut(ticket, 1)


def test_poll_never_waits_and_tells_nothing_when_nothing_happened(renderer: Renderer) -> None:
    assert renderer.poll() == []


def test_a_blocking_render_leaves_nothing_to_poll(renderer: Renderer) -> None:
    assert renderer.render(SMALL).pages == 1
    assert renderer.poll() == []


def test_an_end_that_was_told_cannot_be_waited_for(renderer: Renderer) -> None:
    ticket = renderer.start(SMALL)
    told_until_the_end(renderer, ticket)
    with pytest.raises(ReportError, match="told already"):
        renderer.wait(ticket)


@pytest.mark.parametrize("body", [HANG, LOOP], ids=["layout", "template"])
def test_a_document_that_hangs_is_ended_and_the_next_one_is_made(
    renderer: Renderer, tmp_path: Path, body: str
) -> None:
    with pytest.raises(TooLongError, match="not ready after 1 seconds"):
        renderer.render(job_of(tmp_path, body, seconds=1.0))
    assert renderer.render(SMALL).pages == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits address space reliably")
def test_a_document_that_eats_memory_is_refused_and_the_next_one_is_made(
    renderer: Renderer, tmp_path: Path
) -> None:
    eats = "{% set x = 'x' * 4000000000 %}{{ x | length }}"
    with pytest.raises((TooLargeError, WorkerLostError), match="memory"):
        renderer.render(job_of(tmp_path, eats, megabytes=700))
    assert renderer.render(SMALL).pages == 1


def test_a_process_that_is_killed_is_replaced(renderer: Renderer) -> None:
    (before,) = renderer.pids
    os.kill(before, signal.SIGTERM)
    try:
        renderer.render(SMALL)
    except WorkerLostError:  # it had been given the job before it fell
        assert renderer.render(SMALL).pages == 1
    assert renderer.pids != (before,)


def test_a_job_under_way_can_be_called_off(renderer: Renderer, tmp_path: Path) -> None:
    ticket = renderer.start(job_of(tmp_path, LOOP))
    waiting = renderer.start(SMALL)
    renderer.cancel(waiting)
    renderer.cancel(ticket)
    ends = [p for p in told_until_the_end(renderer, ticket, waiting) if isinstance(p, Failed)]
    assert {end.ticket for end in ends} == {ticket, waiting}
    assert all(isinstance(end.error, CancelledError) for end in ends)
    assert renderer.render(SMALL).pages == 1


def test_two_documents_are_made_at_once(tmp_path: Path) -> None:
    with Renderer(workers=2) as two:
        slow = two.start(job_of(tmp_path, LOOP))
        assert two.render(SMALL).pages == 1
        assert not any(isinstance(p, Done | Failed) for p in two.poll() if p.ticket == slow)


def test_a_closed_renderer_takes_no_job_and_leaves_no_process() -> None:
    renderer = Renderer(workers=1)
    (pid,) = renderer.pids
    renderer.close()
    with pytest.raises(ReportError, match="closed"):
        renderer.start(SMALL)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_missing_pango_is_told_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weasyprint.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\")"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Renderer(workers=1) as without, pytest.raises(LibraryMissingError) as told:
        without.render(SMALL)
    for words in ("Pango", "apt install libpango-1.0-0", "brew install pango", "MSYS2"):
        assert words in str(told.value)


def test_an_error_of_a_template_crosses_the_process_with_its_line(
    renderer: Renderer, tmp_path: Path
) -> None:
    with pytest.raises(TemplateError, match=r"own\.html\.j2, line 1: .*nobody"):
        renderer.render(job_of(tmp_path, "{{ nobody }}"))


def test_the_program_itself_never_loads_the_type_setter() -> None:
    look = "import sys, app.report.renderer, app.report.blocks, app.report.attachment; print([n for n in ('weasyprint', 'jinja2') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_same_document_is_the_same_bytes_in_every_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from tests.report.specimen.content import job  # noqa: PLC0415

    made = []
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        with Renderer(workers=1) as fresh:
            made.append(fresh.render(job()).pdf)
    assert made[0] == made[1]
