"""``clearway edition``: the laws at hand, an edition taken in, one made of a folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.operations import editions
from app.operations.edition_file import combined, write_edition
from app.operations.reevaluation import reevaluate
from app.questionnaire.loader import texts_below

if TYPE_CHECKING:
    from pathlib import Path

    from app.cli.terminal import Terminal
    from app.operations.editions import EditionLine


def show(terminal: Terminal, *, as_json: bool = False) -> int:
    """A line for each law at hand; the one in use has a star."""
    found = terminal.editions()
    if as_json:
        told = [editions.as_json(line) for line in found]
        terminal.say(json.dumps(told, indent=2, ensure_ascii=False))
        return 0
    for line in found:
        terminal.say("\t".join(_parts(line)))
    return 0


def _parts(line: EditionLine) -> tuple[str, ...]:
    read = ", ".join(sorted({folder["read_on"] for folder in line.folders.values()}))
    since = min((folder["covers_from"] for folder in line.folders.values()), default="")
    return (
        "*" if line.used else " ",
        line.name,
        f"read on {read}",
        f"covers from {since}",
        line.mark[:12],
        _origin(line),
        " ".join(line.changed.split()),
    )


def _origin(line: EditionLine) -> str:
    if line.moment is None:
        return "ships with the program"
    return f"imported {line.moment:%Y-%m-%d} by {line.who or 'nobody named'} from {line.file}"


def bring(terminal: Terminal, path: Path) -> int:
    """Check an edition and keep it; prints the ids that it holds."""
    with terminal.open_library() as library:
        now = terminal.clock()
        found = editions.bring_edition(library, terminal.shipped, path, now, terminal.who)
        terminal.say(f"{editions.name_of(found.edition.folders)}\t{found.edition.mark[:12]}")
        if found.remark:
            terminal.complain(f"clearway: {found.remark}")
        chosen = editions.law_in_use(library, terminal.shipped)
        editions.begin_use(library, chosen.questionnaire, now, terminal.who)
    return 0


def pack(terminal: Terminal, folder: Path, path: Path, changed: str) -> int:
    """Check a folder of questionnaires and write it as an edition file."""
    texts = texts_below(folder)
    law = editions.checked(combined(terminal.questionnaire.texts, texts))
    write_edition(path, texts, editions.folders_of(law), changed, terminal.program)
    terminal.say(str(path))
    return 0


def reevaluate_all(terminal: Terminal) -> int:
    """Evaluate every assessment under the law in use; a line for each that is concluded anew."""
    desk = terminal.desk()
    with desk.library:
        reevaluate(desk)
        for line in desk.lines():
            if line.concern.changed or line.concern.asked or line.concern.soon:
                concern = line.concern
                parts = (
                    line.id,
                    line.name,
                    f"{concern.changed} changed",
                    f"{concern.asked} to answer",
                    f"{len(concern.soon)} days ahead on which a rule changes",
                )
                terminal.say("\t".join(parts))
    return 0
