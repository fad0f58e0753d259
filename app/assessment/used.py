"""Which folders of law an assessment rests on: those of which a conclusion arises on any day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.determination import arises

if TYPE_CHECKING:
    import datetime as dt

    from app.assessment.assessment import Assessment
    from app.questionnaire.definition import Folder


def folders_used(assessment: Assessment) -> tuple[Folder, ...]:
    """The folders with an edition that a conclusion rests on; all of them, where none arises."""
    q = assessment.questionnaire
    every = tuple(folder for folder in q.folders.values() if folder.edition)
    return tuple(folder for folder in every if _speaks(assessment, folder)) or every


def _speaks(assessment: Assessment, folder: Folder) -> bool:
    stated = [d for d in assessment.questionnaire.determinations.values() if d.folder == folder.id]
    return any(
        arises(evaluation, each, keys)
        for evaluation in assessment.evaluations
        for each in stated
        for keys in evaluation.layout.keys_of(each.of)
    )


def used_read_on(assessment: Assessment) -> dt.date:
    """The day up to which the law that the assessment rests on was read."""
    days = (folder.edition.read_on for folder in folders_used(assessment) if folder.edition)
    return min(days, default=assessment.today.day)
