"""The commands; what each does stands in a module of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.assessment.law import NotCovered
from app.cli import demo as demo_command
from app.cli import edition as edition_commands
from app.cli import library as library_commands
from app.cli import lists as lists_commands
from app.cli.arguments import parser, refuse_half_a_license
from app.cli.check import check, own
from app.cli.classify import classify_file
from app.cli.evaluate import Wanted, evaluate
from app.cli.license import license_cell, license_matrix
from app.cli.render import render
from app.cli.screen import screen
from app.cli.verify import verify_document
from app.data import data_root
from app.questionnaire.source import QuestionnaireError
from app.report.errors import ReportError
from app.store.errors import StoreError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.cli.terminal import Terminal


def run(
    arguments: Sequence[str], terminal: Terminal, open_window: Callable[[Path, str], int]
) -> int:
    """Run one command; 0 done, 1 something was wrong with the work, 2 wrong usage."""
    given = parser().parse_args(arguments)
    refuse_half_a_license(given)
    terminal = replace(terminal, library=given.library or terminal.library)
    try:
        return _verb(given, terminal, open_window)
    except QuestionnaireError as error:
        for problem in error.problems:
            terminal.complain(str(problem))
    except (StoreError, ReportError, NotCovered, OSError) as error:
        terminal.complain(f"clearway: {error}")
    return 1


def _verb(
    given: argparse.Namespace, terminal: Terminal, open_window: Callable[[Path, str], int]
) -> int:
    match given.verb:
        case None:
            return _window(terminal, open_window)
        case "demo":
            first = demo_command.demo(terminal, given.out)
            if given.no_window or not terminal.screen:
                return 0
            return open_window(terminal.library, first)
        case "evaluate":
            wanted = Wanted(given.as_of, given.edition, given.revision)
            return evaluate(terminal, given.file, wanted, as_json=given.json)
        case "render" | "verify":
            return _document(given, terminal)
        case "classify":
            return classify_file(terminal, given.file, given.as_of, given.out)
        case "license":
            return _license(given, terminal)
        case "edition":
            return _edition(given, terminal)
        case "lists":
            return _lists(given, terminal)
        case "screen":
            return screen(terminal, given.file, given.threshold, given.out)
        case "check":
            folder = given.folder or data_root() / "questionnaires"
            return check(folder, terminal.say, terminal.complain, own(terminal, given.templates))
        case _:
            return _library(given, terminal)


def _document(given: argparse.Namespace, terminal: Terminal) -> int:
    if given.verb == "verify":
        return verify_document(terminal, given.file)
    ends = (given.before or "", given.after or "")
    own = given.templates
    return render(terminal, given.file, given.document, given.out, *ends, templates=own)


def _window(terminal: Terminal, open_window: Callable[[Path, str], int]) -> int:
    if terminal.screen:
        return open_window(terminal.library, "")
    terminal.complain("clearway: there is no screen here; see clearway --help for the commands")
    return 1


def _license(given: argparse.Namespace, terminal: Terminal) -> int:
    if given.matrix:
        return license_matrix(terminal, given.matrix, given.numbers, given.as_of)
    return license_cell(terminal, given.eccn, given.destination, given.as_of, as_json=given.json)


def _edition(given: argparse.Namespace, terminal: Terminal) -> int:
    match given.what:
        case "import":
            return edition_commands.bring(terminal, given.file)
        case "pack":
            return edition_commands.pack(terminal, given.folder, given.file, given.changed)
        case "reevaluate":
            return edition_commands.reevaluate_all(terminal)
        case _:
            return edition_commands.show(terminal, as_json=given.json)


def _lists(given: argparse.Namespace, terminal: Terminal) -> int:
    if given.what == "import":
        return lists_commands.bring(terminal, given.files)
    return lists_commands.show(terminal)


def _library(given: argparse.Namespace, terminal: Terminal) -> int:
    match given.what:
        case "list":
            return library_commands.list_library(terminal)
        case "export":
            return library_commands.export(terminal, given.id, given.file, locked=given.locked)
        case "import":
            return library_commands.bring(terminal, given.file)
        case "unlock":
            return library_commands.unlock(terminal, given.file, given.target)
        case "log":
            return library_commands.log(terminal, given.id, given.file)
        case "actions":
            return library_commands.actions(terminal, given.calendar)
        case _:
            return library_commands.backup(terminal, given.file, locked=given.locked)
