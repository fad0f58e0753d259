"""The memo as a Word file: a working copy without seal and assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.operations.printing import file_name
from app.report.jobs import Paper
from app.report.memo import memo_context
from app.store.files import write_into

if TYPE_CHECKING:
    from pathlib import Path

    from app.report.subject import Subject


def write_word(subject: Subject, name: str, folder: Path) -> Path:
    """Write the memo of an assessment as a .docx; whole, or not at all.

    Raises:
        DiskFailed: the file cannot be written.
    """
    from app.report.docx import memo_docx  # noqa: PLC0415  # 0.2 s, which only this should wait

    raw = memo_docx(memo_context(subject, Paper.LETTER), subject.moment)
    return write_into(folder, f"{file_name(name)} - Classification memo.docx", raw)
