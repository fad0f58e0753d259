"""The redline of two states: compared, and as the job that prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.operations.compare import compare, compared
from app.operations.states import bundle_point
from app.report.content.words import short
from app.report.jobs import Paper, RenderJob
from app.report.redline import TEMPLATE, Redline, Side, redline_context
from app.store.errors import NotFound

if TYPE_CHECKING:
    import datetime as dt

    from app.operations.compare import Comparison
    from app.operations.desk import Desk
    from app.operations.shelf import Shelf
    from app.operations.states import Point
    from app.questionnaire.definition import Questionnaire
    from app.store.bundle import Bundle
    from app.store.values import RevisionHead

DRAFT = "draft"


def of_library(
    desk: Desk, shelf: Shelf, assessment: str, before: int | None, after: int | None
) -> Redline:
    """The redline of two states in a library; None is the draft.

    Raises:
        NotFound: there is no such revision.
    """
    found = compare(desk, shelf, assessment, before, after)
    heads = {head.number: head for head in desk.library.revisions.heads(assessment)}
    return redline_of(found, desk.library.assessments.get(assessment).name, heads)


def of_file(
    bundle: Bundle, before: int | None, after: int | None, at_hand: Questionnaire, today: dt.date
) -> Redline:
    """The redline of two states in an assessment file; None is the draft.

    Raises:
        NotFound: the file holds no such revision.
    """
    points = (bundle_point(bundle, number, at_hand, today) for number in (before, after))
    heads = {each.number: each.head for each in bundle.revisions}
    return redline_of(compared(*points), bundle.head.name, heads)


def usual_ends(bundle: Bundle) -> tuple[int | None, int | None]:
    """What is compared where nobody chose: the last revision with the draft, or the last two.

    Raises:
        NotFound: the file holds one state only.
    """
    numbers = [each.number for each in bundle.revisions]
    went_on = bool(numbers) and bundle.draft != bundle.revisions[-1].kept
    if went_on:
        return numbers[-1], None
    if len(numbers) > 1:
        return numbers[-2], numbers[-1]
    raise NotFound("this file holds one state only, so there is nothing to compare")


def redline_of(found: Comparison, name: str, heads: dict[int, RevisionHead]) -> Redline:
    """A comparison as the redline prints it."""
    return Redline(
        name=name,
        before=_side(found.before, heads),
        after=_side(found.after, heads),
        facts=found.facts,
        answers=found.answers,
        conclusions=found.conclusions,
        rules=found.rules,
        remarks=found.remarks,
        outcomes={**_outcomes(found.before), **_outcomes(found.after)},
    )


def _outcomes(point: Point) -> dict[tuple[str, str], str]:
    stated = point.state.questionnaire.determinations.values()
    return {
        (each.id, outcome.value): short(outcome.says)
        for each in stated
        for outcome in each.outcomes
    }


def _side(point: Point, heads: dict[int, RevisionHead]) -> Side:
    head = heads.get(point.number) if point.number else None
    q = point.state.questionnaire
    return Side(
        name=point.name,
        day=point.state.day,
        editions=tuple(edition.id for edition in q.editions),
        law=q.hash,
        hash=head.hash if head else "",
        author=head.author if head else "",
        moment=head.moment if head else None,
    )


def redline_job(
    redline: Redline, moment: dt.datetime, author: str, program: str, paper: Paper = Paper.LETTER
) -> RenderJob:
    """The job that prints a redline; it carries no assessment, for it is of two."""
    context = redline_context(redline, moment=moment, author=author, program=program)
    return RenderJob(template=TEMPLATE, context=context, moment=moment, paper=paper)
