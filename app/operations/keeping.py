"""Until when a record must be kept, legal holds, and letting go.

Nothing that was exported or made final goes without a reason, and the reason stays.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.assessment.assessment import day_at
from app.assessment.determination import arises
from app.assessment.printing import printed_day
from app.store.errors import Refused
from app.store.values import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.assessment import Assessment
    from app.operations.desk import Desk
    from app.operations.sitting import Sitting
    from app.questionnaire.definition import Folder
    from app.store.library import Library

_EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Export:
    """An export that was made: on which day, and what in words."""

    day: dt.date
    what: str


@dataclass(frozen=True, slots=True)
class Term:
    """Until when one law has the records kept, counted from the last export."""

    law: str
    until: dt.date


@dataclass(frozen=True, slots=True)
class Retention:
    """Until when an assessment must be kept; ``until`` is None while that is not known.

    ``since`` is the day that it is counted from. ``made`` says that it is the day of an export
    that was made, and not only one that is planned.
    """

    until: dt.date | None
    since: dt.date | None
    made: bool
    terms: tuple[Term, ...] = ()

    @property
    def says(self) -> str:
        """The retention in words."""
        if self.since is None:
            return "Keep it: no export is recorded yet, so the end is not known."
        if self.until is None:
            return "Keep it: the law at hand does not say for how long."
        how = "the last export recorded" if self.made else "the export planned; none is recorded"
        laws = " and ".join(f"{each.law}: {printed_day(each.until)}" for each in self.terms)
        return f"Keep it until {printed_day(self.until)}, counted from {how} ({laws})."


def record_export(sitting: Sitting, day: dt.date, what: str) -> Retention:
    """Note that something was exported; the time of keeping runs from the last of these days.

    Raises:
        Refused: the day lies ahead, or nothing is said of what was sent.
    """
    moment = sitting.clock()
    if day > moment.date():
        raise Refused("an export that lies ahead is no export yet; record it on its day")
    if not what.strip():
        raise Refused("say what was exported, and under which invoice or transfer")
    library, data = sitting.library, {"day": day.isoformat(), "what": what}
    with library.together():
        key = f"{len(exports(library, sitting.id)) + 1}"
        library.notes.put(sitting.id, Note(_EXPORT, key, data, sitting.who, moment))
        library.log.add(sitting.id, moment, sitting.who, "export recorded", dict(data))
        return keep_as_due(sitting)


def exports(library: Library, assessment: str) -> tuple[Export, ...]:
    """The exports recorded for an assessment, by day."""
    notes = (note.data for _, note in library.notes.standing(_EXPORT, assessment))
    found = [Export(dt.date.fromisoformat(_text(d, "day")), _text(d, "what")) for d in notes]
    return tuple(sorted(found, key=lambda each: each.day))


def _text(data: Any, name: str) -> str:  # noqa: ANN401  # JSON
    return str(data[name])


def retention(sitting: Sitting) -> Retention:
    """Until when this assessment must be kept, as far as its exports and plans tell."""
    made = exports(sitting.library, sitting.id)
    assessment = sitting.assessment
    since = made[-1].day if made else _planned(assessment)
    if since is None:
        return Retention(None, None, made=False)
    found = {folder: _until(assessment, folder, since) for folder in _laws(assessment)}
    terms = tuple(Term(folder.title, until) for folder, until in found.items() if until)
    # Where one law does not say for how long, no day is late enough.
    known = len(terms) == len(found)
    until = max((each.until for each in terms), default=None) if known else None
    return Retention(until, since, bool(made), terms)


def _planned(assessment: Assessment) -> dt.date | None:
    folders = assessment.questionnaire.folders.values()
    stated = [
        day
        for folder in folders
        for address in (folder.planned, folder.until)
        if (day := day_at(assessment.answers, address))
    ]
    return max(stated, default=None)


def _laws(assessment: Assessment) -> Iterator[Folder]:
    """The laws that have records kept and that arise here; all of them where none arises yet."""
    folders = [each for each in assessment.questionnaire.folders.values() if each.kept_for]
    arising = [each for each in folders if _arises(assessment, each.id)]
    yield from arising or folders


def _arises(assessment: Assessment, folder: str) -> bool:
    today = assessment.today
    return any(
        arises(today, stated, keys)
        for stated in today.questionnaire.determinations.values()
        if stated.folder == folder
        for keys in today.layout.keys_of(stated.of)
    )


def _until(assessment: Assessment, folder: Folder, since: dt.date) -> dt.date | None:
    years = assessment.today.law.parameters[folder.kept_for]
    if years is None:
        return None
    last = years_after(since, int(years))
    return dt.date(last.year, 12, 31) if folder.kept_to_year_end else last


def years_after(day: dt.date, years: int) -> dt.date:
    """The same day some years on; after a leap day the first of March, which is never too soon."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)


def keep_as_due(sitting: Sitting) -> Retention:
    """Bring the date in the library's line up to date with what is recorded."""
    found, head = retention(sitting), sitting.head
    until = found.until.isoformat() if found.until else None
    if until != head.keep_until:
        keep = sitting.library.assessments.keep
        keep(sitting.id, until, head.hold, sitting.clock(), sitting.who)
    return found


def hold(desk: Desk, assessment: str, reason: str) -> None:
    """Put a legal hold on an assessment: nothing of it goes while it lasts.

    Raises:
        Refused: no reason was given.
    """
    if not reason.strip():
        raise Refused("say what the hold is for: the matter, and who asked for it")
    _hold(desk, assessment, reason)


def release(desk: Desk, assessment: str, reason: str) -> None:
    """End a legal hold.

    Raises:
        Refused: no reason was given.
    """
    if not reason.strip():
        raise Refused("say who ended the hold, and why")
    moment = desk.clock()
    with desk.library.together():
        desk.library.log.add(assessment, moment, desk.who, "hold ended", {"reason": reason})
        _hold(desk, assessment, None)


def _hold(desk: Desk, assessment: str, reason: str | None) -> None:
    store = desk.library.assessments
    store.keep(assessment, store.get(assessment).keep_until, reason, desk.clock(), desk.who)


def let_go(desk: Desk, assessment: str, reason: str = "") -> None:
    """Delete an assessment: a mere draft into the bin, a record for good and with a reason.

    Raises:
        Refused: it is held, or it is a record and no reason was given.
    """
    head = desk.library.assessments.get(assessment)
    if not head.revisions and not exports(desk.library, assessment):
        desk.delete(assessment)
        return
    if not reason.strip():
        raise Refused(f"“{head.name}” is a record. {_still(head.keep_until, desk)} {_SAY}")
    desk.library.assessments.let_go(assessment, reason, desk.clock(), desk.who)


_SAY = "To delete it all the same, say why; the reason stays in the library."


def _still(keep_until: str | None, desk: Desk) -> str:
    if keep_until is None:
        return "Until when it must be kept is not known."
    until = dt.date.fromisoformat(keep_until)
    over = until < desk.clock().date()
    return f"It {'had' if over else 'has'} to be kept until {printed_day(until)}."
