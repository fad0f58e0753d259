"""A revision or a draft as one end of a comparison, under the law it was decided under."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.conclusions import stored_conclusions
from app.assessment.flips import State
from app.assessment.migration import carried
from app.operations.shelf import law_text
from app.questionnaire.loader import load
from app.questionnaire.source import QuestionnaireError
from app.store import codec
from app.store.errors import NotFound

if TYPE_CHECKING:
    from app.assessment.answers import Answer, Answers
    from app.assessment.conclusions import Conclusions
    from app.operations.desk import Desk
    from app.operations.shelf import Shelf
    from app.questionnaire.definition import Questionnaire
    from app.store.bundle import Bundle
    from app.store.values import KeptAnswers, Revision


@dataclass(frozen=True, slots=True)
class Point:
    """One state of an assessment: what it is called, its answers, day and law, what it concluded.

    ``stored`` is None for a draft: a draft has no conclusions but those worked out now.
    ``trouble`` says why the law of a revision is not the one that it was decided under.
    """

    assessment: str
    name: str
    number: int | None
    state: State
    stored: Conclusions | None = None
    erased: frozenset[str] = frozenset()
    trouble: str = ""


def draft_point(desk: Desk, assessment: str) -> Point:
    """The draft as it stands, today, under the law in use."""
    answers = desk.library.drafts.read(assessment)
    state = State(desk.questionnaire, answers.answers, desk.clock().date())
    return Point(assessment, "Draft", None, state, erased=frozenset(answers.erased))


def revision_point(desk: Desk, shelf: Shelf, assessment: str, number: int) -> Point:
    """A revision with what it stored, on its own day and under its own law.

    Raises:
        NotFound: there is no such revision.
    """
    revision = desk.library.revisions.read(assessment, number)
    answers = desk.library.people.in_place(assessment, revision.kept)
    law = shelf.law(revision.conclusions.law)
    q = law or desk.questionnaire
    concluded = revision.conclusions
    return Point(
        assessment=assessment,
        name=f"Revision {number}",
        number=number,
        state=State(q, answers.answers, first_day(revision)),
        stored=stored_conclusions(q, answers.answers, concluded.days, concluded.determinations),
        erased=frozenset(answers.erased),
        trouble="" if law else shelf.troubles[concluded.law],
    )


def point(desk: Desk, shelf: Shelf, assessment: str, number: int | None) -> Point:
    """A revision by its number, or the draft."""
    if number is None:
        return draft_point(desk, assessment)
    return revision_point(desk, shelf, assessment, number)


def bundle_point(
    bundle: Bundle, number: int | None, questionnaire: Questionnaire, today: dt.date
) -> Point:
    """A state out of an assessment file: a revision under the law that came with it, or the draft.

    Raises:
        NotFound: the file holds no such revision.
    """
    if number is None:
        answers = carried(questionnaire, bundle_answers(bundle, bundle.draft)).answers
        return Point(bundle.head.id, "Draft", None, State(questionnaire, answers, today))
    revision = next((each for each in bundle.revisions if each.number == number), None)
    if revision is None:
        held = ", ".join(str(each.number) for each in bundle.revisions) or "none"
        raise NotFound(f"the file holds no revision {number}; it holds {held}")
    law, trouble = _bundled_law(bundle, revision, questionnaire)
    q, concluded = law or questionnaire, revision.conclusions
    kept = bundle_answers(bundle, revision.kept)
    return Point(
        assessment=bundle.head.id,
        name=f"Revision {number}",
        number=number,
        state=State(q, kept, first_day(revision)),
        stored=stored_conclusions(q, kept, concluded.days, concluded.determinations),
        trouble=trouble,
    )


def bundle_answers(bundle: Bundle, kept: KeptAnswers) -> Answers:
    """Kept answers with those about persons in their places; erased ones are not known."""
    found: dict[str, Answer] = dict(kept.answers)
    for address, key in kept.people.items():
        person = bundle.people.get(key)
        found[address] = person.data if person else None
    return found


def _bundled_law(
    bundle: Bundle, revision: Revision, at_hand: Questionnaire
) -> tuple[Questionnaire | None, str]:
    if codec.digest_of_text(law_text(at_hand.texts)) == revision.conclusions.law:
        return at_hand, ""  # reading a law takes a second or two
    try:
        return load(json.loads(bundle.laws[revision.conclusions.law])), ""
    except (KeyError, QuestionnaireError, ValueError) as error:
        first = str(error).splitlines()[0]
        return None, f"the law of revision {revision.number} cannot be read: {first}"


def first_day(revision: Revision) -> dt.date:
    """The day on which a revision was decided: the first of those it was evaluated for."""
    days = revision.conclusions.days
    if isinstance(days, list) and days:
        return dt.date.fromisoformat(str(days[0]))
    return revision.moment.date()
