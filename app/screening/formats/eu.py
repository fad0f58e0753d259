"""The EU's consolidated list of financial sanctions, as csv or xml.

The csv gives a party several rows, one for each name, address or date; a row belongs to
the party whose logical id it bears. The list holds asset freezes only.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, BinaryIO, TextIO

from app.screening.formats.xml import Element, elements
from app.screening.listed import Kind, Listed, NotAList
from app.screening.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from app.screening.formats.notes import Notes

CSV, XML = "eu-csv", "eu-xml"
COLUMNS = 118
FIRST = ("fileGenerationDate", "Entity_LogicalId", "Entity_EU_ReferenceNumber")
ROOT = "export"
_KINDS = {"P": Kind.PERSON, "E": Kind.ENTITY, "person": Kind.PERSON, "enterprise": Kind.ENTITY}
_UNKNOWN_COUNTRY = ("", "00", "UNKNOWN")
_NAMES = ("NameAlias_FirstName", "NameAlias_MiddleName", "NameAlias_LastName")
_NEEDED = ("NameAlias_LastName", "NameAlias_FirstName", "NameAlias_WholeName")
_PLACE = ("Address_Street", "Address_PoBox", "Address_ZipCode", "Address_City")
_COUNTRIES = ("Address_CountryIso2Code", "Citizenship_CountryIso2Code")


def is_header(columns: list[str]) -> bool:
    """Whether a first row is that of the list."""
    return tuple(columns[: len(FIRST)]) == FIRST


def read_csv(stream: TextIO, notes: Notes) -> Iterator[Listed]:
    """The parties of a csv file; they are known when its last row is read."""
    whole = rows(stream, notes.bad_row, ";")
    _, header = next(whole)
    if missing := [name for name in _NEEDED if name not in header]:
        message = f"row 1: lacks {', '.join(missing)}, so names would be lost"
        raise NotAList(message)
    parties: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row, cells in whole:
        entry = {name: " ".join(cell.split()) for name, cell in zip(header, cells, strict=True)}
        if not entry["Entity_LogicalId"]:
            notes.omit(row, "Entity_LogicalId", "is empty, and the row belongs to nobody")
            continue
        notes.dated = notes.dated or iso(entry["fileGenerationDate"])
        parties[entry["Entity_LogicalId"]].append({**entry, "row": str(row)})
    for key, entries in parties.items():
        if found := _of_rows(key, entries, notes):
            yield found


def iso(text: str) -> str:
    """A date as ``dd/mm/yyyy`` or as ISO, as ISO; nothing where it is neither."""
    parts = text[:10].split("/")
    if len(parts) == len(("day", "month", "year")):
        day, month, year = parts
        return f"{year}-{month:0>2}-{day:0>2}"
    return text[:10]


def _of_rows(key: str, rows: list[Mapping[str, str]], notes: Notes) -> Listed | None:
    names = _each(row.get("NameAlias_WholeName") or _joined(row, _NAMES, " ") for row in rows)
    if not names:
        notes.omit(int(rows[0]["row"]), "NameAlias_WholeName", "names nobody in any of its rows")
        return None
    first = rows[0]
    codes = [row.get(column, "") for row in rows for column in _COUNTRIES]
    numbers = (_joined(row, ("Identification_TypeCode", "Identification_Number")) for row in rows)
    return Listed(
        key=f"EU:{first.get('Entity_EU_ReferenceNumber') or key}",
        source="EU",
        name=names[0],
        kind=_KINDS.get(first.get("Entity_SubjectType_ClassificationCode", ""), Kind.UNKNOWN),
        aliases=names[1:],
        addresses=_each(_joined(row, _PLACE) for row in rows),
        countries=_each(code for code in codes if code not in _UNKNOWN_COUNTRY),
        programmes=_each(row.get("Entity_Regulation_Programme", "") for row in rows),
        identifiers=_each(numbers),
        citation=first.get("Entity_Regulation_NumberTitle", ""),
        remarks=first.get("Entity_Remark", ""),
    )


def _joined(row: Mapping[str, str], columns: tuple[str, ...], mark: str = ", ") -> str:
    return mark.join(row[column] for column in columns if row.get(column))


def _each(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def read_xml(stream: BinaryIO, notes: Notes) -> Iterator[Listed]:
    """The parties of an xml file, each as soon as its element ends."""
    for element in elements(stream, ROOT, ("sanctionEntity",), notes):
        if found := _of_element(element, notes):
            yield found


def _of_element(entity: Element, notes: Notes) -> Listed | None:
    names = _each(_name_of(alias) for alias in entity.all("nameAlias"))
    if not names:
        notes.omit(entity.line, "nameAlias", "names nobody")
        return None
    places = entity.all("address")
    codes = [at.of("countryIso2Code") for at in (*places, *entity.all("citizenship"))]
    kind = entity.first("subjectType")
    regulation = entity.first("regulation")
    parts = ("street", "poBox", "zipCode", "city")
    return Listed(
        key=f"EU:{entity.of('euReferenceNumber') or entity.of('logicalId')}",
        source="EU",
        name=names[0],
        kind=_KINDS.get(kind.of("classificationCode") or kind.of("code"), Kind.UNKNOWN),
        aliases=names[1:],
        addresses=_each(_parts_of(place, parts) for place in places),
        countries=_each(code for code in codes if code not in _UNKNOWN_COUNTRY),
        programmes=_each(each.of("programme") for each in entity.all("regulation")),
        identifiers=_each(
            _parts_of(each, ("identificationTypeCode", "number"))
            for each in entity.all("identification")
        ),
        citation=regulation.of("numberTitle"),
        remarks=entity.first("remark").text,
    )


def _name_of(alias: Element) -> str:
    parts = ("firstName", "middleName", "lastName")
    return alias.of("wholeName") or _parts_of(alias, parts, " ")


def _parts_of(element: Element, names: tuple[str, ...], mark: str = ", ") -> str:
    return mark.join(filter(None, (element.of(name) for name in names)))
