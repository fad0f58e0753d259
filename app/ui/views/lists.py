"""The imported lists as the window shows them, and what an import brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.operations.lists import (
    KEEPING,
    PREPARING,
    READING,
    WHERE,
    days_old,
    is_old,
)
from app.screening.sources import SOURCES
from app.ui.kit.dates import show_date
from app.ui.views.words import count_words, shortened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from app.operations.lists import Imported
    from app.store.list_values import ListHead

NONE_YET = "No list imported yet. Parties cannot be screened."
_STEPS = {READING: "Reading", PREPARING: "Preparing the search of", KEEPING: "Writing"}
_SHOWN, _LONGEST = 6, 60


@dataclass(frozen=True, slots=True)
class ListView:
    """One list that is searched."""

    title: str
    age: str
    old: bool
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class News:
    """What an import brought, or why it brought nothing."""

    title: str
    words: str
    bad: bool = False


def list_view(head: ListHead, now: dt.datetime) -> ListView:
    """A list as it stands."""
    today = now.date()
    old = is_old(head, today)
    moment = head.imported.astimezone(now.tzinfo)
    facts = (
        ("Parties", f"{head.parties:,}"),
        ("Its own date", _dated(head)),
        ("Imported", f"{show_date(moment.date())}, {moment:%H:%M}, by {head.who or 'somebody'}"),
        ("File", head.file),
        ("SHA-256", head.hash),
        ("What is in it", "\n".join(map(source_words, head.sources))),
    )
    left_out = len(head.omissions)
    omitted = (("Left out", omission_words(head)),) if left_out else ()
    age = f"Old: {count_words(days_old(head, today), 'day', 'days')}" if old else ""
    return ListView(head.title, age, old, (*facts, *omitted))


def source_words(source: str) -> str:
    """What a list is, whose it is, and in short what standing on it means."""
    known = SOURCES.get(source)
    if known is None:
        return f"{source}: not known to this program; its parties are kept and searched"
    return f"{known.title}, {known.agency}: {known.effect}"


def _dated(head: ListHead) -> str:
    try:
        return show_date(type(head.imported).fromisoformat(head.dated).date())
    except ValueError:
        return head.dated or "The file states none; its age counts from the import"


def omission_words(head: ListHead) -> str:
    """The rows that could not be read: how many, and the first of them."""
    first = [_omission(*each) for each in head.omissions[:_SHOWN]]
    rest = len(head.omissions) - len(first)
    more = [f"and {rest} more"] if rest else []
    rows = count_words(len(head.omissions), "row", "rows")
    return f"{rows} that could not be read:\n" + "\n".join([*first, *more])


def _omission(row: int, column: str, why: str) -> str:
    where = f"row {row}, {column}" if column else f"row {row}"
    return f"{where}: {why}"


def state_words(heads: Sequence[ListHead], today: dt.date) -> str:
    """The lists in a line, for the library."""
    if not heads:
        return "None imported"
    old = sum(is_old(head, today) for head in heads)
    words = count_words(len(heads), "list", "lists")
    return f"{words}, {old} old" if old else words


def progress_words(what: str, file: str, done: int, whole: int) -> str:
    """How far an import is."""
    share = f", {done / whole:.0%}" if whole else ""
    return f"{_STEPS[what]} {shortened(file, _LONGEST)}{share}"


def news_of(imported: Imported) -> News:
    """What an import brought."""
    head, changes = imported.head, imported.changes
    if imported.first:
        words = [f"{head.parties:,} parties. Nothing was there before it."]
    else:
        counts = (
            f"{len(changes.added):,} added, {len(changes.changed):,} changed,"
            f" {len(changes.removed):,} removed"
        )
        words = [f"{head.parties:,} parties: {counts}."]
        named = (
            ("Added", changes.added),
            ("Changed", changes.changed),
            ("Removed", changes.removed),
        )
        words += [_named(title, keys, imported) for title, keys in named if keys]
    words += [
        f"Unknown source {shortened(each, _LONGEST)}: its parties are kept and searched."
        for each in imported.unknown_sources
    ]
    if head.omissions:
        words.append(omission_words(head))
    return News(f"{head.title} was imported", "\n".join(words))


def _named(title: str, keys: Sequence[str], imported: Imported) -> str:
    names = "; ".join(shortened(imported.names[key], _LONGEST) for key in keys[:_SHOWN])
    rest = len(keys) - _SHOWN
    return f"{title}: {names}" + (f"; and {rest:,} more" if rest > 0 else "")


def refused(path: Path, error: Exception) -> News:
    """Why a file was not taken in."""
    words = str(error).removeprefix(f"{path}: ")
    return News(
        f"{path.name} was not imported", f"It {words}. The lists are as they were.", bad=True
    )


def failed(title: str, error: Exception) -> News:
    """Why something else did not come about."""
    return News(title, f"{error}. What stood before stands unchanged.", bad=True)


def stopped(file: str) -> News:
    """What a cancel left."""
    if file:
        return News(f"{file} was not imported", "You cancelled it. The lists are as they were.")
    words = "You cancelled it. The others are screened when they are opened."
    return News("Not every assessment was screened again", words)


def rescreened_words(found: Sequence[tuple[str, int]]) -> News:
    """What a new list brought for the assessments."""
    if not found:
        return News("Every assessment was screened again", "Nothing is new.")
    lines = [f"{name}: {count_words(count, 'new hit', 'new hits')}" for name, count in found]
    shown = lines[:_SHOWN]
    rest = len(lines) - len(shown)
    more = [f"and {rest} more, marked in the library"] if rest else []
    return News("Every assessment was screened again", "\n".join([*shown, *more]))


__all__ = ["NONE_YET", "WHERE", "ListView", "News"]
