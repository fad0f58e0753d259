"""``clearway evaluate``: the determinations of an assessment file, as text or JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.assessment.answers import AnswerError
from app.assessment.assessment import assess
from app.assessment.confidence import confidence
from app.assessment.determination import determinations
from app.assessment.interview import not_counted
from app.assessment.law import PRACTICE, TEXT, coverage
from app.assessment.review import conflicts, to_dos
from app.assessment.settling import open_addresses, settled_by
from app.operations.compare import as_of
from app.operations.desk import read_bundle
from app.operations.states import bundle_point

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from app.assessment.assessment import Assessment
    from app.assessment.determination import Determination
    from app.assessment.evaluation import Evaluation
    from app.assessment.flips import Flip
    from app.cli.terminal import Terminal
    from app.operations.compare import AsOf
    from app.operations.states import Point


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a file is evaluated, on which day, under which law; nothing stated: as it is, now."""

    as_of: dt.date | None = None
    edition: str = ""
    revision: int | None = None


def evaluate(terminal: Terminal, path: Path, wanted: Wanted, *, as_json: bool) -> int:
    """Print what is determined; undetermined is a result, not an error."""
    now = terminal.clock()
    law = terminal.law(wanted.edition) if wanted.edition else terminal.questionnaire
    bundle = read_bundle(path, now)
    point = bundle_point(bundle, wanted.revision, terminal.questionnaire, now.date())
    looked = as_of(point, wanted.as_of or now.date(), law)
    assessment = assess(law, looked.state.answers, looked.state.day)
    if as_json:
        found = as_mapping(assessment) | {
            "of": point.name,
            "flips": [_flip_told(flip) for flip in looked.flips],
            "remark": looked.remark,
        }
        terminal.say(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        _print(terminal, assessment)
        _print_flips(terminal, point, looked)
    for remark in (point.trouble, looked.remark):
        if remark:
            terminal.complain(f"clearway: {remark}")
    return 0


def _flip_told(flip: Flip) -> dict[str, Any]:
    return {
        "id": flip.id,
        "of": dict(flip.of),
        "before": flip.before.says if flip.before else None,
        "after": flip.after.says if flip.after else None,
        "when": [role.value for role in flip.roles],
        "cause": flip.cause.name.lower(),
        "why": list(flip.why),
    }


def _print_flips(terminal: Terminal, point: Point, looked: AsOf) -> None:
    if looked.flips:
        terminal.say(f"Other than {point.name} of {point.state.day}")
    for flip in looked.flips:
        subject = f" ({flip.subject})" if flip.subject else ""
        sides = [each.says if each else "did not arise" for each in (flip.before, flip.after)]
        grades = [each.confidence if each else "" for each in (flip.before, flip.after)]
        told = sides if sides[0] != sides[1] else grades
        terminal.say(f"  {flip.title}{subject}: {told[0]} -> {told[1]}, {flip.cause.value}")
        for why in flip.why:
            terminal.say(f"    {why}")


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
        "coverage": [
            {"day": e.day.isoformat(), "regime": folder.regime or folder.title, "says": says}
            for e in evaluations
            for folder, says in coverage(assessment.questionnaire, e.day)
        ],
        "contradictions": [
            {"says": each.says, "of": each.subject, "look_at": list(each.look_at)}
            for each in conflicts(assessment.today)
        ],
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
    for conflict in conflicts(assessment.today):
        terminal.say(f"Contradiction: {conflict.says}")
    for evaluation in assessment.evaluations:
        terminal.say(f"As of {evaluation.day}")
        for folder, says in coverage(assessment.questionnaire, evaluation.day):
            terminal.say(f"  Covered, {folder.regime or folder.title}: {says}")
        for found in determinations(evaluation):
            subject = f" ({found.subject})" if found.subject else ""
            grade = confidence(evaluation, found).grade
            terminal.say(f"  {found.title}{subject}: {found.says} [{grade}]")


__all__ = ["AnswerError", "as_mapping", "evaluate"]
