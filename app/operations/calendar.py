"""Due days as a calendar file (iCalendar, RFC 5545) that every calendar program takes in."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from app.store.files import write_private

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from icalendar import Event

    from app.operations.tasks import Task


def calendar_of(tasks: Iterable[Task], moment: dt.datetime) -> bytes:
    """The actions that have a day and are not done, each as an event of that whole day.

    An event keeps its name from one file to the next, so that a calendar brings it up to date.
    """
    from icalendar import Calendar  # noqa: PLC0415 - a tenth of a second, and hardly ever wanted

    calendar = Calendar()
    calendar.add("prodid", "-//Clearway//Actions//EN")
    calendar.add("version", "2.0")
    for each in tasks:
        if each.due and not each.done:
            calendar.add_component(_event(each, each.due, moment))
    return bytes(calendar.to_ical())


def save_calendar(tasks: Iterable[Task], moment: dt.datetime, path: Path) -> None:
    """Write the calendar of these actions into a file of one's own.

    Raises:
        DiskFull, DiskFailed: the file cannot be written.
    """
    write_private(path, calendar_of(tasks, moment))


def _event(each: Task, due: dt.date, moment: dt.datetime) -> Event:
    from icalendar import Event  # noqa: PLC0415 - as above

    event = Event()
    mark = hashlib.sha256(f"{each.assessment}/{each.key}".encode()).hexdigest()[:32]
    event.add("uid", f"{mark}@clearway")
    event.add("dtstamp", moment.astimezone(dt.UTC))
    event.add("dtstart", due)
    event.add("dtend", due + dt.timedelta(days=1))
    event.add("summary", f"{each.name}: {each.does}")
    about = (each.subject, f"Owner: {each.owner or 'not yet named'}", each.because)
    event.add("description", "\n".join(line for line in about if line))
    event.add("transp", "TRANSPARENT")
    return event
