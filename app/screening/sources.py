"""The lists by their codes: what each is called, and in short what standing on it means.

The words stand in ``resources/screening/lists.toml``. The sources of the consolidated list are
told by the code in brackets, because the wording around it has changed over the years.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from app.data import data_root


@dataclass(frozen=True, slots=True)
class Source:
    """One list; ``option`` is the answer that says a party stands on it."""

    code: str
    title: str
    agency: str
    effect: str
    option: str = "other_list"
    cites: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote of the Entity List, the paragraph that tells it, and what it does."""

    footnote: str
    paragraph: str
    effect: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The paragraph as licence requirements write it, with blanks anywhere."""
        parts = re.findall(r"[\w.]+|[()]", self.paragraph)
        return re.compile(r"\s*".join(map(re.escape, parts)))


@dataclass(frozen=True, slots=True)
class NotHeld:
    """What no list holds that this program reads, and what is done instead."""

    title: str
    why: str


def _stored() -> dict[str, Any]:
    path = data_root() / "resources" / "screening" / "lists.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


_STORED = _stored()
SOURCES = {each["code"]: Source(**each) for each in _STORED["lists"]}
"""Every list whose meaning is known, by code."""
FOOTNOTES = {each["footnote"]: Footnote(**each) for each in _STORED["footnotes"]}
"""The footnotes of the Entity List that widen what is subject to the regulations."""
NOT_HELD = tuple(NotHeld(**each) for each in _STORED["not_held"])
"""What a search of these lists leaves open."""

_CODE = re.compile(r"\((?:NS-)?([A-Z]{2,5})(?: List)?\)")
_DRIFTED = {"NON-SDN CMIC": "CMIC", "CAPTA": "CAP", "AECA": "DTC"}
_PATTERNS = tuple((each.pattern, each.footnote) for each in FOOTNOTES.values())
# Raised figures lose their height in the file: one behind the paragraph, or at the end.
_MARKS = (re.compile(r"734\.9\s*\(e\)\s*([145])(?!\d)"), re.compile(r"\)\s*([1345])\s*\.?\s*$"))


def code_of(source: str) -> str:
    """The code of a list named in words; empty where it is none that is known."""
    found = [_DRIFTED.get(code, code) for code in _CODE.findall(source)]
    return next((code for code in found if code in SOURCES), "")


def footnote_of(requirement: str) -> str:
    """The footnote that an Entity List entry bears, inferred from its licence requirement.

    The file names no footnote. The paragraph referred to tells it, or the raised figure
    that ends the text; where these differ or neither is there, it stays open.
    """
    found = {footnote for pattern, footnote in _PATTERNS if pattern.search(requirement)}
    found |= {mark.group(1) for each in _MARKS if (mark := each.search(requirement))}
    return found.pop() if len(found) == 1 else ""


def footnote_words(footnote: str) -> str:
    """A footnote as it is shown: inferred, with what it does; not known stays not known."""
    known = FOOTNOTES.get(footnote)
    if known is None:
        return "Not known: the licence requirement refers to no paragraph that tells it, or to two. Look the entry up."
    return f"{footnote}, inferred from {known.paragraph} in the licence requirement; the file names none. {known.effect}"
