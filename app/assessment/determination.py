"""Determinations: what the law concludes for each member, in its text and in practice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.contradicted import unsettled
from app.assessment.law import PRACTICE, TEXT, begins_on
from app.assessment.printing import filled, member_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Determination as Stated
    from app.questionnaire.definition import Outcome


_CONTRADICTED = "Not determined: answers that it rests on cannot all be true"


@dataclass(frozen=True, slots=True)
class Determination:
    """One conclusion for certain members on a day.

    ``text`` and ``practice`` hold the outcomes that can still be the first to hold, most
    control first; one is a settled view.  ``value`` is the conclusion where it is settled.
    """

    id: str
    keys: tuple[str, ...]
    of: Mapping[str, str]
    title: str
    subject: str
    section: str
    kind: str
    day: dt.date
    text: tuple[Outcome, ...]
    practice: tuple[Outcome, ...]
    says: str
    because: str

    @property
    def settled(self) -> bool:
        """Whether the text of the law allows one outcome only."""
        return len(self.text) == 1

    @property
    def differs(self) -> bool:
        """Whether text and practice differ though the text is settled."""
        return self.settled and self.values(PRACTICE) != self.values(TEXT)

    @property
    def value(self) -> str | None:
        """The outcome's value; None while it is undetermined."""
        return self.text[0].value if self.settled else None

    @property
    def tone(self) -> str:
        """How the outcome is shown: required, depends, none or open."""
        if not self.settled:
            tones = {outcome.tone for outcome in (*self.text, *self.practice)}
            return "required" if tones == {"required"} else "open"
        return "depends" if self.differs else self.text[0].tone

    def values(self, view: str) -> tuple[str, ...]:
        """The values of the outcomes possible in a view."""
        outcomes = self.text if view == TEXT else self.practice
        return tuple(outcome.value for outcome in outcomes)


def determinations(evaluation: Evaluation) -> Iterator[Determination]:
    """Every determination that arises, in the order of the definition, member by member."""
    for stated in evaluation.questionnaire.determinations.values():
        for keys in evaluation.layout.keys_of(stated.of):
            if arises(evaluation, stated, keys):
                yield determination(evaluation, stated.id, keys)


def outcomes(evaluation: Evaluation) -> dict[tuple[str, tuple[str, ...]], tuple[str, ...]]:
    """The values of the outcomes that the text leaves possible, for each that arises."""
    return {
        (stated.id, keys): tuple(o.value for o in possible(evaluation, stated, keys, TEXT))
        for stated in evaluation.questionnaire.determinations.values()
        for keys in evaluation.layout.keys_of(stated.of)
        if arises(evaluation, stated, keys)
    }


def arises(evaluation: Evaluation, stated: Stated, keys: tuple[str, ...]) -> bool:
    """Whether the determination is wanted for these members, and its edition covers the day."""
    if evaluation.day < begins_on(evaluation.questionnaire, stated):
        return False
    index = evaluation.layout.index(stated.id, "", keys)
    wanted = evaluation.layout.instances[index].codes[-1]
    return wanted.run(evaluation.values) is not False


def determination(evaluation: Evaluation, name: str, keys: tuple[str, ...]) -> Determination:
    """The determination with this id for these members."""
    stated = evaluation.questionnaire.determinations[name]
    text = possible(evaluation, stated, keys, TEXT)
    practice = possible(evaluation, stated, keys, PRACTICE)
    of = dict(zip(stated.of, keys, strict=True))
    return Determination(
        id=name,
        keys=keys,
        of=of,
        title=stated.title,
        subject=", ".join(member_name(evaluation, group, key) for group, key in of.items()),
        section=stated.section,
        kind=stated.kind,
        day=evaluation.day,
        text=text,
        practice=practice,
        says=_says(evaluation, stated, keys, text),
        because=filled(evaluation, text[0].because, stated.of, keys) if len(text) == 1 else "",
    )


def possible(
    evaluation: Evaluation, stated: Stated, keys: tuple[str, ...], view: str
) -> tuple[Outcome, ...]:
    """The outcomes that can still be the first to hold in a view.

    Where the answers that it rests on contradict each other, those with more control as well:
    a contradiction frees nothing.
    """
    index = evaluation.layout.index(stated.id, view, keys)
    found = _possible(evaluation, stated, index)
    if found and unsettled(evaluation, index):
        return stated.outcomes[: 1 + stated.outcomes.index(found[-1])]
    return found


def _possible(evaluation: Evaluation, stated: Stated, index: int) -> tuple[Outcome, ...]:
    codes = evaluation.layout.instances[index].codes[:-1]
    found: list[Outcome] = []
    for outcome, code in zip(stated.outcomes, codes, strict=True):
        truth = code.run(evaluation.values)
        if truth is not False:
            found.append(outcome)
        if truth is True:
            break
    return tuple(found)


def _says(
    evaluation: Evaluation, stated: Stated, keys: tuple[str, ...], text: tuple[Outcome, ...]
) -> str:
    if len(text) > 1 and unsettled(evaluation, evaluation.layout.index(stated.id, TEXT, keys)):
        return _CONTRADICTED
    words = [filled(evaluation, outcome.says, stated.of, keys) for outcome in text]
    return words[0] if len(words) == 1 else "Not determined: " + " or ".join(words)
