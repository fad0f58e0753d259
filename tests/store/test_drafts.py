"""A draft keeps every answer, and every step can be taken back and taken again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store.drafts import same, stacks
from app.store.errors import Final, UnusableValue
from tests.store.sample import NAME, START, addresses, answers, begin, fill, later, save_revision

if TYPE_CHECKING:
    from app.store.codec import Answer
    from app.store.library import Library

one_library = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
batches = st.lists(st.dictionaries(addresses, answers, max_size=4), max_size=6)


@one_library
@given(given_answers=st.dictionaries(addresses, answers), personal=st.sets(addresses, max_size=3))
def test_answers_written_are_the_answers_read(
    library: Library, given_answers: dict[str, Answer], personal: set[str]
) -> None:
    key = begin(library)
    library.drafts.write(key, given_answers, START, "A.", personal=personal)
    read = library.drafts.read(key)
    assert read.answers.keys() == given_answers.keys()
    assert all(same(read.answers[at], answer) for at, answer in given_answers.items())
    assert read.erased == ()


@one_library
@given(steps=batches, undone=st.integers(0, 6))
def test_undo_and_redo_lead_through_the_same_states(
    library: Library, steps: list[dict[str, Answer]], undone: int
) -> None:
    key = begin(library)
    states = [library.drafts.read(key).answers]
    for minute, step in enumerate(steps):
        after = library.drafts.write(key, step, later(minute), "A.").answers
        if len(library.drafts.history(key)) == len(states):
            states.append(after)
    last = len(states) - 1
    for back in range(1, min(undone, last) + 1):
        assert library.drafts.undo(key, later(10), "A.").answers == states[last - back]
    for forth in range(last - min(undone, last) + 1, last + 1):
        assert library.drafts.redo(key, later(11), "A.").answers == states[forth]
    assert not library.drafts.can_redo(key)
    assert library.drafts.can_undo(key) == (last > 0)


@one_library
@given(commands=st.lists(st.sampled_from("gur"), max_size=25))
def test_undo_never_leaves_the_answers_and_the_history_apart(
    library: Library, commands: list[str]
) -> None:
    key = begin(library)
    drafts = library.drafts
    past: list[object] = []
    state: object = {}
    ahead: list[object] = []
    for number, command in enumerate(commands):
        if command == "g":
            past, ahead = [*past, state], []
            state = drafts.write(key, {"a": number}, START, "A.").answers
        elif command == "u":
            if past:
                ahead, state = [*ahead, state], past.pop()
            assert drafts.undo(key, START, "A.").answers == state
        else:
            if ahead:
                past, state = [*past, state], ahead.pop()
            assert drafts.redo(key, START, "A.").answers == state
    assert (drafts.can_undo(key), drafts.can_redo(key)) == (bool(past), bool(ahead))


def test_not_known_and_unanswered_are_two_things(library: Library) -> None:
    key = begin(library)
    library.drafts.write(key, {"a": None, "b": 1}, START, "A.")
    library.drafts.write(key, {}, later(1), "A.", withdrawn=["b"])
    assert library.drafts.read(key).answers == {"a": None}
    assert library.drafts.undo(key, later(2), "A.").answers == {"a": None, "b": 1}


def test_an_answer_given_again_is_no_step(library: Library) -> None:
    key = begin(library)
    for _ in range(3):
        library.drafts.write(key, {"a": 1, NAME: "Ann"}, START, "A.", personal={NAME})
    assert len(library.drafts.history(key)) == 1
    assert len(library.people.read(key)) == 1


def test_one_is_not_true_and_not_one_point_nought(library: Library) -> None:
    key = begin(library)
    for answer in (1, True, 1.0):
        read = library.drafts.write(key, {"a": answer}, START, "A.").answers["a"]
        assert type(read) is type(answer)
    assert len(library.drafts.history(key)) == 3


def test_the_history_says_who_changed_what_when(library: Library) -> None:
    key = begin(library)
    library.drafts.write(key, {"a": 1}, later(1), "Ann")
    library.drafts.write(key, {"a": None, "b": ()}, later(2), "Bob")
    first, second = library.drafts.history(key)
    assert (first.who, first.moment, second.who) == ("Ann", later(1), "Bob")
    assert [(one.address, one.old, one.new) for one in second.changes] == [
        ("a", "1", "null"),
        ("b", None, "[]"),
    ]


def test_an_answer_knows_when_it_was_given_and_the_assessment_when_it_changed(
    library: Library,
) -> None:
    key = begin(library)
    library.drafts.write(key, {"a": 1}, later(1), "A.")
    library.drafts.write(key, {"b": 2}, later(2), "A.")
    assert library.drafts.moments(key) == {"a": later(1), "b": later(2)}
    assert library.assessments.get(key).changed == later(2)


def test_nothing_to_undo_or_redo_changes_nothing(library: Library) -> None:
    key = begin(library)
    assert library.drafts.undo(key, START, "A.").answers == {}
    assert library.drafts.redo(key, START, "A.").answers == {}
    assert library.drafts.history(key) == ()


def test_undo_brings_back_what_was_said_of_a_person(library: Library) -> None:
    key = begin(library)
    library.drafts.write(key, {NAME: "Ann"}, START, "A.", personal={NAME})
    library.drafts.write(key, {NAME: "Anne"}, START, "A.", personal={NAME})
    assert library.drafts.undo(key, START, "A.").answers == {NAME: "Ann"}
    assert library.drafts.redo(key, START, "A.").answers == {NAME: "Anne"}


def test_the_draft_can_start_again_from_a_revision_and_back(library: Library) -> None:
    key = fill(library)
    library.drafts.write(key, {"new": True}, later(20), "A.", withdrawn=["items"])
    before = library.drafts.read(key)
    kept = library.revisions.read(key, 1).kept
    library.drafts.replace(key, kept, later(21), "A.")
    assert library.drafts.kept(key) == kept
    assert library.drafts.undo(key, later(22), "A.") == before


def test_a_text_of_a_hundred_thousand_characters_and_hard_ones_are_kept(library: Library) -> None:
    key = begin(library)
    hard = {"long": "ש😀" * 50_000, "zero": "a\0b", "bidi": "\u202eabc", "half": "\ud83d"}
    library.drafts.write(key, hard, START, "A.")
    assert library.drafts.read(key).answers == hard


@pytest.mark.parametrize("address", ["", "a\ud800"])
def test_what_is_no_address_is_refused(library: Library, address: str) -> None:
    key = begin(library)
    with pytest.raises(UnusableValue, match="no address"):
        library.drafts.write(key, {"good": 1, address: 1}, START, "A.")
    assert library.drafts.read(key).answers == {}


def test_the_history_cannot_be_changed_or_thinned(library: Library) -> None:
    fill(library)
    for sql in (
        "UPDATE batch SET who = 'x'",
        "UPDATE answer_history SET new_value = '1'",
        "DELETE FROM answer_history",
        "DELETE FROM batch",
    ):
        with pytest.raises(Final, match="history"):
            library.database.run(sql)


@pytest.mark.parametrize(
    "steps",
    [
        [(1, "undone", 1)],
        [(1, "given", None), (2, "redone", 1)],
        [(1, "given", None), (2, "given", None), (3, "undone", 1)],
    ],
)
def test_a_step_that_undoes_what_was_not_done_is_refused(
    steps: list[tuple[int, str, int | None]],
) -> None:
    with pytest.raises(ValueError, match="does not follow"):
        stacks(steps)


def test_a_revision_leaves_the_draft_as_it_is(library: Library) -> None:
    key = fill(library)
    before = library.drafts.read(key)
    save_revision(library, key, 30)
    assert library.drafts.read(key) == before
