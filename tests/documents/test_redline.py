"""The redline of two states: each part apart, unchanged left out, marks in signs and words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.operations.redline import of_file, of_library, redline_job, usual_ends
from app.operations.shelf import Shelf
from app.report.cells import Marked
from app.report.redline import redline_context
from app.report.redline.words import changed_words, marked
from app.store import transfer
from app.store.errors import NotFound
from tests.documents.papers import DELIVERY, rows, said, tables
from tests.documents.revised import NOON, desk_at
from tests.report.conformance import verdicts
from tests.report.layout import problems

if TYPE_CHECKING:
    from pathlib import Path

    from app.report.blocks import Section
    from app.report.redline import Redline, RedlineContext
    from tests.documents.conftest import Printed

WORDS = st.text(alphabet="ab .\n", max_size=40)


@pytest.fixture(scope="module")
def redline(printed: Printed) -> Redline:
    desk = printed.desk
    shelf = Shelf(desk.library, desk.questionnaire)
    return of_library(desk, shelf, printed.sitting.id, 1, 2)


def context_of(redline: Redline) -> RedlineContext:
    return redline_context(redline, moment=NOON, author="A.", program="0.1.0")


def section(context: RedlineContext, title: str) -> Section:
    return next(each for each in context.sections if each.title == title)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_out_of_the_marks(before: str, after: str) -> None:
    pieces = changed_words(before, after)

    def without(mark: str) -> str:
        return "".join("".join(text.split()) for piece, text in pieces if piece != mark)

    assert without("ins") == "".join(before.split())
    assert without("del") == "".join(after.split())


def test_marks_are_signs_as_well_as_colours() -> None:
    assert marked("FP8 500 TFLOPS dense", "FP8 10 TFLOPS dense").text == (
        "FP8 [−500 −] [+10 +]TFLOPS dense"
    )
    assert marked("", "new").text == "[+new+]"
    assert marked("old", "").text == "[−old−]"


def test_texts_with_little_in_common_stand_whole_beside_each_other() -> None:
    assert marked("Entry A.", "Neither A nor B.").text == "[−Entry A.−] [+Neither A nor B.+]"


def test_what_did_not_change_of_a_long_text_is_left_out() -> None:
    long = " ".join(f"word{n}" for n in range(150))
    text = marked(f"{long} old", f"{long} new").text
    assert "…" in text
    assert len(text) < 200


def test_each_part_names_what_changed_in_a_word(redline: Redline) -> None:
    context = context_of(redline)
    assert [each.title for each in context.sections] == ["Facts", "Answers", "Conclusions", "Rules"]
    facts = rows(tables(section(context, "Facts"))["Facts that changed"])
    assert {row[0] for row in facts} == {"Changed"}
    assert "throughput" in [row[1] for row in facts]
    answers = rows(tables(section(context, "Answers"))["Answers that changed"])
    assert [row[1] for row in answers] == ["How fast is it?"]


def test_each_conclusion_names_its_first_cause(redline: Redline) -> None:
    shown = tables(section(context_of(redline), "Conclusions"))["Conclusions that changed"]
    causes = {row[3] for row in rows(shown)}
    assert causes == {"Other answers: How fast is it? (Example card)"}
    assert any("Confidence: firm" in row[2] for row in rows(shown))


def test_rules_that_did_not_change_are_said_to_be_the_same(redline: Redline) -> None:
    words = said(section(context_of(redline), "Rules"))
    assert "No rule changed. Both states were decided under the same rules." in words


def test_front_and_seal_name_both_states(redline: Redline, printed: Printed) -> None:
    context = context_of(redline)
    first, second = printed.sitting.revisions()[:2]
    assert context.front.sub == "Revision 2 against Revision 1"
    assert first.hash in context.front.seal
    assert second.hash in context.front.seal
    assert context.counts.startswith("Changed: 3 facts, 1 answer, 2 conclusions")


def test_two_like_states_have_nothing_in_any_part(printed: Printed) -> None:
    shelf = Shelf(printed.desk.library, printed.desk.questionnaire)
    context = context_of(of_library(printed.desk, shelf, printed.sitting.id, 2, 2))
    assert context.say == "No conclusion is another."
    assert not any(tables(each) for each in context.sections)


def test_a_file_gives_the_same_redline_as_the_library(printed: Printed, redline: Redline) -> None:
    bundle = transfer.whole(printed.desk.library, printed.sitting.id, "0.1.0")
    assert usual_ends(bundle) == (2, None)
    found = of_file(bundle, 1, 2, printed.desk.questionnaire, NOON.date())
    assert found == redline
    with pytest.raises(NotFound, match="no revision 9"):
        of_file(bundle, 9, 2, printed.desk.questionnaire, NOON.date())


def test_a_file_with_one_state_has_nothing_to_compare(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    sitting = desk.create("Example", DELIVERY)
    with pytest.raises(NotFound, match="one state only"):
        usual_ends(transfer.whole(desk.library, sitting.id, "0.1.0"))
    sitting.save_revision("A.")
    sitting.answer("items.i1.area", 1.0)
    sitting.save_revision("A.")
    assert usual_ends(transfer.whole(desk.library, sitting.id, "0.1.0")) == (1, 2)


def test_the_pages_are_tagged_and_whole_and_conform(
    printed: Printed, redline: Redline, tmp_path: Path
) -> None:
    job = redline_job(redline, NOON, "A.", "0.1.0")
    made = printed.renderer.render(job)
    assert made.remarks == ()
    assert problems(job) == []
    path = tmp_path / "redline.pdf"
    path.write_bytes(made.pdf)
    assert verdicts(path) == ["3a pass", "ua1 pass"]


def test_a_redline_of_a_day_later_is_not_the_same_document(redline: Redline) -> None:
    later = redline_job(redline, NOON + dt.timedelta(days=1), "A.", "0.1.0")
    assert "2026-07-02" in later.context.front.revision
    assert isinstance(later.context.key, Marked)


def test_practice_is_said_in_the_words_of_its_outcomes(redline: Redline) -> None:
    text = said(section(context_of(redline), "Conclusions"))
    assert "not_required" not in text
