"""Folders of YAML files into one checked definition."""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.questionnaire.bindings import check_bindings
from app.questionnaire.cases import read_cases
from app.questionnaire.checker import check
from app.questionnaire.definition import Folder, Questionnaire, WorkedCase
from app.questionnaire.extent import check_extents
from app.questionnaire.schema import ABOUT, ENTRIES, PLAIN, TOP_LEVEL
from app.questionnaire.source import Complaints, QuestionnaireError, read
from app.questionnaire.upkeep import check_upkeep

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from app.questionnaire.source import Place

_CASES = ".cases.yaml"
_REGISTER = ".register.yaml"
_NAMED_FREELY = ("countries", "entries", "catalogue")
_IDENTIFIER = "an id is letters, digits and _, and begins with a letter"


def texts_below(root: Traversable) -> Mapping[str, str]:
    """Every YAML file below ``root``: its path with ``/`` to its text, in order of path.

    Raises:
        OSError: a file cannot be read.
        UnicodeDecodeError: a file is not UTF-8.
    """
    return MappingProxyType(dict(sorted(_walk(root, ""))))


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".yaml"):
            yield prefix + entry.name, entry.read_text(encoding="utf-8")


def hash_of(texts: Mapping[str, str]) -> str:
    """SHA-256 over every path and text: the identity of the law they hold."""
    digest = hashlib.sha256()
    for path, text in sorted(texts.items()):
        for part in (path, text):
            encoded = part.encode()
            digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()


def load(
    texts: Mapping[str, str], *, with_cases: bool = False, with_registers: bool = False
) -> Questionnaire:
    """The checked definition that these files hold; cases and registers only where asked for.

    Raises:
        QuestionnaireError: something is wrong; it names everything that is.
    """
    complaints = Complaints()
    entries: dict[str, dict[str, Any]] = {name: {} for name in TOP_LEVEL}
    cases: list[WorkedCase] = []
    for path, text in texts.items():
        if path.endswith(_left_out(with_cases, with_registers)):
            continue
        place = read(path, text, complaints)
        if place is None:
            continue
        if path.endswith(_CASES):
            cases += read_cases(place)
        else:
            _read_file(path, place, entries)
    questionnaire = _definition(entries, tuple(cases), texts)
    check_upkeep(questionnaire, complaints)
    check_bindings(questionnaire, complaints)
    check_extents(questionnaire, complaints)
    check(questionnaire, complaints)
    if complaints.problems:
        raise QuestionnaireError(complaints.problems)
    return questionnaire


def _left_out(with_cases: bool, with_registers: bool) -> tuple[str, ...]:  # noqa: FBT001
    wanted = {_CASES: with_cases, _REGISTER: with_registers}
    return tuple(ending for ending, read_too in wanted.items() if not read_too)


def _read_file(path: str, place: Place, entries: dict[str, dict[str, Any]]) -> None:
    folder = path.rpartition("/")[0].replace("/", ".")
    for name, value in place.fields(TOP_LEVEL).items():
        if name == "about":
            about: Folder = ABOUT.read(value, id=folder, at=value.where)
            entries["about"][folder] = about
        elif name in PLAIN:
            entries[name] |= {key: text.text() for key, _, text in value.entries()}
        else:
            _read_entries(name, folder, value, entries)


def _read_entries(kind: str, folder: str, place: Place, entries: dict[str, dict[str, Any]]) -> None:
    for name, key, value in place.entries():
        if kind not in _NAMED_FREELY and not (name.isidentifier() and name[0].isalpha()):
            key.complain(f"{name!r}: {_IDENTIFIER}")
        if name in entries[kind]:
            key.complain(f"{name!r} is given at {entries[kind][name].at} already")
        else:
            schema = ENTRIES[kind]
            entries[kind][name] = schema.read(value, id=name, folder=folder, at=key.where)


def _definition(
    entries: Mapping[str, Mapping[str, Any]],
    cases: tuple[WorkedCase, ...],
    texts: Mapping[str, str],
) -> Questionnaire:
    kinds = {name: MappingProxyType(dict(entries[name])) for name in (*ENTRIES, *PLAIN)}
    return Questionnaire(
        folders=MappingProxyType(dict(entries["about"])),
        cases=cases,
        texts=texts,
        hash=hash_of(texts),
        **kinds,
    )
