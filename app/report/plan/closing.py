"""The control matrix, which is the heart of the plan, the mitigation strategies, and approvals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Block, Gap, Paragraph, Section, signatures
from app.report.cells import Cell, Text, not_known
from app.report.content.words import answer_cell, capital, cited, counted
from app.report.memo.record import NOT_SIGNED
from app.report.plan.control import PART_TITLES, known
from app.report.tables import AnyRow, Column, GroupRow, row, table

if TYPE_CHECKING:
    from app.assessment.interview import Asked
    from app.report.content.matter import Matter
    from app.report.plan.control import Controls, Kept

_MATRIX = (
    Column("No.", 6.5),
    Column("Requirement", 20),
    Column("What is done", 22.5),
    Column("Owner", 13),
    Column("Evidence", 13),
    Column("Test and frequency", 13),
    Column("State", 12),
)
_GAPS = (Column("Control", 9), Column("What closes it", 51), Column("Owner", 22), Column("By", 18))


def control_matrix(controls: Controls) -> Section:
    """Section 22: every control with requirement, owner, evidence, test and state."""
    rows: list[AnyRow] = []
    for part, title in PART_TITLES.items():
        kept = controls.of(part)
        rows += [GroupRow(title), *map(_row, kept)] if kept else []
    nothing = (
        "No control is called for by the answers given. That is not a finding that none is needed."
    )
    unknown = [k for k in controls.all if k.control.status not in ("in_place", "planned", "gap")]
    said = (
        f"{capital(counted(len(controls.all), 'control'))} called for: "
        f"{len(controls.with_state('in_place'))} in place, {len(controls.with_state('planned'))} planned, "
        f"{len(controls.with_state('gap'))} a gap, {len(unknown)} not known."
    )
    return Section(
        "Control matrix",
        (
            Paragraph(said),
            table("Controls, evidence and tests", _MATRIX, rows, look="dense", nothing=nothing),
            _gaps(controls),
        ),
        new_page=True,
    )


def _row(kept: Kept) -> AnyRow:
    control = kept.control.control
    places = f" ({cited(control.cites)})" if control.cites else ""
    tested = "; ".join(part for part in (control.test, control.frequency) if part)
    return row(
        kept.ref,
        f"{control.requirement.rstrip('.')}{places}.",
        kept.what,
        kept.owner,
        control.evidence or "–",
        tested or "–",
        kept.state,
    )


def _gaps(controls: Controls) -> Block:
    """Every control that is not in place, with what closes it, by whom and when."""
    rows = [
        row(str(k.ref), _closing(controls, k), k.owner, known(controls.due(k), "No date set."))
        for k in controls.all
        if k.control.status != "in_place"
    ]
    return table("Gaps, owners and dates", _GAPS, rows, nothing="Every control is in place.")


def _closing(controls: Controls, kept: Kept) -> str:
    if kept.control.status in ("planned", "gap"):
        return controls.closes(kept)
    return "Find out whether it is in place, and say so."


# --- mitigation -------------------------------------------------------------------------------

_CHOICE, _ASPECTS = "_choice", "_aspects"
_SECTION = "mitigation"
_HEADS = (
    ("choice", "Decision"),
    ("measure", "What it means here"),
    ("reason", "Why"),
    ("cost", "Cost in the first year"),
)


def mitigation(matter: Matter) -> Section:
    """Section 23: the strategies side by side, in the firm's own words."""
    title = "Mitigation strategies compared"
    here = {a.question.id: a for a in matter.asked if a.question.section == _SECTION}
    questions = [q for q in matter.q.questions.values() if q.section == _SECTION]
    stems = [q.id.removesuffix(_CHOICE) for q in questions if q.id.endswith(_CHOICE)]
    if not stems or not any(f"{stem}{_CHOICE}" in here for stem in stems):
        text = "No strategy has been weighed. The exporter must say what was considered and why."
        return Section(title, (Gap("Missing.", text),))
    width = (100 - 20) / len(stems)
    heads = [capital(matter.q.questions[f"{stem}{_CHOICE}"].short) for stem in stems]
    columns = (Column("Aspect", 20), *(Column(head, width) for head in heads))
    blocks: list[Block] = [
        Paragraph("The words are the firm’s own. “Starting point” marks common experience where the firm "
                  "has said nothing; it is no finding about this firm."),
        table("Strategies and aspects", columns, _strategies(matter, here, stems), look="dense"),
    ]  # fmt: skip
    return Section(title, tuple(blocks))


def _strategies(matter: Matter, here: dict[str, Asked], stems: list[str]) -> list[AnyRow]:
    aspects = matter.q.questions.get(f"{stems[0]}{_ASPECTS}")
    said = [
        row(label, *(_said(matter, here.get(f"{stem}_{tail}")) for stem in stems))
        for tail, label in _HEADS
    ]
    weighed = [
        row(option.title, *(_aspect(matter, here, stem, option.id) for stem in stems))
        for option in (aspects.options if aspects else ())
    ]
    return [*said, *weighed]


def _said(matter: Matter, asked: Asked | None) -> Cell:
    return answer_cell(matter, asked) if asked else Text("Does not arise")


def _aspect(matter: Matter, here: dict[str, Asked], stem: str, aspect: str) -> Cell:
    """The firm's words on an aspect; else the marked starting point; else that it is not known."""
    asked = here.get(f"{stem}_{aspect}")
    if asked and asked.given and asked.answer is not None:
        return answer_cell(matter, asked)
    options = matter.q.questions.get(f"{stem}{_ASPECTS}")
    note = next((o.note for o in (options.options if options else ()) if o.id == aspect), "")
    if f"{stem}{_ASPECTS}" not in here:
        return Text("Does not arise")
    return Text(f"Starting point: {note}") if note else not_known()


# --- approvals --------------------------------------------------------------------------------

_APPROVERS = (
    ("Plan owner", "plan_owner"),
    ("Export compliance officer", "compliance_officer"),
    ("IT security", "it_security"),
    ("Physical security", "physical_security"),
    ("Officer", "stop_officer"),
    ("Counsel (reviewed)", "counsel"),
)


def approvals(matter: Matter) -> Section:
    """Section 24: who approves; an as-of view is not signed."""
    if matter.subject.as_of:
        return Section("Approvals", (Gap("No signature lines.", NOT_SIGNED),))
    answers = matter.assessment.answers
    signers = [
        (role, known(name if isinstance(name := answers.get(at), str) else "", "Not yet named."))
        for role, at in _APPROVERS
    ]
    return Section("Approvals", (signatures("Approved by", signers),))
