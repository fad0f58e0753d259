"""The Consolidated Screening List of the United States, as csv or json.

The csv has 29 columns, older files 28 without ``_id``. Addresses of the Entity List
hold prose with semicolons, so only their country is trusted; the text is kept whole.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TextIO

from app.screening.formats.notes import split
from app.screening.listed import Kind, Listed, NotAList
from app.screening.rows import rows
from app.screening.sources import code_of, footnote_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.screening.formats.notes import Notes

COLUMNS = (
    "_id",
    "source",
    "entity_number",
    "type",
    "programs",
    "name",
    "title",
    "addresses",
    "federal_register_notice",
    "start_date",
    "end_date",
    "standard_order",
    "license_requirement",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "vessel_owner",
    "remarks",
    "source_list_url",
    "alt_names",
    "citizenships",
    "dates_of_birth",
    "nationalities",
    "places_of_birth",
    "source_information_url",
    "ids",
)
CSV, JSON = "csl-csv", "csl-json"
KINDS = {
    "individual": Kind.PERSON,
    "entity": Kind.ENTITY,
    "vessel": Kind.VESSEL,
    "aircraft": Kind.AIRCRAFT,
}
_COUNTRY = re.compile(r"(?:^|, |; )([A-Z]{2})(?=;|$)")


def is_header(columns: list[str]) -> bool:
    """Whether a first row is that of the list, in either of its lengths."""
    return tuple(columns) in (COLUMNS, COLUMNS[1:])


def read_csv(stream: TextIO, notes: Notes) -> Iterator[Listed]:
    """The parties of a csv file, one row each."""
    whole = rows(stream, notes.bad_row)
    _, header = next(whole)
    for row, cells in whole:
        if found := _of_cells(dict(zip(header, cells, strict=True)), row, notes):
            yield found


def _of_cells(cells: Mapping[str, str], row: int, notes: Notes) -> Listed | None:
    several = ("alt_names", "programs", "ids", "citizenships", "nationalities")
    entry = {**cells, **{column: split(cells[column]) for column in several}}
    countries = tuple(dict.fromkeys(_COUNTRY.findall(cells["addresses"])))
    addresses = (cells["addresses"],) if cells["addresses"] else ()
    return _listed(entry, addresses, countries, row, notes)


def read_json(stream: TextIO, notes: Notes) -> Iterator[Listed]:
    """The parties of a json file; its own date is that of its youngest source."""
    try:
        whole = json.load(stream)
        results = whole["results"]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        message = f"is no whole Consolidated Screening List: {error}"
        raise NotAList(message) from error
    if not isinstance(results, list):
        message = "is no Consolidated Screening List: `results` is no list"
        raise NotAList(message)
    notes.dated = _dated(whole)
    for row, entry in enumerate(results, 1):
        found = _of_entry(entry, row, notes)
        if found:
            yield found


def _dated(whole: Mapping[str, Any]) -> str:
    used = whole.get("sources_used")
    sources = used if isinstance(used, list) else []
    dates = [
        str(each.get("source_last_updated") or "") for each in sources if isinstance(each, dict)
    ]
    return max([*dates, str(whole.get("search_performed_at") or "")], default="")[:10]


def _of_entry(entry: object, row: int, notes: Notes) -> Listed | None:
    if not isinstance(entry, dict):
        notes.omit(row, "", "is no entry")
        return None
    lists = ("alt_names", "programs", "citizenships", "nationalities")
    plain = {**entry, **{name: _texts(entry.get(name)) for name in lists}}
    plain["ids"] = tuple(
        _joined(each, ("type", "number", "country")) for each in _dicts(entry, "ids")
    )
    places = _dicts(entry, "addresses")
    parts = ("address", "city", "state", "postal_code", "country")
    addresses = tuple(filter(None, (_joined(each, parts) for each in places)))
    countries = tuple(dict.fromkeys(str(each["country"]) for each in places if each.get("country")))
    return _listed(plain, addresses, countries, row, notes)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _dicts(entry: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    value = entry.get(name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _joined(parts: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return ", ".join(str(parts[name]) for name in names if parts.get(name))


def _listed(
    entry: Mapping[str, Any],
    addresses: tuple[str, ...],
    countries: tuple[str, ...],
    row: int,
    notes: Notes,
) -> Listed | None:
    text = {name: " ".join(str(entry.get(name) or "").split()) for name in COLUMNS}
    for needed in ("name", "source"):
        if not text[needed]:
            notes.omit(row, needed, "is empty, and the row cannot be told without it")
            return None
    code = code_of(text["source"])
    if not code:
        notes.unknown[text["source"]] = None
    return Listed(
        key=f"{code or text['source']}:{_own_key(entry, text)}",
        source=code or text["source"],
        name=text["name"],
        kind=KINDS.get(text["type"].lower(), Kind.UNKNOWN),
        aliases=entry["alt_names"],
        addresses=addresses,
        countries=countries,
        programmes=entry["programs"],
        identifiers=entry["ids"],
        requirement=text["license_requirement"],
        policy=text["license_policy"],
        citation=text["federal_register_notice"],
        footnote=footnote_of(text["license_requirement"]) if code == "EL" else "",
        remarks="; ".join(filter(None, (text["title"], text["remarks"]))),
    )


def _own_key(entry: Mapping[str, Any], text: Mapping[str, str]) -> str:
    return text["entity_number"] or text["_id"] or str(entry.get("id") or "") or text["name"]
