"""A document of ours that came back: its assessment, its comments, and what each place in it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.assessment import assess
from app.assessment.printing import member_name
from app.operations.decided import revision_subject, state_of
from app.operations.desk import read_bundle
from app.operations.reading import Opened, answers_of, subject_of
from app.report.comments import read_comments
from app.report.content.matter import Matter
from app.report.documents import DOCUMENTS
from app.report.errors import ReportError
from app.store.errors import UnreadableFile

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from app.questionnaire.definition import Questionnaire
    from app.report.comments import Comment
    from app.report.subject import Subject
    from app.store.bundle import Bundle

LARGEST = 200 * 2**20
"""Bytes of a document that is taken back."""


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """Where a comment stands: as it was printed, and the section and address of the question."""

    words: str
    section: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """What came back; ``addresses`` says what stands under each printed number."""

    assessment: str
    name: str
    kind: str
    revision: int | None
    comments: tuple[Comment, ...]
    addresses: Mapping[str, tuple[str, str]]
    titles: Mapping[str, str]
    sections: Mapping[str, str]
    remarks: tuple[str, ...] = ()

    def place(self, comment: Comment) -> MarkedPlace:
        """The place of a comment; a page alone where nothing nearer could be found."""
        address, words = self.addresses.get(comment.reference, ("", ""))
        parts = []
        if comment.section:
            head = "Annex" if comment.section.isalpha() else "Section"
            title = self.titles.get(comment.section, "")
            parts.append(f"{head} {comment.section}{f' ({title})' if title else ''}")
        if comment.reference:
            parts.append(f"{comment.reference}{f': {words}' if words else ''}")
        said = ", ".join(parts) or f"Page {comment.page}"
        return MarkedPlace(said, self.sections.get(address.rpartition(".")[2], ""), address)


def read_marked(
    path: Path, questionnaire: Questionnaire, moment: dt.datetime, program: str
) -> MarkedDocument:
    """A memo or plan with the comments in it.

    Raises:
        UnreadableFile: it is no document of ours, is damaged, locked or too large.
    """
    raw = _bytes(path)
    bundle = read_bundle(path, moment)
    try:
        comments = read_comments(raw)
    except ReportError as error:
        message = f"{path.name}: {error}"
        raise UnreadableFile(message) from error
    subject = subject_in(bundle, questionnaire, moment, program)
    kind = kind_of(comments.title)
    matter = Matter(subject, of_plan=kind == "tcp")
    left = comments.left_out
    remarks = (
        (f"{left} more comments were left out: {len(comments.found)} are read",) if left else ()
    )
    q = subject.assessment.questionnaire
    return MarkedDocument(
        assessment=bundle.head.id,
        name=bundle.head.name,
        kind=kind,
        revision=subject.revision,
        comments=comments.found,
        addresses=_addresses(matter),
        titles=_titles(kind, subject),
        sections={name: question.section for name, question in q.questions.items()},
        remarks=remarks,
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.suffix.lower() != ".pdf":
            message = f"{path.name} is no PDF; drop the memo or plan that counsel marked"
            raise UnreadableFile(message)
        if path.stat().st_size > LARGEST:
            message = f"{path.name} is larger than {LARGEST >> 20} MB"
            raise UnreadableFile(message)
        return path.read_bytes()
    except OSError as error:
        message = f"{path}: the file cannot be read ({error.strerror})"
        raise UnreadableFile(message) from error


def kind_of(title: str) -> str:
    """The kind of a document by the title in its file; the memo where it has another."""
    heads = (kind.id for kind in DOCUMENTS.values() if title.startswith(f"{kind.title}:"))
    return next(heads, "memo")


def subject_in(
    bundle: Bundle, questionnaire: Questionnaire, moment: dt.datetime, program: str
) -> Subject:
    """What the documents of an assessment file are made from: its revision, or its draft."""
    if revision := state_of(bundle):
        return revision_subject(bundle, revision, questionnaire, moment, "", program)
    assessment = assess(questionnaire, answers_of(bundle), moment.date())
    return subject_of(Opened(assessment, bundle), moment, "", program)


def _titles(kind: str, subject: Subject) -> dict[str, str]:
    """The titles of sections and annexes by their numbers."""
    from app.report.jobs import Paper  # noqa: PLC0415  # a skin loads it with the first document

    context = DOCUMENTS[kind].context(subject, Paper.LETTER)
    return {entry.number: entry.title for entry in getattr(context, "contents", ())}


def _addresses(matter: Matter) -> dict[str, tuple[str, str]]:
    """What question stands under each number of facts, questions and open points."""
    by_reference = {
        **{str(ref): at for at, ref in matter.facts.items()},
        **{str(ref): at for at, ref in matter.questions.items()},
        **{str(ref): at for at, ref in matter.opens.items()},
    }
    return {ref: (at, _words(matter, at)) for ref, at in by_reference.items()}


def _words(matter: Matter, address: str) -> str:
    asked = matter.by_address.get(address)
    if asked is None:
        return address
    pairs = zip(asked.question.of, asked.keys, strict=True)
    names = " to ".join(member_name(matter.today, group, key) for group, key in pairs)
    return f"{asked.question.short} ({names})" if names else asked.question.short
