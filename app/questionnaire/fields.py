"""One kind of entry: its fields, which of them it must have, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.questionnaire import readers as r
from app.questionnaire.expression import ALWAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.questionnaire.source import Place


@dataclass(frozen=True, slots=True)
class Schema:
    """The fields of one kind of entry."""

    make: Callable[..., Any]
    fields: Mapping[str, Callable[[Place], Any]]
    required: tuple[str, ...] = ()

    def read(self, place: Place, **given: Any) -> Any:  # noqa: ANN401  # what ``make`` makes
        """Read one entry; a field that is missing keeps its default, or an empty value."""
        found = place.fields(tuple(self.fields), self.required)
        values = {name: self.fields[name](value) for name, value in found.items()}
        for name in self.required:
            values.setdefault(name, _placeholder(self.fields[name]))
        return self.make(**given, **values)


def _placeholder(reader: object) -> Any:  # noqa: ANN401  # stands in until the author mends it
    return _PLACEHOLDERS.get(reader, ())


_PLACEHOLDERS: dict[object, Any] = {r.text: "", r.number: 0.0, r.formula: ALWAYS}


CITED = {"cites": r.citations}
