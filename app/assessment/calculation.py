"""Calculation sheets: each figure with its arithmetic in numbers, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.printing import NOT_KNOWN, filled, printed, printed_number, printed_span
from app.assessment.values import Span, Value
from app.assessment.wording import SIGNS, phrase
from app.questionnaire import expression as x

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.code import Code
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Citations


@dataclass(frozen=True, slots=True)
class Step:
    """One line of arithmetic: ``FP8``, ``1,979 × 8``, ``15,832 TPP``."""

    quantity: str
    arithmetic: str
    result: str


@dataclass(frozen=True, slots=True)
class Calculation:
    """How a figure comes about, with the result under a second reading where one is stated."""

    id: str
    keys: tuple[str, ...]
    title: str
    steps: tuple[Step, ...]
    result: str
    value: Value
    because: str
    cites: Citations
    second_name: str = ""
    second_result: str = ""
    second_because: str = ""
    second_cites: Citations = ()


def calculations(evaluation: Evaluation) -> Iterator[Calculation]:
    """A sheet for every numeric figure, member by member."""
    for figure in evaluation.questionnaire.figures.values():
        if figure.unit:
            for keys in evaluation.layout.keys_of(figure.of):
                yield calculation(evaluation, figure.id, keys)


def calculation(evaluation: Evaluation, name: str, keys: tuple[str, ...]) -> Calculation:
    """The sheet of one figure."""
    figure = evaluation.questionnaire.figures[name]
    index = evaluation.layout.index(name, "", keys)
    instance = evaluation.layout.instances[index]
    value = evaluation.values[index]
    sheet = _Sheet(evaluation, figure.digits)
    second = evaluation.layout.second.get(index)
    reading = figure.second_reading
    other = printed(evaluation.questionnaire, name, second.run(evaluation.values)) if second else ""
    return Calculation(
        id=name,
        keys=keys,
        title=figure.title,
        steps=tuple(step for code in instance.codes for step in sheet.steps(code)),
        result=printed(evaluation.questionnaire, name, value),
        value=value,
        because=filled(evaluation, figure.because, figure.of, keys),
        cites=figure.cites,
        second_name=reading.name if reading else "",
        second_result=other,
        second_because=filled(evaluation, reading.because, figure.of, keys) if reading else "",
        second_cites=reading.cites if reading else (),
    )


class _Sheet:
    def __init__(self, evaluation: Evaluation, digits: int) -> None:
        self.evaluation = evaluation
        self.digits = digits

    def steps(self, code: Code) -> Iterator[Step]:
        """The lines of an expression; a table gives a line for each row that is offered."""
        match code.tree:
            case x.Over(function=function) if any(part.row for part in code.parts):
                yield from self._rows(code)
                yield Step(f"The {function} of these", "", self._result(code))
            case x.Pair() | x.Choice() | x.Over():
                for part in code.parts:
                    yield from self.steps(part)
                yield Step(self._pair(code), self.text(code), self._result(code))
            case x.Name() if code.reads is not None and not self._is_number(code):
                return
            case x.Literal() | x.Compare() | x.Both() | x.Either() | x.Not():
                return
            case _:
                yield from self._inner_steps(code)
                yield Step(phrase(self.evaluation, code), self.text(code), self._result(code))

    def _inner_steps(self, code: Code) -> Iterator[Step]:
        """The lines of what arithmetic takes as one number: the highest of rows, the one of two."""
        for part in code.parts:
            match part.tree:
                case x.Pair() | x.Choice() | x.Over():
                    yield from self.steps(part)
                case x.Arithmetic():
                    yield from self._inner_steps(part)
                case _:
                    pass

    def _is_number(self, code: Code) -> bool:
        return isinstance(code.run(self.evaluation.values), (float, Span))

    def _pair(self, code: Code) -> str:
        function = getattr(code.tree, "function", "")
        return f"The {function} of these" if function else "The one that applies"

    def _rows(self, code: Code) -> Iterator[Step]:
        assert isinstance(code.tree, x.Over)
        rows = self.evaluation.questionnaire.questions[code.tree.domain].rows
        titles = {row.id: row.title for row in rows}
        for part in code.parts:
            values = self.evaluation.values
            offered = part.row and not (part.when and part.when.run(values) is False)
            value = part.run(values) if offered else None
            if isinstance(value, float) and value:
                yield Step(titles[part.row], self.text(part), self._result(part))
            elif isinstance(value, Span):
                yield Step(titles[part.row], NOT_KNOWN, NOT_KNOWN)

    def _result(self, code: Code) -> str:
        return self._number(code.run(self.evaluation.values))

    def _number(self, value: Value) -> str:
        if isinstance(value, float):
            return printed_number(value, self.digits)
        return printed_span(value, self.digits) if isinstance(value, Span) else NOT_KNOWN

    def text(self, code: Code) -> str:
        """An expression with numbers in the places of names."""
        match code.tree:
            case x.Arithmetic(op=op):
                left, right = (self._inner(op, part) for part in code.parts)
                return f"{left} {SIGNS[op]} {right}"
            case _:
                value = code.run(self.evaluation.values)
                return printed_number(value, 4) if isinstance(value, float) else self._number(value)

    def _inner(self, op: str, part: Code) -> str:
        text = self.text(part)
        sums = isinstance(part.tree, x.Arithmetic) and part.tree.op in "+-" and op in "*/"
        return f"({text})" if sums else text
