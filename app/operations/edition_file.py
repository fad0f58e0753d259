"""The file of an edition: the texts of questionnaires with ids, days and hashes, as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.questionnaire.loader import hash_of
from app.store.errors import UnreadableFile
from app.store.strict_json import Part, parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = 1
ENDING = ".edition"
_PATH = re.compile(r"\w[\w-]*(/\w[\w.-]*)+\.yaml")


@dataclass(frozen=True, slots=True)
class EditionFile:
    """What an edition file brings: texts by path, and what changed in its author's words."""

    name: str
    texts: Mapping[str, str]
    changed: str = ""


def read_edition(path: Path) -> EditionFile:
    """Read an edition file as far as it can be told without the law.

    Raises:
        UnreadableFile: it is no edition, damaged, or of a newer program.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"{path}: the file cannot be read ({error.strerror})"
        raise UnreadableFile(message) from error
    try:
        return _read(Part(parse(raw), ""), path.name)
    except UnreadableFile as error:
        message = f"{path}: {error}"
        raise UnreadableFile(message) from error


def _read(part: Part, name: str) -> EditionFile:
    if "clearway_edition" not in part:
        part.fail("is no edition: it has no 'clearway_edition'")
    version = part.at("clearway_edition").whole()
    if version > FORMAT:
        part.fail(f"is of version {version} and this program reads {FORMAT}")
    part.fields(
        needed=("clearway_edition", "texts", "hash"), known=("program", "editions", "changed")
    )
    texts = part.at("texts").mapping(Part.text)
    for path in texts:
        if not _PATH.fullmatch(path):
            part.fail(f"has a text {path[:60]!r}; expected names like us_ear/about.yaml")
    if not texts:
        part.fail("has no texts")
    if hash_of(texts) != part.at("hash").text():
        part.fail("is damaged: its texts are not what its hash says")
    return EditionFile(name, texts, part.at("changed").text_or_none() or "")


def top_of(path: str) -> str:
    """The folder at the top in which a text lies."""
    return path.partition("/")[0]


def combined(base: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, str]:
    """The texts of a law with some of its folders replaced as a whole."""
    replaced = {top_of(path) for path in texts}
    kept = {path: text for path, text in base.items() if top_of(path) not in replaced}
    return dict(sorted({**kept, **texts}.items()))


def hash_of_folder(texts: Mapping[str, str], folder: str) -> str:
    """The hash of the texts of one folder."""
    return hash_of({path: text for path, text in texts.items() if top_of(path) == top_of(folder)})


def write_edition(
    path: Path,
    texts: Mapping[str, str],
    editions: Mapping[str, Mapping[str, str]],
    changed: str,
    program: str,
) -> None:
    """Write an edition file; one that stands there already is not replaced.

    Raises:
        OSError: the file stands there, or cannot be written.
    """
    told = {
        "clearway_edition": FORMAT,
        "program": program,
        "editions": {name: dict(each) for name, each in editions.items() if _holds(texts, name)},
        "changed": changed,
        "hash": hash_of(texts),
        "texts": dict(texts),
    }
    with path.open("x", encoding="utf-8", newline="\n") as file:
        json.dump(told, file, indent=1, ensure_ascii=False)
        file.write("\n")


def _holds(texts: Mapping[str, str], folder: str) -> bool:
    return any(top_of(path) == top_of(folder) for path in texts)
