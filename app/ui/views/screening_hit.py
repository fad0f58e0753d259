"""One hit side by side with the party: what is the same, what differs, what is not known, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.operations.screening_record import State
from app.screening.sources import SOURCES
from app.ui.kit.dates import show_date
from app.ui.views.screening import country_words, hit_name

if TYPE_CHECKING:
    from app.assessment.assessment import Assessment
    from app.operations.screening_record import Line, Record
    from app.screening.screen import Name

SAME, CLOSE, OTHER, NOT_KNOWN = "same", "close", "different", "not known"
_GIVEN, _NONE_THERE, _NOT_GIVEN = "Not known yet", "Not stated in the list", "Not given"
_MARKS = {"same": SAME, "different": OTHER}
_ENTITY_LIST = "EL"
_MOST = 12


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of the comparison."""

    label: str
    asked: str
    mark: str
    listed: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A hit as it is decided: the comparison, the score word by word, and what the list does."""

    name: str
    title: str
    where: str
    fits: str
    lines: tuple[Compared, ...]
    because: tuple[str, ...]
    effects: tuple[tuple[str, str], ...]
    said: str
    strong: bool
    line: Line


def comparison(assessment: Assessment, record: Record, line: Line) -> Comparison:
    """A hit side by side with the party."""
    return Comparison(
        name=hit_name(line),
        title=f"Is this {line.listed.name}?",
        where=f"{line.source_title}. {line.list}, entry {line.key}, version {line.version[:12]}.",
        fits=f"Name fits {round(line.score * 100)} of 100, {line.band}",
        lines=_lines(assessment, record.names[line.subject], line),
        because=tuple(because_words(each) for each in line.why),
        effects=tuple(_effects(line)),
        said=said_words(line),
        strong=line.band == "strong",
        line=line,
    )


def _lines(assessment: Assessment, name: Name, line: Line) -> tuple[Compared, ...]:
    listed = line.listed
    alias = (f"also {listed.name}",) if line.matched != listed.name else ()
    others = tuple(each for each in listed.names if each not in (line.matched, listed.name))
    country = country_words(assessment, name.country)
    countries = tuple(country_words(assessment, each) for each in listed.countries)
    found = [
        Compared(
            "Name", name.name, SAME if line.score >= 1 else CLOSE, _all((line.matched, *alias))
        ),
        Compared("Address", name.address or _GIVEN, _mark(line.address), _all(listed.addresses)),
        Compared("Country", country or _GIVEN, _mark(line.country), _all(countries)),
        Compared("Identifiers", _NOT_GIVEN, NOT_KNOWN, _all(listed.identifiers)),
    ]
    if others:
        found.insert(1, Compared("Other names", "", "", _all(others)))
    if listed.kind.value:
        found.append(Compared("Kind", _NOT_GIVEN, NOT_KNOWN, listed.kind.value))
    if listed.remarks:
        found.append(Compared("Remarks", "", "", listed.remarks))
    return tuple(found)


def _mark(word: str) -> str:
    return _MARKS.get(word, NOT_KNOWN)


def _all(parts: tuple[str, ...]) -> str:
    shown = "\n".join(parts[:_MOST])
    more = f"\n… and {len(parts) - _MOST} more" if len(parts) > _MOST else ""
    return f"{shown}{more}" or _NONE_THERE


def because_words(why: str) -> str:
    """A line of the score for people: the words, then how alike they are."""
    return why[:1].upper() + why[1:]


def _effects(line: Line) -> list[tuple[str, str]]:
    listed = line.listed
    found = [("What the list does", line.effect)]
    if listed.source == _ENTITY_LIST:
        found.append(("Footnote", footnote_words(line)))
    named = (
        ("Licence requirement", listed.requirement),
        ("Review policy", listed.policy),
        ("Programme", ", ".join(listed.programmes)),
        ("Published", listed.citation),
    )
    return found + [(label, words) for label, words in named if words]


def footnote_words(line: Line) -> str:
    """The footnote of an Entity List entry, which no file states."""
    if line.listed.footnote:
        return (
            f"{line.listed.footnote}, inferred from the licence requirement; the file states none."
        )
    return "Not known: the licence requirement points to none, or to two. Look the entry up."


def said_words(line: Line) -> str:
    """What a person said of the hit."""
    said = line.said
    if said is None:
        return ""
    verdict = {"true": "the same party", "false": "another party"}.get(
        said.verdict, f"the same party, permitted by {said.basis}"
    )
    second = f", confirmed by {said.second}" if said.second else ""
    again = (
        " The entry has changed since, so it is open again." if line.state is State.REOPENED else ""
    )
    when = show_date(said.moment.date())
    return f"{said.who} said on {when}: {verdict}{second}. “{said.reason}”{again}"


def consequence_words(line: Line, verdict: str) -> str:
    """What a decision does to the conclusions, before it is made."""
    if verdict == State.FALSE.value:
        return "Closes this hit. The party counts as not on this list."
    source = SOURCES.get(line.listed.source)
    title = source.title if source else "the list"
    standing = f"The party counts as standing on the {title}"
    if verdict == State.PERMITTED.value:
        return f"{standing}; the basis is printed beside it."
    return f"{standing}. {line.effect}"
