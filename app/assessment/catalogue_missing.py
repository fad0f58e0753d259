"""The smallest set of empty columns of a row that would settle it, whatever they say.

Each column is tried with a handful of answers that stand for all; a set is enough if every
combination leaves one outcome.  A fact that no column holds leaves nothing to name.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from app.assessment.determination import possible
from app.assessment.law import VIEWS
from app.assessment.settling import open_addresses, representative

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.assessment.determination import Determination
    from app.assessment.evaluation import Evaluation

_LARGEST_SET = 4


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: a conclusion, and the columns that can be filled.

    ``columns`` goes from question to column, ``fixed`` from question to the truth figures that
    its answer decides.
    """

    found: Determination
    columns: Mapping[str, str]
    fixed: Mapping[str, tuple[int, ...]]

    def missing(self, evaluation: Evaluation) -> tuple[str, ...]:
        """The columns that settle it; none where no set of them does."""
        every = open_addresses(evaluation, self.found)
        leaves = [address for address in every if _question(address) in self.columns]
        for size in range(1, min(len(leaves), _LARGEST_SET) + 1):
            for chosen in combinations(leaves, size):
                if self._enough(evaluation, chosen):
                    return tuple(dict.fromkeys(self.columns[_question(at)] for at in chosen))
        return ()

    def _enough(self, evaluation: Evaluation, chosen: tuple[str, ...]) -> bool:
        if _settled(evaluation, self.found):
            return True
        if not chosen:
            return False
        first, rest = chosen[0], chosen[1:]
        return all(self._enough(each, rest) for each in self._answered(evaluation, first))

    def _answered(self, evaluation: Evaluation, address: str) -> Iterator[Evaluation]:
        figures = self.fixed.get(_question(address), ())
        for answer in representative(evaluation, address):
            answered = evaluation.given(address, answer)
            fixed = isinstance(answer, bool) and figures
            yield answered.pinned(dict.fromkeys(figures, answer is True)) if fixed else answered


def _question(address: str) -> str:
    return address.rpartition(".")[2]


def _settled(evaluation: Evaluation, found: Determination) -> bool:
    stated = evaluation.questionnaire.determinations[found.id]
    return all(len(possible(evaluation, stated, found.keys, view)) == 1 for view in VIEWS)
