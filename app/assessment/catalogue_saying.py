"""What is said about a row of a catalogue: conclusion, reason, confidence and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.catalogue_missing import Search
from app.assessment.catalogue_row import names_of
from app.assessment.confidence import confidence
from app.assessment.determination import determination
from app.assessment.law import TEXT, begins_on, coverage
from app.assessment.printing import printed
from app.assessment.values import span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.catalogue_row import Row
    from app.assessment.determination import Determination
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import CatalogueColumn, CatalogueResult
    from app.questionnaire.definition import Determination as Stated

DETERMINED, UNDETERMINED = "determined", "undetermined"
NO_COLUMN = "not decidable from a catalogue"


class Saying:
    """The words about one row, gathered while it is concluded."""

    def __init__(self, result: CatalogueResult, row: Row, keys: tuple[str, ...]) -> None:
        self.result = result
        self.row = row
        self.keys = keys
        self.notes: list[str] = []
        self.unclear: tuple[str, str] | None = None
        if divided := row.divided():
            circuits = f"figures of {row.number:g} circuits, divided"
            self.notes.append(f"{circuits}: {', '.join(divided)}")

    def compare(self, evaluation: Evaluation, column: CatalogueColumn, cell: float) -> None:
        """Say which of a stated and a computed figure is taken, or that they cannot both be."""
        name = next(iter(column.states))
        computed = span(evaluation.value(name, self.keys)).low
        whole = self.row.is_whole()
        if computed == 0 or (cell == computed and whole):
            return
        shown = [printed(evaluation.questionnaire, name, figure) for figure in (cell, computed)]
        low, high = sorted((cell, computed))
        self.notes.append(
            f"{column.id} states {shown[0]} and the throughputs come to {shown[1]}; the higher counts"
        )
        apart = (high - low) / high * 100 > column.apart
        limits = [evaluation.law.parameters[limit] for limit in self.result.thresholds]
        crossed = [limit for limit in limits if limit is not None and low < limit <= high]
        if apart and crossed and (whole or computed > cell):
            words = f"they lie more than {column.apart:g} % apart, on two sides of a limit"
            self.unclear = (words, ", ".join([column.id, *self._enough()]))

    def _enough(self) -> list[str]:
        return [column.id for column in self.row.columns.values() if column.enough]

    def concluded(self, evaluation: Evaluation) -> dict[str, str]:
        """The cells that are added for the regime."""
        found = determination(evaluation, self.result.determination, self.keys)
        unclear = self._unclear(evaluation, found)
        decided = unclear is None
        because = found.because if decided else unclear[0] if unclear else ""
        words = [because, *self.notes, *self._remarks(evaluation), *self._covered(evaluation)]
        words.append(self.result.not_looked_at)
        grade = confidence(evaluation, found) if decided else None
        if grade and grade.reasons:
            words[1:1] = [f"{r.reason.value} ({r.note or r.name})" for r in grade.reasons]
        values = (
            (found.value or "") if decided else "",
            DETERMINED if decided else UNDETERMINED,
            grade.grade if grade else UNDETERMINED,
            "; ".join(word for word in words if word),
            unclear[1] if unclear else "",
        )
        return dict(zip(names_of(self.result), values, strict=True)) | self._figures(evaluation)

    def _figures(self, evaluation: Evaluation) -> dict[str, str]:
        values = {
            column: evaluation.value(name, self.keys)
            for column, name in self.result.figures.items()
        }
        return {
            column: f"{value:.12g}" if isinstance(value, float) else ""
            for column, value in values.items()
        }

    def _unclear(self, evaluation: Evaluation, found: Determination) -> tuple[str, str] | None:
        """Why it is not decided, and which columns would decide it."""
        kind = self.row.kind()
        if kind in self.result.undecidable:
            return NO_COLUMN, ""
        if self.unclear:
            return self.unclear
        if kind is None:
            return "the kind of item is not given", self._kind_column()
        if self._without_figures(evaluation):
            one_of = [*self._enough(), *(c.id for c in self._stating())]
            return "no figure that would be enough is given", f"one of {', '.join(one_of)}"
        if found.settled:
            return None
        values = [outcome.value for outcome in found.text]
        names = self._search(evaluation, found).missing(evaluation)
        lead = f"could be {' or '.join(values)}"
        return (lead if names else f"{lead}; {NO_COLUMN}"), ", ".join(names)

    def _kind_column(self) -> str:
        return next((column.id for column in self.row.columns.values() if column.words), "")

    def _stating(self) -> list[CatalogueColumn]:
        return [column for column in self.row.columns.values() if column.states]

    def _without_figures(self, evaluation: Evaluation) -> bool:
        """Whether throughputs count for this row, and none that is enough is given."""
        stated = any(self.row.cells.get(column.id) is not None for column in self._stating())
        if stated or self.row.is_whole():
            return False
        tables = {
            column.answers.partition(".")[0]
            for column in self.row.columns.values()
            if column.enough
        }
        return any(self._asked(evaluation, table) for table in tables)

    def _asked(self, evaluation: Evaluation, name: str) -> bool:
        instance = evaluation.layout.instances[evaluation.layout.index(name, TEXT, self.keys)]
        return instance.codes[0].run(evaluation.values) is not False

    def _search(self, evaluation: Evaluation, found: Determination) -> Search:
        """What could still be filled; tables are judged before."""
        every = self.row.columns.values()
        single = [column for column in every if column.answers and "." not in column.answers]
        index = evaluation.layout.index
        return Search(
            found,
            {column.answers: column.id for column in single},
            {c.answers: tuple(index(n, TEXT, self.keys) for n in c.fixes) for c in single},
        )

    def _remarks(self, evaluation: Evaluation) -> Iterator[str]:
        for name in self.result.remarks:
            stated = evaluation.questionnaire.determinations[name]
            begun = begins_on(evaluation.questionnaire, stated) <= evaluation.day
            if begun and self._is_wanted(evaluation, stated):
                found = determination(evaluation, name, self.keys)
                if found.settled:
                    yield found.says

    def _covered(self, evaluation: Evaluation) -> Iterator[str]:
        """What the edition covers, for a day before its last statement of it begins."""
        q = evaluation.questionnaire
        folder = q.folders[q.determinations[self.result.determination].folder]
        if any(period.since > evaluation.day for period in folder.coverage):
            yield from (says for each, says in coverage(q, evaluation.day) if each is folder)

    def _is_wanted(self, evaluation: Evaluation, stated: Stated) -> bool:
        """Whether a remark certainly arises; what only might is not said."""
        at = evaluation.layout.index(stated.id, TEXT, self.keys)
        return evaluation.layout.instances[at].codes[-1].run(evaluation.values) is True
