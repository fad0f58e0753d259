"""One section for one member as a page: heading, members, questions, what the figures come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.answers import keys_at
from app.assessment.printing import member_name
from app.assessment.review import conflicts
from app.ui.views.figures import FigureView, figures_of
from app.ui.views.planes import plane_of
from app.ui.views.questions import Shown, shown
from app.ui.views.sections import home_of_group, ordered_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.assessment.assessment import Assessment
    from app.assessment.interview import Part
    from app.questionnaire.definition import Section
    from app.ui.kit.plane import PlaneView
    from app.ui.views.places import Place


@dataclass(frozen=True, slots=True)
class GroupView:
    """The group that a page goes through: its members, and whether a person said they are all."""

    id: str
    plural: str
    one: str
    members: tuple[tuple[str, str], ...]
    current: str
    is_home: bool
    ask_complete: str
    complete: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """A page, complete; ``figures_after`` is the address of the question they stand behind."""

    place: Place
    eyebrow: str
    title: str
    intro: str
    group: GroupView | None
    questions: tuple[Shown, ...]
    empty: str
    figures: tuple[FigureView, ...]
    plane: PlaneView | None
    figures_after: str
    enabled: bool
    back_words: str
    next_words: str


def page_view(
    assessment: Assessment, parts: Sequence[Part], place: Place, *, enabled: bool
) -> PageView:
    """The page of a place."""
    q = assessment.questionnaire
    section = q.sections[place.id]
    mine = [p for p in parts if p.section.id == place.id and p.keys == place.keys]
    against = conflicts(assessment.today)
    questions = tuple(
        shown(assessment, each, against, enabled=enabled) for part in mine for each in part.asked
    )
    table = next((each.address for each in questions if each.view.rows), "")
    before, after = neighbours(assessment, place)
    return PageView(
        place=place,
        eyebrow=q.sections[section.within].title if section.within in q.sections else "",
        title=section.title,
        intro=section.intro,
        group=_group(assessment, section, place),
        questions=questions,
        empty="" if questions else _empty(assessment, section),
        figures=figures_of(assessment.today, place.keys) if table else (),
        plane=plane_of(assessment.today, place.keys) if table else None,
        figures_after=table,
        enabled=enabled,
        back_words=_name(assessment, before),
        next_words=_name(assessment, after) or "Review",
    )


def _group(assessment: Assessment, section: Section, place: Place) -> GroupView | None:
    if len(section.of) != 1:
        return None
    group = assessment.questionnaire.groups[section.of[0]]
    keys = keys_at(assessment.answers, group.plural)
    return GroupView(
        id=group.id,
        plural=group.plural,
        one=group.one,
        members=tuple((key, member_name(assessment.today, group.id, key)) for key in keys),
        current=next((key for key in place.keys if key in keys), ""),
        is_home=home_of_group(assessment, group.id).id == section.id,
        ask_complete=group.complete,
        complete=assessment.answers.get(f"{group.plural}.complete") is True,
    )


def _empty(assessment: Assessment, section: Section) -> str:
    """Why nothing is asked here."""
    if section.of and not assessment.today.layout.keys_of(section.of):
        one = assessment.questionnaire.groups[section.of[0]].one
        return f"No {one} yet. Add one, and its questions appear here."
    return "Nothing is asked here so far. Other answers can change that."


def neighbours(assessment: Assessment, place: Place) -> tuple[Place | None, Place | None]:
    """The places that Back and Next lead to."""
    places = ordered_places(assessment)
    if place not in places:
        return None, None
    at = places.index(place)
    before = places[at - 1] if at else None
    return before, places[at + 1] if at + 1 < len(places) else None


def _name(assessment: Assessment, place: Place | None) -> str:
    return assessment.questionnaire.sections[place.id].title if place else ""
