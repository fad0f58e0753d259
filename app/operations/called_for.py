"""What an assessment calls for, as the library keeps it to show all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.printing import NOT_KNOWN
from app.assessment.review import to_dos
from app.store.values import CalledFor

if TYPE_CHECKING:
    from app.assessment.assessment import Assessment
    from app.assessment.review import ToDo


def called_for(assessment: Assessment) -> tuple[CalledFor, ...]:
    """Every action that is called for today, or may be."""
    return tuple(_called(each) for each in to_dos(assessment.today))


def _called(each: ToDo) -> CalledFor:
    return CalledFor(
        key=".".join((each.id, *each.keys)),
        does=each.do,
        subject=each.subject,
        owner="" if each.owner == NOT_KNOWN else each.owner,
        due="" if each.due == NOT_KNOWN else each.due,
        because=each.because,
        certain=each.certain,
    )
