"""The two groups of answers: one of several, and some of several.

"I don't know yet" is the last of the group. Among some-of answers "None of these" is a choice of
its own: nothing ticked is no answer at all.
"""

from PySide6.QtCore import Signal

from app.ui.kit.choice import Choice, Unknown
from app.ui.kit.group import ChoiceGroup, Part
from app.ui.kit.question_view import UNANSWERED, GivenAnswer, Kind, Option, QuestionView

YES_AND_NO = (Option("yes", "Yes"), Option("no", "No"))
_TRUTH = {"yes": True, "no": False}
_NONE = "none"


class OneOf(ChoiceGroup):
    """One answer of several, or yes and no."""

    answer_given = Signal(object)

    def __init__(self, view: QuestionView) -> None:
        options = YES_AND_NO if view.kind is Kind.YES_NO else view.options
        self._values: tuple[GivenAnswer, ...] = (
            *(_TRUTH[o.value] if view.kind is Kind.YES_NO else o.value for o in options),
            None,
        )
        self._shown: GivenAnswer = UNANSWERED
        unknown = Unknown(view.name("unknown"))
        unknown.join()
        super().__init__(
            [Choice(view.name("choice", o.value), o.title, o.note) for o in options], unknown
        )
        self.show_view(view)

    def show_view(self, view: QuestionView) -> None:
        """Show an answer; only what differs is repainted."""
        self._shown = None if view.is_unknown else view.answer
        answered = self._shown is not UNANSWERED
        for part, value in zip(self.parts, self._values, strict=True):
            part.tick(on=answered and value == self._shown)
        self.settle_focus()

    def take(self, part: Part) -> None:
        """Announce the answer that was chosen, unless it is the one already given."""
        value = self._values[self.parts.index(part)]
        if value != self._shown:
            self._shown = value
            self.answer_given.emit(value)


class SomeOf(ChoiceGroup):
    """Any number of answers, or "None of these"."""

    answer_given = Signal(object)
    arrows_choose = False

    def __init__(self, view: QuestionView) -> None:
        self._values = tuple(option.value for option in view.options)
        self._kept: GivenAnswer = UNANSWERED  # what comes back when "I don't know yet" goes
        choices = [
            Choice(view.name("choice", o.value), o.title, o.note, many=True) for o in view.options
        ]
        self._none = Choice(view.name("choice", _NONE), "None of these", many=True)
        super().__init__([*choices, self._none], Unknown(view.name("unknown")))
        self.show_view(view)

    def show_view(self, view: QuestionView) -> None:
        """Show an answer."""
        if not view.is_unknown or view.answer not in {None, UNANSWERED}:
            self._kept = view.answer
        self._show(None if view.is_unknown else view.answer)
        self.settle_focus()

    def _show(self, answer: GivenAnswer) -> None:
        chosen = answer if isinstance(answer, tuple) else ()
        for value, choice in zip(self._values, self.choices, strict=False):
            choice.tick(on=value in chosen)
        self._none.tick(on=answer == ())
        self.unknown.tick(on=answer is None)

    def take(self, part: Part) -> None:
        """Announce all that is ticked now."""
        answer = self._after(part)
        if answer is not None:
            self._kept = answer
        self._show(answer)
        self.answer_given.emit(answer)

    def _after(self, part: Part) -> GivenAnswer:
        if part is self.unknown:
            return None if part.isChecked() else self._kept
        if part is self._none:
            return () if part.isChecked() else UNANSWERED
        ticked = tuple(
            value
            for value, choice in zip(self._values, self.choices, strict=False)
            if choice.isChecked()
        )
        return ticked or UNANSWERED
