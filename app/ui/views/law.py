"""A place in the law as the reader shows it: instrument, edition, where to read it, words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.assessment.law import read_on
from app.assessment.printing import printed_day
from app.ui.views.words import place_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.questionnaire.definition import Citation, Questionnaire

_NO_WORDS = "No words of this place were taken over. Read it where it stands."


@dataclass(frozen=True, slots=True)
class LawView:
    """What the reader shows of a citation; ``rules`` are those that rest on it."""

    place: str
    source: str
    edition: str
    words: str
    url: str
    note: str
    rules: tuple[str, ...]


def law_view(questionnaire: Questionnaire, citation_id: str) -> LawView:
    """The reader's page of a citation, given as ``source/place``."""
    source_id, _, place = citation_id.partition("/")
    cited = _cited(questionnaire).get(citation_id)
    source = questionnaire.sources.get(source_id)
    edition = f"Edition of {source.edition}. " if source and source.edition else ""
    return LawView(
        place=place_words(cited[0]) if cited else place,
        source=source.title if source else source_id,
        edition=f"{edition}Read on {printed_day(read_on(questionnaire))}.",
        words=next((each.words for each in cited or () if each.words), "") or _NO_WORDS,
        url=source.url if source else "",
        note=source.note if source else "",
        rules=_rules(questionnaire).get(citation_id, ()),
    )


@lru_cache(maxsize=4)
def _cited(questionnaire: Questionnaire) -> dict[str, tuple[Citation, ...]]:
    found: dict[str, tuple[Citation, ...]] = {}
    for citation in _citations(questionnaire):
        found[str(citation)] = (*found.get(str(citation), ()), citation)
    return found


@lru_cache(maxsize=4)
def _rules(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for rule in questionnaire.rules.values():
        for citation in rule.cites:
            found[str(citation)] = (*found.get(str(citation), ()), rule.title)
    return found


def _citations(q: Questionnaire) -> Iterator[Citation]:
    for kind in (q.questions, q.parameters, q.sets, q.figures, q.determinations, q.actions):
        for thing in kind.values():
            yield from thing.cites
    for control in q.controls.values():
        yield from control.cites
    for rule in q.rules.values():
        yield from rule.cites
        for element in rule.when:
            yield from element.cites
        for stands in rule.status:
            yield from stands.cites


def has_words(view: LawView) -> bool:
    """Whether words of the law were taken over, or only the place is known."""
    return view.words != _NO_WORDS
