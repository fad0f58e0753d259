"""The assessment that a document carries: read back from any PDF, signed or not, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.errors import NoAttachmentError
from app.report.opening import opened

if TYPE_CHECKING:
    import pikepdf

NAME = "assessment.clearway"


def read_attachment(pdf: bytes) -> bytes:
    """The assessment inside a PDF; NotReadableError or NoAttachmentError say in words why there is none."""
    with opened(pdf, locked=". Save it without one and open it again") as file:
        return _carried(file)


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
