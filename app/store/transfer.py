"""Assessments out of a library and into one: all of it, or what one document shows.

Bringing in is one transaction after everything was read and checked, so that a
bad file changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from app.store import exchange, files, sealed
from app.store.assessments import new_id
from app.store.bundle import Bundle
from app.store.drafts import sides_of
from app.store.errors import Locked, Refused, UnreadableFile
from app.store.records import LIBRARY
from app.store.strict_json import LARGEST
from app.store.values import KeptAnswers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from app.store.library import Library
    from app.store.values import Exhibit, Person, Revision


class IfPresent(Enum):
    """What to do with an assessment that the library knows already."""

    REFUSE = "refuse"
    REPLACE = "replace the draft"
    COPY = "bring in as a copy"


def whole(library: Library, assessment: str, program: str, *, evidence: bool = True) -> Bundle:
    """All that the library holds of an assessment; ``evidence`` says whether its bytes too."""
    with library.database.snapshot():
        revisions = library.revisions.all(assessment)
        exhibits = library.evidence.read(assessment)
        return Bundle(
            head=replace(library.assessments.get(assessment), deleted_at=None),
            program=program,
            draft=library.drafts.kept(assessment),
            moments=library.drafts.moments(assessment),
            history=library.drafts.history(assessment),
            revisions=revisions,
            laws=_laws(library, revisions),
            people=library.people.read(assessment),
            exhibits=exhibits,
            contents=_contents(library, exhibits) if evidence else {},
            documents=library.documents.read(assessment),
            notes=library.notes.read(assessment),
            log=library.log.read(assessment),
        )


def printed(library: Library, assessment: str, program: str, revision: int | None) -> Bundle:
    """What a document shows: a revision, or the draft where ``revision`` is None.

    Of the history it holds heads only; of persons those that are shown; no evidence
    but its names; neither log, notes nor steps.
    """
    with library.database.snapshot():
        head = library.assessments.get(assessment)
        shown = () if revision is None else (library.revisions.read(assessment, revision),)
        kept = shown[0].kept if shown else library.drafts.kept(assessment)
        exhibits = library.evidence.read(assessment)
        people = library.people.read(assessment)
        return Bundle(
            head=replace(head, deleted_at=None, revisions=len(shown), summary=None),
            program=program,
            printed=True,
            draft=kept,
            revisions=shown,
            heads=library.revisions.heads(assessment),
            laws=_laws(library, shown),
            people={key: people[key] for key in sorted(set(kept.people.values()))},
            exhibits=tuple(
                each for each in exhibits if not shown or each.hash in shown[0].evidence
            ),
        )


def _laws(library: Library, revisions: Iterable[Revision]) -> dict[str, str]:
    marks = sorted({revision.conclusions.law for revision in revisions})
    return {mark: library.laws.get(mark) for mark in marks}


def _contents(library: Library, exhibits: Iterable[Exhibit]) -> dict[str, bytes]:
    found = ((each.hash, library.evidence.content(each.hash)) for each in exhibits)
    return {mark: content for mark, content in found if content is not None}


def write_file(bundle: Bundle, path: Path, phrase: str = "") -> None:
    """Write a ``.clearway`` file, locked where there is a passphrase.

    It is whole under its name, or what was there stays.
    """
    try:
        raw = exchange.write(bundle)
        raw = sealed.sealed(raw, phrase) if phrase else raw
    except UnreadableFile as error:
        raise Refused(f"{path}: not written, it could not be read again: {error}") from error
    files.write_private(path, raw)


def read_file(path: Path, moment: dt.datetime, phrase: str = "") -> Bundle:
    """The bundle of a ``.clearway`` file, with the file's name in every complaint.

    Raises:
        Locked: it is locked, and the passphrase is missing or another.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise _unreadable(path, f"it is larger than {LARGEST >> 20} MB")
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path}: the file cannot be read ({error.strerror})") from error
    try:
        raw = sealed.unsealed(raw, phrase)
    except Locked as error:
        raise Locked(f"{path}: {error}") from error
    return read_bytes(raw, path, moment)


def read_bytes(raw: bytes, path: Path, moment: dt.datetime) -> Bundle:
    """The bundle of an attachment; ``path`` names the file that carries it."""
    try:
        return exchange.read(raw, moment)
    except UnreadableFile as error:
        raise _unreadable(path, str(error)) from error


