"""Answers, moments and texts survive the way to text and back."""

from __future__ import annotations

import datetime as dt
import json
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store import codec
from app.store.errors import UnusableValue
from tests.store.sample import START, answers, json_values, text


@given(answers)
def test_an_answer_comes_back_as_it_was_and_of_the_same_type(answer: codec.Answer) -> None:
    back = codec.from_json(json.loads(codec.canonical(codec.to_json(answer))))
    assert back == answer
    assert type(back) is type(answer)


def test_a_frozen_table_comes_back_as_a_plain_dict() -> None:
    table = MappingProxyType({"fp8": 1979.0, "fp4": None, "note": "none"})
    assert codec.from_json(codec.to_json(table)) == {"fp8": 1979.0, "fp4": None, "note": "none"}


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), 10**300, object(), (1,), {"row": True}, {"row": (1,)}, {1: 2}],
)
def test_what_is_no_answer_is_refused_before_it_is_stored(value: object) -> None:
    with pytest.raises(UnusableValue):
        codec.to_json(value)  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize("value", [[1], [None], {"row": []}, {"row": False}, b""])
def test_json_that_is_no_answer_is_refused(value: object) -> None:
    with pytest.raises(UnusableValue):
        codec.from_json(value)


@given(json_values)
def test_canonical_and_readable_json_say_the_same_and_can_be_written_as_utf8(
    value: codec.Json,
) -> None:
    for written in (codec.canonical(value), codec.readable(value)):
        assert json.loads(written.encode()) == value


def test_canonical_json_does_not_depend_on_the_order_of_keys() -> None:
    assert codec.digest_of({"a": 1, "b": 2}) == codec.digest_of({"b": 2, "a": 1})
    assert codec.canonical({"b": 1, "a": "é"}) == '{"a":"é","b":1}'


def test_a_moment_is_kept_in_utc_whatever_its_zone() -> None:
    there = START.astimezone(dt.timezone(dt.timedelta(hours=8)))
    assert codec.stamp(there) == "2026-01-05T09:30:00.000000+00:00"
    assert codec.moment_of(codec.stamp(there)) == START


def test_a_moment_without_a_zone_is_refused_both_ways() -> None:
    with pytest.raises(ValueError, match="zone"):
        codec.stamp(START.replace(tzinfo=None))
    with pytest.raises(ValueError, match="zone"):
        codec.moment_of("2026-01-05T09:30:00")


@given(st.datetimes(timezones=st.just(dt.UTC)), st.datetimes(timezones=st.just(dt.UTC)))
def test_stamps_sort_as_their_moments_do(one: dt.datetime, other: dt.datetime) -> None:
    assert (codec.stamp(one) < codec.stamp(other)) == (one < other)


@given(text)
def test_plain_text_can_be_written_and_is_changed_only_where_it_must_be(words: str) -> None:
    assert len(codec.plain(words).encode()) >= len(words)
    assert codec.is_plain(words) == (codec.plain(words) == words != "")


def test_search_knows_no_case_width_or_composed_letters() -> None:
    assert codec.sought("STRASSE") == codec.sought("straße")
    assert codec.sought("\uff28\uff11\uff10\uff10") == codec.sought("h100")
    assert codec.sought("e\u0301") == codec.sought("É")


def test_words_are_found_at_any_depth_of_a_summary() -> None:
    assert codec.words_of({"a": ["x", {"b": "y"}], "n": 3, "t": ("z",)}) == ["x", "y", "z"]
