"""How answers, steps, persons and revisions stand in a ``.clearway`` file.

One function leads there and one back; the exact shape of a revision is what is hashed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.store import codec
from app.store.assessments import new_id
from app.store.revisions import told_of
from app.store.values import (
    AssessmentHead,
    Batch,
    Change,
    Conclusions,
    KeptAnswers,
    Person,
    Revision,
    RevisionHead,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.store.codec import Json
    from app.store.drafts import Side
    from app.store.strict_json import Part


def head_told(head: AssessmentHead) -> Json:
    """Without the count of revisions, which stand in the file themselves."""
    return {
        "id": head.id,
        "name": head.name,
        "created": codec.stamp(head.created),
        "changed": codec.stamp(head.changed),
        "keep_until": head.keep_until,
        "hold": head.hold,
        "summary": head.summary,
    }


def head_read(part: Part, revisions: int, moment: dt.datetime) -> AssessmentHead:
    """An assessment that says no id or date is a new one of ``moment``."""
    known = ("id", "created", "changed", "keep_until", "hold", "summary")
    part.fields(needed=("name",), known=known)
    created = part.at("created").moment_or_none() or moment
    return AssessmentHead(
        _id(part.at("id")),
        part.at("name").text(),
        created,
        part.at("changed").moment_or_none() or created,
        revisions,
        part.at("summary").json(),
        None,
        part.at("keep_until").text_or_none(),
        part.at("hold").text_or_none(),
    )


def _id(part: Part) -> str:
    """An id may become a part of a file's name, so it is letters, digits and hyphens."""
    found = part.text_or_none()
    if found is None:
        return new_id()
    if not (found.isascii() and found.replace("-", "").isalnum() and len(found) <= 64):  # noqa: PLR2004
        part.fail("is no id")
    return found


def draft_told(kept: KeptAnswers, moments: Mapping[str, dt.datetime]) -> Json:
    """Addresses with their answers, those of persons apart, and when each was given."""
    return {
        "answers": {at: codec.to_json(each) for at, each in sorted(kept.answers.items())},
        "people": dict(sorted(kept.people.items())),
        "moments": {at: codec.stamp(moment) for at, moment in sorted(moments.items())},
    }


def kept_read(part: Part) -> KeptAnswers:
    """Answers and keys of persons."""
    return KeptAnswers(
        part.at("answers").mapping(lambda each: each.answer()),
        part.at("people").mapping(lambda each: each.whole()),
    )


def batch_told(batch: Batch) -> Json:
    """A step; each change says what stood there and what stands there now."""
    changes = [
        {"address": one.address, "old": _side_told(one.old), "new": _side_told(one.new)}
        for one in batch.changes
    ]
    told = {"number": batch.number, "kind": batch.kind, "of": batch.of}
    return {**told, "moment": codec.stamp(batch.moment), "who": batch.who, "changes": changes}


def _side_told(side: Side) -> Json:
    match side:
        case None:
            return None
        case int():
            return {"person": side}
        case str():
            return {"value": json.loads(side)}


def batch_read(part: Part) -> Batch:
    """A step of the history."""
    part.fields(needed=("number", "kind", "of", "moment", "who", "changes"))
    kind, of = part.at("kind").text(), part.at("of").whole_or_none()
    if kind not in {"given", "undone", "redone"} or (kind == "given") != (of is None):
        part.fail("is no step")
    return Batch(
        part.at("number").whole(),
        kind,
        of,
        part.at("moment").moment(),
        part.at("who").text(),
        part.at("changes").sequence(_change_read),
    )


def _change_read(part: Part) -> Change:
    part.fields(needed=("address", "old", "new"))
    address = part.at("address").text()
    return Change(address, _side_read(part.at("old")), _side_read(part.at("new")))


def _side_read(part: Part) -> Side:
    if part.json() is None:
        return None
    if "person" in part:
        part.fields(needed=("person",))
        return part.at("person").whole()
    part.fields(needed=("value",))
    return codec.canonical(codec.to_json(part.at("value").answer()))


def revision_told(revision: Revision) -> Json:
    """What is hashed, and the hash."""
    return {**told_of(revision), "hash": revision.hash}


_REVISION = [
    "number",
    "moment",
    "author",
    "program",
    "law",
    "days",
    "answers",
    "people",
    "determinations",
    "evidence",
    "details",
    "previous",
    "hash",
]


def revision_read(part: Part) -> Revision:
    """A revision; whether it is intact is for the bundle to say."""
    part.fields(needed=_REVISION)
    return Revision(
        part.at("number").whole(),
        part.at("moment").moment(),
        part.at("author").text(),
        Conclusions(
            part.at("law").text(),
            part.at("days").json(),
            part.at("determinations").json(),
            part.at("program").text(),
            part.at("details").json(),
        ),
        kept_read(part),
        part.at("evidence").sequence(lambda each: each.text()),
        part.at("previous").text(),
        part.at("hash").text(),
    )


def revision_head_told(head: RevisionHead) -> Json:
    """When and by whom, and nothing of what."""
    told = {"number": head.number, "moment": codec.stamp(head.moment), "author": head.author}
    return {**told, "law": head.law, "hash": head.hash}


def revision_head_read(part: Part) -> RevisionHead:
    """The head of a revision that may stand elsewhere."""
    part.fields(needed=("number", "moment", "author", "law", "hash"))
    return RevisionHead(
        part.at("number").whole(),
        part.at("moment").moment(),
        part.at("author").text(),
        part.at("law").text(),
        part.at("hash").text(),
    )


def person_told(person: Person) -> Json:
    """A personal answer, or that and when it was erased."""
    if person.erased:
        return {"subject": person.subject, "erased": codec.stamp(person.erased)}
    return {"subject": person.subject, "data": codec.to_json(person.data)}


def person_read(part: Part) -> Person:
    """A personal answer."""
    part.fields(needed=("subject",), known=("data", "erased"))
    erased = part.at("erased").moment_or_none()
    if (erased is None) != ("data" in part):
        part.fail("must have either data or the moment it was erased")
    return Person(part.at("subject").text(), part.at("data").answer(), erased)
