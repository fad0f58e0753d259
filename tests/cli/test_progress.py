"""How far a long command is stands on one line that is written over, and only where somebody looks."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from app.cli import lists as lists_commands
from app.cli.screen import screen
from app.cli.terminal import Terminal
from app.screening.screen import THRESHOLD
from tests.screening.made import csl_csv

if TYPE_CHECKING:
    from pathlib import Path

NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


class Looked(io.StringIO):
    """A standard error that somebody looks at."""

    def isatty(self) -> bool:
        return True


def terminal(folder: Path, errors: io.StringIO) -> Terminal:
    return Terminal(io.StringIO(), errors, lambda: NOON, folder / "l.sqlite", "A. Tester", "0")


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_import_and_a_file_of_names_say_how_far_they_are(tmp_path: Path) -> None:
    errors = Looked()
    used = terminal(tmp_path, errors)
    assert lists_commands.bring(used, [written(tmp_path, "c.csv", csl_csv())]) == 0
    assert "reading 100%" in errors.getvalue()
    assert "preparing the search" in errors.getvalue()
    names = "id,name\n" + "".join(f"{at},Maple {at}\n" for at in range(120))
    assert screen(used, written(tmp_path, "n.csv", names), THRESHOLD, None) == 0
    assert "100 of 120 names screened" in errors.getvalue()
    assert errors.getvalue().endswith("\r\033[K")


def test_where_nobody_looks_only_complaints_are_written(tmp_path: Path) -> None:
    errors = io.StringIO()
    used = terminal(tmp_path, errors)
    assert lists_commands.bring(used, [written(tmp_path, "c.csv", csl_csv())]) == 0
    names = "id,name\n" + "".join(f"{at},Maple {at}\n" for at in range(120))
    assert screen(used, written(tmp_path, "n.csv", names), THRESHOLD, None) == 0
    assert errors.getvalue() == ""


def test_a_cell_over_several_lines_is_one_name(tmp_path: Path) -> None:
    errors = Looked()
    used = terminal(tmp_path, errors)
    lists_commands.bring(used, [written(tmp_path, "c.csv", csl_csv())])
    names = "id,name\n" + "".join(f'{at},"Maple\n{at}"\n' for at in range(50))
    screen(used, written(tmp_path, "n.csv", names), THRESHOLD, None)
    assert "50 of 50 names screened" in errors.getvalue()
