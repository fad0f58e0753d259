"""A listed party as JSON and back: what is stored, and hashed to tell one version from the next."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from app.screening.listed import Kind, Listed

_TUPLES = {"aliases", "addresses", "countries", "programmes", "identifiers"}


def told(party: Listed) -> dict[str, Any]:
    """Everything the list says; what it does not say is left out."""
    found: dict[str, Any] = {}
    for each in fields(party):
        value = getattr(party, each.name)
        if each.name == "kind":
            value = value.value
        if value:
            found[each.name] = list(value) if each.name in _TUPLES else value
    return found


def heard(stored: dict[str, Any]) -> Listed:
    """The party that was stored."""
    plain: dict[str, Any] = {
        name: tuple(value) if name in _TUPLES else value
        for name, value in stored.items()
        if name in Listed.__slots__
    }
    return Listed(**{**plain, "kind": Kind(plain.get("kind", ""))})
