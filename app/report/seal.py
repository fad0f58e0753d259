"""The seal: what a document says it is bound to, and digests of its pages inside its metadata.

A seal is no signature: whoever rewrites pages and seal alike leaves no trace in it. It shows that
pages, attachment and statement still belong together.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.report.subject import Subject

NAMESPACE = "urn:clearway:seal"
_WHITE = re.compile(r"\s+")
_SEALED = re.compile(rb"clearway:seal(?:=[\"']|>)1 ([0-9a-f]{64}) ([0-9a-f]{64}) ([0-9a-f]{64})")
"""As an attribute, as it is written here, or as an element, as other programs write it again."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Digests in hexadecimal: the attachment's bytes, the pages' words, the pages' drawing."""

    attachment: str
    words: str
    drawing: str


def seal(subject: Subject) -> str:
    """The line at the end of a document: hash of answers, law and program."""
    answers = f"Answers {subject.digest}. " if subject.digest else ""
    revision = (
        f"Revision {subject.decided.number}: {subject.decided.hash}. " if subject.decided else ""
    )
    law = f"Questionnaires {subject.assessment.questionnaire.hash}. "
    return f"{answers}{revision}{law}Program {subject.program}."


def digest(raw: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def words_digest(pages: Iterable[str]) -> str:
    """The digest of the words of all pages, whatever the white space between them."""
    return digest("\f".join(_WHITE.sub("", page) for page in pages).encode("utf-8", "replace"))


def told(seal_of: Seal) -> str:
    """The seal as it stands in the metadata, always as long."""
    return f"1 {seal_of.attachment} {seal_of.words} {seal_of.drawing}"


EMPTY = Seal("0" * 64, "0" * 64, "0" * 64)
"""What stands in the metadata until the pages are written."""


def read_seal(metadata: bytes) -> Seal | None:
    """The seal in a document's metadata; None where none stands or it is not one."""
    found = _SEALED.search(metadata)
    return Seal(*(part.decode("ascii") for part in found.groups())) if found else None