def _unreadable(path: Path, what: str) -> UnreadableFile:
    return UnreadableFile(f"{path}: {what}; nothing was imported, ask for the file anew")


def bring(
    library: Library, bundle: Bundle, moment: dt.datetime, who: str, if_present: IfPresent
) -> str:
    """Take a bundle into the library; the id under which it stands there."""
    with library.together():
        known = library.assessments.has(bundle.head.id)
        if known and if_present is IfPresent.REFUSE:
            raise Refused(
                f"“{bundle.head.name}” stands in this library already;"
                " replace its draft, or bring it in as a copy"
            )
        here = new_id() if known and if_present is IfPresent.COPY else bundle.head.id
        for text in bundle.laws.values():
            library.laws.put(text)
        if known and here == bundle.head.id:
            _replace(library, bundle, moment, who)
        else:
            _add(library, here, bundle)
        data = {"assessment": here, "from": bundle.head.id, "printed": bundle.printed}
        heads = [[each.number, each.hash] for each in bundle.heads]
        library.log.add(LIBRARY, moment, who, "imported", {**data, "heads": heads})
    return here


def _add(library: Library, here: str, bundle: Bundle) -> None:
    """Everything as it was, under the id ``here``."""
    library.assessments.put(replace(bundle.head, id=here))
    for key, person in bundle.people.items():
        library.people.put(here, key, person)
    for batch in bundle.history:
        library.drafts.put_batch(here, batch)
    for address, side in sides_of(bundle.draft).items():
        given = bundle.moments.get(address, bundle.head.changed)
        library.drafts.put_answers(here, {address: side}, given)
    _put_exhibits(library, here, bundle)
    for revision in bundle.revisions:
        library.revisions.put(here, revision)
    for document in bundle.documents:
        library.documents.put(here, document)
    for note in bundle.notes:
        library.notes.put(here, note)
    for entry in bundle.log:
        library.log.put(here, entry)


def _replace(library: Library, bundle: Bundle, moment: dt.datetime, who: str) -> None:
    """The draft becomes that of the file, in one step; later revisions of it are added."""
    here = bundle.head.id
    known = {head.number: head.hash for head in library.revisions.heads(here)}
    new = [each for each in bundle.revisions if each.number not in known]
    _refuse_another_history(bundle, known, new)
    keys = _keys(library, bundle, {key for each in new for key in each.kept.people.values()})
    _put_exhibits(library, here, bundle)
    for revision in new:
        library.revisions.put(here, revision)
    people = {address: keys[key] for address, key in bundle.draft.people.items()}
    library.drafts.replace(here, KeptAnswers(bundle.draft.answers, people), moment, who)
    library.log.add(here, moment, who, "draft replaced by an import", {"new": len(new)})


def _refuse_another_history(
    bundle: Bundle, known: Mapping[int, str], new: Iterable[Revision]
) -> None:
    last = max(known, default=0)
    differs = any(known.get(each.number, each.hash) != each.hash for each in bundle.revisions)
    if differs or any(each.number < last for each in new):
        raise _other(bundle)


def _other(bundle: Bundle) -> Refused:
    return Refused(
        f"“{bundle.head.name}” has other revisions in the file than in this library;"
        " bring it in as a copy"
    )


def _keys(library: Library, bundle: Bundle, final: set[int]) -> dict[int, int]:
    """The key that each person of the file has here; what was erased here stays erased."""
    here = bundle.head.id
    known = library.people.read(here)
    found = {}
    for key, person in bundle.people.items():
        if key not in known and key in final:
            library.people.put(here, key, person)
        elif key not in known or not _alike(known[key], person):
            if key in final:
                raise _other(bundle)
            continue
        found[key] = key
    for key in set(bundle.draft.people.values()) - found.keys():
        found[key] = _put_anew(library, here, bundle.people[key])
    return found


def _put_anew(library: Library, here: str, person: Person) -> int:
    key = 1 + max(library.people.read(here), default=0)
    library.people.put(here, key, person)
    return key


def _alike(here: Person, there: Person) -> bool:
    """Whether the same key stands for the same answer, or for one that was erased."""
    if here.subject != there.subject:
        return False
    return bool(here.erased or there.erased) or here.data == there.data


def _put_exhibits(library: Library, here: str, bundle: Bundle) -> None:
    for exhibit in bundle.exhibits:
        library.evidence.put(here, exhibit, bundle.contents.get(exhibit.hash))
