"""Characters that cannot be printed are found before printing and replaced by something to see.

A glyph that no bundled face has would print as an empty box and end PDF/A; a control that turns
the reading direction would let one text look like another. Neither disappears: its code is printed.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from app.report.fonts import covered

_SHOWN_CODES = 12
# Drawn as coloured pictures by default, also where a text face has them.
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615"
    "\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea"
    "\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757"
    "\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]"
)
# Without ink and without meaning once the direction of each run is marked: left out.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
# Joiners shape Arabic letters and are noise elsewhere.
_JOINER = re.compile("(?<![\u0600-\u08ff])[\u200c\u200d]+|[\u200c\u200d]+(?![\u0600-\u08ff])")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RUN = re.compile(f"[{_RIGHT_TO_LEFT}](?:[^\nA-Za-z<>&]*[{_RIGHT_TO_LEFT}])?[\u0300-\u036f]*")
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")


@dataclass(frozen=True, slots=True)
class Unprintable:
    """Characters of one script that no bundled face has, and how often they occur."""

    script: str
    characters: str
    times: int

    @property
    def message(self) -> str:
        """The problem as a sentence for the window, the command line and the document."""
        codes = " ".join(map(code, self.characters[:_SHOWN_CODES]))
        more = len(self.characters) - _SHOWN_CODES
        rest = f" and {more} more" if more > 0 else ""
        return (
            f"{self.script}: {self.times} characters cannot be printed and stand as codes "
            f"or names in square brackets ({codes}{rest})."
        )


def code(character: str) -> str:
    """The character's code point as Unicode writes it."""
    return f"U+{ord(character):04X}"


@cache
def script_of(character: str) -> str:
    """The kind of character in one or two words, for grouping."""
    if _EMOJI.match(character):
        return "Emoji"
    if unicodedata.category(character).startswith("C"):
        return "Control codes"
    name = unicodedata.name(character, "Unknown")
    return "Symbols" if unicodedata.category(character)[0] in "SP" else name.split()[0].title()


@cache
def prints(character: str) -> bool:
    """Whether the character may stand on the page as it is."""
    if character in "\n\t\u200c\u200d":
        return True
    if unicodedata.category(character).startswith("C") or _EMOJI.match(character):
        return False
    return ord(character) in covered()


def _stand_in(run: str) -> str:
    """What is printed in the place of a run of characters of one script."""
    script = script_of(run[0])
    if script in ("Emoji", "Symbols"):
        return "".join(f"[{unicodedata.name(c, code(c)).lower()}]" for c in run)
    codes = " ".join(map(code, run[:_SHOWN_CODES]))
    more = f" and {len(run) - _SHOWN_CODES} more" if len(run) > _SHOWN_CODES else ""
    return f"[{codes}{more}]" if script == "Control codes" else f"[{script}: {codes}{more}]"


def tidy(text: str) -> str:
    """The text composed, with one kind of line end, without characters that leave no ink."""
    if text.isascii():
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _JOINER.sub("", _INVISIBLE.sub("", composed))


def _runs(text: str, odd: set[str]) -> Iterable[tuple[str, bool]]:
    """The text in pieces, each with whether it needs a stand-in; pieces of one script together."""
    for piece in re.split(f"([{''.join(map(re.escape, sorted(odd)))}]+)", text):
        if not piece or piece[0] not in odd:
            yield piece, False
            continue
        start = 0
        for at in range(1, len(piece) + 1):
            if at == len(piece) or script_of(piece[at]) != script_of(piece[start]):
                yield piece[start:at], True
                start = at


def printable(text: str) -> str:
    """The text as it can be printed: itself, but for stand-ins in square brackets."""
    text = tidy(text)
    odd = {c for c in set(text) if not prints(c)}
    if not odd:
        return text
    return "".join(_stand_in(piece) if replace else piece for piece, replace in _runs(text, odd))


def unprintable(texts: Iterable[str]) -> tuple[Unprintable, ...]:
    """What in these texts no bundled face can print, a row a script, the commonest first."""
    counts: dict[str, Counter[str]] = {}
    for text in texts:
        clean = tidy(text)
        for character in {c for c in set(clean) if not prints(c)}:
            found = counts.setdefault(script_of(character), Counter())
            found[character] += clean.count(character)
    rows = (Unprintable(s, "".join(sorted(found)), found.total()) for s, found in counts.items())
    return tuple(sorted(rows, key=lambda row: (-row.times, row.script)))


def directed(text: str) -> list[tuple[str, str]]:
    """The text in pieces, each with the language of its right-to-left script or nothing."""
    pieces, at = [], 0
    for run in _RUN.finditer(text):
        pieces += [(text[at : run.start()], ""), (run[0], "he" if _HEBREW.match(run[0]) else "ar")]
        at = run.end()
    return [piece for piece in (*pieces, (text[at:], "")) if piece[0]]
