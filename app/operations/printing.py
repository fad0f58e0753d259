"""Documents from an assessment: the jobs for the renderer, and the files they become."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.operations.decided import (
    answers_hash,
    as_printed,
    erased_in,
    exhibit_line,
    history_line,
    revision_subject,
)
from app.operations.house import house_of
from app.operations.noted import last_entry, with_notes
from app.operations.reading import answers_of
from app.operations.screening_paper import screened, screened_as
from app.operations.threads import comment_lines
from app.report.documents import DOCUMENTS, MAIN, job_for
from app.report.subject import Subject
from app.store import exchange
from app.store.files import write_into
from app.store.values import Document

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.sitting import Sitting
    from app.report.jobs import Paper, Rendered, RenderJob
    from app.store.bundle import Bundle

ALL = MAIN
"""What is made where nobody chose: ``memo`` and ``tcp``."""
KINDS = tuple(DOCUMENTS.values())
NAMES = tuple(DOCUMENTS)
"""Every document that can be asked for by name."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document on disk."""

    kind: str
    path: Path
    pages: int
    seconds: float
    broken: str = ""  # why the firm's own templates were not used


@dataclass(frozen=True, slots=True)
class Order:
    """All that a document is made from, read from the library; making the job needs no more."""

    kind: str
    subject: Subject
    attachment: bytes
    paper: Paper

    def job(self) -> RenderJob:
        """The job for the renderer; it takes a second or two, and any thread may make it."""
        return job_for(self.kind, self.subject, self.attachment, self.paper)


def order_of(
    sitting: Sitting, kind: str, paper: Paper | None = None, revision: int | None = None
) -> Order:
    """A document of the draft, or of a revision as it was stored, with the assessment inside.

    The firm's own name, logo, legend, paper and templates are those set in the library.

    Raises:
        StoreError: there is no such revision, or it cannot be evaluated any more.
    """
    library = sitting.library
    bundle = as_printed(library, sitting.id, sitting.program, revision)
    if revision is None:
        subject = with_notes(_draft_subject(sitting, bundle), bundle.notes)
    else:
        q, moment = sitting.questionnaire, sitting.clock()
        state = bundle.revisions[-1]
        subject = revision_subject(bundle, state, q, moment, sitting.who, sitting.program)
        subject = replace(subject, screened=screened_as(sitting, subject.assessment, moment.date()))
    house = house_of(library)
    log = last_entry(library.log.read(sitting.id), subject.decided)
    subject = replace(subject, house=house, log=log)
    return Order(kind, subject, exchange.write(bundle), paper or house.paper)


def _draft_subject(sitting: Sitting, bundle: Bundle) -> Subject:
    return Subject(
        assessment=sitting.assessment,
        name=sitting.head.name,
        moment=sitting.clock(),
        author=sitting.who,
        program=sitting.program,
        history=tuple(map(history_line, bundle.heads)),
        exhibits=tuple(map(exhibit_line, bundle.exhibits)),
        given_at=bundle.moments,
        erased=erased_in(bundle, bundle.draft),
        digest=answers_hash(bundle.draft),
        comments=comment_lines(bundle.notes),
        screened=screened(sitting, sitting.clock().date()),
    )


def keep(
    sitting: Sitting, kind: str, rendered: Rendered, folder: Path, revision: int | None = None
) -> Made:
    """Write a finished document and note it in the library, unless that is read only.

    Raises:
        DiskFailed: the file cannot be written.
    """
    made = write(kind, revised(sitting.head.name, revision), rendered, folder)
    if not sitting.read_only:
        digest = hashlib.sha256(rendered.pdf).hexdigest()
        document = Document(kind, sitting.clock(), digest, str(made.path), revision)
        sitting.library.documents.add(sitting.id, document, sitting.who)
    return made


def write(kind: str, name: str, rendered: Rendered, folder: Path) -> Made:
    """Write a finished document under the assessment's name; whole, or not at all.

    Raises:
        DiskFailed: the file cannot be written.
    """
    path = write_into(folder, f"{_stem(kind, name, rendered.pdf)}.pdf", rendered.pdf)
    return Made(kind, path, rendered.pages, rendered.seconds, rendered.broken)


def _stem(kind: str, name: str, pdf: bytes) -> str:
    """The name of a file; of what leaves the firm without the assessment's name in it."""
    if kind in DOCUMENTS and not DOCUMENTS[kind].named:
        return f"{title_of(kind)} {hashlib.sha256(pdf).hexdigest()[:8]}"
    return f"{file_name(name)} - {title_of(kind)}"


def title_of(kind: str) -> str:
    """The title of a document; one that stands in no table is called by its name."""
    return DOCUMENTS[kind].title if kind in DOCUMENTS else kind.capitalize()


def revised(name: str, revision: int | None) -> str:
    """The name of an assessment with the revision that a document prints."""
    return name if revision is None else f"{name}, revision {revision}"


def file_name(name: str) -> str:
    """A name that every system takes as a file's, at most 80 characters long."""
    plain = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", name)
    return re.sub(r"\s+", " ", plain).strip(" .")[:80].strip(" .") or "Assessment"


__all__ = [
    "ALL",
    "KINDS",
    "MAIN",
    "NAMES",
    "Made",
    "answers_of",
    "file_name",
    "keep",
    "order_of",
    "write",
]
