"""Not known is never no: what frees a shipment rests on answers, and falls with each of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.assessment.determination import arises, outcomes, possible
from app.assessment.evaluation import Evaluation, evaluate
from app.assessment.law import TEXT
from app.operations.samples import Sample, samples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.answers import Answer
    from app.questionnaire.definition import Questionnaire

TODAY = dt.date(2026, 11, 25)
FREEING = {"available", "conditions", "covered"}
SAMPLES = samples()

Key = tuple[str, tuple[str, ...]]


def _frees(law: Questionnaire, key: Key, value: str) -> bool:
    """Whether an outcome asks for nothing, or lets go what another one holds."""
    stated = law.determinations[key[0]].outcomes
    return value in FREEING or any(o.value == value and o.tone == "none" for o in stated)


def _favourable(evaluation: Evaluation) -> dict[Key, str]:
    """Every settled conclusion that frees, with its value."""
    found = outcomes(evaluation)
    return {
        key: values[0]
        for key, values in found.items()
        if len(values) == 1 and _frees(evaluation.questionnaire, key, values[0])
    }


def _concludes(evaluation: Evaluation, key: Key) -> tuple[str, ...]:
    stated = evaluation.questionnaire.determinations[key[0]]
    if not arises(evaluation, stated, key[1]):
        return ()
    return tuple(o.value for o in possible(evaluation, stated, key[1], TEXT))


def _open_addresses(evaluation: Evaluation) -> Iterator[str]:
    """Where answers stand that can be taken back: not which members there are."""
    groups = evaluation.questionnaire.group_of_plural
    return (each for each in evaluation.answers if each not in groups)


def _rests_on(evaluation: Evaluation, key: Key, value: str) -> Evaluation:
    """The least that still settles a conclusion: what it does without is taken back."""
    for address in tuple(_open_addresses(evaluation)):
        less = evaluation.withdrawn(address)
        evaluation = less if _concludes(less, key) == (value,) else evaluation
    return evaluation


def _members(law: Questionnaire, sample: Sample) -> dict[str, Answer]:
    return {plural: sample.answers.get(plural, ()) for plural in law.group_of_plural}


@pytest.fixture(params=SAMPLES, ids=[each.id for each in SAMPLES], scope="module")
def sample(request: pytest.FixtureRequest) -> Sample:
    """Each sample that ships."""
    found: Sample = request.param
    return found


@pytest.mark.parametrize("whole", [False, True], ids=["groups left open", "groups whole"])
def test_nothing_answered_frees_nothing(law: Questionnaire, sample: Sample, whole: bool) -> None:
    groups = _members(law, sample)
    complete = {f"{plural}.complete": True for plural in groups} if whole else {}
    assert _favourable(evaluate(law, {**groups, **complete}, TODAY)) == {}


def test_an_answer_not_known_frees_nothing_that_was_not_free(
    law: Questionnaire, sample: Sample
) -> None:
    before = evaluate(law, sample.answers, TODAY)
    free = _favourable(before)
    held = outcomes(before).keys() - free.keys()
    freed = {
        address: more
        for address in _open_addresses(before)
        if (more := held & _favourable(before.given(address, None)).keys())
    }
    assert freed == {}


def test_what_frees_rests_on_answers_and_opens_without_any_of_them(
    law: Questionnaire, sample: Sample
) -> None:
    before = evaluate(law, sample.answers, TODAY)
    for key, value in _favourable(before).items():
        least = _rests_on(before, key, value)
        carried = tuple(_open_addresses(least))
        assert carried, f"{key} is {value} whatever is answered"
        for address in carried:
            left = _concludes(least.given(address, None), key)
            assert len(left) != 1 or not _frees(law, key, left[0]), (key, address, left)
