"""OFAC's SDN list as csv: twelve columns without a header, ``-0-`` where there is nothing.

Other names stand in a file of their own, ``alt.csv``, and as ``a.k.a.`` in the remarks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from app.screening.formats.csl import KINDS
from app.screening.listed import Kind, Listed
from app.screening.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.screening.formats.notes import Notes

FORMAT = "sdn-csv"
COLUMNS = 12
_NOTHING = "-0-"
_ALIAS = re.compile(r"(?:a\.k\.a\.|f\.k\.a\.|n\.k\.a\.)\s*['\"]?([^;'\"]+)['\"]?")
_END = "\x1a"


def is_row(cells: list[str]) -> bool:
    """Whether a first row is one of this list: a number, a name, nothing or a type."""
    return len(cells) == COLUMNS and cells[0].strip().isdigit() and _text(cells[1]) != ""


def read(stream: TextIO, notes: Notes) -> Iterator[Listed]:
    """The parties of the file, one row each."""
    for row, cells in rows(_until_its_end(stream), notes.bad_row, width=COLUMNS):
        if is_row(cells):
            yield _listed([_text(cell) for cell in cells])
        else:
            notes.omit(row, "", "does not begin with a number and a name")


def _until_its_end(stream: TextIO) -> Iterator[str]:
    """The file ends with a mark of its own, which is no row."""
    return (line for line in stream if line.strip() != _END)


def _text(cell: str) -> str:
    text = " ".join(cell.split())
    return "" if text == _NOTHING else text


def _listed(cells: list[str]) -> Listed:
    number, name, kind, programme, title, *_, remarks = cells
    programmes = re.findall(r"[^\[\]]+", programme)
    return Listed(
        key=f"SDN:{number}",
        source="SDN",
        name=name,
        kind=KINDS.get(kind.lower(), Kind.ENTITY),  # the file leaves a firm's kind empty
        aliases=tuple(alias.strip() for alias in _ALIAS.findall(remarks)),
        programmes=tuple(each.strip() for each in programmes if each.strip()),
        remarks="; ".join(filter(None, (title, remarks))),
    )
