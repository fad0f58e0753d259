"""Documents that many tests look at are rendered once, by one warm process."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from app.report.renderer import Renderer
from tests.report.specimen.content import job

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.report.jobs import Rendered


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    with Renderer(workers=1) as one:
        yield one


@pytest.fixture(scope="session")
def specimen(renderer: Renderer) -> Rendered:
    return renderer.render(job())


@pytest.fixture
def opened(specimen: Rendered) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(specimen.pdf)) as file:
        yield file


@pytest.fixture(scope="session")
def text_of() -> Callable[[bytes], str]:
    def read(pdf: bytes) -> str:
        file = pypdfium2.PdfDocument(pdf)
        try:
            return "\n".join(page.get_textpage().get_text_bounded() for page in file)
        finally:
            file.close()

    return read
