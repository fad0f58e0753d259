"""The assessment is read back from any PDF, or the reason why not is told."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.report.attachment import NAME, read_attachment
from app.report.errors import NoAttachmentError, NotReadableError, ReportError

DATA = b'{"format": "clearway", "name": "\xc3\xa9"}\n\x00'


def pdf_with(attachments: dict[str, bytes], **saving: object) -> bytes:
    out = BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        for name, data in attachments.items():
            file.attachments[name] = pikepdf.AttachedFileSpec(file, data, filename=name)
        file.save(out, **saving)  # type: ignore[arg-type]  # passed through
    return out.getvalue()


def test_it_comes_back_byte_for_byte() -> None:
    assert read_attachment(pdf_with({NAME: DATA, "note.txt": b"x"})) == DATA


def test_one_that_a_mail_program_renamed_is_found() -> None:
    assert read_attachment(pdf_with({"assessment(1).clearway": DATA})) == DATA


def test_a_pdf_without_one_says_what_it_has_instead() -> None:
    with pytest.raises(NoAttachmentError, match=r"attached: nothing"):
        read_attachment(pdf_with({}))
    with pytest.raises(NoAttachmentError, match=r"attached: note\.txt"):
        read_attachment(pdf_with({"note.txt": b"x"}))


def test_two_that_could_be_meant_are_none() -> None:
    with pytest.raises(NoAttachmentError):
        read_attachment(pdf_with({"a.clearway": DATA, "b.clearway": DATA}))


def test_a_locked_pdf_says_so() -> None:
    locked = pdf_with({NAME: DATA}, encryption=pikepdf.Encryption(user="u", owner="o"))
    with pytest.raises(NotReadableError, match="locked with a password"):
        read_attachment(locked)


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04", b"\x00" * 5000])
def test_what_is_not_a_pdf_is_called_so(data: bytes) -> None:
    with pytest.raises(NotReadableError, match="not a PDF"):
        read_attachment(data)


def test_a_damaged_pdf_is_called_so() -> None:
    with pytest.raises(NotReadableError, match="damaged"):
        read_attachment(b"%PDF-1.7\n" + b"nothing that follows makes sense\n" * 9)


@given(st.integers(0, 900), st.binary(max_size=40))
def test_damage_anywhere_is_told_and_never_falls_over(at: int, noise: bytes) -> None:
    whole = pdf_with({NAME: DATA})
    with suppress(ReportError):
        assert isinstance(read_attachment(whole[:at] + noise + whole[at + len(noise) :]), bytes)
