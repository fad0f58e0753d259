"""The laws that stand in a library, each read once however many revisions were decided under it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.questionnaire.loader import load
from app.questionnaire.source import QuestionnaireError
from app.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.questionnaire.definition import Questionnaire
    from app.store.library import Library


def law_text(texts: Mapping[str, str]) -> str:
    """The text under which a law is stored; a revision names it by its hash."""
    return json.dumps(dict(texts), sort_keys=True)


class Shelf:
    """Laws by the hash under which a revision names them."""

    def __init__(self, library: Library, *known: Questionnaire) -> None:
        self._library = library
        self._read: dict[str, Questionnaire] = {}
        self._known = {each.hash: each for each in known}
        self.troubles: dict[str, str] = {}

    def law(self, mark: str) -> Questionnaire | None:
        """The law with this hash; None where it cannot be read, and ``troubles`` says why."""
        if mark not in self._read and mark not in self.troubles:
            try:
                self._read[mark] = self._load(json.loads(self._library.laws.get(mark)))
            except (StoreError, QuestionnaireError, ValueError) as error:
                first = str(error).splitlines()[0]
                self.troubles[mark] = f"law {mark[:12]} cannot be read by this program: {first}"
        return self._read.get(mark)

    def _load(self, texts: Mapping[str, str]) -> Questionnaire:
        found = load(texts)
        return self._known.setdefault(found.hash, found)
