"""``clearway verify``: whether a document belongs to the assessment inside it, unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.operations.verifying import CANNOT, verify

if TYPE_CHECKING:
    from pathlib import Path

    from app.cli.terminal import Terminal


def verify_document(terminal: Terminal, path: Path) -> int:
    """Print each finding, the outcome, and what it cannot show; 1 where something speaks against it."""
    verdict = verify(path, terminal.questionnaire, terminal.clock())
    for finding in verdict.findings:
        terminal.say(f"{finding.sign.value:<5}{finding.says}")
    terminal.say(verdict.says)
    terminal.say(CANNOT)
    return 0 if verdict.belongs else 1
