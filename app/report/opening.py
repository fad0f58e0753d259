"""PDFs that somebody hands us, opened; whatever is wrong with one is said in words."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from app.report.errors import NotReadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf


@contextmanager
def opened(raw: bytes, *, locked: str, what: str = "it") -> Iterator[pikepdf.Pdf]:
    """A PDF, open while the block runs; damage found within the block counts as well.

    ``locked`` says what to do with one that has a password, ``what`` cannot be read otherwise.

    Raises:
        NotReadableError: it is no PDF, or damaged, or locked.
    """
    if b"%PDF-" not in raw[:1024]:
        raise NotReadableError("This file is not a PDF.")
    import pikepdf  # noqa: PLC0415  # 0.1 s, which only whoever opens a PDF should wait
    import pypdfium2  # noqa: PLC0415  # the same

    try:
        with pikepdf.open(BytesIO(raw)) as file:
            yield file
    except pikepdf.PasswordError as error:
        raise NotReadableError(f"This PDF is locked with a password{locked}.") from error
    except (pikepdf.PdfError, pypdfium2.PdfiumError, RecursionError) as error:
        message = f"This PDF is damaged and {what} cannot be read ({error})."
        raise NotReadableError(message) from error
