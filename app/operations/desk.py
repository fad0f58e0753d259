"""The desk: one library under one law, and what a person does with whole assessments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.assessment import assess
from app.assessment.migration import carried
from app.operations.carrying import carry_draft
from app.operations.concern import NO_CONCERN, Concern, concerns
from app.operations.sitting import Clock, Sitting
from app.operations.summary import Summary, summary_from
from app.report.attachment import read_attachment
from app.report.errors import ReportError
from app.store import transfer
from app.store.errors import UnreadableFile
from app.store.transfer import IfPresent
from app.store.values import SortBy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from app.assessment.answers import Answer
    from app.questionnaire.definition import Questionnaire
    from app.store.bundle import Bundle
    from app.store.library import Library


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the library's list."""

    id: str
    name: str
    changed: dt.datetime
    revisions: int
    summary: Summary
    concern: Concern = NO_CONCERN


@dataclass(frozen=True, slots=True)
class Desk:
    """A library, the law it is worked under, the clock, and the stated name of who works."""

    library: Library
    questionnaire: Questionnaire
    clock: Clock
    who: str
    program: str
    shipped: Questionnaire | None = None  # where an imported edition is in use instead

    @property
    def shipped_law(self) -> Questionnaire:
        """The law that came with the program."""
        return self.shipped or self.questionnaire

    def lines(
        self, text: str = "", by: SortBy = SortBy.CHANGED, *, deleted: bool = False
    ) -> list[Line]:
        """The list, or the bin; every word of ``text`` is sought in names, summaries, answers."""
        heads = self.library.assessments.list(text, by=by, deleted=deleted)
        today = self.clock().date()
        found = {} if deleted else concerns(self.library, self.questionnaire, today)
        return [
            Line(
                id=head.id,
                name=head.name,
                changed=head.changed,
                revisions=head.revisions,
                summary=summary_from(head.summary),
                concern=found.get(head.id, NO_CONCERN),
            )
            for head in heads
        ]

    def create(self, name: str, answers: Mapping[str, Answer] | None = None) -> Sitting:
        """Begin an assessment, empty or with answers."""
        head = self.library.assessments.create(name, self.clock(), self.who)
        if answers:
            personal = {at for at in answers if self._is_personal(at)}
            self.library.drafts.write(head.id, answers, self.clock(), self.who, personal=personal)
        sitting = self.open(head.id)
        sitting.summarise()
        return sitting

    def _is_personal(self, address: str) -> bool:
        question = self.questionnaire.questions.get(address.rpartition(".")[2])
        return bool(question and question.personal)

    def open(self, assessment: str) -> Sitting:
        """Open an assessment to work on it.

        Raises:
            NotFound: no such assessment stands in the library.
        """
        if not self.library.standing.why_read_only:
            carry_draft(self.library, self.questionnaire, assessment, self.clock(), self.who)
        answers = carried(self.questionnaire, self.library.drafts.read(assessment).answers).answers
        today = self.clock().date()
        return Sitting(
            library=self.library,
            questionnaire=self.questionnaire,
            id=self.library.assessments.get(assessment).id,
            clock=self.clock,
            who=self.who,
            program=self.program,
            assessment=assess(self.questionnaire, answers, today),
        )

    def rename(self, assessment: str, name: str) -> None:
        """Give an assessment another name."""
        self.library.assessments.rename(assessment, name, self.clock(), self.who)

    def duplicate(self, assessment: str, name: str) -> str:
        """Begin a new assessment with the answers of another; its id."""
        return self.library.assessments.duplicate(assessment, name, self.clock(), self.who).id

    def delete(self, assessment: str) -> None:
        """Put a draft in the bin.

        Raises:
            Refused: it has a revision and must be kept.
        """
        self.library.assessments.delete(assessment, self.clock(), self.who)

    def restore(self, assessment: str) -> None:
        """Take an assessment out of the bin."""
        self.library.assessments.restore(assessment, self.clock(), self.who)

    def export(self, assessment: str, path: Path, phrase: str = "") -> None:
        """Write one assessment with all that belongs to it into a file, locked if with a phrase."""
        transfer.write_file(transfer.whole(self.library, assessment, self.program), path, phrase)

    def bring(self, path: Path, if_present: IfPresent = IfPresent.REFUSE, phrase: str = "") -> str:
        """Take in a ``.clearway`` file, or the assessment that a PDF of ours carries; its id.

        Raises:
            Locked: the file is locked, and the passphrase is missing or another.
            StoreError: the file cannot be read or holds what must not be replaced.
        """
        bundle = read_bundle(path, self.clock(), phrase)
        return transfer.bring(self.library, bundle, self.clock(), self.who, if_present)

    def backup(self, path: Path, phrase: str = "") -> None:
        """Copy the whole library into one file, and open the copy to see that it is whole."""
        self.library.backup(path, phrase)


def read_bundle(path: Path, moment: dt.datetime, phrase: str = "") -> Bundle:
    """The assessment of a ``.clearway`` file or of a PDF that carries one.

    Raises:
        Locked: it is locked, and the passphrase is missing or another.
        UnreadableFile: it is neither, or damaged; says what to do.
    """
    if path.suffix.lower() != ".pdf":
        return transfer.read_file(path, moment, phrase)
    try:
        attached = read_attachment(path.read_bytes())
    except OSError as error:
        message = f"{path}: the file cannot be read ({error.strerror})"
        raise UnreadableFile(message) from error
    except ReportError as error:
        message = f"{path}: {error}"
        raise UnreadableFile(message) from error
    return transfer.read_bytes(attached, path, moment)
