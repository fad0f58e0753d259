"""What the plan says, read from its context before anything is rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.report.jobs import Paper
from app.report.plan import PlanContext, plan_context
from tests.documents.papers import DELIVERY, rows, said, section_of, subject, tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.assessment.answers import Answer

GAP = {**DELIVERY, "plan_owner": "P. Sample", "rooms_status": "gap", "rooms_due": "2026-10-01"}
SECTIONS = (
    "What this plan protects", "Management commitment", "Purpose, scope and period",
    "Roles and who to call", "Controlled inventory", "People and access",
    "Deemed-export and location analysis", "Physical security", "Information security", "AI modules",
    "Marking and handling", "Transfers and release gate", "Procurement and supply chain",
    "Partners and resellers", "Screening", "Training", "Self-audit and metrics", "Incidents", "Records",
    "Exceptions to this plan", "Close-out", "Control matrix", "Mitigation strategies compared", "Approvals",
)  # fmt: skip


def plan(answers: Mapping[str, Answer], **more: Any) -> PlanContext:  # noqa: ANN401
    return plan_context(subject(answers, **more), Paper.A4)


def test_every_plan_has_the_same_sections_whatever_is_known() -> None:
    for answers in ({}, DELIVERY, GAP):
        titles = tuple(entry.title for entry in plan(answers).contents)
        assert titles[:24] == SECTIONS


def test_a_plan_without_items_protects_nothing_and_frees_nothing() -> None:
    assert "not a finding" in plan({}).gist.say


def test_every_control_called_for_stands_in_the_matrix_with_owner_evidence_and_test() -> None:
    matrix = tables(section_of(plan(GAP), "Control matrix"))["Controls, evidence and tests"]
    locked = next(row for row in rows(matrix) if row[1].startswith("Rooms are kept"))
    assert locked[2:] == [
        "The rooms are locked.",
        "P. Sample",
        "Key log",
        "Try the door; monthly",
        "Gap",
    ]


def test_a_gap_has_an_owner_a_date_and_what_closes_it() -> None:
    gaps = tables(section_of(plan(GAP), "Control matrix"))["Gaps, owners and dates"]
    row = next(row for row in rows(gaps) if row[0] == "K-02")
    assert row[1:] == ["Lock the rooms.", "P. Sample", "1 October 2026"]


def test_a_control_whose_state_nobody_knows_is_not_said_to_be_in_place() -> None:
    matrix = tables(section_of(plan(DELIVERY), "Control matrix"))["Controls, evidence and tests"]
    assert {row[6] for row in rows(matrix)} == {"Not known"}


def test_the_state_of_the_controls_stands_on_the_first_page() -> None:
    assert "K-02 physical security" in plan(GAP).gist.hold
    assert "2 controls, 0 in place" in plan(GAP).gist.say


def test_a_missing_answer_names_who_must_supply_it() -> None:
    words = said(section_of(plan({**DELIVERY, "plan_owner": "P. Sample"}), "Physical security"))
    assert "P. Sample must supply it." in words


def test_a_module_is_called_for_by_its_controls_and_the_others_are_named() -> None:
    modules = section_of(plan(GAP), "AI modules")
    assert "Controls of M6" in tables(modules)
    assert "Not called for by the answers given: M1 Model weights" in said(modules)


def test_a_plan_for_another_day_has_no_line_to_sign() -> None:
    context = plan(GAP, as_of=True)
    assert not tables(section_of(context, "Approvals"))
    assert "Signature of the officer" not in tables(section_of(context, "Management commitment"))
    assert "Signatures" not in tables(section_of(context, "Form F1"))


def test_without_people_nobody_may_have_access() -> None:
    register = tables(section_of(plan(GAP), "People"))["Register of persons"]
    assert (
        register.nothing == "Nobody is registered, so nobody may have access to what is controlled."
    )
    assert not register.rows
