"""Worked cases run against the law: what an author says must hold, held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.assessment.answers import Answer, AnswerError, from_words, keys_in
from app.assessment.confidence import confidence
from app.assessment.determination import Determination, determination
from app.assessment.evaluation import Evaluation, evaluate
from app.assessment.law import PRACTICE, TEXT, NotCovered, read_on
from app.assessment.settling import settled_by
from app.assessment.values import Span, Value

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire, WorkedCase

_TRUTHS: Mapping[object, Value] = {"yes": True, "no": False, "not known": None}


def answers_of(questionnaire: Questionnaire, case: WorkedCase) -> Mapping[str, Answer]:
    """The answers of a case; members that an address names exist.

    Raises:
        AnswerError: an address or an answer does not exist.
    """
    found: dict[str, Answer] = {}
    for address, written in case.answers.items():
        head, _, name = address.rpartition(".")
        _note_members(questionnaire, address, found)
        if name == "complete" and head in questionnaire.group_of_plural:
            found[address] = True
        elif name in questionnaire.questions:
            found[address] = from_words(questionnaire.questions[name], written)
        elif name not in found:
            message = f"{address!r} is no question's address"
            raise AnswerError(message)
    return MappingProxyType(found)


def _note_members(questionnaire: Questionnaire, address: str, found: dict[str, Answer]) -> None:
    parts = address.split(".")
    for plural, key in zip(parts[:-1:2], parts[1:-1:2], strict=False):
        if plural not in questionnaire.group_of_plural:
            message = f"{address!r}: {plural!r} is no group"
            raise AnswerError(message)
        keys = found.get(plural, ())
        if isinstance(keys, tuple) and key not in keys:
            found[plural] = (*keys, key)


def failures(questionnaire: Questionnaire, case: WorkedCase) -> Iterator[str]:
    """What does not hold in a case, each as a sentence."""
    day = case.day or read_on(questionnaire)
    try:
        evaluation = evaluate(questionnaire, answers_of(questionnaire, case), day)
    except (AnswerError, NotCovered) as error:
        yield str(error)
        return
    for address, expected in case.expect.items():
        yield from _failure(evaluation, address, expected)
    for address, expected_set in case.settled_by.items():
        yield from _settling_failure(evaluation, address, expected_set)


def _failure(evaluation: Evaluation, address: str, expected: object) -> Iterator[str]:
    name, keys = address.rpartition(".")[2], keys_in(address)
    if name not in evaluation.layout.scopes:
        yield f"{address!r} names nothing that has a value"
        return
    try:
        found = _found(evaluation, name, keys, expected)
    except (KeyError, ValueError):
        yield f"{address!r} has the wrong members for {name}"
        return
    if not _agrees(found, expected):
        yield f"{address} is {_shown(found)}, not {_shown(expected)}"


def _found(evaluation: Evaluation, name: str, keys: tuple[str, ...], expected: object) -> object:
    if name in evaluation.questionnaire.determinations:
        return _of_determination(evaluation, determination(evaluation, name, keys), expected)
    if isinstance(expected, Mapping):
        return {view: evaluation.value(name, keys, view) for view in expected}
    return evaluation.value(name, keys, TEXT)


def _of_determination(evaluation: Evaluation, found: Determination, expected: object) -> object:
    if not isinstance(expected, Mapping):
        return found.values(TEXT)
    parts: dict[str, object] = {TEXT: found.values(TEXT), PRACTICE: found.values(PRACTICE)}
    if "confidence" in expected:
        parts["confidence"] = confidence(evaluation, found).grade
    return {name: parts.get(name) for name in expected}


def _agrees(found: object, expected: object) -> bool:
    if isinstance(expected, Mapping):
        return isinstance(found, Mapping) and all(
            _agrees(found.get(name), each) for name, each in expected.items()
        )
    if isinstance(found, tuple) and not isinstance(found, Span):
        wanted = expected if isinstance(expected, tuple) else (expected,)
        same = sorted(map(str, found)) == sorted(map(str, wanted))
        return same or bool(expected == "not known" and len(found) > 1)
    if isinstance(found, float):
        return _same_number(found, str(expected))
    if expected == "not known":
        return found is None or isinstance(found, (Span, frozenset))
    return bool(found == _TRUTHS.get(expected, expected))


def _same_number(found: float, written: str) -> bool:
    """Equal to as many decimals as the author wrote."""
    try:
        decimals = len(written.partition(".")[2])
        return abs(found - float(written)) <= 0.5 / 10.0**decimals + 1e-9
    except ValueError:
        return False


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_shown(each)}" for name, each in value.items())
    if isinstance(value, (tuple, frozenset)):
        return "[" + ", ".join(sorted(map(str, value))) + "]"
    words = {"True": "yes", "False": "no", "None": "not known"}
    return words.get(str(value), str(value))


def _settling_failure(
    evaluation: Evaluation, address: str, expected: tuple[str, ...]
) -> Iterator[str]:
    name, keys = address.rpartition(".")[2], keys_in(address)
    found = settled_by(evaluation, determination(evaluation, name, keys))
    if set(found.addresses) != set(expected):
        yield f"{address} is settled by {_shown(found.addresses)}, not {_shown(expected)}"
