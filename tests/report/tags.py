"""The structure tree of a PDF as Python lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pikepdf


@dataclass
class Tag:
    kind: str
    node: pikepdf.Object
    children: list[Tag] = field(default_factory=list)

    def all(self, *kinds: str) -> list[Tag]:
        found = [self] if self.kind in kinds else []
        return found + [each for child in self.children for each in child.all(*kinds)]

    @property
    def scope(self) -> str | None:
        attributes: Any = self.node.get("/A")
        listed = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
        scopes = [
            str(a.Scope) for a in listed if isinstance(a, pikepdf.Dictionary) and "/Scope" in a
        ]
        return scopes[0] if scopes else None


def tree(file: pikepdf.Pdf) -> Tag:
    """The tags under one root."""
    root = Tag("Root", file.Root.StructTreeRoot)
    _grow(root, file.Root.StructTreeRoot.K)
    return root


def _grow(parent: Tag, node: Any) -> None:  # noqa: ANN401
    if isinstance(node, pikepdf.Array):
        for each in node:
            _grow(parent, each)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        tag = Tag(str(node.S).removeprefix("/"), node)
        parent.children.append(tag)
        _grow(tag, node.get("/K"))
