"""Own templates checked: each document is filled with them once, and each fault told with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data import data_root
from app.report.documents import DOCUMENTS, job_for
from app.report.errors import ReportError
from app.report.templates import to_html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from app.report.subject import Subject


def faults(folder: Path, subject: Subject) -> tuple[str, ...]:
    """What is wrong with the templates in a folder, each once; ``subject`` fills them."""
    return tuple(dict.fromkeys((*_strangers(folder), *_broken(folder, subject))))


def _strangers(folder: Path) -> Iterator[str]:
    """Files that stand over no shipped one, so nothing would ever use them."""
    known = frozenset(_names(data_root() / "report_templates"))
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in known:
            yield f"{path}: nothing uses a template of that name; shipped are {', '.join(sorted(known))}"


def _names(root: Traversable, above: str = "") -> Iterator[str]:
    for each in root.iterdir():
        if each.is_dir():
            yield from _names(each, f"{above}{each.name}/")
        else:
            yield above + each.name


def _broken(folder: Path, subject: Subject) -> Iterator[str]:
    for kind, document in DOCUMENTS.items():
        job = job_for(kind, subject, b"", subject.house.paper)
        try:
            to_html(job)
        except ReportError as error:
            yield f"{folder}: {error}"
        except OSError as error:
            yield f"{folder}: {document.template} cannot be read ({error.strerror})"
