"""What of an instrument is modelled, in outline or not at all: a statement, held to the rules.

A place named covers what stands below it, and the longest place named decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.questionnaire import readers as r
from app.questionnaire.asking import Extent
from app.questionnaire.fields import Schema
from app.questionnaire.source import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from app.questionnaire.definition import Citation, Questionnaire
    from app.questionnaire.source import Complaints

MODELLED, OUTLINE, NOT_MODELLED = EXTENTS_OF_LAW = ("modelled", "outline", "not_modelled")


EXTENTS: Mapping[str, Schema] = {
    "extents": Schema(
        lambda **f: Extent(state=f.pop("is"), **f),
        {
            "title": r.text,
            "places": r.words,
            "is": r.one_of(EXTENTS_OF_LAW),
            "says": r.text,
        },
        ("title", "places", "is"),
    ),
}


def check_extents(questionnaire: Questionnaire, complaints: Complaints) -> None:
    """Complain about places of no known source, places named twice, and gaps left unsaid."""
    seen: dict[str, str] = {}
    for extent in questionnaire.extents.values():
        if extent.state != MODELLED and not extent.says:
            complaints.note(extent.at, f"{extent.id} needs 'says': what is left out")
        for place in extent.places:
            source = place.partition("/")[0]
            if source not in questionnaire.sources:
                near = meant(source, questionnaire.sources)
                complaints.note(extent.at, f"source {source!r} is not known{near}")
            if place in seen:
                complaints.note(extent.at, f"{place} is named by {seen[place]} already")
            seen[place] = extent.id


def extent_of(extents: Iterable[Extent], citation: Citation) -> Extent | None:
    """The statement that covers a place cited; the longest place named decides."""
    cited = f"{citation.source}/{citation.place}"
    found = [(len(p), e) for e in extents for p in e.places if _covers(p, cited)]
    return max(found, key=lambda each: each[0])[1] if found else None


def _covers(place: str, cited: str) -> bool:
    return cited.startswith(place) and not cited[len(place) : len(place) + 1].isalnum()


def cited_by_rules(questionnaire: Questionnaire) -> Iterator[Citation]:
    """Every place that a rule or one of its elements rests on."""
    for rule in questionnaire.rules.values():
        yield from rule.cites
        yield from (cite for element in rule.when for cite in element.cites)
