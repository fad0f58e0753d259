"""Fields of worksheets: what an official form asks, what fills it, and which answer that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.report.sheets import Line

if TYPE_CHECKING:
    from app.report.known import Known

NOT_KNOWN = "Not known."
NO_QUESTION = "No question asks for it: to be filled in by hand."


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills fields for the members bound, such as one item and one destination."""

    known: Known
    bound: dict[str, str]

    def of(self, label: str, *questions: str, what: str = "") -> Line:
        """A field that answers fill; it names them, and what of them is not known."""
        said = [(self.known.label(each), self.known.said(each, self.bound)) for each in questions]
        value = "; ".join(words for _, words in said if words)
        missing = [name for name, words in said if not words]
        if not said:
            return Line(label, note=what or NO_QUESTION)
        by = f"From the answer: {', '.join(name for name, _ in said)}."
        lost = f" {NOT_KNOWN.rstrip('.')}: {', '.join(missing)}." if missing else ""
        return Line(label, value or NOT_KNOWN, f"{by}{lost if value else ''} {what}".strip())

    def by_hand(self, label: str, what: str = "") -> Line:
        """A field that nothing here fills."""
        return Line(label, note=f"{NO_QUESTION} {what}".strip())

    def worked(self, label: str, value: str, source: str) -> Line:
        """A field that a conclusion or figure fills."""
        return Line(label, value or NOT_KNOWN, source)

    def party(self, label: str, *roles: str, none: str = "") -> Line:
        """A party of these roles with name, address and country; each thing not known is said."""
        keys = list(self.known.parties(*roles))
        by = f"From the parties with the role: {', '.join(self._titles(roles))}."
        if not keys:
            return Line(label, NOT_KNOWN, f"{by} {none}".strip())
        return Line(label, "\n".join(map(self._address, keys)), by)

    def _titles(self, roles: tuple[str, ...]) -> list[str]:
        question = self.known.question("party_role")
        titles = {option.id: option.title for option in question.options} if question else {}
        return [titles.get(role, role) for role in roles]

    def _address(self, key: str) -> str:
        parts = (
            (self.known.name("party", key), ""),
            (self.known.words("party_address", key), "address"),
            (self.known.words("party_country", key), "country"),
        )
        return ", ".join(words or f"{name} not known" for words, name in parts)
