"""How evidence, documents, notes and the log stand in a ``.clearway`` file."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from app.store import codec
from app.store.values import Document, Exhibit, LogEntry, Note

if TYPE_CHECKING:
    from app.store.codec import Json
    from app.store.strict_json import Part


def exhibit_told(exhibit: Exhibit, content: bytes | None) -> Json:
    """A file of evidence, with its bytes if they travel too."""
    told = {
        "hash": exhibit.hash,
        "name": exhibit.name,
        "media_type": exhibit.media_type,
        "size": exhibit.size,
        "added": codec.stamp(exhibit.added),
        "origin": exhibit.origin,
        "details": exhibit.details,
    }
    if content is None:
        return told
    return {**told, "bytes": base64.b64encode(content).decode("ascii")}


def exhibit_read(part: Part) -> Exhibit:
    """A file of evidence, without its bytes."""
    part.fields(
        needed=("hash", "name", "media_type", "size", "added"),
        known=("origin", "details", "bytes"),
    )
    return Exhibit(
        part.at("hash").text(),
        part.at("name").text(),
        part.at("media_type").text(),
        part.at("size").whole(),
        part.at("added").moment(),
        part.at("origin").text_or_none() or "",
        part.at("details").json(),
    )


def content_read(part: Part) -> bytes:
    """The bytes of a file of evidence."""
    try:
        return base64.b64decode(part.at("bytes").text(), validate=True)
    except binascii.Error:
        part.fail("has bytes that are not base64")


def document_told(document: Document) -> Json:
    """A document by its hash and place."""
    told = {"kind": document.kind, "moment": codec.stamp(document.moment)}
    return {**told, "sha256": document.sha256, "path": document.path, "revision": document.revision}


def document_read(part: Part) -> Document:
    """A document that was made."""
    part.fields(needed=("kind", "moment", "sha256", "path"), known=("revision",))
    return Document(
        part.at("kind").text(),
        part.at("moment").moment(),
        part.at("sha256").text(),
        part.at("path").text(),
        part.at("revision").whole_or_none(),
    )


def note_told(note: Note) -> Json:
    """A word on a matter."""
    told = {"kind": note.kind, "key": note.key, "data": note.data, "due": note.due}
    return {**told, "who": note.who, "moment": codec.stamp(note.moment)}


def note_read(part: Part) -> Note:
    """A word on a matter."""
    part.fields(needed=("kind", "key", "data", "who", "moment"), known=("due",))
    return Note(
        part.at("kind").text(),
        part.at("key").text(),
        part.at("data").json(),
        part.at("who").text(),
        part.at("moment").moment(),
        part.at("due").text_or_none(),
    )


def entry_told(entry: LogEntry) -> Json:
    """A link of the log's chain."""
    told = {"serial": entry.serial, "moment": codec.stamp(entry.moment), "who": entry.who}
    said = {"what": entry.what, "data": entry.data}
    return {**told, **said, "previous": entry.previous, "hash": entry.hash}


def entry_read(part: Part) -> LogEntry:
    """A link of the log's chain."""
    part.fields(needed=("serial", "moment", "who", "what", "data", "previous", "hash"))
    return LogEntry(
        part.at("serial").whole(),
        part.at("moment").moment(),
        part.at("who").text(),
        part.at("what").text(),
        part.at("data").json(),
        part.at("previous").text(),
        part.at("hash").text(),
    )
