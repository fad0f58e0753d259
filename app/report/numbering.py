"""Numbers that counsel cites: sections, paragraphs, tables, figures, and the letters of references.

They are handed out as text while a document is written, so that the HTML alone holds all that the
PDF shows. One registry of letters serves the memo and the plan, so F-07 means a fact in both.
"""

import re
from dataclasses import dataclass

LETTERS = {
    "F": "fact",
    "Q": "question",
    "O": "open point",
    "A": "action",
    "H": "premise",
    "C": "calculation",
    "T": "thing or technology under the plan",
    "X": "exhibit",
    "K": "control",
    "W": "exception",
    "P": "person",
}
_NUMBER = re.compile(r"([A-Z])-(\d{1,4})")
IN_TEXT = re.compile(rf"( ?)\b(?<![\w-])([{''.join(LETTERS)}]-\d{{1,4}})\b(?!-)")


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A reference such as F-07. It heads one row only, and that row is what links lead to."""

    letter: str
    number: int

    def __post_init__(self) -> None:
        """Refuse a letter that the registry does not know."""
        if self.letter not in LETTERS:
            raise ValueError(f"{self.letter}: the letters of references are {', '.join(LETTERS)}")

    def __str__(self) -> str:
        return f"{self.letter}-{self.number:02}"

    @classmethod
    def read(cls, text: str) -> "Ref":
        """The reference that a text writes; ValueError if it writes none."""
        if (found := _NUMBER.fullmatch(text)) is None:
            raise ValueError(f"{text!r} is not a reference such as F-07")
        return cls(found[1], int(found[2]))


class Numbers:
    """Hands out numbers in reading order while one document is written."""

    def __init__(self) -> None:
        """Begin before the first section."""
        self._section = self._paragraph = self._table = self._figure = self._part = 0
        self._annex = ""
        self._headed: set[str] = set()

    def first(self, reference: str) -> bool:
        """True where a reference heads a row for the first time: that row is the link's target."""
        new = reference not in self._headed
        self._headed.add(reference)
        return new

    def section(self) -> int:
        """The number of the next section; paragraphs and parts begin again."""
        self._section, self._paragraph, self._part = self._section + 1, 0, 0
        return self._section

    def annex(self) -> str:
        """The letter of the next annex."""
        self._annex = chr(ord(self._annex or "@") + 1)
        self._paragraph = self._part = 0
        return self._annex

    def part(self) -> str:
        """The letter of the next part of a section."""
        self._part += 1
        return chr(64 + self._part)

    def paragraph(self) -> str:
        """The number of the next paragraph, such as 7.3 or B.1."""
        self._paragraph += 1
        return f"{self._annex or self._section}.{self._paragraph}"

    def table(self) -> int:
        """The number of the next table, counted through the document."""
        self._table += 1
        return self._table

    def figure(self) -> int:
        """The number of the next figure, counted through the document."""
        self._figure += 1
        return self._figure


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the number printed, the target, the title."""

    number: str
    anchor: str
    title: str


def contents(sections: tuple[str, ...], annexes: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """The lines of the contents for titles in reading order, numbered as Numbers will do it."""
    numbered = [(str(n), title) for n, title in enumerate(sections, 1)]
    lettered = [(chr(64 + n), title) for n, title in enumerate(annexes, 1)]
    return tuple(Entry(no, f"s{no}", title) for no, title in (*numbered, *lettered))
