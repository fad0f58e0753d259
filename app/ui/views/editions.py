"""The laws at hand as rows, and what the law in use has to say of an assessment, as words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.operations.periods import AHEAD_DAYS
from app.questionnaire.extent import MODELLED
from app.ui.kit.dates import show_date
from app.ui.views.words import capital, count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.operations.concern import Concern
    from app.operations.editions import EditionLine
    from app.questionnaire.definition import Questionnaire

CHANGED, ASKED, SOON = "law_changed", "law_asked", "law_soon"
VIEWS = (
    (CHANGED, "Conclusions changed", "git-compare"),
    (ASKED, "Questions to answer", "circle-help"),
    (SOON, "Rules change soon", "calendar"),
)
_MOST = 6


@dataclass(frozen=True, slots=True)
class EditionView:
    """One law at hand: its name, what is to be known of it, and what changed in it."""

    id: str
    title: str
    words: tuple[str, ...]
    changed: str
    used: bool


def edition_view(line: EditionLine) -> EditionView:
    """A law at hand as the list shows it."""
    read = sorted({folder["read_on"] for folder in line.folders.values()}, reverse=True)
    days = ", ".join(show_date(dt.date.fromisoformat(day)) for day in read)
    came = "Ships with the program"
    if line.moment is not None:
        who = f" by {line.who}" if line.who else ""
        came = f"Imported {show_date(line.moment.date())}{who} from {line.file}"
    return EditionView(
        id=line.mark[:12],
        title=line.name or "No edition",
        words=(f"Read on {days}" if days else "", came, f"Hash {line.mark[:12]}"),
        changed=line.changed,
        used=line.used,
    )


def limits(questionnaire: Questionnaire) -> tuple[tuple[str, str], ...]:
    """What the law in use works out in outline or not at all: a title and what is left out."""
    stated = sorted(questionnaire.extents.values(), key=lambda each: each.state)
    return tuple((each.title, each.says) for each in stated if each.state != MODELLED)


def concern_mark(concern: Concern) -> str:
    """What stands before the detail of a row; nothing where the law has nothing to say."""
    if concern.changed:
        return f"{count_words(concern.changed, 'conclusion', 'conclusions')} changed · "
    if concern.asked:
        return f"{count_words(concern.asked, 'question', 'questions')} to answer · "
    if concern.soon:
        return f"A rule changes {show_date(dt.date.fromisoformat(concern.soon[0]))} · "
    return ""


def is_of(concern: Concern, view: str) -> bool:
    """Whether an assessment belongs to a view of those that the law concerns."""
    return bool({CHANGED: concern.changed, ASKED: concern.asked, SOON: concern.soon}[view])


def concern_words(told: Any, today: dt.date) -> tuple[tuple[str, tuple[str, ...]], ...]:  # noqa: ANN401  # JSON
    """What an outlook tells, as titles with lines."""
    if not isinstance(told, dict):
        return ()
    if "trouble" in told:
        return (("Not evaluated again", (str(told["trouble"]),)),)
    until = today + dt.timedelta(days=AHEAD_DAYS)
    ahead = [
        f"{show_date(day)}: {each['rule']}, {each['becomes']}"
        for each in told.get("ahead", ())
        if today < (day := dt.date.fromisoformat(each["day"])) <= until
    ]
    asked = len(told.get("questions", ()))
    parts = (
        ("Other under the law in use", tuple(_flips(told.get("flips", ())))),
        ("To be answered", (count_words(asked, "question", "questions"),) if asked else ()),
        (f"Within {AHEAD_DAYS} days", tuple(_few(ahead))),
    )
    return tuple((title, lines) for title, lines in parts if lines)


def _flips(told: list[dict[str, Any]]) -> Iterator[str]:
    lines = [_flip(each) for each in told]
    yield from _few(lines)


def _few(lines: list[str]) -> Iterator[str]:
    yield from lines[:_MOST]
    if len(lines) > _MOST:
        yield f"and {len(lines) - _MOST} more"


def _flip(each: dict[str, Any]) -> str:
    subject = f" ({each['subject']})" if each["subject"] else ""
    before, after = each["before"] or "did not arise", each["after"] or "does not arise"
    if before == after:
        before, after = each["confidence"]
    why = f". {capital(each['why'][0] if each['why'] else each['cause'])}"
    return f"{each['title']}{subject}: {before} → {after}{why}"
