"""Numbers as people type them, and as they will be printed.

"1.979", "1,979" and "1979" are all one thousand nine hundred and seventy-nine. Where that could
also mean something else, the reading says so: nothing is guessed in silence.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

_SPACES = re.compile(r"[\s\u00a0\u2009\u202f'’_]+")
_GROUPED = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*")
_NUMBER = re.compile(r"(?P<sign>[-+−]?)(?P<digits>[\d.,]+)(?P<power>(?:e|[x×*·]10\^?)[-+−]?\d+)?")
_POWER = re.compile(r"(?:10\^)(?P<exponent>[-+−]?\d+)")
_MONEY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_ALIKE = str.maketrans({"²": "2", "³": "3", "−": "-"})
_FEWEST, _MOST = 1e-9, 1e15  # beyond them nobody counts zeros


@dataclass(frozen=True, slots=True)
class Reading:
    """What some typed words come to: a value or none, and what is doubtful about it."""

    value: float | None
    doubt: str = ""


_UNREADABLE = Reading(None, "Not read as a number. Write it like 1,979 or 0.5.")


def parse(text: str, unit: str = "", *, may_group: bool = True) -> Reading:
    """Read typed words as a number; a percentage cannot have thousands, so it never groups."""
    bare = _strip(text, unit)
    if bare is None:
        return Reading(None, f"The answer is in {unit}. Write the number alone.")
    power = _POWER.fullmatch(bare)
    if power:
        return _finite(f"1e{power['exponent'].translate(_ALIKE)}")
    found = _NUMBER.fullmatch(bare)
    if found is None:
        return _UNREADABLE
    return _read(found, may_group=may_group)


def _strip(text: str, unit: str) -> str | None:
    """The number alone, without spaces and unit; None where another unit stands beside it."""
    bare = _SPACES.sub("", text).lower().translate(_ALIKE)
    plain_unit = _SPACES.sub("", unit).lower().translate(_ALIKE)
    for sign, currency in _MONEY_SIGNS.items():
        bare = bare.replace(sign, currency.lower())
    if plain_unit:
        bare = bare.removesuffix(plain_unit).removeprefix(plain_unit)
    other = re.fullmatch(r"[^\d.,+-]+[\d.,]+|[-+]?[\d.,]+[^\d.,e×x*·^]{1,12}", bare)
    return None if other and unit else bare


def _read(found: re.Match[str], *, may_group: bool) -> Reading:
    digits, doubt = _plain(found["digits"], may_group=may_group)
    if digits is None:
        return _UNREADABLE
    sign = "-" if found["sign"] in {"-", "−"} else ""
    exponent = re.sub(r"^(e|.10\^?)", "", found["power"] or "e0")
    read = _finite(f"{sign}{digits}e{exponent.translate(_ALIKE)}")
    return read if read.value is None else Reading(read.value, doubt)


def _finite(literal: str) -> Reading:
    value = float(literal)
    return Reading(value) if isfinite(value) else _UNREADABLE


def _plain(digits: str, *, may_group: bool) -> tuple[str | None, str]:
    """The digits with a point before the decimals, and the doubt about them."""
    if may_group and _GROUPED.fullmatch(digits) and not digits.startswith("0"):
        whole = re.sub(r"[.,]", "", digits)
        once = digits.count(".") == 1
        return whole, _read_as(digits, whole) if once else ""
    marks = [mark for mark in digits if mark in ".,"]
    if not marks:
        return digits, ""
    last = marks[-1]
    if len(set(marks)) == 1 and len(marks) > 1:
        return None, ""
    whole, _, decimals = digits.rpartition(last)
    whole = re.sub(r"[.,]", "", whole)
    plain = f"{whole or '0'}.{decimals or '0'}"
    return (plain, "") if plain.replace(".", "", 1).isdecimal() else (None, "")


def _read_as(digits: str, whole: str) -> str:
    return f"Read as {show(float(whole))}. If you mean the decimal number, write {digits}0."


def show(value: float) -> str:
    """The number as it will be printed: groups of three, no more decimals than it has."""
    if value and not _FEWEST < abs(value) < _MOST:
        return f"{value:g}"
    text = format(Decimal(repr(value)), ",f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def shown_text(value: float, *, may_group: bool = True) -> str:
    """The number as it stands in a field, where it must read back as itself."""
    text = show(value)
    return text if parse(text, may_group=may_group).value == value else f"{text}0"
