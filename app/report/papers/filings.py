"""The self-classification report for encryption, and the outline of a voluntary self-disclosure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.content.matter import Matter
from app.report.content.words import conclusion_words
from app.report.heads import foot, head
from app.report.known import Known
from app.report.papers.fields import Filler
from app.report.sheets import Line, Lines, Sheet, SheetContext, Signers, Words

if TYPE_CHECKING:
    from app.report.jobs import Paper
    from app.report.subject import Subject

_KIND = "Worksheet"
_SELF = (
    "The columns of Supplement No. 8 to Part 742, one sheet an item. The report itself is a table of "
    "comma-separated values, sent each year by 15 CFR 740.17(e)(3) for items self-classified under "
    "740.17(b)(1). Look the columns up in the text before filing."
)
_SELF_DATE = (
    "Due on 1 February for the calendar year before. An item that the agency has classified by a "
    "CCATS number is not reported. Whether these items are reported at all is for whoever files."
)
_DISCLOSURE = (
    "What a narrative by 15 CFR 764.5 has to tell. Counsel decides whether it is made, by whom and when. "
    "Write facts only; who was involved does not write them."
)
_NOTHING_DECIDED = (
    "This outline states no violation and admits none. For a significant matter the full narrative is "
    "due 180 days after the first notification and looks five years back; minor or technical matters "
    "may be told in short, several together. Look at the text before relying on these times."
)


_MEASURES = Lines((
    Line("What was stopped, and when"),
    Line("How far back and where it was looked", tall=True),
    Line("What was changed so that it does not happen again", tall=True),
    Line("What speaks for the firm: programme, training, earlier record", tall=True),
    Line("What is asked of the agency for items already abroad"),
), "Measures")  # fmt: skip
_PAPERS = Lines((
    Line("Shipping papers, orders, invoices, licences"),
    Line("Letters, mails, logs"),
    Line("Other"),
), "Papers that go with it")  # fmt: skip


def self_classification(subject: Subject, paper: Paper) -> SheetContext:  # noqa: ARG001
    """One sheet for each item, in the order of the report's columns."""
    known = Known(Matter(subject))
    sheets = [_reported(known, item) for item in known.items() or ("",)]
    sheets[-1] = Sheet(sheets[-1].title, (*sheets[-1].parts, Words(_SELF_DATE)))
    front = head(known.matter, _KIND, "Self-classification report", _SELF, status=subject.status)
    return SheetContext(front, tuple(sheets), foot(known.matter), flowing=True)


def _reported(known: Known, item: str) -> Sheet:
    fill = Filler(known, {"item": item} if item else {})
    entries = [c for c in known.classes(item) if c.regime.startswith("United States")]
    said = " ".join(conclusion_words(c.found) for c in entries)
    fields = (
        fill.of("Product name", "item_name"),
        fill.of("Model number", "item_model", "item_revision"),
        fill.of("Manufacturer", "item_maker"),
        fill.worked("ECCN", said, "From the conclusion on classification."),
        fill.of("Authorization type", "mass_market_classified", "cryptography", "software_encryption",
                what="ENC or MMKT; these answers bear on it and do not decide it."),
        fill.of("Item type", "kind", what="In the terms of the supplement, by hand."),
        fill.of("Submitter name", "exporter_name"),
        fill.by_hand("Telephone number"),
        fill.of("E-mail address", "exporter_contact"),
        fill.by_hand("Mailing address"),
        fill.by_hand("Non-U.S. components"),
        fill.by_hand("Non-U.S. manufacturing locations"),
    )  # fmt: skip
    return Sheet(known.name("item", item) if item else "Item", (Lines(fields),))


def disclosure(subject: Subject, paper: Paper) -> SheetContext:  # noqa: ARG001  # one for both papers
    """The outline: known facts of the assessment, and lines for what happened."""
    known = Known(Matter(subject))
    fill = Filler(known, {})
    entries = "; ".join(
        f"{known.name('item', key)}: {known.classified(key) or 'not classified'}"
        for key in known.items()
    )
    parts = (
        Lines((
            fill.of("Who discloses", "exporter_name", "exporter_country"),
            fill.of("Contact", "exporter_contact"),
            fill.of("Counsel", "disclosure_counsel", "counsel"),
            Line("First notification sent on, to"),
            Line("Full narrative due on"),
        ), "Who and when"),
        Lines((
            Line("What happened, day by day", tall=True),
            Line("How and when it was noticed", tall=True),
            Line("Why it happened", tall=True),
            fill.worked("Items and entries", entries, "From the conclusions on classification."),
            Line("Quantities, values, dates of each shipment or release", tall=True),
            fill.party("Parties abroad", "buyer", "intermediate_consignee", "ultimate_consignee",
                       "end_user", "tenant", "forwarder"),
            Line("Persons involved, with addresses", tall=True),
            Line("Licences, exceptions and other authorisations relied on", tall=True),
        ), "Facts"),
        _MEASURES,
        _PAPERS,
        Words(_NOTHING_DECIDED),
        Signers((("Certifies that it is true and complete", ""), ("Counsel", known.words("counsel")))),
    )  # fmt: skip
    front = head(known.matter, _KIND, "Outline of a voluntary self-disclosure", _DISCLOSURE)
    return SheetContext(front, (Sheet("", parts),), foot(known.matter))
