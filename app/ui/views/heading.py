"""The header over an open assessment: its name, how it is saved, what can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from app.ui.kit.header import HeaderView
from app.ui.views.places import REVIEW, Place
from app.ui.views.words import moment_words, shortened

if TYPE_CHECKING:
    import datetime as dt

    from app.operations.sitting import Sitting
    from app.store.values import AssessmentHead

_LONGEST = 48


class Work(Protocol):
    """What the header needs to know of the work on an assessment."""

    sitting: Sitting
    head: AssessmentHead

    def undo_words(self) -> str:
        """What undo would take back."""

    def redo_words(self) -> str:
        """What redo would do again."""


def header_view(work: Work, place: Place | None, *, making: bool) -> HeaderView:
    """The header as it stands."""
    saved, badly = saved_words(work.sitting, work.head)
    at_review = place is not None and place.kind == REVIEW
    words = "Make documents" if at_review else "Review"
    return HeaderView(
        title=shortened(work.head.name, _LONGEST),
        draft=draft_words(work.head.revisions),
        saved=saved,
        saved_badly=badly,
        undo=work.undo_words(),
        redo=work.redo_words(),
        primary="generate" if at_review else "review",
        primary_words="Making documents" if making and at_review else words,
        primary_icon="file-text" if at_review else "list-checks",
        primary_enabled=not (making and at_review),
    )


def draft_words(revisions: int) -> str:
    """Which draft it is."""
    return f"Draft after revision {revisions}" if revisions else "Draft"


def saved_words(sitting: Sitting, head: AssessmentHead) -> tuple[str, bool]:
    """How answers are kept, and whether that is bad news."""
    if sitting.read_only:
        return f"Read only: {shortened(sitting.read_only, 60)}", True
    if sitting.unsaved:
        return "Not saved. Your answers are kept in memory.", True
    now: dt.datetime = sitting.clock()
    last = sitting.saved_at or head.changed
    return f"Saved {moment_words(last, now)}", False
