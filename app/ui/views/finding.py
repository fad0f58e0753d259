"""Find anything: questions, sections, members, conclusions, rules and commands, by their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.determination import determinations
from app.ui.kit.country_field import folded
from app.ui.views.places import REVIEW, WHY, Place
from app.ui.views.so_far import subject_of
from app.ui.views.words import members_words, place_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.assessment.assessment import Assessment
    from app.assessment.interview import Part

_MOST = 40


@dataclass(frozen=True, slots=True)
class Hit:
    """Something to go to: its words, what it is, and where it leads."""

    title: str
    kind: str
    place: Place | None = None
    address: str = ""
    citation: str = ""

    @property
    def sought(self) -> str:
        """The words among which is searched."""
        return folded(f"{self.title} {self.kind}")


def everything(assessment: Assessment, parts: Sequence[Part]) -> tuple[Hit, ...]:
    """All that can be found in an assessment."""
    return (
        *_sections(assessment, parts),
        *_questions(assessment, parts),
        *_conclusions(assessment),
        *_rules(assessment),
        Hit("Review and documents", "Page", Place(REVIEW)),
    )


def _sections(assessment: Assessment, parts: Sequence[Part]) -> Iterator[Hit]:
    for part in parts:
        names = members_words(assessment.today, part.section.of, part.keys)
        title = f"{part.section.title} · {names}" if names else part.section.title
        yield Hit(title, "Section", Place(id=part.section.id, keys=part.keys))


def _questions(assessment: Assessment, parts: Sequence[Part]) -> Iterator[Hit]:
    seen: set[str] = set()
    for part in parts:
        for each in part.asked:
            if each.address not in seen:
                seen.add(each.address)
                names = members_words(assessment.today, each.question.of, each.keys)
                kind = f"{part.section.title} · {names}" if names else part.section.title
                place = Place(id=part.section.id, keys=part.keys)
                yield Hit(each.question.ask, kind, place, each.address)


def _conclusions(assessment: Assessment) -> Iterator[Hit]:
    for found in determinations(assessment.today):
        title = subject_of(assessment.today, found)
        yield Hit(title, "Conclusion", Place(WHY, found.id, found.keys))


def _rules(assessment: Assessment) -> Iterator[Hit]:
    for rule in assessment.questionnaire.rules.values():
        first = rule.cites[0] if rule.cites else None
        if first:
            kind = f"Rule · {place_words(first)}"
            yield Hit(f"{rule.name}: {rule.title}", kind, citation=str(first))


def found(hits: Iterable[Hit], text: str) -> tuple[Hit, ...]:
    """The hits that hold every word of a text; those that begin with it first."""
    words = folded(text).split()
    if not words:
        return ()
    fitting = [hit for hit in hits if all(word in hit.sought for word in words)]
    fitting.sort(key=lambda hit: not hit.sought.startswith(words[0]))
    return tuple(fitting[:_MOST])
