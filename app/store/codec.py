"""Answers, moments and hashes as text, each in exactly one way.

A lone surrogate is no character, yet Python and Qt can hold one: in JSON it is
written as an escape, so that even such a text comes back as it was.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from app.store.errors import DamagedLibrary, UnusableValue

Cell: TypeAlias = float | str | None
Answer: TypeAlias = bool | float | str | tuple[str, ...] | Mapping[str, Cell] | None
Json: TypeAlias = Any
"""What ``json`` reads and writes; the store keeps it and never looks inside."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_LARGEST = 10**300


def to_json(answer: Answer) -> Json:
    """The JSON value of an answer: a tuple becomes an array, a table an object."""
    match answer:
        case None | bool() | str():
            return answer
        case int() | float():
            return _number(answer)
        case tuple():
            return [_text(each) for each in answer]
        case Mapping():
            return {_text(row): _cell(cell) for row, cell in answer.items()}
        case _:
            raise UnusableValue(f"an answer cannot be a {type(answer).__name__}")


def from_json(value: Json) -> Answer:
    """The answer of a JSON value; tables come back as plain ``dict``, arrays as tuples."""
    match value:
        case list():
            return to_tuple(value)
        case dict():
            return {_text(row): _cell(cell) for row, cell in value.items()}
        case None | bool() | str():
            return value
        case int() | float():
            return _number(value)
        case _:
            raise UnusableValue(f"an answer cannot be a {type(value).__name__}")


def to_tuple(values: Sequence[Json]) -> tuple[str, ...]:
    """The texts of a list, refused if one is something else."""
    return tuple(_text(each) for each in values)


def _number(value: float) -> float:
    # NaN is not below anything; an integer of 5,000 digits could be written, never read.
    if abs(value) < _LARGEST:
        return value
    raise UnusableValue("a number in an answer must be finite, and below 1e300")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise UnusableValue(f"a list or table in an answer holds a {type(value).__name__}")
    return value


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value)
    raise UnusableValue(f"a cell of a table cannot be a {type(value).__name__}")


def canonical(value: Json) -> str:
    """JSON without spaces, keys sorted: the text that is hashed, and stored."""
    return _escaped(
        json.dumps(
            value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
        )
    )


def readable(value: Json) -> str:
    """JSON for people: indented, in the order given, in the letters of the language."""
    return _escaped(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1)) + "\n"


def _escaped(text: str) -> str:
    """In JSON a surrogate can stand only inside a string, so an escape means the same."""
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def plain(text: str) -> str:
    """``text`` as a column of its own can hold it: what is no character becomes U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def is_plain(text: str) -> bool:
    """Whether a key or address can stand in a column of its own."""
    return bool(text) and not _SURROGATE.search(text)


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def digest_of_text(text: str) -> str:
    """SHA-256 of a text in UTF-8; what is no character counts as U+FFFD."""
    return digest(plain(text).encode())


def digest_of(value: Json) -> str:
    """SHA-256 of the canonical JSON of ``value``."""
    return digest(canonical(value).encode())


def stamp(moment: dt.datetime) -> str:
    """A moment as text that sorts: UTC, to the microsecond."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def moment_of(text: str) -> dt.datetime:
    """The moment that ``stamp`` wrote."""
    moment = dt.datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text} names no time zone")
    return moment if moment.tzinfo is dt.UTC else moment.astimezone(dt.UTC)


def moment_kept(text: str) -> dt.datetime:
    """A moment out of a library; one that was damaged is the first of all.

    A flipped bit in one row must not hide all others, and hashes tell that it flipped.
    """
    try:
        return moment_of(text)
    except (ValueError, OverflowError):
        return dt.datetime.min.replace(tzinfo=dt.UTC)


def moments_kept(texts: Sequence[str]) -> list[dt.datetime]:
    """Many moments out of a library at once."""
    try:
        return list(map(dt.datetime.fromisoformat, texts))
    except ValueError:
        return [moment_kept(text) for text in texts]


def json_kept(text: str) -> Json:
    """JSON out of a library; what SQLite still takes for JSON may be damaged."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise DamagedLibrary(
            "a stored value is damaged and cannot be read; look for it in a backup"
        ) from error


def all_json_kept(texts: Sequence[str]) -> list[Json]:
    """Many JSON values out of a library at once; those that were damaged are None."""
    try:
        found: list[Json] = json.loads(f"[{','.join(texts)}]")
    except ValueError:
        return [_json_or_none(text) for text in texts]
    return found


def _json_or_none(text: str) -> Json:
    try:
        return json.loads(text)
    except ValueError:
        return None


def sought(*texts: str) -> str:
    """Texts as they are searched: no difference of case, width or composed letters.

    SQLite's text functions stop at a zero character, so it becomes a space.
    """
    joined = plain(" \n".join(texts)).replace("\0", " ")
    return unicodedata.normalize("NFKC", joined).casefold()


def words_of(value: Json) -> list[str]:
    """Every text that stands anywhere in a JSON value."""
    match value:
        case str():
            return [value]
        case dict():
            return [word for each in value.values() for word in words_of(each)]
        case list() | tuple():
            return [word for each in value for word in words_of(each)]
        case _:
            return []
