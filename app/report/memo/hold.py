"""What must not happen yet: the conditions that stand before anything moves, and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.content import edition
from app.report.content.regimes import authority, ordered
from app.report.content.words import capital, counted, listed, named

if TYPE_CHECKING:
    from app.report.content.conclusion import Conclusion
    from app.report.content.matter import Matter

APART = ("end_use", "end_user", "duty")
"""The kinds of conclusions that can forbid apart from the lists."""


def holds(matter: Matter) -> list[str]:
    """What must have happened before anything is sent, shown or made reachable."""
    asked = matter.of_kind("licence", *APART)
    needed = [each for each in asked if each.found.tone == "required"]
    unsettled = [each for each in asked if not each.found.settled]
    differs = [each for each in matter.conclusions if each.found.differs]
    left = _left_open(matter)
    old = edition.oldest(matter)
    checks = (
        (bool(needed), _issued(matter, needed)),
        (bool(unsettled), _points(matter)),
        (bool(differs), "counsel has decided what follows where text and practice differ"),
        (bool(left), f"counsel has decided what the rules leave open: {listed(left, 3)}"),
        (bool(matter.conflicts), "the answers that cannot all be true are put right (section 4)"),
        (
            old >= edition.UNRELIABLE_FROM,
            f"the rules are read again: the edition is {old} days old",
        ),
    )
    return [words for stands, words in checks if stands]


def _issued(matter: Matter, needed: list[Conclusion]) -> str:
    regimes = ordered(each.regime for each in needed if each.regime)
    several = len(matter.regimes - {""}) > 1
    asked = [authority(matter, name) or name for name in regimes] if several else []
    by = f" by {' and by '.join(asked)}" if asked else ""
    return (
        f"each licence that section 11 finds required is issued{by}, or counsel has concluded in "
        "writing that none is needed"
    )


def _left_open(matter: Matter) -> list[str]:
    """The conclusions whose result is that the rules leave it open."""
    found = [
        each
        for each in matter.of_kind("classification", "licence")
        if each.found.settled and each.found.tone == "open"
    ]
    said = (
        f"{each.found.title} of {named(matter, each.stated.of, each.found.keys)}" for each in found
    )
    return list(dict.fromkeys(said))


def _points(matter: Matter) -> str:
    refs = [str(point.ref) for point in matter.open_points if point.settles]
    return f"{listed(refs, 5)} are answered" if refs else "the open questions are answered"


def hold(matter: Matter) -> str:
    """The conditions, numbered, in one sentence."""
    if matter.empty:
        return "the item is classified. Until then treat it as controlled."
    found = [*holds(matter), "the facts are attested and the conclusion is adopted (section 15)"]
    return "; ".join(f"({n}) {words}" for n, words in enumerate(found, 1)) + "."


def open_head(matter: Matter) -> str:
    """How many points and conclusions are open."""
    undetermined = [each for each in matter.conclusions if not each.found.settled]
    points = counted(len(matter.open_points), "open point")
    left = _left_open(matter)
    more = f", {counted(len(left), 'conclusion')} left open by the rules" if left else ""
    return f"Open: {points}, {counted(len(undetermined), 'conclusion')} not determined{more}."


def open_points(matter: Matter) -> str:
    """The open points by number, and how much of the law is not answered."""
    points = [f"{p.ref} {p.asked.question.short}" for p in matter.open_points]
    unanswered = sum(not a.given for a in matter.law_asked)
    more = f" {capital(counted(unanswered, 'question'))} of the law not answered yet (Annex A)."
    head = f"{listed(points, 5)}." if points else "No answer was said to be not known."
    return head + (more if unanswered else "")
