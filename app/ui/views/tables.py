"""Table questions with what comes of each row, from the figures that read the table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from app.assessment.printing import UNIT_SIGNS, printed_number
from app.questionnaire import expression as x
from app.ui.kit.question_view import UNANSWERED, Row
from app.ui.views.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.code import Code
    from app.assessment.evaluation import Evaluation
    from app.assessment.interview import Asked
    from app.questionnaire.definition import Question, Questionnaire

_HIGHEST = "highest"


def heads_of(questionnaire: Questionnaire, question: Question) -> tuple[str, str, str, str]:
    """The heads of the four columns."""
    constant = next((capital(name) for row in question.rows for name in row.constants), "")
    figure = _figure_over(questionnaire, question.id)
    unit = questionnaire.figures[figure].unit if figure else ""
    return ("Format", capital(question.fact) or "Figure", constant, UNIT_SIGNS.get(unit, unit))


def rows_of(evaluation: Evaluation, each: Asked) -> tuple[Row, ...]:
    """The rows of a table with their answers, factors and sums."""
    question = each.question
    answer = each.answer if isinstance(each.answer, Mapping) else {}
    sums = _sums(evaluation, question, each.keys)
    highest = max(sums.values(), default=0.0)
    counted = next((row for row, value in sums.items() if value == highest and highest), "")
    return tuple(
        Row(
            id=row.id,
            title=row.title,
            unit=UNIT_SIGNS.get(question.unit, question.unit),
            factor=next((f"× {printed_number(number)}" for number in row.constants.values()), ""),
            total=f"= {printed_number(sums[row.id])}" if row.id in sums else "",
            chip="Highest" if row.id == counted else "",
            answer=_cell(answer[row.id]) if row.id in answer else UNANSWERED,
        )
        for row in question.rows
    )


def _cell(cell: float | str | None) -> float | str | None:
    return float(cell) if isinstance(cell, (int, float)) else cell


def _sums(evaluation: Evaluation, question: Question, keys: tuple[str, ...]) -> dict[str, float]:
    """What each row of numbers comes to in the figure that takes the highest of them."""
    name = _figure_over(evaluation.questionnaire, question.id)
    figure = evaluation.questionnaire.figures.get(name)
    if figure is None or figure.of != question.of:
        return {}
    index = evaluation.layout.index(name, "", keys)
    codes = evaluation.layout.instances[index].codes
    parts = (part for code in codes for over in _overs(code, question.id) for part in over.parts)
    values = ((part.row, part.run(evaluation.values)) for part in parts if part.row)
    return {row: value for row, value in values if isinstance(value, float) and value}


def _overs(code: Code, table: str) -> Iterator[Code]:
    tree = code.tree
    if isinstance(tree, x.Over) and tree.domain == table:
        yield code
    for part in code.parts:
        yield from _overs(part, table)


@lru_cache(maxsize=64)
def _figure_over(questionnaire: Questionnaire, table: str) -> str:
    """The figure with a unit that takes the highest over a table."""
    wanted = f"{_HIGHEST}({table},"
    for figure in questionnaire.figures.values():
        formulas = [figure.value, *(case.value for case in figure.choose)]
        texts = ("".join(each.text.split()) for each in formulas if each)
        if figure.unit and any(wanted in text for text in texts):
            return figure.id
    return ""
