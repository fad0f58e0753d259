"""JSON from outside, read with suspicion: bounded, no key twice, every shape asked for.

A ``Part`` knows where it stands in the file, so that a complaint can say it.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NoReturn, TypeVar

from app.store import codec
from app.store.errors import UnreadableFile, UnusableValue

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Mapping

    from app.store.codec import Json

T = TypeVar("T")

LARGEST = 256 << 20
MOST_PARTS = 4_000_000
DEEPEST = 200


def parse(raw: bytes) -> Json:
    """The JSON value of a whole file."""
    _refuse_a_bomb(raw)
    try:
        value = json.loads(
            raw.decode("utf-8-sig"), object_pairs_hook=_unique, parse_constant=_no_number
        )
    except RecursionError:
        raise UnreadableFile("it is nested too deep to be an assessment") from None
    except json.JSONDecodeError as error:
        at_end = error.pos >= len(error.doc.rstrip())
        what = "it ends too early" if at_end else error.msg
        raise UnreadableFile(f"line {error.lineno}, column {error.colno}: {what}") from error
    except ValueError as error:  # not UTF-8, or a number of thousands of digits
        raise UnreadableFile(f"it is damaged ({error})".splitlines()[0]) from error
    _refuse_depth(value)
    return value


def _refuse_a_bomb(raw: bytes) -> None:
    """Memory goes with the number of values: so many commas and brackets, so many values."""
    if len(raw) > LARGEST:
        raise UnreadableFile(f"it is larger than {LARGEST >> 20} MB")
    if sum(map(raw.count, (b",", b"[", b"{"))) > MOST_PARTS:
        raise UnreadableFile("it holds more values than any assessment")


def _refuse_depth(value: Json) -> None:
    level = [value]
    for _ in range(DEEPEST):
        level = [each for one in level for each in _within(one)]
        if not level:
            return
    raise UnreadableFile("it is nested too deep to be an assessment")


def _within(value: Json) -> Collection[Json]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise UnreadableFile(f"the key {twice[:60]!r} stands twice in one place")
    return found


def _no_number(name: str) -> NoReturn:
    raise UnreadableFile(f"{name} is not a number")


class Part:
    """A value of the file, and where it stands."""

    def __init__(self, value: Json, place: str) -> None:
        self._value = value
        self._place = place

    def fail(self, what: str) -> NoReturn:
        """Refuse the file because of this part."""
        raise UnreadableFile(f"{self._place or 'the file'} {what}")

    def fields(self, *, needed: Collection[str], known: Collection[str] = ()) -> None:
        """Refuse an object that lacks a part, or has one that we would lose."""
        value = self._dict()
        for key in needed:
            if key not in value:
                self.fail(f"has no {key!r}")
        for key in value:
            if key not in needed and key not in known:
                self.fail(f"has a part {key[:60]!r} that this format does not know")

    def __contains__(self, key: str) -> bool:
        return key in self._dict()

    def at(self, key: str) -> Part:
        """The part under a key; a missing one counts as null."""
        return Part(self._dict().get(key), f"{self._place}.{key}".strip("."))

    def json(self) -> Json:
        """The value as it is."""
        return self._value

    def items(self) -> list[tuple[str, Part]]:
        """The parts of an object; none if there is no object."""
        return [] if self._value is None else [(key, self.at(key)) for key in self._dict()]

    def parts(self) -> list[Part]:
        """The parts of a list; none if there is no list."""
        if self._value is None:
            return []
        if not isinstance(self._value, list):
            self.fail("must be a list")
        return [Part(each, f"{self._place}[{n}]") for n, each in enumerate(self._value)]

    def text(self) -> str:
        """A text."""
        if not isinstance(self._value, str):
            self.fail("must be a text")
        return codec.plain(self._value)

    def text_or_none(self) -> str | None:
        """A text, or null."""
        return None if self._value is None else self.text()

    def whole(self) -> int:
        """A whole number that a library can hold."""
        if not isinstance(self._value, int) or isinstance(self._value, bool):
            self.fail("must be a whole number")
        if not 0 <= self._value < 1 << 62:
            self.fail("is out of range")
        return self._value

    def whole_or_none(self) -> int | None:
        """A whole number, or null."""
        return None if self._value is None else self.whole()

    def moment(self) -> dt.datetime:
        """A moment with its time zone."""
        try:
            return codec.moment_of(self.text())
        except (ValueError, OverflowError):
            self.fail("must be a moment such as 2026-01-31T12:00:00+00:00")

    def moment_or_none(self) -> dt.datetime | None:
        """A moment, or null."""
        return None if self._value is None else self.moment()

    def answer(self) -> codec.Answer:
        """An answer."""
        try:
            return codec.from_json(self._value)
        except UnusableValue as error:
            self.fail(f"is no answer: {error}")

    def mapping(self, read: Callable[[Part], T]) -> Mapping[str, T]:
        """An object all of whose parts are alike."""
        for key, part in self.items():
            if not codec.is_plain(key):
                part.fail("has a key that is no text")
        return {key: read(part) for key, part in self.items()}

    def sequence(self, read: Callable[[Part], T]) -> tuple[T, ...]:
        """A list all of whose parts are alike."""
        return tuple(read(part) for part in self.parts())

    def _dict(self) -> dict[str, Json]:
        if not isinstance(self._value, dict):
            self.fail("must be an object in braces")
        return self._value
