"""A number, a percentage or a sum of money, typed as people type them."""

from typing import ClassVar

from app.ui.kit import numbers
from app.ui.kit.entry import Entry, value_of
from app.ui.kit.question_view import UNANSWERED, GivenAnswer, Kind


class Field(Entry):
    """A number with its unit; it can be empty, never rounds and leaves the mouse wheel alone."""

    right: ClassVar[bool] = True

    def read(self, text: str) -> tuple[GivenAnswer, str]:
        """Read a number; empty is no answer."""
        if not text.strip():
            return UNANSWERED, ""
        return value_of(numbers.parse(text, self._view.unit, may_group=self._may_group()))

    def write(self, value: GivenAnswer) -> str:
        """The number as it will be printed."""
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return ""
        return numbers.shown_text(float(value), may_group=self._may_group())

    def _may_group(self) -> bool:
        return self._view.kind is not Kind.PERCENT
