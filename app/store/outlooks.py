"""What assessments would conclude under the law in use: kept to be shown, and thrown away freely.

An outlook holds for what it was worked out of; when that is another one now, it is not told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store import codec
from app.store.values import Due, Outlook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.store.codec import Json
    from app.store.database import Database

_OF = (
    "coalesce((SELECT hash FROM revision WHERE revision.assessment = assessment.id"
    " ORDER BY number DESC LIMIT 1), assessment.changed)"
)
_DUE = (
    f"SELECT id, {_OF} AS now, assessment.changed,"  # noqa: S608 (our names)
    " (SELECT max(number) FROM revision WHERE revision.assessment = assessment.id),"
    " NOT EXISTS (SELECT 1 FROM words WHERE words.assessment = assessment.id)"
    " FROM assessment LEFT JOIN outlook ON outlook.assessment = assessment.id"
    " WHERE deleted_at IS NULL AND (mark IS NOT ? OR since IS NOT ? OR of IS NOT now)"
    " ORDER BY assessment.changed DESC, id"
)
_STANDING = (
    "SELECT assessment, outlook.changed, asked, changes"  # noqa: S608 (our names)
    " FROM outlook JOIN assessment ON assessment.id = outlook.assessment"
    " WHERE mark = ? AND since = ? AND (outlook.changed > 0 OR asked > 0 OR changes <> '[]')"
    f" AND of = {_OF}"
)


class Outlooks:
    """The outlook of each assessment, and the words by which its answers are found."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def due(self, mark: str, since: str) -> list[Due]:
        """The assessments, outside the bin, whose outlook for this law and day is missing."""
        found = self._database.rows(_DUE, mark, since)
        return [
            Due(id_, of, codec.moment_kept(at), number, bool(wordless))
            for id_, of, at, number, wordless in found
        ]

    def put(self, outlooks: Sequence[Outlook]) -> None:
        """Keep several; one whose assessment has gone meanwhile is dropped."""
        self._database.run_many(
            "INSERT OR REPLACE INTO outlook"
            " (assessment, mark, since, of, changed, asked, changes, data)"
            " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8"
            " WHERE EXISTS (SELECT 1 FROM assessment WHERE id = ?1)",
            [
                (
                    each.assessment,
                    each.mark,
                    each.since,
                    each.of,
                    each.changed,
                    each.asked,
                    codec.canonical(list(each.changes)),
                    codec.canonical(each.data),
                )
                for each in outlooks
            ],
        )

    def standing(self, mark: str, since: str) -> Mapping[str, tuple[int, int, tuple[str, ...]]]:
        """The outlooks for this law and day that tell anything: how much changed, is asked, when.

        The days are those on which a rule changes by itself.
        """
        found = self._database.rows(_STANDING, mark, since)
        days = {text: tuple(codec.json_kept(text)) for text in {row[3] for row in found}}
        return {whose: (changed, asked, days[text]) for whose, changed, asked, text in found}

    def details(self, assessment: str) -> Json:
        """What the outlook of an assessment tells in words; None where there is none."""
        found = self._database.value("SELECT data FROM outlook WHERE assessment = ?", assessment)
        return codec.json_kept(found) if found else None

    def put_words(self, words: Mapping[str, Sequence[str]]) -> None:
        """Keep the words that assessments are found by."""
        self._database.run_many(
            "INSERT OR REPLACE INTO words (assessment, words)"
            " SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM assessment WHERE id = ?1)",
            [(each, codec.sought(*told)) for each, told in words.items()],
        )
