"""The law that ships with the program, and the library at a place: what a window starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data import data_root
from app.questionnaire.loader import load, texts_below
from app.store.library import Library

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from app.questionnaire.definition import Questionnaire


def read_law() -> Questionnaire:
    """Read and check every shipped questionnaire.

    Raises:
        QuestionnaireError: something is wrong; it names everything that is.
    """
    return load(texts_below(data_root() / "questionnaires"))


def library_at(path: Path, moment: dt.datetime) -> Library:
    """Open the library at a path, or make one where nothing stands.

    Raises:
        StoreError: what stands there is no library, or cannot be read.
    """
    return Library.open(path, moment)
