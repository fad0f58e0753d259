"""The page on the format and the reader know the same fields."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.questionnaire.definition import KINDS_OF_QUESTION, KINDS_OF_RULE, PARTS_OF_PLAN, STATES
from app.questionnaire.expression import GROUP_FUNCTIONS, MODAL_FUNCTIONS, PAIR_FUNCTIONS
from app.questionnaire.schema import ABOUT, CASE_FIELDS, ENTRIES, TOP_LEVEL

PAGE = (Path(__file__).parents[2] / "docs" / "questionnaire-format.md").read_text()


def fields_under(heading: str) -> set[str]:
    """The names in the first column of the table below a heading."""
    part = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in part.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])}


@pytest.mark.parametrize("kind", sorted(ENTRIES))
def test_the_page_lists_every_field_of_an_entry_and_no_other(kind: str) -> None:
    assert fields_under(f"`{kind}`") == set(ENTRIES[kind].fields)


def test_the_page_lists_the_top_level_fields_and_no_other() -> None:
    assert fields_under("Top level") == set(TOP_LEVEL)


def test_the_page_lists_what_a_folder_says_about_itself() -> None:
    assert fields_under("`about`") == set(ABOUT.fields)


def test_the_page_lists_the_fields_of_worked_cases() -> None:
    assert fields_under("Worked cases: `*.cases.yaml`") == set(CASE_FIELDS)


@pytest.mark.parametrize(
    "word",
    [*KINDS_OF_QUESTION, *KINDS_OF_RULE, *PARTS_OF_PLAN, *STATES],
)
def test_the_page_names_every_word_that_may_be_chosen(word: str) -> None:
    assert re.search(rf"\b{word}\b", PAGE)


@pytest.mark.parametrize("function", [*GROUP_FUNCTIONS, *PAIR_FUNCTIONS, *MODAL_FUNCTIONS, "date"])
def test_the_page_shows_every_function(function: str) -> None:
    assert f"{function}(" in PAGE
