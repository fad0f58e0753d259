"""Actions of one assessment and of all: whose they are, until when, what was done, as a calendar.

What the law calls for is worked out; a person adds owner, day and what was done, and actions of
their own. Each word is kept, the latest stands.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.operations.called_for import called_for
from app.store.errors import NotFound, Refused
from app.store.values import CalledFor, Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.operations.sitting import Sitting
    from app.store.codec import Json
    from app.store.library import Library

_KIND = "action"
_OWN = "own"


@dataclass(frozen=True, slots=True)
class Task:
    """An action with what persons said of it; ``due`` is a day, ``due_words`` how the law puts it.

    ``done`` says how it was done, and is empty while it is not.
    """

    assessment: str
    name: str
    key: str
    does: str
    subject: str
    owner: str
    due: dt.date | None
    due_words: str
    because: str
    certain: bool
    done: str = ""
    done_at: dt.datetime | None = None

    @property
    def own(self) -> bool:
        """Whether a person added it, not the law."""
        return self.key.startswith(f"{_OWN}.")

    def overdue(self, today: dt.date) -> bool:
        """Whether its day has passed and it is not done."""
        return not self.done and self.due is not None and self.due < today


def tasks(sitting: Sitting) -> tuple[Task, ...]:
    """The actions of an open assessment: what is due first, what is done last."""
    called = [(sitting.id, sitting.head.name, each) for each in called_for(sitting.assessment)]
    return _joined(called, sitting.library.notes.standing(_KIND, sitting.id), sitting.library)


def tasks_of_all(library: Library) -> tuple[Task, ...]:
    """The actions of every assessment outside the bin, as they were worked out last."""
    return _joined(library.actions.all(), library.notes.standing(_KIND), library)


def _joined(
    called: Iterable[tuple[str, str, CalledFor]],
    notes: tuple[tuple[str, Note], ...],
    library: Library,
) -> tuple[Task, ...]:
    said = {(whose, note.key): note for whose, note in notes}
    found = [_task(at, name, each, said.get((at, each.key))) for at, name, each in called]
    found += _own_tasks(notes, library)
    return tuple(sorted(found, key=_rank))


def _rank(each: Task) -> tuple[bool, bool, dt.date, str]:
    return bool(each.done), each.due is None, each.due or dt.date.max, each.name


def _own_tasks(notes: tuple[tuple[str, Note], ...], library: Library) -> Iterator[Task]:
    for whose, note in notes:
        data = _mapping(note.data)
        if note.key.startswith(f"{_OWN}.") and not data.get("dropped"):
            each = CalledFor(note.key, str(data["does"]), "", "", "", "", certain=True)
            yield _task(whose, library.assessments.get(whose).name, each, note)


def _task(assessment: str, name: str, each: CalledFor, note: Note | None) -> Task:
    data = _mapping(note.data) if note else {}
    done = str(data.get("done") or "")
    return Task(
        assessment=assessment,
        name=name,
        key=each.key,
        does=each.does,
        subject=each.subject,
        owner=str(data.get("owner") or each.owner),
        due=dt.date.fromisoformat(note.due) if note and note.due else None,
        due_words=each.due,
        because=each.because,
        certain=each.certain,
        done=done,
        done_at=note.moment if note and done else None,
    )


def words_on(notes: Iterable[Note]) -> dict[str, tuple[str, str, str]]:
    """Owner, day and how it was done of each action of the rules, as last said in notes."""
    latest = {note.key: note for note in notes if note.kind == _KIND}
    return {key: _words(note) for key, note in latest.items() if not key.startswith(f"{_OWN}.")}


def own_words(notes: Iterable[Note]) -> tuple[tuple[str, tuple[str, str, str]], ...]:
    """What each action of one's own is, with owner, day and how it was done."""
    latest = {note.key: note for note in notes if note.kind == _KIND}
    return tuple(
        (str(_mapping(note.data)["does"]), _words(note))
        for key, note in latest.items()
        if key.startswith(f"{_OWN}.") and not _mapping(note.data).get("dropped")
    )


def _words(note: Note) -> tuple[str, str, str]:
    data = _mapping(note.data)
    return str(data.get("owner") or ""), note.due or "", str(data.get("done") or "")


def _mapping(data: Json) -> dict[str, Any]:
    return data if isinstance(data, dict) else {}


def assign(sitting: Sitting, key: str, owner: str, due: dt.date | None) -> None:
    """Say whose an action is and until which day; both can be said anew.

    Raises:
        NotFound: the assessment does not call for it.
    """
    before = _standing(sitting, key)
    _put(sitting, key, {**before, "owner": owner.strip()}, due, "action assigned")


def finish(sitting: Sitting, key: str, how: str) -> None:
    """Say that an action is done, and how.

    Raises:
        NotFound: the assessment does not call for it.
        Refused: nothing is said of how.
    """
    if not how.strip():
        raise Refused("say what was done: a letter sent, a number received, a file attached")
    before = _standing(sitting, key)
    _put(sitting, key, {**before, "done": how.strip()}, _due(sitting, key), "action done")


def take_up(sitting: Sitting, key: str) -> None:
    """Say that an action is not done after all."""
    before = _standing(sitting, key)
    _put(sitting, key, {**before, "done": ""}, _due(sitting, key), "action taken up again")


def add(sitting: Sitting, does: str, owner: str = "", due: dt.date | None = None) -> str:
    """Add an action of one's own; its key.

    Raises:
        Refused: nothing is said of what is to be done.
    """
    if not does.strip():
        raise Refused("say what is to be done")
    notes = sitting.library.notes.standing(_KIND, sitting.id)
    number = 1 + sum(note.key.startswith(f"{_OWN}.") for _, note in notes)
    key = f"{_OWN}.{number}"
    _put(sitting, key, {"does": does.strip(), "owner": owner.strip()}, due, "action added")
    return key


def drop(sitting: Sitting, key: str) -> None:
    """Let an action of one's own go; what the law calls for cannot be dropped.

    Raises:
        Refused: it is none of one's own.
    """
    if not key.startswith(f"{_OWN}."):
        raise Refused("what the rules call for goes when the answers change, not by hand")
    _put(sitting, key, {**_standing(sitting, key), "dropped": True}, None, "action dropped")


def _standing(sitting: Sitting, key: str) -> dict[str, Any]:
    """What was said of an action last."""
    for _, note in sitting.library.notes.standing(_KIND, sitting.id):
        if note.key == key:
            return _mapping(note.data)
    if key not in {each.key for each in called_for(sitting.assessment)}:
        raise NotFound(f"this assessment calls for no action {key}")
    return {}


def _due(sitting: Sitting, key: str) -> dt.date | None:
    notes = sitting.library.notes.standing(_KIND, sitting.id)
    stated = next((note.due for _, note in notes if note.key == key), None)
    return dt.date.fromisoformat(stated) if stated else None


def _put(sitting: Sitting, key: str, data: dict[str, Any], due: dt.date | None, what: str) -> None:
    library, moment = sitting.library, sitting.clock()
    day = due.isoformat() if due else None
    with library.together():
        library.notes.put(sitting.id, Note(_KIND, key, data, sitting.who, moment, day))
        library.log.add(sitting.id, moment, sitting.who, what, {"key": key, "due": day, **data})
