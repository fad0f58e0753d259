"""The sections of the plan that print answers and the controls of a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Block, Gap, Paragraph, Section, signatures
from app.report.cells import Finding, Text, Ticks, not_known
from app.report.content.words import (
    answer_words,
    capital,
    conclusion_words,
    listed,
    named,
    sentence,
)
from app.report.memo.bottom import main_of
from app.report.numbering import Ref
from app.report.plan.control import answer_pairs, known, missing
from app.report.tables import AnyRow, Column, row, table

if TYPE_CHECKING:
    from app.report.content.matter import Matter
    from app.report.plan.control import Controls


def part(  # noqa: PLR0913  # a section has these parts
    matter: Matter,
    controls: Controls,
    title: str,
    lead: str,
    section: str,
    *parts: str,
    rest: bool = False,
) -> Section:
    """A section: what it is for, the answers, the controls, and what is missing."""
    asked = controls.answers(section, *parts, rest=rest)
    blocks: list[Block] = [Paragraph(lead)] if lead else []
    if asked:
        blocks.append(answer_pairs(matter, asked))
    blocks.append(controls.table(f"Controls: {title.lower()}", *parts))
    if lost := missing(controls.asked(section, *parts, rest=rest)):
        blocks.append(Gap("Missing.", f"{capital(listed(lost, 12))}. {_supplier(matter)}"))
    return Section(title, tuple(blocks))


def _supplier(matter: Matter) -> str:
    owner = matter.assessment.answers.get("plan_owner")
    name = owner if isinstance(owner, str) and owner else "The plan owner, not yet named,"
    return f"{name} must supply it."


def first(matter: Matter, controls: Controls) -> tuple[Section, ...]:
    """Sections 2 to 4: commitment, scope, roles."""
    return commitment(matter, controls), scope(matter), roles(matter)


def commitment(matter: Matter, controls: Controls) -> Section:
    """Section 2: the officer's word, with a line to sign unless this is an as-of view."""
    officer = matter.assessment.answers.get("stop_officer")
    name = known(officer if isinstance(officer, str) else "", "Not yet named.")
    blocks: list[Block] = [
        Paragraph(
            "We send, show and release nothing that needs a licence without one. The officer named "
            "here gives the means that this plan needs and may stop any shipment, release or account. "
            "Whoever reports a concern in good faith has nothing to fear."
        ),
        controls.table("Controls of commitment", "commitment"),
    ]
    if not matter.subject.as_of:
        blocks.append(signatures("Signature of the officer", [("Officer", name)]))
    return Section("Management commitment", tuple(blocks))


_PLAN_FIELDS = ("plan_kind", "plan_scope", "plan_from", "plan_review")
_ROLES = "plan_roles"


def scope(matter: Matter) -> Section:
    """Section 3: what the plan covers, from when, and when it is looked at again."""
    asked = [a for a in matter.asked if a.question.id in _PLAN_FIELDS]
    blocks: list[Block] = [
        Paragraph(
            "The plan covers the items of section 5 and everybody who can reach them. The memo of the "
            "same assessment says how they are classified; it governs if the two differ."
        )
    ]
    blocks += (
        [answer_pairs(matter, asked)]
        if asked
        else [Gap("Missing.", "Scope and period are not stated.")]
    )
    return Section("Purpose, scope and period", tuple(blocks))


def roles(matter: Matter) -> Section:
    """Section 4: who does what; a role without a name says so."""
    columns = (Column("Role", 46), Column("Person", 54))
    texts = ("text", "date")
    rows = [
        row(capital(a.question.short), _answer(matter, a.question.id))
        for a in matter.asked
        if a.question.section == _ROLES
        and a.question.kind in texts
        and a.question.id not in _PLAN_FIELDS
    ]
    nothing = "No role is filled. The exporter must name the persons."
    return Section("Roles and who to call", (table("Roles", columns, rows, nothing=nothing),))


def _answer(matter: Matter, question: str) -> Finding | Text:
    asked = next(a for a in matter.asked if a.question.id == question)
    if asked.address in matter.subject.erased:
        return Text("Erased")
    if not asked.given or asked.answer is None:
        return not_known("Not yet named.")
    return Text(answer_words(matter, asked.question, asked.answer))


# --- 5 inventory ------------------------------------------------------------------------------


def inventory(matter: Matter, controls: Controls) -> Section:
    """Section 5: every item with its entry, form and place."""
    columns = (
        Column("No.", 7),
        Column("Item", 22),
        Column("Classification", 26),
        Column("Form and place", 25),
        Column("Licence state", 20),
    )
    rows = [_item(matter, n, key) for n, key in enumerate(matter.members("item"), 1)]
    nothing = "No item is named. The exporter must name what is to be protected."
    blocks: list[Block] = [
        table("Items under this plan", columns, rows, look="dense", nothing=nothing)
    ]
    if asked := [
        a for a in controls.answers("plan_inventory", "inventory", rest=True) if not a.keys
    ]:
        blocks.append(answer_pairs(matter, asked))
    blocks.append(controls.table("Controls of the inventory", "inventory"))
    return Section("Controlled inventory", tuple(blocks))


