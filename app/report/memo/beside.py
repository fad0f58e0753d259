"""What several regimes say of one thing, side by side; nothing where only one of them speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.cells import Strong
from app.report.content.findings import decisive
from app.report.content.regimes import concluded, of_regime, with_authority
from app.report.content.words import conclusion_words, named, practice_words
from app.report.memo.bottom import main_of
from app.report.tables import AnyRow, Column, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.report.blocks import Block
    from app.report.cells import Cell
    from app.report.content.conclusion import Conclusion
    from app.report.content.matter import Matter

_FIRST = 22


def classifications(matter: Matter) -> Iterator[Block]:
    """The classification of each item, a column a regime."""
    note = (
        "The regimes count by their own limits, codes and notes. One result says nothing of the other; "
        "each is reached from the same facts."
    )
    yield from _beside(matter, "classification", "The classifications side by side", note)


def authorisations(matter: Matter) -> Iterator[Block]:
    """Whether each delivery needs a licence, a column a regime, with the authority to ask."""
    note = (
        "Where more than one column requires a licence, each is needed: a licence of one authority "
        "does not stand in for that of another."
    )
    yield from _beside(
        matter, "licence", "Licences side by side, each with its own authority", note
    )


def _beside(matter: Matter, kind: str, caption: str, note: str) -> Iterator[Block]:
    regimes = [name for name in concluded(matter, kind) if name]
    if len(regimes) < 2:  # noqa: PLR2004  # side by side takes two
        return
    heads = [with_authority(matter, n) if kind == "licence" else n for n in regimes]
    width = (100 - _FIRST) / len(regimes)
    columns = (Column("About", _FIRST), *(Column(head, width) for head in heads))
    every = {name: main_of(of_regime(matter.of_kind(kind), name)) for name in regimes}
    yield table(caption, columns, list(_rows(matter, every)), look="dense", note=note)


def _rows(matter: Matter, every: dict[str, list[Conclusion]]) -> Iterator[AnyRow]:
    of = {each.found.keys: each.stated.of for found in every.values() for each in found}
    for keys, scope in of.items():
        cells = [_cell(matter, found, keys) for found in every.values()]
        yield row(named(matter, scope, keys), *cells)


def _cell(matter: Matter, found: list[Conclusion], keys: tuple[str, ...]) -> Cell:
    mine = next((each for each in found if each.found.keys == keys), None)
    if mine is None:
        return Strong("Does not arise", "This regime draws no conclusion here.")
    why = " ".join(filter(None, (practice_words(mine.found), decisive(matter, mine))))
    return Strong(conclusion_words(mine.found), f"{why} {mine.confidence.grade.capitalize()}.")
