"""Adopted conclusions kept in the library: given, taken back, and read as they stand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from app.assessment.adoption import Adoption, Direction, Ground, direction, ground, standing
from app.store import codec
from app.store.errors import Refused
from app.store.values import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.assessment.adoption import Standing
    from app.assessment.evaluation import Evaluation
    from app.operations.sitting import Sitting
    from app.store.codec import Json

_KIND = "adopted"
_NEEDED = "say {}; an adopted conclusion is nothing without it"


def adopt(  # noqa: PLR0913 (which conclusion, which outcome, why, on what, who, until when)
    sitting: Sitting,
    name: str,
    keys: tuple[str, ...],
    value: str,
    *,
    reason: str,
    basis: str,
    who: str,
    second: str = "",
    expires: dt.date | None = None,
) -> Standing:
    """Adopt another outcome for a determination; the program's own stays beside it.

    Raises:
        Refused: reason, basis or person is missing, the outcome is none of the determination,
            it has expired already, or it leads towards less control without a second person.
    """
    evaluation = sitting.assessment.today
    for said, what in ((reason, "why"), (basis, "on what basis"), (who, "who adopts it")):
        if not said.strip():
            raise Refused(_NEEDED.format(what))
    if value not in {o.value for o in evaluation.questionnaire.determinations[name].outcomes}:
        raise Refused(f"“{value}” is no outcome of this conclusion")
    if expires and expires <= evaluation.day:
        raise Refused("the day on which it expires must lie ahead")
    if direction(evaluation, name, keys, value) is Direction.LESS:
        _refuse_alone(who, second)
    sitting.save()
    rests_on = ground(evaluation, name, keys)
    moment = sitting.clock()
    given = Adoption(name, keys, value, reason, basis, who, moment, rests_on, second, expires)
    _put(sitting, given, _told(given), "conclusion adopted", moment)
    return standing(evaluation, given, sitting.library.drafts.moments(sitting.id))


def _refuse_alone(who: str, second: str) -> None:
    if not second.strip() or second.strip().casefold() == who.strip().casefold():
        raise Refused("towards less control a second person must agree; name one who is not you")


def take_back(sitting: Sitting, adoption: Adoption, reason: str) -> None:
    """Let the program's own conclusion stand alone again; what was adopted stays in the log.

    Raises:
        Refused: no reason was given.
    """
    if not reason.strip():
        raise Refused("say why the adopted conclusion is taken back")
    what = "adopted conclusion taken back"
    _put(sitting, adoption, {"taken_back": reason}, what, sitting.clock())


def _put(
    sitting: Sitting, adoption: Adoption, data: dict[str, Json], what: str, moment: dt.datetime
) -> None:
    library = sitting.library
    key = ".".join((adoption.determination, *adoption.keys))
    due = adoption.expires.isoformat() if adoption.expires else None
    with library.together():
        library.notes.put(sitting.id, Note(_KIND, key, data, sitting.who, moment, due))
        logged = {"of": key, "value": adoption.value, "second": adoption.second}
        library.log.add(sitting.id, moment, sitting.who, what, logged)


def adopted(sitting: Sitting) -> tuple[Standing, ...]:
    """Every adopted conclusion of an assessment as it stands today."""
    given_at = sitting.library.drafts.moments(sitting.id)
    notes = sitting.library.notes.read(sitting.id)
    return adopted_in(notes, sitting.assessment.today, given_at)


def adopted_in(
    notes: Iterable[Note], evaluation: Evaluation, given_at: Mapping[str, dt.datetime]
) -> tuple[Standing, ...]:
    """Every adopted conclusion among notes, oldest first, under an evaluation."""
    latest = {note.key: note for note in notes if note.kind == _KIND}
    found = (_read(note) for note in latest.values() if "taken_back" not in _mapping(note.data))
    return tuple(standing(evaluation, each, given_at) for each in found)


def _told(each: Adoption) -> dict[str, Json]:
    rests_on = each.ground
    return {
        "determination": each.determination,
        "keys": list(each.keys),
        "value": each.value,
        "reason": each.reason,
        "basis": each.basis,
        "who": each.who,
        "second": each.second,
        "expires": each.expires.isoformat() if each.expires else None,
        "ground": {
            "text": list(rests_on.text),
            "practice": list(rests_on.practice),
            "answers": {at: codec.to_json(answer) for at, answer in rests_on.answers.items()},
            "personal": list(rests_on.personal),
            "rules": rests_on.rules,
        },
    }


def _read(note: Note) -> Adoption:
    data = _mapping(note.data)
    rests_on = data["ground"]
    return Adoption(
        determination=data["determination"],
        keys=tuple(data["keys"]),
        value=data["value"],
        reason=data["reason"],
        basis=data["basis"],
        who=data["who"],
        moment=note.moment,
        second=data["second"],
        expires=dt.date.fromisoformat(data["expires"]) if data["expires"] else None,
        ground=Ground(
            text=tuple(rests_on["text"]),
            practice=tuple(rests_on["practice"]),
            answers={at: codec.from_json(value) for at, value in rests_on["answers"].items()},
            personal=tuple(rests_on["personal"]),
            rules=rests_on["rules"],
        ),
    )


def _mapping(data: Json) -> dict[str, Any]:
    return data if isinstance(data, dict) else {}
