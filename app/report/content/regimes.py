"""The regimes that an assessment comes under: their order, whom to ask, and their standing caution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.confidence import Reason
from app.report.content.words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.questionnaire.definition import Folder
    from app.report.content.conclusion import Conclusion
    from app.report.content.matter import Matter

HOME, OTHER = "United States", "European Union"
"""The regime that comes first, and what stands for another where none is at hand."""


def ordered(regimes: Iterable[str]) -> tuple[str, ...]:
    """Regimes as documents name them one after the other."""
    return tuple(sorted(set(regimes), key=lambda name: (bool(name) and name != HOME, name)))


def concluded(matter: Matter, *kinds: str) -> tuple[str, ...]:
    """The regimes that draw a conclusion, of these kinds if any are named."""
    found = matter.of_kind(*kinds) if kinds else matter.conclusions
    return ordered(each.regime for each in found)


def of_regime(conclusions: Iterable[Conclusion], regime: str) -> list[Conclusion]:
    """The conclusions of one regime."""
    return [each for each in conclusions if each.regime == regime]


def authority(matter: Matter, regime: str) -> str:
    """Whom to ask under a regime: the words of its folder, or what a figure of it comes to."""
    said = next((each.authority for each in _folders(matter, regime) if each.authority), "")
    if said in matter.q.figures:
        value = matter.today.value(said, ())
        return value if isinstance(value, str) else ""
    return said


def with_authority(matter: Matter, regime: str) -> str:
    """The regime with the authority to ask."""
    asked = authority(matter, regime)
    return f"{regime} ({asked})" if asked else regime


def caution(matter: Matter, regime: str) -> str:
    """What is said with every conclusion of a regime."""
    said = next((each.caution for each in _folders(matter, regime) if each.caution), "")
    return sentence(said) if said else ""


def caution_of(matter: Matter, conclusion: Conclusion) -> str:
    """The caution, unless the reasons of the conclusion's confidence tell of it already."""
    told = any(each.reason is Reason.NOT_CONFIRMED for each in conclusion.confidence.reasons)
    return "" if told else caution(matter, conclusion.regime)


def _folders(matter: Matter, regime: str) -> list[Folder]:
    return [each for each in matter.q.folders.values() if each.regime == regime]
