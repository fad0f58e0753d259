"""The lists by their codes: what each is called, and in short what standing on it means.

The sources of the consolidated list are told by the code in brackets, because the
wording around it has changed over the years. The short words are for the screen and
the record; what follows in law is for the questionnaire to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One list; ``option`` is the answer that says a party stands on it."""

    code: str
    title: str
    agency: str
    effect: str
    option: str = "other_list"


_LIMITED = "Limited measures: read the programme of the entry."
SOURCES = {
    source.code: source
    for source in (
        Source("DPL", "Denied Persons List", "BIS", "Dealing contrary to the order is prohibited.", "denied_persons"),
        Source("EL", "Entity List", "BIS", "A licence is needed as the entry says; exceptions are not available unless the entry says so.", "entity_list"),
        Source("MEU", "Military End User List", "BIS", "A licence is needed for the items that the rule lists.", "meu_list"),
        Source("UVL", "Unverified List", "BIS", "A red flag: no licence exceptions, and a statement from the party first.", "unverified"),
        Source("DTC", "AECA debarred parties", "State", "Barred from defence trade; a red flag here."),
        Source("ISN", "Nonproliferation Sanctions", "State", "Measures under the statute of the entry: read the notice."),
        Source("SDN", "Specially Designated Nationals", "OFAC", "Blocked; so is what blocked persons own half or more of together.", "sdn"),
        Source("FSE", "Foreign Sanctions Evaders", "OFAC", "Dealings by U.S. persons or in the United States are prohibited."),
        Source("SSI", "Sectoral Sanctions Identifications List", "OFAC", _LIMITED),
        Source("PLC", "Palestinian Legislative Council List", "OFAC", _LIMITED),
        Source("CAP", "CAPTA List", "OFAC", _LIMITED),
        Source("MBS", "Non-SDN Menu-Based Sanctions List", "OFAC", _LIMITED),
        Source("CMIC", "Chinese Military-Industrial Complex Companies List", "OFAC", _LIMITED),
        Source("EU", "EU financial sanctions", "European Union", "Funds are frozen and nothing may be made available; other EU measures stand elsewhere."),
        Source("UN", "UN Security Council list", "United Nations", "Assets are frozen; states carry it out by their own law."),
    )
}  # fmt: skip
"""Every list whose meaning is known, by code."""

_CODE = re.compile(r"\((?:NS-)?([A-Z]{2,5})(?: List)?\)")
_DRIFTED = {"NON-SDN CMIC": "CMIC", "CAPTA": "CAP", "AECA": "DTC"}

_FOOTNOTES = (
    (re.compile(r"734\.9\s*\(e\)\s*\(1\)"), "1"),
    (re.compile(r"734\.9\s*\(e\)\s*\(2\)"), "4"),
    (re.compile(r"734\.9\s*\(e\)\s*\(3\)"), "5"),
    (re.compile(r"734\.9\s*\(g\)"), "3"),
)
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
    found = {footnote for pattern, footnote in _FOOTNOTES if pattern.search(requirement)}
    found |= {mark.group(1) for each in _MARKS if (mark := each.search(requirement))}
    return found.pop() if len(found) == 1 else ""
