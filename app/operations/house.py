"""A firm's own, kept in the library for all its documents: name, logo, legend, paper, templates."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import TYPE_CHECKING

from app.report.house import House, Legend
from app.report.jobs import Paper
from app.report.logo import LogoRefusedError, checked_logo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.store.codec import Json
    from app.store.library import Library

_KEY = "house"
TEMPLATES = "templates"
"""The folder of a firm's own templates, beside the library."""


def templates_of(library: Path) -> Path:
    """Where own templates lie: beside the library's file, whether there are any or not."""
    return library.parent / TEMPLATES


def house_of(library: Library) -> House:
    """What is set; a value that makes no sense is as if unset."""
    kept = library.settings.read().get(_KEY)
    house = _read(kept) if isinstance(kept, dict) else House()
    own = templates_of(library.path)
    return replace(house, templates=(own,)) if own.is_dir() else house


def _read(kept: Mapping[str, Json]) -> House:
    legends, papers = {each.value for each in Legend}, {each.value for each in Paper}
    legend, paper = kept.get("legend"), kept.get("paper")
    return House(
        name=_text(kept, "name"),
        legend=Legend(legend) if legend in legends else Legend.NONE,
        counsel=_text(kept, "counsel"),
        paper=Paper(paper) if paper in papers else Paper.LETTER,
        logo=_logo(_text(kept, "logo")),
    )


def _text(kept: Mapping[str, Json], key: str) -> str:
    value = kept.get(key)
    return value if isinstance(value, str) else ""


def _logo(text: str) -> bytes:
    """The logo, looked at again: a library can come from anyone."""
    try:
        return checked_logo(base64.b64decode(text, validate=True)) if text else b""
    except (ValueError, LogoRefusedError):
        return b""


def keep_house(library: Library, house: House) -> None:
    """Set a firm's own.

    Raises:
        LogoRefusedError: the logo may not stand in documents.
        StoreError: the library cannot be written.
    """
    logo = checked_logo(house.logo) if house.logo else b""
    kept: dict[str, Json] = {
        "name": house.name.strip()[:120],
        "legend": house.legend.value,
        "counsel": house.counsel.strip()[:120],
        "paper": house.paper.value,
        "logo": base64.b64encode(logo).decode(),
    }
    library.settings.put(_KEY, kept)


def read_logo(path: Path) -> bytes:
    """A logo from a file.

    Raises:
        LogoRefusedError: it cannot be read, or may not stand in documents.
    """
    try:
        return checked_logo(path.read_bytes())
    except OSError as error:
        raise LogoRefusedError(f"{path}: not read ({error.strerror}).") from error
