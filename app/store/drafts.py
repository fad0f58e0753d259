"""The draft of an assessment: its answers as they are now, and every step that led there.

A batch of answers is one transaction. Undo and redo are batches too, so that
nothing given is ever lost; an answer about a person is kept apart, under a key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from app.store import codec
from app.store.errors import NotFound, UnusableValue
from app.store.people import subject_of
from app.store.values import Answers, Batch, Change, KeptAnswers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping

    from app.store.codec import Answer
    from app.store.database import Database
    from app.store.people import People

Side: TypeAlias = str | int | None
"""One side of a change: an answer's JSON text, the key of a personal answer, or nothing."""


class Drafts:
    """The drafts of all assessments."""

    def __init__(self, database: Database, people: People) -> None:
        self._database = database
        self._people = people

    def read(self, assessment: str) -> Answers:
        """The answers, those about persons among them."""
        with self._database.snapshot():
            return self._people.in_place(assessment, self.kept(assessment))

    def kept(self, assessment: str) -> KeptAnswers:
        """The answers as they are kept, with keys for those about persons."""
        found = self._sides(assessment)
        return KeptAnswers(
            {
                at: codec.from_json(codec.json_kept(s))
                for at, s in found.items()
                if isinstance(s, str)
            },
            {at: s for at, s in found.items() if isinstance(s, int)},
        )

    def write(  # noqa: PLR0913 (what, when, who, and what is special about it)
        self,
        assessment: str,
        given: Mapping[str, Answer],
        moment: dt.datetime,
        who: str,
        *,
        withdrawn: Collection[str] = (),
        personal: Collection[str] = (),
    ) -> Answers:
        """Write a batch of answers; ``withdrawn`` become unanswered, ``personal`` stand apart."""
        with self._database.transaction():
            before = self.read(assessment).answers
            sides: dict[str, Side] = dict.fromkeys(withdrawn)
            for address, answer in given.items():
                if address in before and same(before[address], answer):
                    continue  # a personal answer would get a new key for nothing
                sides[address] = self._side(
                    assessment, address, answer, personal=address in personal
                )
            self.put_sides(assessment, sides, moment, who)
            return self.read(assessment)

    def moments(self, assessment: str) -> Mapping[str, dt.datetime]:
        """When each answer of the draft was given."""
        found = self._database.rows(
            "SELECT address, at FROM answer WHERE assessment = ? ORDER BY address", assessment
        )
        return {address: codec.moment_kept(at) for address, at in found}

    def replace(self, assessment: str, kept: KeptAnswers, moment: dt.datetime, who: str) -> Answers:
        """Make the draft what ``kept`` says, in one step that can be undone."""
        with self._database.transaction():
            sides: dict[str, Side] = dict.fromkeys(self._sides(assessment))
            self.put_sides(assessment, {**sides, **sides_of(kept)}, moment, who)
            return self.read(assessment)

    def can_undo(self, assessment: str) -> bool:
        """Whether a step is left to undo."""
        return bool(self._stacks(assessment)[0])

    def can_redo(self, assessment: str) -> bool:
        """Whether an undone step is left to redo."""
        return bool(self._stacks(assessment)[1])

    def undo(self, assessment: str, moment: dt.datetime, who: str) -> Answers:
        """Take back the last step."""
        return self._step(assessment, "undone", moment, who)

    def redo(self, assessment: str, moment: dt.datetime, who: str) -> Answers:
        """Take the step again that was undone last."""
        return self._step(assessment, "redone", moment, who)

    def history(self, assessment: str) -> tuple[Batch, ...]:
        """Every step with who took it and when, oldest first."""
        changes: dict[int, list[Change]] = {}
        for number, *change in self._database.rows(
            "SELECT batch, address, coalesce(old_value, old_person),"
            " coalesce(new_value, new_person) FROM answer_history"
            " WHERE assessment = ? ORDER BY batch, address",
            assessment,
        ):
            changes.setdefault(number, []).append(Change(*change))
        found = self._database.rows(
            "SELECT number, kind, of, moment, who FROM batch WHERE assessment = ? ORDER BY number",
            assessment,
        )
        return tuple(
            Batch(number, kind, of, codec.moment_kept(moment), who, tuple(changes.get(number, ())))
            for number, kind, of, moment, who in found
        )

    def put_batch(self, assessment: str, batch: Batch) -> None:
        """Write a step into the history, without taking it."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO batch (assessment, number, kind, of, moment, who)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                assessment,
                batch.number,
                batch.kind,
                batch.of,
                codec.stamp(batch.moment),
                codec.plain(batch.who),
            )
            self._database.run_many(
                "INSERT INTO answer_history (assessment, batch, address,"
                " old_value, old_person, new_value, new_person) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (assessment, batch.number, one.address, *_columns(one.old), *_columns(one.new))
                    for one in batch.changes
                ],
            )

    def put_answers(self, assessment: str, sides: Mapping[str, Side], moment: dt.datetime) -> None:
        """Set the draft at these addresses, without a word in the history."""
        gone = [(assessment, address) for address, side in sides.items() if side is None]
        kept = [
            (assessment, address, *_columns(side), codec.stamp(moment))
            for address, side in sides.items()
            if side is not None
        ]
        self._database.run_many("DELETE FROM answer WHERE assessment = ? AND address = ?", gone)
        self._database.run_many(
            "INSERT INTO answer (assessment, address, value, person, at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET value = excluded.value, person = excluded.person,"
            " at = excluded.at",
            kept,
        )

    def follow(
        self,
        assessment: str,
        given: Mapping[str, Answer],
        withdrawn: Collection[str],
        moment: dt.datetime,
    ) -> None:
        """Set answers that follow from a record kept elsewhere: no step, so undo passes over them."""
        sides: dict[str, Side] = dict.fromkeys(withdrawn)
        with self._database.transaction():
            for address, answer in given.items():
                sides[address] = self._side(assessment, address, answer, personal=False)
            self.put_answers(assessment, sides, moment)

    def put_sides(
        self, assessment: str, sides: Mapping[str, Side], moment: dt.datetime, who: str
    ) -> None:
        """Take a step to these sides, if it changes anything."""
        before = self._sides(assessment)
        changes = tuple(
            Change(address, before.get(address), side)
            for address, side in sides.items()
            if before.get(address) != side
        )
        if changes:
            self._take(assessment, Batch(0, "given", None, moment, who, changes))

    def _take(self, assessment: str, batch: Batch) -> None:
        """Number the step, log it, and change the draft."""
        last = self._database.value(
            "SELECT coalesce(max(number), 0) FROM batch WHERE assessment = ?", assessment
        )
        moment = batch.moment
        numbered = Batch(last + 1, batch.kind, batch.of, moment, batch.who, batch.changes)
        self.put_batch(assessment, numbered)
        self.put_answers(assessment, {one.address: one.new for one in batch.changes}, moment)
        self._database.run(
            "UPDATE assessment SET changed = ? WHERE id = ?", codec.stamp(moment), assessment
        )

    def _step(self, assessment: str, kind: str, moment: dt.datetime, who: str) -> Answers:
        """Undo or redo; where there is nothing left, the draft stays as it is."""
        with self._database.transaction():
            undo, redo = self._stacks(assessment)
            stack = undo if kind == "undone" else redo
            if stack:
                changes = self._changes(assessment, stack[-1])
                if kind == "undone":
                    changes = tuple(Change(one.address, one.new, one.old) for one in changes)
                self._take(assessment, Batch(0, kind, stack[-1], moment, who, changes))
            return self.read(assessment)

    def _changes(self, assessment: str, number: int) -> tuple[Change, ...]:
        found = self._database.rows(
            "SELECT address, coalesce(old_value, old_person), coalesce(new_value, new_person)"
            " FROM answer_history WHERE assessment = ? AND batch = ?",
            assessment,
            number,
        )
        return tuple(Change(*row) for row in found)

    def _stacks(self, assessment: str) -> tuple[list[int], list[int]]:
        return stacks(
            self._database.rows(
                "SELECT number, kind, of FROM batch WHERE assessment = ? ORDER BY number",
                assessment,
            )
        )

    def _sides(self, assessment: str) -> dict[str, Side]:
        found = self._database.rows(
            "SELECT address, coalesce(value, person) FROM answer WHERE assessment = ?", assessment
        )
        if not found and not self._database.row(
            "SELECT 1 FROM assessment WHERE id = ?", assessment
        ):
            raise NotFound(f"no assessment {assessment} stands in this library")
        return dict(found)

    def _side(self, assessment: str, address: str, answer: Answer, *, personal: bool) -> Side:
        if not codec.is_plain(address):
            raise UnusableValue(f"{address!r} is no address")
        if personal:
            return self._people.add(assessment, subject_of(address), answer)
        return codec.canonical(codec.to_json(answer))


def stacks(steps: Iterable[tuple[int, str, int | None]]) -> tuple[list[int], list[int]]:
    """The steps that can be undone and those that can be redone, last one last.

    Raises:
        ValueError: a step undoes or redoes what was not to be undone or redone.
    """
    undo: list[int] = []
    redo: list[int] = []
    for number, kind, of in steps:
        if kind == "given":
            undo.append(number)
            redo.clear()
            continue
        source, target = (undo, redo) if kind == "undone" else (redo, undo)
        if not source or source[-1] != of:
            raise ValueError(f"step {number} does not follow from the steps before it")
        target.append(source.pop())
    return undo, redo


def sides_of(kept: KeptAnswers) -> dict[str, Side]:
    """Kept answers as the sides of changes."""
    told = {at: codec.canonical(codec.to_json(answer)) for at, answer in kept.answers.items()}
    return {**told, **kept.people}


def same(one: Answer, other: Answer) -> bool:
    """Whether two answers are stored alike; Python finds 1, 1.0 and True equal."""
    return codec.canonical(codec.to_json(one)) == codec.canonical(codec.to_json(other))


def _columns(side: Side) -> tuple[str | None, int | None]:
    return (side if isinstance(side, str) else None, side if isinstance(side, int) else None)
