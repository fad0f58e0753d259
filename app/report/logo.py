"""A firm's logo looked at before it is kept: a PNG that is one, or an SVG that only draws.

What is let through names no file and no address, runs nothing, and is small; so the type-setter,
which meets it in every document, meets nothing else.
"""

from __future__ import annotations

import re
import struct
import zlib
from xml.parsers import expat

from app.report.errors import ReportError

_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_BYTES, _MOST_SIDE, _MOST_PARTS, _DEEPEST = 500_000, 3000, 5000, 40
_BYTES_A_PIXEL = 8
_DRAWS = frozenset(
    {
        "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line",
        "polyline", "polygon", "clipPath", "linearGradient", "radialGradient", "stop",
    }
)  # fmt: skip
_PLAIN_STYLE = re.compile(r"[^()\\@]*")
_PLACE = re.compile(r"\s*url\(\s*#[\w.-]+\s*\)\s*(none)?\s*")


class LogoRefusedError(ReportError):
    """A file is no logo that may stand in documents; the message says why and what to do."""


def checked_logo(raw: bytes) -> bytes:
    """The same bytes, if they are a PNG or an SVG that may stand in documents.

    Raises:
        LogoRefusedError: they are neither, or too large, or do more than draw.
    """
    if len(raw) > _MOST_BYTES:
        raise LogoRefusedError(
            f"The logo has {len(raw):,} bytes; {_MOST_BYTES:,} is the most. Save it smaller."
        )
    if raw.startswith(_PNG):
        _check_png(raw)
    else:
        _Drawing().read(raw)
    return raw


def _check_png(raw: bytes) -> None:
    packed, size = [], (0, 0)
    for kind, body in _chunks(raw):
        if kind == b"IHDR":
            size = struct.unpack(">II", body[:8])
            if not all(0 < side <= _MOST_SIDE for side in size):
                raise LogoRefusedError(f"A side of the logo may have 1 to {_MOST_SIDE} pixels.")
        elif kind == b"IDAT":
            packed.append(body)
    most = (size[0] * _BYTES_A_PIXEL + 1) * size[1]
    try:
        found = zlib.decompressobj().decompress(b"".join(packed), most + 1)
    except zlib.error as error:
        raise LogoRefusedError("This PNG is damaged. Save it again.") from error
    if not found or len(found) > most:
        raise LogoRefusedError("This PNG is not what its head says. Save it again.")


def _chunks(raw: bytes) -> list[tuple[bytes, bytes]]:
    at, found = len(_PNG), []
    while at < len(raw):
        try:
            length, kind = struct.unpack_from(">I4s", raw, at)
            (check,) = struct.unpack_from(">I", raw, at + 8 + length)
        except struct.error as error:
            raise LogoRefusedError("This PNG is cut short. Save it again.") from error
        body = raw[at + 8 : at + 8 + length]
        if zlib.crc32(kind + body) != check:
            raise LogoRefusedError("This PNG is damaged. Save it again.")
        found.append((kind, body))
        at += 12 + length
    if not found or found[0][0] != b"IHDR" or found[-1][0] != b"IEND":
        raise LogoRefusedError("This PNG is cut short. Save it again.")
    return found


class _Drawing:
    """Reads an SVG and refuses the first thing that does more than draw."""

    def __init__(self) -> None:
        self._depth = self._parts = 0

    def read(self, raw: bytes) -> None:
        """Look at the whole of it."""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.ProcessingInstructionHandler = self._refuse_instruction
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        try:
            parser.Parse(raw, True)  # noqa: FBT003  # the signature is expat's
        except expat.ExpatError as error:
            raise LogoRefusedError(
                f"The logo is neither a PNG nor a readable SVG ({error})."
            ) from error

    def _refuse_doctype(self, *_: object) -> None:
        raise LogoRefusedError("The SVG brings a document type. Save it as plain SVG.")

    def _refuse_instruction(self, target: str, _data: str) -> None:
        raise LogoRefusedError(f"The SVG brings an instruction ({target}). Save it as plain SVG.")

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth, self._parts = self._depth + 1, self._parts + 1
        if self._parts == 1 and name != "svg":
            raise LogoRefusedError("The logo is neither a PNG nor an SVG.")
        if self._depth > _DEEPEST or self._parts > _MOST_PARTS:
            raise LogoRefusedError("The SVG has too many parts. Save it as a PNG.")
        if name not in _DRAWS:
            raise LogoRefusedError(
                f"The SVG holds <{name[:30]}>, which a logo may not. Turn texts and pictures in it "
                "into paths, or save it as a PNG."
            )
        for key, value in attributes.items():
            self._look_at(key, value)

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _look_at(self, key: str, value: str) -> None:
        called = key.rpartition(":")[2].lower()
        styled = called == "style" and not _PLAIN_STYLE.fullmatch(value)
        leads = styled or called == "href" or called.startswith("on") or "\\" in value
        outside = "url" in value.lower() and not _PLACE.fullmatch(value)
        if leads or (outside and not key.startswith("xmlns")):
            raise LogoRefusedError(
                f"The SVG has {key[:30]}={value[:30]!r}, which a logo may not. Save it as a PNG, or as "
                "plain SVG with presentation attributes."
            )
