"""The sections of a screening record: names, lists, hits with their decisions, and what was left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.report.blocks import Bullets, Gap, Heading, Paragraph, Section, signatures
from app.report.cells import Digest, Strong
from app.report.content.words import iso
from app.report.screened import Stand
from app.report.screening.hits import NEVER, NO_MATCH, count, hits
from app.report.tables import AnyRow, Column, pairs, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.report.blocks import Block
    from app.report.screened import ListLine, NameLine, Screened

_NAMES = (
    Column("Party", 19),
    Column("Name as typed, country, address", 34),
    Column("Compared as", 22),
    Column("Result", 25),
)
_LISTS = (
    Column("List, file", 34),
    Column("Date", 20),
    Column("Parties", 11, "r"),
    Column("SHA-256", 35),
)


def searched(found: Screened | None) -> str:
    """When it was searched, and by whom."""
    if found is None or found.moment is None:
        return "Not yet"
    by = f" by {found.who}" if found.who else ""
    return f"{found.moment:%Y-%m-%d %H:%M} {found.moment.tzname() or ''}".rstrip() + by


def result(found: Screened | None) -> str:
    """The result in one or two sentences."""
    if found is None or found.moment is None:
        return "No party has been screened. Nothing can be concluded about restricted parties."
    day = iso(found.moment)
    if found.unscreened or found.open:
        return f"The screening of {day} is not finished: {_open_words(found)}."
    same = sum(hit.stand in (Stand.TRUE, Stand.PERMITTED) for hit in found.hits)
    if same:
        return f"{count(same, 'hit')} on {day} found the party itself. The hits below say which, and what follows."
    if found.hits:
        return f"{count(len(found.hits), 'hit')} on {day}, each decided as another party. Otherwise: {NO_MATCH.lower()}."
    return f"{NO_MATCH} ({day}). {NEVER}"


def _open_words(found: Screened) -> str:
    parts = []
    if found.open:
        parts.append(f"{count(found.open, 'hit')} still open")
    if found.unscreened:
        parts.append(f"{count(len(found.unscreened), 'name')} not searched")
    return " and ".join(parts)


def hold(found: Screened | None) -> str:
    """What has to be done before anybody may rely on the record."""
    if found is None or found.moment is None:
        return "every party has been searched in lists that are not older than a week."
    parts = [f"decide {count(found.open, 'open hit')}"] if found.open else []
    parts += [f"search {', '.join(found.unscreened)}"] if found.unscreened else []
    parts += ["import new lists and search again"] if found.old or found.replaced else []
    again = "search again on the day of release"
    return "; ".join((*parts, again)) + "."


def not_searched(found: Screened | None) -> str:
    """What no list holds, by title."""
    titles = [title for title, _ in found.not_held] if found else []
    return (
        "; ".join(titles) + "."
        if titles
        else "What the lists do not hold is asked in the assessment."
    )


def sections(found: Screened | None) -> tuple[Section, ...]:
    """Sections 2 to 6 of the document."""
    if found is None:
        return (Section("Names searched", (Gap("No record.", _NO_RECORD),)),)
    return (
        Section("Names searched", tuple(names(found))),
        Section("Lists searched", tuple(lists(found))),
        Section("Hits and decisions", tuple(hits(found))),
        Section("What was not searched", tuple(left_out(found))),
        Section("How names are compared", tuple(method(found))),
    )


def annex(found: Screened | None) -> Section:
    """The same record inside another document."""
    if found is None:
        return Section(_ANNEX, (Gap("No record.", _NO_RECORD),), new_page=True)
    parts: list[Block] = [Paragraph(result(found)), Paragraph(f"Searched: {searched(found)}.")]
    for each in sections(_within(found)):
        parts += [Heading(each.title), *each.blocks]
    if len(found.hits) > MOST_INSIDE:
        left = sum(hit.stand is Stand.FALSE for hit in found.hits)
        said = f"{count(left, 'hit')} decided as another party stand in the screening record by itself."
        parts.append(Gap("Not printed here.", said))
    return Section(_ANNEX, tuple(parts), new_page=True)


def _within(found: Screened) -> Screened:
    if len(found.hits) <= MOST_INSIDE:
        return found
    return replace(found, hits=tuple(hit for hit in found.hits if hit.stand is not Stand.FALSE))


_ANNEX = "Screening record"
MOST_INSIDE = 60
"""With more hits than these, another document prints those alone that bear on anything."""
_NO_RECORD = (
    "Screenings stay in the library in which they were made. A file that travels does not bring one, "
    "and a revision whose parties are others by now has none that is its own. An answer of the "
    "assessment names the screening that it comes from."
)


def names(found: Screened) -> Iterator[Block]:
    """Every name as it was typed, and what came of it."""
    rows = [_name(each) for each in found.names]
    nothing = "No party has a name yet, so nothing was searched."
    note = (
        "“Compared as” is the name in plain letters; scripts other than Latin are transliterated."
    )
    yield table("Names", _NAMES, rows, nothing=nothing, note=note)
    if found.unscreened:
        yield Gap("Not searched, or changed since.", "; ".join(found.unscreened))


def _name(each: NameLine) -> AnyRow:
    beside = "\n".join(filter(None, (each.country, each.address)))
    return row(Strong(each.whose, each.what), Strong(each.asked, beside), each.words, each.result)


def lists(found: Screened) -> Iterator[Block]:
    """Each list with its file, dates, count and hash."""
    rows = [_list(each) for each in found.lists]
    nothing = "No list was searched."
    yield table("Lists", _LISTS, rows, nothing=nothing)
    if found.old:
        yield Gap("Old lists.", "; ".join(found.old))
    if found.replaced:
        yield Gap(
            "Replaced since.",
            f"{'; '.join(found.replaced)}: another edition is in the library by now. Search again.",
        )


def _list(each: ListLine) -> AnyRow:
    stated = f"Dated {each.dated}" if each.dated else "States no date of its own"
    after = each.old or ("Replaced since" if each.replaced else "")
    when = "\n".join(filter(None, (stated, f"Imported {each.imported}", after)))
    return row(Strong(each.title, each.file), when, f"{each.parties:,}", Digest(each.hash))


def left_out(found: Screened) -> Iterator[Block]:
    """What a search of these lists leaves open."""
    yield Paragraph(
        "These lists do not hold everything. Each point is asked in the assessment, or has to be "
        "looked up by a person."
    )
    yield pairs(found.not_held, 38)


def method(found: Screened) -> Iterator[Block]:
    """With what it was searched, and how to read scores."""
    values = (
        ("Engine", found.engine),
        ("Threshold", f"{found.threshold:.2f}: the lowest score that is a hit"),
        ("Bands", found.bands),
        ("Compared", "Primary names and all other names of every entry, both ways, word by word"),
    )
    yield pairs(values, 24)
    yield Paragraph(
        "Scores of other programs do not compare with these. Case, accents, order and legal form cost "
        "nothing or next to nothing; wrong letters, joined, split, missing and extra words cost "
        "something; common words weigh little."
    )
    yield Bullets(_AGAIN)


_AGAIN = (
    "Search again when a list is replaced, and at the latest after a week.",
    "Search again when a party, its name, address, owners or parent change, or a delivery is added.",
    "Search again before each release.",
    "The consolidated list is an aid: check a true hit in the agency’s own list and notice.",
)


def signed(*, as_of: bool) -> Section:
    """Who stands for the record."""
    title = "Signatures"
    if as_of:
        return Section(
            title, (Gap("No signature lines.", "Made for another day: not to be signed."),)
        )
    said = "I searched or decided what bears my name, and know of nothing that speaks against it."
    signers = (("Searched and decided", ""), ("Second person for strong hits", ""))
    return Section(title, (Paragraph(said), signatures("Signatures", signers)))
