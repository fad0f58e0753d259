"""What stands in the specimen."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.report.blocks import (
    Blanks,
    Block,
    Bullets,
    Document,
    Figure,
    Front,
    Gap,
    Heading,
    Law,
    Paragraph,
    Section,
    Standing,
    signatures,
)
from app.report.cells import (
    Blank,
    Cell,
    Confidence,
    Digest,
    Finding,
    Foreign,
    Link,
    Status,
    Strong,
    Ticks,
    Verdict,
    not_known,
)
from app.report.jobs import Paper, RenderJob
from app.report.numbering import Ref
from app.report.tables import AnyRow, Column, GroupRow, Table, pairs, row, table, total
from tests.report.specimen.drawings import path, plane, timeline, world, zones

MOMENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TEMPLATE = "specimen.html.j2"
FOLDER = Path(__file__).parent
ARABIC = "شركة المثال للحوسبة المتقدمة"
HEBREW = "דוגמה מערכות למידה"
CHINESE = "示例计算有限公司"

LONG_ANSWER = (
    "The customer first told us by telephone that the machines are for a university, then in a letter "
    "that they are for a company founded by three professors, and on 11 November that the company will "
    "rent about four fifths of the capacity to others whom it may not name before contracts are signed. "
) * 6


def front(status: str = "DRAFT") -> Front:
    return Front(
        kind="Specimen",
        title="Sample server, eight boards",
        sub="Every cell, block and picture that a document can have",
        author="Example Compute Inc.",
        number="ECI-SP-2026-001",
        revision="Revision 3",
        edition="Rules: United States 2026-09-24 · prepared for review by counsel, not legal advice",
        status=status,
    )


def facts() -> Table:
    columns = (Column("No.", 8), Column("Fact", 30), Column("Value", 34), Column("Source", 28))
    rows: list[AnyRow] = [
        GroupRow("Item"),
        row(Ref("F", 1), "Designation", "Sample server, revision C", "X-01, p. 1"),
        row(Ref("F", 2), "In the customer’s words", LONG_ANSWER, "X-01"),
        row(Ref("F", 3), "Shared memory", not_known("Supplier asked on 10 November."), "O-01"),
        row(
            Ref("F", 4),
            "Data sheet",
            Link("data sheet", "https://example.invalid/sheet.pdf"),
            "X-01",
        ),
        row(Ref("F", 5), "Serial numbers", "SN" + "0123456789ABCDEF" * 9, "X-02"),
        GroupRow("Parties"),
        row(
            Ref("F", 6),
            "Buyer",
            Foreign(ARABIC, "ar", "rtl", "Al-Mithal Advanced Computing"),
            "X-02",
        ),
        row(
            Ref("F", 7), "Consignee", Foreign(HEBREW, "he", "rtl", "Dugma Learning Systems"), "X-02"
        ),
        row(Ref("F", 8), "Owner", Foreign(CHINESE, "zh", "ltr", "Shili Computing"), "X-02"),
        row(Ref("F", 9), "Said by the buyer", f"Our name is {ARABIC} in full.", "X-02"),
    ]
    return table("Fact register", columns, rows, look="dense", note="Facts only; see A-01.")


def candidates() -> Table:
    columns = (
        Column("Candidate", 20),
        Column("First element", 20),
        Column("Second element", 20),
        Column("Control", 16),
        Column("Result", 24),
    )
    met, not_met = Finding(Verdict.MET, "4,800 or more"), Finding(Verdict.NOT_MET, "below")
    rows = [
        row("Entry one", met, not_known(), Finding(Verdict.IN_PLACE), Strong("Met", "see C-01")),
        row("Entry two", not_met, Finding(Verdict.NO), Finding(Verdict.PLANNED), "Rejected"),
        row(
            "Entry three",
            Finding(Verdict.YES),
            not_met,
            Finding(Verdict.GAP),
            Status(Confidence.FIRM),
        ),
    ]
    return table("Candidates considered", columns, rows, look="dense")


def sheet() -> Table:
    columns = (
        Column("Step", 8),
        Column("Quantity", 40),
        Column("Arithmetic", 30, "x"),
        Column("Result", 22, "r"),
    )
    rows: list[AnyRow] = [
        row("1", "FP8, 8 bits", "1,979 × 8", "15,832"),
        row("2", "FP16, 16 bits", "989.5 × 16", "15,832"),
        total("3", "The highest of steps 1 and 2", "max", "15,832"),
    ]
    return table("Sheet C-01. Processing performance", columns, rows, look="calc", ref=Ref("C", 1))


def points() -> tuple[Block, ...]:
    columns = (Column("No.", 8), Column("What", 62), Column("Digest", 30))
    digest = Digest("9c1ea07b" * 8)
    return (
        table("Open points", columns, [row(Ref("O", 1), "Do the boards share memory? (F-03)", "")]),
        table("Actions", columns, [row(Ref("A", 1), "Ask the supplier (O-01)", "by 4 December")]),
        table(
            "Exhibits",
            columns,
            [row(Ref("X", 1), "Data sheet", digest), row(Ref("X", 2), "Order", digest)],
        ),
        table("Exceptions", columns, [], nothing="No control is waived."),
    )


def boxes() -> tuple[Block, ...]:
    return tuple(
        Law(
            standing,
            standing.name.replace("_", " ").capitalize(),
            "A rule",
            "What it says, in our words.",
            "15 CFR 742.6",
        )
        for standing in Standing
    )


def sections() -> tuple[Section, ...]:
    text = (
        "The facts were given by the persons named and compared with the exhibits where the register "
        "says so. One is not known (F-03, O-01), and F-77 does not exist."
    )
    authorities = ("15 CFR 742.6(a)(6)(iii)(A)", "Supp. 1 to part 774", "90 FR 4544")
    return (
        Section("Facts relied on", (Paragraph(text), facts())),
        Section("Rules and their state", (*boxes(), Figure(timeline(), "Rules around the date"))),
        Section("Calculations", (sheet(), Figure(plane(), "The item and the regions of a rule"))),
        Section(
            "Analysis",
            (
                Heading("First reading"),
                Paragraph(text, authorities),
                candidates(),
                Heading("Second reading"),
                Gap("Not determined.", "Two candidates are open because F-03 is not known."),
                Bullets(("First point, F-01.", "Second point.")),
                Figure(path(), "From facts to the conclusion"),
            ),
        ),
        Section("Open points and actions", points()),
        Section("Destinations", (Figure(world(), "Outcomes by destination"),)),
        Section("Places", (Figure(zones(), "Zones, and what each door asks for"),)),
    )


def annexes() -> tuple[Section, ...]:
    ticks = Ticks(("concur", "with changes", "dissent"))
    decision = (Column("Role", 30), Column("Decision", 30), Column("Signature", 40))
    signers: list[tuple[str, Cell | str]] = [
        ("Officer", "P. Sample"),
        ("Counsel", not_known("not yet named")),
    ]
    return (
        Section(
            "Signatures",
            (
                signatures("Approved by", signers),
                table("Decision", decision, [row("Counsel", ticks, Blank())], look="write"),
                Blanks(("Name in capitals", "Employer")),
            ),
            new_page=True,
        ),
    )


def document() -> Document:
    cover = pairs(
        [("From", "Example Compute Inc."), ("For", not_known("Outside counsel, not named"))],
        15,
        "tight",
    )
    return Document(front(), (cover,), sections(), annexes(), "Bottom line")


def job(paper: Paper = Paper.LETTER, attachment: bytes | None = b'{"format": 1}\n') -> RenderJob:
    return RenderJob(TEMPLATE, document(), MOMENT, attachment, paper, folders=(FOLDER,))


def job_with(
    *blocks: Block, template: str = "shared/plain.html.j2", folder: Path = FOLDER
) -> RenderJob:
    """A small document with only these blocks."""
    small = Document(front(), (), (Section("Only section", blocks),))
    return replace(job(), template=template, context=small, folders=(folder,))
