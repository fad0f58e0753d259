"""A program killed at any moment loses at most what it was just writing."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.store.library import Library
from app.store.records import broken_link
from app.store.revisions import intact
from tests.store.sample import START

CHECKOUT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("CLEARWAY_KILL_ROUNDS", "6"))
LONGEST = 0.25

WRITE = """
import sys
from pathlib import Path
from app.store.library import Library
from tests.store.sample import NAME, START, begin, save_revision

with Library.open(Path(sys.argv[1]), START) as library:
    heads = library.assessments.list()
    key = heads[0].id if heads else begin(library)
    count = library.drafts.read(key).answers.get("count", 0)
    print("ready", count, len(library.revisions.heads(key)), flush=True)
    while True:
        count += 1
        told = {"count": count, f"q{count % 50}": "text" * (count % 300), NAME: str(count)}
        library.drafts.write(key, told, START, "A.", personal={NAME})
        if count % 7 == 0:
            save_revision(library, key)
        if count % 11 == 0:
            library.drafts.undo(key, START, "A.")
            library.drafts.redo(key, START, "A.")
        print("saved", count, len(library.revisions.heads(key)), flush=True)
"""


def killed_after(path: Path, seconds: float) -> tuple[int, int]:
    """Let another process write and kill it; the last count and revision it said were saved."""
    command = [sys.executable, "-c", WRITE, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(seconds)
        writer.kill()
        lines = (first + writer.stdout.read()).splitlines()
    _, count, revision = [words for line in lines if len(words := line.split()) == 3][-1]
    return int(count), int(revision)


@pytest.mark.parametrize("seed", [1])
def test_what_was_said_to_be_saved_is_there_after_a_kill(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(ROUNDS):
        saved, revision = killed_after(path, chance.uniform(0, LONGEST))
        with Library.open(path, START) as library:
            assert library.standing.writable
            assert library.check() == ""
            assert library.database.rows("PRAGMA foreign_key_check") == []
            (head,) = library.assessments.list()
            told = library.drafts.read(head.id).answers
            assert told.get("count", 0) in {saved, saved + 1}
            revisions = library.revisions.all(head.id)
            assert len(revisions) in {revision, revision + 1}
            assert all(map(intact, revisions))
            assert broken_link(library.log.read(head.id)) is None


@pytest.mark.parametrize("moment", [0.0, 0.02, 0.04, 0.06, 0.08])
def test_a_kill_while_the_library_is_made_leaves_one_that_opens(path: Path, moment: float) -> None:
    command = [sys.executable, "-c", WRITE, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=CHECKOUT) as made:
        while not path.parent.exists() and made.poll() is None:
            time.sleep(0.001)
        time.sleep(moment)
        made.kill()
    with Library.open(path, START) as library:
        assert library.standing.writable
        assert library.check() == ""
