"""The law of a day: thresholds, lists and standings resolved, once for all days between changes.

By day a rule counts in the *text* and in *practice* (its enforcement status chooses).  What
depends on a rule that counts in one only is computed in both views; the rest is computed once.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from app.questionnaire.names import evaluated_ids, names_of, turning_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.questionnaire.definition import (
        Determination,
        Folder,
        Questionnaire,
        Rule,
        Standing,
        WordSet,
    )

TEXT, PRACTICE = "text", "practice"
VIEWS = (TEXT, PRACTICE)
_COUNTS = {
    TEXT: frozenset({"in_force", "not_enforced", "not_confirmed"}),
    PRACTICE: frozenset({"in_force", "not_confirmed"}),
}


class NotCovered(ValueError):
    """The day lies before the law that is at hand begins."""


@dataclass(frozen=True, eq=False)
class Law:
    """What the questionnaires say from one change to the next; ``since`` is the first day."""

    questionnaire: Questionnaire
    since: dt.date

    @cached_property
    def parameters(self) -> Mapping[str, float | None]:
        """Each threshold as it stands; None before it exists."""
        each = self.questionnaire.parameters.items()
        return {name: _at(parameter.values, self.since) for name, parameter in each}

    @cached_property
    def sets(self) -> Mapping[str, frozenset[str]]:
        """Each list of words as it stands."""
        found: dict[str, frozenset[str]] = {}
        for name in self.questionnaire.sets:
            self._resolve(name, found)
        return found

    def words(self, name: str) -> frozenset[str] | None:
        """A list of words; None before any of it is recorded, which is not an empty list."""
        return self.sets[name] if self._recorded(name) else None

    def _recorded(self, name: str) -> bool:
        stated = self.questionnaire.sets[name]
        begun = not stated.values or stated.values[0][0] <= self.since
        return begun and all(map(self._recorded, (*stated.combine, *stated.less)))

    def _resolve(self, name: str, found: dict[str, frozenset[str]]) -> frozenset[str]:
        if name not in found:
            stated: WordSet = self.questionnaire.sets[name]
            words = set(_at(stated.values, self.since) or ())
            words.update(*(self._resolve(part, found) for part in stated.combine))
            words.difference_update(*(self._resolve(part, found) for part in stated.less))
            found[name] = frozenset((words | set(stated.plus)) - set(stated.minus))
        return found[name]

    @cached_property
    def standings(self) -> Mapping[str, Standing | None]:
        """The standing of each rule that states any; None before its first day."""
        rules = self.questionnaire.rules.values()
        return {rule.id: standing(rule, self.since) for rule in rules if rule.status}

    def counts(self, rule: Rule, view: str) -> bool:
        """Whether the rule counts in a view; one that lowers control must count in both."""
        if not rule.status:
            return True
        stands = self.standings[rule.id]
        views = VIEWS if rule.lowers else (view,)
        return stands is not None and all(stands.state in _COUNTS[v] for v in views)

    @cached_property
    def split(self) -> frozenset[str]:
        """The ids whose value can differ between text and practice."""
        found: set[str] = set()
        for name in self.order:
            rule = self.questionnaire.rules.get(name)
            if rule and rule.lowers:
                continue
            differs = rule and self.counts(rule, TEXT) != self.counts(rule, PRACTICE)
            if differs or (name in self._viewed and names_of(self.questionnaire, name) & found):
                found.add(name)
        return frozenset(found)

    @cached_property
    def _viewed(self) -> frozenset[str]:
        q = self.questionnaire
        return frozenset((*q.figures, *q.rules, *q.determinations))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Every id that is evaluated, each behind what it depends on."""
        return order_of(self.questionnaire)


def standing(rule: Rule, day: dt.date) -> Standing | None:
    """The standing of a rule on a day; None before its first."""
    begun = [stated for stated in rule.status if stated.start <= day]
    return max(begun, key=lambda stated: stated.start) if begun else None


def _at(values: Iterable[tuple[dt.date, object]], day: dt.date):  # type: ignore[no-untyped-def]  # noqa: ANN202
    found = None
    for start, value in values:
        if start <= day:
            found = value
    return found


@lru_cache(maxsize=8)
def order_of(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Every id that is evaluated, each behind what it depends on; for all days alike.

    Raises:
        graphlib.CycleError: something depends on itself.
    """
    names = evaluated_ids(questionnaire)
    graph = {name: names_of(questionnaire, name) for name in names}
    return tuple(TopologicalSorter(graph).static_order())


@lru_cache(maxsize=8)
def boundaries(questionnaire: Questionnaire) -> tuple[dt.date, ...]:
    """Every day on which a threshold, a list, a standing or an expression changes, in order."""
    found = {start for p in questionnaire.parameters.values() for start, _ in p.values}
    found |= {start for s in questionnaire.sets.values() for start, _ in s.values}
    found |= {stated.start for r in questionnaire.rules.values() for stated in r.status}
    found |= {day for day, _ in turning_days(questionnaire)}
    return tuple(sorted(found))


@lru_cache(maxsize=64)
def _law_since(questionnaire: Questionnaire, since: dt.date) -> Law:
    return Law(questionnaire, since)


def covers_from(questionnaire: Questionnaire) -> dt.date:
    """The first day that an edition at hand covers; a later edition concludes nothing before."""
    return min((e.covers_from for e in questionnaire.editions), default=dt.date.min)


def begins_on(questionnaire: Questionnaire, stated: Determination) -> dt.date:
    """The first day for which a determination is concluded: its own, or that of its edition."""
    edition = questionnaire.folders[stated.folder].edition
    return stated.since or (edition.concludes if edition else dt.date.min)


def coverage(questionnaire: Questionnaire, day: dt.date) -> tuple[tuple[Folder, str], ...]:
    """What the edition of each folder of law covers on a day, in its own words."""
    folders = [f for f in questionnaire.folders.values() if f.coverage]
    spoken = ((f, _at([(p.since, p.says) for p in f.coverage], day)) for f in folders)
    return tuple((folder, says) for folder, says in spoken if says)


def read_on(questionnaire: Questionnaire) -> dt.date:
    """The day up to which the law was read: the earliest of the editions at hand."""
    return min((e.read_on for e in questionnaire.editions), default=dt.date.max)


def law_of(questionnaire: Questionnaire, day: dt.date) -> Law:
    """The law of a day; days between the same changes share it.

    Raises:
        NotCovered: the day is before the editions at hand begin.
    """
    first = covers_from(questionnaire)
    if day < first:
        message = f"{day} is before the law at hand begins; it covers {first} and later days"
        raise NotCovered(message)
    changes = boundaries(questionnaire)
    position = bisect_right(changes, day)
    return _law_since(questionnaire, max(changes[position - 1], first) if position else first)
