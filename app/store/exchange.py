"""The ``.clearway`` file: a bundle as readable JSON, and JSON as a checked bundle.

``docs/files.md`` tells the format; a file written by hand may leave out whatever
it has not: hashes are only checked where they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store import bundle as bundles
from app.store import codec, record_shapes, shapes
from app.store.bundle import Bundle
from app.store.errors import UnreadableFile
from app.store.strict_json import Part, parse
from app.store.values import KeptAnswers

if TYPE_CHECKING:
    import datetime as dt

    from app.store.codec import Json
    from app.store.values import Person

VERSION = 1
_PARTS = [
    "program",
    "printed",
    "assessment",
    "draft",
    "history",
    "revisions",
    "heads",
    "laws",
    "people",
    "evidence",
    "documents",
    "notes",
    "log",
    "hash",
]


def write(bundle: Bundle) -> bytes:
    """The bytes of a file; reading them gives the same bundle, which is tried before."""
    bundles.check(bundle)
    told = _told(bundle)
    raw = codec.readable({**told, "hash": codec.digest_of(told)}).encode()
    if read(raw, bundle.head.created) != bundle:
        raise UnreadableFile("this assessment cannot be written so that it reads the same")
    return raw


def read(raw: bytes, moment: dt.datetime) -> Bundle:
    """The bundle of a file; ``moment`` is when an assessment without dates begins."""
    value = parse(raw)
    if not isinstance(value, dict) or "clearway" not in value:
        raise UnreadableFile("it is not a .clearway file")
    _refuse_other_versions(value["clearway"])
    _refuse_damage(value)
    whole = Part(value, "")
    whole.fields(needed=("clearway", "assessment"), known=_PARTS)
    bundle = _bundle(whole, moment)
    bundles.check(bundle)
    return bundle


def _told(bundle: Bundle) -> dict[str, Json]:
    """The parts in the order in which a person reads them."""
    people = {str(key): shapes.person_told(each) for key, each in bundle.people.items()}
    return {
        "clearway": VERSION,
        "program": bundle.program,
        "printed": bundle.printed,
        "assessment": shapes.head_told(bundle.head),
        "draft": shapes.draft_told(bundle.draft, bundle.moments),
        "people": people,
        "revisions": [shapes.revision_told(each) for each in bundle.revisions],
        "heads": [shapes.revision_head_told(each) for each in bundle.heads],
        "evidence": [
            record_shapes.exhibit_told(each, bundle.contents.get(each.hash))
            for each in bundle.exhibits
        ],
        "documents": [record_shapes.document_told(each) for each in bundle.documents],
        "notes": [record_shapes.note_told(each) for each in bundle.notes],
        "log": [record_shapes.entry_told(each) for each in bundle.log],
        "history": [shapes.batch_told(each) for each in bundle.history],
        "laws": dict(bundle.laws),
    }


def _bundle(whole: Part, moment: dt.datetime) -> Bundle:
    draft = whole.at("draft")
    if draft.json() is not None:
        draft.fields(needed=("answers",), known=("people", "moments"))
    revisions = whole.at("revisions").sequence(shapes.revision_read)
    evidence = whole.at("evidence")
    return Bundle(
        head=shapes.head_read(whole.at("assessment"), len(revisions), moment),
        program=whole.at("program").text_or_none() or "",
        printed=whole.at("printed").json() is True,
        draft=shapes.kept_read(draft) if draft.json() is not None else KeptAnswers(),
        moments=draft.at("moments").mapping(Part.moment) if draft.json() is not None else {},
        history=whole.at("history").sequence(shapes.batch_read),
        revisions=revisions,
        heads=whole.at("heads").sequence(shapes.revision_head_read),
        laws=whole.at("laws").mapping(Part.text),
        people=_people(whole.at("people")),
        exhibits=evidence.sequence(record_shapes.exhibit_read),
        contents={
            each.at("hash").text(): record_shapes.content_read(each)
            for each in evidence.parts()
            if "bytes" in each
        },
        documents=whole.at("documents").sequence(record_shapes.document_read),
        notes=whole.at("notes").sequence(record_shapes.note_read),
        log=whole.at("log").sequence(record_shapes.entry_read),
    )


def _people(part: Part) -> dict[int, Person]:
    found = {}
    for key, each in part.items():
        if not key.isdecimal() or key != str(int(key[:18])) or int(key) == 0:
            part.fail(f"has {key[:20]!r}, which is no key of a person")
        found[int(key)] = shapes.person_read(each)
    return found


def _refuse_other_versions(version: Json) -> None:
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise UnreadableFile("it does not say which version of the format it has")
    if version > VERSION:
        raise UnreadableFile(
            f"it has version {version} of the format and this program knows {VERSION};"
            " open it with the newer program"
        )


def _refuse_damage(value: dict[str, Json]) -> None:
    told = {key: each for key, each in value.items() if key != "hash"}
    if "hash" in value and value["hash"] != codec.digest_of(told):
        raise UnreadableFile(
            "it was changed or damaged after it was written; whoever changed it on purpose"
            ' takes its last "hash" out'
        )
