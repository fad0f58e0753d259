"""The screening of an assessment as the window shows it: who stands how, and what a hit says.

Nobody is ever cleared: there was no match, in these lists, on this date.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.assessment.answers import keys_at
from app.assessment.printing import member_name
from app.operations.screening import OWNER_NAME, OWNERS, PARTIES, PARTY_NAME
from app.operations.screening_answers import lists_of
from app.operations.screening_record import NO_MATCH, State
from app.ui.kit.dates import show_date
from app.ui.kit.rows import PartyRow
from app.ui.views.review import Line as ReviewLine
from app.ui.views.words import answer_words, count_words, moment_words

if TYPE_CHECKING:
    import datetime as dt

    from app.assessment.assessment import Assessment
    from app.operations.screening_record import Line, Record
    from app.ui.views.review import Review

OPEN_HITS = "screening.open"
"""The name of the control on the review page that leads to the screening."""

_NO_LISTS = "No list imported yet. Parties cannot be screened; import a list first."
_NO_NAMES = "No party has a name yet. Name one, and it is screened as you type."
_STATE_WORDS = {
    State.OPEN: "To decide",
    State.REOPENED: "To decide again",
    State.TRUE: "The same party",
    State.FALSE: "Another party",
    State.PERMITTED: "The same, permitted",
}
_BANDS = {"strong": "Strong", "possible": "Possible", "weak": "Weak"}
_ROLE = "party_role"


@dataclass(frozen=True, slots=True)
class HitView:
    """One hit as a row: the entry, its list, how well the name fits, how it stands."""

    name: str  # of the control: hit.<entry>@<party>
    title: str
    detail: str
    fits: str
    state: str
    words: str
    line: Line


@dataclass(frozen=True, slots=True)
class BandView:
    """The hits of one name that ask equally much to be looked at."""

    title: str
    hits: tuple[HitView, ...]


@dataclass(frozen=True, slots=True)
class ScreeningView:
    """The page: what was searched, who was asked, and what speaks against relying on it."""

    searched: str
    cautions: tuple[str, ...]
    rows: tuple[PartyRow, ...]
    empty: str
    can_search: bool


def screening_view(assessment: Assessment, record: Record, now: dt.datetime) -> ScreeningView:
    """The page as it stands."""
    rows = tuple(_rows(assessment, record))
    empty = "" if rows else _NO_NAMES
    return ScreeningView(
        searched=_searched(record, now),
        cautions=_cautions(record),
        rows=rows,
        empty=empty,
        can_search=record.searchable and bool(record.names),
    )


def _searched(record: Record, now: dt.datetime) -> str:
    if record.moment is None:
        return "Not screened yet." if record.searchable else _NO_LISTS
    lists = "; ".join(f"{each['title']}, {_dated(each)}" for each in record.lists)
    return (
        f"Searched {moment_words(record.moment, now)} by {record.who or 'somebody unnamed'} in {lists}."
        f" {record.engine}, threshold {record.threshold:.2f}."
    )


def _dated(each: object) -> str:
    told = dict(each)  # type: ignore[call-overload]  # the head of a list as JSON
    return f"dated {told['dated']}" if told["dated"] else f"imported {told['imported'][:10]}"


def _cautions(record: Record) -> tuple[str, ...]:
    old = tuple(f"{each}. Until then nobody is said to be on no list." for each in record.old_lists)
    newer = tuple(f"{each}: a newer one was imported since." for each in record.replaced_lists)
    return (*old, *(newer if record.moment else ()))


# ---------------------------------------------------------------- parties
def _rows(assessment: Assessment, record: Record) -> list[PartyRow]:
    rows = []
    for group, question in ((PARTIES, PARTY_NAME), (OWNERS, OWNER_NAME)):
        for key in keys_at(assessment.answers, group):
            mine = [at for at in record.names if at.startswith(f"{group}.{key}.")]
            own = f"{group}.{key}.{question}"
            if own not in mine:
                title = _member(assessment, own)
                rows.append(PartyRow(own, title, "No name yet", "", "unknown", "Not screened"))
            rows += [_row(assessment, record, at) for at in mine]
    return rows


def _member(assessment: Assessment, subject: str) -> str:
    """What the party or owner is called that a name belongs to."""
    plural, key, _ = subject.split(".")
    group = assessment.questionnaire.group_of_plural.get(plural)
    return member_name(assessment.today, group.id, key) if group else key


def _row(assessment: Assessment, record: Record, subject: str) -> PartyRow:
    name = record.names[subject]
    state, words = standing_words(record, subject)
    detail = _detail(assessment, subject)
    return PartyRow(
        subject, name.name, detail, country_words(assessment, name.country), state, words
    )


def _detail(assessment: Assessment, subject: str) -> str:
    q = assessment.questionnaire
    at, _, question = subject.rpartition(".")
    if question == OWNER_NAME:
        return "Owner"
    if question != PARTY_NAME:
        return f"Above {_member(assessment, subject)}"
    role = assessment.answers.get(f"{at}.{_ROLE}")
    return answer_words(q, q.questions[_ROLE], role) if role and _ROLE in q.questions else "Party"


def country_words(assessment: Assessment, code: str) -> str:
    """A country by its name."""
    found = assessment.questionnaire.countries.get(code)
    return found.name if found else code


def standing_words(record: Record, subject: str) -> tuple[str, str]:
    """The mark and the few words for one name."""
    if subject in record.unscreened or record.moment is None:
        return "unknown", "Not screened"
    hits = record.of(subject)
    still = sum(hit.state.is_open for hit in hits)
    if still:
        return "open", f"{count_words(still, 'hit', 'hits')} to decide"
    if hits:
        return "decided", f"{count_words(len(hits), 'hit', 'hits')}, decided"
    if record.old_lists:
        return "unknown", "No match, old list"
    return "decided", f"No match, {show_date(record.moment.date())}"


def result_words(record: Record, subject: str) -> str:
    """The result for one name in a sentence."""
    if subject not in record.names:
        return "Not screened: it has no name yet."
    if subject in record.unscreened or record.moment is None:
        return "Not screened. The name, the address or the country was given or changed since."
    hits = record.of(subject)
    if not hits:
        return f"{NO_MATCH} ({show_date(record.moment.date())}). That clears nobody."
    still = sum(hit.state.is_open for hit in hits)
    decided = f"{still} to decide" if still else "all decided"
    return f"{count_words(len(hits), 'hit', 'hits')}, {decided}."


# ---------------------------------------------------------------- hits
def bands_of(record: Record, subject: str) -> tuple[BandView, ...]:
    """The hits of one name, the band that asks most first."""
    found = []
    for band, title in _BANDS.items():
        hits = tuple(_hit(hit) for hit in record.of(subject) if hit.band == band)
        if hits:
            found.append(BandView(f"{title}, {count_words(len(hits), 'hit', 'hits')}", hits))
    return tuple(found)


def _hit(line: Line) -> HitView:
    return HitView(
        name=hit_name(line),
        title=line.listed.name,
        detail=f"{line.source_title} · {line.effect}",
        fits=f"{round(line.score * 100)} of 100",
        state="open" if line.state.is_open else "decided",
        words=_STATE_WORDS[line.state],
        line=line,
    )


def hit_name(line: Line) -> str:
    """``hit.<entry>@<party>``, and ``.parent`` behind it where the name is that of the parent."""
    at, _, question = line.subject.rpartition(".")
    parent = "" if question in (PARTY_NAME, OWNER_NAME) else ".parent"
    return f"hit.{line.key}@{at.rpartition('.')[2]}{parent}"


# ---------------------------------------------------------------- elsewhere
def link_words(record: Record | None) -> str:
    """What the way to the screening is called, wherever it stands."""
    if record is None:
        return "Screening"
    still = sum(hit.state.is_open for hit in record.hits)
    if still:
        return f"Screening: {count_words(still, 'hit', 'hits')} to decide"
    if record.unscreened:
        return f"Screening: {count_words(len(record.unscreened), 'name', 'names')} not screened"
    return "Screening: a list is old" if record.old_lists and record.names else "Screening"


def with_screening(review: Review, record: Record | None) -> Review:
    """The review with what the screening leaves open, in place of what merely follows from it."""
    if record is None or not record.names or not (record.searchable or record.moment):
        return review
    lines = tuple(_open_lines(record))
    follows = {lists_of(at) for at in record.names}
    rest = tuple(
        each for each in review.open_points if not (each.address and each.address in follows)
    )
    return replace(review, open_points=(*lines, *rest))


def _open_lines(record: Record) -> list[ReviewLine]:
    lines = []
    for subject, name in record.names.items():
        state, words = standing_words(record, subject)
        if state == "decided":
            continue
        old = "; a list is old" if record.old_lists and state == "open" else ""
        detail = f"Screening: {words}{old}"
        lines.append(
            ReviewLine(
                name.name,
                detail,
                state,
                "Decide" if state == "open" else "Look",
                f"{OPEN_HITS}.{subject}",
            )
        )
    return lines
