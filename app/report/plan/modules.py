"""Section 10: the AI modules that the answers call for; the others are named and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.blocks import Block, Heading, Paragraph, Section
from app.report.content.words import listed
from app.report.tables import Column, row, table

if TYPE_CHECKING:
    from app.report.plan.control import Controls, Kept

MODULES = {
    "M1": "Model weights",
    "M2": "Access to the cluster",
    "M3": "Release to persons, and place of the recipient",
    "M4": "Remote use and cloud",
    "M5": "Training data",
    "M6": "Parts and serial numbers",
    "M7": "Attestation of hardware",
    "M8": "Attestation of software",
    "M9": "Limits of performance",
    "M10": "Mitigation",
    "M11": "Partners",
}
_COLUMNS = (
    Column("No.", 7),
    Column("Asked for", 26),
    Column("What is done", 31),
    Column("Evidence", 20),
    Column("State", 16),
)


def modules(controls: Controls) -> Section:
    """The AI modules, each with the controls that the answers call for."""
    found = {
        module: [k for k in controls.all if k.control.control.module == module]
        for module in MODULES
    }
    blocks: list[Block] = [
        Paragraph(
            "Each module holds the controls for one risk that comes with AI hardware, software or "
            "weights. A module stands here only if the answers call for it, or may."
        )
    ]
    for module, kept in found.items():
        if kept:
            blocks += [Heading(f"{module} {MODULES[module]}"), _table(module, kept)]
    absent = [f"{module} {MODULES[module]}" for module, kept in found.items() if not kept]
    if absent:
        blocks.append(Paragraph(f"Not called for by the answers given: {listed(absent, 12)}."))
    return Section("AI modules", tuple(blocks))


def _table(module: str, kept: list[Kept]) -> Block:
    rows = [
        row(
            str(k.ref),
            k.control.control.requirement,
            k.what,
            k.control.control.evidence or "–",
            k.state,
        )
        for k in kept
    ]
    return table(f"Controls of {module}", _COLUMNS, rows, look="dense")
