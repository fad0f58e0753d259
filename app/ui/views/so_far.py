"""What is decided so far: determinations, differences between days and between text and practice."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.determination import determination, determinations, outcomes
from app.assessment.distance import distances
from app.assessment.law import TEXT
from app.assessment.openness import upstream
from app.assessment.printing import printed, printed_day
from app.ui.kit.bar import ThresholdView
from app.ui.kit.determination_row import DeterminationView
from app.ui.views.places import suffixed
from app.ui.views.words import capital

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from app.assessment.assessment import Assessment
    from app.assessment.determination import Determination
    from app.assessment.distance import Distance
    from app.assessment.evaluation import Evaluation
    from app.questionnaire.definition import Citation, Rule

_SPELLED_OUT = 2
_MANY = 14
_ORDER = ("jurisdiction", "classification", "licence", "policy", "exception")
_DIFFER = "Text and practice differ"


@dataclass(frozen=True, slots=True)
class StandingNotice:
    """A rule that stands in the text and is not applied, and whether the result rests on it."""

    title: str
    words: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class SoFar:
    """The panel as it stands."""

    found: tuple[Determination, ...]
    rows: tuple[DeterminationView, ...]
    standing: tuple[StandingNotice, ...]
    bar: ThresholdView | None
    bar_of: str
    hidden: int = 0


def so_far(assessment: Assessment, keys: tuple[str, ...]) -> SoFar:
    """What is decided: of the members one looks at, where there is too much for one panel."""
    today = assessment.today
    every = tuple(sorted(determinations(today), key=_rank))
    found = every if len(every) <= _MANY else tuple(each for each in every if _of(each, keys))
    near = nearest(today, keys)
    return SoFar(
        found=found,
        rows=tuple(determination_view(today, each) for each in found),
        standing=tuple(_standing(today, found)),
        bar=bar_view(today, near) if near else None,
        bar_of=near.title if near else "",
        hidden=len(every) - len(found),
    )


def _rank(found: Determination) -> int:
    """What decides most stands first; the order of the definition within that."""
    return _ORDER.index(found.kind) if found.kind in _ORDER else len(_ORDER)


def _of(found: Determination, keys: tuple[str, ...]) -> bool:
    """Whether a conclusion is of these members: none of its own kinds is another one."""
    letters = {key[0]: key for key in keys}
    return all(letters.get(key[0], key) == key for key in found.keys)


def name_of(found: Determination) -> str:
    """The object name of a determination's row."""
    return suffixed(f"determination.{found.id}", found.keys)


def determination_view(evaluation: Evaluation, found: Determination) -> DeterminationView:
    """One conclusion as a row of the panel."""
    return DeterminationView(
        name=name_of(found),
        subject=subject_of(evaluation, found),
        value=value_of(found),
        state="decided" if found.settled else "open",
        note=_DIFFER if found.differs else "",
    )


def subject_of(evaluation: Evaluation, found: Determination) -> str:
    """The conclusion's title, with its members where there are several to tell apart."""
    plurals = (evaluation.questionnaire.groups[group].plural for group in found.of)
    several = any(len(evaluation.layout.members[plural]) > 1 for plural in plurals)
    return f"{found.title} · {found.subject}" if several else found.title


def value_of(found: Determination) -> str:
    """The conclusion in words; an open one with its outcomes while they are few."""
    if found.settled:
        return found.says.rstrip(".")
    return open_words(found)


def open_words(found: Determination) -> str:
    """How many ways an open conclusion can still go."""
    if len(found.text) <= _SPELLED_OUT:
        return found.says.removeprefix("Not determined: ").replace(". or ", "; or ").rstrip(".")
    return f"Open, {len(found.text)} outcomes are possible"


def _standing(evaluation: Evaluation, found: Iterable[Determination]) -> Iterator[StandingNotice]:
    settled = [each for each in found if each.settled]
    differing = [each for each in settled if each.differs]
    for rule in unenforced(evaluation):
        resting = [each for each in differing if _rests_on(evaluation, each, rule)]
        if resting:
            rests = f"“{resting[0].title}” rests on it. Counsel should choose."
        else:
            rests = "No result above rests on it."
        stands = evaluation.law.standings[rule.id]
        note = f"{stands.note.rstrip('.')}. " if stands and stands.note else ""
        since = f"since {printed_day(stands.start)}" if stands else ""
        words = f"{capital(rule.title).rstrip('.')}. {note}{rests}"
        cites = (*(stands.cites if stands else ()), *rule.cites)
        yield StandingNotice(f"Codified, not enforced {since}", words, cites)


def unenforced(evaluation: Evaluation) -> Iterator[Rule]:
    """The rules that hold by their text for some member and are not applied in practice."""
    for name, stands in evaluation.law.standings.items():
        rule = evaluation.questionnaire.rules[name]
        if stands is None or stands.state != "not_enforced" or rule.lowers:
            continue
        members = evaluation.layout.keys_of(rule.of)
        if any(evaluation.value(name, keys, TEXT) is True for keys in members):
            yield rule


def _rests_on(evaluation: Evaluation, found: Determination, rule: Rule) -> bool:
    index = evaluation.layout.index(found.id, TEXT, found.keys)
    instances = evaluation.layout.instances
    return any(instances[at].id == rule.id for at in upstream(evaluation, index))


def later_words(assessment: Assessment) -> tuple[str, ...]:
    """What is another on a later day that matters, each difference once."""
    return tuple(_later(assessment))


def _later(assessment: Assessment) -> Iterator[str]:
    earlier = assessment.today
    before = outcomes(earlier)
    for evaluation in assessment.later:
        now = outcomes(evaluation)
        for (name, keys), values in now.items():
            was = before.get((name, keys))
            if was != values:
                then = None if was is None else determination(earlier, name, keys)
                yield _difference(evaluation.day, determination(evaluation, name, keys), then)
        earlier, before = evaluation, now


def _difference(day: dt.date, each: Determination, was: Determination | None) -> str:
    until = f" until then: {value_of(was).rstrip('.')}" if was else ""
    return f"On {printed_day(day)} {each.title}: {value_of(each)};{until}".rstrip(";")


def nearest(evaluation: Evaluation, keys: tuple[str, ...]) -> Distance | None:
    """The limit that a known figure comes closest to, for the members one looks at."""
    best: Distance | None = None
    for of, _, each in distances(evaluation):
        if not keys or not of or of[0] in keys or keys[0][0] != of[0][0]:
            best = _closer(best, each)
    return best


def _closer(best: Distance | None, each: Distance) -> Distance | None:
    if each.ratio is None or each.ratio <= 0:
        return best
    if best is None or best.ratio is None:
        return each
    return each if abs(math.log(each.ratio)) < abs(math.log(best.ratio)) else best


def bar_view(evaluation: Evaluation, each: Distance) -> ThresholdView:
    """A distance as the bar shows it; the words carry it."""
    value = each.value if isinstance(each.value, float) else None
    figure = printed(evaluation.questionnaire, each.figure, each.value)
    _, _, words = each.words.partition(", ")
    return ThresholdView(figure, words, each.limit, value)
