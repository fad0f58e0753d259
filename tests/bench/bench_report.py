"""What a page costs: a warm rendering process, beside the same engine used plainly in the same run."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import weasyprint

from app.report.blocks import Document
from app.report.fetch import BundledOnly
from app.report.renderer import Renderer
from app.report.templates import stylesheets, to_html
from tests.report.specimen.content import annexes, front, job, sections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

    from app.report.jobs import RenderJob


LONG = 15
"""Pages that the long document has at the least."""


def long_job() -> RenderJob:
    """A document of about 20 pages, with a figure on every second one."""
    context = Document(front(), (), sections() * 4, annexes())
    return replace(job(), template="shared/plain.html.j2", context=context)


@pytest.fixture(scope="module")
def two() -> Iterator[Renderer]:
    with Renderer(workers=2) as warm:
        warm.wait(warm.start(job()))
        for ticket in (warm.start(job()), warm.start(job())):
            warm.wait(ticket)
        yield warm


def plain() -> int:
    """The pages of the same document by WeasyPrint alone, with neither tags nor scopes."""
    html, _ = to_html(long_job())
    fonts = weasyprint.text.fonts.FontConfiguration()
    css = [
        weasyprint.CSS(string=text, url_fetcher=BundledOnly(), font_config=fonts)
        for text in stylesheets(long_job())
    ]
    source = weasyprint.HTML(string=html, url_fetcher=BundledOnly())
    document = source.render(stylesheets=css, font_config=fonts)
    document.write_pdf()
    return len(document.pages)


def measured(benchmark: BenchmarkFixture, call: Callable[[], int]) -> None:
    """Three rounds of a call that gives its number of pages, and what a page took."""
    pages: int = benchmark.pedantic(call, rounds=3)
    assert pages >= LONG
    assert benchmark.stats is not None
    benchmark.extra_info["pages"] = pages
    benchmark.extra_info["ms a page"] = round(1000 * benchmark.stats.stats.median / pages)


def test_bench_a_page_in_a_warm_process(benchmark: BenchmarkFixture, two: Renderer) -> None:
    measured(benchmark, lambda: two.render(long_job()).pages)


def test_bench_a_page_by_the_engine_alone(benchmark: BenchmarkFixture) -> None:
    plain()  # warm
    measured(benchmark, plain)


def test_bench_two_documents_at_once(benchmark: BenchmarkFixture, two: Renderer) -> None:
    def both() -> int:
        tickets = [two.start(long_job()), two.start(long_job())]
        return sum(two.wait(ticket).pages for ticket in tickets)

    measured(benchmark, both)


def test_bench_starting_a_job_does_not_hold_the_caller(
    benchmark: BenchmarkFixture, two: Renderer
) -> None:
    heavy = replace(long_job(), attachment=b"x" * 5_000_000)

    def start_and_cancel() -> float:
        began = time.perf_counter()
        ticket = two.start(heavy)
        held = time.perf_counter() - began
        two.cancel(ticket)
        return held

    held: float = benchmark.pedantic(start_and_cancel, rounds=3)
    assert two.render(job()).pages  # what was cancelled holds nobody up
    benchmark.extra_info["ms held"] = round(1000 * held, 1)
