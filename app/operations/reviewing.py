"""Review work: a section accepted or returned with a comment, and whether that still holds.

Names are stated, not verified. Acceptance is of the answers as they were: where one of them was
given anew since, the section waits for review again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from app.assessment.interview import parts
from app.assessment.printing import member_name
from app.store.errors import NotFound, Refused
from app.store.values import Note

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from app.assessment.assessment import Assessment
    from app.assessment.interview import Part
    from app.operations.sitting import Sitting
    from app.store.codec import Json

_KIND = "review"


class Verdict(Enum):
    """Where the review of a section stands; the value is how it is said."""

    WAITING = "not reviewed"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    CHANGED = "accepted, and changed since"
    ANSWERED = "returned, and changed since"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A section, for one member where it goes through a group, and what the reviewer said.

    ``open`` is the number of its questions that are asked and not answered or not known.
    """

    section: str
    keys: tuple[str, ...]
    title: str
    verdict: Verdict
    comment: str = ""
    who: str = ""
    moment: dt.datetime | None = None
    open: int = 0


def reviews(sitting: Sitting) -> tuple[Reviewed, ...]:
    """Every section that asks something, with its review."""
    notes = sitting.library.notes.read(sitting.id)
    return reviews_in(notes, sitting.assessment, sitting.library.drafts.moments(sitting.id))


def reviews_in(
    notes: Iterable[Note], assessment: Assessment, given_at: Mapping[str, dt.datetime]
) -> tuple[Reviewed, ...]:
    """Every section that asks something, with its review among these notes, oldest first."""
    latest = {note.key: note for note in notes if note.kind == _KIND}
    return tuple(
        _reviewed(part, _title(part, assessment), latest.get(_key(part)), given_at)
        for part in parts(assessment)
        if part.asked
    )


def _key(part: Part) -> str:
    return ".".join((part.section.id, *part.keys))


def _title(part: Part, assessment: Assessment) -> str:
    """The section's title, with the member that it goes through."""
    of = zip(part.section.of, part.keys, strict=True)
    names = [member_name(assessment.today, group, key) for group, key in of]
    return ", ".join((part.section.title, *names))


def _reviewed(
    part: Part, title: str, note: Note | None, given_at: Mapping[str, dt.datetime]
) -> Reviewed:
    section, still_open = part.section, len(part.asked) - part.answered
    if note is None:
        return Reviewed(section.id, part.keys, title, Verdict.WAITING, open=still_open)
    data = _mapping(note.data)
    return Reviewed(
        section=section.id,
        keys=part.keys,
        title=title,
        verdict=_verdict(part, note, given_at),
        comment=str(data.get("comment") or ""),
        who=note.who,
        moment=note.moment,
        open=still_open,
    )


def _verdict(part: Part, note: Note, given_at: Mapping[str, dt.datetime]) -> Verdict:
    accepted = _mapping(note.data).get("verdict") == Verdict.ACCEPTED.name
    looked_at = set(_mapping(note.data).get("answered") or ())
    now = {each.address for each in part.asked if each.given}
    changed = now != looked_at or any(given_at.get(at, note.moment) > note.moment for at in now)
    if accepted:
        return Verdict.CHANGED if changed else Verdict.ACCEPTED
    return Verdict.ANSWERED if changed else Verdict.RETURNED


def _mapping(data: Json) -> dict[str, Any]:
    return data if isinstance(data, dict) else {}


def accept(sitting: Sitting, section: str, keys: tuple[str, ...] = (), comment: str = "") -> None:
    """Accept a section as it is answered now.

    Raises:
        NotFound: it asks nothing, so that there is nothing to accept.
    """
    _say(sitting, section, keys, Verdict.ACCEPTED, comment)


def give_back(sitting: Sitting, section: str, keys: tuple[str, ...], comment: str) -> None:
    """Return a section with a comment.

    Raises:
        NotFound: it asks nothing.
        Refused: there is no comment.
    """
    if not comment.strip():
        raise Refused("say what is wrong or missing, so that it can be mended")
    _say(sitting, section, keys, Verdict.RETURNED, comment)


def _say(
    sitting: Sitting, section: str, keys: tuple[str, ...], verdict: Verdict, comment: str
) -> None:
    sitting.save()
    library, key = sitting.library, ".".join((section, *keys))
    part = next(
        (each for each in parts(sitting.assessment) if _key(each) == key),
        None,
    )
    if part is None or not part.asked:
        raise NotFound(f"section {key} asks nothing in this assessment")
    moment = sitting.clock()
    answered: list[Json] = [each.address for each in part.asked if each.given]
    data: dict[str, Json] = {"verdict": verdict.name, "comment": comment, "answered": answered}
    with library.together():
        library.notes.put(sitting.id, Note(_KIND, key, data, sitting.who, moment))
        logged: dict[str, Json] = {"section": key, "comment": comment}
        library.log.add(sitting.id, moment, sitting.who, f"section {verdict.value}", logged)
