"""The documents there are, in one table, and the job that makes one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.forms import KINDS as FORMS
from app.report.jobs import RenderJob
from app.report.kinds import DocumentKind, Family
from app.report.memo import memo_context
from app.report.papers import KINDS as PAPERS
from app.report.plan import plan_context
from app.report.screening import KINDS as SCREENING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.report.jobs import Paper
    from app.report.subject import Subject

_MAIN = (
    DocumentKind(
        "memo",
        "Classification memo",
        "How each item is classified, what needs a licence, and what is still open.",
        Family.MAIN,
        "memo/memo.html.j2",
        memo_context,
        carries=True,
    ),
    DocumentKind(
        "tcp",
        "Technology Control Plan",
        "Who may reach what is controlled, and how that is proved.",
        Family.MAIN,
        "plan/plan.html.j2",
        plan_context,
        carries=True,
    ),
)
DOCUMENTS: Mapping[str, DocumentKind] = {
    kind.id: kind for kind in (*_MAIN, *SCREENING, *PAPERS, *FORMS)
}
"""Every kind of document by its name, in the order of lists; a name is one word with hyphens."""
MAIN = tuple(kind.id for kind in _MAIN)
"""What is made where nobody chose: memo and plan."""


def job_for(kind: str, subject: Subject, attachment: bytes, paper: Paper) -> RenderJob:
    """The job that makes a document of a kind, with the assessment inside where the kind carries it."""
    document = DOCUMENTS[kind]
    return RenderJob(
        template=document.template,
        context=document.context(subject, paper),
        moment=subject.moment,
        attachment=attachment if document.carries else None,
        paper=paper,
        limits=document.limits,
        fillable=document.fillable,
        logo=subject.house.logo,
        folders=subject.house.templates,
    )
