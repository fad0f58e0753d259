"""Memos of a revision and of a draft, rendered once for all tests that look at files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from app.operations.printing import order_of
from app.report.renderer import Renderer
from tests.documents.revised import desk_at, revised

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.operations.desk import Desk
    from app.operations.sitting import Sitting


@dataclass(frozen=True)
class Printed:
    """A desk, its assessment, and the memo of revision 2."""

    desk: Desk
    sitting: Sitting
    pdf: bytes
    renderer: Renderer


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Printed]:
    desk = desk_at(tmp_path_factory.mktemp("printed"))
    sitting = revised(desk)
    with desk.library, Renderer(workers=1) as renderer:
        pdf = renderer.render(order_of(sitting, "memo", revision=2).job()).pdf
        yield Printed(desk, sitting, pdf, renderer)


@pytest.fixture
def memo(printed: Printed, tmp_path: Path) -> Path:
    """The memo of revision 2 as a file."""
    path = tmp_path / "memo.pdf"
    path.write_bytes(printed.pdf)
    return path
