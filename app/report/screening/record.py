"""The sections of a screening record: names, lists, hits with their decisions, and what was left out."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from app.report.blocks import Bullets, Gap, Heading, Paragraph, Section, signatures
from app.report.cells import Cell, Digest, Finding, Strong, Text, Verdict
from app.report.content.words import iso
from app.report.screened import Stand
from app.report.tables import AnyRow, Column, pairs, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.report.blocks import Block
    from app.report.screened import HitLine, ListLine, NameLine, Said, Screened

NO_MATCH = "No match in these lists on this date"
_NEVER = "It is no clearance: a list may be incomplete, a name may be written otherwise, and lists change."
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
_HITS = (
    Column("No.", 8),
    Column("Listed party", 32),
    Column("Compared", 27),
    Column("What it means, what was decided", 33),
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
        return f"{_count(same, 'hit')} on {day} found the party itself. The hits below say which, and what follows."
    if found.hits:
        return f"{_count(len(found.hits), 'hit')} on {day}, each decided as another party. Otherwise: {NO_MATCH.lower()}."
    return f"{NO_MATCH} ({day}). {_NEVER}"


def _open_words(found: Screened) -> str:
    parts = []
    if found.open:
        parts.append(f"{_count(found.open, 'hit')} still open")
    if found.unscreened:
        parts.append(f"{_count(len(found.unscreened), 'name')} not searched")
    return " and ".join(parts)


def hold(found: Screened | None) -> str:
    """What has to be done before anybody may rely on the record."""
    if found is None or found.moment is None:
        return "every party has been searched in lists that are not older than a week."
    parts = [f"decide {_count(found.open, 'open hit')}"] if found.open else []
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


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


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
        said = f"{_count(left, 'hit')} decided as another party stand in the screening record by itself."
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


def hits(found: Screened) -> Iterator[Block]:
    """A table of hits for each name."""
    if not found.hits:
        when = f" ({iso(found.moment)})" if found.moment else ""
        said = f"{NO_MATCH}{when}. {_NEVER}" if found.moment else "Nothing was searched."
        yield Paragraph(said)
        return
    yield Paragraph(_HOW_TO_READ)
    numbered = enumerate(found.hits, 1)
    for (whose, asked), group in groupby(numbered, key=lambda each: (each[1].whose, each[1].asked)):
        rows = [_hit(number, hit) for number, hit in group]
        title = f"{whose}: {asked}" if whose != asked else whose
        yield table(f"{_count(len(rows), 'hit')} for {title}", _HITS, rows, look="dense tall")


_HOW_TO_READ = (
    "Every hit at or above the threshold, the likeliest first. The words say how the score came about. "
    "Country and address are evidence; they never clear anybody. A decision holds for this name and this "
    "version of the entry: when either changes, the hit is open again."
)


def _hit(number: int, hit: HitLine) -> AnyRow:
    return row(
        Strong(str(number), f"{hit.score:.2f}\n{hit.band}"),
        Strong(hit.matched, "\n".join(_listed(hit))),
        Text("\n".join(_compared(hit))),
        _decided(hit),
    )


def _listed(hit: HitLine) -> Iterator[str]:
    if hit.entry != hit.matched:
        yield f"Entry: {hit.entry}"
    yield hit.list
    yield f"Entry {hit.key}, version {hit.version[:16]}"
    for label, value in (
        ("Programme", ", ".join(hit.programmes)),
        ("Address", "; ".join(hit.addresses)),
        ("Identifiers", "; ".join(hit.identifiers)),
        ("Published", hit.citation),
    ):
        if value:
            yield f"{label}: {value}"


def _compared(hit: HitLine) -> Iterator[str]:
    yield from hit.why
    countries = f" ({', '.join(hit.countries)})" if hit.countries else ""
    yield f"Country: {hit.country}{countries}"
    yield f"Address: {hit.address}"
    yield (
        "Identifiers, birth, registration: compare by hand"
        if hit.identifiers
        else "Identifiers: none in the list"
    )


def _decided(hit: HitLine) -> Cell:
    said = "\n".join((*_words_of(hit.said), *_effects(hit)))
    if hit.stand.is_open:
        return Finding(Verdict.NOT_KNOWN, f"{hit.stand.value}. {said}")
    return Strong(hit.stand.value, said)


def _effects(hit: HitLine) -> Iterator[str]:
    """What standing on the list means, where the party may be the one that stands there."""
    if hit.stand is Stand.FALSE:
        return
    yield hit.effect
    for label, value in (
        ("Licence requirement", hit.requirement),
        ("Review policy", hit.policy),
        ("Footnote", hit.footnote),
    ):
        if value:
            yield f"{label}: {value}"


def _words_of(said: Said | None) -> Iterator[str]:
    if said is None:
        yield "Nobody has decided."
        return
    yield said.reason
    if said.basis:
        yield f"Permitted by: {said.basis}"
    yield f"Decided by {said.who}, {said.moment:%Y-%m-%d %H:%M}"
    yield f"Confirmed by {said.second}" if said.second else "No second person"


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
