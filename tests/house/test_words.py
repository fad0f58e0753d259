"""What the project's own files must not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.house.tree import ROOT, tracked_files

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each has one letter in brackets, so that this file does not find itself.
OF_A_WORKPLACE = re.compile(r"/(?:wor[k]|roo[t])/|\bsub-?agen[t]|\bthis sessio[n]\b", re.IGNORECASE)
REGISTRIES = re.compile(
    r"pyp[i]\.org|pythonhoste[d]\.org|npmj[s]\.(?:org|com)|(?:deb|snapshot|security)\.debia[n]\.org",
)


def _lines_that_match(pattern: re.Pattern[str]) -> Iterator[str]:
    for path in tracked_files():
        if path.name == "uv.lock":
            continue
        text = path.read_bytes().decode("utf-8", errors="replace")
        if "\0" in text or not pattern.search(text):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"


def test_no_file_speaks_of_the_place_it_was_written_in() -> None:
    assert not list(_lines_that_match(OF_A_WORKPLACE))


def test_only_the_lock_file_names_a_registry() -> None:
    assert not list(_lines_that_match(REGISTRIES))


@pytest.mark.parametrize("wrong", ["/{}/main", "a sub{}", "as this {} found"])
def test_the_search_would_find_such_words(wrong: str) -> None:
    filled = [wrong.format(word) for word in ("work", "agent", "session")]
    assert any(OF_A_WORKPLACE.search(text) for text in filled)
