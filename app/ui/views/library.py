"""The library's list as rows, its views with their counts, and one assessment beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.ui.kit.dates import show_date
from app.ui.kit.rows import LibraryRow
from app.ui.views.editions import VIEWS as LAW_VIEWS
from app.ui.views.editions import concern_mark, concern_words, is_of
from app.ui.views.words import count_words, moment_words, shortened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from app.operations.desk import Line

ALL, OPEN, FINAL, DELETED = "all", "open", "final", "deleted"
VIEWS = (
    (ALL, "All assessments", "layers"),
    (OPEN, "With open points", "circle-dashed"),
    (FINAL, "Final", "badge-check"),
    *LAW_VIEWS,
    (DELETED, "Deleted, 30 days", "trash-2"),
)
_KINDS = {"required": "required", "depends": "depends", "none": "lists", "open": "open"}
_SHORT = {"required": "Licence required", "depends": "Depends", "none": "None by the lists"}
_KEPT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Inspected:
    """One assessment as it stands beside the list."""

    id: str
    title: str
    detail: str
    outcome: tuple[str, str]
    says: str
    points: str
    facts: tuple[tuple[str, str], ...]
    law: tuple[tuple[str, tuple[str, ...]], ...]
    deleted: bool
    can_delete: bool


def row_of(line: Line, now: dt.datetime, new_hits: int = 0) -> LibraryRow:
    """A line of the library as a row; what a new list brought stands first."""
    summary = line.summary
    mark = f"{count_words(new_hits, 'new hit', 'new hits')} in a list · " if new_hits else ""
    detail = mark + concern_mark(line.concern) + (summary.item or "No item yet")
    return LibraryRow(
        id=line.id,
        title=line.name,
        detail=detail,
        icon="user-search" if new_hits else "server" if summary.item else "package",
        destination=summary.destination or "–",
        outcome=_KINDS.get(summary.tone, "open"),
        outcome_words=outcome_words(summary.tone, summary.outcome),
        open_points=summary.open_points,
        changed=moment_words(line.changed, now),
        revision=revision_words(line.revisions),
    )


def outcome_words(tone: str, outcome: str) -> str:
    """The outcome in the few words that a chip holds."""
    if not outcome:
        return "Not begun"
    return _SHORT.get(tone, "Open")


def revision_words(revisions: int) -> str:
    """The last revision, or that there is none."""
    return f"Rev. {revisions}" if revisions else "Draft"


def in_view(lines: Iterable[Line], view: str) -> list[Line]:
    """The lines of a view; what is deleted is another list."""
    if view == OPEN:
        return [line for line in lines if line.summary.open_points]
    if view == FINAL:
        return [line for line in lines if line.revisions]
    if view in {id_ for id_, _, _ in LAW_VIEWS}:
        return [line for line in lines if is_of(line.concern, view)]
    return list(lines)


def counts(lines: Sequence[Line], deleted: int) -> dict[str, int]:
    """How many stand in each view."""
    return {
        ALL: len(lines),
        OPEN: len(in_view(lines, OPEN)),
        FINAL: len(in_view(lines, FINAL)),
        **{id_: len(in_view(lines, id_)) for id_, _, _ in LAW_VIEWS},
        DELETED: deleted,
    }


def inspected(line: Line, now: dt.datetime, told: object, *, deleted: bool) -> Inspected:
    """One assessment beside the list; ``told`` is what the law in use has to say of it."""
    summary = line.summary
    where = f", to {summary.destination}" if summary.destination else ""
    points = count_words(summary.open_points, "open point", "open points")
    return Inspected(
        id=line.id,
        title=line.name,
        detail=f"{summary.item or 'No item yet'}{where}",
        outcome=(_KINDS.get(summary.tone, "open"), outcome_words(summary.tone, summary.outcome)),
        says=summary.outcome or "Nothing is decided yet.",
        points=points if summary.open_points else "Nothing is open",
        facts=(
            ("Changed", _long_moment(line.changed, now)),
            ("Revisions", str(line.revisions) if line.revisions else "none, a draft"),
        ),
        law=concern_words(told, now.date()),
        deleted=deleted,
        can_delete=not line.revisions,
    )


def _long_moment(moment: dt.datetime, now: dt.datetime) -> str:
    local = moment.astimezone(now.tzinfo)
    return f"{show_date(local.date())}, {local:%H:%M}"


def file_words(path: Path) -> str:
    """Where the library file is, from the person's own folder on."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except ValueError:
        return str(path)


def list_words(count: int, text: str) -> str:
    """What the list shows."""
    if text:
        return f"{count} found for “{shortened(text, 30)}”"
    return f"{count}, newest change first"


def copy_name(name: str) -> str:
    """The name of a duplicate."""
    return f"{name}, copy"
