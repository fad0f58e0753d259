"""A row of a product catalogue concluded by the shipped rules: its cells are answers of one item.

Which column answers which question stands in the data.  A row is one propagation from a blank
evaluation; what cannot be told from its columns stays undetermined and names those that would do.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.assessment.answers import NOT_OFFERED, from_words
from app.assessment.catalogue_row import names_of, row_of
from app.assessment.catalogue_saying import Saying
from app.assessment.evaluation import Evaluation, evaluate_under
from app.assessment.law import TEXT, Law, NotCovered, begins_on
from app.assessment.narrowed import narrowed
from app.assessment.reading import value_of
from app.assessment.values import Span, Value, span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from app.assessment.answers import Answer
    from app.assessment.catalogue_cells import Cell
    from app.assessment.catalogue_row import Row
    from app.questionnaire.definition import (
        CatalogueColumn,
        CatalogueResult,
        Question,
        Questionnaire,
    )


class Catalogue:
    """The law of a day asked for one item at a time."""

    def __init__(self, questionnaire: Questionnaire, day: dt.date) -> None:
        """Resolve the law of the day.

        Raises:
            NotCovered: the day is before every edition that says something of a catalogue.
        """
        self.questionnaire = questionnaire
        self._begins = {
            name: begins
            for name, result in questionnaire.catalogue_results.items()
            if (begins := _begins(questionnaire, result)) and day < begins
        }
        decided = [n for n, each in questionnaire.catalogue_results.items() if each.determination]
        if decided and all(name in self._begins for name in decided):
            first = min(self._begins.values())
            raise NotCovered(f"{day} is before the law at hand begins; it covers {first} and later")
        self.columns = questionnaire.catalogue
        self.group = next(g for g in questionnaire.groups.values() if g.id == self._group_id)
        self.keys = (f"{self.group.key}1",)
        answers: dict[str, Answer] = {
            self.group.plural: self.keys,
            f"{self.group.plural}.complete": True,
        }
        narrow = narrowed(questionnaire, self._asked())
        self.blank = evaluate_under(Law(narrow, day), answers, day)

    def _asked(self) -> Iterator[str]:
        """What is asked of each row: conclusions and figures, and the questions answered."""
        for result in self.questionnaire.catalogue_results.values():
            yield from (*filter(None, (result.determination,)), *result.remarks)
            yield from (*result.figures.values(), *result.assumes, *result.bounds)
        for column in self.columns.values():
            yield from (*column.also, *column.fixes, *column.states)
            if column.answers:
                yield column.answers.partition(".")[0]
            if column.reads:
                yield column.reads.question

    @cached_property
    def _group_id(self) -> str:
        """The group that the questions of the columns are of."""
        for column in self.columns.values():
            if column.answers:
                return self._question(column).of[0]
        return ""

    def _question(self, column: CatalogueColumn) -> Question:
        return self.questionnaire.questions[column.answers.partition(".")[0]]

    def results(self) -> list[CatalogueResult]:
        """The regimes that say something, in order."""
        return sorted(self.questionnaire.catalogue_results.values(), key=lambda each: each.order)

    def result_columns(self) -> list[str]:
        """The columns that are added to a catalogue."""
        names = [name for result in self.results() for name in names_of(result)]
        return [*names, *(name for result in self.results() for name in result.figures)]

    def concluded(self, cells: Mapping[str, Cell]) -> dict[str, str]:
        """What is added to a row."""
        found: dict[str, str] = {}
        for result in self.results():
            if result.determination and result.id not in self._begins:
                found |= self._concluded(result, row_of(self.columns, cells))
            else:
                found |= dict.fromkeys(names_of(result), "")
                found[names_of(result)[1]] = self._why_silent(result)
        return found

    def _why_silent(self, result: CatalogueResult) -> str:
        begins = self._begins.get(result.id)
        return f"the edition begins on {begins}" if begins else result.status

    def _concluded(self, result: CatalogueResult, row: Row) -> dict[str, str]:
        saying = Saying(result, row, self.keys)
        evaluation = self.blank.pinned(dict(self._answers(result, row, saying)))
        evaluation = self._stated(evaluation, row, saying)
        return saying.concluded(evaluation)

    def _answers(
        self, result: CatalogueResult, row: Row, saying: Saying
    ) -> Iterator[tuple[int, Value]]:
        """The places of the answers that the row gives, and their values."""
        given: dict[str, Answer] = {}
        for name, word in result.assumes.items():
            given[name] = from_words(self.questionnaire.questions[name], word)
        for column in self.columns.values():
            self._answer(column, row, given, saying)
        self._fill(row, given, saying)
        for name, answer in given.items():
            question = self.questionnaire.questions[name]
            yield self._slot(question), value_of(question, answer)
        for column in self.columns.values():
            for name in column.fixes:
                if isinstance(cell := row.cells.get(column.id), bool):
                    yield self.blank.layout.index(name, TEXT, self.keys), cell
        for name, rows in result.bounds.items():
            bounds = {line: row.highest(names) for line, names in rows.items()}
            yield self.blank.layout.index(name, TEXT, self.keys), bounds

    def _answer(
        self, column: CatalogueColumn, row: Row, given: dict[str, Answer], saying: Saying
    ) -> None:
        cell = row.figure(column)
        if cell is None:
            return
        if column.answers:
            name, _, line = column.answers.partition(".")
            if line:
                table = given.setdefault(name, {})
                assert isinstance(table, dict)
                table[line] = cell
            else:
                given[name] = cell
        if cell != NOT_OFFERED and (not column.enough or row.is_whole()):
            given |= self._words(column.also)
        reads = column.reads
        said = reads and isinstance(cell, float) and cell <= reads.at_most
        if reads and said and row.answer_to(reads.question) is None:
            given |= self._words({reads.question: reads.answer})
            saying.notes.append(f"{column.id} {cell:g}: {reads.says}")

    def _fill(self, row: Row, given: dict[str, Answer], saying: Saying) -> None:
        """Read the empty cells of a table as "none", where what is given is enough."""
        if not row.is_whole():
            return
        read = []
        for column in self.columns.values():
            name, _, line = column.answers.partition(".")
            table = given.get(name)
            if line and isinstance(table, dict) and line not in table:
                table[line] = NOT_OFFERED
                read.append(column.id)
        if read:
            saying.notes.append(
                f"read as none, since the data sheet states none: {', '.join(read)}"
            )

    def _words(self, words: Mapping[str, str]) -> dict[str, Answer]:
        questions = self.questionnaire.questions
        return {name: from_words(questions[name], word) for name, word in words.items()}

    def _slot(self, question: Question) -> int:
        keys = self.keys if question.of else ()
        return self.blank.layout.slots[self.questionnaire.address(question.id, keys)]

    def _stated(self, evaluation: Evaluation, row: Row, saying: Saying) -> Evaluation:
        """The evaluation with the figures that a cell states, at the higher of both."""
        for column in self.columns.values():
            cell = row.figure(column)
            if not column.states or not isinstance(cell, float):
                continue
            pins = {
                self.blank.layout.index(name, TEXT, self.keys): self._pin(
                    evaluation, name, cell, column, row
                )
                for name in column.states
            }
            saying.compare(evaluation, column, cell)
            evaluation = evaluation.pinned(pins)
        return evaluation

    def _pin(
        self, evaluation: Evaluation, name: str, cell: float, column: CatalogueColumn, row: Row
    ) -> Value:
        least, most = (factor * cell for factor in column.states[name])
        computed = span(evaluation.value(name, self.keys))
        if least == most:
            return max(least, computed.low)
        if row.is_whole():
            return max(computed.low, least)
        return Span(max(least, computed.low), max(most, computed.low))


def _begins(questionnaire: Questionnaire, result: CatalogueResult) -> dt.date | None:
    """The first day of the edition that a regime concludes by."""
    stated = questionnaire.determinations.get(result.determination)
    return begins_on(questionnaire, stated) if stated else None
