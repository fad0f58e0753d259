"""The editions a document rests on, how old they are, and what of them changes soon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.printing import printed_number
from app.questionnaire.names import turning_days
from app.report.content.words import STATES, listed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from app.questionnaire.definition import Folder, Parameter, Questionnaire, Rule, WordSet
    from app.report.content.matter import Matter

WARNED_FROM, UNRELIABLE_FROM = 60, 180
"""Days since an edition was read: from the first it is warned of, from the second not relied on."""
AHEAD = 180
"""Days ahead within which a change of the rules is announced."""


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which a rule, threshold or list is no longer what it was."""

    day: dt.date
    what: str
    before: str
    after: str
    rule: str = ""


def law_folders(questionnaire: Questionnaire) -> tuple[Folder, ...]:
    """The folders with an edition of their own."""
    return tuple(folder for folder in questionnaire.folders.values() if folder.edition)


def folders_in_use(matter: Matter) -> tuple[Folder, ...]:
    """The folders whose edition a conclusion of this assessment rests on; all, where none does."""
    every = law_folders(matter.q)
    return tuple(each for each in every if matter.concerns(each.id)) or every


def age(folder: Folder, day: dt.date) -> int:
    """Days from the reading of a folder's edition to a day."""
    assert folder.edition
    return (day - folder.edition.read_on).days


def oldest(matter: Matter) -> int:
    """The age, on the day of the document, of the oldest edition that the assessment uses."""
    ages = [age(folder, matter.subject.moment.date()) for folder in folders_in_use(matter)]
    return max(ages, default=0)


def warning(days: int) -> str:
    """What the age of an edition means, in words; nothing while it is young."""
    if days >= UNRELIABLE_FROM:
        return f"Read {days} days ago: do not rely on it before checking the rules again."
    if days >= WARNED_FROM:
        return f"Read {days} days ago: look for later changes before deciding."
    return ""


def edition_line(matter: Matter) -> str:
    """The line at the foot of every page."""
    said = [
        f"{folder.regime or folder.title} {folder.edition.read_on}"
        for folder in folders_in_use(matter)
        if folder.edition
    ]
    old = oldest(matter)
    tail = " · check before relying" if old >= UNRELIABLE_FROM else ""
    aged = f", {old} days old" if old >= WARNED_FROM else ""
    rules = listed(said) or "no edition of law"
    return f"Rules as read: {rules}{aged}{tail} · for review by counsel, not legal advice"


def changes(questionnaire: Questionnaire, after: dt.date, until: dt.date) -> tuple[Change, ...]:
    """Every dated change of the law after one day and up to another, in order."""
    q = questionnaire
    found = [
        *(c for rule in q.rules.values() for c in _of_rule(rule)),
        *(c for parameter in q.parameters.values() for c in _of_parameter(parameter)),
        *(c for words in q.sets.values() for c in _of_set(q, words)),
        *_of_dates(q),
    ]
    return tuple(sorted((c for c in found if after < c.day <= until), key=lambda c: c.day))


def _of_rule(rule: Rule) -> Iterator[Change]:
    before = STATES["not_yet"]
    for stands in sorted(rule.status, key=lambda s: s.start):
        name = f"{rule.name}: {rule.title}" if rule.entry else rule.title
        yield Change(stands.start, name, before, STATES[stands.state], rule.id)
        before = STATES[stands.state]


def _of_dates(questionnaire: Questionnaire) -> Iterator[Change]:
    """What the words of a rule, figure or conclusion themselves date."""
    q = questionnaire
    titles = {name: figure.title for name, figure in q.figures.items()}
    titles |= {name: rule.title for name, rule in q.rules.items()}
    titles |= {name: stated.title for name, stated in q.determinations.items()}
    for day, name in turning_days(q):
        if name in titles:
            yield Change(day, titles[name], "the conditions up to that day", "other conditions")


def _of_parameter(parameter: Parameter) -> Iterator[Change]:
    before = "none"
    for start, value in sorted(parameter.values):
        after = printed_number(value, 4, parameter.unit)
        yield Change(start, parameter.title, before, after)
        before = after


def _of_set(questionnaire: Questionnaire, words: WordSet) -> Iterator[Change]:
    before: frozenset[str] = frozenset()
    for start, codes in sorted(words.values):
        now = frozenset(codes)
        added, gone = (_named(questionnaire, c) for c in (now - before, before - now))
        yield Change(start, words.title, _with(gone, added), _with(added, gone))
        before = now


def _with(there: str, missing: str) -> str:
    """What stands on a list on one side of a change, and what does not."""
    said = [f"with {there}" if there else "", f"without {missing}" if missing else ""]
    return ", ".join(filter(None, said)) or "no entry"


def _named(questionnaire: Questionnaire, codes: frozenset[str]) -> str:
    known = questionnaire.countries
    titles = _titles(questionnaire, codes)
    said = (known[c].name if c in known else titles.get(c, c) for c in codes)
    return listed(sorted(said), 8)


def _titles(questionnaire: Questionnaire, codes: frozenset[str]) -> dict[str, str]:
    """The words of the choices that these are, where one question offers them all."""
    for question in questionnaire.questions.values():
        offered = {option.id: option.title for option in question.options}
        if codes and codes <= offered.keys():
            return offered
    return {}
