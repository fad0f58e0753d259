"""The answers that would settle the rest, as rows that lead to their questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.kit.determination_row import DeterminationView
from app.ui.views.review import go_name
from app.ui.views.words import members_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.assessment.assessment import Assessment

_MOST = 5


def settling_rows(
    assessment: Assessment, addresses: Iterable[str]
) -> tuple[tuple[str, DeterminationView], ...]:
    """Each address with the row that leads there; the first few."""
    rows = (_row(assessment, address) for address in addresses)
    return tuple(row for row in rows if row is not None)[:_MOST]


def _row(assessment: Assessment, address: str) -> tuple[str, DeterminationView] | None:
    q = assessment.questionnaire
    head, _, name = address.rpartition(".")
    state = "unknown" if assessment.answers.get(address, "") is None else "open"
    if name == "complete" and head in q.group_of_plural:
        group = q.group_of_plural[head]
        view = DeterminationView(
            f"go.complete.{group.id}", group.title, group.complete, state, action="Go there."
        )
        return address, view
    if name not in q.questions:
        return None
    question = q.questions[name]
    keys = tuple(address.split(".")[1:-1:2])
    title = q.sections[question.section].title
    if keys in assessment.today.layout.keys_of(question.of) and keys:
        title = f"{title} · {members_words(assessment.today, question.of, keys)}"
    view = DeterminationView(
        go_name(question, keys), title, question.ask, state, action="Go to the question."
    )
    return address, view
