"""Every assessment evaluated again under the law in use: what changed, what is to be answered.

A revision is compared with what it stored, a draft with what it gave under the law that was in
use when it was last changed. Nothing of either is altered; the result stands beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.evaluation import evaluate
from app.assessment.flips import State
from app.assessment.migration import carried
from app.operations.outlook import seen
from app.operations.periods import period
from app.operations.search_words import concluded_words, search_words
from app.operations.shelf import Shelf
from app.operations.states import Point, revision_point
from app.operations.troubles import TROUBLES
from app.store.values import Outlook

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from app.operations.desk import Desk
    from app.store.library import Library
    from app.store.values import Due, InUse

_BATCH = 25


@dataclass(frozen=True, slots=True)
class Result:
    """The outlook of one assessment, and the words to find it by where it had none."""

    outlook: Outlook
    words: tuple[str, ...] | None = None


def due(desk: Desk) -> list[Due]:
    """The assessments whose outlook for today under the law in use is missing."""
    law, day = desk.questionnaire, desk.clock().date()
    return desk.library.outlooks.due(law.hash, period(law, day).isoformat())


def results(desk: Desk, wanted: list[Due], stopped: Callable[[], bool]) -> Iterator[Result]:
    """Evaluate assessments one after the other until it is stopped; nothing is written."""
    shelf = Shelf(desk.library, desk.questionnaire)
    used = desk.library.editions.used()
    day = desk.clock().date()
    for each in wanted:
        if stopped():
            return
        yield _result(desk, shelf, used, each, day)


def _result(desk: Desk, shelf: Shelf, used: tuple[InUse, ...], each: Due, day: dt.date) -> Result:
    law = desk.questionnaire
    since = period(law, day).isoformat()
    try:
        if each.revision is None:
            point = _draft(desk, shelf, used, each)
        else:
            point = revision_point(desk, shelf, each.assessment, each.revision)
        found = seen(point, law, day)
        words = _words(desk, each, day) if each.wordless else None
    except TROUBLES as error:
        told = {"trouble": str(error)}
        return Result(Outlook(each.assessment, law.hash, since, each.of, 0, 0, (), told))
    outlook = Outlook(
        assessment=each.assessment,
        mark=law.hash,
        since=since,
        of=each.of,
        changed=len(found.flips),
        asked=len(found.questions),
        changes=tuple(sorted({ahead["day"] for ahead in found.ahead})),
        data=found.as_json(),
    )
    return Result(outlook, words)


def _draft(desk: Desk, shelf: Shelf, used: tuple[InUse, ...], each: Due) -> Point:
    """A draft under the law that was in use when it was last changed, on that day."""
    answers = desk.library.drafts.read(each.assessment).answers
    before = [use for use in used if use.since < each.changed] or list(used[:1])
    same = not before or before[-1].mark == desk.questionnaire.hash
    law = None if same else shelf.law(before[-1].law)
    day = each.changed.astimezone(desk.clock().tzinfo).date()
    state = State(law or desk.questionnaire, answers, day)
    return Point(each.assessment, "Draft", None, state)


def _words(desk: Desk, each: Due, day: dt.date) -> tuple[str, ...]:
    law, library = desk.questionnaire, desk.library
    kept = carried(law, library.drafts.kept(each.assessment).answers).answers
    whole = carried(law, library.drafts.read(each.assessment).answers).answers
    return (*search_words(law, kept), *concluded_words(evaluate(law, whole, day)))


def keep(library: Library, found: list[Result]) -> None:
    """Write what was found."""
    words = {each.outlook.assessment: each.words for each in found if each.words is not None}
    with library.together():
        library.outlooks.put([each.outlook for each in found])
        library.outlooks.put_words(words)


def reevaluate(
    desk: Desk,
    progress: Callable[[int, int], None] | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> int:
    """Evaluate whatever is due and keep what comes of it; how many there were.

    Raises:
        StoreError: the library cannot be written.
    """
    wanted, done = due(desk), 0
    waiting: list[Result] = []
    for each in results(desk, wanted, stopped):
        waiting.append(each)
        done += 1
        if len(waiting) == _BATCH:
            keep(desk.library, waiting)
            waiting.clear()
        if progress:
            progress(done, len(wanted))
    if waiting:
        keep(desk.library, waiting)
    return done
