"""Drafts carried into the law in use, and what a revision says of how its answers got there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.migration import carried
from app.store.values import KeptAnswers, Note

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.assessment.migration import Carried
    from app.questionnaire.definition import Questionnaire
    from app.store.codec import Json
    from app.store.library import Library

_KIND, _KEY = "carried", "draft"


def carried_kept(
    questionnaire: Questionnaire, kept: KeptAnswers, before: Questionnaire | None = None
) -> tuple[Carried, KeptAnswers]:
    """Kept answers in the ids of a law; a personal answer moves by its key, unread."""
    found = carried(questionnaire, kept.answers, frozenset(kept.people), before)
    people = {to: key for at, key in kept.people.items() if (to := found.places[at])}
    return found, KeptAnswers(dict(found.answers), people)


def carry_draft(
    library: Library, questionnaire: Questionnaire, assessment: str, moment: dt.datetime, who: str
) -> Carried | None:
    """Bring a draft into the ids of the law in use, as a step that can be undone; None if it is."""
    if not questionnaire.moved:
        return None
    kept = library.drafts.kept(assessment)
    found, now = carried_kept(questionnaire, kept)
    if now == kept:
        return None
    with library.together():
        library.drafts.replace(assessment, now, moment, who)
        note_carried(library, assessment, found, {}, moment, who)
        library.log.add(assessment, moment, who, "draft carried", {"answers": len(found.moves)})
    return found


def note_carried(  # noqa: PLR0913, PLR0917 (what, from where, when, who)
    library: Library,
    assessment: str,
    found: Carried,
    source: Mapping[str, Json],
    moment: dt.datetime,
    who: str,
) -> None:
    """Keep what became of each answer until the next revision tells it."""
    heads = library.revisions.heads(assessment)
    data = {
        "next": heads[-1].number + 1 if heads else 1,
        "from": dict(source),
        "same": found.same,
        "answers": [move.as_json() for move in found.moves],
    }
    library.notes.put(assessment, Note(_KIND, _KEY, data, who, moment))


def details(library: Library, assessment: str) -> Json:
    """What the next revision says of where its answers come from; None where there is nothing."""
    heads = library.revisions.heads(assessment)
    number = heads[-1].number + 1 if heads else 1
    told = [note.data for note in library.notes.read(assessment) if note.kind == _KIND]
    steps = [
        {name: data[name] for name in ("from", "same", "answers")}
        for data in told
        if data["next"] == number
    ]
    return {"carried": steps} if steps else None
