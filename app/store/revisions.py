"""Revisions: final states, each carrying the hash of all it says and of the one before.

Opening one shows what was stored; nothing is worked out again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.store import codec
from app.store.errors import NotFound, Refused
from app.store.values import Conclusions, KeptAnswers, Revision, RevisionHead

if TYPE_CHECKING:
    import datetime as dt

    from app.store.codec import Json
    from app.store.database import Database
    from app.store.records import Log

_COLUMNS = (
    "number, moment, author, law, days, answers, people, determinations, program, evidence,"
    " details, previous, hash"
)


class Revisions:
    """The revisions of all assessments."""

    def __init__(self, database: Database, log: Log) -> None:
        self._database = database
        self._log = log

    def save(
        self,
        assessment: str,
        kept: KeptAnswers,
        conclusions: Conclusions,
        moment: dt.datetime,
        author: str,
    ) -> Revision:
        """Make final what was concluded from ``kept``; the exhibits of now go with it."""
        with self._database.transaction():
            self._refuse_in_the_bin(assessment)
            self._refuse_without_law(conclusions.law)
            number, previous = self._last(assessment)
            exhibits = self._database.rows(
                "SELECT hash FROM exhibit WHERE assessment = ? ORDER BY hash", assessment
            )
            evidence = tuple(mark for (mark,) in exhibits)
            bare = Revision(
                number + 1, moment, codec.plain(author), conclusions, kept, evidence, previous, ""
            )
            revision = replace(bare, hash=hash_of(bare))
            self.put(assessment, revision)
            data = {"number": revision.number, "hash": revision.hash}
            self._log.add(assessment, moment, author, "revision saved", data)
            self._database.run(
                "UPDATE assessment SET changed = ? WHERE id = ?", codec.stamp(moment), assessment
            )
        return self.read(assessment, revision.number)

    def put(self, assessment: str, revision: Revision) -> None:
        """Write a revision as it is; it can only follow those that are there."""
        told = told_of(revision)
        self._database.run(
            f"INSERT INTO revision (assessment, {_COLUMNS})"  # noqa: S608 (our own names)
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            assessment,
            revision.number,
            told["moment"],
            told["author"],
            told["law"],
            *(codec.canonical(told[name]) for name in ("days", "answers", "people")),
            codec.canonical(told["determinations"]),
            told["program"],
            codec.canonical(told["evidence"]),
            codec.canonical(told["details"]),
            told["previous"],
            revision.hash,
        )

    def read(self, assessment: str, number: int) -> Revision:
        """One revision; ``intact`` says whether it is still what its hash says."""
        found = self._database.row(
            f"SELECT {_COLUMNS} FROM revision WHERE assessment = ? AND number = ?",  # noqa: S608
            assessment,
            number,
        )
        if found is None:
            raise NotFound(f"assessment {assessment} has no revision {number}")
        return _revision(found)

    def all(self, assessment: str) -> tuple[Revision, ...]:
        """Every revision, oldest first."""
        found = self._database.rows(
            f"SELECT {_COLUMNS} FROM revision WHERE assessment = ? ORDER BY number",  # noqa: S608
            assessment,
        )
        return tuple(_revision(row) for row in found)

    def heads(self, assessment: str) -> tuple[RevisionHead, ...]:
        """When and by whom each was made, oldest first, without reading their content."""
        found = self._database.rows(
            "SELECT number, moment, author, law, hash FROM revision"
            " WHERE assessment = ? ORDER BY number",
            assessment,
        )
        return tuple(
            RevisionHead(number, codec.moment_kept(moment), author, law, mark)
            for number, moment, author, law, mark in found
        )

    def _last(self, assessment: str) -> tuple[int, str]:
        found = self._database.row(
            "SELECT number, hash FROM revision WHERE assessment = ? ORDER BY number DESC LIMIT 1",
            assessment,
        )
        return found or (0, "")

    def _refuse_without_law(self, mark: str) -> None:
        if self._database.row("SELECT 1 FROM law WHERE hash = ?", mark) is None:
            raise NotFound(f"law {mark[:12]} is not stored; it goes before the revision")

    def _refuse_in_the_bin(self, assessment: str) -> None:
        found = self._database.row("SELECT deleted_at FROM assessment WHERE id = ?", assessment)
        if found is None:
            raise NotFound(f"no assessment {assessment} stands in this library")
        if found[0] is not None:
            raise Refused("this assessment is deleted; restore it before you save a revision")


def told_of(revision: Revision) -> dict[str, Json]:
    """All that a revision says, as JSON: what is hashed, and what is exchanged."""
    concluded = revision.conclusions
    return {
        "number": revision.number,
        "moment": codec.stamp(revision.moment),
        "author": revision.author,
        "program": concluded.program,
        "law": concluded.law,
        "days": concluded.days,
        "answers": {at: codec.to_json(each) for at, each in revision.kept.answers.items()},
        "people": dict(revision.kept.people),
        "determinations": concluded.determinations,
        "evidence": list(revision.evidence),
        "details": concluded.details,
        "previous": revision.previous,
    }


def hash_of(revision: Revision) -> str:
    """The hash of all that a revision says; no personal answer goes into it, only its key."""
    return codec.digest_of(told_of(revision))


def intact(revision: Revision) -> bool:
    """Whether a revision is still what its hash says."""
    return hash_of(revision) == revision.hash


def _revision(
    row: tuple[int, str, str, str, str, str, str, str, str, str, str, str, str],
) -> Revision:
    number, moment, author, law, days, answers, people, concluded, program, *rest = row
    evidence, details, previous, mark = rest
    told = codec.json_kept(answers)
    return Revision(
        number,
        codec.moment_kept(moment),
        author,
        Conclusions(
            law,
            codec.json_kept(days),
            codec.json_kept(concluded),
            program,
            codec.json_kept(details),
        ),
        KeptAnswers(
            {at: codec.from_json(each) for at, each in told.items()}, codec.json_kept(people)
        ),
        tuple(codec.json_kept(evidence)),
        previous,
        mark,
    )
