"""A file becomes a list: told by what it begins with, read whole, hashed on the way."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from app.screening.formats import csl, eu, sdn, un
from app.screening.formats.notes import Notes
from app.screening.listed import Listed, ListFile, NotAList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.screening.listed import Omission

    Progress = Callable[[int, int], None]

TITLES = {
    csl.CSV: "Consolidated Screening List",
    csl.JSON: "Consolidated Screening List",
    eu.CSV: "EU financial sanctions",
    eu.XML: "EU financial sanctions",
    un.FORMAT: "UN Security Council consolidated list",
    sdn.FORMAT: "OFAC SDN list",
}
"""What each format is a form of; a list replaces the one of the same title."""

_HEAD = 1 << 16
_STEP = 500
_WHAT_IS_READ = (
    "no list in a format that is read: Consolidated Screening List (csv, json), EU (csv, xml),"
    " UN (xml), OFAC SDN (csv)"
)


class _Hashing(io.RawIOBase):
    """A stream that hashes what is read from it and tells how far it is."""

    def __init__(self, inner: BinaryIO, size: int, progress: Progress | None) -> None:
        self._inner, self._size, self._progress = inner, size, progress
        self._sum, self._done = hashlib.sha256(), 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what is passed
        content = self._inner.read(len(buffer))
        buffer[: len(content)] = content
        self._sum.update(content)
        self._done += len(content)
        if self._progress:
            self._progress(self._done, self._size)
        return len(content)

    def digest(self) -> str:
        return self._sum.hexdigest()


def read_list(path: Path, progress: Progress | None = None) -> ListFile:
    """Read a list; rows that cannot be read are in ``omissions``, and the others are there.

    Raises:
        NotAList: it is no list that is known, is cut short, or holds nobody at all.
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        form = format_of(file.read(_HEAD))
        file.seek(0)
        stream = _Hashing(file, path.stat().st_size, progress)
        notes = Notes()
        parties = _without_repeats(_parties(form, io.BufferedReader(stream), notes))
        digest = stream.digest()
    if not parties:
        message = "holds no party that could be read"
        raise NotAList(message)
    omissions = tuple(sorted(notes.omissions, key=_by_row))
    return ListFile(
        form, TITLES[form], digest, notes.dated, parties, omissions, tuple(notes.unknown)
    )


def _by_row(omission: Omission) -> int:
    return omission.row


def format_of(head: bytes) -> str:
    """Which list a file holds, by its beginning.

    Raises:
        NotAList: none that is known.
    """
    text = head.decode("utf-8-sig", errors="replace").lstrip()
    if text.startswith("<"):
        return un.FORMAT if f"<{un.ROOT}" in text else eu.XML
    if text.startswith("{"):
        return csl.JSON
    first = text.partition("\n")[0].strip("\r")
    if csl.is_header(_cells(first, ",")):
        return csl.CSV
    if eu.is_header(_cells(first, ";")):
        return eu.CSV
    if sdn.is_row(_cells(first, ",")):
        return sdn.FORMAT
    raise NotAList(_why_not(first))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _why_not(first: str) -> str:
    for delimiter in (";", "\t", "|"):
        if csl.is_header(_cells(first, delimiter)):
            return (
                f"separates its columns by {delimiter!r}; the Consolidated Screening List uses ','"
            )
    cells = _cells(first, ",")
    if "source" in cells and "name" in cells:
        missing = [name for name in csl.COLUMNS[1:] if name not in cells]
        strange = [name for name in cells if name not in csl.COLUMNS]
        lacks = f"lacks {', '.join(missing)}" if missing else "orders its columns otherwise"
        return f"row 1: {lacks}" + (f" and has {', '.join(strange)}" if strange else "")
    return f"is {_WHAT_IS_READ}"


def _parties(form: str, stream: BinaryIO, notes: Notes) -> Iterator[Listed]:
    match form:
        case csl.CSV:
            return csl.read_csv(_text(stream), notes)
        case csl.JSON:
            return csl.read_json(_text(stream), notes)
        case eu.CSV:
            return eu.read_csv(_text(stream), notes)
        case sdn.FORMAT:
            return sdn.read(_text(stream), notes)
        case un.FORMAT:
            return un.read(stream, notes)
        case _:
            return eu.read_xml(stream, notes)


def _text(stream: BinaryIO) -> io.TextIOWrapper:
    return io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")


def _without_repeats(parties: Iterator[Listed]) -> tuple[Listed, ...]:
    """The parties, keys made different where a list gives one twice."""
    found: dict[str, Listed] = {}
    for party in parties:
        key, number = party.key, 2
        while key in found:
            key, number = f"{party.key}#{number}", number + 1
        found[key] = party if key == party.key else replace(party, key=key)
    return tuple(found.values())
