"""The documents there are, and the job that makes one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.report.jobs import Paper, RenderJob
from app.report.memo import memo_context
from app.report.plan import plan_context

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.report.subject import Subject


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: its title, its template, and what fills it."""

    title: str
    template: str
    context: Callable[[Subject, Paper], Any]


DOCUMENTS: Mapping[str, DocumentKind] = {
    "memo": DocumentKind("Classification memo", "memo/memo.html.j2", memo_context),
    "tcp": DocumentKind("Technology Control Plan", "plan/plan.html.j2", plan_context),
}


def job_for(kind: str, subject: Subject, attachment: bytes, paper: Paper) -> RenderJob:
    """The job that makes a document of a kind, with the assessment as attachment."""
    document = DOCUMENTS[kind]
    return RenderJob(
        template=document.template,
        context=document.context(subject, paper),
        moment=subject.moment,
        attachment=attachment,
        paper=paper,
    )
