"""The screenings of assessments and the adjudications of their hits; both are only added to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store import codec
from app.store.list_values import KeptAdjudication, KeptHit, KeptScreening

if TYPE_CHECKING:
    from app.store.database import Database
    from app.store.records import Log

_ADJUDICATION = "subject, asked, key, version, verdict, reason, who, moment, basis, second"


class Screenings:
    """What was searched for each assessment, and what was found."""

    def __init__(self, database: Database, log: Log) -> None:
        self._database = database
        self._log = log

    def add(self, assessment: str, screening: KeptScreening) -> None:
        """Keep a screening with all its hits."""
        with self._database.transaction():
            self._put(assessment, screening)
            serial = int(self._database.value("SELECT max(serial) FROM screening"))
            self._database.run_many(
                "INSERT INTO hit (screening, number, subject, key, version, data)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (serial, number, hit.subject, hit.key, hit.version, codec.canonical(hit.data))
                    for number, hit in enumerate(screening.hits, 1)
                ],
            )
            data = {"names": len(screening.queries), "hits": len(screening.hits)}
            self._log.add(assessment, screening.moment, screening.who, "parties screened", data)

    def _put(self, assessment: str, screening: KeptScreening) -> None:
        self._database.run(
            "INSERT INTO screening (assessment, moment, who, engine, threshold, lists, queries)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            assessment,
            codec.stamp(screening.moment),
            codec.plain(screening.who),
            screening.engine,
            screening.threshold,
            codec.canonical(screening.lists),
            codec.canonical(screening.queries),
        )

    def latest(self, assessment: str) -> KeptScreening | None:
        """The last screening of an assessment with its hits."""
        found = self._database.row(
            "SELECT serial, moment, who, engine, threshold, lists, queries FROM screening"
            " WHERE assessment = ? ORDER BY serial DESC LIMIT 1",
            assessment,
        )
        if found is None:
            return None
        serial, moment, who, engine, threshold, lists, queries = found
        return KeptScreening(
            codec.moment_kept(moment),
            who,
            engine,
            threshold,
            codec.json_kept(lists),
            codec.json_kept(queries),
            self._hits(serial),
            serial,
        )

    def _hits(self, serial: int) -> tuple[KeptHit, ...]:
        found = self._database.rows(
            "SELECT subject, key, version, data FROM hit WHERE screening = ? ORDER BY number",
            serial,
        )
        return tuple(
            KeptHit(subject, key, version, codec.json_kept(data))
            for subject, key, version, data in found
        )

    def adjudicate(self, assessment: str, said: KeptAdjudication) -> None:
        """Add a word on a hit; earlier ones stay."""
        with self._database.transaction():
            self._database.run(
                f"INSERT INTO adjudication (assessment, {_ADJUDICATION})"  # noqa: S608 (our own words)
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                assessment,
                said.subject,
                codec.plain(said.asked),
                said.key,
                said.version,
                said.verdict,
                codec.plain(said.reason),
                codec.plain(said.who),
                codec.stamp(said.moment),
                codec.plain(said.basis),
                codec.plain(said.second),
            )
            data = {"subject": said.subject, "entry": said.key, "verdict": said.verdict}
            self._log.add(assessment, said.moment, said.who, "hit adjudicated", data)

    def adjudications(self, assessment: str) -> tuple[KeptAdjudication, ...]:
        """Every word on hits of an assessment, oldest first."""
        found = self._database.rows(
            f"SELECT {_ADJUDICATION} FROM adjudication WHERE assessment = ? ORDER BY serial",  # noqa: S608
            assessment,
        )
        return tuple(_adjudication(*row) for row in found)


def _adjudication(*row: str) -> KeptAdjudication:
    subject, asked, key, version, verdict, reason, who, moment, basis, second = row
    at = codec.moment_kept(moment)
    return KeptAdjudication(subject, asked, key, version, verdict, reason, who, at, basis, second)
