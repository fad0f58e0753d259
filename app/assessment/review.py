"""What is left: open conclusions, contradictions, answers not counted, actions and controls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.contradicted import holding, places
from app.assessment.determination import Determination, determinations
from app.assessment.law import covers_from
from app.assessment.printing import NOT_KNOWN, filled, member_name, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.evaluation import Evaluation
    from app.assessment.values import Truth, Value
    from app.questionnaire.definition import Action, Citations, Contradiction, Control, Group


@dataclass(frozen=True, slots=True)
class Conflict:
    """Answers that cannot all be true, and where to look."""

    says: str
    subject: str
    look_at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToDo:
    """An action that is called for; ``certain`` is no while that is not known yet."""

    id: str
    do: str
    subject: str
    owner: str
    due: str
    because: str
    certain: bool
    cites: Citations
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanControl:
    """A control that the plan calls for, with its state as answered."""

    control: Control
    subject: str
    what: str
    status: str
    owner: str
    called_for: Truth


def open_determinations(evaluation: Evaluation) -> tuple[Determination, ...]:
    """The determinations that are not settled."""
    return tuple(found for found in determinations(evaluation) if not found.settled)


def conflicts(evaluation: Evaluation) -> tuple[Conflict, ...]:
    """Every contradiction that holds, and every circle of things that stand in each other."""
    q, layout = evaluation.questionnaire, evaluation.layout
    stated = tuple(
        Conflict(
            says=contradiction.says,
            subject=subject(evaluation, contradiction, keys),
            look_at=tuple(
                q.address(name, each)
                for name, each in places(layout, contradiction, contradiction.look_at, keys)
            ),
        )
        for contradiction, keys in holding(evaluation)
    )
    return (*stated, *_circles(evaluation), *_uncovered(evaluation))


def _uncovered(evaluation: Evaluation) -> Iterator[Conflict]:
    """The days stated for the transaction for which no law is at hand."""
    q = evaluation.questionnaire
    first = covers_from(q)
    for folder in q.folders.values():
        for name in filter(None, (folder.planned, folder.until)):
            stated = evaluation.value(name, ())
            if isinstance(stated, str) and stated < first.isoformat():
                says = (
                    f"The law at hand begins on {first}. Nothing is concluded for {stated}, which "
                    "is earlier"
                )
                yield Conflict(says=says, subject="", look_at=(q.address(name),))


def _circles(evaluation: Evaluation) -> Iterator[Conflict]:
    for group in evaluation.layout.groups:
        for key in evaluation.layout.members[group.plural] if group.inside else ():
            if key == min(circle := _circle(evaluation, group, key), default=""):
                yield Conflict(
                    says=f"Each {group.one} stands in another, in a circle; one must be outermost",
                    subject=", ".join(member_name(evaluation, group.id, each) for each in circle),
                    look_at=tuple(
                        evaluation.questionnaire.address(group.inside, (each,)) for each in circle
                    ),
                )


def _circle(evaluation: Evaluation, group: Group, key: str) -> tuple[str, ...]:
    """The members from this one on around to it again; none where it stands in no circle."""
    seen: list[str] = []
    at: Value = key
    while isinstance(at, str) and at not in seen:
        seen.append(at)
        known = at in evaluation.layout.members[group.plural]
        at = evaluation.value(group.inside, (at,)) if known else None
    return tuple(seen) if at == key else ()


def to_dos(evaluation: Evaluation) -> tuple[ToDo, ...]:
    """Every action that is called for, or may be."""
    return tuple(
        _to_do(evaluation, action, keys, called is True)
        for action in evaluation.questionnaire.actions.values()
        for keys in evaluation.layout.keys_of(action.of)
        if (called := evaluation.value(action.id, keys)) is not False
    )


def _to_do(
    evaluation: Evaluation,
    action: Action,
    keys: tuple[str, ...],
    certain: bool,  # noqa: FBT001
) -> ToDo:
    return ToDo(
        id=action.id,
        do=filled(evaluation, action.do, action.of, keys),
        subject=subject(evaluation, action, keys),
        owner=answered_or_words(evaluation, action.owner, action, keys),
        due=answered_or_words(evaluation, action.due, action, keys),
        because=filled(evaluation, action.because, action.of, keys),
        certain=certain,
        cites=action.cites,
        keys=keys,
    )


def plan_controls(evaluation: Evaluation) -> Iterator[PlanControl]:
    """Every control that is called for, or may be, by part of the plan."""
    controls = sorted(evaluation.questionnaire.controls.values(), key=lambda c: c.order)
    for control in controls:
        for keys in evaluation.layout.keys_of(control.of):
            called = evaluation.value(control.id, keys)
            if called is not False:
                yield PlanControl(
                    control=control,
                    subject=subject(evaluation, control, keys),
                    what=filled(evaluation, control.what, control.of, keys),
                    status=_status(evaluation, control, keys),
                    owner=answered_or_words(evaluation, control.owner, control, keys),
                    called_for=called if isinstance(called, bool) else None,
                )


def _status(evaluation: Evaluation, control: Control, keys: tuple[str, ...]) -> str:
    """``in_place``, ``planned``, ``gap`` or ``not known``."""
    if not control.status:
        return NOT_KNOWN
    bound = dict(zip(control.of, keys, strict=True))
    scope = evaluation.questionnaire.questions[control.status].of
    value = evaluation.value(control.status, tuple(bound[group] for group in scope))
    return value if isinstance(value, str) else NOT_KNOWN


def answered_or_words(
    evaluation: Evaluation,
    stated: str,
    thing: Action | Control,
    keys: tuple[str, ...],
) -> str:
    """The answer to the question named, or the words themselves."""
    if stated not in evaluation.questionnaire.questions:
        return stated
    bound = dict(zip(thing.of, keys, strict=True))
    return value_text(evaluation, stated, bound)


def subject(
    evaluation: Evaluation,
    thing: Action | Control | Contradiction,
    keys: tuple[str, ...],
) -> str:
    """The names of the members that a thing is about."""
    pairs = zip(thing.of, keys, strict=True)
    return ", ".join(member_name(evaluation, group, key) for group, key in pairs)
