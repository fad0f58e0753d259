"""The Technology Control Plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.report.jobs import Paper
    from app.report.subject import Subject


def plan_context(subject: Subject, paper: Paper) -> Any:  # noqa: ANN401
    """The context of the template."""
    raise NotImplementedError(subject, paper)
