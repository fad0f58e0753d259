"""The work on one assessment: hands answers to the sitting, and tells what is new.

A new value is told twice: at once, so that the frame after the click shows it, and again
when it is known which questions are asked now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.assessment.assessment import assess
from app.assessment.interview import parts
from app.assessment.law import NotCovered, boundaries, coverage, covers_from
from app.assessment.migration import carried
from app.operations.looking import Looking, flip_words, laws_at_hand
from app.operations.screening import standing
from app.operations.screening_answers import answer_oneself, follow
from app.operations.troubles import TROUBLES
from app.store.errors import Refused, StoreError
from app.ui.kit.question_view import UNANSWERED
from app.ui.views.words import answer_words, capital

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from app.assessment.answers import Answer
    from app.assessment.assessment import Assessment
    from app.assessment.interview import Part
    from app.operations.looking import LawAtHand
    from app.operations.screening_record import Record
    from app.operations.sitting import Sitting

_RULE_FAILED = "A rule could not be applied. Your answers are kept as they were."


class Work(QObject):
    """Holds the sitting and what follows from it; the only one who gives it answers."""

    answered = Signal()
    asked_anew = Signal()
    troubled = Signal(str)

    def __init__(self, parent: QObject, sitting: Sitting) -> None:
        super().__init__(parent)
        self.sitting = sitting
        self._looking = Looking(sitting)
        self.laws = laws_at_hand(sitting)
        self.law_shown = self.laws[0]
        self.flip_lines: tuple[str, ...] = ()
        sitting.holds = True  # an answer is painted first and written in the same breath after it
        self._can = (sitting.can_undo, sitting.can_redo)
        self.head = sitting.head
        self.shown: Assessment = sitting.assessment
        self.parts: tuple[Part, ...] = parts(sitting.assessment)
        self.record: Record | None = None
        self._undo: list[str] = []
        self._redo: list[str] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._ask_anew)

    @property
    def assessment(self) -> Assessment:
        """The assessment as it is worked on."""
        return self.sitting.assessment

    @property
    def enabled(self) -> bool:
        """Whether answers can be given."""
        return not self.sitting.read_only

    @property
    def today(self) -> dt.date:
        """The day on which one works."""
        return self.assessment.today.day

    @property
    def is_as_of(self) -> bool:
        """Whether the panel shows another day than today, or another law than the one in use."""
        return self.shown.today.day != self.today or self.law_shown is not self.laws[0]

    # ---------------------------------------------------------------- answers
    def answer(self, address: str, value: object) -> None:
        """Give an answer, or take it back where it is `UNANSWERED`."""
        if value is UNANSWERED:
            if address in self.assessment.answers:
                self._do(self._words(address, None, taken=True), self.sitting.withdraw, address)
            return
        answer: Answer = value  # type: ignore[assignment]  # the card gives what fits its question
        self._do(self._words(address, answer), answer_oneself, self.sitting, address, answer)

    def attach(self, address: str, path: Path) -> None:
        """Attach a file as evidence and answer with its name."""
        try:
            exhibit = self.sitting.attach(path)
        except TROUBLES as error:
            self.troubled.emit(str(error))
            return
        self.answer(address, exhibit.name)

    def note_source(self, address: str, source: str) -> None:
        """Say in which document and on which page a fact stands."""
        at = f"{address}.source"
        if source:
            self._do("Source", self.sitting.answer, at, source)
        elif at in self.assessment.answers:
            self._do("Source", self.sitting.withdraw, at)

    def add(self, plural: str) -> str:
        """Add a member; its key."""
        one = self.assessment.questionnaire.group_of_plural[plural].one
        before = self.assessment.answers.get(plural, ())
        self._do(f"{capital(one)} added", self.sitting.add, plural)
        after = self.assessment.answers.get(plural, ())
        new = set(after) - set(before) if after and isinstance(before, tuple) else set()  # type: ignore[arg-type]
        return next(iter(new), "")

    def remove(self, plural: str, key: str) -> None:
        """Remove a member; what was answered for it is kept and counts for nothing."""
        one = self.assessment.questionnaire.group_of_plural[plural].one
        self._do(f"{capital(one)} removed", self.sitting.remove, plural, key)

    def complete(self, plural: str, *, whole: bool) -> None:
        """Say that these are all, or take it back."""
        at = f"{plural}.complete"
        words = f"These are all the {plural}"
        if whole:
            self._do(words, self.sitting.answer, at, True)  # noqa: FBT003 - an answer
        else:
            self._do(words, self.sitting.withdraw, at)

    def _do(self, words: str, verb: Callable[..., object], *given: object) -> None:
        try:
            verb(*given)
        except TROUBLES as error:
            self.troubled.emit(str(error))
            return
        except Exception as error:  # noqa: BLE001 - whatever a rule does, the window stays
            self.troubled.emit(f"{_RULE_FAILED} ({error})")
            return
        self._undo.append(words)
        self._redo.clear()
        self._can = (True, False)
        self._changed()

    def _words(self, address: str, answer: Answer, *, taken: bool = False) -> str:
        q = self.assessment.questionnaire
        question = q.questions.get(address.rpartition(".")[2])
        if question is None:
            return "the last step"
        words = "taken back" if taken else answer_words(q, question, answer)
        return f"{capital(question.short)}, {words}"

    def follow_screening(self) -> None:
        """Let the answers say what the screening says; a person did nothing that could be undone."""
        before = self.assessment
        if self.enabled:
            self.record = follow(self.sitting, self.today)
        else:
            self.record = standing(self.sitting.library, self.sitting.id, self.today)
        if self.assessment is not before:
            self._changed()

    # ---------------------------------------------------------------- undo
    def undo(self) -> str:
        """Take the last step back; the first address that it changed."""
        return self._step(self._undo, self._redo, self.sitting.undo)

    def redo(self) -> str:
        """Take it again."""
        return self._step(self._redo, self._undo, self.sitting.redo)

    def _step(
        self, source: list[str], target: list[str], verb: Callable[[], tuple[str, ...]]
    ) -> str:
        try:
            changed = verb()
        except TROUBLES as error:
            self.troubled.emit(str(error))
            return ""
        target.append(source.pop() if source else "the last step")
        self._can = (self.sitting.can_undo, self.sitting.can_redo)
        self._changed()
        return changed[0] if changed else ""

    def undo_words(self) -> str:
        """What undo would take back; empty where there is nothing."""
        if not self._can[0] or not self.enabled:
            return ""
        return f"Undo: {self._undo[-1] if self._undo else 'the last step'}"

    def redo_words(self) -> str:
        """What redo would do again."""
        if not self._can[1] or not self.enabled:
            return ""
        return f"Redo: {self._redo[-1] if self._redo else 'the step'}"

    # ---------------------------------------------------------------- days
    def show_day(self, day: dt.date | None) -> str:
        """Show another day, or today and the law in use again; why not, where it cannot be."""
        law = self.law_shown if day is not None else self.laws[0]
        return self._look(day or self.today, law)

    def show_law(self, mark: str) -> str:
        """Show what another law says, on the day that is shown; why not, where it cannot be."""
        law = next(each for each in self.laws if each.mark == mark)
        return self._look(self.shown.today.day, law)

    def _look(self, day: dt.date, law: LawAtHand) -> str:
        try:
            shown, lines = self._looked(day, law)
        except (NotCovered, StoreError) as error:
            return capital(f"{error}.")
        self.law_shown, self.shown, self.flip_lines = law, shown, lines
        self.answered.emit()
        self.asked_anew.emit()
        return ""

    def _looked(self, day: dt.date, law: LawAtHand) -> tuple[Assessment, tuple[str, ...]]:
        """The draft as it would be, and what of it flips against today and the law in use."""
        if day == self.today and law is self.laws[0]:
            return self.assessment, ()
        questionnaire = self._looking.law(law)
        if questionnaire is None:
            raise Refused(self._looking.shelf.troubles[law.law])
        self.sitting.save()
        found = self._looking.look(None, day, questionnaire)
        return assess(questionnaire, found.state.answers, day), tuple(map(flip_words, found.flips))

    def covered_words(self) -> str:
        """What the editions cover on the day that is shown, in their own words."""
        q, day = self.assessment.questionnaire, self.shown.today.day
        return " ".join(f"{f.regime or f.title}: {says}" for f, says in coverage(q, day))

    def rule_days(self) -> tuple[dt.date, ...]:
        """The days on which a rule changes, as far as they are covered."""
        q = self.assessment.questionnaire
        first = covers_from(q)
        return tuple(day for day in boundaries(q) if day >= first)

    # ---------------------------------------------------------------- telling
    def _changed(self) -> None:
        if self.is_as_of:
            q, day = self.shown.questionnaire, self.shown.today.day
            self.shown = assess(q, carried(q, self.assessment.answers).answers, day)
        else:
            self.shown = self.assessment
        self.answered.emit()
        self._rest.start(0)

    def _ask_anew(self) -> None:
        self.sitting.save()
        self.parts = parts(self.assessment)
        if self.is_as_of:
            _, self.flip_lines = self._looked(self.shown.today.day, self.law_shown)
        self.asked_anew.emit()

    def save_revision(self) -> int:
        """Make the present state final; the number of the revision."""
        revision = self.sitting.save_revision(self.sitting.who)
        self.head = self.sitting.head
        return revision.number

    def settle_now(self) -> None:
        """Say at once which questions are asked, where somebody goes on in the same moment."""
        if self._rest.isActive():
            self._rest.stop()
            self._ask_anew()
