"""The sample assessments that ship with the program: fictitious parties, public figures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.data import data_root
from app.store.codec import from_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.assessment.answers import Answer


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample: its name in the library, and every answer."""

    id: str
    name: str
    answers: Mapping[str, Answer]


def samples() -> tuple[Sample, ...]:
    """Every sample, by id."""
    folder = data_root() / "resources" / "samples"
    files = [entry for entry in folder.iterdir() if entry.name.endswith(".json")]
    return tuple(
        _sample(entry.name.removesuffix(".json"), entry.read_text(encoding="utf-8"))
        for entry in sorted(files, key=lambda entry: entry.name)
    )


def _sample(name: str, text: str) -> Sample:
    content = json.loads(text)
    answers = {address: from_json(value) for address, value in content["answers"].items()}
    return Sample(name, content["name"], answers)
