"""Small readers: one place of a file into one value; each complains and goes on."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from app.questionnaire import definition as d
from app.questionnaire.expression import ALWAYS, Formula
from app.questionnaire.parser import ExpressionError, parse
from app.questionnaire.source import meant

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Mapping

    from app.questionnaire.source import Place

T = TypeVar("T")
NONE = "none"
Reader = "Callable[[Place], T]"


def text(place: Place) -> str:
    """A text."""
    return place.text()


def number(place: Place) -> float:
    """A number."""
    return place.number()


def whole(place: Place) -> int:
    """A whole number."""
    return int(place.number())


def truth(place: Place) -> bool:
    """``yes`` or ``no``."""
    word = place.text()
    if word not in ("yes", "no"):
        place.complain(f"expected yes or no, not {word!r}")
    return word == "yes"


def one_of(known: Collection[str]) -> Callable[[Place], str]:
    """A reader of one of the words given."""

    def read(place: Place) -> str:
        word = place.text()
        if word and word not in known:
            place.complain(f"{word!r} is not possible here{meant(word, known)}")
        return word

    return read


def many(reader: Callable[[Place], T]) -> Callable[[Place], tuple[T, ...]]:
    """A reader of a list."""

    def read(place: Place) -> tuple[T, ...]:
        return tuple(reader(item) for item in place.items())

    return read


def words(place: Place) -> tuple[str, ...]:
    """A list of words; one word alone is a list of one."""
    return many(text)(place) if place.is_list() else (place.text(),)


def scope(place: Place) -> tuple[str, ...]:
    """``assessment``, a group, or two groups with ``x`` between them."""
    groups = tuple(part.strip() for part in place.text().split(" x "))
    return () if groups == ("assessment",) else groups


def formula(place: Place) -> Formula:
    """An expression."""
    written = place.text()
    try:
        tree = parse(written)
    except ExpressionError as error:
        at = place.where.shifted(error.column) if place.single_line else place.where
        place._complaints.note(at, str(error))  # noqa: SLF001  # a place within this place
        return Formula(written, ALWAYS.tree, place.where, place.single_line)
    return Formula(written, tree, place.where, place.single_line)


def citation(place: Place) -> d.Citation:
    """``source/place``, alone or with the words relied on."""
    quoted = ""
    if place.is_mapping():
        fields = place.fields(("at", "words"), ("at",))
        quoted = fields["words"].text() if "words" in fields else ""
        place = fields.get("at", place)
    source, slash, where = place.text().partition("/")
    if not slash and source:
        place.complain(f"a citation is source/place, not {source!r}")
    return d.Citation(source, where, quoted)


citations = many(citation)


def by_date(reader: Callable[[Place], T]) -> Callable[[Place], tuple[tuple[dt.date, T], ...]]:
    """A reader of effective date to value, in order of date."""

    def read(place: Place) -> tuple[tuple[dt.date, T], ...]:
        found = [(key.date(), reader(value)) for _, key, value in place.entries()]
        return tuple(sorted(found, key=lambda entry: entry[0]))

    return read


def texts(place: Place) -> Mapping[str, str]:
    """Name to text."""
    return MappingProxyType({name: value.text() for name, _, value in place.entries()})


def options(place: Place) -> tuple[d.Option, ...]:
    """Id to title, or to title and note."""
    return tuple(_option(name, value) for name, _, value in place.entries())


def _option(name: str, place: Place) -> d.Option:
    if not place.is_mapping():
        return d.Option(name, place.text())
    fields = place.fields(("title", "note"), ("title",))
    return d.Option(name, *(fields[f].text() if f in fields else "" for f in ("title", "note")))


def rows(place: Place) -> tuple[d.Row, ...]:
    """Row id to title and constants."""
    return tuple(_row(name, value) for name, _, value in place.entries())


def _row(name: str, place: Place) -> d.Row:
    if not place.is_mapping():
        return d.Row(name, place.text(), MappingProxyType({}))
    title, constants = name, {}
    for key, _, value in place.entries():
        if key == "title":
            title = value.text()
        else:
            constants[key] = value.number()
    return d.Row(name, title, MappingProxyType(constants))


def elements(place: Place) -> tuple[d.Element, ...]:
    """One condition, or the list of a rule's elements."""
    return many(_element)(place) if place.is_list() else (_element(place),)


def _element(place: Place) -> d.Element:
    if not place.is_mapping():
        return d.Element(formula(place))
    fields = place.fields(("says", "is", "cites"), ("is",))
    return d.Element(
        formula(fields["is"]) if "is" in fields else ALWAYS,
        fields["says"].text() if "says" in fields else "",
        citations(fields["cites"]) if "cites" in fields else (),
    )


def split_words(place: Place) -> tuple[str, ...]:
    """Words in one text, with spaces between them."""
    return tuple(place.text().split())


def scoped(place: Place) -> d.Scoped:
    """Columns (with spaces between them) to what they reach; ``none`` is no column."""
    return tuple((_columns(name), value.text()) for name, _, value in place.entries())


def _columns(text_of_them: str) -> tuple[str, ...]:
    return () if text_of_them == NONE else tuple(text_of_them.split())


def ranges(place: Place) -> Mapping[str, tuple[float, float]]:
    """Name to a least and a most factor."""
    return MappingProxyType({name: _range(value) for name, _, value in place.entries()})


def _range(place: Place) -> tuple[float, float]:
    found = many(number)(place)
    if len(found) == len(("least", "most")):
        return found[0], found[1]
    place.complain("expected two numbers, the least and the most")
    return 0.0, 0.0


def words_by_name(place: Place) -> Mapping[str, tuple[str, ...]]:
    """Name to words."""
    return MappingProxyType({name: words(value) for name, _, value in place.entries()})


def nested(place: Place) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Name to names with words."""
    return MappingProxyType({name: words_by_name(value) for name, _, value in place.entries()})
