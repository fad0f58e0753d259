"""What of the law is modelled, in outline or left out: the statement that the law makes of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.questionnaire.asking import Citation
from app.questionnaire.extent import MODELLED, NOT_MODELLED, OUTLINE
from app.report.blocks import Block, Paragraph
from app.report.content import edition
from app.report.content.words import cite, listed, mark
from app.report.tables import Column, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.questionnaire.asking import Extent, Folder
    from app.report.content.matter import Matter

_STATES = {OUTLINE: "In outline", NOT_MODELLED: "Not modelled"}
_MOST = 12


def extents(matter: Matter) -> Iterator[Block]:
    """For each law in use, what it works out to the end, and what it does not."""
    for folder in edition.folders_in_use(matter):
        stated = [each for each in matter.q.extents.values() if each.folder == folder.id]
        if stated:
            yield from _of(folder, stated)


def _of(folder: Folder, stated: list[Extent]) -> Iterator[Block]:
    name = folder.regime or folder.title
    whole = [each.title for each in stated if each.state == MODELLED]
    if whole:
        yield Paragraph(f"{name}, worked out to the end: {listed(whole, len(whole))}.")
    columns = (
        Column("Part of the law", 26),
        Column("Places", 22),
        Column("State", 12),
        Column("What is left out", 40),
    )
    rows = [
        row(each.title, listed([_place(p) for p in each.places], _MOST), _STATES[state], each.says)
        for state in _STATES
        for each in stated
        if each.state == state
    ]
    title = f"{name}: what is in outline or not modelled"
    yield table(title, columns, rows, look="dense", nothing="Everything is worked out to the end.")


def _place(place: str) -> str:
    """The place without the mark of its instrument."""
    source, _, inside = place.partition("/")
    return cite(Citation(source, inside)).removeprefix(f"{mark(source)} ")
