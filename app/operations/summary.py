"""What the library's list says of an assessment: item, destination, outcome, open points."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from app.assessment.determination import determinations
from app.assessment.printing import member_name

if TYPE_CHECKING:
    from app.assessment.assessment import Assessment
    from app.assessment.determination import Determination


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of the list; ``tone`` colours the outcome."""

    item: str = ""
    destination: str = ""
    outcome: str = ""
    tone: str = "open"
    open_points: int = 0

    def as_json(self) -> dict[str, str | int]:
        """As the store keeps it."""
        return asdict(self)


def summary_from(stored: object) -> Summary:
    """A summary as it was stored; what is missing is empty."""
    if not isinstance(stored, dict):
        return Summary()
    get = stored.get
    return Summary(
        str(get("item", "")),
        str(get("destination", "")),
        str(get("outcome", "")),
        str(get("tone", "open")),
        int(get("open_points", 0) or 0),
    )


def summarised(assessment: Assessment) -> Summary:
    """The line of an assessment as it stands today."""
    found = tuple(determinations(assessment.today))
    lead = _lead(found)
    item, destination = _named(assessment)
    return Summary(
        item=item,
        destination=destination,
        outcome=lead.says if lead else "",
        tone=lead.tone if lead else "open",
        open_points=sum(not each.settled for each in found),
    )


def _named(assessment: Assessment) -> tuple[str, str]:
    """The members that a licence is asked for: what is sent, and where it goes."""
    stated = assessment.questionnaire.determinations.values()
    of = max((each.of for each in stated if each.kind == "licence"), key=len, default=())
    names = [_names(assessment, group) for group in of[:2]]
    return (*names, "", "")[0], (*names, "", "")[1]


def _names(assessment: Assessment, group: str) -> str:
    plural = assessment.questionnaire.groups[group].plural
    keys = assessment.today.layout.members[plural]
    return ", ".join(member_name(assessment.today, group, key) for key in keys)


def _lead(found: tuple[Determination, ...]) -> Determination | None:
    """The determination that says most: a licence if there is one, the strictest of them."""
    licences = [each for each in found if each.kind == "licence"]
    order = ("required", "open", "depends", "none")
    ranked = sorted(licences or found, key=lambda each: order.index(each.tone))
    return ranked[0] if ranked else None
