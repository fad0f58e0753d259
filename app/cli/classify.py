"""``clearway classify``: a product catalogue with what its columns decide, row by row."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from app.assessment.catalogue import Catalogue
from app.operations.catalogue import CatalogueError, classify, text_of

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from app.cli.terminal import Terminal


def classify_file(terminal: Terminal, path: Path, as_of: dt.date | None, out: Path | None) -> int:
    """Write the catalogue with the columns added; 1 if a row could not be read."""
    text = text_of(path.read_bytes())
    catalogue = Catalogue(terminal.registers, as_of or terminal.clock().date())

    def complain(line: str) -> None:
        terminal.complain(f"{path}: {line}")

    written = io.StringIO()
    try:
        good = classify(catalogue, text, written, complain)
    except CatalogueError as error:
        complain(str(error))
        return 1
    if out is None:
        shown = written.getvalue().encode("utf-8", errors="replace").decode("utf-8")
        terminal.output.write(shown)
    else:
        out.write_bytes(written.getvalue().encode("utf-8", errors="surrogateescape"))
    return 0 if good else 1
