"""Answers as words, and worked cases: what does not hold is told as a sentence."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from app.assessment.answers import (
    AnswerError,
    addresses,
    from_words,
    is_blank_table,
    keys_in,
    next_key,
)
from app.assessment.cases import failures
from app.questionnaire.loader import load
from tests.assessment.made import made

QUESTIONNAIRE = made(
    """
questions:
  uses: {section: items, of: item, kind: some_of, ask: For what?, options: {a: A, b: B}, printed: yes}
  day_made: {section: items, of: item, kind: date, ask: When?, printed: yes}
"""
)


@pytest.mark.parametrize(
    ("question", "words", "answer"),
    [
        ("area", "814", 814.0),
        ("area", "814 mm2", 814.0),
        ("area", "not known", None),
        ("datacenter", "no", False),
        ("kind", "chip", "chip"),
        ("uses", "none", ()),
        ("uses", "a", ("a",)),
        ("uses", ("a", "b"), ("a", "b")),
        ("party_destinations", ("d1",), ("d1",)),
        ("country", "NO", "NO"),
        ("day_made", "2026-01-02", "2026-01-02"),
        ("speed", {"fp8": "3", "fp16": "none"}, {"fp8": 3.0, "fp16": "none"}),
        ("speed", {"fp8": "not known"}, {"fp8": None}),
    ],
)
def test_an_author_writes_answers_as_words(question: str, words: Any, answer: Any) -> None:  # noqa: ANN401
    assert from_words(QUESTIONNAIRE.questions[question], words) == answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("area", "large"),
        ("area", "nan"),
        ("area", "inf"),
        ("datacenter", "maybe"),
        ("kind", "cihp"),
        ("kind", ("chip", "box")),
        ("uses", "z"),
        ("uses", ("a", "z")),
        ("day_made", "2026-02-30"),
        ("speed", {"fp4": "1"}),
        ("speed", {"fp8": "fast"}),
        ("area", {"fp8": "1"}),
    ],
)
def test_words_that_do_not_answer_the_question_are_refused(question: str, words: Any) -> None:  # noqa: ANN401
    with pytest.raises(AnswerError, match=question):
        from_words(QUESTIONNAIRE.questions[question], words)


def test_a_key_is_never_given_twice_even_if_only_an_answer_still_names_it() -> None:
    assert next_key({}, "items", "i") == "i1"
    assert next_key({"items": ("i1",), "items.i2.kind": "chip"}, "items", "i") == "i3"
    named: dict[str, Any] = {"items": (), "items.i1.item_inside": "i2", "parties.p1.x": ("i3",)}
    assert next_key(named, "items", "i") == "i4"


def test_an_address_is_a_question_behind_the_keys_of_its_scope() -> None:
    answers: dict[str, Any] = {
        "items.i1.kind": "chip",
        "items.i1.kind.source": "p. 3",
        "x": 1.0,
        "items": (),
    }
    assert list(addresses(QUESTIONNAIRE, answers)) == [("items.i1.kind", "kind")]
    assert keys_in("items.i1.destinations.d1.x") == ("i1", "d1")


def test_a_table_of_nothing_but_gaps_is_blank() -> None:
    assert is_blank_table({"fp8": None})
    assert not is_blank_table({"fp8": "none"})
    assert not is_blank_table(3.0)


ANSWERED = """
  answers: {items.i1: {kind: chip, speed: {fp8: 242, fp16: none}, datacenter: yes, area: AREA},
            destinations.d1: {country: CN}}
"""


def told(case: str, area: str = "300") -> list[str]:
    text = f"- case: it holds\n{ANSWERED.replace('AREA', area)}{case}"
    law = load({**QUESTIONNAIRE.texts, "made/a.cases.yaml": text}, with_cases=True)
    return list(failures(law, law.cases[0]))


@pytest.mark.parametrize(
    "expect",
    [
        "{items.i1: {power: 1936, density: 6.5, class: B, is_a: no, is_b: yes}}",
        "{items.i1: {class: {text: B, practice: B, confidence: firm}}}",
        "{items.i1.destinations.d1: {licence: required, everywhere: {text: yes, practice: no}}}",
        "{items.i1.kind: chip}",
    ],
)
def test_a_case_that_holds_says_nothing(expect: str) -> None:
    assert told(f"  complete: [items]\n  expect: {expect}\n") == []


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("{items.i1: {power: 1937}}", "items.i1.power is 1936.0, not 1937"),
        ("{items.i1: {power: fast}}", "items.i1.power is 1936.0, not fast"),
        ("{items.i1: {is_a: yes}}", "items.i1.is_a is no, not yes"),
        ("{items.i1: {class: A}}", "items.i1.class is [B], not A"),
        ("{items.i1: {class: {confidence: arguable}}}", "is confidence: firm, not"),
        ("{items.i2: {is_a: yes}}", "'items.i2.is_a' has the wrong members for is_a"),
        ("{items.i1: {nonsense: yes}}", "'items.i1.nonsense' names nothing that has a value"),
    ],
)
def test_what_does_not_hold_is_told_with_what_was_found(expect: str, said: str) -> None:
    (sentence,) = told(f"  expect: {expect}\n")
    assert said in sentence


def test_what_is_not_known_is_expected_as_such_or_by_its_candidates() -> None:
    expect = "  expect: {items.i1: {class: [B, neither], density: not known, is_b: not known}}\n"
    assert told(expect + "  settled_by: {items.i1.class: [items.i1.area]}\n", "not known") == []
    assert told("  expect: {items.i1: {class: not known}}\n", "not known") == []
    (wrong,) = told("  expect: {}\n  settled_by: {items.i1.class: [items.i1.kind]}\n", "not known")
    assert wrong == "items.i1.class is settled by [items.i1.area], not [items.i1.kind]"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("{items.i1: {nonsense: 3}}", "is no question's address"),
        ("{things.i1: {kind: chip}}", "'things' is no group"),
        ("{items.i1: {kind: cihp}}", "kind takes chip, box, paper"),
    ],
)
def test_answers_that_cannot_be_are_told(answers: str, said: str) -> None:
    text = f"- {{case: c, answers: {answers}, expect: {{}}}}"
    law = load({**QUESTIONNAIRE.texts, "made/a.cases.yaml": text}, with_cases=True)
    (sentence,) = failures(law, law.cases[0])
    assert said in sentence


def test_a_day_before_the_law_is_told() -> None:
    assert "before the law" in told(f"  day: {dt.date(2019, 1, 1)}\n  expect: {{}}\n")[0]
