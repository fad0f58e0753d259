"""``clearway license``: whether a licence is required, by entry and destination alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.assessment.destinations import NoSuchDestination
from app.operations.licensing import COLUMNS, Answer, Licensing, NoSuchEntry

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from app.cli.terminal import Terminal


def license_cell(
    terminal: Terminal, number: str, destination: str, as_of: dt.date | None, *, as_json: bool
) -> int:
    """Print the requirement for one entry and one destination."""
    licensing = Licensing(terminal.registers, as_of or terminal.clock().date())
    try:
        answer = licensing.answer(number, destination)
    except (NoSuchEntry, NoSuchDestination) as error:
        terminal.complain(f"clearway license: {error}")
        return 1
    if as_json:
        terminal.say(json.dumps(_as_mapping(licensing, answer), indent=2, ensure_ascii=False))
    else:
        _print(terminal, answer)
    return 0


def license_matrix(
    terminal: Terminal, out: Path, numbers: Sequence[str], as_of: dt.date | None
) -> int:
    """Write every entry (or those named) and every destination into a CSV file."""
    licensing = Licensing(terminal.registers, as_of or terminal.clock().date())
    codes, wrong = [], 0
    for number in numbers:
        try:
            codes.append(licensing.code(number))
        except NoSuchEntry as error:
            terminal.complain(f"clearway license: {error}")
            wrong = 1
    with out.open("w", encoding="utf-8", newline="") as file:
        file.writelines(licensing.matrix(codes if numbers else licensing.codes()))
    return wrong


def _as_mapping(licensing: Licensing, answer: Answer) -> dict[str, object]:
    values = (answer.number, answer.destination, answer.cell.requirement, answer.because)
    return {
        **dict(zip(COLUMNS, values, strict=True)),
        "citations": [str(cited) for cited in answer.cell.cites],
        "edition": licensing.edition.id,
        "as_of": licensing.table.day.isoformat(),
    }


def _print(terminal: Terminal, answer: Answer) -> None:
    terminal.say(f"{answer.number} to {answer.destination}: {answer.cell.requirement}")
    terminal.say(f"  because: {answer.because}")
    if answer.cell.cites:
        terminal.say(f"  see: {', '.join(str(cited) for cited in answer.cell.cites)}")
