"""Pages look as a person set them: nothing overfull, nothing stranded, long texts at reading width."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003
from dataclasses import replace

import pytest

from app.report.blocks import Document, Paragraph, Section
from app.report.jobs import Paper
from app.report.numbering import Ref
from app.report.renderer import Renderer  # noqa: TC001
from app.report.tables import Column, row, table
from tests.report.layout import problems
from tests.report.specimen.content import LONG_ANSWER, annexes, document, front, job, sections


@pytest.mark.parametrize("paper", Paper)
def test_the_specimen_has_no_fault_that_an_eye_would_catch(paper: Paper) -> None:
    assert problems(job(paper)) == []


def test_a_long_document_of_the_same_blocks_has_no_fault_either() -> None:
    long = Document(front(), (), sections() * 4, annexes())
    assert problems(replace(job(), template="shared/plain.html.j2", context=long)) == []


def test_the_check_would_see_an_overfull_line() -> None:
    wide = Section("Wide", (Paragraph("x"),))
    context = replace(document(), sections=(wide,))
    found = problems(replace(job(), context=context, template="wide.html.j2"))
    assert [problem.kind for problem in found] == ["overfull"]


def test_a_long_answer_leaves_its_cell_and_stands_in_full_below(
    renderer: Renderer, text_of: Callable[[bytes], str]
) -> None:
    columns = (Column("No.", 10), Column("Answer", 90))
    answers = table("Answers", columns, [row(Ref("Q", 31), LONG_ANSWER)])
    context = Document(front(), (), (Section("Answers", (answers,)),))
    small = replace(job(), template="shared/plain.html.j2", context=context)
    read = " ".join(text_of(renderer.render(small).pdf).split())
    assert "in full below the table" in read
    assert read.count("before contracts are signed") == 6
