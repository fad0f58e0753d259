"""What an assessment would conclude under the law in use today, beside what it concluded.

Nothing about persons goes into it: what is kept of an outlook stands outside the table of persons.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.assessment.conclusions import concluded, same_conclusions
from app.assessment.determination import determinations
from app.assessment.evaluation import evaluate
from app.assessment.flips import Cause
from app.assessment.migration import carried
from app.assessment.printing import member_name
from app.assessment.settling import open_addresses
from app.operations.compare import as_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from app.assessment.evaluation import Evaluation
    from app.assessment.flips import Flip
    from app.operations.states import Point
    from app.questionnaire.definition import Questionnaire


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found: flips as JSON, questions to answer, changes of rules that lie ahead."""

    flips: tuple[dict[str, Any], ...]
    questions: tuple[str, ...]
    ahead: tuple[dict[str, str], ...]

    def as_json(self) -> dict[str, Any]:
        """As the library keeps it."""
        told = {"questions": list(self.questions), "ahead": list(self.ahead)}
        return {"flips": list(self.flips), **told}


def seen(point: Point, law: Questionnaire, day: dt.date) -> Seen:
    """What a state would conclude on a day under a law, and what of it is other.

    Raises:
        NotCovered: the day is before the law begins.
    """
    state = point.state
    answers = carried(law, state.answers).answers
    end = concluded(law, answers, day)
    alike = state.questionnaire.hash == law.hash and state.day == day and answers == state.answers
    start = end if point.stored is None and alike else point.stored
    same = start is not None and same_conclusions(start, end)
    found = () if same else as_of(point, day, law).flips
    evaluation = evaluate(law, answers, day)
    return Seen(
        flips=tuple(_told(evaluation, flip) for flip in found),
        questions=tuple(dict.fromkeys(_questions(evaluation, found))),
        ahead=tuple(_ahead(evaluation)),
    )


def _told(evaluation: Evaluation, flip: Flip) -> dict[str, Any]:
    return {
        "id": flip.id,
        "title": flip.title,
        "subject": ", ".join(_subject(evaluation, flip)),
        "before": flip.before.says if flip.before else "",
        "after": flip.after.says if flip.after else "",
        "confidence": [each.confidence if each else "" for each in (flip.before, flip.after)],
        "when": [role.value for role in flip.roles],
        "cause": flip.cause.value,
        # What answers lie under it may name a person.
        "why": list(flip.why) if flip.cause is not Cause.ANSWERS else [],
    }


def _subject(evaluation: Evaluation, flip: Flip) -> Iterator[str]:
    """The names of its members; of those whose names are personal only which they are."""
    q = evaluation.questionnaire
    for group, key in flip.of:
        known = q.groups.get(group)
        if not known or key not in evaluation.layout.members[known.plural]:
            yield key
        elif q.questions[known.name].personal:
            yield f"{known.one} {key[len(known.key) :]}"
        else:
            yield member_name(evaluation, group, key)


def _questions(evaluation: Evaluation, found: tuple[Flip, ...]) -> Iterator[str]:
    """The addresses of what is open now under conclusions that were settled before."""
    opened = {
        (flip.id, flip.of)
        for flip in found
        if flip.after and not flip.after.settled and (not flip.before or flip.before.settled)
    }
    for each in determinations(evaluation) if opened else ():
        if (each.id, tuple(sorted(each.of.items()))) in opened:
            yield from open_addresses(evaluation, each)


def _ahead(evaluation: Evaluation) -> Iterator[dict[str, str]]:
    """The later standings of rules that hold here, or may hold."""
    for rule in evaluation.questionnaire.rules.values():
        later = [stated for stated in rule.status if stated.start > evaluation.day]
        if later and any(
            evaluation.value(rule.id, keys) is not False
            for keys in evaluation.layout.keys_of(rule.of)
        ):
            for stated in later:
                yield {
                    "day": stated.start.isoformat(),
                    "rule": f"{rule.entry}: {rule.title}" if rule.entry else rule.title,
                    "becomes": stated.state.replace("_", " "),
                }
