"""Where a person is: a section for one member, the why of a conclusion, the review.

The way that was gone is a value too, so that back and forward are earlier and later values.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

Keys = tuple[str, ...]

SECTION, WHY, REVIEW, PREVIEW = "section", "why", "review", "preview"
SCREENING = "screening"
REVISIONS = "revisions"


@dataclass(frozen=True, slots=True)
class Place:
    """One place: what is shown there, of which section or determination, for which members."""

    kind: str = SECTION
    id: str = ""
    keys: Keys = ()


@dataclass(frozen=True, slots=True)
class Trail:
    """The places seen, and where among them one is; like a browser's."""

    places: tuple[Place, ...] = ()
    at: int = -1

    @property
    def here(self) -> Place | None:
        """The place one is at."""
        return self.places[self.at] if self.places else None

    def gone_to(self, place: Place) -> Trail:
        """The trail after going somewhere; what lay ahead is forgotten."""
        if place == self.here:
            return self
        return Trail((*self.places[: self.at + 1], place), self.at + 1)

    def back(self) -> Trail:
        """One place back, if there is one."""
        return replace(self, at=max(0, self.at - 1)) if self.places else self

    def forward(self) -> Trail:
        """One place forward, if there is one."""
        return replace(self, at=min(len(self.places) - 1, self.at + 1))

    def last_section(self) -> Place | None:
        """The section one came from, to name the way back."""
        behind = reversed(self.places[: self.at + 1])
        return next((place for place in behind if place.kind == SECTION), None)


def suffixed(name: str, keys: Keys) -> str:
    """``name@i2``: an id with the keys of its members, as object names have it."""
    return f"{name}@{'.'.join(keys)}" if keys else name
