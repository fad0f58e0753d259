"""Dates as people type them: ISO, or a day with the month in words.

3/4/2026 is March in one country and April in another, so it is not read at all.
"""

import re
from collections.abc import Mapping
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})\.?\s+([^\W\d]+)\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2}),?\s+(\d{4})")
_ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORTEST = 3
_UNREADABLE = "Not read as a date. Write it like 24 Nov 2026 or 2026-11-24."
_TWO_WAYS = "This can be two dates. Write the month as a word, like 24 Nov 2026."
ENGLISH_MONTHS: Mapping[str, int] = {name: at for at, name in enumerate(_ENGLISH, 1)}


def parse_date(text: str, months: Mapping[str, int] = ENGLISH_MONTHS) -> tuple[date | None, str]:
    """The date that is meant, or none and why; months are names in small letters."""
    bare = " ".join(text.split()).lower()
    for pattern, order in ((_ISO, "ymd"), (_DOTTED, "dmy")):
        if found := pattern.fullmatch(bare):
            return _date(dict(zip(order, map(int, found.groups()), strict=True)))
    if found := _SLASHED.fullmatch(bare):
        return _slashed(*map(int, found.groups()))
    return _worded(bare, {**ENGLISH_MONTHS, **months})


def _worded(bare: str, months: Mapping[str, int]) -> tuple[date | None, str]:
    if found := _DAY_FIRST.fullmatch(bare):
        day, name, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(bare):
        name, day, year = found.groups()
    else:
        return None, _UNREADABLE
    fitting = {at for full, at in months.items() if _is_name(name, full)}
    if len(fitting) != 1:
        return None, _UNREADABLE
    return _date({"y": int(year), "m": fitting.pop(), "d": int(day)})


def _is_name(typed: str, full: str) -> bool:
    return typed == full or (len(typed) >= _SHORTEST and full.startswith(typed))


def _slashed(first: int, second: int, year: int) -> tuple[date | None, str]:
    as_read = {_date({"y": year, "m": m, "d": d})[0] for m, d in ((first, second), (second, first))}
    as_read.discard(None)
    if len(as_read) > 1:
        return None, _TWO_WAYS
    return (as_read.pop(), "") if as_read else (None, _UNREADABLE)


def _date(parts: Mapping[str, int]) -> tuple[date | None, str]:
    try:
        return date(parts["y"], parts["m"], parts["d"]), ""
    except ValueError:
        return None, "There is no such day."


def show_date(day: date) -> str:
    """A date as it is shown everywhere: 24 Nov 2026."""
    month = _ENGLISH[day.month - 1].capitalize()
    return f"{day.day} {month[:3]} {day.year}"
