"""Worksheets that follow the blocks of the BIS-748P: for a licence, and for a classification.

The blocks and what they ask are those of Supplement No. 1 to Part 748; the worksheet is not filed, its
lines are typed into the agency's own system.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.printing import printed_number
from app.report.content.matter import Matter
from app.report.content.words import conclusion_words, iso
from app.report.heads import foot, head
from app.report.known import Known
from app.report.papers.fields import Filler
from app.report.sheets import Lines, Sheet, SheetContext, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.report.jobs import Paper
    from app.report.sheets import Line
    from app.report.subject import Subject

_KIND, _TPP = "Worksheet", "tpp"
_LICENCE = (
    "Follows the blocks of Form BIS-748P (15 CFR Part 748, Supp. No. 1). It is typed into SNAP-R by "
    "the applicant and is itself no application. Each line says which answer fills it."
)
_CLASSIFICATION = (
    "Follows 15 CFR 748.3 and the blocks of Form BIS-748P that a classification request needs. It is "
    "typed into SNAP-R and is itself no request. A determination is no ruling on jurisdiction."
)
_AGGREGATE = (
    "For AI commodities the aggregate TPP of each item, by the sum over its circuits, and the purchase "
    "order (Supp. No. 2, paragraphs (c)(3) and (c)(4))."
)


def licence_application(subject: Subject, paper: Paper) -> SheetContext:  # noqa: ARG001
    """One sheet for the blocks of the whole, then one for each item and destination."""
    known = Known(Matter(subject))
    sheets = (
        Sheet("The application", (Lines(tuple(_whole(known))),)),
        *(
            _delivery(known, item, destination)
            for destination in known.matter.members("destination") or ("",)
            for item in known.items() or ("",)
        ),
    )
    front = head(known.matter, _KIND, "Licence application", _LICENCE, status=subject.status)
    return SheetContext(front, sheets, foot(known.matter), flowing=True)


def _bound(**members: str) -> dict[str, str]:
    return {group: key for group, key in members.items() if key}


def _name(known: Known, item: str, destination: str) -> str:
    names = [known.name(g, k) for g, k in _bound(item=item, destination=destination).items()]
    return " to ".join(names) or "Item and destination"


def _whole(known: Known) -> Iterator[Line]:
    fill = Filler(known, {})
    contact = known.words("exporter_contact")
    yield fill.of("1 Contact person", "exporter_contact")
    yield fill.by_hand("2, 3 Telephone, facsimile", f"Contact given: {contact}." if contact else "")
    yield fill.worked("4 Date", iso(known.matter.subject.moment), "The day of this worksheet.")
    yield fill.of("5 Type of application", "exporter_role",
                  what="Export where the items are in the United States, else reexport.")  # fmt: skip
    yield fill.by_hand("6, 7 Documents submitted, and on file",
                       "Data sheets, purchase order, end-user statement as Part 748 asks.")  # fmt: skip
    yield fill.by_hand("9 Special purpose", "Only where Supp. No. 2 to Part 748 asks for it.")
    yield fill.by_hand("10, 11 Number of an earlier application, or of a license replaced")
    yield fill.by_hand("12 Authorisation of an earlier export", "Only for a reexport.")
    yield fill.by_hand("13 Import or end-user certificate")
    yield fill.of("14 Applicant", "exporter_name", "exporter_country",
                  what="Street address and employer identification number by hand.")  # fmt: skip
    yield fill.by_hand("15 Other party authorized to receive the license")
    yield fill.party("16 Purchaser", "buyer", none="Leave blank if it is the ultimate consignee.")
    yield fill.party("17 Intermediate consignee", "intermediate_consignee", "forwarder",
                     none="Enter None only when it is certain that there is none.")  # fmt: skip
    yield fill.party("18 Ultimate consignee", "ultimate_consignee",
                     none="A bank, forwarder or other intermediary cannot be one.")  # fmt: skip
    yield fill.party("19 End user", "end_user", "tenant",
                     none="Only where it is another than the ultimate consignee.")  # fmt: skip
    yield fill.by_hand("20 Original ultimate consignee", "Only for a reexport.")
    yield fill.of("23 Total value in U.S. dollars", "transaction_value")
    yield fill.by_hand("24 Additional information", "Special certifications; parties of interest.")
    yield fill.by_hand("25 Signature of the applicant or its agent")


def _delivery(known: Known, item: str, destination: str) -> Sheet:
    fill = Filler(known, _bound(item=item, destination=destination))
    fields = (
        fill.of("21 Specific end use", "destination_why", "destination_city", "country",
                what="Be specific: who uses it for what, and where; a word such as research is refused."),
        *_item(known, fill, item),
        fill.of("22(e), (f) Quantity and unit", "quantity"),
        fill.by_hand("22(g), (h) Unit price and total price"),
        fill.worked("22(j) Aggregate TPP", _aggregate(known, item), _AGGREGATE),
    )  # fmt: skip
    return Sheet(_name(known, item, destination), (Lines(fields),))


def _item(known: Known, fill: Filler, item: str) -> tuple[Line, ...]:
    entries = [c for c in known.classes(item) if c.regime.startswith("United States")]
    said = " ".join(conclusion_words(c.found) for c in entries)
    return (
        fill.worked("22(a) ECCN", said, "From the conclusion on classification; the memo, section 7."),
        fill.of("22(b) APP", "app_of_maker", what="Only for computers and what contains one."),
        fill.of("22(c) Model number", "item_model", "item_revision"),
        fill.of("22(d) CCATS number", "maker_eccn_as_printed", what="Only a number that BIS gave."),
        fill.of("22(i) Manufacturer", "item_maker"),
        fill.worked("22(j) Technical description", _technical(known, item),
                    "From the fact register, in the parameters of the entry."),
    )  # fmt: skip


def _technical(known: Known, item: str) -> str:
    """The facts of an item that its classification reads, in words."""
    asked = [
        a for a in known.matter.law_asked
        if item and a.question.of == ("item",) and a.keys == (item,) and a.given
        and a.answer is not None and a.question.section == "worksheet"
    ]  # fmt: skip
    said = [f"{a.question.short}: {known.words(a.question.id, item)}" for a in asked]
    return "; ".join(words for words in said if not words.endswith(": "))


def _aggregate(known: Known, item: str) -> str:
    """The TPP of all circuits together where everything is known, else what is known of it."""
    one = next((c for c in known.matter.calculations if c.id == _TPP and c.keys == (item,)), None)
    chips, items = known.answer("chips_in_item", item), known.answer("quantity", item)
    if one is None:
        return ""
    if not all(isinstance(each, float) for each in (one.value, chips, items)):
        return f"{one.result} for one circuit"
    assert isinstance(one.value, float)
    assert isinstance(chips, float)
    assert isinstance(items, float)
    total = printed_number(one.value * chips * items)
    return (
        f"{total} = {printed_number(one.value)} for one circuit x {printed_number(chips)} in one item "
        f"x {printed_number(items)} items"
    )


def classification_request(subject: Subject, paper: Paper) -> SheetContext:  # noqa: ARG001
    """One sheet for each item, in the parameters of the candidate entries."""
    known = Known(Matter(subject))
    sheets = tuple(_request(known, item) for item in known.items() or ("",))
    front = head(known.matter, _KIND, "Classification request", _CLASSIFICATION,
                 status=subject.status)  # fmt: skip
    return SheetContext(front, sheets, foot(known.matter), flowing=True)


def _request(known: Known, item: str) -> Sheet:
    fill = Filler(known, _bound(item=item))
    open_ = [c for c in known.classes(item) if not c.found.settled]
    reason = "; ".join(conclusion_words(c.found) for c in open_)
    fields = (
        fill.of("1 Contact person", "exporter_contact"),
        fill.of("14 Applicant", "exporter_name", "exporter_country",
                what="Street address by hand."),
        fill.of("What it is", "kind", "item_name", what="For technology, the hardware that it serves."),
        *_item(known, fill, item),
        fill.of("What the maker says", "maker_classified", "maker_eccn", "maker_eccn_as_printed"),
        fill.worked("24 Why the entry fits, or why none can be named", reason,
                    "Element by element from the memo, section 7; a recommendation needs its analysis."),
        fill.of("Published", "published"),
        fill.by_hand("Earlier rulings, with number"),
        fill.by_hand("25 Signature of the applicant or its agent"),
    )  # fmt: skip
    words = Words(
        "At most six related items go into one request; brochures replace no parameter.", small=True
    )
    return Sheet(known.name("item", item) if item else "Item", (Lines(fields), words))
