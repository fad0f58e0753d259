"""The assessment that a document carries: read back from any PDF, signed or not, byte for byte."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from app.report.errors import NoAttachmentError, NotReadableError

if TYPE_CHECKING:
    import pikepdf

NAME = "assessment.clearway"


def read_attachment(pdf: bytes) -> bytes:
    """The assessment inside a PDF; NotReadableError or NoAttachmentError say in words why there is none."""
    if b"%PDF-" not in pdf[:1024]:
        raise NotReadableError("This file is not a PDF.")
    import pikepdf  # noqa: PLC0415  # 0.1 s, which only whoever opens a PDF should wait

    try:
        with pikepdf.open(BytesIO(pdf)) as file:
            return _carried(file)
    except pikepdf.PasswordError as locked:
        raise NotReadableError(
            "This PDF is locked with a password. Save it without one and open it again."
        ) from locked
    except pikepdf.PdfError as damaged:
        raise NotReadableError(f"This PDF is damaged and cannot be read ({damaged}).") from damaged


def _carried(file: pikepdf.Pdf) -> bytes:
    """The attachment of our name; one of ours that was renamed by a mail program counts too."""
    if NAME in file.attachments:
        return file.attachments[NAME].get_file().read_bytes()
    others = [name for name in file.attachments if name.endswith(".clearway")]
    if len(others) == 1:
        return file.attachments[others[0]].get_file().read_bytes()
    found = ", ".join(sorted(file.attachments)) or "nothing"
    raise NoAttachmentError(
        f"This PDF carries no assessment (attached: {found}). Copies for third parties never do; "
        "open the memo or the plan itself."
    )
