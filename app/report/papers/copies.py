"""Memo and plan as copies without names, which carry the hash of the answers and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.report.memo import MemoContext, memo_context
from app.report.papers.redaction import redacted
from app.report.plan import PlanContext, plan_context
from app.report.tables import row

if TYPE_CHECKING:
    from app.report.jobs import Paper
    from app.report.subject import Subject

_SAID = (
    "Names of persons, parties and places stand as roles and numbers, and texts that could hold a "
    "name are left out. In descriptions of items a name is replaced where it is written as in its "
    "answer. The assessment is not inside this file. Read it before passing it on."
)


def memo_without_names(subject: Subject, paper: Paper) -> MemoContext:
    """The memo of the redacted assessment."""
    found = memo_context(redacted(subject), paper)
    return replace(found, cover=replace(found.cover, rows=(*found.cover.rows, row("Copy", _SAID))))


def plan_without_names(subject: Subject, paper: Paper) -> PlanContext:
    """The plan of the redacted assessment."""
    found = plan_context(redacted(subject), paper)
    return replace(found, cover=replace(found.cover, rows=(*found.cover.rows, row("Copy", _SAID))))
