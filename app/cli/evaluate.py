"""``clearway evaluate``: the determinations of an assessment file, as text or JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.assessment.answers import AnswerError
from app.assessment.confidence import confidence
from app.assessment.determination import determinations
from app.assessment.interview import not_counted
from app.assessment.law import PRACTICE, TEXT
from app.assessment.review import to_dos
from app.assessment.settling import open_addresses, settled_by
from app.operations.reading import open_file

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from app.assessment.assessment import Assessment
    from app.assessment.determination import Determination
    from app.assessment.evaluation import Evaluation
    from app.cli.terminal import Terminal


def evaluate(terminal: Terminal, path: Path, as_of: dt.date | None, *, as_json: bool) -> int:
    """Print what is determined; undetermined is a result, not an error."""
    now = terminal.clock()
    opened = open_file(terminal.questionnaire, path, as_of or now.date(), now)
    if as_json:
        found = as_mapping(opened.assessment)
        terminal.say(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        _print(terminal, opened.assessment)
    return 0


def as_mapping(assessment: Assessment) -> dict[str, Any]:
    """The result as ``--json`` prints it (docs/files.md)."""
    evaluations = assessment.evaluations
    found = [_determined(e, each) for e in evaluations for each in determinations(e)]
    open_now = {at for e in evaluations for each in determinations(e) for at in _open(e, each)}
    return {
        "edition": [edition.id for edition in assessment.questionnaire.editions],
        "law": assessment.questionnaire.hash,
        "as_of": assessment.today.day.isoformat(),
        "days": [evaluation.day.isoformat() for evaluation in evaluations],
        "determinations": found,
        "open": sorted(open_now),
        "not_counted": [each.address for each in not_counted(assessment)],
        "actions": [_action(each) for each in to_dos(assessment.today)],
    }


def _open(evaluation: Evaluation, found: Determination) -> tuple[str, ...]:
    return () if found.settled and not found.differs else open_addresses(evaluation, found)


def _determined(evaluation: Evaluation, found: Determination) -> dict[str, Any]:
    grade = confidence(evaluation, found)
    stated = evaluation.questionnaire.determinations[found.id]
    settling = settled_by(evaluation, found) if not found.settled else None
    return {
        "id": found.id,
        "of": dict(found.of),
        "day": found.day.isoformat(),
        "value": found.value,
        "says": found.says,
        "text": _one(found.values(TEXT)),
        "practice": _one(found.values(PRACTICE)),
        "candidates": list(found.values(TEXT)),
        "confidence": grade.grade,
        "reasons": [because.reason.value for because in grade.reasons],
        "because": found.because,
        "citations": [str(cited) for cited in stated.cites],
        "settled_by": [list(settling.addresses)] if settling and settling.addresses else [],
    }


def _one(values: tuple[str, ...]) -> str | None:
    return values[0] if len(values) == 1 else None


def _action(to_do: Any) -> dict[str, Any]:  # noqa: ANN401  # a ToDo
    return {
        "id": to_do.id,
        "do": to_do.do,
        "of": to_do.subject,
        "owner": to_do.owner,
        "due": to_do.due,
        "certain": to_do.certain,
    }


def _print(terminal: Terminal, assessment: Assessment) -> None:
    for evaluation in assessment.evaluations:
        terminal.say(f"As of {evaluation.day}")
        for found in determinations(evaluation):
            subject = f" ({found.subject})" if found.subject else ""
            grade = confidence(evaluation, found).grade
            terminal.say(f"  {found.title}{subject}: {found.says} [{grade}]")


__all__ = ["AnswerError", "as_mapping", "evaluate"]
