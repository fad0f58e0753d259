"""A program killed in the middle of an assessment has lost nothing that it said was saved."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from app.store.library import Library
from app.store.records import broken_link
from app.store.revisions import intact
from tests.operations.conftest import NOON

CHECKOUT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("CLEARWAY_KILL_ROUNDS", "4"))

WORK = """
import datetime as dt, sys
from pathlib import Path
from app.operations.desk import Desk
from app.store.library import Library
from tests.assessment.made import made
from tests.operations.conftest import NOON

path, sheet = Path(sys.argv[1]), Path(sys.argv[2])
with Library.open(path, NOON) as library:
    desk = Desk(library, made(), lambda: NOON, "A. Tester", "0.1.0")
    lines = desk.lines()
    sitting = desk.open(lines[0].id) if lines else desk.create("Killed")
    sitting.answer("items", ("i1",))
    count = int(sitting.assessment.answers.get("items.i1.area") or 1)
    print("saved", count, len(sitting.revisions()), flush=True)
    while True:
        count = count % 1900 + 1
        sitting.answer("items.i1.area", float(count))
        if count % 5 == 0:
            sitting.answer(f"items.{sitting.add('items')}.item_name", "one more")
            sitting.undo()
            sitting.redo()
        if count % 7 == 0:
            sheet.write_bytes(b"%PDF " + str(count).encode())
            sitting.attach(sheet)
            sitting.save_revision("A. Tester")
            sitting.summarise()
        assert not sitting.unsaved
        print("saved", count, len(sitting.revisions()), flush=True)
"""


def killed_after(path: Path, seconds: float) -> tuple[int, int]:
    """Let another process work and kill it; the last count and revision it said were saved."""
    command = [sys.executable, "-c", WORK, str(path), str(path.with_name("sheet.pdf"))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(seconds)
        worker.kill()
        lines = (first + worker.stdout.read()).splitlines()
    _, count, revisions = [w for line in lines if len(w := line.split()) == 3][-1]
    return int(count), int(revisions)


def test_a_killed_assessment_opens_whole_with_all_that_was_said_to_be_saved(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    moments = random.Random(7)
    for _ in range(ROUNDS):
        count, revisions = killed_after(path, moments.uniform(0, 0.4))
        with Library.open(path, NOON) as library:
            assert library.check() == ""
            (head,) = library.assessments.list()
            area = library.drafts.read(head.id).answers.get("items.i1.area") or 1
            assert isinstance(area, float | int)
            # The next answer may be on disk and not yet said to be; none before it may be missing.
            assert (area - count) % 1900 in (0, 1)
            assert len(library.revisions.heads(head.id)) in (revisions, revisions + 1)
            assert all(intact(each) for each in library.revisions.all(head.id))
            assert broken_link(library.log.read(head.id)) is None
            for exhibit in library.evidence.read(head.id):
                assert library.evidence.content(exhibit.hash)
