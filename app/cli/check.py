"""``clearway check``: read the questionnaires, say all that is wrong, run the worked cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.assessment.assessment import assess
from app.assessment.cases import failures
from app.operations.house import templates_of
from app.questionnaire.loader import load, texts_below
from app.questionnaire.source import QuestionnaireError
from app.report.house import House
from app.report.subject import Subject

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from app.cli.terminal import Terminal
    from app.questionnaire.definition import Questionnaire


@dataclass(frozen=True, slots=True)
class Own:
    """A folder of own templates, the day on which they are tried, and by which program."""

    folder: Path
    moment: dt.datetime
    program: str


def own(terminal: Terminal, folder: Path | None) -> Own | None:
    """The own templates that are named, else those beside the library, if there are any."""
    found = folder or templates_of(terminal.library)
    return Own(found, terminal.clock(), terminal.program) if found.is_dir() else None


def check(
    folder: Traversable,
    out: Callable[[str], None],
    err: Callable[[str], None],
    templates: Own | None = None,
) -> int:
    """Check a folder, and own templates with it; 0 if all holds, 1 if something is wrong."""
    try:
        questionnaire = load(texts_below(folder), with_cases=True, with_registers=True)
    except QuestionnaireError as error:
        for problem in error.problems:
            err(str(problem))
        return 1
    wrong = 0
    for case in questionnaire.cases:
        for failure in failures(questionnaire, case):
            err(f"{case.at}: the case {case.name!r} does not hold: {failure}")
            wrong += 1
    out(f"{len(questionnaire.cases)} worked cases, {wrong} statements that do not hold")
    if templates:
        wrong += _templates(templates, questionnaire, out, err)
    return 1 if wrong else 0


def _templates(
    own: Own,
    questionnaire: Questionnaire,
    out: Callable[[str], None],
    err: Callable[[str], None],
) -> int:
    """Fill every document with a firm's own templates; how many faults there are."""
    from app.report.own import faults  # noqa: PLC0415  # Jinja2, which only this check needs

    subject = Subject(
        assess(questionnaire, {}, own.moment.date()), "Check", own.moment, "", own.program,
        house=House(templates=(own.folder,)),
    )  # fmt: skip
    found = faults(own.folder, subject)
    for each in found:
        err(each)
    out(f"{own.folder}: own templates, {len(found)} faults")
    return len(found)
