"""Actions as lines that the window shows: whose, until when, overdue said in words, how done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ui.kit.dates import show_date
from app.ui.views.words import count_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from app.operations.tasks import Task

MOST = 200
"""So many lines are drawn at once; words narrow the rest."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One action as it is shown; ``day`` is what a person set, as it is typed."""

    assessment: str
    name: str
    key: str
    title: str
    detail: str
    owner: str
    due: str
    day: str
    overdue: bool
    done: str
    own: bool
    state: str


def task_row(each: Task, today: dt.date) -> TaskRow:
    """An action as a line."""
    return TaskRow(
        assessment=each.assessment,
        name=each.name,
        key=each.key,
        title=each.does,
        detail=" · ".join(filter(None, (each.subject, each.because))),
        owner=each.owner,
        due=_due_words(each, today),
        day=show_date(each.due) if each.due else "",
        overdue=each.overdue(today),
        done=_done_words(each),
        own=each.own,
        state="met" if each.done else "open" if each.certain else "unknown",
    )


def _due_words(each: Task, today: dt.date) -> str:
    if each.due is None:
        return each.due_words or "no date yet"
    day = show_date(each.due)
    if not each.overdue(today):
        return f"by {day}"
    late = count_words((today - each.due).days, "day", "days")
    return f"overdue by {late}, was due {day}"


def _done_words(each: Task) -> str:
    if not each.done:
        return ""
    day = f"{show_date(each.done_at.date())}: " if each.done_at else ""
    return f"Done {day}{each.done}"


def who_and_when(row: TaskRow) -> str:
    """Owner and day in one line."""
    return f"{row.owner or 'no owner yet'} · {row.due}"


def with_words(rows: Iterable[TaskRow], words: str) -> tuple[TaskRow, ...]:
    """The actions in which every one of these words stands somewhere."""
    wanted = words.casefold().split()
    return tuple(row for row in rows if all(word in _text(row) for word in wanted))


def _text(row: TaskRow) -> str:
    said = (row.title, row.detail, row.owner, row.due, row.name, row.done)
    return " ".join(said).casefold()


def summary(rows: Sequence[TaskRow]) -> str:
    """How many there are, how many are overdue, and how many are done."""
    if not rows:
        return "No action fits."
    late, done = sum(row.overdue for row in rows), sum(bool(row.done) for row in rows)
    parts = [count_words(len(rows), "action", "actions")]
    parts += [f"{late} overdue"] if late else []
    parts += [f"{done} done"] if done else []
    more = f" Shown are the first {MOST}; words narrow them." if len(rows) > MOST else ""
    return f"{', '.join(parts)}.{more}"
