"""Whether a document still belongs to the assessment that it carries, and what can be shown of it.

Three things are laid side by side: the seal in the file's metadata, the pages, the attachment. A
seal is no signature, so it is also said what all this cannot show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from app.operations.decided import answers_hash, state_of
from app.operations.marked import kind_of, subject_in
from app.report.attachment import read_attachment
from app.report.characters import directed, printable
from app.report.errors import NoAttachmentError
from app.report.jobs import Paper
from app.report.memo import memo_context
from app.report.seal import Seal, digest
from app.report.sealed import SealedFile, read_sealed
from app.report.tables import GroupRow
from app.store import transfer
from app.store.errors import StoreError, UnreadableFile

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from app.questionnaire.definition import Questionnaire
    from app.report.subject import Subject
    from app.store.bundle import Bundle

_WHITE = re.compile(r"\s+")
CANNOT = (
    "This cannot show: who made the document, when it was made, that what was answered is true, or "
    "that nobody rewrote pages, seal and attachment together. For that it must be signed, or its "
    "hash be known from elsewhere."
)


class Sign(Enum):
    """What a check found; the value is the word that begins its line."""

    YES = "yes"
    NO = "NO"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    sign: Sign
    says: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything that was found; ``belongs`` if nothing speaks against it."""

    findings: tuple[Finding, ...]
    carries: bool = True

    @property
    def belongs(self) -> bool:
        """Whether pages, seal and attachment hold together."""
        return all(each.sign is not Sign.NO for each in self.findings)

    @property
    def says(self) -> str:
        """The outcome in a sentence."""
        if self.belongs and self.carries:
            return "The document belongs to its attachment and is unchanged."
        if self.belongs:
            return "The pages are as they were sealed; there is no attachment to belong to."
        return "The document is NOT shown to be unchanged and of its attachment."


def verify(path: Path, at_hand: Questionnaire, moment: dt.datetime) -> Verdict:
    """Lay the seal, the pages and the attachment of a document side by side.

    Raises:
        UnreadableFile: the file cannot be read.
        NotReadableError: it is no PDF, or damaged, or locked.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"{path}: the file cannot be read ({error.strerror})"
        raise UnreadableFile(message) from error
    sealed = read_sealed(raw)
    if sealed.seal is None:
        said = (
            "It carries no seal: it was not made by this program, or its metadata were rewritten."
        )
        return Verdict((Finding(Sign.NO, said),))
    findings = (
        *_pages(sealed, sealed.seal),
        *_comments(sealed),
        *_attachment(raw, path, sealed, at_hand, moment),
    )
    return Verdict(findings, carries=sealed.seal.attachment != digest(b""))


def _found(holds: bool, yes: str, no: str) -> Finding:  # noqa: FBT001  # a truth is the subject
    return Finding(Sign.YES if holds else Sign.NO, yes if holds else no)


def _pages(sealed: SealedFile, seal: Seal) -> Iterator[Finding]:
    yield _found(
        sealed.words_digest == seal.words,
        f"The words of all {len(sealed.words)} pages are those that were sealed.",
        "The words of the pages are not those that were sealed.",
    )
    yield _found(
        sealed.drawing_digest == seal.drawing,
        "What draws the pages is what was sealed.",
        "What draws the pages is not what was sealed: something was drawn on them or taken off, or "
        "another program wrote the file anew.",
    )


def _comments(sealed: SealedFile) -> Iterator[Finding]:
    if sealed.annotations:
        many = "1 mark" if sealed.annotations == 1 else f"{sealed.annotations} marks"
        said = f"It carries {many} put on it later (comments, highlights); they lie over the pages."
        yield Finding(Sign.NOTE, said)
    if sealed.forms:
        yield Finding(
            Sign.NOTE, "It has fields that can be filled in; what stands in them is not sealed."
        )


def _attachment(
    raw: bytes, path: Path, sealed: SealedFile, at_hand: Questionnaire, moment: dt.datetime
) -> Iterator[Finding]:
    assert sealed.seal is not None
    try:
        attached = read_attachment(raw)
    except NoAttachmentError:
        none = sealed.seal.attachment == digest(b"")
        yield Finding(
            Sign.NOTE if none else Sign.NO,
            "It was made without an assessment inside, so only its pages can be checked."
            if none
            else "The assessment that it was made with has been taken out.",
        )
        return
    yield _found(
        sealed.seal.attachment == digest(attached),
        "The assessment inside is the one that was sealed with the pages.",
        "The assessment inside is not the one that was sealed with the pages.",
    )
    try:
        bundle = transfer.read_bytes(attached, path, moment)
        yield from _content(bundle, sealed, at_hand, moment)
    except StoreError as error:
        yield Finding(Sign.NO, f"The assessment inside cannot be read: {error}")


def _content(
    bundle: Bundle, sealed: SealedFile, at_hand: Questionnaire, moment: dt.datetime
) -> Iterator[Finding]:
    """Whether the pages print the hashes and the bottom line of what is inside."""
    printed = _WHITE.sub("", "".join(sealed.words))
    answers = answers_hash(bundle.draft)
    yield _found(
        answers in printed,
        f"The pages print the hash of the answers inside ({answers[:12]}…).",
        f"The pages do not print the hash of the answers inside ({answers[:12]}…).",
    )
    revision = state_of(bundle)
    if revision:
        yield _found(
            f"Revision{revision.number}:{revision.hash}" in printed,
            f"The pages print the hash of revision {revision.number} ({revision.hash[:12]}…).",
            f"The pages do not print the hash of revision {revision.number} inside.",
        )
    if kind_of(sealed.title) == "memo":
        yield from _conclusions(bundle, printed, at_hand, moment)


def _conclusions(
    bundle: Bundle, printed: str, at_hand: Questionnaire, moment: dt.datetime
) -> Iterator[Finding]:
    """Whether the bottom line stands on the pages, where the law that gave it is at hand."""
    subject = subject_in(bundle, at_hand, moment, bundle.program)
    if subject.assessment.questionnaire.hash not in printed:
        said = "The conclusions were not compared: the rules of the document are not at hand."
        yield Finding(Sign.NOTE, said)
        return
    if subject.decided is None and moment.date().isoformat() not in printed:
        yield Finding(
            Sign.NOTE, "The conclusions were not compared: a draft stores none of its day."
        )
        return
    stated = tuple(_bottom_line(subject))
    lost = [each for each in stated if _WHITE.sub("", each) not in printed]
    yield _found(
        not lost,
        f"The bottom line of the assessment inside, {len(stated)} statements, stands on the pages.",
        f"{len(lost)} of {len(stated)} statements of the bottom line of the assessment inside do not "
        f"stand on the pages; the first is: {''.join(lost[:1])}",
    )


def _bottom_line(subject: Subject) -> Iterator[str]:
    """What section 1 must say: its sentence, and each conclusion of its table.

    A text with script from right to left is left out: its order in a file is the program's.
    """
    bottom = memo_context(subject, Paper.LETTER).bottom
    rows = [row for row in bottom.table.rows if not isinstance(row, GroupRow)]
    for text in (bottom.say, *(row.cells[1].text for row in rows)):
        shown = printable(text)
        if not any(script for _, script in directed(shown)):
            yield shown
