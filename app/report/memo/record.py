"""Sections 15 to 18: signatures, how the document was made, its history, and the exhibits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Bullets, Gap, Paragraph, Section
from app.report.cells import Blank, Cell, Digest, Ticks, not_known
from app.report.content import edition
from app.report.content.words import iso, listed
from app.report.memo.adopted import adopted_blocks, review_blocks
from app.report.numbering import Ref
from app.report.tables import AnyRow, Column, pairs, row, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.report.blocks import Block
    from app.report.content.matter import Matter
    from app.report.subject import Signed

_ATTEST = (
    "Attestation of facts. I supplied or checked the facts in section 3 that carry my name or "
    "initials. To my knowledge they are complete and correct on the date beside my signature, and I "
    "will report any change that section 14 lists."
)
_ADOPT = (
    "Adoption. I adopt the conclusions in section 1 for the exporter, having considered the open "
    "points in section 4 and the counter-arguments in section 12."
)
SIGNERS = (
    ("Attests the facts", "facts_signer", ("attest",)),
    ("Prepared by", "preparer", ("prepared",)),
    ("Reviewed by", "reviewer", ("concur", "with changes", "dissent")),
    ("Adopts the conclusion", "approver", ("adopt", "with changes", "refuse")),
    ("Outside counsel (review only)", "counsel", ("reviewed", "with comments")),
)
NOT_SIGNED = (
    "This document answers for another day than that of its making. It is for study only: it cannot "
    "be signed and cannot become a revision."
)


def record(matter: Matter) -> Section:
    """Section 15: facts and conclusion are signed apart; an as-of view is not signed at all."""
    title = "Decision record"
    if matter.subject.as_of:
        return Section(title, (Gap("No signature lines.", NOT_SIGNED),))
    given = {each.role.value: each for each in matter.subject.signed}
    columns = (
        Column("Role", 22),
        Column("Name", 22),
        Column("Decision", 17),
        Column("Signature", 25),
        Column("Date", 14),
    )
    rows = [
        _signature(given[role]) if role in given
        else row(role, _signer(matter, name), Ticks(ticks), Blank(), Blank())
        for role, name, ticks in SIGNERS
    ]  # fmt: skip
    return Section(
        title,
        (
            Paragraph(
                "Facts and law are signed apart. Counsel signs for review, not for adoption."
            ),
            Paragraph(_ATTEST),
            Paragraph(_ADOPT),
            table("Decision and signatures", columns, rows, look="write"),
            *adopted_blocks(matter),
            *review_blocks(matter),
        ),
    )


def _signature(given: Signed) -> AnyRow:
    said = "Recorded as signed; the program has not seen the signature"
    return row(given.role.value, given.name, given.decision, said, given.day)


def _signer(matter: Matter, name: str) -> Cell | str:
    answer = matter.assessment.answers.get(name)
    return answer if isinstance(answer, str) and answer else not_known("Not yet named.")


# --- 16 to 18 ---------------------------------------------------------------------------------


def made(matter: Matter) -> Section:
    """Section 16: what made the document, and from what."""
    subject = matter.subject
    days = [iso(e.day) for e in subject.assessment.evaluations]
    editions = [f.edition.id for f in edition.law_folders(matter.q) if f.edition]
    given = sum(a.given for a in matter.asked)
    values = (
        ("Program", subject.program),
        ("Made on", f"{subject.moment:%Y-%m-%d %H:%M} {subject.moment.tzname() or ''}".rstrip()),
        ("By", subject.author or "Not stated"),
        ("Editions", listed(editions, 9) or "None"),
        ("Hash of the questionnaires", Digest(matter.q.hash)),
        ("Hash of the answers", Digest(subject.digest) if subject.digest else "Not stated"),
        ("Last entry of the log", Digest(subject.log) if subject.log else "Not stated"),
        ("Days evaluated", listed(days, 9)),
        ("Answers", f"{given} of {len(matter.asked)} questions asked; all in Annex A"),
        ("Typed by a person", "Answers, sources, names, and nothing else"),
        (
            "Worked out by the program",
            "Every figure, finding and conclusion, from the rules as data",
        ),
        ("Network and AI", "The program used neither to make this document"),
        ("Attached", "The assessment, as a file inside this PDF, from which it can be reopened"),
    )
    return Section("How this document was made", (pairs(values, 24),))


def history(matter: Matter) -> Section:
    """Section 17: the revisions before this document."""
    columns = (
        Column("Revision", 12),
        Column("Date", 16),
        Column("By", 28),
        Column("Hash", 44),
    )
    rows = [
        row(str(h.number), iso(h.moment), h.author, Digest(h.hash)) for h in matter.subject.history
    ]
    nothing = "This assessment has not been saved as a revision."
    blocks = (*_stored(matter), table("Revisions", columns, rows, nothing=nothing))
    return Section("Revision history", blocks)


def _stored(matter: Matter) -> Iterator[Block]:
    """What a revision says of itself, and where it is otherwise when worked out again."""
    subject, decided = matter.subject, matter.subject.decided
    if decided is None:
        return
    yield Paragraph(
        f"This document prints revision {decided.number} as it was decided on "
        f"{iso(decided.moment)}: its answers, its days and its conclusions are those that were "
        f"stored, by {decided.program or 'a program that is not named'}. Arithmetic, findings and "
        "reasons were not stored; they are worked out from the stored answers."
    )
    if doubts := (*decided.troubles, *subject.differs):
        yield Gap("Not as it was stored.", "The stored conclusion is printed in every case.")
        yield Bullets(tuple(doubts))


def exhibits(matter: Matter) -> Section:
    """Section 18: the evidence files, by hash."""
    columns = (
        Column("No.", 7),
        Column("File", 35),
        Column("Added on", 13),
        Column("Bytes", 13, "r"),
        Column("SHA-256", 32),
    )
    rows: Iterable[AnyRow] = [
        row(Ref("X", n), x.name, iso(x.added), f"{x.size:,}", Digest(x.hash))
        for n, x in enumerate(matter.subject.exhibits, 1)
    ]
    nothing = "No evidence file has been attached, so no fact in section 3 can be traced to one."
    return Section(
        "Exhibits", (table("Exhibits kept with this memo", columns, rows, nothing=nothing),)
    )
