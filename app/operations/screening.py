"""The screening of an assessment: every named party asked in all lists, every hit decided.

A hit is open until a person says something about it, and open again when the entry or
the name has changed since. Nobody is ever cleared: there was no match, in these lists,
on this date.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Any

from app.assessment.answers import keys_at
from app.operations.lists import age, is_old
from app.operations.screening_record import Line, Record, State
from app.screening.screen import ENGINE, THRESHOLD, Band, Name, explained
from app.screening.telling import heard, told
from app.store.errors import Refused
from app.store.list_values import KeptAdjudication, KeptHit, KeptScreening

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from app.assessment.answers import Answers
    from app.operations.lists import Lists
    from app.operations.screening_record import Verdict
    from app.screening.screen import Hit
    from app.store.library import Library
    from app.store.list_values import ListHead

PARTIES, OWNERS = "parties", "owners"
PARTY_NAME, OWNER_NAME = "party_name", "owner_name"
_NAMES = {
    PARTIES: (
        (PARTY_NAME, "party_country", "party_address"),
        ("parent_name", "parent_headquarters", ""),
    ),
    OWNERS: ((OWNER_NAME, "", ""),),
}
"""Whose names are searched, with the questions for the country and the address beside them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A name to be searched and the address of the answer it comes from."""

    subject: str
    name: Name


@dataclass(frozen=True, slots=True)
class Screened:
    """The record after a screening, and the hits that the one before it did not have."""

    record: Record
    new: tuple[Line, ...]


def names_of(answers: Answers) -> tuple[Asked, ...]:
    """Every name that parties and owners bear, the parents' behind the parties'."""
    found = []
    for group, questions in _NAMES.items():
        for key, (question, country, address) in product(keys_at(answers, group), questions):
            at = f"{group}.{key}."
            if name := _text(answers, at + question):
                beside = _text(answers, at + country), _text(answers, at + address)
                found.append(Asked(at + question, Name(name, *beside)))
    return tuple(found)


def _text(answers: Answers, address: str) -> str:
    answer = answers.get(address)
    return answer.strip() if isinstance(answer, str) else ""


def screen_assessment(
    lists: Lists, assessment: str, moment: dt.datetime, who: str, threshold: float = THRESHOLD
) -> Screened:
    """Search every name of an assessment and keep what was found.

    Raises:
        Refused: no list has been imported.
        StoreError: the library cannot be written.
    """
    asked = names_of(lists.library.drafts.read(assessment).answers)
    return keep(lists.library, assessment, find(lists, asked, moment, who, threshold))


def find(
    lists: Lists,
    asked: Iterable[Asked],
    moment: dt.datetime,
    who: str,
    threshold: float = THRESHOLD,
) -> KeptScreening:
    """Search names and write nothing: it can be done beside, in a thread with its own library.

    Raises:
        Refused: no list has been imported.
    """
    if not lists.heads:
        message = "no list has been imported, so there is nothing to search in"
        raise Refused(message)
    names = tuple(asked)
    return KeptScreening(
        moment=moment,
        who=who,
        engine=ENGINE,
        threshold=threshold,
        lists=[_head_told(head) for head in lists.heads],
        queries={each.subject: _name_told(each.name) for each in names},
        hits=tuple(
            _kept(lists, each, hit) for each in names for hit in lists.screen(each.name, threshold)
        ),
    )


def keep(library: Library, assessment: str, found: KeptScreening) -> Screened:
    """Keep what was found, and say what the screening before it did not have."""
    latest = library.screenings.latest(assessment)
    before = {_mark(hit) for hit in latest.hits} if latest else set()
    library.screenings.add(assessment, found)
    record = standing(library, assessment, found.moment.date())
    new = tuple(
        hit for hit in record.hits if (hit.subject, hit.asked, hit.key, hit.version) not in before
    )
    return Screened(record, new)


def rescreen(
    lists: Lists,
    moment: dt.datetime,
    who: str,
    progress: Callable[[int, int], None] | None = None,
) -> Mapping[str, Screened]:
    """Search again for every assessment with a name in it; those with something new, by id."""
    found = {}
    heads = lists.library.assessments.list()
    for done, head in enumerate(heads):
        if progress:
            progress(done, len(heads))
        screened = _again(lists, head.id, moment, who)
        if screened is not None and screened.new:
            found[head.id] = screened
    return found


def _again(lists: Lists, assessment: str, moment: dt.datetime, who: str) -> Screened | None:
    latest = lists.library.screenings.latest(assessment)
    if latest is not None:
        return screen_assessment(lists, assessment, moment, who, latest.threshold)
    if names_of(lists.library.drafts.read(assessment).answers):
        return screen_assessment(lists, assessment, moment, who)
    return None


def _name_told(name: Name) -> dict[str, str]:
    return {"name": name.name, "country": name.country, "address": name.address}


def _names_heard(queries: Mapping[str, Any]) -> dict[str, Name]:
    """The names as they were asked; the first screenings kept no country and no address."""
    return {
        at: Name(**told) if isinstance(told, dict) else Name(told) for at, told in queries.items()
    }


def _mark(hit: KeptHit) -> tuple[str, str, str, str]:
    return hit.subject, hit.data["asked"], hit.key, hit.version


def _head_told(head: ListHead) -> dict[str, Any]:
    return {
        "title": head.title,
        "file": head.file,
        "hash": head.hash,
        "dated": head.dated,
        "imported": head.imported.isoformat(),
        "parties": head.parties,
        "id": head.id,
    }


def _kept(lists: Lists, asked: Asked, hit: Hit) -> KeptHit:
    key, version = lists.version_of(hit.place)
    data = {
        "asked": asked.name.name,
        "listed": told(hit.listed),
        "list": lists.head_of(hit.place).title,
        "matched": hit.matched,
        "score": hit.rounded,
        "band": hit.band.value,
        "why": list(explained(hit.score)),
        "country": hit.country.value,
        "address": hit.address.value,
    }
    return KeptHit(asked.subject, key, version, data)


def standing(library: Library, assessment: str, today: dt.date) -> Record:
    """The screening of an assessment as it stands today, adjudications and all."""
    latest = library.screenings.latest(assessment)
    answers = library.drafts.read(assessment).answers
    names = {each.subject: each.name for each in names_of(answers)}
    heads = library.lists.standing()
    old = tuple(f"{head.title}: {age(head, today)}" for head in heads if is_old(head, today))
    if latest is None:
        nothing = Record(None, "", ENGINE, THRESHOLD, (), {}, (), tuple(names), old, ())
        return replace(nothing, names=names, searchable=bool(heads))
    before = _names_heard(latest.queries)
    searched = {each["id"] for each in latest.lists}
    return Record(
        moment=latest.moment,
        who=latest.who,
        engine=latest.engine,
        threshold=latest.threshold,
        lists=tuple(latest.lists),
        queries={at: name.name for at, name in before.items()},
        hits=_lines(library, assessment, latest, names),
        unscreened=tuple(at for at, name in names.items() if before.get(at) != name),
        old_lists=old,
        replaced_lists=tuple(head.title for head in heads if head.id not in searched),
        names=names,
        searchable=bool(heads),
    )


def _lines(
    library: Library, assessment: str, latest: KeptScreening, names: Mapping[str, Name]
) -> tuple[Line, ...]:
    said = {
        (each.subject, each.asked, each.key): each
        for each in library.screenings.adjudications(assessment)
    }
    current = library.lists.versions(hit.key for hit in latest.hits)
    return tuple(
        _line(hit, said.get((hit.subject, hit.data["asked"], hit.key)), current)
        for hit in latest.hits
        if hit.subject in names and names[hit.subject].name == hit.data["asked"]
    )


def _line(hit: KeptHit, said: KeptAdjudication | None, current: frozenset[tuple[str, str]]) -> Line:
    data = hit.data
    return Line(
        subject=hit.subject,
        asked=data["asked"],
        key=hit.key,
        version=hit.version,
        listed=heard(data["listed"]),
        list=data["list"],
        matched=data["matched"],
        score=data["score"],
        band=data["band"],
        why=tuple(data["why"]),
        country=data["country"],
        address=data["address"],
        state=_state(hit, said, current),
        said=said,
    )


def _state(
    hit: KeptHit, said: KeptAdjudication | None, current: frozenset[tuple[str, str]]
) -> State:
    if said is None:
        return State.OPEN
    same = said.version == hit.version and (hit.key, hit.version) in current
    return State(said.verdict) if same else State.REOPENED


def adjudicate(
    library: Library, assessment: str, line: Line, said: Verdict, moment: dt.datetime
) -> None:
    """Say what a hit is.

    Raises:
        Refused: the reason says too little, a permission has no basis, or nobody decided.
    """
    said.check(strong=line.band == Band.STRONG.value)
    library.screenings.adjudicate(
        assessment,
        KeptAdjudication(
            subject=line.subject,
            asked=line.asked,
            key=line.key,
            version=line.version,
            verdict=said.state.value,
            reason=said.reason.strip(),
            who=said.who.strip(),
            moment=moment,
            basis=said.basis.strip(),
            second=said.second.strip(),
        ),
    )
