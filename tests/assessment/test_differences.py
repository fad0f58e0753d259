"""Answers, facts and laws side by side, each apart and in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.assessment.answer_difference import answer_differences, fact_differences
from app.assessment.assessment import assess
from app.assessment.law_difference import Change, changes_between, law_differences
from tests.assessment.another import LIMIT_RAISED, another
from tests.assessment.made import made
from tests.assessment.test_flips import AUTUMN, FAST, SLOW

if TYPE_CHECKING:
    from app.assessment.answers import Answer

OLD = made()


def test_a_changed_answer_is_told_in_the_words_of_its_question() -> None:
    (found,) = answer_differences(assess(OLD, FAST, AUTUMN), assess(OLD, SLOW, AUTUMN))
    assert (found.question, found.subject) == ("How fast is it?", "Nova")
    assert (found.before, found.after) == ("FP8 1,979 TFLOPS", "FP8 10 TFLOPS")
    assert found.change is Change.CHANGED


def test_answers_come_and_go_with_companions_and_members_by_name() -> None:
    more: dict[str, Answer] = {
        **FAST,
        "items": ("i1", "i2"),
        "items.i2.item_name": "Box",
        "items.i2.datacenter": False,
        "items.i1.area.source": "data sheet, page 2",
        "items.i2.item_inside": "i1",
    }
    before, after = assess(OLD, FAST, AUTUMN), assess(OLD, more, AUTUMN)
    came = {each.address: each for each in answer_differences(before, after)}
    assert came["items"].after == "Nova, Box"
    assert came["items.i1.area.source"].question == "How large is the die? (source)"
    assert came["items.i2.item_inside"].after == "Nova"
    assert came["items.i2.datacenter"].after == "No"
    assert came["items.i2.datacenter"].change is Change.ADDED
    went = {each.address: each for each in answer_differences(after, before)}
    assert went["items.i2.datacenter"].change is Change.REMOVED
    assert went["items.i2.datacenter"].subject == "i2"


def test_not_known_and_not_answered_are_two_states_and_no_is_not_zero() -> None:
    unknown: dict[str, Answer] = {**FAST, "items.i1.datacenter": None}
    missing = {at: each for at, each in FAST.items() if at != "items.i1.datacenter"}
    (came,) = answer_differences(assess(OLD, missing, AUTUMN), assess(OLD, unknown, AUTUMN))
    assert (came.change, came.before, came.after) == (Change.ADDED, "", "not known")


def test_an_erased_answer_is_told_as_erased() -> None:
    told: dict[str, Answer] = {**FAST, "parties": ("p1",), "parties.p1.party_name": "Beispiel GmbH"}
    gone = {at: each for at, each in told.items() if not at.endswith("party_name")}
    before, after = assess(OLD, gone, AUTUMN), assess(OLD, told, AUTUMN)
    erased = frozenset({"parties.p1.party_name"})
    (found,) = answer_differences(before, after, erased)
    assert found.before == "erased"


def test_an_answer_to_a_question_that_is_gone_keeps_the_words_it_had() -> None:
    less = another(
        (
            "  datacenter: {section: items, of: item, kind: yes_no,",
            "  sold: {section: items, of: item, kind: yes_no,",
        ),
        ("when: not datacenter", "when: not sold"),
    )
    after = {at: each for at, each in FAST.items() if at != "items.i1.datacenter"}
    (found,) = answer_differences(assess(OLD, FAST, AUTUMN), assess(less, after, AUTUMN))
    assert found.question == "Is it sold for data centers?"
    assert found.change is Change.REMOVED


def test_facts_hold_figures_and_only_answers_that_count() -> None:
    found = {
        each.id: each
        for each in fact_differences(assess(OLD, FAST, AUTUMN), assess(OLD, SLOW, AUTUMN))
    }
    assert found["items.i1.power"].before == "15,832 TPP"
    assert found["items.i1.power"].after == "80 TPP"
    assert found["items.i1.speed"].fact == "throughput"
    paper: dict[str, Answer] = {**FAST, "items.i1.kind": "paper"}
    closed = {
        each.id: each
        for each in fact_differences(assess(OLD, FAST, AUTUMN), assess(OLD, paper, AUTUMN))
    }
    assert closed["items.i1.area"].change is Change.REMOVED


def test_the_same_law_does_not_differ_and_places_in_files_do_not_count() -> None:
    assert law_differences(OLD, OLD) == ()
    moved = another(("\nrules:\n", "\n# a remark\n\nrules:\n"))
    assert moved.hash != OLD.hash
    assert law_differences(OLD, moved) == ()


@pytest.mark.parametrize(
    ("replaced", "kind", "id_", "words"),
    [
        (LIMIT_RAISED, "threshold", "limit_a", ("4,800 TPP from", "20,000 TPP from 1 October")),
        (("[CN, NO]", "[CN]"), "list", "listed", ("CN, NO from", "CN from 1 September 2026")),
        (
            ("2025-05-13, is: not_enforced", "2025-05-13, is: stayed"),
            "standing",
            "everywhere",
            ("not enforced from 13 May 2025", "stayed from 13 May 2025"),
        ),
        (("is: power >= limit_a", "is: power > limit_a"), "rule", "is_a", ("", "")),
        (
            ("value: power / area", "value: 2 * power / area"),
            "figure",
            "density",
            ("power / area", "2 * power / area"),
        ),
        (("tone: none}\n  licence", "tone: open}\n  licence"), "conclusion", "class", ("", "")),
        (("How large is the die?", "How big is the die?"), "question", "area", ("large", "big")),
    ],
)
def test_what_differs_between_two_laws_is_named(
    replaced: tuple[str, str], kind: str, id_: str, words: tuple[str, str]
) -> None:
    (found,) = law_differences(OLD, another(replaced))
    assert (found.kind, found.id, found.change) == (kind, id_, Change.CHANGED)
    assert words[0] in found.before
    assert words[1] in found.after


def test_a_rule_that_is_new_or_gone_is_told_with_its_elements() -> None:
    more = """
rules:
  is_c:
    {of: item, kind: classification, entry: C, title: any chip, when: kind == chip, cites: [law/C]}
"""
    (came,) = law_differences(OLD, another(more=more))
    assert (came.kind, came.title, came.change) == ("rule", "C: any chip", Change.ADDED)
    assert came.after == "kind == chip"
    (went,) = law_differences(another(more=more), OLD)
    assert went.change is Change.REMOVED


def test_what_a_law_changes_by_itself_between_two_days_is_listed() -> None:
    found = changes_between(OLD, dt.date(2025, 2, 1), dt.date(2026, 11, 1))
    assert [(each.kind, each.id) for each in found] == [
        ("standing", "everywhere"),
        ("list", "listed"),
    ]
    assert found == changes_between(OLD, dt.date(2026, 11, 1), dt.date(2025, 2, 1))


def test_a_whole_number_read_back_from_a_file_is_printed_as_a_number() -> None:
    before, after = ({**FAST, "items.i1.area": area} for area in (814, 815))
    (found,) = answer_differences(assess(OLD, before, AUTUMN), assess(OLD, after, AUTUMN))
    assert (found.before, found.after) == ("814 mm²", "815 mm²")
