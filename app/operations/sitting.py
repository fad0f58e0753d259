"""One open assessment: every answer is evaluated and on disk before the call returns."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.assessment.answers import Answer, Answers, keys_at, next_key
from app.assessment.assessment import Assessment, assess, given_all, reopened
from app.assessment.confidence import confidence
from app.assessment.determination import determinations
from app.assessment.law import PRACTICE, TEXT
from app.operations.called_for import called_for
from app.operations.carrying import details
from app.operations.search_words import concluded_words, search_words
from app.operations.shelf import law_text
from app.operations.summary import summarised
from app.store.errors import StoreError
from app.store.evidence import read_evidence
from app.store.values import Conclusions, Exhibit, Revision, RevisionHead

if TYPE_CHECKING:
    from pathlib import Path

    from app.questionnaire.definition import Questionnaire
    from app.store.library import Library
    from app.store.values import AssessmentHead

Clock = Callable[[], dt.datetime]


@dataclass(slots=True)
class Sitting:
    """An assessment that somebody works on; the only thing that changes is which value it holds.

    Where the library cannot be written the answer stays in memory and ``unsaved`` says why.
    Where ``holds`` is set an answer waits for `save`, so that a window can paint it first.
    """

    library: Library
    questionnaire: Questionnaire
    id: str
    clock: Clock
    who: str
    program: str
    assessment: Assessment
    unsaved: str = ""
    saved_at: dt.datetime | None = None
    holds: bool = False
    _pending: dict[str, Answer] = field(default_factory=dict)
    _withdrawn: set[str] = field(default_factory=set)

    @property
    def head(self) -> AssessmentHead:
        """Its line in the library."""
        return self.library.assessments.get(self.id)

    @property
    def read_only(self) -> str:
        """Why nothing can be written here; empty where it can."""
        return self.library.standing.why_read_only

    def answer(self, address: str, answer: Answer) -> Assessment:
        """Give an answer."""
        return self._changed(self.assessment.given(address, answer), {address: answer})

    def withdraw(self, address: str) -> Assessment:
        """Take an answer back."""
        return self._changed(self.assessment.withdrawn(address), {}, {address})

    def add(self, plural: str) -> str:
        """Add a member to a group; its key."""
        letter = self.questionnaire.group_of_plural[plural].key
        key = next_key({**self.assessment.answers, **self._ever()}, plural, letter)
        before = self.assessment.answers
        added: dict[str, Answer] = {plural: (*keys_at(before, plural), key)}
        added |= reopened(self.questionnaire, before, plural)
        self._changed(given_all(self.assessment, added), added)
        return key

    def _ever(self) -> Mapping[str, Answer]:
        """Addresses of every step so far, undone or not: their keys are not given again."""
        history = self.library.drafts.history(self.id)
        changes = [change for batch in history for change in batch.changes]
        used = {f"{change.address}.x": None for change in changes}
        for change in changes:
            if change.address in self.questionnaire.group_of_plural:
                sides = (side for side in (change.old, change.new) if isinstance(side, str))
                used |= {f"{change.address}.{key}": None for s in sides for key in json.loads(s)}
        return used

    def follow(self, given: Mapping[str, Answer], withdrawn: Collection[str] = ()) -> Assessment:
        """Set answers that follow from a record kept elsewhere, as screening is; no step to undo.

        Raises:
            StoreError: the library cannot be written.
        """
        self.save()
        assessment = self.assessment
        for address, answer in given.items():
            assessment = assessment.given(address, answer)
        for address in withdrawn:
            assessment = assessment.withdrawn(address)
        self.library.drafts.follow(self.id, given, withdrawn, self.clock())
        self.assessment = assessment
        return assessment

    def remove(self, plural: str, key: str) -> Assessment:
        """Remove a member; its answers are kept and count for nothing."""
        kept = tuple(each for each in keys_at(self.assessment.answers, plural) if each != key)
        return self.answer(plural, kept)

    @property
    def can_undo(self) -> bool:
        """Whether a step is left to undo."""
        return self.library.drafts.can_undo(self.id)

    @property
    def can_redo(self) -> bool:
        """Whether an undone step is left to redo."""
        return self.library.drafts.can_redo(self.id)

    def undo(self) -> tuple[str, ...]:
        """Take back the last step; the addresses that it changed."""
        self.save()
        found = self.library.drafts.undo(self.id, self.clock(), self.who)
        return self._reread(found.answers)

    def redo(self) -> tuple[str, ...]:
        """Take the step again that was undone last; the addresses that it changed."""
        self.save()
        found = self.library.drafts.redo(self.id, self.clock(), self.who)
        return self._reread(found.answers)

    def _reread(self, answers: Answers) -> tuple[str, ...]:
        before = self.assessment.answers
        self.assessment = assess(self.questionnaire, answers, self.assessment.today.day)
        addresses = {**before, **answers}
        return tuple(
            at
            for at in addresses
            if (at in before, before.get(at)) != (at in answers, answers.get(at))
        )

    def _changed(
        self, assessment: Assessment, given: Mapping[str, Answer], withdrawn: set[str] | None = None
    ) -> Assessment:
        self.assessment = assessment
        self._pending |= given
        self._withdrawn = (self._withdrawn - set(given)) | (withdrawn or set())
        if not self.holds:
            self.save()
        return assessment

    def save(self) -> None:
        """Write what is not on disk yet; ``unsaved`` says why where it cannot be."""
        if not (self._pending or self._withdrawn):
            return
        moment = self.clock()
        personal = {at for at in self._pending if self._is_personal(at)}
        try:
            self.library.drafts.write(
                self.id,
                self._pending,
                moment,
                self.who,
                withdrawn=self._withdrawn - set(self._pending),
                personal=personal,
            )
        except StoreError as error:
            self.unsaved = str(error)
            return
        self._pending, self._withdrawn, self.unsaved, self.saved_at = {}, set(), "", moment

    def _is_personal(self, address: str) -> bool:
        question = self.questionnaire.questions.get(address.rpartition(".")[2])
        return bool(question and question.personal)

    def summarise(self) -> None:
        """Bring the library's line up to date; a library that is read only keeps its own."""
        if not self.read_only:
            with self.library.together():
                told = summarised(self.assessment).as_json()
                self.library.assessments.summarise(self.id, told)
                self.library.outlooks.put_words({self.id: self._search_words()})
                self.library.actions.put(self.id, called_for(self.assessment))

    def _search_words(self) -> tuple[str, ...]:
        """The words of answers and conclusions, by which the list finds it."""
        today = self.assessment.today
        return (*search_words(self.questionnaire, today.answers), *concluded_words(today))

    def attach(self, path: Path, media_type: str = "application/octet-stream") -> Exhibit:
        """Attach a copy of a file as evidence.

        Raises:
            StoreError: the file cannot be read or is too large, or the library cannot be written.
        """
        content = read_evidence(path)
        moment = self.clock()
        exhibit = Exhibit("", path.name, media_type, len(content), moment, origin=str(path))
        return self.library.evidence.attach(self.id, exhibit, content, moment, self.who)

    def as_of(self, day: dt.date) -> Assessment:
        """The same answers on another day; never stored."""
        return assess(self.questionnaire, self.assessment.answers, day)

    def revisions(self) -> tuple[RevisionHead, ...]:
        """The final states made so far."""
        return self.library.revisions.heads(self.id)

    def save_revision(self, author: str) -> Revision:
        """Make the present state final.

        Raises:
            StoreError: the library cannot be written, or answers are not on disk.
        """
        self.save()
        if self.unsaved:
            raise StoreError(self.unsaved)
        law = self.library.laws.put(law_text(self.questionnaire.texts))
        conclusions = Conclusions(
            law=law,
            days=[evaluation.day.isoformat() for evaluation in self.assessment.evaluations],
            determinations=stored_determinations(self.assessment),
            program=self.program,
            details=details(self.library, self.id),
        )
        kept = self.library.drafts.kept(self.id)
        return self.library.revisions.save(self.id, kept, conclusions, self.clock(), author)


def stored_determinations(assessment: Assessment) -> list[dict[str, object]]:
    """Every determination of every day as a revision keeps it and ``evaluate --json`` prints it."""
    found: list[dict[str, object]] = []
    for evaluation in assessment.evaluations:
        for each in determinations(evaluation):
            grade = confidence(evaluation, each)
            found.append(
                {
                    "id": each.id,
                    "of": dict(each.of),
                    "day": each.day.isoformat(),
                    "value": each.value,
                    "text": list(each.values(TEXT)),
                    "practice": list(each.values(PRACTICE)),
                    "says": each.says,
                    "confidence": grade.grade,
                    "reasons": [because.reason.value for because in grade.reasons],
                    "because": each.because,
                }
            )
    return found
