"""Exhibits: the evidence of an assessment with revision, date and page, and what became of it.

The library holds a copy. Where the file that it was copied from is another now, or has gone,
that is said: the copy stays what was relied on.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from app.store.errors import NotFound, StoreError
from app.store.files import write_into

if TYPE_CHECKING:
    from app.operations.sitting import Sitting
    from app.store.values import Exhibit


class Condition(Enum):
    """What became of a file of evidence; the value is how it is said."""

    AS_ATTACHED = "as attached"
    ELSEWHERE = "its copy stands here; where it came from is not known"
    CHANGED = "the file it was copied from has changed since"
    UNREADABLE = "the file it was copied from cannot be read now"
    VANISHED = "the file it was copied from is gone"
    NOT_BROUGHT = "only its name and hash came with the import, not the file"
    DAMAGED = "the copy is not what its hash says; look in a backup"


@dataclass(frozen=True, slots=True)
class Described:
    """An exhibit as the list prints it: of which revision and date the paper is, which pages."""

    exhibit: Exhibit
    condition: Condition
    paper_revision: str = ""
    paper_date: str = ""
    pages: str = ""


def exhibits(sitting: Sitting) -> tuple[Described, ...]:
    """Every exhibit, each looked at: the copy by its hash, and the file it was copied from."""
    return tuple(_described(sitting, each) for each in sitting.library.evidence.read(sitting.id))


def _described(sitting: Sitting, exhibit: Exhibit) -> Described:
    told = exhibit.details if isinstance(exhibit.details, dict) else {}
    words = [str(told.get(name) or "") for name in ("revision", "date", "pages")]
    return Described(exhibit, _condition(sitting, exhibit), *words)


def _condition(sitting: Sitting, exhibit: Exhibit) -> Condition:
    try:
        content = sitting.library.evidence.content(exhibit.hash)
    except StoreError:
        return Condition.DAMAGED
    if content is None:
        return Condition.NOT_BROUGHT
    return _at_its_origin(exhibit)


def _at_its_origin(exhibit: Exhibit) -> Condition:
    if not exhibit.origin:
        return Condition.ELSEWHERE
    try:
        now = Path(exhibit.origin).read_bytes()
    except FileNotFoundError:
        return Condition.VANISHED
    except OSError:
        return Condition.UNREADABLE
    same = hashlib.sha256(now).hexdigest() == exhibit.hash
    return Condition.AS_ATTACHED if same else Condition.CHANGED


def describe(sitting: Sitting, mark: str, *, revision: str, date: str, pages: str) -> None:
    """Say of which revision and date the paper is, and which of its pages are relied on.

    Raises:
        NotFound: no such exhibit is attached.
    """
    exhibit = _found(sitting, mark)
    told = {"revision": revision.strip(), "date": date.strip(), "pages": pages.strip()}
    library, moment = sitting.library, sitting.clock()
    with library.together():
        library.evidence.put(sitting.id, replace(exhibit, details=dict(told)), None)
        logged = {"hash": mark, **told}
        library.log.add(sitting.id, moment, sitting.who, "evidence described", dict(logged))


def _found(sitting: Sitting, mark: str) -> Exhibit:
    for each in sitting.library.evidence.read(sitting.id):
        if each.hash == mark:
            return each
    raise NotFound(f"no exhibit {mark[:12]} is attached to this assessment")


def copy_out(sitting: Sitting, mark: str, folder: Path) -> Path:
    """Write a copy of an exhibit into a folder, to be opened with another program.

    Raises:
        NotFound: it is not attached, or only its name was brought.
        DiskFailed: the copy cannot be written.
    """
    exhibit = _found(sitting, mark)
    content = sitting.library.evidence.content(mark)
    if content is None:
        raise NotFound(f"{exhibit.name}: {Condition.NOT_BROUGHT.value}")
    name = f"{mark[:8]} {Path(exhibit.name).name or 'exhibit'}"
    return write_into(folder, name, content, private=True)
