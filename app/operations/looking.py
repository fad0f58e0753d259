"""An assessment looked at: on another day, under another law that the library holds; never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.operations.compare import as_of
from app.operations.desk import Desk
from app.operations.editions import folders_of, name_of
from app.operations.shelf import Shelf
from app.operations.states import point

if TYPE_CHECKING:
    import datetime as dt

    from app.assessment.flips import Flip
    from app.operations.compare import AsOf
    from app.operations.sitting import Sitting
    from app.questionnaire.definition import Questionnaire
    from app.store.values import InUse, StoredEdition


@dataclass(frozen=True, slots=True)
class LawAtHand:
    """A law that the library holds: what names its texts, what the program calls it, its ids."""

    law: str
    mark: str
    name: str


def desk_of(sitting: Sitting) -> Desk:
    """A desk for the verbs that one assessment needs."""
    return Desk(sitting.library, sitting.questionnaire, sitting.clock, sitting.who, sitting.program)


def laws_at_hand(sitting: Sitting) -> tuple[LawAtHand, ...]:
    """The law in use first, then every other that was imported or in use before."""
    q, editions = sitting.questionnaire, sitting.library.editions
    found = {q.hash: LawAtHand("", q.hash, name_of(folders_of(q)))}
    known: tuple[StoredEdition | InUse, ...] = (*editions.read(), *editions.used())
    for each in known:
        found.setdefault(each.mark, LawAtHand(each.law, each.mark, name_of(each.folders)))
    return tuple(found.values())


class Looking:
    """Looks at an assessment again and again; each law is read once."""

    def __init__(self, sitting: Sitting) -> None:
        self._desk, self._id = desk_of(sitting), sitting.id
        self.shelf = Shelf(sitting.library, sitting.questionnaire)

    def law(self, at_hand: LawAtHand) -> Questionnaire | None:
        """The law itself; None where it cannot be read any more."""
        return self.shelf.law(at_hand.law) if at_hand.law else self._desk.questionnaire

    def look(self, number: int | None, day: dt.date, law: Questionnaire) -> AsOf:
        """A revision, or the draft, as of a day under a law.

        Raises:
            NotCovered: the day is before the law begins.
            NotFound: there is no such revision.
        """
        return as_of(point(self._desk, self.shelf, self._id, number), day, law)


def flip_words(flip: Flip) -> str:
    """A flip in one line: what was concluded, what is, and the first reason."""
    sides = [each.says if each else "did not arise" for each in (flip.before, flip.after)]
    if sides[0] == sides[1] and flip.before and flip.after:
        sides = [flip.before.confidence, flip.after.confidence]
    subject = f" ({flip.subject})" if flip.subject else ""
    reasons = "; ".join(flip.why[:3]) or flip.cause.value
    return f"{flip.title}{subject}: {sides[0]} → {sides[1]}. {reasons[:1].upper()}{reasons[1:]}"
