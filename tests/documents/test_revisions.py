"""Documents of a revision print what was stored, and say where it would come out otherwise now."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.operations.decided import printed_of, revision_subject, state_of
from app.operations.printing import order_of
from app.operations.signing import sign
from app.report.jobs import Paper
from app.report.memo import memo_context
from app.report.subject import Signer
from app.store import exchange, transfer
from app.store.errors import Refused
from tests.documents.papers import DELIVERY, rows, said, section_of, tables
from tests.documents.revised import NOON, desk_at, revised

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.desk import Desk
    from app.operations.sitting import Sitting
    from app.report.memo import MemoContext
    from app.store.bundle import Bundle
    from app.store.values import Revision

LATER = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_at(tmp_path)


@pytest.fixture
def sitting(desk: Desk) -> Sitting:
    return revised(desk)


def memo_of(bundle: Bundle, revision: Revision, sitting: Sitting) -> MemoContext:
    subject = revision_subject(bundle, revision, sitting.questionnaire, LATER, "A.", "9.9")
    return memo_context(subject, Paper.LETTER)


def changed(revision: Revision, **to: object) -> Revision:
    """A revision that stored something else for every determination."""
    stored = json.loads(json.dumps(revision.conclusions.determinations))
    conclusions = replace(revision.conclusions, determinations=[{**d, **to} for d in stored])
    return replace(revision, conclusions=conclusions)


def test_a_revision_prints_its_own_answers_and_conclusions_however_the_draft_went_on(
    sitting: Sitting,
) -> None:
    first = said(order_of(sitting, "memo", revision=1).job().context)
    second = said(order_of(sitting, "memo", revision=2).job().context)
    assert "Entry A" in first
    assert "Neither A nor B" in second
    assert "700" not in second.replace("2026", "")


def test_the_front_says_which_revision_it_is_and_its_hash(sitting: Sitting) -> None:
    context = order_of(sitting, "memo", revision=2).job().context
    head = sitting.revisions()[1]
    assert context.front.status == "REVISION 2"
    assert context.front.revision == "Revision 2, 2026-07-01"
    assert head.hash in said(context.cover)
    assert head.hash in context.front.seal


def test_later_revisions_are_no_part_of_an_earlier_ones_history(sitting: Sitting) -> None:
    context = order_of(sitting, "memo", revision=1).job().context
    history = tables(section_of(context, "Revision history"))["Revisions"]
    assert [row[0] for row in rows(history)] == ["1"]


def test_answers_have_the_days_on_which_they_stood_when_it_was_made_final(
    sitting: Sitting,
) -> None:
    order = order_of(sitting, "memo", revision=1)
    given = order.subject.given_at["items.i1.speed"]
    assert given <= sitting.revisions()[0].moment
    assert order.subject.given_at.keys() == DELIVERY.keys()


def test_the_attachment_holds_the_printed_revision_and_no_other(sitting: Sitting) -> None:
    order = order_of(sitting, "memo", revision=2)
    told = json.loads(order.attachment)
    assert [each["number"] for each in told["revisions"]] == [2]
    assert [each["number"] for each in told["heads"]] == [1, 2]
    assert "log" not in told or not told["log"]


def test_stored_conclusions_stand_though_they_come_out_otherwise_now(sitting: Sitting) -> None:
    bundle = transfer.whole(sitting.library, sitting.id, "0.1.0")
    revision = changed(bundle.revisions[1], text=["A"], practice=["A"], says="Entry A as decided.")
    only = replace(revision, conclusions=replace(
        revision.conclusions,
        determinations=[d for d in revision.conclusions.determinations if d["id"] == "class"],
    ))  # fmt: skip
    context = memo_of(bundle, only, sitting)
    assert "Entry A as decided." in said(context.bottom)
    history = said(section_of(context, "Revision history"))
    assert "stored as “Entry A as decided.”; worked out again: Neither A nor B" in history
    assert "Otherwise now" in said(context.cover)


def test_a_stored_confidence_stands_though_it_comes_out_otherwise_now(sitting: Sitting) -> None:
    bundle = transfer.whole(sitting.library, sitting.id, "0.1.0")
    context = memo_of(bundle, changed(bundle.revisions[1], confidence="arguable"), sitting)
    assert "stored as arguable; worked out again: firm" in said(context)
    assert "Arguable" in {row[2] for row in rows(context.bottom.table)}


def test_a_law_that_cannot_be_read_is_said_to_be_missing(sitting: Sitting) -> None:
    bundle = transfer.whole(sitting.library, sitting.id, "0.1.0")
    revision = bundle.revisions[1]
    strange = replace(revision, conclusions=replace(revision.conclusions, law="0" * 64))
    context = memo_of(bundle, strange, sitting)
    assert "The law that this was decided under (000000000000) cannot be read" in said(context)
    assert "Neither A nor B" in said(context.bottom)


def test_a_file_is_in_the_state_of_its_last_revision_until_the_draft_goes_on(
    sitting: Sitting,
) -> None:
    gone_on = transfer.whole(sitting.library, sitting.id, "0.1.0")
    assert state_of(gone_on) is None
    sitting.undo()
    still = transfer.whole(sitting.library, sitting.id, "0.1.0")
    found = state_of(still)
    assert found is not None
    assert found.number == 2


def test_a_document_made_from_a_whole_file_carries_no_other_revisions_answers(
    sitting: Sitting,
) -> None:
    for undone in (False, True):
        if undone:
            sitting.undo()
        carried = printed_of(transfer.whole(sitting.library, sitting.id, "0.1.0"))
        raw = exchange.write(carried)
        assert b"500.0" not in raw
        assert json.loads(raw)["history"] == []
        assert [each.number for each in carried.heads] == [1, 2]
        assert printed_of(carried) is carried


def test_facts_and_conclusion_signed_by_two_persons_make_it_adopted(sitting: Sitting) -> None:
    day = NOON.date()

    def status() -> str:
        return order_of(sitting, "memo", revision=2).subject.status

    sign(sitting, 2, Signer.COUNSEL, name="C. Counsel", decision="reviewed", day=day)
    assert status() == "COUNSEL REVIEWED"
    sign(sitting, 2, Signer.FACTS, name="P. Sample", decision="attest", day=day)
    with pytest.raises(Refused, match="two persons"):
        sign(sitting, 2, Signer.CONCLUSION, name="p. sample", decision="adopt", day=day)
    sign(sitting, 2, Signer.CONCLUSION, name="H. Kontrol", decision="adopt", day=day)
    assert status() == "ADOPTED"
    assert order_of(sitting, "memo", revision=1).subject.status == "REVISION 1"
    record = section_of(order_of(sitting, "memo", revision=2).job().context, "Decision record")
    signed = rows(tables(record)["Decision and signatures"])
    assert ["Attests the facts", "P. Sample", "attest"] in [row[:3] for row in signed]


def test_a_signature_needs_a_name(sitting: Sitting) -> None:
    with pytest.raises(Refused, match="say who signed"):
        sign(sitting, 2, Signer.FACTS, name=" ", decision="attest", day=NOON.date())


def test_a_draft_is_never_more_than_a_draft(sitting: Sitting) -> None:
    assert order_of(sitting, "memo").subject.status == "DRAFT"


def test_the_plan_of_a_revision_says_so_too(sitting: Sitting) -> None:
    context = order_of(sitting, "tcp", revision=2).job().context
    assert context.front.status == "REVISION 2"
    assert sitting.revisions()[1].hash in said(context.cover)
