"""The hits of a screening record: each with its entry, the comparison, and what was decided."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from app.report.blocks import Paragraph
from app.report.cells import Cell, Finding, Strong, Text, Verdict
from app.report.content.words import iso
from app.report.screened import Stand
from app.report.tables import AnyRow, Column, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.report.blocks import Block
    from app.report.screened import HitLine, Said, Screened

NO_MATCH = "No match in these lists on this date"
NEVER = "It is no clearance: a list may be incomplete, a name may be written otherwise, and lists change."
_HITS = (
    Column("No.", 8),
    Column("Listed party", 32),
    Column("Compared", 27),
    Column("What it means, what was decided", 33),
)


def count(number: int, what: str) -> str:
    """A number with what is counted, in the plural where there are more."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def hits(found: Screened) -> Iterator[Block]:
    """A table of hits for each name."""
    if not found.hits:
        when = f" ({iso(found.moment)})" if found.moment else ""
        said = f"{NO_MATCH}{when}. {NEVER}" if found.moment else "Nothing was searched."
        yield Paragraph(said)
        return
    yield Paragraph(_HOW_TO_READ)
    numbered = enumerate(found.hits, 1)
    for (whose, asked), group in groupby(numbered, key=lambda each: (each[1].whose, each[1].asked)):
        rows = [_hit(number, hit) for number, hit in group]
        title = f"{whose}: {asked}" if whose != asked else whose
        yield table(f"{count(len(rows), 'hit')} for {title}", _HITS, rows, look="dense tall")


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
