"""The consolidated list of the UN Security Council, as xml. Empty alias blocks occur."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from app.screening.formats.xml import Element, elements
from app.screening.listed import Kind, Listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.screening.formats.notes import Notes

FORMAT = "un-xml"
ROOT = "CONSOLIDATED_LIST"
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_PLACE = ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY")
_KINDS = {"INDIVIDUAL": Kind.PERSON, "ENTITY": Kind.ENTITY}


def read(stream: BinaryIO, notes: Notes) -> Iterator[Listed]:
    """The parties of the file, each as soon as its element ends."""
    for element in elements(stream, ROOT, tuple(_KINDS), notes):
        if found := _of_element(element, notes):
            yield found


def _of_element(party: Element, notes: Notes) -> Listed | None:
    name = _texts(party, _NAMES, " ")
    if not name:
        notes.omit(party.line, "FIRST_NAME", "names nobody")
        return None
    block = party.name
    places = party.all(f"{block}_ADDRESS")
    countries = (place.first("COUNTRY").text for place in places)
    aliases = (each.first("ALIAS_NAME").text for each in party.all(f"{block}_ALIAS"))
    return Listed(
        key=f"UN:{party.first('REFERENCE_NUMBER').text or party.first('DATAID').text}",
        source="UN",
        name=name,
        kind=_KINDS[block],
        aliases=tuple(filter(None, aliases)),
        addresses=tuple(filter(None, (_texts(place, _PLACE, ", ") for place in places))),
        countries=tuple(dict.fromkeys(filter(None, (*countries, *party.texts("NATIONALITY"))))),
        programmes=tuple(filter(None, (party.first("UN_LIST_TYPE").text,))),
        identifiers=tuple(
            filter(
                None,
                (
                    _texts(each, ("TYPE_OF_DOCUMENT", "NUMBER"), ", ")
                    for each in party.all(f"{block}_DOCUMENT")
                ),
            )
        ),
        citation=party.first("REFERENCE_NUMBER").text,
        remarks=party.first("COMMENTS1").text,
    )


def _texts(element: Element, names: tuple[str, ...], mark: str) -> str:
    return mark.join(filter(None, (element.first(name).text for name in names)))
