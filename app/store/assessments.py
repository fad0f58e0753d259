"""The list of assessments: begin, name, copy, put in the bin, take out again."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from app.store import codec
from app.store.errors import NotFound, Refused
from app.store.records import LIBRARY
from app.store.values import AssessmentHead, SortBy

if TYPE_CHECKING:
    import datetime as dt

    from app.store.codec import Json
    from app.store.database import Database
    from app.store.records import Log

_HEAD = (
    "SELECT id, name, created, changed,"
    " (SELECT count(*) FROM revision WHERE assessment = id), summary, deleted_at, keep_until, hold"
    " FROM assessment"
)


_HOLDS = (
    "(instr(sought, ?{n}) > 0 OR EXISTS (SELECT 1 FROM words"
    " WHERE words.assessment = assessment.id AND instr(words.words, ?{n}) > 0))"
)


class Assessments:
    """The heads of all assessments; answers are in drafts and revisions."""

    def __init__(self, database: Database, log: Log) -> None:
        self._database = database
        self._log = log

    def list(
        self, text: str = "", *, by: SortBy = SortBy.CHANGED, deleted: bool = False
    ) -> list[AssessmentHead]:
        """Those that hold every word of ``text`` in name, summary or answers, or those in the bin."""
        words = codec.sought(text).split()
        where = ["deleted_at IS NOT NULL" if deleted else "deleted_at IS NULL"]
        where += [_HOLDS.format(n=n) for n in range(1, len(words) + 1)]
        found = self._database.rows(
            f"{_HEAD} WHERE {' AND '.join(where)} ORDER BY {by.value}", *words
        )
        return _heads(found)

    def get(self, assessment: str) -> AssessmentHead:
        """One of them, in the bin or not."""
        found = self._database.row(f"{_HEAD} WHERE id = ?", assessment)
        if found is None:
            raise NotFound(f"no assessment {assessment} stands in this library")
        return _heads([found])[0]

    def has(self, assessment: str) -> bool:
        """Whether the library knows the assessment, be it in the bin."""
        found = self._database.row("SELECT 1 FROM assessment WHERE id = ?", assessment)
        return found is not None

    def create(
        self, name: str, moment: dt.datetime, who: str, *, summary: Json = None
    ) -> AssessmentHead:
        """Begin an empty assessment."""
        head = AssessmentHead(new_id(), codec.plain(name), moment, moment, summary=summary)
        with self._database.transaction():
            self.put(head)
            self._log.add(head.id, moment, who, "begun", {"name": head.name})
        return self.get(head.id)

    def put(self, head: AssessmentHead) -> None:
        """Write a head as it is, without a word in the log."""
        self._database.run(
            "INSERT INTO assessment"
            " (id, name, created, changed, deleted_at, keep_until, hold, summary, sought)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            head.id,
            codec.plain(head.name),
            codec.stamp(head.created),
            codec.stamp(head.changed),
            codec.stamp(head.deleted_at) if head.deleted_at else None,
            head.keep_until,
            head.hold,
            codec.canonical(head.summary),
            _sought(head.name, head.summary),
        )

    def rename(self, assessment: str, name: str, moment: dt.datetime, who: str) -> None:
        """Give it another name."""
        before = self.get(assessment)
        with self._database.transaction():
            self._database.run(
                "UPDATE assessment SET name = ?, sought = ?, changed = ? WHERE id = ?",
                codec.plain(name),
                _sought(name, before.summary),
                codec.stamp(moment),
                assessment,
            )
            self._log.add(assessment, moment, who, "renamed", {"from": before.name, "to": name})

    def summarise(self, assessment: str, summary: Json) -> None:
        """Note what the list shows of it; that is no change of the assessment."""
        self._database.run(
            "UPDATE assessment SET summary = ?, sought = ? WHERE id = ?",
            codec.canonical(summary),
            _sought(self.get(assessment).name, summary),
            assessment,
        )

    def duplicate(
        self, assessment: str, name: str, moment: dt.datetime, who: str
    ) -> AssessmentHead:
        """Begin a new assessment with the answers and exhibits of another, without its past."""
        with self._database.transaction():
            copy = self.create(name, moment, who, summary=self.get(assessment).summary)
            self._database.run(_COPY_PEOPLE, copy.id, assessment)
            self._database.run(_COPY_ANSWERS, copy.id, assessment, codec.stamp(moment))
            self._database.run(_COPY_EXHIBITS, copy.id, assessment, codec.stamp(moment))
            self._log.add(copy.id, moment, who, "copied", {"from": assessment})
        return self.get(copy.id)

    def keep(
        self, assessment: str, until: str | None, hold: str | None, moment: dt.datetime, who: str
    ) -> None:
        """Say until what date the record must be kept, and why it is held beyond."""
        with self._database.transaction():
            self._database.run(
                "UPDATE assessment SET keep_until = ?, hold = ? WHERE id = ?",
                until,
                hold,
                assessment,
            )
            self._log.add(assessment, moment, who, "to be kept", {"until": until, "hold": hold})

    def delete(self, assessment: str, moment: dt.datetime, who: str) -> None:
        """Put a draft in the bin; what has a revision or is held stays where it is."""
        head = self.get(assessment)
        if head.revisions:
            raise Refused(
                f"“{head.name}” has {head.revisions} final revision(s) and must be kept;"
                " only a draft without a revision can be deleted"
            )
        if head.hold:
            raise Refused(f"“{head.name}” is held and must be kept: {head.hold}")
        self._bin(assessment, codec.stamp(moment), moment, who)

    def restore(self, assessment: str, moment: dt.datetime, who: str) -> None:
        """Take a draft out of the bin."""
        self._bin(assessment, None, moment, who)

    def _bin(self, assessment: str, since: str | None, moment: dt.datetime, who: str) -> None:
        with self._database.transaction():
            self._database.run(
                "UPDATE assessment SET deleted_at = ? WHERE id = ?", since, assessment
            )
            self._log.add(assessment, moment, who, "deleted" if since else "restored")

    def purge(self, before: dt.datetime, moment: dt.datetime, who: str) -> int:
        """Let go for good of what was in the bin already at ``before``; how many there were."""
        gone = self._database.rows(
            "SELECT id FROM assessment WHERE deleted_at < ? AND hold IS NULL", codec.stamp(before)
        )
        with self._database.transaction():
            for (assessment,) in gone:
                self._database.run("DELETE FROM exhibit WHERE assessment = ?", assessment)
                self._database.run("DELETE FROM assessment WHERE id = ?", assessment)
                self._database.run("DELETE FROM log WHERE assessment = ?", assessment)
                self._log.add(LIBRARY, moment, who, "purged", {"assessment": assessment})
        return len(gone)

    def let_go(self, assessment: str, reason: str, moment: dt.datetime, who: str) -> None:
        """Delete an assessment with its revisions for good; what went and why stays.

        Copies made earlier, backups and exported files, still hold it.

        Raises:
            Refused: it is held, or no reason was given.
        """
        head = self.get(assessment)
        if head.hold:
            raise Refused(f"“{head.name}” is held and must be kept: {head.hold}")
        if not reason.strip():
            raise Refused(f"say why “{head.name}” is deleted; the reason is all that stays")
        with self._database.transaction():
            self._note_gone(head, reason, moment, who)
            for table in ("revision", "exhibit"):
                self._database.run(f"DELETE FROM {table} WHERE assessment = ?", assessment)  # noqa: S608
            self._database.run("DELETE FROM assessment WHERE id = ?", assessment)
            self._database.run("DELETE FROM log WHERE assessment = ?", assessment)
            self._database.run("UPDATE let_go SET gone = 1 WHERE gone = 0")
        # The write-ahead log still holds the old pages until it is folded in.
        self._database.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def _note_gone(self, head: AssessmentHead, reason: str, moment: dt.datetime, who: str) -> None:
        last = self._database.row(
            "SELECT hash FROM revision WHERE assessment = ? ORDER BY number DESC LIMIT 1", head.id
        )
        told = {
            "assessment": head.id,
            "name": head.name,
            "revisions": head.revisions,
            "last_hash": last[0] if last else "",
            "keep_until": head.keep_until,
            "reason": codec.plain(reason),
        }
        self._database.run(
            "INSERT INTO let_go"
            " (assessment, name, revisions, last_hash, keep_until, reason, who, moment)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *told.values(),
            codec.plain(who),
            codec.stamp(moment),
        )
        self._log.add(LIBRARY, moment, who, "let go", told)


_COPY_PEOPLE = """
INSERT INTO person (assessment, key, subject, data, erased)
SELECT ?1, key, subject, data, erased FROM person
WHERE assessment = ?2 AND key IN (SELECT person FROM answer WHERE assessment = ?2)
"""
_COPY_ANSWERS = """
INSERT INTO answer (assessment, address, value, person, at)
SELECT ?1, address, value, person, ?3 FROM answer WHERE assessment = ?2
"""
_COPY_EXHIBITS = """
INSERT INTO exhibit (assessment, hash, name, media_type, added, origin, details)
SELECT ?1, hash, name, media_type, ?3, origin, details FROM exhibit WHERE assessment = ?2
"""


def new_id() -> str:
    """An id that no other assessment has, on any machine."""
    return str(uuid.uuid4())


def _sought(name: str, summary: Json) -> str:
    return codec.sought(name, *codec.words_of(summary))


def _heads(rows: list[tuple[Any, ...]]) -> list[AssessmentHead]:
    """Column by column, which is much faster than ten thousand rows one by one."""
    if not rows:
        return []
    columns = list(zip(*rows, strict=True))
    created, changed = (codec.moments_kept(columns[at]) for at in (2, 3))
    deleted = [codec.moment_kept(each) if each else None for each in columns[6]]
    summaries = codec.all_json_kept(columns[5])
    parts = (*columns[:2], created, changed, columns[4], summaries, deleted, *columns[7:])
    return [AssessmentHead(*each) for each in zip(*parts, strict=True)]
