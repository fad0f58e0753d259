"""What an assessment knows, looked up by question: in words, or nothing where nobody has said it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.report.content.words import answer_words, conclusion_words, listed, named
from app.report.memo.bottom import main_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.answers import Answer
    from app.questionnaire.definition import Question
    from app.report.content.conclusion import Conclusion
    from app.report.content.matter import Matter


@dataclass(frozen=True, slots=True)
class Known:
    """The answers of one assessment as forms and papers ask for them."""

    matter: Matter

    def answer(self, name: str, *keys: str) -> Answer:
        """The answer as it was given; None where it is not known, erased or no such question."""
        question = self.matter.q.questions.get(name)
        if question is None or len(keys) != len(question.of):
            return None
        address = self.matter.q.address(name, keys)
        if address in self.matter.subject.erased:
            return None
        return self.matter.subject.assessment.answers.get(address)

    def words(self, name: str, *keys: str) -> str:
        """The answer in words, or nothing."""
        answer = self.answer(name, *keys)
        if answer is None or answer == "":
            return ""
        return answer_words(self.matter, self.matter.q.questions[name], answer)

    def said(self, name: str, bound: dict[str, str]) -> str:
        """The answer for the members bound, or nothing where a question is of others."""
        question = self.matter.q.questions.get(name)
        if question is None or not all(group in bound for group in question.of):
            return ""
        return self.words(name, *(bound[group] for group in question.of))

    def question(self, name: str) -> Question | None:
        """The question of that id, if the questionnaires have it."""
        return self.matter.q.questions.get(name)

    def label(self, name: str) -> str:
        """What answers to a question are called."""
        question = self.question(name)
        return question.short if question else name

    def items(self) -> tuple[str, ...]:
        """The keys of the items."""
        return self.matter.members("item")

    def name(self, group: str, key: str) -> str:
        """The name of a member."""
        return named(self.matter, (group,), (key,))

    def classes(self, item: str) -> tuple[Conclusion, ...]:
        """The main classification of an item under each regime."""
        found = main_of(self.matter.of_kind("classification"))
        return tuple(c for c in found if c.found.of.get("item") == item)

    def classified(self, item: str) -> str:
        """The classifications of an item in words; what is not determined says so."""
        said = [
            f"{c.regime}: {conclusion_words(c.found)}" if c.regime else conclusion_words(c.found)
            for c in self.classes(item)
        ]
        return " ".join(said)

    def parties(self, *roles: str) -> Iterator[str]:
        """The parties that have one of these roles."""
        for key in self.matter.members("party"):
            held = self.answer("party_role", key)
            if isinstance(held, tuple) and any(role in held for role in roles):
                yield key

    def role(self, party: str) -> str:
        """What a party is, in words: its first role, or that it is a party."""
        held = self.answer("party_role", party)
        question = self.question("party_role")
        if question is None or not isinstance(held, tuple) or not held:
            return "party"
        titles = {option.id: option.title for option in question.options}
        return titles.get(held[0], "party")

    def listed_items(self) -> str:
        """The names of the items."""
        return listed([self.name("item", key) for key in self.items()], 12)
