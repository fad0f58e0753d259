"""Signatures under a revision: recorded as somebody states them, and printed with its documents.

The program sees no signature; it keeps who is stated to have signed, as what, and when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.subject import Signed, Signer
from app.store.errors import Refused
from app.store.values import Note

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from app.operations.sitting import Sitting

KIND = "signature"


def sign(  # noqa: PLR0913  # under what, as what, who, what, when
    sitting: Sitting, number: int, role: Signer, *, name: str, decision: str, day: dt.date
) -> None:
    """Record a signature under a revision.

    Raises:
        NotFound: there is no such revision.
        Refused: nobody is named, or one person signs facts and conclusion.
    """
    revision = sitting.library.revisions.read(sitting.id, number)
    if not name.strip():
        raise Refused("say who signed")
    others = signatures(sitting.library.notes.read(sitting.id), number)
    apart = {Signer.FACTS: Signer.CONCLUSION, Signer.CONCLUSION: Signer.FACTS}.get(role)
    if any(s.role is apart and s.name.casefold() == name.strip().casefold() for s in others):
        raise Refused("facts and conclusion are signed by two persons")
    data = {
        "revision": number,
        "hash": revision.hash,
        "role": role.name.lower(),
        "name": name.strip(),
        "decision": decision,
        "day": day.isoformat(),
    }
    moment = sitting.clock()
    note = Note(KIND, f"{number}.{role.name.lower()}", data, sitting.who, moment)
    with sitting.library.together():
        sitting.library.notes.put(sitting.id, note)
        sitting.library.log.add(sitting.id, moment, sitting.who, "signature recorded", data)


def signatures(notes: Iterable[Note], number: int) -> tuple[Signed, ...]:
    """The signatures recorded under a revision, the latest of each role."""
    latest = {note.key: note.data for note in notes if note.kind == KIND}
    roles = {role.name.lower(): role for role in Signer}
    found = [data for data in latest.values() if isinstance(data, dict)]
    return tuple(
        Signed(roles[str(each["role"])], str(each["name"]), str(each["decision"]), str(each["day"]))
        for each in found
        if each.get("revision") == number and each.get("role") in roles
    )
