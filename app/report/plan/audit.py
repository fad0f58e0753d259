"""Sections 16 and 17 of the plan: who is trained in what, and the yearly self-audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Section
from app.report.cells import Finding, Text, Ticks, Verdict, not_known
from app.report.content.words import capital
from app.report.plan.sections import part
from app.report.tables import Column, row, table

if TYPE_CHECKING:
    from app.report.content.matter import Matter
    from app.report.plan.control import Controls


def training(matter: Matter, controls: Controls) -> Section:
    """Section 16: each role with its content, and whether it was trained."""
    plain = part(matter, controls, "Training", "", "plan_training", "training", rest=True)
    columns = (
        Column("Who", 30),
        Column("Content and length", 48),
        Column("Done in the last year", 22),
    )
    rows = [
        row(option.title, capital(option.note) or "–", _done(a.answer, option.id))
        for a in matter.asked
        if a.question.section == "plan_training" and a.question.kind == "some_of"
        for option in a.question.options
    ]
    nothing = "No role is asked about yet."
    return Section(
        "Training", (table("Training matrix", columns, rows, nothing=nothing), *plain.blocks)
    )


def _done(answer: object, role: str) -> Finding:
    if not isinstance(answer, tuple):
        return not_known()
    return Finding(Verdict.YES if role in answer else Verdict.NO)


def monitoring(matter: Matter, controls: Controls) -> Section:
    """Section 17: the yearly look by somebody who runs none of the controls."""
    plain = part(
        matter, controls, "Self-audit and metrics", _AUDIT_LEAD, "plan_training", "monitoring"
    )
    columns = (
        Column("No.", 6),
        Column("Checked", 58),
        Column("Yes", 6),
        Column("No", 6),
        Column("Evidence, finding", 24),
    )
    tick = Ticks(("",))
    rows = [row(str(n), text, tick, tick, Text("")) for n, text in enumerate(AUDIT, 1)]
    return Section(
        plain.title, (*plain.blocks, table("Self-audit checklist", columns, rows, look="dense"))
    )


_AUDIT_LEAD = (
    "Once a year, with evidence for every tick. A possible violation goes to counsel before it is "
    "written up in detail."
)
AUDIT = (
    "The plan was approved within the last twelve months and matches today’s organisation.",
    "The officer who signed the commitment still holds the office; every role has a deputy.",
    "Each condition of each licence stands beside a control that carries it out.",
    "Ten items: the memo exists, is not expired, and fits the revision that was shipped.",
    "The edition of the rules is later than the last amendment that matters.",
    "The count of accelerators by serial number agrees with the register.",
    "Register, account groups and badge list hold the same people.",
    "Those who left lost access within the time set; contractors and administrators are included.",
    "Each person was screened, briefed and had signed before the first access.",
    "Status of persons is kept to what is needed, and few can see it.",
    "Rooms match the plan; visitor logs are complete; labels are where they should be.",
    "Access to repositories, weights and cluster was sampled, and nothing is unexplained.",
    "Keys are with registered persons only; alerts on outgoing data were tested.",
    "Regions and subcontractors of the cloud are unchanged or were approved again.",
    "AI tools of third parties are blocked or approved; backups stay inside the boundary.",
    "Attestations and bills of materials are current.",
    "Ten shipments or releases: gate, screening, authorisation, papers and record are there.",
    "Adjudicated hits were read again by a second person; active parties were screened again.",
    "Conditions, reports and notices of each exception were kept.",
    "Contracts hold the clauses on end use and audit; partners are certified.",
    "A record can be found within the days set, and is kept as long as the law asks.",
    "Training reached its target, and its content is current.",
    "Each incident has a cause and a corrective action that is closed.",
    "No exception to the plan has run out.",
)
