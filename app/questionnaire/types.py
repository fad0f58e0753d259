"""What ids yield: the types of questions, figures, thresholds and determinations."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.questionnaire.inference import Inference
from app.questionnaire.kinds import ANYTHING, DATE, TEXT, TRUTH, Type
from app.questionnaire.units import ONE, Powers, Units, UnknownUnit, printed

if TYPE_CHECKING:
    from app.questionnaire import definition as d
    from app.questionnaire.definition import Question, Questionnaire, Scope
    from app.questionnaire.expression import Formula
    from app.questionnaire.source import Complaints, Where


@dataclass(frozen=True)
class Types:
    """Infers types; complaints go to the list given. ``scope`` is where names are resolved."""

    questionnaire: Questionnaire
    units: Units
    complaints: Complaints
    known: dict[str, Type] = field(default_factory=dict)

    def unit(self, text: str, at: Where) -> Powers:
        """The powers of a unit, complaining where it cannot be read."""
        try:
            return self.units.powers(text)
        except UnknownUnit:
            self.complaints.note(at, f"{text!r} is no unit: write a product or quotient of names")
            return ONE

    def of_formula(
        self, formula: Formula, scope: Scope, folder: str, *, modal: bool = False
    ) -> Type:
        """The type of an expression that stands in a folder and is of a scope."""
        return Inference(self, formula, frozenset(scope), folder, modal=modal).type_of(formula.tree)

    def of_name(self, name: str) -> Type | None:
        """The type of what an id stands for; None where there is no such id."""
        q = self.questionnaire
        if name in self.known:
            return self.known[name]
        if name in q.questions:
            return self._of_question(q.questions[name])
        if name in q.rules:
            return TRUTH
        if name in q.determinations:
            values = (outcome.value for outcome in q.determinations[name].outcomes)
            return Type("word", words=frozenset(values))
        if name in q.parameters:
            return Type("number", self.unit(q.parameters[name].unit, q.parameters[name].at))
        if name in q.sets:
            return Type("words")
        return self._of_figure(q.figures[name]) if name in q.figures else None

    def _of_question(self, question: Question) -> Type:
        options = frozenset(option.id for option in question.options)
        match question.kind:
            case "yes_no":
                return TRUTH
            case "number" | "percentage":
                return Type("number", self.unit(question.unit, question.at))
            case "money":
                return Type("number", self.unit(question.unit, question.at))
            case "one_of":
                return Type("word", words=options)
            case "some_of":
                return Type("words", words=options)
            case "country":
                return Type("word", words=frozenset(self.questionnaire.countries))
            case "date":
                return DATE
            case "table":
                return Type("table", self.unit(question.unit, question.at))
            case "members":
                return Type("words")
            case _:
                return TEXT

    def _of_figure(self, figure: d.Figure) -> Type:
        self.known[figure.id] = ANYTHING  # a circle is complained about elsewhere
        formulas = [figure.value] if figure.value else [case.value for case in figure.choose]
        found = [self.of_formula(f, figure.of, figure.folder) for f in formulas]
        if figure.second_reading:
            found.append(self.of_formula(figure.second_reading.value, figure.of, figure.folder))
        kind = self._same(figure, found)
        self.known[figure.id] = kind
        return kind

    def _same(self, figure: d.Figure, found: list[Type]) -> Type:
        kinds = {each.kind for each in found} - {"anything"}
        if len(kinds) > 1:
            message = f"{figure.id} is sometimes a {' and sometimes a '.join(sorted(kinds))}"
            self.complaints.note(figure.at, message)
        if kinds != {"number"}:
            return self._word_type(found)
        stated = self.unit(figure.unit, figure.at)
        for each in found:
            if each.unit is not None and each.unit != stated:
                message = (
                    f"{figure.id} comes out in {printed(each.unit)}, "
                    f"but its unit is {figure.unit or 'not given'}"
                )
                self.complaints.note(figure.at, message)
        return Type("number", stated)

    @staticmethod
    def _word_type(found: list[Type]) -> Type:
        first = found[0] if found else ANYTHING
        if first.kind == "word" and all(each.words is not None for each in found):
            return replace(first, words=frozenset().union(*(e.words or () for e in found)))
        return first
