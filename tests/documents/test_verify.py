"""Whether a document belongs to its attachment: unchanged, annotated, swapped, rewritten, foreign."""

from __future__ import annotations

import io
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from app.cli.terminal import Terminal
from app.cli.verify import verify_document
from app.operations.verifying import Sign, Verdict, verify
from app.report.attachment import NAME, read_attachment
from app.report.errors import NotReadableError
from app.report.seal import read_seal, told
from app.report.sealing import seal_of
from app.store.errors import UnreadableFile
from tests.documents.annotated import annotation, box_of, with_marks
from tests.documents.papers import made
from tests.documents.revised import NOON

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.documents.conftest import Printed


def verdict_of(path: Path, raw: bytes | None = None) -> Verdict:
    if raw is not None:
        path.write_bytes(raw)
    return verify(path, made(), NOON)


def altered(raw: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(raw)) as file:
        change(file)
        file.save(out)
    return out.getvalue()


def against(verdict: Verdict) -> str:
    return " ".join(each.says for each in verdict.findings if each.sign is Sign.NO)


def draw(file: pikepdf.Pdf) -> None:
    """Cover the middle of page 1 with a white box."""
    box = file.make_stream(b"q 1 1 1 rg 60 300 400 60 re f Q")
    file.pages[0].contents_add(box)


def rewrite(file: pikepdf.Pdf) -> None:
    """Leave out the last text that page 1 shows."""
    page = file.pages[0]
    steps = pikepdf.parse_content_stream(page)
    last = max(n for n, step in enumerate(steps) if str(step.operator) in ("TJ", "Tj"))
    page.Contents = file.make_stream(
        pikepdf.unparse_content_stream(steps[:last] + steps[last + 1 :])
    )


def test_an_unchanged_document_belongs_to_its_attachment(memo: Path) -> None:
    verdict = verdict_of(memo)
    assert verdict.belongs
    assert {each.sign for each in verdict.findings} == {Sign.YES}
    said = " ".join(each.says for each in verdict.findings)
    assert "hash of revision 2" in said
    assert "bottom line of the assessment inside, 3 statements, stands" in said


def test_counsels_marks_are_told_and_leave_the_content_unchanged(memo: Path) -> None:
    page, box = box_of(memo.read_bytes(), "Data sheet, page 3")
    marked = with_marks(memo.read_bytes(), (page, annotation("Highlight", box, "Which?")))
    verdict = verdict_of(memo, marked)
    assert verdict.belongs
    notes = [each.says for each in verdict.findings if each.sign is Sign.NOTE]
    assert notes == [
        "It carries 1 mark put on it later (comments, highlights); they lie over the pages."
    ]


def test_a_box_drawn_over_a_page_is_found(memo: Path) -> None:
    verdict = verdict_of(memo, altered(memo.read_bytes(), draw))
    assert not verdict.belongs
    assert "drawn on them" in against(verdict)


def test_words_taken_off_a_page_are_found(memo: Path) -> None:
    verdict = verdict_of(memo, altered(memo.read_bytes(), rewrite))
    assert "The words of the pages are not those that were sealed." in against(verdict)


def test_a_swapped_attachment_is_found(memo: Path) -> None:

    other = read_attachment(memo.read_bytes()).replace(b'"Example"', b'"Sample!"')

    def swap(file: pikepdf.Pdf) -> None:
        file.attachments[NAME] = pikepdf.AttachedFileSpec(file, other, filename=NAME)

    verdict = verdict_of(memo, altered(memo.read_bytes(), swap))
    assert "not the one that was sealed" in against(verdict)
    assert "cannot be read" in against(verdict)


def test_an_attachment_taken_out_is_found(memo: Path) -> None:
    def out(file: pikepdf.Pdf) -> None:
        del file.attachments[NAME]

    verdict = verdict_of(memo, altered(memo.read_bytes(), out))
    assert "has been taken out" in against(verdict)


def test_an_attachment_swapped_under_a_new_seal_is_found_by_what_the_pages_print(
    memo: Path, printed: Printed
) -> None:
    from app.operations.printing import order_of  # noqa: PLC0415  # only here

    other = order_of(printed.sitting, "memo", revision=1).attachment
    raw = memo.read_bytes()

    def swap(file: pikepdf.Pdf) -> None:
        file.attachments[NAME] = pikepdf.AttachedFileSpec(file, other, filename=NAME)
        metadata = file.Root.Metadata
        was = read_seal(metadata.read_bytes())
        assert was is not None
        new = told(seal_of(file, raw, other)).encode()
        metadata.write(metadata.read_bytes().replace(told(was).encode(), new))

    verdict = verdict_of(memo, altered(raw, swap))
    assert "do not print the hash of the answers inside" in against(verdict)
    assert "do not print the hash of revision 1" in against(verdict)
    assert "of the bottom line of the assessment inside do not stand" in against(verdict)


def test_another_programs_pdf_carries_no_seal(tmp_path: Path) -> None:
    blank = pikepdf.new()
    blank.add_blank_page()
    blank.save(tmp_path / "blank.pdf")
    assert "carries no seal" in against(verdict_of(tmp_path / "blank.pdf"))


def test_a_cut_file_and_a_missing_one_are_said_to_be_so(memo: Path, tmp_path: Path) -> None:
    raw = memo.read_bytes()
    with pytest.raises(NotReadableError, match=r"damaged|not a PDF"):
        verdict_of(memo, raw[: len(raw) // 3])
    with pytest.raises(UnreadableFile, match="cannot be read"):
        verdict_of(tmp_path / "none.pdf")


def test_the_command_says_what_it_cannot_show_and_ends_with_0_or_1(
    memo: Path, tmp_path: Path
) -> None:
    class Made(Terminal):
        questionnaire = made()  # in the place of the shipped law

    def ran() -> tuple[int, str]:
        out = io.StringIO()
        terminal = Made(out, out, lambda: NOON, tmp_path / "x", "A.", "0.1.0")
        return verify_document(terminal, memo), out.getvalue()

    status, words = ran()
    assert status == 0
    assert "belongs to its attachment and is unchanged" in words
    assert "This cannot show: who made the document" in words
    memo.write_bytes(altered(memo.read_bytes(), draw))
    status, words = ran()
    assert status == 1
    assert "NOT shown to be unchanged" in words
