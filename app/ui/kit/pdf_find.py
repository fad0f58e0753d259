"""Where some words stand in the pages read so far, and which of the places is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.kit.pdf_file import PageWords


@dataclass(frozen=True, slots=True)
class Selection:
    """Characters of one page, from where the mouse went down to where it is."""

    page: int
    first: int
    last: int

    def letters(self) -> range:
        """The characters, whichever way the mouse went."""
        return range(min(self.first, self.last), max(self.first, self.last) + 1)

    def text(self, pages: Mapping[int, PageWords]) -> str:
        """The words, or nothing while the page is not read yet."""
        letters = self.letters()
        words = pages.get(self.page)
        return words.text[letters.start : letters.stop] if words else ""


class Hits:
    """The places found, in the order of the pages; pages may be read one after the other."""

    def __init__(self, wanted: str = "") -> None:
        self.wanted = wanted
        self.places: list[tuple[int, range]] = []
        self.at = -1

    def look_through(self, pages: Mapping[int, PageWords]) -> None:
        """Look through all pages that are read, staying at the place that is looked at."""
        here = self.places[self.at] if self.at >= 0 else None
        self.places = [
            (page, letters)
            for page, words in sorted(pages.items())
            for letters in words.find(self.wanted)
        ]
        self.at = self.places.index(here) if here in self.places else self.at

    def step(self, step: int) -> bool:
        """Go on; false where nothing was found."""
        if self.places:
            self.at = (self.at + step) % len(self.places) if self.at >= 0 else 0
        return bool(self.places)

    def current(self) -> tuple[int, range]:
        """The page and the characters that are looked at."""
        return self.places[self.at]