def _item(matter: Matter, number: int, key: str) -> AnyRow:
    classes = [
        c for c in main_of(matter.of_kind("classification")) if c.found.of.get("item") == key
    ]
    licences = [c for c in main_of(matter.of_kind("licence")) if c.found.of.get("item") == key]
    entries = [conclusion_words(c.found) for c in classes]
    states = [
        f"{named(matter, ('destination',), (c.found.of['destination'],))}: {conclusion_words(c.found)}"
        for c in licences if "destination" in c.found.of
    ]  # fmt: skip
    held = [a for a in matter.asked_of("item", key) if a.question.section == "plan_inventory"]
    forms = [
        sentence(
            f"{a.question.short}: "
            f"{answer_words(matter, a.question, a.answer) if a.given else 'Not answered'}"
        )
        for a in held
    ]
    return row(
        Ref("T", number),
        named(matter, ("item",), (key,)),
        " ".join(entries) or not_known("Not classified."),
        " ".join(forms) or not_known(),
        " ".join(states) or not_known("No destination named."),
    )


def physical(matter: Matter, controls: Controls) -> Section:
    """Section 8."""
    lead = "Rooms, racks and cages, who enters, and how visitors are kept apart from what is controlled."
    return part(matter, controls, "Physical security", lead, "plan_physical", "physical", rest=True)


def information(matter: Matter, controls: Controls) -> Section:
    """Section 9."""
    lead = (
        "Administrator rights count as access to everything that a system holds. A system that is not "
        "named here may not hold controlled items."
    )
    return part(
        matter, controls, "Information security", lead, "plan_information", "information", rest=True
    )


def middle(matter: Matter, controls: Controls) -> tuple[Section, ...]:
    """Sections 11 to 15."""
    marking = Section("Marking and handling", (Paragraph(_MARKING),))
    gate = "Before every shipment, file transfer, visit and account somebody says yes by name."
    transfers = part(
        matter,
        controls,
        "Transfers and release gate",
        gate,
        "plan_transfers",
        "transfers",
        rest=True,
    )
    return (
        marking,
        Section(transfers.title, (*transfers.blocks, _gate())),
        part(matter, controls, "Procurement and supply chain", "", "plan_transfers", "procurement"),
        part(matter, controls, "Partners and resellers", "", "plan_transfers", "partners"),
        part(matter, controls, "Screening", "", "plan_transfers", "screening"),
    )


_MARKING = (
    "Devices, cartons, files and model cards carry the entry of the memo and the words “export "
    "controlled: see the plan owner before sending, showing or copying”. Something that is not yet "
    "classified is marked as such and handled as if it were controlled."
)
_GATE = (
    "The memo covers this item in this revision, and is not older than its edition allows.",
    "Every party is screened on the lists of this week, and no hit is open.",
    "The licence, the exception with all its conditions, or the written finding that none is needed.",
    "The end-user statement is signed, and no red flag is open.",
    "Papers and marking carry what section 11 and the memo ask for.",
    "The record of this line is filed.",
)


def _gate() -> Block:
    columns = (
        Column("Line", 7),
        Column("Must be true", 67),
        Column("Yes", 12),
        Column("Initials", 14),
    )
    rows = [row(str(n), text, Ticks(("yes",)), Text("")) for n, text in enumerate(_GATE, 1)]
    return table("The gate: one no stops it", columns, rows)


def _exceptions(matter: Matter) -> Block:
    """Dated permissions to depart from a control, where the answers hold any."""
    asked = [a for a in matter.plan_asked if "waiver" in a.question.id]
    if asked:
        return answer_pairs(matter, asked)
    return Gap("No exception is recorded.", "A control that is not kept is a gap (section 22).")


def last(matter: Matter, controls: Controls) -> tuple[Section, ...]:
    """Sections 18 to 21; section 22 is the control matrix."""
    lead = (
        "Stop, contain, keep the traces, and report inside the firm at once. Counsel decides on "
        "disclosure. Nobody looks into a matter in which he or she has a part."
    )
    records = "What is kept, where, and who can find it. A hold by counsel stops every deletion."
    close = (
        "At the end access ends, files are returned or deleted with a certificate, duties go on."
    )
    return (
        part(matter, controls, "Incidents", lead, "plan_incidents", "incidents", rest=True),
        part(matter, controls, "Records", records, "plan_records", "records", rest=True),
        Section("Exceptions to this plan", (_exceptions(matter),)),
        part(matter, controls, "Close-out", close, "plan_records", "closeout"),
    )
