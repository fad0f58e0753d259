"""Editions: a file with dated rules is checked, kept in the library, and the newest law is used.

An edition may hold some folders only; they take the place of the same folders of the law in use,
and what is kept is the whole law that comes of it, checked with all its worked cases.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.assessment.cases import failures
from app.operations.edition_file import EditionFile, combined, hash_of_folder, read_edition
from app.operations.shelf import law_text
from app.questionnaire.loader import load
from app.questionnaire.source import Problem, QuestionnaireError
from app.store.errors import Refused, StoreError
from app.store.values import StoredEdition

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from app.questionnaire.definition import Questionnaire
    from app.store.library import Library

Folders = dict[str, dict[str, str]]
"""Of each folder of law: its edition's ``id``, ``covers_from``, ``read_on`` and ``hash``."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The law in use, where it comes from, and what should be said of the choice."""

    questionnaire: Questionnaire
    edition: StoredEdition | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One law in the list of those that are at hand; the shipped one has no moment."""

    mark: str
    folders: Folders
    file: str
    changed: str
    moment: dt.datetime | None
    who: str
    used: bool

    @property
    def name(self) -> str:
        """The ids of its editions, the newest first."""
        return name_of(self.folders)


def name_of(folders: Folders) -> str:
    """The ids of the editions of a law, the one that was read last first."""
    each = sorted(folders.values(), key=lambda f: (f["read_on"], f["id"]), reverse=True)
    return ", ".join(folder["id"] for folder in each)


def folders_of(questionnaire: Questionnaire) -> Folders:
    """What a law says of its own editions."""
    return {
        name: {
            "id": folder.edition.id,
            "covers_from": folder.edition.covers_from.isoformat(),
            "read_on": folder.edition.read_on.isoformat(),
            "hash": hash_of_folder(questionnaire.texts, name),
        }
        for name, folder in sorted(questionnaire.folders.items())
        if folder.edition
    }


def checked(texts: Mapping[str, str]) -> Questionnaire:
    """A law whose files are right and whose worked cases all hold.

    Raises:
        QuestionnaireError: something is wrong; it names everything that is.
    """
    found = load(texts, with_cases=True, with_registers=True)
    wrong = [
        Problem(case.at, f"the case {case.name!r} does not hold: {failure}")
        for case in found.cases
        for failure in failures(found, case)
    ]
    if wrong:
        raise QuestionnaireError(wrong)
    return load(texts)  # as the program reads it, without cases and registers


def prepared(path: Path, base: Mapping[str, str]) -> tuple[EditionFile, Questionnaire]:
    """An edition file with the law that it makes of the law in use; nothing is stored.

    Raises:
        UnreadableFile: the file is no edition, or damaged.
        QuestionnaireError: the law that comes of it is wrong; it names everything that is.
    """
    file = read_edition(path)
    return file, checked(combined(base, file.texts))


@dataclass(frozen=True, slots=True)
class Installed:
    """What became of an import."""

    edition: StoredEdition
    remark: str = ""


def install(  # noqa: PLR0913, PLR0917 (what, beside what, from where, when, who)
    library: Library,
    shipped: Questionnaire,
    file: EditionFile,
    law: Questionnaire,
    moment: dt.datetime,
    who: str,
) -> Installed:
    """Keep an edition that was found to be right.

    Raises:
        Refused: an edition of the same id is known with other content, or the file brings nothing.
    """
    folders = folders_of(law)
    _refuse_another_of_same_id(folders, lines(library.editions.read(), shipped))
    if law.hash == shipped.hash:
        raise Refused(f"{file.name}: this is the law that ships with the program already")
    new = StoredEdition("", law.hash, file.name, file.changed, folders, moment, who)
    known = next((each for each in library.editions.read() if each.mark == law.hash), None)
    if known is not None:
        when = f"{known.moment:%Y-%m-%d}"
        return Installed(known, f"{name_of(folders)} stands here already, since {when}")
    stored = library.editions.add(law_text(law.texts), new)
    chosen = _best(shipped, library.editions.read())
    if chosen is None or chosen.law != stored.law:
        newest = chosen.folders if chosen else folders_of(shipped)
        return Installed(
            stored,
            f"{name_of(folders)} is kept and not used: the law in use is newer"
            f" ({name_of(newest)}, read on {_read(newest)})",
        )
    return Installed(stored)


def bring_edition(
    library: Library, shipped: Questionnaire, path: Path, moment: dt.datetime, who: str
) -> Installed:
    """Check an edition file and keep it.

    Raises:
        UnreadableFile: the file is no edition, or damaged.
        QuestionnaireError: the law that comes of it is wrong; it names everything that is.
        Refused: an edition of the same id is known with other content, or the file brings nothing.
    """
    base = law_in_use(library, shipped).questionnaire
    file, law = prepared(path, base.texts)
    return install(library, shipped, file, law, moment, who)


def _refuse_another_of_same_id(folders: Folders, known: tuple[EditionLine, ...]) -> None:
    for line in known:
        for name, folder in line.folders.items():
            new = folders.get(name)
            if new and new["id"] == folder["id"] and new["hash"] != folder["hash"]:
                message = (
                    f"the edition {new['id']} is known with other content already"
                    f" (hash {folder['hash'][:12]} here, {new['hash'][:12]} in the file);"
                    " an edition that was changed needs an id of its own"
                )
                raise Refused(message)


def lines(stored: tuple[StoredEdition, ...], shipped: Questionnaire) -> tuple[EditionLine, ...]:
    """The laws at hand, the shipped one first, then the imported ones as they came."""
    best = _best(shipped, stored)
    first = EditionLine(
        mark=shipped.hash,
        folders=folders_of(shipped),
        file="",
        changed="",
        moment=None,
        who="",
        used=best is None,
    )
    imported = (
        EditionLine(
            mark=each.mark,
            folders=each.folders,
            file=each.file,
            changed=each.changed,
            moment=each.moment,
            who=each.who,
            used=each is best,
        )
        for each in stored
    )
    return (first, *imported)


def _order(folders: Folders) -> list[str]:
    """What makes one law newer than another: the days on which its folders were read."""
    return sorted((folder["read_on"] for folder in folders.values()), reverse=True)


def _read(folders: Folders) -> str:
    return next(iter(_order(folders)), "no day")


def _best(shipped: Questionnaire, stored: tuple[StoredEdition, ...]) -> StoredEdition | None:
    """The imported edition to use: read last, and of two alike the one imported last.

    None where the shipped law was read later than all of them.
    """
    best: tuple[list[str], StoredEdition | None] = (_order(folders_of(shipped)), None)
    for each in stored:
        order = _order(each.folders)
        if order >= best[0]:
            best = (order, each)
    return best[1]


def law_in_use(library: Library, shipped: Questionnaire) -> Chosen:
    """The law that is read last of all at hand; the shipped one where that cannot be read."""
    stored = library.editions.read()
    best = _best(shipped, stored)
    if best is None:
        return Chosen(shipped, None, _older_folder(folders_of(shipped), stored))
    try:
        found = load(json.loads(library.laws.get(best.law)))
    except (StoreError, QuestionnaireError, ValueError) as error:
        first = str(error).splitlines()[0]
        remark = f"the imported edition {name_of(best.folders)} cannot be used: {first}"
        return Chosen(shipped, None, remark)
    return Chosen(found, best, _older_folder(best.folders, stored))


def _older_folder(used: Folders, stored: tuple[StoredEdition, ...]) -> str:
    """That a folder of the law in use is older than one that was imported, if one is."""
    for each in stored:
        for name, folder in each.folders.items():
            now = used.get(name)
            if now and folder["read_on"] > now["read_on"]:
                return (
                    f"{folder['id']} was imported and is newer than {now['id']},"
                    " which is in use; import it again to use both"
                )
    return ""


def begin_use(
    library: Library, questionnaire: Questionnaire, moment: dt.datetime, who: str
) -> None:
    """Note which law is worked under from now on; a library that is read only notes nothing."""
    if not library.standing.why_read_only:
        law, folders = law_text(questionnaire.texts), folders_of(questionnaire)
        library.editions.use(law, questionnaire.hash, folders, moment, who)


def law_named(library: Library | None, shipped: Questionnaire, name: str) -> Questionnaire:
    """An installed law by the id of one of its editions or the first letters of its hash.

    Where several laws hold an edition of this id, the one that was imported last is meant.

    Raises:
        Refused: no law at hand is meant.
    """
    stored = library.editions.read() if library else ()
    known = lines(stored, shipped)
    found = [line for line in known if _is_named(line, name)]
    if not found:
        told = "; ".join(f"{line.name} ({line.mark[:12]})" for line in known)
        raise Refused(f"no law at hand holds an edition {name!r}; at hand: {told}")
    if library is None or found[-1].mark == shipped.hash:
        return shipped
    law = next(each.law for each in stored if each.mark == found[-1].mark)
    return load(json.loads(library.laws.get(law)))


def _is_named(line: EditionLine, name: str) -> bool:
    ids = (folder["id"] for folder in line.folders.values())
    return name in ids or (len(name) >= 6 and line.mark.startswith(name))  # noqa: PLR2004


def as_json(line: EditionLine) -> dict[str, Any]:
    """A law at hand as ``edition list --json`` prints it."""
    return {
        "hash": line.mark,
        "editions": line.folders,
        "file": line.file,
        "changed": line.changed,
        "imported": line.moment.isoformat() if line.moment else None,
        "by": line.who,
        "used": line.used,
    }
