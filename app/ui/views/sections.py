"""The rail: every section with its honest progress, and the members of the one that is open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.ui.kit.marks import Share
from app.ui.kit.rail import SectionView
from app.ui.views.places import Place, suffixed
from app.ui.views.words import members_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.assessment.assessment import Assessment
    from app.assessment.interview import Asked, Part
    from app.questionnaire.definition import Questionnaire, Section

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the whole assessment is."""

    answered: int
    asked: int
    not_known: int

    def words(self) -> str:
        """``57 of 85 answered, 4 not known``."""
        text = f"{self.answered} of {self.asked} answered"
        return f"{text}, {self.not_known} not known" if self.not_known else text


@lru_cache(maxsize=8)
def sections_of(questionnaire: Questionnaire) -> tuple[Section, ...]:
    """The sections in which something is asked, in their order."""
    used = {question.section for question in questionnaire.questions.values()}
    used |= {questionnaire.sections[name].within for name in used if name in questionnaire.sections}
    found = (each for each in questionnaire.sections.values() if each.id in used)
    return tuple(sorted(found, key=lambda each: each.order))


def section_rows(
    assessment: Assessment, parts: Sequence[Part], here: Place
) -> tuple[SectionView, ...]:
    """A row for each section; a section open for several members has a row for each."""
    rows: list[SectionView] = []
    for section in sections_of(assessment.questionnaire):
        mine = [part for part in parts if part.section.id == section.id]
        depth = 1 if section.within else 0
        rows.append(_row(assessment, section, mine, depth))
        if section.id == here.id and len(mine) >= _SEVERAL:
            rows += [_member_row(assessment, part, depth + 1) for part in mine]
    return tuple(rows)


def _row(assessment: Assessment, section: Section, mine: Sequence[Part], depth: int) -> SectionView:
    share = share_of(each for part in mine for each in part.asked)
    note = ""
    if section.of and not assessment.today.layout.keys_of(section.of):
        group = assessment.questionnaire.groups[section.of[-1]]
        note = f"no {group.one} yet"
    return SectionView(section.id, section.title, share, note, depth)


def _member_row(assessment: Assessment, part: Part, depth: int) -> SectionView:
    name = members_words(assessment.today, part.section.of, part.keys)
    return SectionView(suffixed(part.section.id, part.keys), name, share_of(part.asked), "", depth)


def share_of(asked: Iterable[Asked]) -> Share:
    """How many are answered, not known and asked."""
    answered = unknown = whole = 0
    for each in asked:
        whole += 1
        unknown += each.not_known
        answered += each.given and not each.not_known
    return Share(answered, unknown, whole)


def progress_of(parts: Iterable[Part]) -> Progress:
    """How far the whole is; a question of two groups counts once."""
    every = {each.address: each for part in parts for each in part.asked}
    share = share_of(every.values())
    return Progress(share.answered, share.asked, share.unknown)


def row_of(place: Place, rows: Iterable[SectionView]) -> str:
    """Which row of the rail stands for a place."""
    ids = {row.id for row in rows}
    whole = suffixed(place.id, place.keys)
    return whole if whole in ids else place.id if place.id in ids else ""


def place_of_row(assessment: Assessment, row: str, last: Place | None) -> Place:
    """Where a row of the rail leads: to its member, to the one seen last, or to the first."""
    section_id, _, keys = row.partition("@")
    section = assessment.questionnaire.sections[section_id]
    if keys:
        return Place(id=section_id, keys=tuple(keys.split(".")))
    members = assessment.today.layout.keys_of(section.of)
    if last is not None and last.keys in members:
        return Place(id=section_id, keys=last.keys)
    return Place(id=section_id, keys=next(iter(members), ()))


def ordered_places(assessment: Assessment) -> tuple[Place, ...]:
    """Every section for every member, in the order in which Next goes through them."""
    keys_of = assessment.today.layout.keys_of
    return tuple(
        Place(id=section.id, keys=keys)
        for section in sections_of(assessment.questionnaire)
        for keys in (tuple(keys_of(section.of)) or ((),))
    )


def place_of_address(assessment: Assessment, address: str) -> Place | None:
    """The section in which an address is answered, for the members it names."""
    q = assessment.questionnaire
    head, _, name = address.rpartition(".")
    if name == "complete" and head in q.group_of_plural:
        return home_of_group(assessment, q.group_of_plural[head].id)
    if name in q.group_of_plural:
        return home_of_group(assessment, q.group_of_plural[name].id)
    if name not in q.questions:
        return None
    question = q.questions[name]
    bound = dict(zip(question.of, address.split(".")[1:-1:2], strict=False))
    section = q.sections[question.section]
    keys = tuple(bound.get(group, "") for group in section.of)
    return Place(id=section.id, keys=keys)


def home_of_group(assessment: Assessment, group: str) -> Place:
    """The section where members of a group are named, added and removed."""
    q = assessment.questionnaire
    section = q.sections[q.questions[q.groups[group].name].section]
    members = assessment.today.layout.keys_of(section.of)
    return Place(id=section.id, keys=next(iter(members), ()))
