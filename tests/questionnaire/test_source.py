"""YAML as places: what is wrong is said with file, line and column, and all at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.questionnaire.source import Complaints, Place, meant, read


def complaints_of(text: str, *fields: str) -> list[str]:
    complaints = Complaints()
    place = read("a.yaml", text, complaints)
    if place:
        place.fields(fields or ("a", "b"))
    return [str(problem) for problem in complaints.problems]


def place_of(text: str) -> tuple[Place, Complaints]:
    complaints = Complaints()
    place = read("a.yaml", text, complaints)
    assert place
    return place, complaints


def test_no_and_norway_are_the_words_that_stand_there() -> None:
    place, _ = place_of("[no, NO, yes, 010]")
    assert [item.text() for item in place.items()] == ["no", "NO", "yes", "010"]


def test_an_unknown_field_is_named_with_what_was_meant() -> None:
    assert complaints_of("tittle: x", "title") == [
        "a.yaml:1:1: unknown field 'tittle'; did you mean 'title'?"
    ]


def test_every_wrong_name_is_complained_about_at_once() -> None:
    assert set(complaints_of("a: 1\nzz: 2\na: 3\nyy: 4")) == {
        "a.yaml:3:1: 'a' stands here twice",
        "a.yaml:2:1: unknown field 'zz'; known here: a, b",
        "a.yaml:4:1: unknown field 'yy'; known here: a, b",
    }


def test_a_missing_field_is_complained_about_where_it_should_stand() -> None:
    place, complaints = place_of("a: 1")
    place.fields(("a", "b"), ("a", "b"))
    assert [str(each) for each in complaints.problems] == ["a.yaml:1:1: 'b' is missing"]


def test_a_file_that_is_not_yaml_says_where() -> None:
    (complaint,) = complaints_of("a: [1, 2\nb: 3")
    assert complaint.startswith("a.yaml:2:")


def test_an_empty_file_says_so() -> None:
    assert complaints_of("") == ["a.yaml:1:1: the file is empty"]


def test_a_control_character_is_refused_with_its_line() -> None:
    (complaint,) = complaints_of("a: 1\nb: \x07")
    assert complaint.startswith("a.yaml:2:")


def test_nesting_that_would_end_the_process_is_refused() -> None:
    (complaint,) = complaints_of("[" * 100)
    assert "nested more than 60 levels" in complaint
    (complaint,) = complaints_of("[" * 100_000)
    assert "nest" in complaint


def test_references_are_refused() -> None:
    (complaint,) = complaints_of("a: &x [1]\nb: *x")
    assert "a.yaml:2:4: references" in complaint


@pytest.mark.parametrize("text", ["[1]", "{a: 1}", "''"])
def test_a_place_that_is_no_text_is_complained_about_and_reads_as_nothing(text: str) -> None:
    place, complaints = place_of(text)
    assert place.text() == ""
    assert len(complaints.problems) == 1


def test_a_number_that_is_none_is_complained_about() -> None:
    place, complaints = place_of("[12, 4.5, nan, twelve]")
    assert [item.number() for item in place.items()] == [12, 4.5, 0, 0]
    assert len(complaints.problems) == 2


def test_a_date_that_is_none_is_complained_about() -> None:
    place, complaints = place_of("2026-02-30")
    place.date()
    assert "expected a date like" in complaints.problems[0].message


def test_a_name_near_nothing_is_answered_with_what_is_known() -> None:
    assert meant("zzzz", ["alpha", "beta"]) == "; known here: alpha, beta"


@given(st.text(max_size=200))
def test_any_text_is_read_or_complained_about(text: str) -> None:
    complaints = Complaints()
    place = read("a.yaml", text, complaints)
    assert place is not None or complaints.problems
