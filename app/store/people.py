"""Answers about persons, outside everything that is final.

Drafts, history and revisions hold a key. What the key stands for can be erased
here, and nothing else changes, no hash either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store import codec
from app.store.values import Answers, KeptAnswers, Person

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.store.codec import Answer
    from app.store.database import Database
    from app.store.records import Log


def subject_of(address: str) -> str:
    """Whom a personal answer is about: the group's member, or else the question alone."""
    return address.rpartition(".")[0] or address


class People:
    """The personal answers of all assessments."""

    def __init__(self, database: Database, log: Log) -> None:
        self._database = database
        self._log = log

    def add(self, assessment: str, subject: str, answer: Answer) -> int:
        """Keep a personal answer; the key to write elsewhere in its stead."""
        with self._database.transaction():
            key = 1 + int(
                self._database.value(
                    "SELECT coalesce(max(key), 0) FROM person WHERE assessment = ?", assessment
                )
            )
            self.put(assessment, key, Person(subject, answer))
        return key

    def put(self, assessment: str, key: int, person: Person) -> None:
        """Write one under a key that is known."""
        told = codec.canonical(codec.to_json(person.data)) if person.erased is None else None
        erased = codec.stamp(person.erased) if person.erased else None
        self._database.run(
            "INSERT INTO person (assessment, key, subject, data, erased) VALUES (?, ?, ?, ?, ?)",
            assessment,
            key,
            person.subject,
            told,
            erased,
        )

    def read(self, assessment: str) -> Mapping[int, Person]:
        """All personal answers of an assessment by key, the erased ones among them."""
        found = self._database.rows(
            "SELECT key, subject, data, erased FROM person WHERE assessment = ? ORDER BY key",
            assessment,
        )
        return {key: _person(subject, data, erased) for key, subject, data, erased in found}

    def in_place(self, assessment: str, kept: KeptAnswers) -> Answers:
        """Answers with the personal ones at their addresses, so far as they still exist."""
        known = self.read(assessment) if kept.people else {}
        held = {address: known[key] for address, key in kept.people.items() if key in known}
        told = {address: one.data for address, one in held.items() if not one.erased}
        gone = tuple(address for address in kept.people if address not in told)
        return Answers({**kept.answers, **told}, gone)

    def erase(self, assessment: str, subject: str, moment: dt.datetime, who: str) -> int:
        """Erase every answer about ``subject`` and what stands below it; how many there were.

        Copies made earlier, backups and exported files, still hold them.
        """
        with self._database.transaction():
            count = self._database.run(
                "UPDATE person SET data = NULL, erased = ?1 WHERE assessment = ?2"
                " AND erased IS NULL AND (subject = ?3 OR substr(subject, 1, ?4) = ?3 || '.')",
                codec.stamp(moment),
                assessment,
                subject,
                len(subject) + 1,
            )
            data = {"subject": subject, "answers": count}
            self._log.add(assessment, moment, who, "person erased", data)
        # The write-ahead log still holds the old pages until it is folded in.
        self._database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        return count


def _person(subject: str, data: str | None, erased: str | None) -> Person:
    if data is None:
        return Person(subject, None, codec.moment_kept(erased) if erased else None)
    return Person(subject, codec.from_json(codec.json_kept(data)))
