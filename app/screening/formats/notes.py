"""What a reader notes on its way: omissions and sources that nobody knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.screening.listed import Omission


@dataclass(slots=True)
class Notes:
    """Filled by a reader while its parties are drawn from it."""

    omissions: list[Omission] = field(default_factory=list)
    unknown: dict[str, None] = field(default_factory=dict)
    dated: str = ""

    def omit(self, row: int, column: str, why: str) -> None:
        """Note something that could not be read."""
        self.omissions.append(Omission(row, column, why))

    def bad_row(self, row: int, why: str) -> None:
        """Note a row of which nothing could be read."""
        self.omit(row, "", why)


def split(text: str | None, mark: str = "; ") -> tuple[str, ...]:
    """The values of a cell that holds several."""
    return tuple(part.strip() for part in (text or "").split(mark) if part.strip())
