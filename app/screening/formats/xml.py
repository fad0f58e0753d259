"""XML read as a stream of small trees, one for each party.

Document types are refused, and with them entities of every kind: no list has any, and
they are how a small file becomes an endless one or reads another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO
from xml.parsers import expat

from app.screening.listed import NotAList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.screening.formats.notes import Notes

_CHUNK = 1 << 16
_DEEPEST = 50


@dataclass(slots=True)
class Element:
    """An element: its name without a namespace, attributes, text and children."""

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def of(self, name: str) -> str:
        """An attribute, or nothing."""
        return " ".join(self.attributes.get(name, "").split())

    def all(self, name: str) -> list[Element]:
        """The children of a name."""
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> Element:
        """The first child of a name; an empty one where there is none."""
        return next(iter(self.all(name)), Element(name, {}, self.line))

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of all children of a name, and those of their ``VALUE`` children."""
        found = [each.text for child in self.all(name) for each in (child, *child.all("VALUE"))]
        return tuple(text for text in found if text)


class _Reader:
    """Collects the wanted elements of what expat meets."""

    def __init__(self, root: str, wanted: tuple[str, ...], notes: Notes) -> None:
        self._root, self._wanted, self._notes = root, wanted, notes
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._say
        self._parser.buffer_text = True
        self._open: list[Element] = []
        self._depth = 0
        self.found: list[Element] = []

    def feed(self, content: bytes, *, last: bool) -> None:
        self._parser.Parse(content, last)

    def _refuse(self, *_: object) -> None:
        message = "has a document type, which no list has; it was not read further"
        raise NotAList(message)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        short = name.rpartition("}")[2]
        self._depth += 1
        if self._depth == 1:
            self._look_at_root(short, attributes)
        if self._depth > _DEEPEST:
            message = f"nests deeper than {_DEEPEST} elements"
            raise NotAList(message)
        if self._open or short in self._wanted:
            self._open.append(Element(short, attributes, self._parser.CurrentLineNumber))

    def _look_at_root(self, name: str, attributes: dict[str, str]) -> None:
        if name != self._root:
            message = f"begins with <{name}> and not with <{self._root}>"
            raise NotAList(message)
        dates = (attributes.get(name, "") for name in ("generationDate", "dateGenerated"))
        self._notes.dated = next(filter(None, dates), "")[:10]

    def _say(self, text: str) -> None:
        if self._open:
            self._open[-1].text += text

    def _end(self, _: str) -> None:
        self._depth -= 1
        if not self._open:
            return
        ended = self._open.pop()
        ended.text = " ".join(ended.text.split())
        if self._open:
            self._open[-1].children.append(ended)
        else:
            self.found.append(ended)


def elements(
    stream: BinaryIO, root: str, wanted: tuple[str, ...], notes: Notes
) -> Iterator[Element]:
    """The wanted elements, each as soon as it ends.

    Raises:
        NotAList: it is cut short, no XML, another list, or has a document type.
    """
    reader = _Reader(root, wanted, notes)
    try:
        while content := stream.read(_CHUNK):
            reader.feed(content, last=False)
            yield from reader.found
            reader.found.clear()
        reader.feed(b"", last=True)
    except expat.ExpatError as error:
        message = f"is no whole XML: {error}"
        raise NotAList(message) from error
    yield from reader.found
